#include "shared/admin/admincommand.h"

#include <algorithm>
#include <array>

namespace sluice::admin {

namespace {

constexpr std::array kCommands{
    AdminCommand{"server/info", Role::Viewer, false},        AdminCommand{"metrics/subscribe", Role::Viewer, false},
    AdminCommand{"metrics/history", Role::Viewer, false},    AdminCommand{"config/schema", Role::Viewer, false},
    AdminCommand{"config/get", Role::Viewer, false},         AdminCommand{"config/patch", Role::Admin, true},
    AdminCommand{"config/confirm", Role::Admin, true},       AdminCommand{"config/revert", Role::Admin, true},
    AdminCommand{"config/history", Role::Viewer, false},     AdminCommand{"events/list", Role::Viewer, false},
    AdminCommand{"events/reload", Role::Admin, true},        AdminCommand{"server/drain", Role::Operator, true},
    AdminCommand{"server/resume", Role::Operator, true},     AdminCommand{"server/shutdown", Role::Admin, true},
    AdminCommand{"drain/plan", Role::Viewer, false},         AdminCommand{"drain/extend", Role::Operator, true},
    AdminCommand{"drain/pause", Role::Operator, true},       AdminCommand{"drain/continue", Role::Operator, true},
    AdminCommand{"drain/force", Role::Operator, true},       AdminCommand{"tls/reload", Role::Admin, true},
    AdminCommand{"tokens/reload", Role::Admin, true},        AdminCommand{"breakers/list", Role::Viewer, false},
    AdminCommand{"breakers/force", Role::Operator, true},    AdminCommand{"trace/list", Role::Viewer, false},
    AdminCommand{"trace/start", Role::Viewer, false},        AdminCommand{"trace/stop", Role::Viewer, false},
    AdminCommand{"top/list", Role::Viewer, false},           AdminCommand{"users/send", Role::Operator, true},
    AdminCommand{"broadcast/send", Role::Operator, true},    AdminCommand{"topics/list", Role::Viewer, false},
    AdminCommand{"topics/send", Role::Operator, true},       AdminCommand{"log/subscribe", Role::Viewer, false},
    AdminCommand{"log/unsubscribe", Role::Viewer, false},    AdminCommand{"log/list", Role::Viewer, false},
    AdminCommand{"errors/list", Role::Viewer, false},        AdminCommand{"errors/clear", Role::Operator, true},
    AdminCommand{"connections/list", Role::Viewer, false},   AdminCommand{"connections/get", Role::Viewer, false},
    AdminCommand{"connections/close", Role::Operator, true}, AdminCommand{"connections/closed", Role::Viewer, false},
    AdminCommand{"users/list", Role::Viewer, false},         AdminCommand{"audit/list", Role::Viewer, false},
    AdminCommand{"limits/list", Role::Viewer, false},        AdminCommand{"limits/keys", Role::Viewer, false},
    AdminCommand{"tokens/list", Role::Viewer, false},        AdminCommand{"tokens/revoke", Role::Operator, true},
    AdminCommand{"tokens/restore", Role::Operator, true},    AdminCommand{"mutes/list", Role::Viewer, false},
    AdminCommand{"mutes/add", Role::Operator, true},         AdminCommand{"mutes/lift", Role::Operator, true},
};

constexpr std::array kRoleNames{QLatin1String("viewer"), QLatin1String("operator"), QLatin1String("admin")};

} // namespace

QString toString(Role role)
{
    return kRoleNames[static_cast<size_t>(role)];
}

std::optional<Role> roleFromString(const QString &text)
{
    const auto found = std::find(kRoleNames.begin(), kRoleNames.end(), text);
    if (found == kRoleNames.end())
        return std::nullopt;
    return static_cast<Role>(found - kRoleNames.begin());
}

std::span<const AdminCommand> adminCommands()
{
    return kCommands;
}

const AdminCommand *findAdminCommand(const QString &method)
{
    const auto found = std::find_if(kCommands.begin(), kCommands.end(), [&](const AdminCommand &command) {
        return method == QLatin1String(command.method);
    });
    return found == kCommands.end() ? nullptr : &*found;
}

} // namespace sluice::admin
