// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/admin/admincommand.h"
#include "shared/admin/snapshot.h"

#include <QJsonObject>
#include <QString>

namespace sluice::console {

/// The answer of `server/info`.
/// Thread: any (a value).
struct ServerInfo {
    QString name;
    QString version;
    int protocolMajor = 0;
    int protocolMinor = 0;
    QString epoch;
    qint64 timeMs = 0;   ///< Wall clock. Units: ms since the Unix epoch.
    qint64 uptimeMs = 0; ///< Units: ms.
    admin::ServerState state = admin::ServerState::Running;
    admin::Role role = admin::Role::Viewer;
    QString user;
    quint64 configRevision = 0;
    bool isReadOnly = false; ///< The operator's own switch, not the server's word: nothing that writes may be called.

    /// An unknown role reads as Viewer: the console never offers more than it understands.
    [[nodiscard]] static ServerInfo fromJson(const QJsonObject &object);
    /// What `fromJson` reads.
    [[nodiscard]] QJsonObject toJson() const;
    /// Whether this role may call `method`; unknown methods may not be called.
    [[nodiscard]] bool mayCall(const QString &method) const;
};

} // namespace sluice::console
