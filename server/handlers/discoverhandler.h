#pragma once

#include "server/events/eventregistry.h"
#include "server/events/handler.h"

#include <functional>

namespace sluice::server {

/// `rpc.discover` -> the OpenRPC document of the events that the caller may use, made from the registry: parameters
/// with their types, summaries where the event has one, and the errors to expect. An event that does not say what its
/// parameters are takes any, which the document marks with `x-any-params`. What results look like is not known.
/// Source: OpenRPC 1.2.6, https://spec.open-rpc.org
class DiscoverHandler final : public Handler
{
public:
    explicit DiscoverHandler(std::function<EventRegistryPtr()> registry)
        : m_registry(std::move(registry))
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    const std::function<EventRegistryPtr()> m_registry;
};

} // namespace sluice::server
