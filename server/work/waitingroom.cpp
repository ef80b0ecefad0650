#include "server/work/waitingroom.h"

#include <algorithm>
#include <limits>

namespace sluice::server {

namespace {

// What orders are found by beside their owner.
constexpr char kOfConnection = 0;
constexpr char kOfUser = 0;

size_t placesFor(const LaneLine &line) noexcept
{
    return line.bulkhead ? static_cast<size_t>(std::max(0, line.bulkhead->most - line.bulkhead->running))
                         : std::numeric_limits<size_t>::max();
}

bool mayLeave(const LaneLine &line) noexcept
{
    return !line.bulkhead || line.bulkhead->isOpen;
}

} // namespace

WaitingRoom::WaitingRoom()
    : m_lanes{LaneRoom(m_flows), LaneRoom(m_flows), LaneRoom(m_flows)}
{
}

void WaitingRoom::add(Job job)
{
    LaneRoom &lane = m_lanes[laneOf(job)];
    ++lane.size;
    ++m_size;
    if (job->spec->ordered == Ordering::None || beginOrder(job)) {
        enterLine(job, job->admitted);
        return;
    }
    job->place.order->jobs.append(job);
    lane.parked.append(job);
    job->place.state = QueuePlace::State::Parked;
}

void WaitingRoom::take(Job job)
{
    LaneLines &ready = m_lanes[laneOf(job)].ready;
    LaneLine &line = presentLineOf(job);
    const bool isFirst = &line == &ready.front();
    const bool endsTurn = line.jobs.take(job);
    noteLeft(job, line);
    if (isFirst && endsTurn && !line.jobs.isEmpty())
        ready.useTurn();
    if (Bulkhead *bulkhead = job->place.bulkhead) {
        ++bulkhead->running;
        follow(*bulkhead, {});
    }
}

void WaitingRoom::remove(Job job, TimePoint now)
{
    if (job->place.state == QueuePlace::State::Waiting) {
        LaneLine &line = presentLineOf(job);
        line.jobs.remove(job);
        noteLeft(job, line);
        job->place.bulkhead = nullptr;
        passOrder(job, now);
        return;
    }
    LaneRoom &lane = m_lanes[laneOf(job)];
    lane.parked.remove(job);
    --lane.size;
    --m_size;
    job->place.order->jobs.remove(job);
    job->place.order = nullptr;
    job->place.state = QueuePlace::State::Outside;
}

void WaitingRoom::settle(Job job, TimePoint now, HeldOrderList &held)
{
    if (Bulkhead *bulkhead = std::exchange(job->place.bulkhead, nullptr)) {
        --bulkhead->running;
        follow(*bulkhead, now);
    }
    if (Flow *order = std::exchange(job->place.order, nullptr))
        held.append(order);
}

void WaitingRoom::passOn(HeldOrderList &held, TimePoint now)
{
    while (!held.isEmpty())
        passOn(held.takeFirst(), now);
}

void WaitingRoom::passOrder(Job job, TimePoint now)
{
    if (Flow *order = std::exchange(job->place.order, nullptr))
        passOn(order, now);
}

WaitingRoom::LaneReady WaitingRoom::ready(size_t lane) const noexcept
{
    LaneReady ready;
    for (const LaneLine *line : m_lanes[lane].ready.all()) {
        const size_t jobs = line->jobs.size();
        const size_t leaving = std::min(jobs, placesFor(*line));
        ready.jobs += leaving;
        ready.users += std::min(leaving, line->jobs.users());
        ready.expectedNs += line->jobs.expectedNs() / static_cast<qint64>(jobs) * static_cast<qint64>(leaving);
    }
    return ready;
}

TimePoint WaitingRoom::readySince(Job job) noexcept
{
    const Bulkhead *bulkhead = job->place.bulkhead;
    return bulkhead ? std::max(bulkhead->openedAt, job->place.since) : job->place.since;
}

WaitingRoom::Ready WaitingRoom::oldestReady(size_t lane) const noexcept
{
    Ready oldest;
    for (const LaneLine *line : m_lanes[lane].ready.all()) {
        const Job job = line->jobs.oldest();
        const TimePoint since = readySince(job);
        if (!oldest.job || since < oldest.since)
            oldest = {job, since};
    }
    return oldest;
}

Job WaitingRoom::oldest(size_t lane) const noexcept
{
    Job oldest = m_lanes[lane].common.jobs.oldest();
    const auto consider = [&oldest](Job job) {
        if (job && (!oldest || job->admitted < oldest->admitted))
            oldest = job;
    };
    consider(m_lanes[lane].parked.first());
    for (const Bulkhead *bulkhead : m_allBulkheads)
        consider(bulkhead->lines[lane].jobs.oldest());
    return oldest;
}

LaneLine &WaitingRoom::lineOf(Job job)
{
    if (job->spec->maxConcurrent == 0)
        return m_lanes[laneOf(job)].common;
    Bulkhead &bulkhead = bulkheadOf(job);
    job->place.bulkhead = &bulkhead;
    return bulkhead.lines[laneOf(job)];
}

// The bound is that of the latest events.toml that a job came with.
Bulkhead &WaitingRoom::bulkheadOf(Job job)
{
    const size_t index = job->spec->index.value;
    if (index >= m_bulkheads.size())
        m_bulkheads.resize(index + 1);
    std::unique_ptr<Bulkhead> &bulkhead = m_bulkheads[index];
    if (!bulkhead) {
        bulkhead = std::make_unique<Bulkhead>(m_flows);
        m_allBulkheads.push_back(bulkhead.get());
    }
    if (bulkhead->most != job->spec->maxConcurrent) {
        bulkhead->most = job->spec->maxConcurrent;
        follow(*bulkhead, job->admitted);
    }
    return *bulkhead;
}

// True when it need not wait for another of its order.
bool WaitingRoom::beginOrder(Job job)
{
    const bool ofUser = job->spec->ordered == Ordering::User;
    const void *kind = ofUser ? &kOfUser : &kOfConnection;
    const quint64 key = ofUser ? job->userKey : job->connection.value;
    Flow *order = m_flows.find(kind, key, ofUser ? &job->principal : nullptr);
    const bool isFirst = !order;
    if (isFirst) {
        order = m_flows.make(kind, key);
        if (ofUser)
            order->owner = job->principal;
    }
    job->place.order = order;
    return isFirst;
}

void WaitingRoom::passOn(Flow *order, TimePoint now)
{
    const Job next = order->jobs.first();
    if (!next) {
        m_flows.release(order);
        return;
    }
    order->jobs.remove(next);
    m_lanes[laneOf(next)].parked.remove(next);
    enterLine(next, now);
}

void WaitingRoom::enterLine(Job job, TimePoint since)
{
    LaneLine &line = lineOf(job);
    const bool wasEmpty = line.jobs.isEmpty();
    job->place.since = since;
    job->place.state = QueuePlace::State::Waiting;
    line.jobs.append(job);
    if (!mayLeave(line))
        return;
    ++m_ready;
    if (wasEmpty)
        m_lanes[laneOf(job)].ready.enter(line);
}

LaneLine &WaitingRoom::presentLineOf(Job job) noexcept
{
    return job->place.bulkhead ? job->place.bulkhead->lines[laneOf(job)] : m_lanes[laneOf(job)].common;
}

void WaitingRoom::noteLeft(Job job, const LaneLine &line)
{
    LaneRoom &lane = m_lanes[laneOf(job)];
    job->place.state = QueuePlace::State::Outside;
    --lane.size;
    --m_size;
    if (mayLeave(line)) {
        --m_ready;
        if (line.jobs.isEmpty())
            lane.ready.leave(line);
    }
}

// Opens its lines or closes them, by whether there is a free place.
void WaitingRoom::follow(Bulkhead &bulkhead, TimePoint now)
{
    const bool hasPlace = bulkhead.running < bulkhead.most;
    if (hasPlace == bulkhead.isOpen)
        return;
    bulkhead.isOpen = hasPlace;
    if (hasPlace)
        bulkhead.openedAt = now;
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        LaneLine &line = bulkhead.lines[lane];
        if (line.jobs.isEmpty())
            continue;
        if (hasPlace) {
            m_lanes[lane].ready.enter(line);
            m_ready += line.jobs.size();
        } else {
            m_lanes[lane].ready.leave(line);
            m_ready -= line.jobs.size();
        }
    }
}

} // namespace sluice::server
