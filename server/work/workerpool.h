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
#include <vector>

namespace sluice::server {

/// What one worker does and did.
struct WorkerStatus {
    int number = 0; ///< From 1; a worker that ends leaves its number to the next one that starts.
    quint64 processed = 0;
    Duration busyTime{0};
    std::optional<TimePoint> busySince; ///< When its present batch began; unset while it waits.
};

/// Loops that take jobs from the queue and give them to the runner, on a thread pool of their own.
/// Keeps the gauges Workers and WorkersBusy, and counts WorkerProcessed and WorkerBusyNs once per batch. What a runner
/// throws against its contract is caught, counted as WorkerErrors and logged; the worker lives on.
/// Thread: any (locks inside).
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
    [[nodiscard]] int size() const noexcept { return m_size.load(std::memory_order_relaxed); }
    /// Workers inside a batch right now.
    [[nodiscard]] int busy() const noexcept { return m_busy.load(std::memory_order_relaxed); }
    [[nodiscard]] std::vector<WorkerStatus> workers() const EXCLUDES(m_mutex);

    /// Closes the queue: the workers run what still waits and end. Wait for that with `waitForStopped`.
    void stop();
    /// Waits for all workers to end. Empty when they did; after `grace` those that are still there.
    /// Requires: `stop` was called. Blocks: at most `grace`.
    [[nodiscard]] std::vector<WorkerStatus> waitForStopped(std::chrono::milliseconds grace);

private:
    struct Worker;

    void startWorker() REQUIRES(m_mutex);
    [[nodiscard]] Worker &freeWorker() REQUIRES(m_mutex);
    void loop(Worker &worker);
    void runBatch(Worker &worker, const std::vector<Job> &jobs);
    void runGuarded(const std::vector<Job> &jobs);

    BoundedPriorityQueue &m_queue;
    JobRunner &m_runner;
    Metrics &m_metrics;
    const Clock &m_clock;

    mutable Mutex m_mutex;
    std::vector<std::unique_ptr<Worker>> m_workers GUARDED_BY(m_mutex);
    std::atomic<int> m_size{0};
    std::atomic<int> m_busy{0};
    QThreadPool m_threads; // last: its destructor waits for threads that use the members above
};

} // namespace sluice::server
