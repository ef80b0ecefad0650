#pragma once

#include "server/config/config.h"
#include "server/work/depthbounds.h"
#include "server/work/flowmeter.h"
#include "server/work/job.h"
#include "server/work/sleepers.h"
#include "server/work/waitingroom.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <array>
#include <atomic>
#include <chrono>
#include <span>
#include <utility>
#include <vector>

namespace sluice::server {

/// What bounds the queue; all of it can change while it runs.
struct QueueLimits {
    int capacity = 50000;                           ///< Jobs in all lanes together.
    std::array<int, kLaneCount> weights{8, 4, 1};   ///< Turns of high : normal : low; at least 1 each.
    std::chrono::milliseconds ageing{2000};         ///< What waited longer goes first, the oldest first; 0 = off.
    QueueOverflow overflow = QueueOverflow::Reject; ///< What a full queue does with a new job.
    int maxInFlight = 5000;                         ///< Taken and not settled; beyond it nothing leaves the queue.
    DepthBounds bounds;                             ///< By default only the capacity counts.

    [[nodiscard]] static QueueLimits fromConfig(const Config &config);
};

/// What became of a batch of pushed jobs.
struct PushResult {
    size_t accepted = 0; ///< Entered the queue.
    size_t evicted = 0;  ///< Older jobs that had to leave for them (drop-oldest).
    size_t pressed = 0;  ///< Accepted although the depth had reached the alert.
};

/// The one place where admitted work waits: three lanes under one capacity, weighted, with ageing, and the only owner
/// of its depth. Neither end waits for the other except a worker without work. Who may leave a lane, and in what turn,
/// says WaitingRoom; what may not leave yet counts in the depth all the same.
///
/// Waking: a push wakes nobody while enough workers are about to come back for more (one for what is expected to last
/// kBatchBudget), because waking for each job costs up to nine tenths of the throughput. A worker inside a batch that
/// is expected to last longer does not count as coming back. As an expectation can be wrong, one idle worker stays on
/// lookout while others run, and takes what nobody fetched for kLookoutInterval.
/// Invariant: when jobs wait that may leave and a worker is idle, a wake-up is under way or a lookout's timer runs.
///
/// Thread: any (locks inside). Blocks: `pop` only.
class BoundedPriorityQueue
{
public:
    /// The most jobs a worker takes at once.
    static constexpr size_t kMaxBatch = 64;
    /// A worker stops taking when the handlers of what it has are expected to run this long together, so that slow
    /// jobs are taken one at a time and idle workers get the others. About twenty times what waking one costs.
    static constexpr std::chrono::microseconds kBatchBudget{100};

    /// One worker's view of the queue; each worker has its own, for as long as it asks for work.
    class Consumer
    {
        friend class BoundedPriorityQueue;
        enum class State : quint8 { Asking, Short, Long }; // what it was given: soon back, or not
        State m_state = State::Asking;
    };

    /// Orders (`ordered`) whose jobs are settled; they go on when this ends, once the answers are on their way: those
    /// to the next jobs could overtake them.
    class HeldOrders
    {
    public:
        HeldOrders() = default;
        HeldOrders(HeldOrders &&other) noexcept
            : m_queue(std::exchange(other.m_queue, nullptr))
            , m_orders(std::exchange(other.m_orders, {}))
        {
        }
        HeldOrders &operator=(HeldOrders &&) = delete;
        ~HeldOrders()
        {
            if (!m_orders.isEmpty())
                m_queue->passOn(m_orders);
        }

    private:
        friend class BoundedPriorityQueue;
        BoundedPriorityQueue *m_queue = nullptr;
        HeldOrderList m_orders;
    };

    /// `clock` is only for ageing and reported waits; the lookout's timer is the machine's.
    BoundedPriorityQueue(const Clock &clock, const QueueLimits &limits);
    BoundedPriorityQueue(const BoundedPriorityQueue &) = delete;
    BoundedPriorityQueue &operator=(const BoundedPriorityQueue &) = delete;

    /// A capacity below the present depth evicts nothing by itself: new jobs are refused until there is room.
    void setLimits(const QueueLimits &limits) EXCLUDES(m_mutex);

    /// Adds a loop turn's jobs, in order, each to its event's lane. What found no place is appended to `rejected` and
    /// is the caller's to answer: with Reject the new jobs, with DropOldest the oldest of the lowest lane that is not
    /// above the new job's own (with none such, the new job). All are rejected once closed.
    /// Requires: `spec` and `admitted` are set. Blocks: never.
    PushResult push(std::span<const Job> jobs, std::vector<Job> &rejected) EXCLUDES(m_mutex);

