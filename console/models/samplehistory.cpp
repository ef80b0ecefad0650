// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/samplehistory.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sluice::console {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

using Total = quint64 admin::Snapshot::*;

quint64 processed(const admin::Snapshot &sample)
{
    return sample.eventsSucceeded + sample.eventsFailed + sample.eventsTimedOut;
}

quint64 invalid(const admin::Snapshot &sample)
{
    return sample.refusedUnknown + sample.refusedInvalid;
}

double percent(quint64 part, quint64 whole)
{
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

// Totals never shrink within an epoch; where they do, the server is not what we think and a rate would be invented.
double perSecond(quint64 before, quint64 after, qint64 elapsedMs)
{
    if (elapsedMs <= 0 || after < before)
        return kUnknown;
    return static_cast<double>(after - before) * 1000.0 / static_cast<double>(elapsedMs);
}

class Values
{
public:
    explicit Values(std::array<double, kMetricCount> &values)
        : m_values(values)
    {
    }

    double &operator[](Metric metric) { return m_values[static_cast<size_t>(metric)]; }

private:
    std::array<double, kMetricCount> &m_values;
};

void setLevels(Values values, const admin::Snapshot &now)
{
    values[Metric::LaneHigh] = percent(now.laneDepth[0], now.queueCapacity);
    values[Metric::LaneNormal] = percent(now.laneDepth[1], now.queueCapacity);
    values[Metric::LaneLow] = percent(now.laneDepth[2], now.queueCapacity);
    values[Metric::QueueFill] = percent(now.queueDepth(), now.queueCapacity);
    values[Metric::LatencyP50] = now.latency.p50Us / 1000.0;
    values[Metric::LatencyP95] = now.latency.p95Us / 1000.0;
    values[Metric::LatencyP99] = now.latency.p99Us / 1000.0;
    values[Metric::Connections] = static_cast<double>(now.connectionsOpen);
    values[Metric::QueueWaitP99] = now.queueWait.p99Us / 1000.0;
    values[Metric::WorkersBusy] = now.workerBusyShare * 100;
    values[Metric::WorkersStuck] = static_cast<double>(now.workersStuck);
    values[Metric::BreakersOpen] = static_cast<double>(now.breakersOpen);
    values[Metric::ServerCpu] = now.cpuShare * 100;
    values[Metric::ServerMemory] = static_cast<double>(now.residentBytes);
    values[Metric::OutboundBytes] = static_cast<double>(now.outboundBytes);
    values[Metric::InFlight] = static_cast<double>(now.inFlight);
    values[Metric::Users] = static_cast<double>(now.usersConnected);
    values[Metric::BroadcastsQueued] = static_cast<double>(now.broadcastsQueued);
    values[Metric::LatencyMax] = now.latency.maxUs / 1000.0;
    values[Metric::LoopTurnMax] = now.loopTurnMaxUs / 1000.0;
    values[Metric::MemoryShare] = now.memoryShare * 100;
    values[Metric::WritesWaiting] = static_cast<double>(now.writesWaiting);
    values[Metric::ErrorGroups] = static_cast<double>(now.errorGroups);
    values[Metric::Mutes] = static_cast<double>(now.mutes);
}

void setRates(Values values, const admin::Snapshot &before, const admin::Snapshot &now)
{
    const qint64 elapsedMs = now.uptimeMs - before.uptimeMs;
    const auto rate = [&](Total total) { return perSecond(before.*total, now.*total, elapsedMs); };
    values[Metric::ReceivedRate] = rate(&admin::Snapshot::eventsReceived);
    values[Metric::ProcessedRate] = perSecond(processed(before), processed(now), elapsedMs);
    values[Metric::RateLimitedRate] = rate(&admin::Snapshot::refusedRateLimited);
    values[Metric::UnauthorizedRate] = rate(&admin::Snapshot::refusedUnauthorized);
    values[Metric::InvalidRate] = perSecond(invalid(before), invalid(now), elapsedMs);
    values[Metric::OverloadRate] = rate(&admin::Snapshot::refusedOverloaded);
    values[Metric::FailedRate] = rate(&admin::Snapshot::eventsFailed);
    values[Metric::TimedOutRate] = rate(&admin::Snapshot::eventsTimedOut);
    values[Metric::AcceptedRate] = rate(&admin::Snapshot::connectionsAccepted);
    values[Metric::ClosedRate] = rate(&admin::Snapshot::connectionsClosed);
    values[Metric::BroadcastRate] = rate(&admin::Snapshot::broadcastSends);
    values[Metric::BroadcastDropRate] = rate(&admin::Snapshot::broadcastsDropped);
    values[Metric::SlowClosedRate] = rate(&admin::Snapshot::slowConsumersClosed);
    values[Metric::ConnectionsRefusedRate] = rate(&admin::Snapshot::connectionsRefused);
    values[Metric::TlsFailedRate] = rate(&admin::Snapshot::tlsHandshakesFailed);
    values[Metric::TokensRefusedRate] = rate(&admin::Snapshot::tokensRefused);
    values[Metric::ProtocolErrorRate] = rate(&admin::Snapshot::protocolErrors);
    values[Metric::CancelledRate] = rate(&admin::Snapshot::eventsCancelled);
    values[Metric::ClientGoneRate] = rate(&admin::Snapshot::eventsConnectionGone);
    values[Metric::AbandonedRate] = rate(&admin::Snapshot::eventsAbandoned);
    values[Metric::DrainRefusedRate] = rate(&admin::Snapshot::refusedDraining);
    values[Metric::DryRunRate] = rate(&admin::Snapshot::dryRunRefused);
    values[Metric::MutedRate] = rate(&admin::Snapshot::refusedMuted);
    values[Metric::PressureRate] = rate(&admin::Snapshot::acceptedUnderPressure);
    values[Metric::LateRate] = rate(&admin::Snapshot::lateResults);
    values[Metric::HandlerErrorRate] = rate(&admin::Snapshot::handlerErrors);
    values[Metric::LogDropRate] = rate(&admin::Snapshot::logLinesDropped);
}

// Units: ms.
qint64 intervalAfter(const admin::Snapshot &sample)
{
    return std::max(SampleHistory::kSampleMs, sample.intervalMs);
}

// Numbers that were due and did not come.
quint64 lostBetween(const admin::Snapshot &before, const admin::Snapshot &now)
{
    const quint64 expected = before.sequence + static_cast<quint64>(intervalAfter(before) / SampleHistory::kSampleMs);
    return now.sequence - std::min(now.sequence, expected);
}

} // namespace

