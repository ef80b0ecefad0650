#include "server/policies/bucketcounts.h"

#include <algorithm>
#include <utility>

namespace sluice::server {

void BucketCounts::advance(qint64 index) noexcept
{
    if (index - m_newest >= kSlots) {
        *this = BucketCounts(index);
        return;
    }
    while (m_newest < index) {
        quint32 &reused = m_counts[slot(++m_newest)];
        m_total -= std::exchange(reused, 0);
    }
}

void BucketCounts::remove(qint64 index, quint32 count) noexcept
{
    if (index < oldest())
        return;
    for (qint64 after = index; count > 0 && after <= m_newest; ++after)
        take(after, count);
    for (qint64 before = std::min(index, m_newest); count > 0 && before >= oldest(); --before)
        take(before, count);
}

void BucketCounts::take(qint64 index, quint32 &count) noexcept
{
    quint32 &counted = m_counts[slot(index)];
    const quint32 taken = std::min(counted, count);
    counted -= taken;
    m_total -= taken;
    count -= taken;
}

qint64 BucketCounts::freeFrom(quint32 limit, qint64 now) const noexcept
{
    now = std::max(now, m_newest);
    quint32 counting = m_total;
    qint64 index = oldest();
    while (index <= m_newest && (index < now - kBuckets || counting >= limit))
        counting -= count(index++);
    // What is before `index` counts no more once time is a whole window behind it.
    return std::max(now, index + kBuckets);
}

} // namespace sluice::server
