#pragma once

#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "server/policies/policy.h"
#include "server/work/boundedpriorityqueue.h"
#include "shared/base/mutex.h"
#include "shared/base/random.h"

#include <atomic>
#include <chrono>

namespace sluice::server {

/// How fast the queue empties, from its total at two looks. Thread: any (lock-free; one looker wins).
class DrainRate
{
public:
    /// Looks again when the last look is old enough. Units of the result: jobs a second; 0 = not known.
    [[nodiscard]] double update(quint64 totalTaken, TimePoint now) noexcept;

private:
    std::atomic<qint64> m_lookedAtNs{0};
    std::atomic<quint64> m_takenThen{0};
    std::atomic<double> m_perSecond{0};
};

/// Refuses work that the queue should not take, by the depth of all lanes together:
///
/// | depth reaches | what happens |
/// |---|---|
/// | backpressure.alert-threshold of the capacity | accepted, counted as AcceptedUnderPressure |
/// | backpressure.drop-threshold | low is refused |
/// | halfway from there to full | normal is refused too |
/// | full | high too; with channels.overflow = drop-oldest the queue decides instead |
///
/// Errors: Overloaded with `{retryAfterMs, temporary: true}`: the time the queue needs to fall below the lane's
/// threshold at its present rate, bounded to 50..5000 ms and jittered, so that the refused do not return together.
/// Thread: any (lock-free).
class OverloadPolicy final : public Policy
{
public:
    static constexpr std::chrono::milliseconds kMinRetryAfter{50};
    static constexpr std::chrono::milliseconds kMaxRetryAfter{5000};
    /// Told while the rate is not known.
    static constexpr std::chrono::milliseconds kDefaultRetryAfter{1000};

    /// Requires: everything referred to outlives the policy.
    OverloadPolicy(const Config &config, const BoundedPriorityQueue &queue, Metrics &metrics, Random &random);

    void setLimits(const Config &config) noexcept;

    [[nodiscard]] std::optional<Refusal> admit(const Request &request, TimePoint now) override;

    /// The error for what the queue itself rejected, as this policy would have refused it.
    [[nodiscard]] Error overloaded(Lane lane, TimePoint now);

private:
    [[nodiscard]] size_t threshold(Lane lane) const noexcept;
    [[nodiscard]] std::chrono::milliseconds retryAfter(Lane lane, TimePoint now);

    const BoundedPriorityQueue &m_queue;
    Metrics &m_metrics;
    Random &m_random;
    DrainRate m_drainRate;
    std::atomic<double> m_alertThreshold;
    std::atomic<double> m_dropThreshold;
};

} // namespace sluice::server
