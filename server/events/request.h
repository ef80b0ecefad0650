#pragma once

#include "server/events/eventspec.h"
#include "server/events/principal.h"
#include "server/metrics/flightrecorder.h"
#include "shared/base/cacheline.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/timerwheel.h"

#include <QJsonObject>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::server {

class CompletionSink;
class Session;
struct BatchReply;
struct Bulkhead;
struct Flow;
struct Request;

/// Where a request is in the work queue. Only the queue touches it, under its lock.
struct QueuePlace {
    enum class State : quint8 { Outside, Waiting, Parked };

    Request *before = nullptr; ///< Of the same user, or of the same order.
    Request *behind = nullptr;
    Request *older = nullptr; ///< Of the same line.
    Request *newer = nullptr;
    Flow *flow = nullptr;         ///< While it waits: its user's.
    Flow *order = nullptr;        ///< While it holds or awaits its turn in one.
    Bulkhead *bulkhead = nullptr; ///< While it waits for or holds one of its places.
    TimePoint since;              ///< When it could have left first.
    State state = State::Outside;
};

/// How a request ended; each has its counter.
enum class Ending : quint8 { Succeeded, Failed, TimedOut, Cancelled, ConnectionGone, Abandoned };

/// What a worker and the queue have of a request.
///
/// Cores hand it to each other by cache lines: what is used together is together. What the queue reads and writes under
/// its lock fills the first two.
struct alignas(kCacheLine) LentRequest {
    QueuePlace place;
    EventSpecPtr spec;
    TimePoint admitted;
    qint64 expectedNs = 0; ///< What its handler was expected to take when it was queued.

    CompletionSink *sink = nullptr; ///< Where the completion goes: the I/O thread's mailbox.
    TimePoint deadline;
    TimePoint startedAt; ///< When a worker took it; valid once `started` is set.

    std::string text;        ///< The envelope's bytes; the views below point into it.
    std::string_view id;     ///< Raw JSON; empty for a notification.
    std::string_view params; ///< Raw JSON object or array; empty when absent.

    std::stop_source stop; ///< Set when nobody waits any more.
    PrincipalPtr principal;
    std::chrono::milliseconds timeout{0}; ///< What the deadline was made from, for the answer.
    /// A place with the handler's breaker, or 0; the policy only sees a constant request. Whoever claims the request
    /// gives it back.
    mutable quint32 breakerTicket = 0;
    quint32 handlerUs = 0; ///< How long its handler took, once it has returned. Units: microseconds.
    quint16 worker = 0;    ///< Who ran it; valid once `started` is set.
    /// Which rate limits gave it a permit: RateLimitPolicy's note to itself, for giving them back.
    mutable quint8 ratePermits = 0;
    bool timeoutIsClients = false;    ///< The client's timeoutMs shortened it.
    bool holdsKey = false;            ///< The first with its idempotency key: the IdempotencyStore is told how it ends.
    std::atomic<bool> started{false}; ///< A worker took it: at the deadline the outcome is unknown.
    std::atomic<bool> claimed{false}; ///< By claim() only.
    ConnectionId connection;
    quint64 userKey = 0; ///< Equal for requests of one user, as good as never for those of two.

    TimePoint received;
    std::string_view idempotencyKey;
    std::string address; ///< The peer's address without the port.

    /// True for exactly one caller: the one who answers. Thread: any.
    [[nodiscard]] bool claim() noexcept { return !claimed.exchange(true, std::memory_order_acq_rel); }
    [[nodiscard]] bool isClaimed() const noexcept { return claimed.load(std::memory_order_acquire); }

    [[nodiscard]] bool isNotification() const noexcept { return id.empty(); }
    /// The params as an object. Errors: InvalidParams when they are an array or too deep. Thread: worker.
    [[nodiscard]] Result<QJsonObject> paramsObject() const;

    /// Starts fetching it from the core that used it last, for who needs it soon. Thread: any.
    void prefetch() const noexcept { sluice::prefetch(this, sizeof(LentRequest)); }
    /// The beginning of its text: all of most. Requires: the request itself is here.
    void prefetchText() const noexcept
    {
        const char *bytes = text.data(); // only read, so that it need not come back
        for (size_t at = 0; at < std::min<size_t>(text.size(), 4 * kCacheLine); at += kCacheLine)
            __builtin_prefetch(bytes + at);
    }
    /// Only what the queue needs.
    void prefetchPlace() const noexcept { sluice::prefetch(this, 2 * kCacheLine); }
};
static_assert(offsetof(LentRequest, text) == 2 * kCacheLine);

/// One admitted event on its way. Made, owned and recycled by the I/O thread that received it; a worker borrows it from
/// hand-over until it posts the completion, and has to do with its LentRequest alone: the rest never leaves the
/// thread's core. Invariant: whoever claims it answers it, and nobody else does.
struct Request : LentRequest, TimerNode {
    Session *session = nullptr;  ///< Null once the connection is gone.
    BatchReply *batch = nullptr; ///< The array this request came in, or null.
    Request *nextOfSession = nullptr;
    Request *previousOfSession = nullptr;
    bool waitsForKey = false; ///< For the end of another with its idempotency key.
    size_t poolIndex = 0;     ///< Its place in the router's pool.
    size_t ownInFlight = 0;   ///< Of its connection, with it; 0: not known.
    /// What the policies said; null unless somebody traces events.
    std::unique_ptr<std::vector<FlightVerdict>> verdicts;
    size_t aheadInTurn = 0; ///< Of its lane, admitted in the same loop turn and not handed to the queue yet.

    /// Makes it ready for the next event, keeping its buffers unless a large event made them large, and its spec and
    /// principal, which are mostly those of the next event too. Requires: no worker has it. Thread: I/O.
    void recycle();
};

} // namespace sluice::server
