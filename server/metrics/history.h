#pragma once

#include "shared/admin/marker.h"
#include "shared/admin/snapshot.h"

#include <chrono>
#include <deque>
#include <optional>
#include <vector>

namespace sluice::server {

/// What was sampled lately, so that a console opened after an incident still sees it: every sample of the last quarter
/// of an hour, one for every 10 s of the last six hours, and what happened meanwhile. Bounded: the oldest goes.
///
/// A sample that stands for several is the last of them, so that rates, which come from totals, are exact; but it has
/// the worst of their percentiles, depths and overload, and the mean of their shares. It names no workers.
/// Thread: the sampler's.
class History
{
public:
    /// How many of each there may be.
    struct Capacity {
        size_t samples = 900; ///< 15 minutes at one a second, about 0.7 KB each and 0.1 KB for each worker.
        size_t coarse = 2160; ///< 6 hours at one for every 10 s.
        size_t markers = 500;
    };
    static constexpr std::chrono::milliseconds kStep{1000}; ///< From sample to sample.
    static constexpr std::chrono::milliseconds kCoarseStep{10'000};

    History();
    explicit History(const Capacity &capacity);

    void append(const admin::Snapshot &sample);
    void mark(const admin::Marker &marker);

    /// Those of the last `span` before the newest, oldest first; one for each `step`, or as near to that as there are:
    /// a span for which not every sample is kept gets one for every kCoarseStep at most.
    [[nodiscard]] std::vector<admin::Snapshot> last(std::chrono::milliseconds span,
                                                    std::chrono::milliseconds step = {}) const;
    /// Those of the last `span` before the newest sample, oldest first.
    [[nodiscard]] std::vector<admin::Marker> markers(std::chrono::milliseconds span) const;
    [[nodiscard]] size_t size() const noexcept { return m_samples.size(); }

private:
    /// Samples that become one.
    class Fold
    {
    public:
        explicit Fold(const admin::Snapshot &first);
        /// Whether a sample is of the same step as those so far.
        [[nodiscard]] bool takes(const admin::Snapshot &sample, std::chrono::milliseconds step) const;
        void add(const admin::Snapshot &sample);
        [[nodiscard]] admin::Snapshot result() const;

    private:
        admin::Snapshot m_worst;
        quint64 m_count = 1;
        double m_cpuShares;
        double m_workerBusyShares;
    };

    [[nodiscard]] qint64 newestMs() const { return m_samples.empty() ? 0 : m_samples.back().uptimeMs; }
    [[nodiscard]] bool keepsAllOf(std::chrono::milliseconds span) const;

    const Capacity m_capacity;
    std::deque<admin::Snapshot> m_samples;
    std::deque<admin::Snapshot> m_coarse;
    std::optional<Fold> m_fold; ///< What will be the next of m_coarse.
    std::deque<admin::Marker> m_markers;
};

} // namespace sluice::server
