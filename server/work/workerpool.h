#pragma once

#include "server/metrics/metrics.h"
#include "server/work/boundedpriorityqueue.h"
#include "server/work/job.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sluice::server {

/// What one worker does and did.
struct WorkerStatus {
    int number = 0; ///< From 1; a worker that ends leaves its number to the next one that starts.
    quint64 processed = 0;
    quint64 errors = 0; ///< Handlers that threw.
    Duration busyTime{0};
    std::optional<TimePoint> busySince; ///< When its present batch began; unset while it waits.
    std::string event;                  ///< Whose handler it is in; empty while it is in none.
    TimePoint eventSince;               ///< When that handler began.
    bool stuck = false;                 ///< That handler should have returned long ago.
};

/// Loops that take jobs from the queue and give them to the runner, on a thread pool of their own.
/// Keeps the gauges Workers and WorkersBusy, and counts WorkerProcessed and WorkerBusyNs once per batch. What a runner
/// throws against its contract is caught, counted as WorkerErrors and logged; the worker lives on.
///
/// Nobody can stop a handler that hangs, so `look` sees to it that only its own caller waits for it:
/// - after kRelieveAfter in one handler the worker is relieved: what its batch has finished is posted, what it has not
///   begun goes to others;
/// - kStuckMargin after its event's deadline it is stuck: logged, counted, and replaced by another worker as long as
///   there are no more than channels.max-stuck-workers; its order (`ordered`) goes on without it. When it returns, one
///   worker too many ends.
///
/// Thread: any (locks inside); look: one at a time.
class WorkerPool
{
public:
    /// Starts no worker yet. Requires: everything referred to outlives the pool.
    WorkerPool(BoundedPriorityQueue &queue, JobRunner &runner, Metrics &metrics, const Clock &clock);
    /// Closes the queue and waits for the workers. Blocks.
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// How many workers there shall be: new ones start at once, surplus ones end after their present batch.
    void setSize(int count) EXCLUDES(m_mutex);
    /// How many stuck workers are replaced, and how long events without a timeout of their own may take.
    void setStuckLimits(int mostReplaced, std::chrono::milliseconds eventTimeout) EXCLUDES(m_mutex);
    [[nodiscard]] int size() const noexcept { return m_size.load(std::memory_order_relaxed); }
    /// Workers inside a batch right now.
    [[nodiscard]] int busy() const noexcept { return m_busy.load(std::memory_order_relaxed); }
    /// Workers whose handler is stuck.
    [[nodiscard]] int stuck() const EXCLUDES(m_mutex);
    [[nodiscard]] std::vector<WorkerStatus> workers() const EXCLUDES(m_mutex);

    static constexpr std::chrono::milliseconds kLookInterval{100};
    /// A batch is expected to take a thousandth of this (BoundedPriorityQueue::kBatchBudget).
    static constexpr std::chrono::milliseconds kRelieveAfter{50};
    /// What a handler may take to notice that it shall stop.
    static constexpr std::chrono::milliseconds kStuckMargin{500};
    /// Finds who hangs. Call it every kLookInterval.
    void look() EXCLUDES(m_mutex);

    /// Closes the queue: the workers run what still waits and end. Wait for that with `waitForStopped`.
    void stop();
    /// Waits for all workers to end. Empty when they did; after `grace` those that are still there.
    /// Requires: `stop` was called. Blocks: at most `grace`.
    [[nodiscard]] std::vector<WorkerStatus> waitForStopped(std::chrono::milliseconds grace);

private:
    struct Worker;

    void adaptConsumers() REQUIRES(m_mutex);
    void startWorker() REQUIRES(m_mutex);
    [[nodiscard]] Worker &freeWorker() REQUIRES(m_mutex);
    void loop(Worker &worker);
    void runBatch(Worker &worker, const std::vector<Job> &jobs);
    void runGuarded(Shift &shift);
    [[nodiscard]] WorkerStatus statusOf(Worker &worker) const;
    [[nodiscard]] std::vector<Worker *> liveWorkers() const EXCLUDES(m_mutex);
    void lookAt(Worker &worker, TimePoint now) EXCLUDES(m_mutex);
    void relieve(Worker &worker, Duration took);
    [[nodiscard]] bool isOverdue(const Request &request, TimePoint now) const;
    void declareStuck(Worker &worker, Duration took) EXCLUDES(m_mutex);
    void noteReturn(Worker &worker) EXCLUDES(m_mutex);

    BoundedPriorityQueue &m_queue;
    JobRunner &m_runner;
    Metrics &m_metrics;
    const Clock &m_clock;

    mutable Mutex m_mutex;
    std::vector<std::unique_ptr<Worker>> m_workers GUARDED_BY(m_mutex);
    int m_stuck GUARDED_BY(m_mutex) = 0;
    int m_mostReplaced GUARDED_BY(m_mutex) = 10;
    std::atomic<std::chrono::milliseconds> m_eventTimeout{std::chrono::milliseconds(3000)};
    std::atomic<int> m_size{0};
    std::atomic<int> m_busy{0};
    QThreadPool m_threads; // last: its destructor waits for threads that use the members above
};

} // namespace sluice::server
