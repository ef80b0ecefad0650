// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/admin/marker.h"
#include "shared/admin/snapshot.h"

#include <QJsonArray>
#include <QList>

namespace sluice::console {

/// The course of a built-in incident, second by second; the same on every machine, whenever it runs: one user floods,
/// the queue fills, an operator gives the server more workers, it recovers; afterwards the low lane fills slowly again.
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

    IncidentCourse();

    /// The next second's sample.
    [[nodiscard]] admin::Snapshot next();
    /// Seconds since the console was opened; negative before.
    [[nodiscard]] int second() const { return m_second; }

    /// What happened up to the opening.
    [[nodiscard]] static QList<admin::Marker> markers();
    /// The rows of `config/history`.
    [[nodiscard]] static QJsonArray revisions();
    [[nodiscard]] static qint64 timeMsAt(int second) { return kOpenMs + second * 1000LL; }
    [[nodiscard]] static qint64 uptimeMsAt(int second) { return kUptimeAtOpenMs + second * 1000LL; }

private:
    /// -1..1, a function of the second and a number for each thing that wavers.
    [[nodiscard]] double noise(int channel) const;
    void setLoad();
    void setQueue();

    int m_second = -kHistorySeconds;
    admin::Snapshot m_now;
};

} // namespace sluice::console
