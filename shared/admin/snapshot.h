#pragma once

#include <QJsonObject>
#include <QString>

#include <array>
#include <vector>

namespace sluice::admin {

/// The stages of a server's life, as `server/info`, samples and drain progress name them.
enum class ServerState { Running, Draining, Drained, Stopping };

[[nodiscard]] QString toString(ServerState state);
[[nodiscard]] ServerState serverStateFromString(const QString &text);

/// How hard pressed a server is: whether waits or the queue's depth are high, and whether it refuses work for that.
enum class OverloadState { Normal, Alert, Shedding };

[[nodiscard]] QString toString(OverloadState state);
[[nodiscard]] OverloadState overloadStateFromString(const QString &text);

/// The lanes of the work queue; the numbers index arrays and stay as they are on the wire (high, normal, low).
inline constexpr int kLaneCount = 3;

/// A sample names no more workers than this, so that it stays small; the totals count all.
inline constexpr size_t kMostWorkersListed = 32;

/// Percentiles of a duration over the interval since the sample before. Units: microseconds.
struct LatencySummary {
    quint64 count = 0;
    double p50Us = 0;
    double p95Us = 0;
    double p99Us = 0;
    double maxUs = 0;
};

/// What one worker does and did.
struct WorkerSummary {
    qint64 number = 0; ///< From 1.
    quint64 processed = 0;
    quint64 errors = 0; ///< Handlers that threw.
    qint64 busyMs = 0;  ///< In batches, since it exists.
    QString event;      ///< Whose handler it is in; empty: none.
    qint64 eventMs = 0; ///< How long it has been in that handler.
    bool stuck = false; ///< That handler should have returned long ago.
};

/// One consistent picture of the server: the params of `metrics/sample`. Totals count since the start; a console
/// derives rates from two samples and `uptimeMs`, so a lost sample costs resolution, never truth.
/// Thread: any (a value).
struct Snapshot {
    /// One more than in the sample before; a gap is a lost sample, but for those that `intervalMs` leaves out.
    quint64 sequence = 0;
    /// When the next one is sent: later than was asked for while the server protects itself; what is left out is in the
    /// history. 0: it does not say. Units: ms.
    qint64 intervalMs = 0;
    QString epoch;       ///< Another one after each start of the server.
    qint64 timeMs = 0;   ///< Wall clock. Units: ms since the Unix epoch.
    qint64 uptimeMs = 0; ///< Steady clock. Units: ms.
    ServerState state = ServerState::Running;
    quint64 configRevision = 0;

    // Connections.
    quint64 connectionsOpen = 0;
    quint64 connectionsAccepted = 0;
    quint64 connectionsRefused = 0; ///< Before the upgrade: 401, 403, 404, 426, 429, 431, 503.
    quint64 connectionsClosed = 0;
    quint64 slowConsumersClosed = 0;
    quint64 usersConnected = 0;
    quint64 tlsHandshakesFailed = 0;
    quint64 tokensRefused = 0;  ///< Of clients, whatever was wrong with them.
    quint64 protocolErrors = 0; ///< Connections closed for breaking the WebSocket protocol.

    // Events: received = the sum of all endings + inFlight + queued.
    quint64 eventsReceived = 0;
    quint64 eventsSucceeded = 0;
    quint64 eventsFailed = 0; ///< The handler's own error.
    quint64 eventsTimedOut = 0;
    quint64 eventsCancelled = 0;
    quint64 eventsConnectionGone = 0;
    quint64 eventsAbandoned = 0; ///< Ended by the end of a drain's grace.
    quint64 refusedRateLimited = 0;
    quint64 refusedOverloaded = 0;
    quint64 refusedUnauthorized = 0;
    quint64 refusedUnknown = 0;
    quint64 refusedInvalid = 0; ///< Parse errors, invalid requests and params.
    quint64 refusedDraining = 0;
    quint64 dryRunRefused = 0; ///< Would have been refused by limits that are a dry run; no ending.
    quint64 lateResults = 0;   ///< A handler's answer after its deadline: dropped.
    quint64 acceptedUnderPressure = 0;
    quint64 refusedMuted = 0; ///< Of refusedRateLimited: because of a mute.
    quint64 mutes = 0;        ///< In force now.
    quint64 breakersOpen = 0; ///< Handlers whose breaker is open or half-open now.
    OverloadState overload = OverloadState::Normal;
    quint64 overloadEpisodes = 0; ///< Times that it began to shed.

