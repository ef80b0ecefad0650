#pragma once

#include "server/work/boundedpriorityqueue.h"
#include "server/work/shift.h"
#include "tests/simulation/dice.h"
#include "tests/simulation/fiber.h"
#include "tests/simulation/scheduler.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sluice::sim {

/// The workers: fibers that take from the real queue, but only when that does not make them wait, and run what they
/// get. Who hangs is relieved, and replaced when it is stuck, as WorkerPool does it.
/// Thread: the simulation's.
class SimWorkers
{
public:
    struct Parts {
        Scheduler &scheduler;
        Dice &dice;
        server::BoundedPriorityQueue &queue;
        server::JobRunner &runner;
        std::function<void(std::span<const server::Job>)> taken;
        std::function<void(const server::Request &current, std::span<const server::Job> rest)> relieved;
        std::function<void(const server::Request &current)> stuck;
        std::function<void(const std::string &)> report;
    };
    explicit SimWorkers(Parts parts);

    void setSize(int count);
    void setMaxInFlight(int count) { m_maxInFlight = static_cast<size_t>(count); }
    /// How long events without a timeout of their own may take.
    void setEventTimeout(std::chrono::milliseconds timeout) { m_eventTimeout = timeout; }
    /// Has idle workers look for work soon. After every step.
    void wakeIdle();
    /// Lets time pass in the handler that is running.
    void sleep(Duration span);

    [[nodiscard]] int alive() const { return m_alive; }
    [[nodiscard]] int busy() const { return m_busy; }

private:
    enum class State : quint8 { Ended, Idle, Waking, Busy };
    struct Worker {
        State state = State::Ended;
        std::unique_ptr<server::BoundedPriorityQueue::Consumer> consumer;
        std::vector<server::Job> jobs;
        server::Shift shift;
        TimePoint relievedAt; // of the handler that it was relieved of
        bool isStuck = false;
        std::unique_ptr<Fiber> fiber;
    };

    void adapt();
    void start(Worker &worker);
    void wake(Worker &worker, Duration delay);
    void ask(Worker &worker);
    void resume(Worker &worker);
    [[nodiscard]] bool isSurplus() const { return m_alive > m_wanted; }
    void planLook();
    void look();
    void lookAt(Worker &worker);
    void relieve(Worker &worker);
    [[nodiscard]] bool isOverdue(const server::Request &request) const;

    Parts m_parts;
    std::vector<std::unique_ptr<Worker>> m_workers;
    Worker *m_running = nullptr;
    int m_size = 0;   // as configured
    int m_wanted = 0; // with those that replace stuck ones
    int m_stuck = 0;
    int m_alive = 0;
    int m_busy = 0;
    size_t m_maxInFlight = 0;
    std::chrono::milliseconds m_eventTimeout{0};
    bool m_lookIsPlanned = false;
};

} // namespace sluice::sim
