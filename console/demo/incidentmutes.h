// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QJsonObject>

#include <functional>
#include <string>
#include <vector>

namespace sluice::console {

/// Who is muted in the built-in incident. Its clients do what they are told: a moment after the first refusals they
/// wait until the mute ends. Thread: any (no shared state).
class IncidentMutes
{
public:
    /// What a client sends. Units: events per second.
    using Rates = std::function<double(const std::function<bool(int client)> &isMeant)>;

    /// `rates`: of the second that has passed.
    void step(int second, const Rates &rates);
    [[nodiscard]] bool isMuted(int client) const;
    /// Muted, and has noticed.
    [[nodiscard]] bool isSilent(int client) const;

    /// `mutes/add`, `mutes/lift`, `mutes/list`. Errors: as the server.
    [[nodiscard]] Result<QJsonObject> add(const QJsonObject &params, const QString &by);
    [[nodiscard]] Result<QJsonObject> lift(const QJsonObject &params);
    [[nodiscard]] QJsonObject list() const;

private:
    struct Mute {
        quint64 id = 0;
        std::string user;
        std::string address;
        qint64 lengthMs = 0;
        int begun = 0;      ///< Units: s; so too the next.
        qint64 untilMs = 0; ///< On the clock of the incident.
        double refused = 0;
        QString by;
        QString reason;
    };

    [[nodiscard]] static bool covers(const Mute &mute, int client);
    [[nodiscard]] QJsonObject toJson(const Mute &mute) const;
    [[nodiscard]] qint64 nowMs() const;

    std::vector<Mute> m_mutes; ///< The oldest first.
    quint64 m_nextId = 1;
    int m_second = 0;
};

} // namespace sluice::console
