#pragma once

#include "server/events/authenticator.h"
#include "server/events/handler.h"

namespace sluice::server {

/// `rpc.login {token}` -> `{user, roles, expiresMs?}`: the connection becomes that user's.
/// `rpc.session.refresh {token}` -> the same: the connection stays its user's, with the new token's roles, topics and
/// end.
/// Errors: Unauthorized, TokenExpired; for a refresh Forbidden when the token is another user's. The connection stays
/// who it was.
class LoginHandler final : public Handler
{
public:
    enum class Kind { Login, Refresh };

    LoginHandler(Kind kind, const Authenticator &authenticator)
        : m_kind(kind)
        , m_authenticator(authenticator)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    const Kind m_kind;
    const Authenticator &m_authenticator;
};

} // namespace sluice::server
