#pragma once

#include "server/events/eventregistry.h"
#include "server/handlers/paramreader.h"

namespace sluice::server {

/// The parameter `topic`; a fault of the reader when it is no topic's name.
[[nodiscard]] std::string topicParam(ParamReader &reader);

/// What a rule may allow somebody to do with a topic.
using TopicRight = bool (TopicRule::*)(const Principal &principal, std::string_view topic) const;

/// The topic's rule, if it gives them that right. Errors: NotFound when no rule is for that topic; Unauthorized for who
/// has not logged in and Forbidden for others.
[[nodiscard]] Result<TopicRulePtr> topicRuleFor(const EventRegistry &registry, const std::string &topic,
                                                const Principal &principal, TopicRight right);

} // namespace sluice::server
