#include "server/work/fairline.h"

namespace sluice::server {

void FairLine::append(Job job)
{
    Flow *flow = flowOf(job);
    flow->jobs.append(job);
    m_byAge.append(job);
    job->place.flow = flow;
    m_expectedNs += job->expectedNs;
    ++m_size;
}

// What a client sends together comes together: mostly it is the one of the job before.
Flow *FairLine::flowOf(Job job)
{
    if (m_latest && m_latest->key == job->userKey && m_latest->jobs.first()->principal == job->principal)
        return m_latest;
    Flow *flow = m_flows.find(this, job->userKey, &job->principal);
    if (!flow) {
        flow = m_flows.make(this, job->userKey);
        beginTurns(flow);
    }
    m_latest = flow;
    return flow;
}

bool FairLine::take(Job job) noexcept
{
    // A batch is taken under a lock, from requests that another core has written: the next ones are fetched meanwhile.
    if (const Job next = job->place.behind; next && next->place.behind)
        next->place.behind->prefetchPlace();
    if (job != next()) {
        remove(job);
        return false;
    }
    const size_t users = m_users;
    m_turnLeftNs -= job->spec->meanHandlerNs.load(std::memory_order_relaxed);
    const bool isOver = m_turnLeftNs <= 0;
    if (isOver)
        passTurn(m_turn->next);
    remove(job);
    return isOver || m_users < users; // it was the user's last
}

void FairLine::passTurn(Flow *next) noexcept
{
    m_turn = next;
    m_turnLeftNs = std::chrono::nanoseconds(kTurn).count();
}

void FairLine::remove(Job job) noexcept
{
    Flow *flow = job->place.flow;
    flow->jobs.remove(job);
    m_byAge.remove(job);
    job->place.flow = nullptr;
    m_expectedNs -= job->expectedNs;
    --m_size;
    if (flow->jobs.isEmpty()) {
        endTurns(flow);
        m_flows.release(flow);
        if (m_latest == flow)
            m_latest = nullptr;
    }
}

// Behind all others: just before the one whose turn it is.
void FairLine::beginTurns(Flow *flow) noexcept
{
    ++m_users;
    if (!m_turn) {
        m_turn = flow->previous = flow->next = flow;
        return;
    }
    flow->next = m_turn;
    flow->previous = m_turn->previous;
    flow->previous->next = flow;
    m_turn->previous = flow;
}

void FairLine::endTurns(Flow *flow) noexcept
{
    --m_users;
    flow->previous->next = flow->next;
    flow->next->previous = flow->previous;
    if (m_turn == flow)
        passTurn(m_users > 0 ? flow->next : nullptr);
}

} // namespace sluice::server
