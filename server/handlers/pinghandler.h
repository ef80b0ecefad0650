#pragma once

#include "server/events/handler.h"
#include "shared/base/clock.h"

namespace sluice::server {

/// `rpc.ping` -> `{timeMs}`: the whole way of an event and back, and the server's wall clock.
class PingHandler final : public Handler
{
public:
    explicit PingHandler(const Clock &clock)
        : m_clock(clock)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    const Clock &m_clock;
};

} // namespace sluice::server
