#include "server/work/boundedpriorityqueue.h"

#include <algorithm>

namespace sluice::server {

namespace {

constexpr qint64 kBudgetNs = std::chrono::nanoseconds(BoundedPriorityQueue::kBatchBudget).count();

size_t laneOf(Job job) noexcept
{
    return static_cast<size_t>(job->spec->lane);
}

} // namespace

QueueLimits QueueLimits::fromConfig(const Config &config)
{
    QueueLimits limits;
    limits.capacity = config.channels.messageQueueSize;
    limits.weights = config.channels.laneWeights;
    limits.ageing = config.channels.ageing;
    limits.overflow = config.channels.overflow;
    limits.maxInFlight = config.channels.maxPendingRequests;
    return limits;
}

BoundedPriorityQueue::BoundedPriorityQueue(const Clock &clock, const QueueLimits &limits)
    : m_clock(clock)
{
    setLimits(limits);
}

void BoundedPriorityQueue::setLimits(const QueueLimits &limits)
{
    Sleepers::Wakes wakes;
    {
        MutexLock lock(m_mutex);
        m_limits = limits;
        for (int &weight : m_limits.weights)
            weight = std::max(1, weight);
        m_credits = m_limits.weights;
        m_capacity.store(static_cast<size_t>(limits.capacity), std::memory_order_relaxed);
        m_dropsOldest.store(limits.overflow == QueueOverflow::DropOldest, std::memory_order_relaxed);
        wakes = chooseWorkers();
    }
    wakes.send();
}

PushResult BoundedPriorityQueue::push(std::span<const Job> jobs, std::vector<Job> &rejected)
{
    PushResult result;
    Sleepers::Wakes wakes;
    {
        MutexLock lock(m_mutex);
        for (Job job : jobs) {
            const size_t lane = laneOf(job);
            if (m_closed || !makeRoom(lane, rejected, result)) {
                rejected.push_back(job);
                continue;
            }
            m_lanes[lane].pushBack(job);
            ++m_waitingJobs;
            ++result.accepted;
        }
        publishDepths();
        wakes = chooseWorkers();
    }
    wakes.send();
    return result;
}

size_t BoundedPriorityQueue::pop(Consumer &consumer, std::vector<Job> &out)
{
    out.clear();
    Sleepers::Wakes wakes;
    {
        MutexLock lock(m_mutex);
        noteReturn(consumer);
        awaitWork();
        if (shallEnd())
            --m_consumers;
        else
            takeBatch(consumer, out);
        wakes = chooseWorkers();
    }
    wakes.send();
    return out.size();
}

void BoundedPriorityQueue::settled(size_t count)
{
    Sleepers::Wakes wakes;
    {
        MutexLock lock(m_mutex);
        Q_ASSERT(count <= m_handedOut);
        m_handedOut -= std::min(count, m_handedOut);
        m_inFlight.store(m_handedOut, std::memory_order_relaxed);
        wakes = chooseWorkers();
    }
    wakes.send();
}

int BoundedPriorityQueue::setConsumers(int count)
{
    MutexLock lock(m_mutex);
    m_consumersWanted = count;
    const int missing = std::max(0, count - m_consumers);
    m_consumers += missing;
    m_sleepers.wakeAll(); // the surplus ones among the sleepers end
    return missing;
}

void BoundedPriorityQueue::close()
{
    MutexLock lock(m_mutex);
    m_closed = true;
    m_sleepers.wakeAll();
}

std::vector<Job> BoundedPriorityQueue::drainAll()
{
    MutexLock lock(m_mutex);
    std::vector<Job> jobs;
    jobs.reserve(m_waitingJobs);
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        while (!m_lanes[lane].isEmpty())
            jobs.push_back(removeFront(lane));
    }
    publishDepths();
    m_sleepers.wakeAll(); // closed and empty now: nothing is left to wait for
    return jobs;
}

std::array<Duration, kLaneCount> BoundedPriorityQueue::oldestWaits(TimePoint now) const
{
    std::array<Duration, kLaneCount> waits{};
    MutexLock lock(m_mutex);
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        if (!m_lanes[lane].isEmpty())
            waits[lane] = std::max(Duration::zero(), now - m_lanes[lane].front()->admitted);
    }
    return waits;
}

bool BoundedPriorityQueue::makeRoom(size_t lane, std::vector<Job> &rejected, PushResult &result)
{
    const auto capacity = static_cast<size_t>(m_limits.capacity);
    if (m_waitingJobs < capacity)
        return true;
    if (m_limits.overflow == QueueOverflow::Reject)
        return false;
    while (m_waitingJobs >= capacity) {
        const size_t victim = lowestLaneNotAbove(lane);
        if (victim == kNoLane)
            return false;
        rejected.push_back(removeFront(victim));
        ++result.evicted;
    }
    return true;
}

size_t BoundedPriorityQueue::lowestLaneNotAbove(size_t lane) const
{
    for (size_t candidate = kLaneCount; candidate-- > lane;) {
        if (!m_lanes[candidate].isEmpty())
            return candidate;
    }
    return kNoLane;
}

