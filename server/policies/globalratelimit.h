#pragma once

#include "server/metrics/stripes.h"
#include "server/policies/bucketcounts.h"
#include "shared/base/cacheline.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <atomic>
#include <chrono>

namespace sluice::server {

/// At most so many permits in any one second, for all threads together, and mostly without a word between them: each
/// thread leases a few permits and spends them alone. A lease ends with the sub-bucket of time (an eighth of a
/// hundredth of a second) in which its permits are counted; what is left of it then goes back. So every permit is
/// counted in the bucket in which it is spent, and the promise of BucketCounts holds for all threads together. Leases
/// become smaller as permits become scarce, down to one, so that no thread keeps what another is refused for.
///
/// Time is what the caller says; a thread whose time is behind that of others spends permits that count a little later.
/// Thread: any. Blocks: for a few nanoseconds, when a lease is taken.
class GlobalRateLimit
{
public:
    static constexpr std::chrono::milliseconds kWindow{1000};
    /// The most that a thread leases at once: beyond this the lock is too rare to be seen.
    static constexpr quint32 kLargestLease = 64;

    struct Decision {
        bool isAdmitted = true;
        Duration retryAfter{0}; ///< When refused; never too short, too long by at most a sub-bucket.
    };

    /// 0: no limit.
    explicit GlobalRateLimit(int perSecond = 0) noexcept { setLimit(perSecond); }

    /// Counts at once; what was admitted in the last second stays counted.
    void setLimit(int perSecond) noexcept;
    [[nodiscard]] int limit() const noexcept { return static_cast<int>(m_limit.load(std::memory_order_relaxed)); }

    /// One permit, decided and recorded in one step.
    [[nodiscard]] Decision tryAdmit(TimePoint now);
    /// Gives back the permit of `admitted`, whichever thread got it. Requires: there was one.
    void withdraw(TimePoint admitted);

private:
    /// What a thread may spend without asking.
    struct alignas(kCacheLine) Lease {
        qint64 bucket = 0;   // where the permits are counted, and the last in which they may be spent
        quint32 permits = 0; // left to spend
        quint32 limit = 0;   // what it was taken under; 0: none was
        qint64 freeFrom = 0; // the bucket from which on there are permits again
    };

    [[nodiscard]] static qint64 bucketOf(TimePoint time) noexcept;
    [[nodiscard]] static Decision spend(Lease &lease, TimePoint now) noexcept;
    void renew(Lease &lease, qint64 bucket, quint32 limit, quint32 most) EXCLUDES(m_mutex);

    std::atomic<quint32> m_limit{0};
    Stripes<Lease> m_leases;
    Mutex m_mutex;
    BucketCounts m_counts GUARDED_BY(m_mutex); // spent, or leased
};

} // namespace sluice::server
