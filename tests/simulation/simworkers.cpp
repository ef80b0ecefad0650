#include "tests/simulation/simworkers.h"

#include "server/work/workerpool.h"

#include <algorithm>
#include <utility>

namespace sluice::sim {

using namespace std::chrono_literals;

namespace {

constexpr int kMostReplaced = 2;

} // namespace

SimWorkers::SimWorkers(Parts parts)
    : m_parts(std::move(parts))
{
}

void SimWorkers::setSize(int count)
{
    m_size = count;
    adapt();
}

void SimWorkers::adapt()
{
    m_wanted = m_size + std::min(m_stuck, kMostReplaced);
    const int missing = m_parts.queue.setConsumers(m_wanted);
    if (missing != std::max(0, m_wanted - m_alive))
        m_parts.report("the queue asks for " + std::to_string(missing) + " workers more, " + std::to_string(m_alive)
                       + " of " + std::to_string(m_wanted) + " live");
    for (int i = 0; i < missing; ++i) {
        const auto ended = std::find_if(m_workers.begin(), m_workers.end(),
                                        [](const auto &worker) { return worker->state == State::Ended; });
        start(ended != m_workers.end() ? **ended : *m_workers.emplace_back(std::make_unique<Worker>()));
    }
}

void SimWorkers::start(Worker &worker)
{
    ++m_alive;
    worker.consumer = std::make_unique<server::BoundedPriorityQueue::Consumer>();
    if (!worker.fiber) {
        worker.fiber = std::make_unique<Fiber>([this, &worker] {
            for (;;) {
                worker.shift.begin(worker.jobs);
                m_parts.runner.run(worker.shift);
                worker.shift.end();
                worker.state = State::Idle;
                worker.fiber->suspend();
            }
        });
    }
    wake(worker, m_parts.dice.upTo(100us));
}

void SimWorkers::wakeIdle()
{
    if (!m_parts.queue.mayPop())
        return;
    for (const auto &worker : m_workers) {
        if (worker->state == State::Idle)
            wake(*worker, m_parts.dice.upTo(50us));
    }
}

void SimWorkers::wake(Worker &worker, Duration delay)
{
    worker.state = State::Waking;
    m_parts.scheduler.after(delay, [this, &worker] { ask(worker); });
}

void SimWorkers::ask(Worker &worker)
{
    worker.state = State::Idle;
    if (!m_parts.queue.mayPop())
        return;
    const bool mustEnd = isSurplus();
    const size_t inFlight = m_parts.queue.inFlight();
    const size_t count = m_parts.queue.pop(*worker.consumer, worker.jobs);
    if ((count == 0) != mustEnd)
        m_parts.report("a worker is told to end and must not, or the other way round");
    if (count == 0) {
        worker.state = State::Ended;
        --m_alive;
        return;
    }
    m_parts.taken(worker.jobs);
    if (m_parts.queue.inFlight() > std::max(inFlight, m_maxInFlight))
        m_parts.report("more in flight than may be");
    worker.state = State::Busy;
    ++m_busy;
    planLook();
    resume(worker);
}

void SimWorkers::resume(Worker &worker)
{
    m_running = &worker;
    worker.fiber->resume();
    m_running = nullptr;
    if (worker.state == State::Busy)
        return; // asleep in a handler
    --m_busy;
    if (std::exchange(worker.isStuck, false)) {
        --m_stuck;
        adapt();
    }
    wake(worker, m_parts.dice.upTo(20us));
}

// ---- Who hangs

void SimWorkers::planLook()
{
    if (std::exchange(m_lookIsPlanned, true))
        return;
    m_parts.scheduler.after(server::WorkerPool::kLookInterval, [this] {
        m_lookIsPlanned = false;
        look();
        if (m_busy > 0)
            planLook();
    });
}

void SimWorkers::look()
{
    std::vector<Worker *> busy; // more may start meanwhile
    for (const auto &worker : m_workers) {
        if (worker->state == State::Busy)
            busy.push_back(worker.get());
    }
    for (Worker *worker : busy)
        lookAt(*worker);
}

void SimWorkers::lookAt(Worker &worker)
{
    const std::optional<TimePoint> since = worker.shift.handlerSince();
    if (!since || m_parts.scheduler.now() - *since < server::WorkerPool::kRelieveAfter)
        return;
    if (!worker.shift.tryHold()) {
        m_parts.report("a worker in a handler cannot be held");
        return;
    }
    if (std::exchange(worker.relievedAt, *since) != *since)
        relieve(worker);
    const server::Request &current = *worker.shift.current();
    if (!worker.isStuck && isOverdue(current)) {
        m_parts.queue.passOrder(worker.shift.current());
        m_parts.stuck(current);
        worker.isStuck = true;
        ++m_stuck;
        adapt();
    }
    worker.shift.release();
}

void SimWorkers::relieve(Worker &worker)
{
    m_parts.runner.handOver(worker.shift);
    const std::span<const server::Job> rest = worker.shift.takeRest();
    m_parts.relieved(*worker.shift.current(), rest);
    m_parts.queue.relieve(*worker.consumer, rest);
}

bool SimWorkers::isOverdue(const server::Request &request) const
{
    return m_parts.scheduler.now()
        > request.received + request.spec->timeout.value_or(m_eventTimeout) + server::WorkerPool::kStuckMargin;
}

void SimWorkers::sleep(Duration span)
{
    Worker &worker = *m_running;
    m_parts.scheduler.after(span, [this, &worker] { resume(worker); });
    worker.fiber->suspend();
}

} // namespace sluice::sim
