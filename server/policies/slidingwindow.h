#pragma once

#include "server/policies/bucketcounts.h"
#include "shared/base/clock.h"

#include <QtGlobal>

#include <chrono>
#include <memory>

namespace sluice::server {

/// An exact sliding window: of any `window` long span of time, never more than `limit` admissions lie in it.
///
/// Up to kMaxExactEntries admissions are kept as timestamps in a ring that grows with their number (the first two lie
/// in the object), which admits as much as the promise allows. When more must be kept at once, they are only counted,
/// by sub-buckets of time (BucketCounts). An empty window goes back to the ring.
/// Limit 0 admits everything and keeps nothing.
///
/// Time must not run backwards; a `now` before the last one counts as the last one.
/// Thread: none (its owner locks).
class SlidingWindow
{
public:
    static constexpr int kMaxExactEntries = 256;

    SlidingWindow() noexcept = default;
    /// Requires: limit >= 0, window > 0.
    SlidingWindow(int limit, std::chrono::milliseconds window) noexcept;
    SlidingWindow(SlidingWindow &&other) noexcept;
    SlidingWindow &operator=(SlidingWindow &&other) noexcept;
    ~SlidingWindow();

    /// Decides and records in one step. O(1) (amortised: each admission is dropped once).
    [[nodiscard]] bool tryAdmit(TimePoint now);
    /// Takes back the admission made at `admitted`, or the newest one before it; nothing once that has left the window.
    void withdraw(TimePoint admitted) noexcept;
    /// How long until `tryAdmit` can succeed again; zero when it can now. Exact for timestamps, never too short for
    /// buckets.
    [[nodiscard]] Duration retryAfter(TimePoint now) const noexcept;
    /// New limits over the same history (what was older than the old window is forgotten). Cheap when nothing changed.
    void reconfigure(int limit, std::chrono::milliseconds window);

    /// Whether nothing it remembers matters any more.
    [[nodiscard]] bool isIdle(TimePoint now) const noexcept;
    [[nodiscard]] int limit() const noexcept { return static_cast<int>(m_limit); }
    [[nodiscard]] std::chrono::milliseconds window() const noexcept { return std::chrono::milliseconds(m_windowMs); }
    /// Admissions that counted at its last use.
    [[nodiscard]] int used() const noexcept;
    /// Admissions that count now.
    [[nodiscard]] int used(TimePoint now) const noexcept;
    /// Bytes it owns beside itself.
    [[nodiscard]] size_t heapBytes() const noexcept;

private:
    enum class Kind : quint8 { Inline, Ring, Buckets };
    static constexpr quint16 kInlineEntries = 2;

    [[nodiscard]] qint64 windowNs() const noexcept { return qint64{m_windowMs} * 1'000'000; }
    [[nodiscard]] qint64 bucketNs() const noexcept;
    [[nodiscard]] bool admitExact(qint64 now);
    [[nodiscard]] bool admitCounted(qint64 now) noexcept;
    [[nodiscard]] qint64 entry(quint16 position) const noexcept;
    [[nodiscard]] qint64 *entries() noexcept { return m_kind == Kind::Inline ? m_inline : m_ring; }
    [[nodiscard]] const qint64 *entries() const noexcept { return m_kind == Kind::Inline ? m_inline : m_ring; }
    void dropExpired(qint64 now) noexcept;
    void grow();
    void convertToBuckets();
    void rebucket(qint64 oldWidth) noexcept;
    void withdrawExact(qint64 admitted) noexcept;
    [[nodiscard]] qint64 countedRetryAfter(qint64 now) const noexcept;
    void reset() noexcept;
    void takeFrom(SlidingWindow &other) noexcept;

    quint32 m_limit = 0;
    quint32 m_windowMs = 1;
    union {
        qint64 m_inline[kInlineEntries] = {};
        qint64 *m_ring;
        BucketCounts *m_buckets;
    };
    quint16 m_head = 0;
    quint16 m_count = 0;
    quint16 m_capacity = kInlineEntries;
    Kind m_kind = Kind::Inline;
};

} // namespace sluice::server
