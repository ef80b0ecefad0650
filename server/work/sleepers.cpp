#include "server/work/sleepers.h"

#include <algorithm>

namespace sluice::server {

void Sleepers::Wakes::send() noexcept
{
    for (size_t i = 0; i < m_count; ++i)
        m_beds[i]->condition.notifyOne();
}

void Sleepers::sleep(Mutex &mutex)
{
    Bed *bed = lieDown();
    while (!bed->woken)
        bed->condition.wait(mutex);
    getUp(bed);
}

bool Sleepers::sleepFor(Mutex &mutex, std::chrono::milliseconds span)
{
    const auto end = std::chrono::steady_clock::now() + span;
    Bed *bed = lieDown();
    bool isTime = false;
    while (!bed->woken && !isTime)
        isTime = !bed->condition.waitUntil(mutex, end);
    const bool woken = bed->woken;
    getUp(bed);
    return woken;
}

Sleepers::Bed *Sleepers::lieDown()
{
    if (m_free.empty()) {
        m_beds.push_back(std::make_unique<Bed>());
        m_free.push_back(m_beds.back().get());
    }
    Bed *bed = m_free.back();
    m_free.pop_back();
    bed->woken = false;
    m_asleep.push_back(bed);
    return bed;
}

void Sleepers::getUp(Bed *bed)
{
    if (bed->woken)
        --m_waking;
    else
        std::erase(m_asleep, bed);
    m_free.push_back(bed);
}

Sleepers::Bed *Sleepers::chooseLast()
{
    Bed *bed = m_asleep.back();
    m_asleep.pop_back();
    bed->woken = true;
    ++m_waking;
    return bed;
}

Sleepers::Wakes Sleepers::choose(size_t count)
{
    Wakes wakes;
    while (wakes.m_count < std::min(count, Wakes::kMost) && !m_asleep.empty())
        wakes.m_beds[wakes.m_count++] = chooseLast();
    return wakes;
}

void Sleepers::wakeAll()
{
    while (!m_asleep.empty())
        chooseLast()->condition.notifyOne();
}

} // namespace sluice::server
