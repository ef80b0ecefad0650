#include "server/policies/authpolicy.h"

namespace sluice::server {

namespace {

Refusal refuse(ErrorCode code)
{
    return {Error{code, {}, {}}, false};
}

} // namespace

AuthPolicy::AuthPolicy(const Clock &clock)
    : m_clock(clock)
{
}

std::optional<Refusal> AuthPolicy::admit(const Request &request, TimePoint)
{
    const EventSpec &spec = *request.spec;
    if (!spec.requiresAuth && spec.requiresRole.empty())
        return std::nullopt;
    const Principal *principal = request.principal.get();
    if (principal == nullptr || !principal->authenticated)
        return refuse(ErrorCode::Unauthorized);
    if (isExpired(*principal))
        return refuse(ErrorCode::TokenExpired);
    if (!spec.isForRolesOf(*principal))
        return refuse(ErrorCode::Forbidden);
    return std::nullopt;
}

bool AuthPolicy::isExpired(const Principal &principal) const noexcept
{
    return principal.expires && m_clock.wallNow() >= *principal.expires;
}

} // namespace sluice::server
