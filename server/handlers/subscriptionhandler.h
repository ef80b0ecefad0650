#pragma once

#include "server/events/eventregistry.h"
#include "server/events/handler.h"

#include <functional>

namespace sluice::server {

/// `rpc.on [name, ...]` and `rpc.off [name, ...]` -> `{name: "ok" | why not, ...}`, as rpc-websockets subscribes to
/// pushes and unsubscribes. A name that a `[[topic]]` rule is for is that topic; any other is the name of a push, and
/// changes nothing: who such a push is for says who publishes it. Errors: InvalidParams when the params are no list of
/// 1 to 100 texts.
class SubscriptionHandler final : public Handler
{
public:
    enum class Kind { On, Off };

    static constexpr qsizetype kMaxNames = 100;

    SubscriptionHandler(Kind kind, std::function<EventRegistryPtr()> registry)
        : m_kind(kind)
        , m_registry(std::move(registry))
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    [[nodiscard]] QString change(const std::string &name, const Principal &principal, const EventRegistry &registry,
                                 SessionChange &change) const;

    const Kind m_kind;
    const std::function<EventRegistryPtr()> m_registry;
};

} // namespace sluice::server
