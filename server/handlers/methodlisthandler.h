#pragma once

#include "server/events/eventregistry.h"
#include "server/events/handler.h"

#include <functional>

namespace sluice::server {

/// `__listMethods` -> the ids of the events that the caller may use, as rpc-websockets asks for them.
class MethodListHandler final : public Handler
{
public:
    explicit MethodListHandler(std::function<EventRegistryPtr()> registry)
        : m_registry(std::move(registry))
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    const std::function<EventRegistryPtr()> m_registry;
};

} // namespace sluice::server
