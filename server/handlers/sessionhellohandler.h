#pragma once

#include "server/config/config.h"
#include "server/events/handler.h"

#include <functional>

namespace sluice::server {

/// `rpc.session.hello` -> who the server is, who the caller is to it, and the limits that the connection has:
/// `{server, version, protocol, user, authenticated, roles, connection, heartbeatMs, clientRequestMs, limits:
/// {messageBytes, batch, jsonDepth, fragments, pingsPerSecond}}`.
class SessionHelloHandler final : public Handler
{
public:
    explicit SessionHelloHandler(std::function<ConfigPtr()> config)
        : m_config(std::move(config))
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    const std::function<ConfigPtr()> m_config;
};

} // namespace sluice::server
