#pragma once

#include "server/events/eventregistry.h"
#include "server/events/handler.h"
#include "server/topics/topics.h"

#include <functional>

namespace sluice::server {

/// `topics/publish {topic, data, key?, ttlMs?}` -> `{subscribers}`: the connections that it is for. The topic's
/// subscribers get `{topic, epoch, seq, user, data}`. Errors: InvalidParams, NotFound when no rule is for that topic,
/// Unauthorized, Forbidden.
class TopicPublishHandler final : public Handler
{
public:
    TopicPublishHandler(std::function<EventRegistryPtr()> registry, const Topics &topics)
        : m_registry(std::move(registry))
        , m_topics(topics)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    const std::function<EventRegistryPtr()> m_registry;
    const Topics &m_topics;
};

} // namespace sluice::server
