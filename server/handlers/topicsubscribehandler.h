#pragma once

#include "server/events/eventregistry.h"
#include "server/events/handler.h"

#include <functional>

namespace sluice::server {

/// `topics/subscribe {topic, since?: {epoch, seq}}` -> `{topic, epoch, seq, recovered, publications}`: from now on the
/// connection gets the topic's messages, whose numbers are above `seq`. `recovered` says whether `publications` is
/// everything since that position. Errors: InvalidParams for what is no topic's name, and when the connection has
/// topics.per-connection; NotFound when no rule is for that topic; Unauthorized, Forbidden; Busy when there are
/// topics.max, or the topic has all the subscribers that it may.
class TopicSubscribeHandler final : public Handler
{
public:
    explicit TopicSubscribeHandler(std::function<EventRegistryPtr()> registry)
        : m_registry(std::move(registry))
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    const std::function<EventRegistryPtr()> m_registry;
};

/// `topics/unsubscribe {topic}` -> null, also when it was not subscribed.
class TopicUnsubscribeHandler final : public Handler
{
public:
    [[nodiscard]] HandlerResult handle(const Request &request) override;
};

} // namespace sluice::server
