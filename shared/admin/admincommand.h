#pragma once

#include <QLatin1String>
#include <QString>

#include <optional>
#include <span>

namespace sluice::admin {

/// What an operator may do: each role includes those before it.
enum class Role { Viewer, Operator, Admin };

[[nodiscard]] QString toString(Role role);
[[nodiscard]] std::optional<Role> roleFromString(const QString &text);

/// A method of the admin socket and the least role that may call it. One list drives the server's check and what the
/// console enables.
struct AdminCommand {
    const char *method;
    Role role;
    bool writes; ///< Changes something, so it is audited.
};

/// Thread: any (immutable).
[[nodiscard]] std::span<const AdminCommand> adminCommands();
[[nodiscard]] const AdminCommand *findAdminCommand(const QString &method);

/// The version of the admin protocol; a console refuses a server whose major number differs.
inline constexpr int kAdminProtocolMajor = 1;
inline constexpr int kAdminProtocolMinor = 3;

} // namespace sluice::admin
