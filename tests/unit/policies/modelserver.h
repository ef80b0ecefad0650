#pragma once

#include "server/policies/overloadpolicy.h"
#include "server/work/boundedpriorityqueue.h"
#include "tests/unit/policies/testrequest.h"
#include "tests/unit/work/testjobs.h"

#include <array>
#include <deque>
#include <memory>
#include <vector>

namespace sluice::server {

/// How much comes in, by lane. Units: jobs a second.
struct Offer {
    double high = 0;
    double normal = 0;
    double low = 0;
};

/// What became of a lane's requests in a while.
struct LaneTally {
    quint64 offered = 0;
    quint64 admitted = 0;
    quint64 served = 0;
    quint64 dead = 0; ///< Taken by a worker after their deadline.
    Duration longestWait = Duration::zero();
};

/// The real policy and the real queue under a load, by a stopped clock: workers that each need a fixed time for a job,
/// and arrivals in every millisecond. One thread, no chance.
class ModelServer
{
public:
    static constexpr Duration kStep = std::chrono::milliseconds(1);

    ModelServer(const Config &config, Duration handlerTime)
        : m_config(config)
        , m_queue(clock, QueueLimits::fromConfig(config))
        , policy(std::make_unique<OverloadPolicy>(config, m_queue, metrics, random))
        , m_handlerTime(handlerTime)
        , m_workers(static_cast<size_t>(config.channels.workerPoolSize))
    {
        for (size_t lane = 0; lane < kLaneCount; ++lane) {
            m_specs[lane] = std::make_shared<EventSpec>();
            m_specs[lane]->lane = static_cast<Lane>(lane);
            m_specs[lane]->meanHandlerNs = std::chrono::nanoseconds(handlerTime).count();
        }
        static_cast<void>(m_queue.setConsumers(config.channels.workerPoolSize));
    }

    void setConfig(const Config &config)
    {
        m_queue.setLimits(QueueLimits::fromConfig(config));
        policy->setLimits(config);
    }
    /// What clients give a request. Units: from its receipt.
    void setTimeout(Duration timeout) { m_timeout = timeout; }

    /// Lets that come in for that long. Returns what became of it, by lane.
    std::array<LaneTally, kLaneCount> run(Duration span, const Offer &offer)
    {
        m_tallies = {};
        for (const TimePoint end = clock.now() + span; clock.now() < end;) {
            clock.advance(kStep);
            work();
            receive({offer.high, offer.normal, offer.low});
        }
        return m_tallies;
    }

    /// So many requests of that lane at once. Returns how many were refused.
    size_t burst(Lane lane, size_t count)
    {
        std::vector<Job> turn;
        for (size_t i = 0; i < count; ++i)
            take(static_cast<size_t>(lane), turn);
        const size_t refused = count - turn.size();
        hand(turn);
        return refused;
    }

    [[nodiscard]] size_t depth() const { return m_queue.depth(); }
    [[nodiscard]] quint64 total(Counter counter) const { return metrics.total(counter); }

    StoppedClock clock;
    Metrics metrics;
    FixedRandom random;

private:
    struct Worker {
        BoundedPriorityQueue::Consumer consumer;
        TimePoint busyUntil;
        std::vector<Job> jobs;
    };

    void work()
    {
        for (Worker &worker : m_workers) {
            if (worker.busyUntil > clock.now())
                continue;
            m_queue.settled(worker.jobs);
            m_free.insert(m_free.end(), worker.jobs.begin(), worker.jobs.end());
            worker.jobs.clear();
            if (m_queue.depth() == 0)
                continue;
            worker.busyUntil =
                clock.now() + m_handlerTime * static_cast<int>(m_queue.pop(worker.consumer, worker.jobs));
            for (Job job : worker.jobs)
                note(*job);
        }
    }

    void note(const Request &request)
    {
        LaneTally &tally = m_tallies[static_cast<size_t>(request.spec->lane)];
        ++tally.served;
        tally.dead += clock.now() >= request.deadline ? 1 : 0;
        tally.longestWait = std::max(tally.longestWait, clock.now() - request.admitted);
    }

    void receive(const std::array<double, kLaneCount> &perSecond)
    {
        std::vector<Job> turn;
        for (size_t lane = 0; lane < kLaneCount; ++lane) {
            m_due[lane] += perSecond[lane] * std::chrono::duration<double>(kStep).count();
            for (; m_due[lane] >= 1; m_due[lane] -= 1)
                take(lane, turn);
        }
        hand(turn);
    }

    void take(size_t lane, std::vector<Job> &turn)
    {
        if (m_free.empty())
            m_free.push_back(&m_requests.emplace_back());
        Request &request = *m_free.back();
        request.spec = m_specs[lane];
        request.received = request.admitted = clock.now();
        request.deadline = clock.now() + m_timeout;
        request.aheadInTurn = static_cast<size_t>(
            std::count_if(turn.begin(), turn.end(), [&](Job job) { return job->spec == request.spec; }));
        ++m_tallies[lane].offered;
        if (policy->admit(request, clock.now()))
            return;
        m_free.pop_back();
        turn.push_back(&request);
        ++m_tallies[lane].admitted;
    }

    void hand(const std::vector<Job> &turn)
    {
        m_rejected.clear();
        m_queue.push(turn, m_rejected);
        for (Job job : m_rejected) {
            --m_tallies[static_cast<size_t>(job->spec->lane)].admitted;
            static_cast<void>(policy->turnAway(*job));
            m_free.push_back(job);
        }
    }

    const Config m_config;
    BoundedPriorityQueue m_queue;

public:
    std::unique_ptr<OverloadPolicy> policy; // before the queue it refers to, so that it goes first

private:
    const Duration m_handlerTime;
    Duration m_timeout{std::chrono::seconds(3)};
    std::array<std::shared_ptr<EventSpec>, kLaneCount> m_specs;
    std::array<double, kLaneCount> m_due{};
    std::array<LaneTally, kLaneCount> m_tallies;
    std::vector<Worker> m_workers;
    std::vector<Job> m_rejected;
    std::deque<Request> m_requests;
    std::vector<Request *> m_free;
};

} // namespace sluice::server
