#include "server/work/workerpool.h"

#include "shared/base/logging.h"

#include <algorithm>
#include <exception>
#include <limits>

namespace sluice::server {

namespace {

constexpr qint64 kIdle = std::numeric_limits<qint64>::min();

} // namespace

/// One worker's own counters; written by its thread, read by everybody.
struct WorkerPool::Worker {
    explicit Worker(int ownNumber)
        : number(ownNumber)
    {
    }

    const int number;
    std::atomic<bool> alive{false};
    std::atomic<quint64> processed{0};
    std::atomic<qint64> busyNs{0};
    std::atomic<qint64> busySinceNs{kIdle};
};

WorkerPool::WorkerPool(BoundedPriorityQueue &queue, JobRunner &runner, Metrics &metrics, const Clock &clock)
    : m_queue(queue)
    , m_runner(runner)
    , m_metrics(metrics)
    , m_clock(clock)
{
    // The queue bounds how many loops run; a second bound here could leave a new one waiting for a surplus one's end.
    m_threads.setMaxThreadCount(std::numeric_limits<int>::max());
    m_metrics.setGauge(Gauge::Workers, [this] { return static_cast<double>(size()); });
    m_metrics.setGauge(Gauge::WorkersBusy, [this] { return static_cast<double>(busy()); });
}

WorkerPool::~WorkerPool()
{
    m_metrics.setGauge(Gauge::Workers, {});
    m_metrics.setGauge(Gauge::WorkersBusy, {});
    stop();
    m_threads.waitForDone();
}

void WorkerPool::setSize(int count)
{
    MutexLock lock(m_mutex);
    m_size.store(count, std::memory_order_relaxed);
    for (int missing = m_queue.setConsumers(count); missing > 0; --missing)
        startWorker();
}

std::vector<WorkerStatus> WorkerPool::workers() const
{
    std::vector<WorkerStatus> result;
    MutexLock lock(m_mutex);
    for (const auto &worker : m_workers) {
        if (!worker->alive.load(std::memory_order_acquire))
            continue;
        WorkerStatus status;
        status.number = worker->number;
        status.processed = worker->processed.load(std::memory_order_relaxed);
        status.busyTime = std::chrono::nanoseconds(worker->busyNs.load(std::memory_order_relaxed));
        const qint64 since = worker->busySinceNs.load(std::memory_order_relaxed);
        if (since != kIdle)
            status.busySince = TimePoint(std::chrono::nanoseconds(since));
        result.push_back(status);
    }
    return result;
}

void WorkerPool::stop()
{
    m_queue.close();
}

std::vector<WorkerStatus> WorkerPool::waitForStopped(std::chrono::milliseconds grace)
{
    const auto limit = std::min<qint64>(grace.count(), std::numeric_limits<int>::max());
    if (m_threads.waitForDone(static_cast<int>(limit)))
        return {};
    return workers();
}

void WorkerPool::startWorker()
{
    Worker &worker = freeWorker();
    worker.alive.store(true, std::memory_order_relaxed);
    m_threads.start([this, &worker] { loop(worker); });
}

WorkerPool::Worker &WorkerPool::freeWorker()
{
    const auto free = std::find_if(m_workers.begin(), m_workers.end(),
                                   [](const auto &worker) { return !worker->alive.load(std::memory_order_acquire); });
    if (free != m_workers.end())
        return **free;
    m_workers.push_back(std::make_unique<Worker>(static_cast<int>(m_workers.size()) + 1));
    return *m_workers.back();
}

void WorkerPool::loop(Worker &worker)
{
    BoundedPriorityQueue::Consumer consumer;
    std::vector<Job> jobs;
    jobs.reserve(BoundedPriorityQueue::kMaxBatch);
    while (m_queue.pop(consumer, jobs) > 0)
        runBatch(worker, jobs);
    worker.alive.store(false, std::memory_order_release);
}

void WorkerPool::runBatch(Worker &worker, const std::vector<Job> &jobs)
{
    const TimePoint start = m_clock.now();
    worker.busySinceNs.store(start.time_since_epoch().count(), std::memory_order_relaxed);
    m_busy.fetch_add(1, std::memory_order_relaxed);

    runGuarded(jobs);

    const qint64 busyNs = std::chrono::nanoseconds(m_clock.now() - start).count();
    m_busy.fetch_sub(1, std::memory_order_relaxed);
    worker.busySinceNs.store(kIdle, std::memory_order_relaxed);
    worker.busyNs.fetch_add(busyNs, std::memory_order_relaxed);
    worker.processed.fetch_add(jobs.size(), std::memory_order_relaxed);
    m_metrics.add(Counter::WorkerProcessed, jobs.size());
    m_metrics.add(Counter::WorkerBusyNs, static_cast<quint64>(std::max<qint64>(0, busyNs)));
}

void WorkerPool::runGuarded(const std::vector<Job> &jobs)
{
    try {
        m_runner.run(jobs);
        return;
    } catch (const std::exception &exception) {
        qCCritical(lcWork, "runner threw what=\"%s\" jobs=%zu", exception.what(), jobs.size());
    } catch (...) {
        qCCritical(lcWork, "runner threw something unknown jobs=%zu", jobs.size());
    }
    m_metrics.add(Counter::WorkerErrors);
}

} // namespace sluice::server
