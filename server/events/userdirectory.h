#pragma once

#include <cstddef>
#include <string_view>

namespace sluice::server {

/// Who is here. The hub implements it.
/// Thread: any. Blocks: never.
class UserDirectory
{
public:
    virtual ~UserDirectory() = default;

    /// How many connections the user has now.
    [[nodiscard]] virtual size_t connectionsOf(std::string_view userId) const = 0;
    [[nodiscard]] bool isConnected(std::string_view userId) const { return connectionsOf(userId) > 0; }
};

} // namespace sluice::server
