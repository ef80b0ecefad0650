#pragma once

#include "server/events/topicrule.h"
#include "server/handlers/paramreader.h"

namespace sluice::server {

/// The parameter `topic`; a fault of the reader when it is no topic's name.
[[nodiscard]] std::string topicParam(ParamReader &reader);

/// What may be wrong with a wish: NotFound without a rule; else, when the rule does not allow it, Unauthorized for who
/// has not logged in and Forbidden for others.
[[nodiscard]] Error topicRefusal(const TopicRulePtr *rule, const Principal &principal);

} // namespace sluice::server
