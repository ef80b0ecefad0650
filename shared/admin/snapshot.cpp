#include "shared/admin/snapshot.h"

#include <QJsonArray>

#include <algorithm>

namespace sluice::admin {

namespace {

constexpr std::array kStateNames{QLatin1String("running"), QLatin1String("draining"), QLatin1String("drained"),
                                 QLatin1String("stopping")};

constexpr std::array kOverloadNames{QLatin1String("normal"), QLatin1String("alert"), QLatin1String("shedding")};

// The members of each struct are named once, in its visit(); a writer and a reader walk the same list.
struct Writer {
    QJsonObject object;

    void operator()(QLatin1String name, const QString &value) { object[name] = value; }
    void operator()(QLatin1String name, const quint64 &value) { object[name] = static_cast<double>(value); }
    void operator()(QLatin1String name, const qint64 &value) { object[name] = value; }
    void operator()(QLatin1String name, const double &value) { object[name] = value; }
    void operator()(QLatin1String name, const bool &value) { object[name] = value; }
};

struct Reader {
    const QJsonObject &object;

    void operator()(QLatin1String name, QString &value) const { value = object.value(name).toString(value); }
    void operator()(QLatin1String name, double &value) const { value = object.value(name).toDouble(value); }
    void operator()(QLatin1String name, bool &value) const { value = object.value(name).toBool(value); }
    void operator()(QLatin1String name, qint64 &value) const { value = object.value(name).toInteger(value); }
    void operator()(QLatin1String name, quint64 &value) const
    {
        value = static_cast<quint64>(std::max(0.0, object.value(name).toDouble(static_cast<double>(value))));
    }
};

template <typename Summary, typename Visitor>
requires std::is_same_v<std::remove_const_t<Summary>, LatencySummary>
void visit(Summary &latency, Visitor &&visitor)
{
    visitor(QLatin1String("count"), latency.count);
    visitor(QLatin1String("p50Us"), latency.p50Us);
    visitor(QLatin1String("p95Us"), latency.p95Us);
    visitor(QLatin1String("p99Us"), latency.p99Us);
    visitor(QLatin1String("maxUs"), latency.maxUs);
}

template <typename Worker, typename Visitor>
requires std::is_same_v<std::remove_const_t<Worker>, WorkerSummary>
void visit(Worker &worker, Visitor &&visitor)
{
    visitor(QLatin1String("number"), worker.number);
    visitor(QLatin1String("processed"), worker.processed);
    visitor(QLatin1String("errors"), worker.errors);
    visitor(QLatin1String("busyMs"), worker.busyMs);
    visitor(QLatin1String("event"), worker.event);
    visitor(QLatin1String("eventMs"), worker.eventMs);
    visitor(QLatin1String("stuck"), worker.stuck);
}

template <typename Sample, typename Visitor>
requires std::is_same_v<std::remove_const_t<Sample>, Snapshot>
void visit(Sample &sample, Visitor &&visitor)
{
    visitor(QLatin1String("sequence"), sample.sequence);
    visitor(QLatin1String("intervalMs"), sample.intervalMs);
    visitor(QLatin1String("epoch"), sample.epoch);
    visitor(QLatin1String("timeMs"), sample.timeMs);
    visitor(QLatin1String("uptimeMs"), sample.uptimeMs);
    visitor(QLatin1String("configRevision"), sample.configRevision);
    visitor(QLatin1String("connectionsOpen"), sample.connectionsOpen);
    visitor(QLatin1String("connectionsAccepted"), sample.connectionsAccepted);
    visitor(QLatin1String("connectionsRefused"), sample.connectionsRefused);
    visitor(QLatin1String("connectionsClosed"), sample.connectionsClosed);
    visitor(QLatin1String("slowConsumersClosed"), sample.slowConsumersClosed);
    visitor(QLatin1String("usersConnected"), sample.usersConnected);
    visitor(QLatin1String("tlsHandshakesFailed"), sample.tlsHandshakesFailed);
    visitor(QLatin1String("tokensRefused"), sample.tokensRefused);
    visitor(QLatin1String("protocolErrors"), sample.protocolErrors);
    visitor(QLatin1String("eventsReceived"), sample.eventsReceived);
    visitor(QLatin1String("eventsSucceeded"), sample.eventsSucceeded);
    visitor(QLatin1String("eventsFailed"), sample.eventsFailed);
    visitor(QLatin1String("eventsTimedOut"), sample.eventsTimedOut);
    visitor(QLatin1String("eventsCancelled"), sample.eventsCancelled);
    visitor(QLatin1String("eventsConnectionGone"), sample.eventsConnectionGone);
    visitor(QLatin1String("eventsAbandoned"), sample.eventsAbandoned);
    visitor(QLatin1String("refusedRateLimited"), sample.refusedRateLimited);
    visitor(QLatin1String("refusedOverloaded"), sample.refusedOverloaded);
    visitor(QLatin1String("refusedUnauthorized"), sample.refusedUnauthorized);
    visitor(QLatin1String("refusedUnknown"), sample.refusedUnknown);
    visitor(QLatin1String("refusedInvalid"), sample.refusedInvalid);
    visitor(QLatin1String("refusedDraining"), sample.refusedDraining);
    visitor(QLatin1String("dryRunRefused"), sample.dryRunRefused);
    visitor(QLatin1String("lateResults"), sample.lateResults);
    visitor(QLatin1String("acceptedUnderPressure"), sample.acceptedUnderPressure);
    visitor(QLatin1String("refusedMuted"), sample.refusedMuted);
    visitor(QLatin1String("mutes"), sample.mutes);
    visitor(QLatin1String("breakersOpen"), sample.breakersOpen);
    visitor(QLatin1String("overloadEpisodes"), sample.overloadEpisodes);
    visitor(QLatin1String("queueCapacity"), sample.queueCapacity);
    visitor(QLatin1String("alertThreshold"), sample.alertThreshold);
    visitor(QLatin1String("dropThreshold"), sample.dropThreshold);
    visitor(QLatin1String("inFlight"), sample.inFlight);
    visitor(QLatin1String("workers"), sample.workers);
    visitor(QLatin1String("workersBusy"), sample.workersBusy);
    visitor(QLatin1String("workersStuck"), sample.workersStuck);
    visitor(QLatin1String("handlerErrors"), sample.handlerErrors);
    visitor(QLatin1String("workerBusyShare"), sample.workerBusyShare);
    visitor(QLatin1String("broadcastsQueued"), sample.broadcastsQueued);
    visitor(QLatin1String("broadcastsDropped"), sample.broadcastsDropped);
    visitor(QLatin1String("broadcastSends"), sample.broadcastSends);
    visitor(QLatin1String("outboundBytes"), sample.outboundBytes);
    visitor(QLatin1String("residentBytes"), sample.residentBytes);
    visitor(QLatin1String("cpuShare"), sample.cpuShare);
    visitor(QLatin1String("memoryShare"), sample.memoryShare);
    visitor(QLatin1String("loopTurnMaxUs"), sample.loopTurnMaxUs);
    visitor(QLatin1String("writesWaiting"), sample.writesWaiting);
    visitor(QLatin1String("logLinesDropped"), sample.logLinesDropped);
    visitor(QLatin1String("errorGroups"), sample.errorGroups);
}

template <typename Progress, typename Visitor>
requires std::is_same_v<std::remove_const_t<Progress>, DrainProgress>
void visit(Progress &progress, Visitor &&visitor)
{
    visitor(QLatin1String("phase"), progress.phase);
    visitor(QLatin1String("elapsedMs"), progress.elapsedMs);
    visitor(QLatin1String("graceMs"), progress.graceMs);
    visitor(QLatin1String("closeSpreadMs"), progress.closeSpreadMs);
    visitor(QLatin1String("paused"), progress.paused);
    visitor(QLatin1String("thenExit"), progress.thenExit);
    visitor(QLatin1String("queued"), progress.queued);
    visitor(QLatin1String("inFlight"), progress.inFlight);
    visitor(QLatin1String("connections"), progress.connections);
    visitor(QLatin1String("connectionsAtStart"), progress.connectionsAtStart);
    visitor(QLatin1String("queuedAtStart"), progress.queuedAtStart);
    visitor(QLatin1String("answered"), progress.answered);
    visitor(QLatin1String("abandoned"), progress.abandoned);
    visitor(QLatin1String("reason"), progress.reason);
    visitor(QLatin1String("requestedBy"), progress.requestedBy);
}

template <typename Value>
QJsonObject write(const Value &value)
{
    Writer writer;
    visit(value, writer);
    return writer.object;
}

template <typename Value>
Value read(const QJsonObject &object)
{
    Value value;
    visit(value, Reader{object});
    return value;
}

LatencySummary worstOf(const LatencySummary &a, const LatencySummary &b)
{
    return {a.count + b.count, std::max(a.p50Us, b.p50Us), std::max(a.p95Us, b.p95Us), std::max(a.p99Us, b.p99Us),
            std::max(a.maxUs, b.maxUs)};
}

QJsonArray lanesToJson(const std::array<quint64, kLaneCount> &lanes)
{
    QJsonArray array;
    for (const quint64 lane : lanes)
        array.append(static_cast<double>(lane));
    return array;
}

std::array<quint64, kLaneCount> lanesFromJson(const QJsonArray &array)
{
    std::array<quint64, kLaneCount> lanes{};
    for (int lane = 0; lane < kLaneCount; ++lane)
        lanes[static_cast<size_t>(lane)] = static_cast<quint64>(std::max(0.0, array.at(lane).toDouble()));
    return lanes;
}

} // namespace

QString toString(ServerState state)
{
    return kStateNames[static_cast<size_t>(state)];
}

ServerState serverStateFromString(const QString &text)
{
    const auto found = std::find(kStateNames.begin(), kStateNames.end(), text);
    return found == kStateNames.end() ? ServerState::Running : static_cast<ServerState>(found - kStateNames.begin());
}

QString toString(OverloadState state)
{
    return kOverloadNames[static_cast<size_t>(state)];
}

OverloadState overloadStateFromString(const QString &text)
{
    const auto found = std::find(kOverloadNames.begin(), kOverloadNames.end(), text);
    return found == kOverloadNames.end() ? OverloadState::Normal
                                         : static_cast<OverloadState>(found - kOverloadNames.begin());
}

QJsonObject Snapshot::toJson() const
{
    QJsonObject object = write(*this);
    object[QLatin1String("state")] = toString(state);
    object[QLatin1String("overload")] = toString(overload);
    object[QLatin1String("laneDepth")] = lanesToJson(laneDepth);
    object[QLatin1String("laneStarted")] = lanesToJson(laneStarted);
    QJsonArray workerArray;
    for (const WorkerSummary &worker : workerList)
        workerArray.append(write(worker));
    object[QLatin1String("workerList")] = workerArray;
    object[QLatin1String("latency")] = write(latency);
    object[QLatin1String("queueWait")] = write(queueWait);
    return object;
}

Snapshot Snapshot::fromJson(const QJsonObject &object)
{
    auto sample = read<Snapshot>(object);
    sample.state = serverStateFromString(object.value(QLatin1String("state")).toString());
    sample.overload = overloadStateFromString(object.value(QLatin1String("overload")).toString());
    sample.laneDepth = lanesFromJson(object.value(QLatin1String("laneDepth")).toArray());
    sample.laneStarted = lanesFromJson(object.value(QLatin1String("laneStarted")).toArray());
    for (const QJsonValue &worker : object.value(QLatin1String("workerList")).toArray())
        sample.workerList.push_back(read<WorkerSummary>(worker.toObject()));
    sample.latency = read<LatencySummary>(object.value(QLatin1String("latency")).toObject());
    sample.queueWait = read<LatencySummary>(object.value(QLatin1String("queueWait")).toObject());
    return sample;
}

Snapshot worstOf(const Snapshot &before, const Snapshot &now)
{
    Snapshot worst = now;
    worst.workerList.clear();
    const auto keepWorst = [&](auto member) { worst.*member = std::max(before.*member, now.*member); };
    for (quint64 Snapshot::*level :
         {&Snapshot::inFlight, &Snapshot::workersStuck, &Snapshot::breakersOpen, &Snapshot::broadcastsQueued,
          &Snapshot::mutes, &Snapshot::writesWaiting, &Snapshot::outboundBytes})
        keepWorst(level);
    keepWorst(&Snapshot::overload);
    keepWorst(&Snapshot::memoryShare);
    keepWorst(&Snapshot::loopTurnMaxUs);
    for (size_t lane = 0; lane < worst.laneDepth.size(); ++lane)
        worst.laneDepth[lane] = std::max(before.laneDepth[lane], now.laneDepth[lane]);
    worst.latency = worstOf(before.latency, now.latency);
    worst.queueWait = worstOf(before.queueWait, now.queueWait);
    return worst;
}

ServerState DrainProgress::state() const
{
    if (phase == QLatin1String("resumed"))
        return ServerState::Running;
    if (phase == QLatin1String("drained"))
        return ServerState::Drained;
    return phase == QLatin1String("stopping") ? ServerState::Stopping : ServerState::Draining;
}

QJsonObject DrainProgress::toJson() const
{
    return write(*this);
}

DrainProgress DrainProgress::fromJson(const QJsonObject &object)
{
    return read<DrainProgress>(object);
}

} // namespace sluice::admin
