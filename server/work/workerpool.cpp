#include "server/work/workerpool.h"

#include "server/work/shift.h"
#include "shared/base/logging.h"

#include <algorithm>
#include <exception>
#include <limits>

namespace sluice::server {

namespace {

constexpr qint64 kIdle = std::numeric_limits<qint64>::min();

} // namespace

/// One worker's own counters; written by its thread, read by everybody. What is plain says whose it is.
struct WorkerPool::Worker {
    explicit Worker(int ownNumber)
        : number(ownNumber)
        , shift(static_cast<quint16>(ownNumber))
    {
    }

    const int number;
    std::atomic<bool> alive{false};
    std::atomic<quint64> processed{0};
    std::atomic<qint64> busyNs{0};
    std::atomic<qint64> busySinceNs{kIdle};
    std::atomic<bool> stuck{false};            // written under the pool's mutex
    TimePoint relievedAt{};                    // look: of the handler that it was relieved of
    BoundedPriorityQueue::Consumer consumer{}; // the queue's
    Shift shift;
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
    m_metrics.setGauge(Gauge::WorkersStuck, [this] { return static_cast<double>(stuck()); });
}

WorkerPool::~WorkerPool()
{
    m_metrics.setGauge(Gauge::Workers, {});
    m_metrics.setGauge(Gauge::WorkersBusy, {});
    m_metrics.setGauge(Gauge::WorkersStuck, {});
    stop();
    m_threads.waitForDone();
}

void WorkerPool::setSize(int count)
{
    MutexLock lock(m_mutex);
    m_size.store(count, std::memory_order_relaxed);
    adaptConsumers();
}

void WorkerPool::setStuckLimits(int mostReplaced, std::chrono::milliseconds eventTimeout)
{
    m_eventTimeout.store(eventTimeout, std::memory_order_relaxed);
    MutexLock lock(m_mutex);
    m_mostReplaced = mostReplaced;
    adaptConsumers();
}

// The stuck count as consumers until they return, so each one that is replaced makes one more.
void WorkerPool::adaptConsumers()
{
    const int wanted = m_size.load(std::memory_order_relaxed) + std::min(m_stuck, m_mostReplaced);
    for (int missing = m_queue.setConsumers(wanted); missing > 0; --missing)
        startWorker();
}

int WorkerPool::stuck() const
{
    MutexLock lock(m_mutex);
    return m_stuck;
}

std::vector<WorkerStatus> WorkerPool::workers() const
{
    std::vector<WorkerStatus> result;
    for (Worker *worker : liveWorkers())
        result.push_back(statusOf(*worker));
    return result;
}

std::vector<WorkerPool::Worker *> WorkerPool::liveWorkers() const
{
    std::vector<Worker *> result;
    MutexLock lock(m_mutex);
    for (const auto &worker : m_workers) {
        if (worker->alive.load(std::memory_order_acquire))
            result.push_back(worker.get());
    }
    return result;
}

WorkerStatus WorkerPool::statusOf(Worker &worker) const
{
    WorkerStatus status;
    status.number = worker.number;
    status.processed = worker.processed.load(std::memory_order_relaxed);
    status.errors = worker.shift.errors();
    status.busyTime = std::chrono::nanoseconds(worker.busyNs.load(std::memory_order_relaxed));
    status.stuck = worker.stuck.load(std::memory_order_relaxed);
    const qint64 since = worker.busySinceNs.load(std::memory_order_relaxed);
    if (since != kIdle)
        status.busySince = TimePoint(std::chrono::nanoseconds(since));
    if (worker.shift.tryHold()) {
        status.event = worker.shift.current()->spec->id;
        status.eventSince = worker.shift.handlerSince().value_or(TimePoint{});
        worker.shift.release();
    }
    return status;
}

void WorkerPool::look()
{
    const TimePoint now = m_clock.now();
    for (Worker *worker : liveWorkers())
        lookAt(*worker, now);
}

void WorkerPool::lookAt(Worker &worker, TimePoint now)
{
    const std::optional<TimePoint> since = worker.shift.handlerSince();
    if (!since || now - *since < kRelieveAfter || !worker.shift.tryHold())
        return;
    bool stuck = false;
    // Now that it is held: it may be in another handler than before.
    const TimePoint began = worker.shift.handlerSince().value_or(now);
    if (now - began >= kRelieveAfter) {
        if (worker.relievedAt != began)
            relieve(worker, now - began);
        worker.relievedAt = began;
        stuck = !worker.stuck.load(std::memory_order_relaxed) && isOverdue(*worker.shift.current(), now);
    }
    if (stuck)
        declareStuck(worker, now - began);
    worker.shift.release();
}

// Its event is known to be slow from now on, so that the next one is taken alone.
void WorkerPool::relieve(Worker &worker, Duration took)
{
    std::atomic<qint64> &mean = worker.shift.current()->spec->meanHandlerNs;
    mean.store(std::max<qint64>(mean.load(std::memory_order_relaxed), std::chrono::nanoseconds(took).count()),
               std::memory_order_relaxed);
    m_runner.handOver(worker.shift);
    m_queue.relieve(worker.consumer, worker.shift.takeRest());
}

// By the event's own time: that a client waits for less does not make the handler late.
bool WorkerPool::isOverdue(const Request &request, TimePoint now) const
{
    const auto timeout = request.spec->timeout.value_or(m_eventTimeout.load(std::memory_order_relaxed));
    return now > request.received + timeout + kStuckMargin;
}

void WorkerPool::declareStuck(Worker &worker, Duration took)
{
    const Job job = worker.shift.current();
    m_queue.passOrder(job);
    m_metrics.add(Counter::WorkersGotStuck);
    int stuck = 0;
    bool replaced = false;
    {
        MutexLock lock(m_mutex);
        worker.stuck.store(true, std::memory_order_relaxed);
        stuck = ++m_stuck;
        replaced = stuck <= m_mostReplaced;
        adaptConsumers();
    }
    qCWarning(lcWork).noquote().nospace()
        << "worker stuck event=" << job->spec->id.c_str() << " worker=" << worker.number
        << " ms=" << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " stuck=" << stuck
        << " replaced=" << (replaced ? "yes" : "no");
}

void WorkerPool::noteReturn(Worker &worker)
{
    int stuck = 0;
    {
        MutexLock lock(m_mutex);
        worker.stuck.store(false, std::memory_order_relaxed);
        stuck = --m_stuck;
        adaptConsumers();
    }
    m_metrics.add(Counter::WorkersRecovered);
    qCWarning(lcWork).nospace() << "stuck worker returned worker=" << worker.number << " stuck=" << stuck;
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
    std::vector<Job> jobs;
    jobs.reserve(BoundedPriorityQueue::kMaxBatch);
    while (m_queue.pop(worker.consumer, jobs) > 0) {
        runBatch(worker, jobs);
        // Written while it was in a handler, so it is seen here.
        if (worker.stuck.load(std::memory_order_relaxed))
            noteReturn(worker);
    }
    worker.alive.store(false, std::memory_order_release);
}

void WorkerPool::runBatch(Worker &worker, const std::vector<Job> &jobs)
{
    const TimePoint start = m_clock.now();
    worker.busySinceNs.store(start.time_since_epoch().count(), std::memory_order_relaxed);
    m_busy.fetch_add(1, std::memory_order_relaxed);

    m_metrics.record(Distribution::WorkerBatchJobs, std::chrono::nanoseconds(jobs.size()));
    worker.shift.begin(jobs);
    runGuarded(worker.shift);
    worker.shift.end();

    const qint64 busyNs = std::chrono::nanoseconds(m_clock.now() - start).count();
    const size_t done = worker.shift.jobs().size();
    m_busy.fetch_sub(1, std::memory_order_relaxed);
    worker.busySinceNs.store(kIdle, std::memory_order_relaxed);
    worker.busyNs.fetch_add(busyNs, std::memory_order_relaxed);
    worker.processed.fetch_add(done, std::memory_order_relaxed);
    m_metrics.add(Counter::WorkerProcessed, done);
    m_metrics.add(Counter::WorkerBusyNs, static_cast<quint64>(std::max<qint64>(0, busyNs)));
}

void WorkerPool::runGuarded(Shift &shift)
{
    try {
        m_runner.run(shift);
        return;
    } catch (const std::exception &exception) {
        qCCritical(lcWork, "runner threw what=\"%s\" jobs=%zu", exception.what(), shift.jobs().size());
    } catch (...) {
        qCCritical(lcWork, "runner threw something unknown jobs=%zu", shift.jobs().size());
    }
    m_metrics.add(Counter::WorkerErrors);
}

} // namespace sluice::server
