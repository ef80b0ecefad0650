#pragma once

#include "server/config/config.h"
#include "server/work/job.h"
#include "server/work/jobring.h"
#include "server/work/sleepers.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <array>
#include <atomic>
#include <chrono>
#include <span>
#include <vector>

namespace sluice::server {

/// What bounds the queue; all of it can change while it runs.
struct QueueLimits {
    int capacity = 50000;                           ///< Jobs in all lanes together.
    std::array<int, kLaneCount> weights{8, 4, 1};   ///< Turns of high : normal : low; at least 1 each.
    std::chrono::milliseconds ageing{2000};         ///< What waited longer goes first, the oldest first; 0 = off.
    QueueOverflow overflow = QueueOverflow::Reject; ///< What a full queue does with a new job.
    int maxInFlight = 5000;                         ///< Taken and not settled; beyond it nothing leaves the queue.

    [[nodiscard]] static QueueLimits fromConfig(const Config &config);
};

/// What became of a batch of pushed jobs.
struct PushResult {
    size_t accepted = 0; ///< Entered the queue.
    size_t evicted = 0;  ///< Older jobs that had to leave for them (drop-oldest).
};

/// The one place where admitted work waits: three lanes under one capacity, weighted, with ageing, and the only owner
/// of its depth. Neither end waits for the other except a worker without work.
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

    /// Gives back the places in flight of that many jobs that `pop` handed out.
    void settled(size_t count) EXCLUDES(m_mutex);

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
    /// Jobs handed out and not settled. Thread: any, lock-free.
    [[nodiscard]] size_t inFlight() const noexcept { return m_inFlight.load(std::memory_order_relaxed); }
    [[nodiscard]] size_t capacity() const noexcept { return m_capacity.load(std::memory_order_relaxed); }
    [[nodiscard]] bool dropsOldest() const noexcept { return m_dropsOldest.load(std::memory_order_relaxed); }
    /// All jobs that ever left towards a worker; its growth is the drain rate. Thread: any, lock-free.
    [[nodiscard]] quint64 totalTaken() const noexcept { return m_totalTaken.load(std::memory_order_relaxed); }
    /// How long the oldest job of each lane has waited; zero for an empty lane.
    [[nodiscard]] std::array<Duration, kLaneCount> oldestWaits(TimePoint now) const EXCLUDES(m_mutex);

private:
    static constexpr qint64 kMostJobsPerWorker = 256;
    static constexpr std::chrono::milliseconds kLookoutInterval{2};
    static constexpr size_t kNoLane = kLaneCount;

    [[nodiscard]] bool makeRoom(size_t lane, std::vector<Job> &rejected, PushResult &result) REQUIRES(m_mutex);
    [[nodiscard]] bool hasWork() const REQUIRES(m_mutex);
    [[nodiscard]] bool shallEnd() const REQUIRES(m_mutex);
    void noteReturn(Consumer &consumer) REQUIRES(m_mutex);
    void awaitWork() REQUIRES(m_mutex);
    void keepLookout() REQUIRES(m_mutex);
    void takeBatch(Consumer &consumer, std::vector<Job> &out) REQUIRES(m_mutex);
    [[nodiscard]] size_t nextLane(TimePoint now) REQUIRES(m_mutex);
    [[nodiscard]] size_t oldestAgedLane(TimePoint now) const REQUIRES(m_mutex);
    [[nodiscard]] size_t weightedLane() REQUIRES(m_mutex);
    [[nodiscard]] size_t lowestLaneNotAbove(size_t lane) const REQUIRES(m_mutex);
    [[nodiscard]] int workersWanted() const REQUIRES(m_mutex);
    [[nodiscard]] Sleepers::Wakes chooseWorkers() REQUIRES(m_mutex);
    [[nodiscard]] Job removeFront(size_t lane) REQUIRES(m_mutex);
    void publishDepths() REQUIRES(m_mutex);

    const Clock &m_clock;

    mutable Mutex m_mutex;
    Sleepers m_sleepers GUARDED_BY(m_mutex); // in pop
    QueueLimits m_limits GUARDED_BY(m_mutex);
    std::array<JobRing, kLaneCount> m_lanes GUARDED_BY(m_mutex);
    std::array<int, kLaneCount> m_credits GUARDED_BY(m_mutex){};
    size_t m_waitingJobs GUARDED_BY(m_mutex) = 0;
    size_t m_handedOut GUARDED_BY(m_mutex) = 0;
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
    std::atomic<size_t> m_inFlight{0};
    std::atomic<size_t> m_capacity{0};
    std::atomic<bool> m_dropsOldest{false};
    std::atomic<quint64> m_totalTaken{0};
};

} // namespace sluice::server
