#pragma once

#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "server/policies/drainmeter.h"
#include "server/policies/memorywatermark.h"
#include "server/policies/overloadlevel.h"
#include "server/policies/policy.h"
#include "server/policies/sojourncontrol.h"
#include "server/work/boundedpriorityqueue.h"
#include "shared/base/cacheline.h"
#include "shared/base/mutex.h"
#include "shared/base/random.h"

#include <array>
#include <atomic>
#include <chrono>

namespace sluice::server {

/// Refuses work that the server could not serve in time, first what matters least. A request is refused by the first of
///
/// | by | when | whom |
/// |---|---|---|
/// | memory | use is above backpressure.memory-high, until a twentieth below it | low |
/// | depth | jobs wait up to the lane's bound (DepthBounds); the queue itself has the last word | by lane |
/// | sojourn | its lane sheds (SojournControl), and so many wait in it as drain within target-queue-ms | any |
/// | sojourn | even if all workers did nothing else, its turn would come later than the target and half an interval |
/// any | | wait | its estimated wait and its handler take longer than what is left of its deadline | any |
///
/// The fourth is for the first moments of an overload: at ten times the capacity two seconds of work would be let in
/// before a standing queue has shown itself. It goes by what the handlers of the waiting jobs mostly take, which is
/// less than what they will take under load, so that it refuses nobody whom the control would not.
///
/// A request for which a worker is idle, or before which nobody waits, always passes: it costs a few relaxed loads.
///
/// Errors: Overloaded with `{retryAfterMs, temporary: true}`: how long the server needs, at the rate it serves now, for
/// what waits above the bound and what it refused during the last second, as that comes back; bounded to 50..5000 ms
/// and jittered, so that it does not come back together. Source: RFC 8289 (CoDel); lanes as priorities at admission, as
/// in Zhou et al., "Overload Control for Scaling WeChat Microservices" (DAGOR), SoCC 2018. Thread: any (lock-free but
/// for a look at the queue every kLookEvery).
class OverloadPolicy final : public Policy
{
public:
    static constexpr std::chrono::milliseconds kMinRetryAfter{50};
    static constexpr std::chrono::milliseconds kMaxRetryAfter{5000};
    /// Told while the rate is not known, and while memory is short.
    static constexpr std::chrono::milliseconds kDefaultRetryAfter{1000};
    /// How often the queue is looked at, by whose request comes first. At ten times the capacity a tenth of a second of
    /// work comes in within that time.
    static constexpr std::chrono::milliseconds kLookEvery{10};

    /// Requires: everything referred to outlives the policy.
    OverloadPolicy(const Config &config, BoundedPriorityQueue &queue, Metrics &metrics, Random &random);
    ~OverloadPolicy() override;

    void setLimits(const Config &config) EXCLUDES(m_mutex);

    [[nodiscard]] const char *name() const noexcept override { return "overload"; }
    [[nodiscard]] std::optional<Refusal> admit(const Request &request, TimePoint now) override EXCLUDES(m_mutex);
    [[nodiscard]] std::optional<Error> turnAway(const Request &request) override;
    [[nodiscard]] std::string explain(const Request &request) override;

    /// Looks at the queue if it is time. Requests do that too; for when none come. Thread: any.
    void look(TimePoint now) EXCLUDES(m_mutex);
    /// How much memory is used now, as a share of what there is. Returns whether it is short. Thread: main.
    bool noteMemory(double share) noexcept { return m_memory.update(share); }
    [[nodiscard]] admin::OverloadState state() const noexcept { return m_state.load(std::memory_order_relaxed); }

private:
    /// A change of the state, for the log.
    struct Transition {
        admin::OverloadState before = admin::OverloadState::Normal;
        admin::OverloadState after = admin::OverloadState::Normal;
        QueueFlow flow;
    };
    /// What decides about a lane; written at each look, but for `refused`.
    struct LaneView {
        std::atomic<size_t> bound{DepthBounds::kNever}; // of jobs that wait in it
        std::atomic<qint64> nsPerJob{0};                // 0: not known
        std::atomic<bool> refused{false};               // by the bound, since the last look
    };

    [[nodiscard]] std::optional<Refusal> judge(const Request &request, size_t ahead, TimePoint now);
    [[nodiscard]] size_t jobsAhead(const Request &request) const noexcept;
    [[nodiscard]] std::optional<size_t> jobsInTurns(const Request &request) const noexcept;
    [[nodiscard]] qint64 allWaitingNs(const Request &request) const noexcept;
    [[nodiscard]] qint64 leastWaitNs(const Request &request, size_t ahead) const noexcept;
    [[nodiscard]] Refusal refuse(Counter reason, size_t surplus);
    [[nodiscard]] Error overloaded(Counter reason, size_t surplus);
    [[nodiscard]] std::chrono::milliseconds retryAfter(Counter reason, size_t surplus);
    [[nodiscard]] size_t surplusDepth(Lane lane) const noexcept;
    [[nodiscard]] std::optional<Transition> update(const QueueFlow &flow, TimePoint now) REQUIRES(m_mutex);
    void measure(const QueueFlow &flow) REQUIRES(m_mutex);
    [[nodiscard]] admin::OverloadState cause(const QueueFlow &flow) REQUIRES(m_mutex);
    [[nodiscard]] quint64 refusedInAll() const noexcept;
    void tell(const Transition &transition) const;

    BoundedPriorityQueue &m_queue;
    Metrics &m_metrics;
    Random &m_random;
    MemoryWatermark m_memory;

    Mutex m_mutex;
    SojournControl::Limits m_limits GUARDED_BY(m_mutex);
    std::array<SojournControl, kLaneCount> m_lanes GUARDED_BY(m_mutex);
    DrainMeter m_served GUARDED_BY(m_mutex);
    DrainMeter m_refusals GUARDED_BY(m_mutex);
    quint64 m_refusedThen GUARDED_BY(m_mutex) = 0;
    OverloadLevel m_level GUARDED_BY(m_mutex);

    // For requests, without the lock: read by each, written at looks only.
    alignas(kCacheLine) std::atomic<qint64> m_nextLookNs{0};
    std::array<LaneView, kLaneCount> m_views;
    std::atomic<qint64> m_mostNs{0}; // of expected wait; 0: any
    std::atomic<bool> m_estimates{false};
    std::array<std::atomic<int>, kLaneCount> m_weights;
    std::atomic<double> m_servedPerSecond{0};
    std::atomic<double> m_refusedPerSecond{0};
    std::atomic<bool> m_refusedLately{false};
    std::atomic<admin::OverloadState> m_state{admin::OverloadState::Normal};
};

} // namespace sluice::server
