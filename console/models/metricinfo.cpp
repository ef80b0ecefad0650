// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/metricinfo.h"

#include "console/models/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

enum class Unit { Count, Percent, Milliseconds, PerSecond, Bytes };

struct Info {
    Metric metric;
    const char *id;
    const char *name;
    Unit unit;
};

constexpr std::array kInfos{
    Info{Metric::LaneHigh, "queue.high", QT_TRANSLATE_NOOP("metric", "Queue, lane high"), Unit::Percent},
    Info{Metric::LaneNormal, "queue.normal", QT_TRANSLATE_NOOP("metric", "Queue, lane normal"), Unit::Percent},
    Info{Metric::LaneLow, "queue.low", QT_TRANSLATE_NOOP("metric", "Queue, lane low"), Unit::Percent},
    Info{Metric::QueueFill, "queue.fill", QT_TRANSLATE_NOOP("metric", "Queue, all lanes"), Unit::Percent},
    Info{Metric::ReceivedRate, "events.received", QT_TRANSLATE_NOOP("metric", "Events received"), Unit::PerSecond},
    Info{Metric::ProcessedRate, "events.processed", QT_TRANSLATE_NOOP("metric", "Events processed"), Unit::PerSecond},
    Info{Metric::LatencyP50, "latency.p50", QT_TRANSLATE_NOOP("metric", "Latency p50"), Unit::Milliseconds},
    Info{Metric::LatencyP95, "latency.p95", QT_TRANSLATE_NOOP("metric", "Latency p95"), Unit::Milliseconds},
    Info{Metric::LatencyP99, "latency.p99", QT_TRANSLATE_NOOP("metric", "Latency p99"), Unit::Milliseconds},
    Info{Metric::RateLimitedRate, "refused.rate-limited", QT_TRANSLATE_NOOP("metric", "Refused by rate limits"),
         Unit::PerSecond},
    Info{Metric::UnauthorizedRate, "refused.unauthorized", QT_TRANSLATE_NOOP("metric", "Refused for want of rights"),
         Unit::PerSecond},
    Info{Metric::InvalidRate, "refused.invalid", QT_TRANSLATE_NOOP("metric", "Refused as invalid"), Unit::PerSecond},
    Info{Metric::OverloadRate, "refused.overloaded", QT_TRANSLATE_NOOP("metric", "Refused for overload"),
         Unit::PerSecond},
    Info{Metric::FailedRate, "events.failed", QT_TRANSLATE_NOOP("metric", "Events that failed"), Unit::PerSecond},
    Info{Metric::TimedOutRate, "events.timed-out", QT_TRANSLATE_NOOP("metric", "Events that timed out"),
         Unit::PerSecond},
    Info{Metric::Connections, "connections.open", QT_TRANSLATE_NOOP("metric", "Connections"), Unit::Count},
    Info{Metric::AcceptedRate, "connections.accepted", QT_TRANSLATE_NOOP("metric", "Connections accepted"),
         Unit::PerSecond},
    Info{Metric::ClosedRate, "connections.closed", QT_TRANSLATE_NOOP("metric", "Connections closed"), Unit::PerSecond},
    Info{Metric::BroadcastRate, "broadcast.sends", QT_TRANSLATE_NOOP("metric", "Broadcast sends"), Unit::PerSecond},
    Info{Metric::BroadcastDropRate, "broadcast.dropped", QT_TRANSLATE_NOOP("metric", "Broadcasts dropped"),
         Unit::PerSecond},
    Info{Metric::QueueWaitP99, "queue.wait-p99", QT_TRANSLATE_NOOP("metric", "Wait in the queue, p99"),
         Unit::Milliseconds},
    Info{Metric::WorkersBusy, "workers.busy", QT_TRANSLATE_NOOP("metric", "Workers busy"), Unit::Percent},
    Info{Metric::WorkersStuck, "workers.stuck", QT_TRANSLATE_NOOP("metric", "Workers stuck"), Unit::Count},
    Info{Metric::BreakersOpen, "breakers.open", QT_TRANSLATE_NOOP("metric", "Breakers open"), Unit::Count},
    Info{Metric::ServerCpu, "server.cpu", QT_TRANSLATE_NOOP("metric", "CPU of the server"), Unit::Percent},
    Info{Metric::ServerMemory, "server.memory", QT_TRANSLATE_NOOP("metric", "Memory of the server"), Unit::Bytes},
    Info{Metric::OutboundBytes, "outbound.bytes", QT_TRANSLATE_NOOP("metric", "Waiting to be sent"), Unit::Bytes},
    Info{Metric::SlowClosedRate, "connections.slow-closed", QT_TRANSLATE_NOOP("metric", "Slow clients closed"),
         Unit::PerSecond},
    Info{Metric::InFlight, "handlers.in-flight", QT_TRANSLATE_NOOP("metric", "Events with handlers"), Unit::Count},
    Info{Metric::Users, "connections.users", QT_TRANSLATE_NOOP("metric", "Users connected"), Unit::Count},
    Info{Metric::ConnectionsRefusedRate, "connections.refused", QT_TRANSLATE_NOOP("metric", "Connections refused"),
         Unit::PerSecond},
    Info{Metric::TlsFailedRate, "connections.tls-failed", QT_TRANSLATE_NOOP("metric", "TLS handshakes that failed"),
         Unit::PerSecond},
    Info{Metric::TokensRefusedRate, "connections.tokens-refused", QT_TRANSLATE_NOOP("metric", "Tokens refused"),
         Unit::PerSecond},
    Info{Metric::ProtocolErrorRate, "connections.protocol-errors",
         QT_TRANSLATE_NOOP("metric", "Closed for protocol errors"), Unit::PerSecond},
    Info{Metric::CancelledRate, "events.cancelled", QT_TRANSLATE_NOOP("metric", "Events that were cancelled"),
         Unit::PerSecond},
    Info{Metric::ClientGoneRate, "events.client-gone", QT_TRANSLATE_NOOP("metric", "Events whose client had gone"),
         Unit::PerSecond},
    Info{Metric::AbandonedRate, "events.abandoned", QT_TRANSLATE_NOOP("metric", "Events given up by a drain"),
         Unit::PerSecond},
    Info{Metric::DrainRefusedRate, "refused.draining", QT_TRANSLATE_NOOP("metric", "Refused while draining"),
         Unit::PerSecond},
    Info{Metric::DryRunRate, "refused.dry-run", QT_TRANSLATE_NOOP("metric", "Would be refused (dry run)"),
         Unit::PerSecond},
    Info{Metric::MutedRate, "refused.muted", QT_TRANSLATE_NOOP("metric", "Refused for a mute"), Unit::PerSecond},
    Info{Metric::PressureRate, "queue.pressure", QT_TRANSLATE_NOOP("metric", "Accepted under pressure"),
         Unit::PerSecond},
    Info{Metric::LateRate, "events.late", QT_TRANSLATE_NOOP("metric", "Results that came too late"), Unit::PerSecond},
    Info{Metric::HandlerErrorRate, "handlers.errors", QT_TRANSLATE_NOOP("metric", "Handlers that threw an error"),
         Unit::PerSecond},
    Info{Metric::BroadcastsQueued, "broadcast.queued", QT_TRANSLATE_NOOP("metric", "Broadcasts waiting"), Unit::Count},
    Info{Metric::LatencyMax, "latency.max", QT_TRANSLATE_NOOP("metric", "Latency, longest"), Unit::Milliseconds},
    Info{Metric::LoopTurnMax, "loop.turn-max", QT_TRANSLATE_NOOP("metric", "Loop lag, worst I/O thread"),
         Unit::Milliseconds},
    Info{Metric::MemoryShare, "server.memory-share", QT_TRANSLATE_NOOP("metric", "Memory, share of the limit"),
         Unit::Percent},
    Info{Metric::WritesWaiting, "storage.waiting", QT_TRANSLATE_NOOP("metric", "Saves waiting for the database"),
         Unit::Count},
    Info{Metric::LogDropRate, "log.dropped", QT_TRANSLATE_NOOP("metric", "Lines lost by the log"), Unit::PerSecond},
    Info{Metric::ErrorGroups, "errors.different", QT_TRANSLATE_NOOP("metric", "Different errors"), Unit::Count},
    Info{Metric::Mutes, "mutes.in-force", QT_TRANSLATE_NOOP("metric", "Mutes in force"), Unit::Count},
};
static_assert(kInfos.size() == kMetricCount);