    // Queue and workers.
    quint64 queueCapacity = 0;
    std::array<quint64, kLaneCount> laneDepth{};
    std::array<quint64, kLaneCount> laneStarted{}; ///< Events that a handler began, since the start.
    double alertThreshold = 0;                     ///< Share of the capacity.
    double dropThreshold = 0;                      ///< Share of the capacity.
    quint64 inFlight = 0;                          ///< Handed to handlers and not settled.
    quint64 workers = 0;
    quint64 workersBusy = 0;
    quint64 workersStuck = 0;
    quint64 handlerErrors = 0;             ///< Handlers that threw.
    double workerBusyShare = 0;            ///< Of the interval, over all workers, 0..1.
    std::vector<WorkerSummary> workerList; ///< At most kMostWorkersListed, the stuck ones first.

    LatencySummary latency;   ///< Receipt to settlement of what ran.
    LatencySummary queueWait; ///< Admission to start.

    // Pushing.
    quint64 broadcastsQueued = 0;
    quint64 broadcastsDropped = 0;
    quint64 broadcastSends = 0; ///< Deliveries to single connections.
    quint64 outboundBytes = 0;  ///< Waiting in outboxes now.

    // The process.
    quint64 residentBytes = 0;
    double cpuShare = 0;    ///< Of one core, over the interval.
    double memoryShare = 0; ///< Used, of what backpressure.memory-high is of.
    /// The longest turn of any I/O thread's loop in the interval: what came meanwhile waited.
    double loopTurnMaxUs = 0;
    quint64 writesWaiting = 0;   ///< Saves that wait for the database now.
    quint64 logLinesDropped = 0; ///< That the log could not take.
    quint64 errorGroups = 0;     ///< Different errors since the start, or since they were cleared.

    [[nodiscard]] quint64 queueDepth() const { return laneDepth[0] + laneDepth[1] + laneDepth[2]; }
    [[nodiscard]] QJsonObject toJson() const;
    /// Missing members keep their defaults, so that a newer console can read an older server.
    [[nodiscard]] static Snapshot fromJson(const QJsonObject &object);
};

/// The newer of two pictures of one step, with the worst of both: a peak must not get lost in a long range. Without its
/// list of workers.
[[nodiscard]] Snapshot worstOf(const Snapshot &before, const Snapshot &now);

/// The params of `server/drainProgress`, and the answer of `server/drain|shutdown` (the plan) in the same form.
struct DrainProgress {
    QString phase; ///< "balancer-grace", "stop-accepting", "finish-work", "flush-broadcasts", "close-clients",
                   ///< "drained", "stopping"; "resumed": it was taken back.
    bool paused = false;
    bool thenExit = false; ///< Else the server stays up.
    qint64 elapsedMs = 0;  ///< Without the time for which it was paused.
    qint64 graceMs = 0;
    qint64 closeSpreadMs = 0; ///< Over how long the clients are closed, the last part of the grace.
    quint64 queued = 0;
    quint64 inFlight = 0;
    quint64 connections = 0;
    quint64 connectionsAtStart = 0;
    quint64 queuedAtStart = 0;
    quint64 answered = 0;  ///< Since the drain began.
    quint64 abandoned = 0; ///< Since the drain began.
    QString reason;
    QString requestedBy;

    /// The server's own state at that phase.
    [[nodiscard]] ServerState state() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static DrainProgress fromJson(const QJsonObject &object);
};

} // namespace sluice::admin
