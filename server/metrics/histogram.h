#pragma once

#include "server/metrics/stripes.h"
#include "shared/base/clock.h"

#include <QtGlobal>

#include <array>
#include <atomic>

namespace sluice::server {

/// Log-linear buckets, 8 to the doubling: a value is known to within 12.5 %. From 1 ns to over an hour.
/// Source: HdrHistogram's bucket layout.
inline constexpr int kHistogramSubBuckets = 8;
inline constexpr size_t kHistogramBuckets = 42 * kHistogramSubBuckets;

[[nodiscard]] size_t histogramBucket(quint64 nanoseconds) noexcept;
/// The smallest value of the bucket after this one. Units: nanoseconds.
[[nodiscard]] double histogramUpperBound(size_t bucket) noexcept;

/// A histogram's contents at one moment; subtract two to get an interval.
/// Thread: any (a value).
struct HistogramCounts {
    std::array<quint64, kHistogramBuckets> buckets{};
    quint64 count = 0;
    quint64 sumNs = 0;

    HistogramCounts &operator+=(const HistogramCounts &other);
    [[nodiscard]] HistogramCounts since(const HistogramCounts &earlier) const;
    /// The value that `share` (0..1) of the samples do not exceed; 0 when there are none. Units: nanoseconds.
    [[nodiscard]] double percentileNs(double share) const;
};

/// One stripe of a histogram: atomics, so that a reader never stops a writer.
/// Thread: any.
class HistogramStripe
{
public:
    void record(Duration duration, Writers writers = Writers::Many) noexcept;
    void addTo(HistogramCounts &counts) const noexcept;

private:
    std::array<std::atomic<quint64>, kHistogramBuckets> m_buckets{};
    std::atomic<quint64> m_sumNs{0};
};

} // namespace sluice::server
