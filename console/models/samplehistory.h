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
    QueueWaitP99,      ///< Admission to start. Units: ms.
    WorkersBusy,       ///< Of the interval, over all workers. Units: percent.
    WorkersStuck,
    BreakersOpen,
    ServerCpu,      ///< Of one core. Units: percent.
    ServerMemory,   ///< Units: bytes.
    OutboundBytes,  ///< Waiting in outboxes. Units: bytes.
    SlowClosedRate, ///< Slow consumers cut. Units: connections per second.
    InFlight,       ///< Events with handlers.
    Users,
    ConnectionsRefusedRate, ///< Before the upgrade. Units: connections per second.
    TlsFailedRate,          ///< Units: handshakes per second.
    TokensRefusedRate,      ///< Units: tokens per second.
    ProtocolErrorRate,      ///< Units: connections per second.
    CancelledRate,          ///< Units: events per second; so too the next two.
    ClientGoneRate,
    AbandonedRate,    ///< Given up at the end of a drain.
    DrainRefusedRate, ///< Units: refusals per second; so too the next two.
    DryRunRate,       ///< What limits that are a dry run would have refused.
    MutedRate,
    PressureRate,     ///< Accepted above the alert threshold. Units: events per second.
    LateRate,         ///< Results after their deadline. Units: results per second.
    HandlerErrorRate, ///< Handlers that threw. Units: per second.
    BroadcastsQueued,
    LatencyMax,  ///< Units: ms.
    LoopTurnMax, ///< The longest turn of any I/O thread. Units: ms.
    MemoryShare, ///< Of what backpressure.memory-high is of. Units: percent.
    WritesWaiting,
    LogDropRate, ///< Units: lines per second.
    ErrorGroups,
    Mutes,
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
    static constexpr qsizetype kCoarseCapacity = 2160;
    static constexpr qint64 kCoarseStepMs = 10'000;
    /// Samples nearer to each other than this become one: of a server that was held up they come in bursts, and rates
    /// over a millisecond would be spikes that never were. Units: ms.
    static constexpr qint64 kLeastIntervalMs = 250;
    /// From one single sample to the next, unless the server tells that they come more rarely.
    static constexpr qint64 kSampleMs = 1000;
    /// gapMs() of single samples.
    static constexpr qint64 kGapMs = 2500;

    struct Sample {
        qint64 timeMs = 0; ///< On this history's time line. Units: ms since the Unix epoch.
        admin::Snapshot snapshot;
        std::array<double, kMetricCount> values{}; ///< NaN where two samples were needed and one was there.
    };

    /// One sample a second for a quarter of an hour.
    SampleHistory() = default;
    /// One for every `stepMs`: the worst of the percentiles and depths in it, as the server's coarse ring has it.
    SampleHistory(qsizetype capacity, qint64 stepMs);

    /// Adds the newest sample. One that is older than the newest (a duplicate) is ignored.
    void append(const admin::Snapshot &snapshot);
    /// Replaces everything by what the server remembers, oldest first, and keeps only what came after it.
    void restore(const QList<admin::Snapshot> &samples);
    void clear();
    /// The same without what came after `timeMs`, as if it had not come yet.
    [[nodiscard]] SampleHistory until(qint64 timeMs) const;

    [[nodiscard]] bool isEmpty() const { return m_samples.isEmpty(); }
    [[nodiscard]] const QList<Sample> &samples() const { return m_samples; }
    [[nodiscard]] const admin::Snapshot &latest() const { return m_samples.constLast().snapshot; }
    [[nodiscard]] qint64 latestMs() const { return m_samples.isEmpty() ? 0 : m_samples.constLast().timeMs; }
    /// Where a moment of the current epoch lies on this time line; nothing before the first sample.
    [[nodiscard]] std::optional<qint64> timeAt(qint64 uptimeMs) const;
    [[nodiscard]] const QString &epoch() const { return m_epoch; }
    /// After how long without one there is a gap behind the newest sample. Units: ms.
    [[nodiscard]] qint64 gapMs() const;
    /// How long after the newest sample the next is due: longer while the server has reduced its updates. Units: ms.
    [[nodiscard]] qint64 intervalMs() const;
    [[nodiscard]] bool areUpdatesReduced() const { return intervalMs() > kSampleMs; }
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
    [[nodiscard]] bool isSameStep(const admin::Snapshot &snapshot) const;
    [[nodiscard]] qint64 timeOf(const admin::Snapshot &snapshot);
    [[nodiscard]] qint64 gapAfter(const Sample &sample) const;
    [[nodiscard]] bool isBreak(const Sample &before, const Sample &after) const;
    [[nodiscard]] QList<Sample>::const_iterator firstAfter(qint64 timeMs) const;

    qsizetype m_capacity = kCapacity;
    qint64 m_stepMs = 0; ///< 0: every sample stands for itself.
    QList<Sample> m_samples;
    QString m_epoch;
    qint64 m_epochOffsetMs = 0; ///< Wall clock minus uptime, at the first sample of the epoch.
    quint64 m_lost = 0;
};

} // namespace sluice::console