    /// Fills `out` (cleared first) with the next jobs and counts them as in flight. Returns their number; 0 when the
    /// worker shall end: the queue is closed and empty, or there are more workers than `setConsumers` asked for.
    /// Blocks: until there is work or an end. Thread: workers.
    size_t pop(Consumer &consumer, std::vector<Job> &out) EXCLUDES(m_mutex);

    /// Whether `pop` would return at once, with work or an end; for who must not block.
    [[nodiscard]] bool mayPop() const EXCLUDES(m_mutex);

    /// Jobs that `pop` handed out have left their handlers: gives back their places in flight and with their event.
    /// Their orders go on when what it returns ends. Requires: nobody recycles them before it returns.
    HeldOrders settled(std::span<const Job> jobs) EXCLUDES(m_mutex);

    /// Takes out those of the jobs that still wait, and appends them to `out`: they are the caller's again. The others
    /// are with a worker or on their way to one, which gives them back. Blocks: never.
    void withdraw(std::span<const Job> jobs, std::vector<Job> &out) EXCLUDES(m_mutex);

    /// That consumer does not come back soon, against expectation: others are woken for what it would have fetched, and
    /// for the jobs of its batch that it has not begun, which go to whoever asks next. They stay in flight.
    void relieve(Consumer &consumer, std::span<const Job> notBegun) EXCLUDES(m_mutex);
    /// That job is with a stuck handler: its order goes on without it. Its places stay taken until it is settled.
    void passOrder(Job job) EXCLUDES(m_mutex);

    /// How many workers shall ask for work. Returns how many the caller has to start; surplus ones are told to end when
    /// they ask next.
    [[nodiscard]] int setConsumers(int count) EXCLUDES(m_mutex);

    /// Takes no new jobs any more; what waits is still handed out. Cannot be undone.
    void close() EXCLUDES(m_mutex);
    /// Takes out everything that waits, for a forced stop; the caller answers it.
    [[nodiscard]] std::vector<Job> drainAll() EXCLUDES(m_mutex);

    /// Jobs waiting. Thread: any, lock-free.
    [[nodiscard]] size_t depth() const noexcept { return m_depth.load(std::memory_order_relaxed); }
    [[nodiscard]] size_t depth(Lane lane) const noexcept
    {
        return m_laneDepth[static_cast<size_t>(lane)].load(std::memory_order_relaxed);
    }
    /// Those of a lane that may leave, and how many users they are of. Thread: any, lock-free.
    [[nodiscard]] size_t ready(Lane lane) const noexcept
    {
        return m_laneReady[static_cast<size_t>(lane)].load(std::memory_order_relaxed);
    }
    [[nodiscard]] size_t users(Lane lane) const noexcept
    {
        return m_laneUsers[static_cast<size_t>(lane)].load(std::memory_order_relaxed);
    }
    /// Jobs handed out and not settled. Thread: any, lock-free.
    [[nodiscard]] size_t inFlight() const noexcept { return m_inFlight.load(std::memory_order_relaxed); }
    [[nodiscard]] size_t capacity() const noexcept { return m_capacity.load(std::memory_order_relaxed); }
    [[nodiscard]] bool dropsOldest() const noexcept { return m_dropsOldest.load(std::memory_order_relaxed); }
    /// The depth at which jobs of that lane are not taken any more. Thread: any, lock-free.
    [[nodiscard]] size_t bound(Lane lane) const noexcept
    {
        return m_bounds[static_cast<size_t>(lane)].load(std::memory_order_relaxed);
    }
    /// The depth from which on jobs are accepted under pressure. Thread: any, lock-free.
    [[nodiscard]] size_t alertDepth() const noexcept { return m_alertDepth.load(std::memory_order_relaxed); }
    /// What the handlers of those of that lane that may leave are expected to take together. Thread: any, lock-free.
    [[nodiscard]] qint64 expectedNs(Lane lane) const noexcept
    {
        return m_expectedNs[static_cast<size_t>(lane)].load(std::memory_order_relaxed);
    }
    /// Workers that sleep although a job would be theirs at once; 0 while nothing may leave. Thread: any, lock-free.
    [[nodiscard]] size_t idleConsumers() const noexcept { return m_idleNow.load(std::memory_order_relaxed); }
    /// All workers. Thread: any, lock-free.
    [[nodiscard]] size_t consumers() const noexcept { return m_consumersNow.load(std::memory_order_relaxed); }
    /// What has passed through since the call before. Requires: one caller, who wants it all.
    [[nodiscard]] QueueFlow takeFlow(TimePoint now) EXCLUDES(m_mutex);
    /// How long the oldest job of each lane has waited; zero for an empty lane.
    [[nodiscard]] std::array<Duration, kLaneCount> oldestWaits(TimePoint now) const EXCLUDES(m_mutex);

private:
    static constexpr qint64 kMostJobsPerWorker = 256;
    static constexpr std::chrono::milliseconds kLookoutInterval{2};

