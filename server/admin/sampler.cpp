#include "server/admin/sampler.h"

#include <algorithm>

namespace sluice::server {

namespace {

double nanoseconds(Duration duration)
{
    return static_cast<double>(std::chrono::duration_cast<std::chrono::nanoseconds>(duration).count());
}

constexpr double kNanosecondsPerMicrosecond = 1000;

admin::LatencySummary summary(const HistogramCounts &counts)
{
    const auto percentileUs = [&counts](double share) {
        return counts.percentileNs(share) / kNanosecondsPerMicrosecond;
    };
    return {counts.count, percentileUs(0.5), percentileUs(0.95), percentileUs(0.99), percentileUs(1)};
}

quint64 whole(double gauge)
{
    return static_cast<quint64>(std::max(0.0, gauge));
}

} // namespace

Sampler::Sampler(const SampleSources &sources)
    : m_sources(sources)
    , m_before(read(ProcessStats::now()))
{
}

admin::Snapshot Sampler::sample()
{
    const ProcessStats process = ProcessStats::now();
    Cumulative now = read(process);
    admin::Snapshot sample;
    sample.sequence = ++m_sequence;
    sample.epoch = m_sources.epoch;
    sample.timeMs = toUnixMs(m_sources.clock.wallNow());
    sample.uptimeMs = std::chrono::duration_cast<std::chrono::milliseconds>(now.at - m_sources.started).count();
    sample.state = m_sources.state();
    sample.configRevision = m_sources.config.revision();
    sample.residentBytes = process.residentBytes;
    sample.laneStarted = now.laneStarted;
    fillTotals(sample);
    fillGauges(sample);
    fillInterval(sample, now);
    m_before = std::move(now);
    return sample;
}

Sampler::Cumulative Sampler::read(const ProcessStats &process) const
{
    const Metrics &metrics = m_sources.metrics;
    Cumulative now;
    now.at = m_sources.clock.now();
    now.latency = metrics.counts(Distribution::EventDuration);
    constexpr std::array kWaits{Distribution::QueueWaitHigh, Distribution::QueueWaitNormal, Distribution::QueueWaitLow};
    for (size_t lane = 0; lane < kWaits.size(); ++lane) {
        const HistogramCounts waits = metrics.counts(kWaits[lane]);
        now.laneStarted[lane] = waits.count;
        now.queueWait += waits;
    }
    now.loopTurns = m_sources.loopTurns();
    now.workerBusyNs = metrics.total(Counter::WorkerBusyNs);
    now.cpuTime = process.cpuTime;
    return now;
}

void Sampler::fillTotals(admin::Snapshot &sample) const
{
    const auto total = [this](Counter counter) { return m_sources.metrics.total(counter); };
    sample.connectionsClosed = total(Counter::ConnectionsClosed);
    for (const Counter reason : kConnectionRefusals)
        sample.connectionsRefused += total(reason);
    sample.connectionsAccepted = total(Counter::ConnectionsAccepted);
    sample.tlsHandshakesFailed = total(Counter::TlsHandshakesFailed);
    for (const Counter reason : kTokenRefusals)
        sample.tokensRefused += total(reason);
    sample.protocolErrors = total(Counter::ProtocolErrors);
    sample.slowConsumersClosed = total(Counter::SlowConsumersClosed) + total(Counter::SlowConsumersCutForBudget);
    sample.eventsSucceeded = total(Counter::EndedSucceeded);
    sample.eventsFailed = total(Counter::EndedFailed);
    sample.eventsTimedOut = total(Counter::EndedTimedOut);
    sample.eventsCancelled = total(Counter::EndedCancelled);
    sample.eventsConnectionGone = total(Counter::EndedConnectionGone);
    sample.eventsAbandoned = total(Counter::EndedAbandoned);
    sample.refusedRateLimited = total(Counter::RefusedRateLimited);
    sample.refusedOverloaded = total(Counter::RefusedOverloaded) + total(Counter::RefusedUnavailable);
    sample.refusedUnauthorized = total(Counter::RefusedUnauthorized);
    sample.refusedUnknown = total(Counter::RefusedUnknown);
    sample.refusedInvalid =
        total(Counter::RefusedParse) + total(Counter::RefusedInvalidRequest) + total(Counter::RefusedInvalidParams);
    sample.refusedDraining = total(Counter::RefusedDraining);
    for (const Counter limit : kDryRuns)
        sample.dryRunRefused += total(limit);
    // After all endings, so that it is never less than their sum.
    sample.eventsReceived = total(Counter::EventsReceived);
    sample.refusedMuted = total(Counter::MuteRefusals);
    sample.handlerErrors = total(Counter::WorkerErrors);
    sample.logLinesDropped = total(Counter::LogLinesDroppedFull) + total(Counter::LogLinesDroppedUnwritable);
    sample.lateResults = total(Counter::LateResults);
    sample.acceptedUnderPressure = total(Counter::AcceptedUnderPressure);
    sample.overloadEpisodes = total(Counter::OverloadEpisodes);
    sample.broadcastsDropped = total(Counter::BroadcastsDropped);
    sample.broadcastSends = total(Counter::BroadcastSends);
}

void Sampler::fillGauges(admin::Snapshot &sample) const
{
    const auto gauge = [this](Gauge name) { return whole(m_sources.metrics.value(name)); };
    sample.connectionsOpen = gauge(Gauge::ConnectionsOpen);
    sample.usersConnected = gauge(Gauge::UsersConnected);
    sample.queueCapacity = gauge(Gauge::QueueCapacity);
    sample.laneDepth = {gauge(Gauge::QueueDepthHigh), gauge(Gauge::QueueDepthNormal), gauge(Gauge::QueueDepthLow)};
    sample.inFlight = gauge(Gauge::EventsInFlight);
    sample.workers = gauge(Gauge::Workers);
    sample.workersBusy = gauge(Gauge::WorkersBusy);
    sample.mutes = gauge(Gauge::Mutes);
    sample.writesWaiting = gauge(Gauge::StorageWritesWaiting);
    sample.errorGroups = gauge(Gauge::ErrorGroups);
    sample.memoryShare = m_sources.metrics.value(Gauge::MemoryShare);
    sample.breakersOpen = gauge(Gauge::BreakersOpen);
    sample.workersStuck = gauge(Gauge::WorkersStuck);
    sample.workerList = m_sources.workers();
    std::stable_partition(sample.workerList.begin(), sample.workerList.end(),
                          [](const admin::WorkerSummary &worker) { return worker.stuck; });
    if (sample.workerList.size() > admin::kMostWorkersListed)
        sample.workerList.resize(admin::kMostWorkersListed);
    sample.broadcastsQueued = gauge(Gauge::BroadcastQueueDepth);
    sample.outboundBytes = gauge(Gauge::OutboundBytes);
    sample.overload = static_cast<admin::OverloadState>(gauge(Gauge::OverloadState));
    const ConfigPtr config = m_sources.config.current();
    sample.alertThreshold = config->backpressure.alertThreshold;
    sample.dropThreshold = config->backpressure.dropThreshold;
}

void Sampler::fillInterval(admin::Snapshot &sample, const Cumulative &now) const
{
    sample.latency = summary(now.latency.since(m_before.latency));
    sample.queueWait = summary(now.queueWait.since(m_before.queueWait));
    for (size_t i = 0; i < now.loopTurns.size(); ++i) {
        const HistogramCounts turns = now.loopTurns[i].since(m_before.loopTurns[i]);
        sample.loopTurnMaxUs = std::max(sample.loopTurnMaxUs, turns.percentileNs(1) / kNanosecondsPerMicrosecond);
    }
    const double interval = nanoseconds(now.at - m_before.at);
    if (interval <= 0)
        return;
    sample.cpuShare = nanoseconds(now.cpuTime - m_before.cpuTime) / interval;
    // Time is counted when a handler returns, so that a long one would show as more than all of the interval.
    const double capacity = interval * static_cast<double>(std::max<quint64>(1, sample.workers));
    sample.workerBusyShare = std::min(1.0, static_cast<double>(now.workerBusyNs - m_before.workerBusyNs) / capacity);
}

} // namespace sluice::server
