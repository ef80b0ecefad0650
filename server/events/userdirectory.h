#pragma once

#include <string_view>

namespace sluice::server {

/// Who is here. The hub implements it.
/// Thread: any. Blocks: never.
class UserDirectory
{
public:
    virtual ~UserDirectory() = default;

    /// Whether the user has a connection now.
    [[nodiscard]] virtual bool isConnected(std::string_view userId) const = 0;
};

} // namespace sluice::server
