#include "server/admin/censusqueue.h"

#include <algorithm>
#include <utility>

namespace sluice::server {

namespace {

constexpr std::chrono::milliseconds kLook{2};
constexpr int kTimesItsCost = 20;

} // namespace

CensusQueue::CensusQueue(ConnectionCensus &census, const Clock &clock)
    : m_census(census)
    , m_clock(clock)
{
    m_timer.setInterval(kLook);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
}

bool CensusQueue::wait(quint64 session, Answer answer)
{
    if (m_served.size() + m_next.size() >= kMostWaiting)
        return false;
    m_next.push_back({session, std::move(answer)});
    if (!m_isUnderWay && m_clock.now() >= m_notBefore)
        begin(m_clock.now());
    if (!m_timer.isActive())
        m_timer.start();
    return true;
}

void CensusQueue::forget(quint64 session)
{
    const auto isTheirs = [session](const Waiting &waiting) { return waiting.session == session; };
    std::erase_if(m_served, isTheirs);
    std::erase_if(m_next, isTheirs);
}

void CensusQueue::look()
{
    const TimePoint now = m_clock.now();
    if (m_isUnderWay && (m_census.isComplete() || now - m_began >= kPatience))
        conclude(now);
    if (!m_isUnderWay && !m_next.empty() && now >= m_notBefore)
        begin(now);
    if (!m_isUnderWay && m_next.empty())
        m_timer.stop();
}

void CensusQueue::begin(TimePoint now)
{
    m_served = std::exchange(m_next, {});
    m_isUnderWay = true;
    m_began = now;
    m_census.begin();
}

void CensusQueue::conclude(TimePoint now)
{
    m_isUnderWay = false;
    m_notBefore = m_began + std::max<Duration>(kApart, (now - m_began) * kTimesItsCost);
    for (const Waiting &waiting : std::exchange(m_served, {}))
        waiting.answer();
    m_census.clear();
}

} // namespace sluice::server