SampleHistory::SampleHistory(qsizetype capacity, qint64 stepMs)
    : m_capacity(capacity)
    , m_stepMs(stepMs)
{
    Q_ASSERT(capacity > 0 && stepMs >= 0);
}

bool SampleHistory::isSameStep(const admin::Snapshot &snapshot) const
{
    if (m_samples.isEmpty() || snapshot.epoch != m_epoch || snapshot.uptimeMs <= latest().uptimeMs)
        return false;
    return m_stepMs > 0 ? snapshot.uptimeMs / m_stepMs == latest().uptimeMs / m_stepMs
                        : snapshot.uptimeMs - latest().uptimeMs < kLeastIntervalMs;
}

void SampleHistory::append(const admin::Snapshot &snapshot)
{
    if (isSameStep(snapshot)) {
        const admin::Snapshot whole = admin::worstOf(latest(), snapshot);
        const quint64 lost = m_lost + lostBetween(latest(), snapshot);
        m_samples.removeLast();
        append(whole);
        m_lost = lost; // what was folded did come
        return;
    }
    const bool newEpoch = snapshot.epoch != m_epoch;
    const qint64 timeMs = timeOf(snapshot);
    if (!m_samples.isEmpty() && timeMs <= m_samples.constLast().timeMs)
        return;
    Sample sample{timeMs, snapshot, {}};
    sample.values.fill(kUnknown);
    setLevels(Values(sample.values), snapshot);
    if (newEpoch) {
        m_lost = 0;
    } else if (!m_samples.isEmpty()) {
        const admin::Snapshot &before = m_samples.constLast().snapshot;
        setRates(Values(sample.values), before, snapshot);
        m_lost += lostBetween(before, snapshot);
    }
    m_samples.append(std::move(sample));
    if (m_samples.size() > m_capacity)
        m_samples.removeFirst();
}

void SampleHistory::restore(const QList<admin::Snapshot> &samples)
{
    const QList<Sample> before = m_samples;
    clear();
    // What this console saw before the server's ring begins (an earlier epoch, say) stays.
    const qint64 ringStartMs = samples.isEmpty() ? std::numeric_limits<qint64>::max() : samples.constFirst().timeMs;
    for (const Sample &sample : before) {
        if (sample.timeMs < ringStartMs)
            append(sample.snapshot);
    }
    for (const admin::Snapshot &sample : samples)
        append(sample);
    for (const Sample &sample : before) {
        if (sample.snapshot.epoch == m_epoch)
            append(sample.snapshot);
    }
    // The ring has one sample a second, whatever the numbers say: nothing was lost on the way to us.
    m_lost = 0;
}

void SampleHistory::clear()
{
    *this = SampleHistory(m_capacity, m_stepMs);
}

