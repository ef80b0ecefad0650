#pragma once

#include <string_view>

namespace sluice::server {

/// Who is connected.
/// Thread: any.
class UserDirectory
{
public:
    virtual ~UserDirectory() = default;

    [[nodiscard]] virtual bool isConnected(std::string_view user) const = 0;
};

} // namespace sluice::server
