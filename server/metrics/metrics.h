#pragma once

#include "server/metrics/histogram.h"
#include "server/metrics/stripes.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/base/mutex.h"

#include <array>
#include <atomic>
#include <functional>
#include <memory>

namespace sluice::server {

/// Every counter of the server. Each way a request can end has one; their sum equals EventsReceived at rest.
enum class Counter : quint8 {
    ConnectionsAccepted,
    ConnectionsRefusedMalformed,
    ConnectionsRefusedHeaderSize,
    ConnectionsRefusedOrigin,
    ConnectionsRefusedPath,
    ConnectionsRefusedToken,
    ConnectionsRefusedAddressFull,
    ConnectionsRefusedAddressRate,
    ConnectionsRefusedFull,
    ConnectionsRefusedDraining,
    ConnectionsRefusedMemory,
    ConnectionsRefusedHook,
    ConnectionsRefusedHookFailed,
    TokensAccepted,
    TokensRefusedMalformed,
    TokensRefusedAlgorithm,
    TokensRefusedKey,
    TokensRefusedSignature,
    TokensRefusedClaims,
    TokensRefusedExpired,
    TokensRefusedRevoked,
    KeySetFetches,
    KeySetFetchesFailed,
    ConnectionsClosedRevoked,
    AdminLoginsRefusedToken,
    AdminLoginsRefusedLocked,
    AdminUpdatesReductions,
    HandshakesTimedOut,
    TlsHandshakesFailed,
    TlsReloads,
    TlsReloadsFailed,
    EventsReloads,
    EventsReloadsFailed,
    ConnectionsClosed,
    ConnectHookAccepted,
    ConnectHookRefused,
    ConnectHookFailed,
    DisconnectHookSent,
    DisconnectHookFailed,
    DisconnectHookDropped,
    SlowConsumersClosed,
    SlowConsumersCutForBudget,
    SlowConsumerPushesDropped,
    SlowConsumerPushesReplaced,
    ReadingPausedForRequests,
    ReadingPausedForOutput,
    FloodsOfPings,
    FloodsOfPongs,
    FloodsOfFragments,
    FloodsOfTinyFragments,
    ProtocolErrors,
    BytesReceived,
    BytesSent,
    EventsReceived,
    EndedSucceeded,
    EndedFailed,
    EndedTimedOut,
    EndedCancelled,
    EndedConnectionGone,
    EndedAbandoned,
    RefusedParse,
    RefusedInvalidRequest,
    RefusedUnknown,
    RefusedUnauthorized,
    RefusedRateLimited,
    RefusedOverloaded,
    RefusedUnavailable,
    RefusedInvalidParams,
    RefusedDraining,
    LateResults,
    AcceptedUnderPressure,
    IdempotentRepeats,
    MuteRefusals,
    RateLimitHitsGlobal,
    RateLimitHitsIp,
    RateLimitHitsUser,
    RateLimitHitsEvent,
    DryRunGlobal,
    DryRunIp,
    DryRunUser,
    DryRunEvent,
    DryRunRefused,
    DryRunMessageBytes,
    OverloadedByDepth,
    OverloadedBySojourn,
    OverloadedByWait,
    OverloadedByMemory,
    OverloadEpisodes,
    WorkerProcessed,
    WorkerErrors,
    WorkerBusyNs,
    WorkersGotStuck,
    WorkersRecovered,
    BroadcastsQueued,
    BroadcastsDropped,
    BroadcastSends,
    BroadcastsExpired,
    BroadcastsReplaced,
    BroadcastsMerged,
    TopicsRecovered,
    TopicsNotRecovered,
    LoopStalls,
    HeapTrims,
    LogLinesWritten,
    LogLinesDroppedFull,
    LogLinesDroppedUnwritable,
    LogLinesSuppressed,
    ErrorReportsSent,
    ErrorReportsFailed,
    ErrorReportsDropped,
    ApiConnectionsRefused,
    ApiRequestsTimedOut,
    ApiIdempotentRepeats,
    ApiKeysWrong,
    ApiKeysReloads,
    ApiKeysReloadsFailed,
    Count_,
};
inline constexpr size_t kCounterCount = static_cast<size_t>(Counter::Count_);

/// Each reason to refuse a connection before the upgrade.
inline constexpr std::array kConnectionRefusals{
    Counter::ConnectionsRefusedMalformed,   Counter::ConnectionsRefusedHeaderSize,
    Counter::ConnectionsRefusedOrigin,      Counter::ConnectionsRefusedPath,
    Counter::ConnectionsRefusedToken,       Counter::ConnectionsRefusedAddressFull,
    Counter::ConnectionsRefusedAddressRate, Counter::ConnectionsRefusedFull,
    Counter::ConnectionsRefusedDraining,    Counter::ConnectionsRefusedMemory,
    Counter::ConnectionsRefusedHook,        Counter::ConnectionsRefusedHookFailed,
};

/// Each reason to refuse a client's token.
inline constexpr std::array kTokenRefusals{
    Counter::TokensRefusedMalformed, Counter::TokensRefusedAlgorithm, Counter::TokensRefusedKey,
    Counter::TokensRefusedSignature, Counter::TokensRefusedClaims,    Counter::TokensRefusedExpired,
    Counter::TokensRefusedRevoked,
};

/// Each limit that can be a dry run, for what it would have refused.
inline constexpr std::array kDryRuns{
    Counter::DryRunGlobal, Counter::DryRunIp,      Counter::DryRunUser,
    Counter::DryRunEvent,  Counter::DryRunRefused, Counter::DryRunMessageBytes,
};

/// Values that are looked up when somebody asks; whoever owns the value registers a function for it.
enum class Gauge : quint8 {
    ConnectionsOpen,
    UsersConnected,
    QueueDepthHigh,
    QueueDepthNormal,
    QueueDepthLow,
    QueueCapacity,
    EventsInFlight,
    Workers,
    WorkersBusy,
    WorkersStuck,
    BroadcastQueueDepth,
    Topics,
    TopicSubscriptions,
    TopicHistoryBytes,
    TokenKeys,
    KeySetAge,
    Revocations,
    AdminUpdatesReduced,
    Mutes,
    OutboundBytes,
    OverloadState,
    MemoryShare,
    RateLimitKeys,
    IdempotencyKeys,
    IdempotencyBytes,
    BreakersOpen,
    ConfigRevision,
    LogQueueLines,
    ErrorGroups,
    ApiConnections,
    ApiRequestsInFlight,
    ApiIdempotencyBytes,
    StorageConnections,
    StorageWritesWaiting,
    Count_,
};
inline constexpr size_t kGaugeCount = static_cast<size_t>(Gauge::Count_);

/// Every distribution. Units: nanoseconds unless the name says otherwise.
enum class Distribution : quint8 {
    EventDuration, ///< Receipt to settlement, of what ran.
    QueueWaitHigh, ///< Admission to start, per lane.
    QueueWaitNormal,
    QueueWaitLow,
    HandlerDuration,
    BroadcastFanout, ///< One window, hand-over to the last outbox of an I/O thread.
    WorkerBatchJobs, ///< Units: events that a worker takes at once.
    ApiDuration,     ///< A request of the backend API: its last byte to its answer.
    OutboxBytes,     ///< Units: bytes that wait for one connection, looked at once a second where any do.
    Count_,
};
inline constexpr size_t kDistributionCount = static_cast<size_t>(Distribution::Count_);

/// How a counter, gauge or distribution is called outside: in Prometheus and in documentation.
struct MetricInfo {
    const char *name; ///< "sluice_events_received_total".
    const char *unit; ///< "", "bytes", "seconds" ...
    const char *help;
    const char *label; ///< `key="value"` or "" for none: rows of one family share a name and differ in this.
};
[[nodiscard]] const MetricInfo &metricInfo(Counter counter);
[[nodiscard]] const MetricInfo &metricInfo(Gauge gauge);
[[nodiscard]] const MetricInfo &metricInfo(Distribution distribution);

/// What is counted per event type.
struct EventTotals {
    quint64 received = 0;
    quint64 succeeded = 0;
    quint64 failed = 0;
    quint64 timedOut = 0;
    quint64 refused = 0;
    quint64 rateLimited = 0;
    quint64 dryRun = 0; ///< Would have been refused by a limit that is a dry run. Not an outcome.
};
enum class EventCounter : quint8 { Received, Succeeded, Failed, TimedOut, Refused, RateLimited, DryRun, Count_ };

/// All metrics of one server. Each thread counts in memory of its own (stripes), so that counting costs a plain add and
/// the hot path never contends; reading sums the stripes.
/// Thread: any.
class Metrics
{
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics &) = delete;
    Metrics &operator=(const Metrics &) = delete;

