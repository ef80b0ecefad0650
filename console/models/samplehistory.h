// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/admin/snapshot.h"

#include <QList>
#include <QPointF>

#include <array>
#include <optional>

namespace sluice::console {

/// What is drawn over time. Rates come from the totals of two samples and the server's steady clock between them.
enum class Metric {
    LaneHigh,          ///< Depth over the total capacity. Units: percent.
    LaneNormal,        ///< Units: percent.
    LaneLow,           ///< Units: percent.
    QueueFill,         ///< All lanes together. Units: percent.
    ReceivedRate,      ///< Units: events per second.
    ProcessedRate,     ///< Ran to an end: succeeded, failed or timed out. Units: events per second.
    LatencyP50,        ///< Units: ms.
    LatencyP95,        ///< Units: ms.
    LatencyP99,        ///< Units: ms.
    RateLimitedRate,   ///< Units: refusals per second.
    UnauthorizedRate,  ///< Units: refusals per second.
    InvalidRate,       ///< Unknown events and bad parameters. Units: refusals per second.
    OverloadRate,      ///< Refused for overload. Units: refusals per second.
    FailedRate,        ///< Units: events per second.
    TimedOutRate,      ///< Units: events per second.
    Connections,       ///< Open now.
    AcceptedRate,      ///< Units: connections per second.
    ClosedRate,        ///< Units: connections per second.
    BroadcastRate,     ///< Units: deliveries per second.
    BroadcastDropRate, ///< Units: broadcasts per second.
    Count,
};

inline constexpr size_t kMetricCount = static_cast<size_t>(Metric::Count);

/// A stretch of time without samples, in seconds before the right edge: `from` <= `to` <= 0.
struct Gap {
    double from = 0;
    double to = 0;
};

/// The last samples of one server with every drawn metric worked out once; bounded. A plain value: a copy is the cheap
/// frozen picture of a paused view.
///
/// Time runs on the server's clock: within an epoch by its steady clock, so that a corrected wall clock moves nothing.
/// Thread: any (a value).
class SampleHistory
{
public:
    static constexpr qsizetype kCapacity = 900;
    /// Samples farther apart than this have a gap between them. Units: ms.
    static constexpr qint64 kGapMs = 2500;

    struct Sample {
        qint64 timeMs = 0; ///< On this history's time line. Units: ms since the Unix epoch.
        admin::Snapshot snapshot;
        std::array<double, kMetricCount> values{}; ///< NaN where two samples were needed and one was there.
    };

    /// Adds the newest sample. One that is older than the newest (a duplicate) is ignored.
    void append(const admin::Snapshot &snapshot);
    /// Replaces everything by what the server remembers, oldest first, and keeps only what came after it.
    void restore(const QList<admin::Snapshot> &samples);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_samples.isEmpty(); }
    [[nodiscard]] const QList<Sample> &samples() const { return m_samples; }
    [[nodiscard]] const admin::Snapshot &latest() const { return m_samples.constLast().snapshot; }
    [[nodiscard]] qint64 latestMs() const { return m_samples.isEmpty() ? 0 : m_samples.constLast().timeMs; }
    /// NaN when unknown.
    [[nodiscard]] double value(Metric metric) const;
    /// The value so long ago; NaN when there was none.
    [[nodiscard]] double valueAgo(Metric metric, qint64 agoMs) const;
    /// Samples that the server numbered but that never came, in the current epoch.
    [[nodiscard]] quint64 lostSamples() const { return m_lost; }

    /// The points of the last `seconds` before `endMs`, x in seconds (<= 0); a NaN point stands in each gap.
    [[nodiscard]] QList<QPointF> points(Metric metric, qint64 endMs, int seconds) const;
    /// Where there is nothing to draw in that range, oldest first.
    [[nodiscard]] QList<Gap> gaps(qint64 endMs, int seconds) const;

private:
    [[nodiscard]] qint64 timeOf(const admin::Snapshot &snapshot);
    [[nodiscard]] static bool isBreak(const Sample &before, const Sample &after);
    [[nodiscard]] QList<Sample>::const_iterator firstAfter(qint64 timeMs) const;

    QList<Sample> m_samples;
    QString m_epoch;
    qint64 m_epochOffsetMs = 0; ///< Wall clock minus uptime, at the first sample of the epoch.
    quint64 m_lost = 0;
};

} // namespace sluice::console