const Info &infoOf(Metric metric)
{
    return *std::find_if(kInfos.begin(), kInfos.end(), [&](const Info &info) { return info.metric == metric; });
}

} // namespace

QString metricId(Metric metric)
{
    return QLatin1StringView(infoOf(metric).id);
}

std::optional<Metric> metricFromId(const QString &id)
{
    const auto found =
        std::find_if(kInfos.begin(), kInfos.end(), [&](const Info &info) { return id == QLatin1StringView(info.id); });
    return found == kInfos.end() ? std::nullopt : std::optional(found->metric);
}

QString metricName(Metric metric)
{
    return QCoreApplication::translate("metric", infoOf(metric).name);
}

QString metricUnit(Metric metric)
{
    switch (infoOf(metric).unit) {
    case Unit::Percent: return u"%"_s;
    case Unit::Milliseconds: return u"ms"_s;
    case Unit::PerSecond: return u"/s"_s;
    case Unit::Bytes: return u"B"_s;
    case Unit::Count: break;
    }
    return {};
}

QString metricText(Metric metric, double value)
{
    switch (infoOf(metric).unit) {
    case Unit::Percent: return format::percent(value);
    case Unit::Milliseconds: return format::withUnit(format::milliseconds(value), u"ms"_s);
    case Unit::PerSecond: return format::withUnit(format::rate(value), u"/s"_s);
    case Unit::Bytes: return format::bytes(value);
    case Unit::Count: break;
    }
    return format::count(value);
}

} // namespace sluice::console
