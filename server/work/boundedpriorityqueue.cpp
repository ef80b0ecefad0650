#include "server/work/boundedpriorityqueue.h"

#include <algorithm>

namespace sluice::server {

namespace {

constexpr size_t kNoLane = kLaneCount;
constexpr qint64 kBudgetNs = std::chrono::nanoseconds(BoundedPriorityQueue::kBatchBudget).count();

qint64 expectedNsOf(Job job) noexcept
{
    return job->spec->meanHandlerNs.load(std::memory_order_relaxed);
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
    limits.bounds = DepthBounds::fromConfig(config);
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
        m_alertDepth.store(limits.bounds.alert, std::memory_order_relaxed);
        for (size_t lane = 0; lane < kLaneCount; ++lane)
            m_bounds[lane].store(std::min(m_limits.bounds.refuse[lane], m_capacity.load()), std::memory_order_relaxed);
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
            if (m_closed || m_room.size() >= m_limits.bounds.refuse[lane] || !makeRoom(lane, rejected, result)) {
                rejected.push_back(job);
                continue;
            }
            result.pressed += m_room.size() >= m_limits.bounds.alert ? 1 : 0;
            job->expectedNs = expectedNsOf(job);
            m_room.add(job);
            ++result.accepted;
        }
        m_flow.pressed(result.pressed);
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
            m_consumersNow.store(static_cast<size_t>(--m_consumers), std::memory_order_relaxed);
        else
            takeBatch(consumer, out);
        if (isFinished())
            m_sleepers.wakeAll(); // they end
        wakes = chooseWorkers();
    }
    wakes.send();
    return out.size();
}

bool BoundedPriorityQueue::mayPop() const
{
    MutexLock lock(m_mutex);
    return shallEnd() || hasWork();
}

BoundedPriorityQueue::HeldOrders BoundedPriorityQueue::settled(std::span<const Job> jobs)
{
    // Looked at before the lock: most events are not.
    const bool someRestrained =
        std::any_of(jobs.begin(), jobs.end(), [](Job job) { return job->spec->isRestrained(); });
    HeldOrders held;
    held.m_queue = this;
    Sleepers::Wakes wakes;
    {
        MutexLock lock(m_mutex);
        Q_ASSERT(jobs.size() <= m_handedOut);
        m_handedOut -= std::min(jobs.size(), m_handedOut);
        m_inFlight.store(m_handedOut, std::memory_order_relaxed);
        if (someRestrained) {
            const TimePoint now = m_clock.now();
            for (Job job : jobs)
                m_room.settle(job, now, held.m_orders);
            publishDepths();
        }
        wakes = chooseWorkers();
    }
    wakes.send();
    return held;
}

void BoundedPriorityQueue::passOn(HeldOrderList &orders)
{
    Sleepers::Wakes wakes;
    {
        MutexLock lock(m_mutex);
        m_room.passOn(orders, m_clock.now());
        publishDepths();
        wakes = chooseWorkers();
    }
    wakes.send();
}

void BoundedPriorityQueue::withdraw(std::span<const Job> jobs, std::vector<Job> &out)
{
    Sleepers::Wakes wakes;
    {
        MutexLock lock(m_mutex);
        const TimePoint now = m_clock.now();
        for (Job job : jobs) {
            if (job->place.state == QueuePlace::State::Outside)
                continue;
            m_room.remove(job, now);
            out.push_back(job);
        }
        publishDepths();
        if (isFinished())
            m_sleepers.wakeAll();
        wakes = chooseWorkers();
    }
    wakes.send();
}

void BoundedPriorityQueue::relieve(Consumer &consumer, std::span<const Job> notBegun)
{
    Sleepers::Wakes wakes;
    {
        MutexLock lock(m_mutex);
        if (consumer.m_state == Consumer::State::Short) {
            consumer.m_state = Consumer::State::Long;
            --m_runningShort;
            ++m_runningLong;
        }
        m_returned.insert(m_returned.end(), notBegun.begin(), notBegun.end());
        wakes = chooseWorkers();
    }
    wakes.send();
}

void BoundedPriorityQueue::passOrder(Job job)
{
    Sleepers::Wakes wakes;
    {
        MutexLock lock(m_mutex);
        m_room.passOrder(job, m_clock.now());
        publishDepths();
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
    m_consumersNow.store(static_cast<size_t>(m_consumers), std::memory_order_relaxed);
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
    const TimePoint now = m_clock.now();
    std::vector<Job> jobs;
    jobs.reserve(m_room.size());
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        while (m_room.size(lane) > 0) {
            jobs.push_back(m_room.oldest(lane));
            m_room.remove(jobs.back(), now);
        }
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
        if (m_room.size(lane) > 0)
            waits[lane] = std::max(Duration::zero(), now - m_room.oldest(lane)->admitted);
    }
    return waits;
}

QueueFlow BoundedPriorityQueue::takeFlow(TimePoint now)
{
    MutexLock lock(m_mutex);
    QueueFlow flow = m_flow.take(now, {m_room.ready(0).jobs, m_room.ready(1).jobs, m_room.ready(2).jobs});
    flow.depth = m_room.size();
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        flow.lanes[lane].ranEmpty = flow.lanes[lane].ranEmpty || idle() > 0;
        if (m_room.hasReady(lane))
            flow.lanes[lane].oldestWait = now - m_room.oldestReady(lane).since;
    }
    return flow;
}

bool BoundedPriorityQueue::makeRoom(size_t lane, std::vector<Job> &rejected, PushResult &result)
{
    const auto capacity = static_cast<size_t>(m_limits.capacity);
    if (m_room.size() < capacity)
        return true;
    if (m_limits.overflow == QueueOverflow::Reject)
        return false;
    const TimePoint now = m_clock.now();
    while (m_room.size() >= capacity) {
        const Job victim = oldestNotAbove(lane);
        if (!victim)
            return false;
        m_room.remove(victim, now);
        rejected.push_back(victim);
        ++result.evicted;
    }
    return true;
}

