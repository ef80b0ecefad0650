// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/samplehistory.h"
#include "shared/admin/snapshot.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace sluice::console {

/// How long what is inside takes, once nothing new comes in, as far as the present rates tell.
/// Thread: any (a value). Units: seconds.
struct DrainEstimate {
    /// All lanes as fast as all together go when every worker is busy; what is slower than most of it takes longer.
    double least = 0;
    /// When the slowest lane is empty, if it goes no faster than now. Nothing: the server does not tell, or a lane
    /// stands still.
    std::optional<double> most;

    /// Nothing while no work gets done, or there is none.
    [[nodiscard]] static std::optional<DrainEstimate> of(const SampleHistory &history);
    /// As one sentence.
    [[nodiscard]] QString text() const;
};

/// How a drain will end, as one sentence for people, and how sure it is that nothing is lost.
/// Thread: main (the default locale).
struct DrainForecast {
    Q_DECLARE_TR_FUNCTIONS(sluice::console::DrainForecast)

public:
    QString sentence;
    bool losesEvents = false;
    /// By how much more grace nothing would be lost, as far as the present rate tells. Units: seconds; 0: none is
    /// needed, or none would help.
    int missingSeconds = 0;

    /// `projectedEnd`: when the last event will be answered at the present rate, in seconds since the drain began;
    /// nothing while the number does not fall.
    [[nodiscard]] static DrainForecast of(const admin::DrainProgress &drain, std::optional<double> projectedEnd);
};

/// The events that are lost when such a drain is ended now.
[[nodiscard]] inline quint64 unanswered(const admin::DrainProgress &drain)
{
    return drain.queued + drain.inFlight;
}

/// Until when events are worked on: the rest of the grace is for closing the clients. Units: ms since the drain began.
[[nodiscard]] inline qint64 workDeadlineMs(const admin::DrainProgress &drain)
{
    return drain.graceMs - (drain.connections > 0 ? drain.closeSpreadMs : 0);
}

} // namespace sluice::console
