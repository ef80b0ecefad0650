#pragma once

#include "shared/base/clock.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::server {

/// Who is behind a connection. Being authenticated is an explicit state, never deduced from a user id.
/// Thread: any (immutable once published).
struct Principal {
    std::string userId; ///< The token's auth.claims.user, else "anon-<connection>".
    std::vector<std::string> roles;
    bool authenticated = false;
    std::optional<WallTime> expires;      ///< When the token ends, where it says so.
    std::vector<std::string> topics = {}; ///< Names and patterns of topics that the token grants.
    std::string tokenId = {};             ///< The token's `jti`; empty when it has none.
    std::optional<WallTime> issued = {};  ///< The token's `iat`, where it says so.

    [[nodiscard]] bool hasRole(std::string_view role) const
    {
        return std::find(roles.begin(), roles.end(), role) != roles.end();
    }
};

using PrincipalPtr = std::shared_ptr<const Principal>;

} // namespace sluice::server
