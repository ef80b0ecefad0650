// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace sluice::console {

/// Whose tokens hold no more in the built-in incident.
/// Thread: any (no shared state).
class IncidentRevocations
{
public:
    /// With one that was made before the opening.
    IncidentRevocations();

    /// Whether the user's tokens let nobody in: also new ones. Who was only sent away signs in again.
    [[nodiscard]] bool isBarred(int client) const;
    /// Whether the newest one is about that client.
    [[nodiscard]] bool isNewestAbout(int client) const;

    /// `tokens/revoke`, `tokens/restore`, `tokens/list`. Errors: as the server. `nowMs`: the incident's clock;
    /// `keepMs`, `most`: as configured.
    struct Circumstances {
        qint64 nowMs = 0;
        QString by;
        qint64 keepMs = 0;
        qint64 most = 0;
    };
    [[nodiscard]] Result<QJsonObject> revoke(const QJsonObject &params, const Circumstances &now);
    [[nodiscard]] Result<QJsonObject> restore(const QJsonObject &params);
    [[nodiscard]] Result<QJsonObject> list(const QJsonObject &params) const;

private:
    struct Entry {
        quint64 id = 0;
        QString user;
        QString tokenId;
        std::optional<qint64> issuedBeforeMs;
        qint64 untilMs = 0;
        QString reason;
        QString by;
        qint64 atMs = 0;
    };

    [[nodiscard]] static bool covers(const Entry &entry, int client);
    [[nodiscard]] static QJsonObject toJson(const Entry &entry);

    std::vector<Entry> m_entries; ///< The oldest first.
    quint64 m_nextId = 1;
};

} // namespace sluice::console
