#pragma once

#include "server/events/authenticator.h"
#include "server/events/handler.h"

namespace sluice::server {

/// `rpc.login {token}` -> `{user, roles, expiresMs?}`: the connection becomes that user's.
/// Errors: Unauthorized, TokenExpired; the connection stays who it was.
class LoginHandler final : public Handler
{
public:
    explicit LoginHandler(const Authenticator &authenticator)
        : m_authenticator(authenticator)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    const Authenticator &m_authenticator;
};

} // namespace sluice::server