    void passOn(HeldOrderList &orders) EXCLUDES(m_mutex);
    [[nodiscard]] bool makeRoom(size_t lane, std::vector<Job> &rejected, PushResult &result) REQUIRES(m_mutex);
    [[nodiscard]] bool hasWork() const REQUIRES(m_mutex);
    [[nodiscard]] bool shallEnd() const REQUIRES(m_mutex);
    [[nodiscard]] bool isFinished() const REQUIRES(m_mutex);
    void noteReturn(Consumer &consumer) REQUIRES(m_mutex);
    void awaitWork() REQUIRES(m_mutex);
    void keepLookout() REQUIRES(m_mutex);
    void takeBatch(Consumer &consumer, std::vector<Job> &out) REQUIRES(m_mutex);
    qint64 takeReturned(std::vector<Job> &out) REQUIRES(m_mutex);
    qint64 takeWaiting(std::vector<Job> &out, qint64 expectedNs) REQUIRES(m_mutex);
    [[nodiscard]] Job oldestAged(TimePoint now) const REQUIRES(m_mutex);
    [[nodiscard]] size_t weightedLane() REQUIRES(m_mutex);
    [[nodiscard]] Job oldestNotAbove(size_t lane) const REQUIRES(m_mutex);
    [[nodiscard]] int workersWanted() const REQUIRES(m_mutex);
    [[nodiscard]] size_t workersToWake() const REQUIRES(m_mutex);
    [[nodiscard]] Sleepers::Wakes chooseWorkers() REQUIRES(m_mutex);
    void publishDepths() REQUIRES(m_mutex);
    [[nodiscard]] size_t idle(size_t more = 0) const REQUIRES(m_mutex);
    void publishIdle(size_t more = 0) REQUIRES(m_mutex) { m_idleNow.store(idle(more), std::memory_order_relaxed); }

    const Clock &m_clock;

    mutable Mutex m_mutex;
    Sleepers m_sleepers GUARDED_BY(m_mutex); // in pop
    QueueLimits m_limits GUARDED_BY(m_mutex);
    WaitingRoom m_room GUARDED_BY(m_mutex);
    std::vector<Job> m_returned GUARDED_BY(m_mutex); // in flight, but with no worker at the moment
    std::array<int, kLaneCount> m_credits GUARDED_BY(m_mutex){};
    size_t m_waitingJobs GUARDED_BY(m_mutex) = 0; // that may leave
    size_t m_handedOut GUARDED_BY(m_mutex) = 0;
    FlowMeter m_flow GUARDED_BY(m_mutex);
    qint64 m_meanJobNs GUARDED_BY(m_mutex) = 0; // as expected of the last batch
    quint64 m_batches GUARDED_BY(m_mutex) = 0;  // taken so far: tells the lookout whether somebody comes
    int m_consumersWanted GUARDED_BY(m_mutex) = 0;
    int m_consumers GUARDED_BY(m_mutex) = 0;
    int m_runningShort GUARDED_BY(m_mutex) = 0; // inside a batch, soon back
    int m_runningLong GUARDED_BY(m_mutex) = 0;
    bool m_lookout GUARDED_BY(m_mutex) = false;
    bool m_closed GUARDED_BY(m_mutex) = false;

    // Mirrors of the above, written under the lock, for readers that must not wait for it.
    std::atomic<size_t> m_depth{0};
    std::array<std::atomic<size_t>, kLaneCount> m_laneDepth{};
    std::array<std::atomic<size_t>, kLaneCount> m_laneReady{};
    std::array<std::atomic<size_t>, kLaneCount> m_laneUsers{};
    std::array<std::atomic<qint64>, kLaneCount> m_expectedNs{};
    std::array<std::atomic<size_t>, kLaneCount> m_bounds{};
    std::atomic<size_t> m_alertDepth{0};
    std::atomic<size_t> m_inFlight{0};
    std::atomic<size_t> m_capacity{0};
    std::atomic<bool> m_dropsOldest{false};
    std::atomic<size_t> m_idleNow{0};
    std::atomic<size_t> m_consumersNow{0};
};

} // namespace sluice::server
