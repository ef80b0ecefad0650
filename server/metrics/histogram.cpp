#include "server/metrics/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace sluice::server {

namespace {

constexpr int kSubBucketBits = 3;
static_assert(1 << kSubBucketBits == kHistogramSubBuckets);

double lowerBound(size_t bucket)
{
    return bucket == 0 ? 0.0 : histogramUpperBound(bucket - 1);
}

} // namespace

size_t histogramBucket(quint64 nanoseconds) noexcept
{
    // Below 8 ns a bucket is one nanosecond wide; from there on the three bits after the leading one choose it.
    if (nanoseconds < kHistogramSubBuckets)
        return static_cast<size_t>(nanoseconds);
    const auto shift = static_cast<size_t>(std::bit_width(nanoseconds)) - 1 - kSubBucketBits;
    const auto sub = static_cast<size_t>(nanoseconds >> shift) - kHistogramSubBuckets;
    return std::min((shift + 1) * kHistogramSubBuckets + sub, kHistogramBuckets - 1);
}

double histogramUpperBound(size_t bucket) noexcept
{
    if (bucket < kHistogramSubBuckets)
        return static_cast<double>(bucket + 1);
    const size_t shift = bucket / kHistogramSubBuckets - 1;
    const size_t sub = bucket % kHistogramSubBuckets;
    return std::ldexp(static_cast<double>(kHistogramSubBuckets + sub + 1), static_cast<int>(shift));
}

HistogramCounts &HistogramCounts::operator+=(const HistogramCounts &other)
{
    for (size_t bucket = 0; bucket < buckets.size(); ++bucket)
        buckets[bucket] += other.buckets[bucket];
    count += other.count;
    sumNs += other.sumNs;
    return *this;
}

HistogramCounts HistogramCounts::since(const HistogramCounts &earlier) const
{
    HistogramCounts interval;
    for (size_t bucket = 0; bucket < buckets.size(); ++bucket)
        interval.buckets[bucket] = buckets[bucket] - earlier.buckets[bucket];
    interval.count = count - earlier.count;
    interval.sumNs = sumNs - earlier.sumNs;
    return interval;
}

double HistogramCounts::percentileNs(double share) const
{
    if (count == 0)
        return 0;
    const double rank = std::max(1.0, std::ceil(std::clamp(share, 0.0, 1.0) * static_cast<double>(count)));
    double below = 0;
    for (size_t bucket = 0; bucket < buckets.size(); ++bucket) {
        const auto here = static_cast<double>(buckets[bucket]);
        if (here > 0 && below + here >= rank) {
            const double lower = lowerBound(bucket);
            return lower + (histogramUpperBound(bucket) - lower) * (rank - below) / here;
        }
        below += here;
    }
    return histogramUpperBound(buckets.size() - 1);
}

void HistogramStripe::record(Duration duration, Writers writers) noexcept
{
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(duration).count();
    const auto value = static_cast<quint64>(std::max<decltype(nanoseconds)>(0, nanoseconds));
    bump(m_buckets[histogramBucket(value)], 1, writers);
    bump(m_sumNs, value, writers);
}

void HistogramStripe::addTo(HistogramCounts &counts) const noexcept
{
    for (size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
        const quint64 here = m_buckets[bucket].load(std::memory_order_relaxed);
        counts.buckets[bucket] += here;
        // The count is the sum of what was read, so that count and buckets always agree.
        counts.count += here;
    }
    counts.sumNs += m_sumNs.load(std::memory_order_relaxed);
}

} // namespace sluice::server
