#pragma once

#include "server/events/breaker.h"
#include "server/events/outcome.h"
#include "server/events/request.h"

#include <map>
#include <memory>
#include <string>

namespace sluice::server {

/// The code behind an event. It reads the request, acts, and returns an Outcome, or a future of one when it waits for
/// something; it never knows a socket. It should return soon after `request.stop` is set.
/// Thread: worker, several at once: a handler has no unguarded state of its own.
/// Errors: what it throws is caught by the executor and answered as an internal error.
class Handler
{
public:
    virtual ~Handler() = default;

    [[nodiscard]] virtual HandlerResult handle(const Request &request) = 0;

    /// Whether its events are let through; all of them share it. Thread: any.
    [[nodiscard]] Breaker &breaker() noexcept { return m_breaker; }

private:
    Breaker m_breaker;
};

/// The handlers by the names that events.toml uses ("notes.save").
using HandlerTable = std::map<std::string, std::unique_ptr<Handler>, std::less<>>;

} // namespace sluice::server