bool BoundedPriorityQueue::hasWork() const
{
    return m_waitingJobs > 0 && m_handedOut < static_cast<size_t>(m_limits.maxInFlight);
}

bool BoundedPriorityQueue::shallEnd() const
{
    return m_consumers > m_consumersWanted || (m_closed && m_waitingJobs == 0);
}

void BoundedPriorityQueue::noteReturn(Consumer &consumer)
{
    if (consumer.m_state == Consumer::State::Short)
        --m_runningShort;
    else if (consumer.m_state == Consumer::State::Long)
        --m_runningLong;
    consumer.m_state = Consumer::State::Asking;
}

void BoundedPriorityQueue::awaitWork()
{
    while (!shallEnd() && !hasWork()) {
        const bool othersRun = m_runningShort + m_runningLong > 0;
        if (othersRun && !m_lookout)
            keepLookout();
        else
            m_sleepers.sleep(m_mutex);
    }
}

void BoundedPriorityQueue::keepLookout()
{
    m_lookout = true;
    bool woken = false;
    bool othersFetch = true;
    while (!woken && othersFetch) {
        const quint64 batches = m_batches;
        woken = m_sleepers.sleepFor(m_mutex, kLookoutInterval);
        othersFetch = m_batches != batches;
    }
    m_lookout = false;
}

void BoundedPriorityQueue::takeBatch(Consumer &consumer, std::vector<Job> &out)
{
    const TimePoint now = m_clock.now();
    const size_t most = std::min(kMaxBatch, static_cast<size_t>(m_limits.maxInFlight) - m_handedOut);
    qint64 expectedNs = 0;
    while (out.size() < most && m_waitingJobs > 0) {
        const size_t lane = nextLane(now);
        const qint64 jobNs = m_lanes[lane].front()->spec->meanHandlerNs.load(std::memory_order_relaxed);
        if (!out.empty() && expectedNs + jobNs > kBudgetNs)
            break;
        expectedNs += jobNs;
        m_credits[lane] = std::max(0, m_credits[lane] - 1);
        out.push_back(removeFront(lane));
    }

    const bool soonBack = out.size() > 1 || expectedNs <= kBudgetNs;
    consumer.m_state = soonBack ? Consumer::State::Short : Consumer::State::Long;
    ++(soonBack ? m_runningShort : m_runningLong);
    m_meanJobNs = expectedNs / static_cast<qint64>(out.size());
    ++m_batches;
    m_handedOut += out.size();
    m_inFlight.store(m_handedOut, std::memory_order_relaxed);
    m_totalTaken.store(m_totalTaken.load(std::memory_order_relaxed) + out.size(), std::memory_order_relaxed);
    publishDepths();
}

size_t BoundedPriorityQueue::nextLane(TimePoint now)
{
    const size_t aged = oldestAgedLane(now);
    return aged != kNoLane ? aged : weightedLane();
}

size_t BoundedPriorityQueue::oldestAgedLane(TimePoint now) const
{
    if (m_limits.ageing.count() == 0)
        return kNoLane;
    TimePoint oldest = now - m_limits.ageing;
    size_t found = kNoLane;
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        if (!m_lanes[lane].isEmpty() && m_lanes[lane].front()->admitted < oldest) {
            oldest = m_lanes[lane].front()->admitted;
            found = lane;
        }
    }
    return found;
}

size_t BoundedPriorityQueue::weightedLane()
{
    size_t firstFilled = kNoLane;
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        if (m_lanes[lane].isEmpty())
            continue;
        if (m_credits[lane] > 0)
            return lane;
        if (firstFilled == kNoLane)
            firstFilled = lane;
    }
    m_credits = m_limits.weights; // every lane with work had its turns: a new round
    return firstFilled;
}

// For what waits now, were it like the last batch.
int BoundedPriorityQueue::workersWanted() const
{
    const qint64 jobsPerWorker =
        std::clamp<qint64>(kBudgetNs / std::max<qint64>(1, m_meanJobNs), 1, kMostJobsPerWorker);
    const qint64 wanted = (static_cast<qint64>(m_waitingJobs) + jobsPerWorker - 1) / jobsPerWorker;
    return static_cast<int>(std::min<qint64>(wanted, m_consumers));
}

Sleepers::Wakes BoundedPriorityQueue::chooseWorkers()
{
    const int asleep = static_cast<int>(m_sleepers.asleep());
    if (asleep == 0 || !hasWork())
        return {};
    const int comingBack = m_consumers - asleep - m_runningLong;
    int missing = workersWanted() - comingBack;
    if (missing <= 0 && !m_lookout && m_sleepers.waking() == 0)
        missing = 1; // who finds nothing left to take becomes the lookout
    return m_sleepers.choose(static_cast<size_t>(std::max(0, missing)));
}

Job BoundedPriorityQueue::removeFront(size_t lane)
{
    --m_waitingJobs;
    return m_lanes[lane].popFront();
}

void BoundedPriorityQueue::publishDepths()
{
    m_depth.store(m_waitingJobs, std::memory_order_relaxed);
    for (size_t lane = 0; lane < kLaneCount; ++lane)
        m_laneDepth[lane].store(m_lanes[lane].size(), std::memory_order_relaxed);
}

} // namespace sluice::server
