#include "server/policies/globalratelimit.h"

#include <algorithm>

namespace sluice::server {

namespace {

constexpr qint64 kBucketNs = std::chrono::nanoseconds(GlobalRateLimit::kWindow).count() / BucketCounts::kBuckets;
static_assert(kBucketNs * BucketCounts::kBuckets == std::chrono::nanoseconds(GlobalRateLimit::kWindow).count());
// A lease is at most this part of what is free, so that the others find some too.
constexpr quint32 kShareOfFree = 16;

} // namespace

qint64 GlobalRateLimit::bucketOf(TimePoint time) noexcept
{
    return BucketCounts::indexOf(std::chrono::nanoseconds(time.time_since_epoch()).count(), kBucketNs);
}

void GlobalRateLimit::setLimit(int perSecond) noexcept
{
    Q_ASSERT(perSecond >= 0);
    m_limit.store(static_cast<quint32>(perSecond), std::memory_order_relaxed);
}

GlobalRateLimit::Decision GlobalRateLimit::tryAdmit(TimePoint now)
{
    const quint32 limit = m_limit.load(std::memory_order_relaxed);
    if (limit == 0)
        return {};
    const qint64 bucket = bucketOf(now);
    const auto [own, writers] = m_leases.own();
    if (writers == Writers::Many) { // beyond so many threads nobody has a lease of his own
        Lease single;
        renew(single, bucket, limit, 1);
        return spend(single, now);
    }
    const bool isSpent = own.permits == 0 && own.freeFrom <= own.bucket;
    if (own.limit != limit || bucket > own.bucket || isSpent)
        renew(own, bucket, limit, kLargestLease);
    return spend(own, now);
}

GlobalRateLimit::Decision GlobalRateLimit::spend(Lease &lease, TimePoint now) noexcept
{
    if (lease.permits > 0) {
        --lease.permits;
        return {};
    }
    const Duration free = std::chrono::nanoseconds(lease.freeFrom * kBucketNs) - now.time_since_epoch();
    return {false, std::max(free, Duration(std::chrono::nanoseconds(1)))};
}

void GlobalRateLimit::renew(Lease &lease, qint64 bucket, quint32 limit, quint32 most)
{
    const MutexLock lock(m_mutex);
    m_counts.remove(lease.bucket, lease.permits);
    m_counts.advance(bucket);
    lease.bucket = m_counts.newest();
    lease.limit = limit;
    lease.freeFrom = lease.bucket;
    const quint32 free = limit - std::min(limit, m_counts.total());
    if (free == 0) {
        lease.permits = 0;
        lease.freeFrom = m_counts.freeFrom(limit, lease.bucket);
        return;
    }
    lease.permits = std::clamp<quint32>(free / kShareOfFree, 1, most);
    m_counts.add(lease.bucket, lease.permits);
}

void GlobalRateLimit::withdraw(TimePoint admitted)
{
    const qint64 bucket = bucketOf(admitted);
    const auto [own, writers] = m_leases.own();
    if (writers == Writers::One && own.limit != 0 && own.bucket == bucket) {
        ++own.permits;
        return;
    }
    const MutexLock lock(m_mutex);
    m_counts.remove(bucket, 1);
}

} // namespace sluice::server