SampleHistory SampleHistory::until(qint64 timeMs) const
{
    SampleHistory result = *this;
    result.m_samples.resize(firstAfter(timeMs) - m_samples.cbegin());
    result.m_lost = 0; // of all, not of these
    if (result.isEmpty()) {
        result.clear();
        return result;
    }
    result.m_epoch = result.latest().epoch;
    result.m_epochOffsetMs = result.latestMs() - result.latest().uptimeMs;
    return result;
}

qint64 SampleHistory::timeOf(const admin::Snapshot &snapshot)
{
    if (snapshot.epoch != m_epoch) {
        m_epoch = snapshot.epoch;
        m_epochOffsetMs = snapshot.timeMs - snapshot.uptimeMs;
        // A restarted server whose clock was set back still follows what we already drew.
        const qint64 earliest = latestMs() + 1;
        if (!m_samples.isEmpty() && snapshot.timeMs < earliest)
            m_epochOffsetMs = earliest - snapshot.uptimeMs;
    }
    return m_epochOffsetMs + snapshot.uptimeMs;
}

std::optional<qint64> SampleHistory::timeAt(qint64 uptimeMs) const
{
    if (m_epoch.isEmpty())
        return std::nullopt;
    return m_epochOffsetMs + uptimeMs;
}

double SampleHistory::value(Metric metric) const
{
    return m_samples.isEmpty() ? kUnknown : m_samples.constLast().values[static_cast<size_t>(metric)];
}

double SampleHistory::valueAgo(Metric metric, qint64 agoMs) const
{
    const auto after = firstAfter(latestMs() - agoMs);
    if (after == m_samples.cbegin())
        return kUnknown;
    return std::prev(after)->values[static_cast<size_t>(metric)];
}

qint64 SampleHistory::gapAfter(const Sample &sample) const
{
    const qint64 step = std::max(m_stepMs, intervalAfter(sample.snapshot));
    return step * 5 / 2;
}

qint64 SampleHistory::gapMs() const
{
    return m_samples.isEmpty() ? gapAfter({}) : gapAfter(m_samples.constLast());
}

qint64 SampleHistory::intervalMs() const
{
    return m_samples.isEmpty() ? kSampleMs : intervalAfter(latest());
}

bool SampleHistory::isBreak(const Sample &before, const Sample &after) const
{
    return after.timeMs - before.timeMs > gapAfter(before) || after.snapshot.epoch != before.snapshot.epoch;
}

QList<SampleHistory::Sample>::const_iterator SampleHistory::firstAfter(qint64 timeMs) const
{
    return std::upper_bound(m_samples.cbegin(), m_samples.cend(), timeMs,
                            [](qint64 time, const Sample &sample) { return time < sample.timeMs; });
}

QList<QPointF> SampleHistory::points(Metric metric, qint64 endMs, int seconds) const
{
    QList<QPointF> result;
    // One sample left of the range, so that the line reaches the edge.
    auto sample = firstAfter(endMs - static_cast<qint64>(seconds) * 1000);
    if (sample != m_samples.cbegin() && sample != m_samples.cend() && !isBreak(*std::prev(sample), *sample))
        --sample;
    const Sample *before = nullptr;
    for (; sample != m_samples.cend() && sample->timeMs <= endMs; ++sample) {
        const double x = static_cast<double>(sample->timeMs - endMs) / 1000.0;
        if (before && isBreak(*before, *sample))
            result.append({x, kUnknown});
        result.append({std::max(x, -static_cast<double>(seconds)), sample->values[static_cast<size_t>(metric)]});
        before = &*sample;
    }
    return result;
}

QList<Gap> SampleHistory::gaps(qint64 endMs, int seconds) const
{
    QList<Gap> result;
    const qint64 startMs = endMs - static_cast<qint64>(seconds) * 1000;
    const auto add = [&](qint64 fromMs, qint64 toMs, qint64 limitMs) {
        if (toMs - fromMs > limitMs)
            result.append({static_cast<double>(fromMs - endMs) / 1000.0, static_cast<double>(toMs - endMs) / 1000.0});
    };
    auto sample = firstAfter(startMs);
    qint64 coveredMs = startMs;
    qint64 limitMs = gapAfter(sample == m_samples.cbegin() ? Sample{} : *std::prev(sample));
    for (; sample != m_samples.cend() && sample->timeMs <= endMs; ++sample) {
        add(coveredMs, sample->timeMs, limitMs);
        coveredMs = sample->timeMs;
        limitMs = gapAfter(*sample);
    }
    add(coveredMs, endMs, limitMs);
    return result;
}

} // namespace sluice::console
