#pragma once

#include "server/work/boundedpriorityqueue.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sluice::server {

/// What BoundedPriorityQueue shall do, said as slowly and plainly as possible: vectors that are searched from their
/// beginning, nothing linked, nothing kept that can be looked up. One worker, one thread.
class QueueModel
{
public:
    explicit QueueModel(const Clock &clock, const QueueLimits &limits)
        : m_clock(clock)
    {
        setLimits(limits);
    }

    void setLimits(const QueueLimits &limits)
    {
        m_limits = limits;
        m_credits = limits.weights;
    }
    void close() { m_closed = true; }

    void push(const std::vector<Job> &jobs, std::vector<Job> &rejected)
    {
        for (Job job : jobs) {
            if (m_closed || !makeRoom(laneOf(job), rejected))
                rejected.push_back(job);
            else
                add(job);
        }
    }

    [[nodiscard]] bool mayPop() const
    {
        return (m_closed && depth() == 0 && returned.empty()) || !returned.empty()
            || (ready() > 0 && inFlight.size() < static_cast<size_t>(m_limits.maxInFlight));
    }

    std::vector<Job> pop()
    {
        std::vector<Job> out;
        qint64 expected = 0;
        const auto fits = [&](Job job) {
            const qint64 ns = job->spec->meanHandlerNs;
            if (out.size() == BoundedPriorityQueue::kMaxBatch || (!out.empty() && expected + ns > 100'000))
                return false;
            expected += ns;
            out.push_back(job);
            return true;
        };
        while (!returned.empty() && fits(returned.front()))
            returned.erase(returned.begin());
        while (ready() > 0 && out.size() < BoundedPriorityQueue::kMaxBatch
               && inFlight.size() < static_cast<size_t>(m_limits.maxInFlight)) {
            const Job job = choose();
            if (!fits(job))
                break;
            m_credits[laneOf(job)] = std::max(0, m_credits[laneOf(job)] - 1);
            take(job);
            inFlight.push_back(job);
        }
        return out;
    }

    void settle(const std::vector<Job> &jobs)
    {
        for (Job job : jobs) {
            std::erase(inFlight, job);
            if (const auto place = m_places.find(job); place != m_places.end()) {
                m_places.erase(place);
                updateRings();
            }
        }
        for (Job job : jobs)
            passOrder(job);
    }

    void withdraw(const std::vector<Job> &jobs, std::vector<Job> &out)
    {
        for (Job job : jobs) {
            if (!waits(job))
                continue;
            remove(job);
            out.push_back(job);
        }
    }

    void passOrder(Job job)
    {
        const auto held =
            std::find_if(m_holders.begin(), m_holders.end(), [job](const auto &entry) { return entry.second == job; });
        if (held == m_holders.end())
            return;
        const Order order = held->first;
        m_holders.erase(held);
        for (Job next : m_parked) { // in the order of their arrival
            if (orderOf(next) != order)
                continue;
            m_holders[order] = next;
            std::erase(m_parked, next);
            enterLine(next, m_clock.now());
            return;
        }
    }

    std::vector<Job> drainAll()
    {
        std::vector<Job> out;
        for (size_t lane = 0; lane < kLaneCount; ++lane) {
            while (depth(lane) > 0) {
                out.push_back(oldest(lane));
                remove(out.back());
            }
        }
        return out;
    }

    [[nodiscard]] size_t depth(size_t lane) const
    {
        size_t count = 0;
        for (const auto &line : m_lanes[lane].lines)
            count += line->jobs.size();
        for (Job job : m_parked)
            count += laneOf(job) == lane ? 1 : 0;
        return count;
    }
    [[nodiscard]] size_t depth() const { return depth(0) + depth(1) + depth(2); }

    [[nodiscard]] Duration oldestWait(size_t lane) const
    {
        return depth(lane) > 0 ? m_clock.now() - oldest(lane)->admitted : Duration::zero();
    }

    std::vector<Job> inFlight;
    std::vector<Job> returned; // in flight too

private:
    using Order = std::pair<Ordering, std::string>;
    static constexpr quint32 kCommon = ~quint32{0};

    struct Line {
        quint32 event = kCommon;
        std::vector<Job> jobs;          // as they came
        std::vector<std::string> users; // the first one's turn
        qint64 turnLeftNs = kTurnNs;
    };
    struct LaneModel {
        std::vector<std::unique_ptr<Line>> lines;
        std::vector<Line *> ring; // those whose jobs may leave; the first one's turn
        size_t turnsLeft = 0;
    };

    static constexpr qint64 kTurnNs = std::chrono::nanoseconds(FairLine::kTurn).count();

    static size_t laneOf(Job job) { return static_cast<size_t>(job->spec->lane); }
    static const std::string &userOf(Job job) { return job->principal->userId; }
    static Order orderOf(Job job)
    {
        return job->spec->ordered == Ordering::User ? Order{Ordering::User, userOf(job)}
                                                    : Order{job->spec->ordered, std::to_string(job->connection.value)};
    }

    bool isOpen(quint32 event) const
    {
        if (event == kCommon)
            return true;
        const auto held = std::count_if(m_places.begin(), m_places.end(),
                                        [event](const auto &entry) { return entry.second == event; });
        return held < m_most.at(event);
    }
    bool mayLeave(const Line &line) const { return !line.jobs.empty() && isOpen(line.event); }

    size_t ready() const
    {
        size_t count = 0;
        for (const LaneModel &lane : m_lanes) {
            for (const auto &line : lane.lines)
                count += mayLeave(*line) ? line->jobs.size() : 0;
        }
        return count;
    }

    Line &lineOf(Job job)
    {
        const quint32 event = job->spec->maxConcurrent == 0 ? kCommon : job->spec->index.value;
        for (const auto &line : m_lanes[laneOf(job)].lines) {
            if (line->event == event)
                return *line;
        }
        m_lanes[laneOf(job)].lines.push_back(std::make_unique<Line>());
        m_lanes[laneOf(job)].lines.back()->event = event;
        return *m_lanes[laneOf(job)].lines.back();
    }
    Line &presentLineOf(Job job)
    {
        for (const auto &line : m_lanes[laneOf(job)].lines) {
            if (contains(line->jobs, job))
                return *line;
        }
        Q_UNREACHABLE();
    }
    static bool contains(const std::vector<Job> &jobs, Job job)
    {
        return std::find(jobs.begin(), jobs.end(), job) != jobs.end();
    }
    bool waits(Job job) const
    {
        if (contains(m_parked, job))
            return true;
        for (const auto &line : m_lanes[laneOf(job)].lines) {
            if (contains(line->jobs, job))
                return true;
        }
        return false;
    }

    void add(Job job)
    {
        if (job->spec->ordered != Ordering::None) {
            if (!m_holders.emplace(orderOf(job), job).second) {
                m_parked.push_back(job);
                return;
            }
        }
        enterLine(job, job->admitted);
    }

    void enterLine(Job job, TimePoint since)
    {
        if (job->spec->maxConcurrent > 0) {
            const quint32 event = job->spec->index.value;
            if (!m_most.contains(event))
                m_bulkheads.push_back(event);
            const int most = std::exchange(m_most[event], job->spec->maxConcurrent);
            if (most != job->spec->maxConcurrent)
                updateRings(job->admitted);
        }
        Line &line = lineOf(job);
        m_since[job] = since;
        line.jobs.push_back(job);
        if (std::find(line.users.begin(), line.users.end(), userOf(job)) == line.users.end())
            line.users.push_back(userOf(job));
        updateRings();
    }

    // What may leave no more is taken out of the turns, what may leave anew takes the last turn.
    void updateRings() { updateRings(m_clock.now()); }
    void updateRings(TimePoint now)
    {
        for (const quint32 event : m_bulkheads) {
            if (isOpen(event) && !m_open[event])
                m_openedAt[event] = now;
            m_open[event] = isOpen(event);
        }
        for (LaneModel &lane : m_lanes) {
            Line *first = lane.ring.empty() ? nullptr : lane.ring.front();
            std::erase_if(lane.ring, [this](const Line *line) { return !mayLeave(*line); });
            if (lane.ring.size() > 1 && lane.ring.front() != first)
                lane.turnsLeft = lane.ring.front()->users.size();
            for (const auto &line : lane.lines) {
                if (!mayLeave(*line) || std::find(lane.ring.begin(), lane.ring.end(), line.get()) != lane.ring.end())
                    continue;
                lane.ring.push_back(line.get());
                if (lane.ring.size() == 2)
                    lane.turnsLeft = lane.ring.front()->users.size();
            }
        }
    }

    Job next(const Line &line) const
    {
        return *std::find_if(line.jobs.begin(), line.jobs.end(),
                             [&line](Job job) { return userOf(job) == line.users.front(); });
    }

    Job choose()
    {
        Job aged = nullptr;
        TimePoint oldest = m_clock.now() - m_limits.ageing;
        for (const LaneModel &lane : m_lanes) {
            for (const Line *line : lane.ring) {
                if (m_limits.ageing.count() == 0)
                    continue;
                const Job job = line->jobs.front();
                const TimePoint since =
                    line->event == kCommon ? m_since[job] : std::max(m_since[job], m_openedAt[line->event]);
                if (since < oldest) {
                    oldest = since;
                    aged = job;
                }
            }
        }
        return aged ? aged : next(*m_lanes[chooseLane()].ring.front());
    }

    size_t chooseLane()
    {
        for (int round = 0; round < 2; ++round) {
            for (size_t lane = 0; lane < kLaneCount; ++lane) {
                if (!m_lanes[lane].ring.empty() && m_credits[lane] > 0)
                    return lane;
            }
            m_credits = m_limits.weights;
        }
        Q_UNREACHABLE();
    }

    void take(Job job)
    {
        LaneModel &lane = m_lanes[laneOf(job)];
        Line &line = presentLineOf(job);
        const bool inTurn = next(line) == job;
        const bool firstLine = lane.ring.front() == &line;
        const size_t users = line.users.size();
        line.turnLeftNs -= inTurn ? job->spec->meanHandlerNs.load() : 0;
        const bool isOver = line.turnLeftNs <= 0;
        if (isOver) {
            std::rotate(line.users.begin(), line.users.begin() + 1, line.users.end());
            line.turnLeftNs = kTurnNs;
        }
        leave(job, line);
        const bool endsTurn = inTurn && (isOver || line.users.size() < users);
        if (endsTurn && firstLine && !line.jobs.empty() && lane.ring.size() > 1 && --lane.turnsLeft == 0) {
            std::rotate(lane.ring.begin(), lane.ring.begin() + 1, lane.ring.end());
            lane.turnsLeft = lane.ring.front()->users.size();
        }
        if (line.event != kCommon)
            m_places[job] = line.event;
        updateRings();
    }

    void leave(Job job, Line &line)
    {
        std::erase(line.jobs, job);
        const bool othersWait =
            std::any_of(line.jobs.begin(), line.jobs.end(), [job](Job other) { return userOf(other) == userOf(job); });
        if (!othersWait) {
            if (line.users.front() == userOf(job))
                line.turnLeftNs = kTurnNs;
            std::erase(line.users, userOf(job));
        }
        updateRings();
    }

    void remove(Job job)
    {
        if (contains(m_parked, job)) {
            std::erase(m_parked, job);
            return;
        }
        leave(job, presentLineOf(job));
        passOrder(job);
    }

    Job oldest(size_t lane) const
    {
        std::vector<Job> heads;
        const auto addLine = [&](quint32 event) {
            for (const auto &line : m_lanes[lane].lines) {
                if (line->event == event && !line->jobs.empty())
                    heads.push_back(line->jobs.front());
            }
        };
        addLine(kCommon);
        const auto parked =
            std::find_if(m_parked.begin(), m_parked.end(), [lane](Job job) { return laneOf(job) == lane; });
        if (parked != m_parked.end())
            heads.push_back(*parked);
        for (const quint32 event : m_bulkheads)
            addLine(event);
        return *std::min_element(heads.begin(), heads.end(), [](Job a, Job b) { return a->admitted < b->admitted; });
    }

    bool makeRoom(size_t lane, std::vector<Job> &rejected)
    {
        const auto capacity = static_cast<size_t>(m_limits.capacity);
        while (depth() >= capacity) {
            size_t victim = kLaneCount - 1;
            while (victim > lane && depth(victim) == 0)
                --victim;
            if (m_limits.overflow == QueueOverflow::Reject || depth(victim) == 0)
                return false;
            rejected.push_back(oldest(victim));
            remove(rejected.back());
        }
        return true;
    }

    const Clock &m_clock;
    QueueLimits m_limits;
    std::array<int, kLaneCount> m_credits{};
    bool m_closed = false;
    std::array<LaneModel, kLaneCount> m_lanes;
    std::vector<Job> m_parked;
    std::map<Order, Job> m_holders;   // who may run of each order
    std::map<Job, quint32> m_places;  // who holds a place with which event
    std::map<quint32, int> m_most;    // places of each event
    std::vector<quint32> m_bulkheads; // events with places, in the order in which they came up
    std::map<quint32, bool> m_open;
    std::map<quint32, TimePoint> m_openedAt;
    std::map<Job, TimePoint> m_since;
};

} // namespace sluice::server
