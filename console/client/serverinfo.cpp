// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/client/serverinfo.h"

namespace sluice::console {

using namespace Qt::StringLiterals;

ServerInfo ServerInfo::fromJson(const QJsonObject &object)
{
    const QJsonObject protocol = object.value("protocol"_L1).toObject();
    return {
        .name = object.value("name"_L1).toString(),
        .version = object.value("version"_L1).toString(),
        .protocolMajor = protocol.value("major"_L1).toInt(),
        .protocolMinor = protocol.value("minor"_L1).toInt(),
        .epoch = object.value("epoch"_L1).toString(),
        .timeMs = object.value("timeMs"_L1).toInteger(),
        .uptimeMs = object.value("uptimeMs"_L1).toInteger(),
        .state = admin::serverStateFromString(object.value("state"_L1).toString()),
        .role = admin::roleFromString(object.value("role"_L1).toString()).value_or(admin::Role::Viewer),
        .user = object.value("user"_L1).toString(),
        .configRevision = static_cast<quint64>(std::max<qint64>(0, object.value("configRevision"_L1).toInteger())),
    };
}

QJsonObject ServerInfo::toJson() const
{
    return {{u"name"_s, name},
            {u"version"_s, version},
            {u"protocol"_s, QJsonObject{{u"major"_s, protocolMajor}, {u"minor"_s, protocolMinor}}},
            {u"epoch"_s, epoch},
            {u"timeMs"_s, timeMs},
            {u"uptimeMs"_s, uptimeMs},
            {u"state"_s, admin::toString(state)},
            {u"role"_s, admin::toString(role)},
            {u"user"_s, user},
            {u"configRevision"_s, static_cast<qint64>(configRevision)}};
}

bool ServerInfo::mayCall(const QString &method) const
{
    const admin::AdminCommand *command = admin::findAdminCommand(method);
    return command != nullptr && role >= command->role && !(isReadOnly && command->writes);
}

} // namespace sluice::console
