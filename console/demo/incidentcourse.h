// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/admin/marker.h"
#include "shared/admin/snapshot.h"

#include <QList>

namespace sluice::console {

/// The course of a built-in incident, second by second; the same on every machine, whenever it runs. A limit that was
/// raised for a campaign stayed so: one user floods, the queue fills, an operator gives the server more workers, it
/// recovers; then that user imports what fills the low lane again, until somebody does something about it.
/// Thread: any (no shared state).
class IncidentCourse
{
public:
    /// The incident is that far in the past when the console opens. Units: s.
    static constexpr int kHistorySeconds = 21'600;
    /// 2026-11-23 15:05:00 UTC: the clock of the demo stands there when the console opens. Units: ms since the Unix
    /// epoch.
    static constexpr qint64 kOpenMs = 1'795'446'300'000;
    static constexpr qint64 kUptimeAtOpenMs = (12 * 86'400 + 4 * 3600 + 11 * 60) * 1000LL;

    /// When operators changed the configuration, and the number of the first revision of these. Units: s, as second().
    static constexpr int kCampaign = -9000;
    static constexpr int kMoreWorkers = -168;
    static constexpr int kFirstRevision = 16;
    static constexpr quint64 kWorkers = 14;
    static constexpr quint64 kPerUserPerMinute = 100'000;

    /// What people can do about it.
    struct Influence {
        double culprit = 1; ///< How much of what it wants to send the culprit can send.
        quint64 workers = kWorkers;
        quint64 queueCapacity = 50'000;
        double alertThreshold = 0.7;
        double dropThreshold = 0.9;
        quint64 perUserPerMinute = kPerUserPerMinute; ///< 0: no limit.
    };
    /// What rate limits had to do with, in the last second.
    struct Load {
        double culprit = 0;        ///< What the culprit sent.
        double culpritRefused = 0; ///< Of these, for its limit.
        double usersRefused = 0;   ///< Of all others, for theirs.
        double eventsRefused = 0;  ///< For limits of single events.
        double received = 0;       ///< By all.
    };

    IncidentCourse();

    void setInfluence(const Influence &influence) { m_influence = influence; }
    [[nodiscard]] const Load &load() const { return m_load; }
    /// How many clients leave in that second.
    [[nodiscard]] quint64 closing() const { return m_closing; }
    /// Says that what came and is neither inside nor ended otherwise has succeeded.
    static void settle(admin::Snapshot &sample);
    /// Refusals a second of users other than the culprit, were that their limit.
    [[nodiscard]] static double usersRefusedAt(double perUserPerMinute);

    /// The next second's sample.
    [[nodiscard]] admin::Snapshot next();
    /// Seconds since the console was opened; negative before.
    [[nodiscard]] int second() const { return m_second; }

    /// What happened up to the opening.
    [[nodiscard]] static QList<admin::Marker> markers();
    [[nodiscard]] static qint64 timeMsAt(int second) { return kOpenMs + second * 1000LL; }
    [[nodiscard]] static qint64 uptimeMsAt(int second) { return kUptimeAtOpenMs + second * 1000LL; }

private:
    /// -1..1, a function of the second and a number for each thing that wavers.
    [[nodiscard]] double noise(int channel) const;
    void setLoad();
    void setConnections();
    void setQueue();
    [[nodiscard]] double admitted(double perSecond) const;

    int m_second = -kHistorySeconds;
    Influence m_influence;
    Load m_load;
    double m_hold = 1; // how far the culprit's imports have filled their lane, of what they would
    quint64 m_closing = 0;
    admin::Snapshot m_now;
};

} // namespace sluice::console
