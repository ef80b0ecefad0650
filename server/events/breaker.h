#pragma once

#include "server/config/config.h"
#include "shared/base/cacheline.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <QtGlobal>

#include <atomic>
#include <deque>
#include <optional>

namespace sluice::server {

/// What a breaker lets through: everything, a few probes, nothing.
enum class BreakerState : quint8 { Closed, HalfOpen, Open };

/// Who decides about that: the breaker itself, or an operator.
enum class BreakerMode : quint8 { Automatic, ForcedClosed, ForcedOpen };

/// What the end of a request says about its handler.
enum class Evidence : quint8 { None, Good, Bad };

/// Keeps events away from a handler that fails, so that nobody waits for what would fail anyhow, and tries it again
/// with a few probes.
///
/// | state | lets through | ends |
/// |---|---|---|
/// | closed | all | `failures` bad ends within `window`, at least `ratio` of all since the first of them -> open |
/// | open | none | after `open`, with the next request -> half-open |
/// | half-open | at most `probes` at a time | as many good ends -> closed; a bad one -> open |
///
/// Each change begins an era. A request is known by a ticket of the era in which it was admitted, and its end counts in
/// that era only: what began before a breaker opened neither closes it again nor opens it once more. A probe's ticket
/// is a place that has to be given back: `settle` it exactly once, with Evidence::None when it never ran.
/// While closed and without bad ends, a request costs a load when it is admitted and two when it ends.
/// Thread: any (lock-free while closed or open; else locks inside). Blocks: never.
class alignas(kCacheLine) Breaker
{
public:
    /// 0 is no ticket.
    using Ticket = quint32;

    struct Admission {
        Ticket ticket = 0;                  ///< 0: refused.
        std::optional<BreakerState> change; ///< What the breaker became by this request.
    };

    struct ModeChange {
        BreakerMode before;
        std::optional<BreakerState> change; ///< What the breaker became.
    };

    /// What operators see.
    struct Status {
        BreakerState state = BreakerState::Closed;
        BreakerMode mode = BreakerMode::Automatic;
        int failures = 0; ///< Bad ends within the window.
        int probes = 0;   ///< Under way.
        quint64 opened = 0;
        quint64 refused = 0;
        Duration opensAgain{0}; ///< Until probes are let through, or zero.
    };

    /// Off (`failures` is 0) until it is given limits.
    Breaker() { m_limits.failures = 0; }
    Breaker(const Breaker &) = delete;
    Breaker &operator=(const Breaker &) = delete;

    /// Begins to count anew, unless nothing changed. The time that it stays open is counted from when it opened.
    std::optional<BreakerState> setLimits(const Config::Breaker &limits) EXCLUDES(m_mutex);
    /// Back to automatic it begins closed.
    ModeChange setMode(BreakerMode mode) EXCLUDES(m_mutex);

    [[nodiscard]] Admission tryAdmit(TimePoint now) EXCLUDES(m_mutex)
    {
        const quint32 word = m_word.load(std::memory_order_acquire);
        return stateOf(word) == BreakerState::Closed ? Admission{word, {}} : tryAdmitProbe(now);
    }
    /// Takes the ticket of a request that has ended. Returns what the breaker became by it.
    std::optional<BreakerState> settle(Ticket ticket, Evidence evidence, TimePoint now) EXCLUDES(m_mutex);

    void countRefusal() noexcept { m_refused.fetch_add(1, std::memory_order_relaxed); }
    /// How long who is refused now should wait.
    [[nodiscard]] Duration retryAfter(TimePoint now) const noexcept;

    [[nodiscard]] BreakerState state() const noexcept { return stateOf(m_word.load(std::memory_order_acquire)); }
    [[nodiscard]] Status status(TimePoint now) const EXCLUDES(m_mutex);

private:
    /// A bad end, and how many good ones were counted before it.
    struct Failure {
        TimePoint at;
        quint64 goodBefore = 0;
    };

    static constexpr quint32 kStateBits = 2;
    static constexpr quint32 kEra = 1U << kStateBits;

    [[nodiscard]] static constexpr BreakerState stateOf(quint32 word) noexcept
    {
        return static_cast<BreakerState>(word & (kEra - 1));
    }

    [[nodiscard]] Admission tryAdmitProbe(TimePoint now) EXCLUDES(m_mutex);
    [[nodiscard]] std::optional<BreakerState> settleFailure(TimePoint now) REQUIRES(m_mutex);
    [[nodiscard]] std::optional<BreakerState> settleProbe(Evidence evidence, TimePoint now) REQUIRES(m_mutex);
    [[nodiscard]] bool hasFailedTooOften() const REQUIRES(m_mutex);
    BreakerState openFrom(TimePoint now) REQUIRES(m_mutex);
    void publishOpening() REQUIRES(m_mutex);
    BreakerState enter(BreakerState state) REQUIRES(m_mutex);
    void forgetFailures() REQUIRES(m_mutex);

    // Read with every event, written when the state changes or an end is bad.
    std::atomic<quint32> m_word{kEra}; // era and state; never 0
    std::atomic<qint64> m_refusesUntilNs{0};
    std::atomic<qint64> m_openNs{0};
    std::atomic<qint64> m_watchedUntilNs{0}; // good ends count until then

    // Written with every good end while bad ones are remembered, and with every refusal.
    alignas(kCacheLine) std::atomic<quint64> m_good{0};
    std::atomic<quint64> m_refused{0};

    alignas(kCacheLine) mutable Mutex m_mutex;
    Config::Breaker m_limits GUARDED_BY(m_mutex);
    BreakerMode m_mode GUARDED_BY(m_mutex) = BreakerMode::Automatic;
    std::deque<Failure> m_failures GUARDED_BY(m_mutex); // the last ones, at most m_limits.failures
    TimePoint m_openedAt GUARDED_BY(m_mutex);
    int m_probesOut GUARDED_BY(m_mutex) = 0;
    int m_probesPassed GUARDED_BY(m_mutex) = 0;
    quint64 m_opened GUARDED_BY(m_mutex) = 0;
};

} // namespace sluice::server
