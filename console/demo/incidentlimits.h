// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/demo/incidentconnections.h"
#include "console/demo/incidentcourse.h"
#include "console/demo/incidentevents.h"

#include <QJsonArray>

#include <deque>

namespace sluice::console {

/// The rate limits of the built-in incident: what they refused, whose windows are full, who costs most, and what
/// another limit would have refused. Thread: any (no shared state).
class IncidentLimits
{
public:
    /// The configured ones. 0: off.
    struct Bounds {
        int globalPerSecond = 0;
        int perAddressPerMinute = 0;
        int perUserPerMinute = 0;
        bool perEvent = true;
        bool isUserDryRun = false;
    };

    /// Both live longer.
    IncidentLimits(const IncidentConnections &connections, const IncidentEvents &events);

    void setBounds(const Bounds &bounds) { m_bounds = bounds; }
    void step(const IncidentCourse::Load &load);
    /// Of the last ten minutes, one a second, the newest last.
    [[nodiscard]] const std::deque<IncidentCourse::Load> &recent() const { return m_recent; }

    /// `limits/list`, `limits/keys`, `top/list`. Errors: as the server.
    [[nodiscard]] QJsonObject list() const;
    [[nodiscard]] Result<QJsonObject> keys(const QJsonObject &params) const;
    [[nodiscard]] Result<QJsonObject> top(const QJsonObject &params) const;
    /// A row of `whatIf` in the answer of `config/patch`; empty for what is no limit.
    [[nodiscard]] QJsonObject whatIf(const QString &key, int limit) const;

private:
    struct Limit {
        QString scope;
        QString key;
        int count = 0;
        int windowMs = 0;
        int event = -1; ///< Its number; -1: not of one event.
        bool isOff = false;
        bool isDryRun = false;
    };
    /// What a user, or an address of somebody who has not signed in, was found to have.
    struct Amount {
        QString name;
        bool isUser = true;
        double amount = 0;
    };

    [[nodiscard]] std::vector<Limit> limits() const;
    [[nodiscard]] double windowsOf(const Limit &limit) const;
    /// The sum over each user's clients, the largest first.
    [[nodiscard]] std::vector<Amount> amounts(const std::function<double(int client)> &amountOf, bool byAddress) const;
    [[nodiscard]] double total(double IncidentCourse::Load::*what) const;

    const IncidentConnections &m_connections;
    const IncidentEvents &m_events;
    Bounds m_bounds;
    std::deque<IncidentCourse::Load> m_recent; ///< One a second, ten minutes.
    double m_usersRefused = 0;
    double m_usersWouldRefuse = 0;
};

} // namespace sluice::console
