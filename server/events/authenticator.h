#pragma once

#include "server/events/principal.h"
#include "shared/base/result.h"

#include <string_view>

namespace sluice::server {

/// Says who a token stands for.
/// Thread: any.
class Authenticator
{
public:
    virtual ~Authenticator() = default;

    /// Errors: Unauthorized for a token that is not ours or not a token, TokenExpired; the detail says why, for
    /// operators.
    [[nodiscard]] virtual Result<PrincipalPtr> authenticate(std::string_view token) const = 0;
};

/// Says whose token an operator has revoked.
/// Thread: any. Blocks: never.
class RevocationCheck
{
public:
    virtual ~RevocationCheck() = default;

    [[nodiscard]] virtual bool isRevoked(const Principal &principal) const = 0;
};

} // namespace sluice::server