    void add(Counter counter, quint64 amount = 1) noexcept;
    [[nodiscard]] quint64 total(Counter counter) const noexcept;

    void record(Distribution distribution, Duration duration) noexcept;
    [[nodiscard]] HistogramCounts counts(Distribution distribution) const;

    /// Makes room for events up to `count`. Requires: called before an index is used; from one thread at a time.
    void reserveEvents(size_t count);
    void add(EventIndex event, EventCounter counter, quint64 amount = 1) noexcept;
    void record(EventIndex event, Duration duration) noexcept;
    [[nodiscard]] EventTotals totals(EventIndex event) const noexcept;
    [[nodiscard]] HistogramCounts counts(EventIndex event) const;

    /// Registers who knows a gauge's value; nullptr forgets them. When it returns, the function before runs no more.
    /// Requires: `read` may be called from any thread until it is replaced, and calls nothing of this class.
    void setGauge(Gauge gauge, std::function<double()> read) EXCLUDES(m_gaugeMutex);
    /// 0 for a gauge that nobody registered.
    [[nodiscard]] double value(Gauge gauge) const EXCLUDES(m_gaugeMutex);

private:
    struct Stripe;
    struct EventStripe;

    [[nodiscard]] Stripes<EventStripe> *stripesOf(EventIndex event) const noexcept;

    std::unique_ptr<Stripes<Stripe>> m_stripes;
    // Grows only; what an index has is safe to use without a lock because it never moves.
    static constexpr size_t kMaxEvents = 4096;
    std::unique_ptr<std::atomic<Stripes<EventStripe> *>[]> m_events;
    mutable Mutex m_gaugeMutex;
    std::array<std::function<double()>, kGaugeCount> m_gauges GUARDED_BY(m_gaugeMutex);
};

} // namespace sluice::server