// Of the lowest lane that has any.
Job BoundedPriorityQueue::oldestNotAbove(size_t lane) const
{
    for (size_t candidate = kLaneCount; candidate-- > lane;) {
        if (m_room.size(candidate) > 0)
            return m_room.oldest(candidate);
    }
    return nullptr;
}

bool BoundedPriorityQueue::hasWork() const
{
    return (m_waitingJobs > 0 && m_handedOut < static_cast<size_t>(m_limits.maxInFlight)) || !m_returned.empty();
}

bool BoundedPriorityQueue::shallEnd() const
{
    return m_consumers > m_consumersWanted || isFinished();
}

// What waits for others in flight will still come.
bool BoundedPriorityQueue::isFinished() const
{
    return m_closed && m_room.size() == 0 && m_returned.empty();
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
        publishIdle(1); // this one
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
    qint64 expectedNs = takeReturned(out);
    const size_t returned = out.size();
    expectedNs = takeWaiting(out, expectedNs);

    const bool soonBack = out.size() > 1 || expectedNs <= kBudgetNs;
    consumer.m_state = soonBack ? Consumer::State::Short : Consumer::State::Long;
    ++(soonBack ? m_runningShort : m_runningLong);
    m_meanJobNs = expectedNs / static_cast<qint64>(out.size());
    ++m_batches;
    const size_t taken = out.size() - returned;
    m_handedOut += taken;
    m_inFlight.store(m_handedOut, std::memory_order_relaxed);
    publishDepths();
}

// What a stuck worker had before: it has waited already. Returns how long it is expected to take.
qint64 BoundedPriorityQueue::takeReturned(std::vector<Job> &out)
{
    qint64 expectedNs = 0;
    while (!m_returned.empty() && out.size() < kMaxBatch) {
        const qint64 jobNs = expectedNsOf(m_returned.front());
        if (!out.empty() && expectedNs + jobNs > kBudgetNs)
            break;
        expectedNs += jobNs;
        out.push_back(m_returned.front());
        m_returned.erase(m_returned.begin()); // few: what was left of a batch
    }
    return expectedNs;
}

qint64 BoundedPriorityQueue::takeWaiting(std::vector<Job> &out, qint64 expectedNs)
{
    const size_t inFlight = static_cast<size_t>(m_limits.maxInFlight);
    const size_t most = std::min(kMaxBatch, out.size() + inFlight - std::min(inFlight, m_handedOut));
    const TimePoint now = m_clock.now();
    bool someAged = m_limits.ageing.count() > 0; // until none is found: within a batch none becomes so
    while (out.size() < most && m_room.ready() > 0) {
        Job job = someAged ? oldestAged(now) : nullptr;
        if (!job) {
            someAged = false;
            job = m_room.next(weightedLane());
        }
        const qint64 jobNs = expectedNsOf(job);
        if (!out.empty() && expectedNs + jobNs > kBudgetNs)
            break;
        expectedNs += jobNs;
        int &credit = m_credits[laneOf(job)];
        credit = std::max(0, credit - 1);
        m_flow.taken(laneOf(job), now - WaitingRoom::readySince(job));
        m_room.take(job);
        out.push_back(job);
    }
    return expectedNs;
}

Job BoundedPriorityQueue::oldestAged(TimePoint now) const
{
    TimePoint oldest = now - m_limits.ageing;
    Job found = nullptr;
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        if (!m_room.hasReady(lane))
            continue;
        const WaitingRoom::Ready candidate = m_room.oldestReady(lane);
        if (candidate.since < oldest) {
            oldest = candidate.since;
            found = candidate.job;
        }
    }
    return found;
}

size_t BoundedPriorityQueue::weightedLane()
{
    size_t firstFilled = kNoLane;
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        if (!m_room.hasReady(lane))
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

// The end of every change: who sleeps afterwards is known then.
Sleepers::Wakes BoundedPriorityQueue::chooseWorkers()
{
    Sleepers::Wakes wakes = m_sleepers.choose(workersToWake());
    publishIdle();
    return wakes;
}

size_t BoundedPriorityQueue::workersToWake() const
{
    const int asleep = static_cast<int>(m_sleepers.asleep());
    if (asleep == 0 || !hasWork())
        return 0;
    const int comingBack = m_consumers - asleep - m_runningLong;
    int missing = workersWanted() - comingBack;
    if (missing <= 0 && !m_lookout && m_sleepers.waking() == 0)
        missing = 1; // who finds nothing left to take becomes the lookout
    return static_cast<size_t>(std::max(0, missing));
}

void BoundedPriorityQueue::publishDepths()
{
    m_waitingJobs = m_room.ready();
    m_depth.store(m_room.size(), std::memory_order_relaxed);
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        const WaitingRoom::LaneReady ready = m_room.ready(lane);
        m_laneDepth[lane].store(m_room.size(lane), std::memory_order_relaxed);
        m_laneReady[lane].store(ready.jobs, std::memory_order_relaxed);
        m_laneUsers[lane].store(ready.users, std::memory_order_relaxed);
        m_expectedNs[lane].store(ready.expectedNs, std::memory_order_relaxed);
        m_flow.noteReady(lane, ready.jobs);
    }
}

size_t BoundedPriorityQueue::idle(size_t more) const
{
    const bool mayLeave = m_handedOut < static_cast<size_t>(m_limits.maxInFlight);
    return mayLeave ? m_sleepers.asleep() + more : 0;
}

} // namespace sluice::server
