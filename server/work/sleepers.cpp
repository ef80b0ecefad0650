#include "server/work/sleepers.h"

#include <algorithm>
#include <cerrno>
#include <ctime>

namespace sluice::server {

namespace {

// Until there is a wake-up to take, whatever signal comes between.
void await(sem_t *wakeUp)
{
    while (sem_wait(wakeUp) != 0 && errno == EINTR) { }
}

bool awaitUntil(sem_t *wakeUp, const timespec &end)
{
    int result = 0;
    do
        result = sem_clockwait(wakeUp, CLOCK_MONOTONIC, &end);
    while (result != 0 && errno == EINTR);
    return result == 0;
}

timespec fromNow(std::chrono::milliseconds span)
{
    using namespace std::chrono;
    const nanoseconds end = steady_clock::now().time_since_epoch() + span;
    const auto whole = floor<seconds>(end);
    return {static_cast<time_t>(whole.count()), static_cast<long>((end - whole).count())};
}

} // namespace

Sleepers::Bed::Bed()
{
    sem_init(&wakeUp, 0, 0);
}

Sleepers::Bed::~Bed()
{
    sem_destroy(&wakeUp);
}

void Sleepers::Wakes::send() noexcept
{
    for (size_t i = 0; i < m_count; ++i)
        sem_post(&m_beds[i]->wakeUp);
}

void Sleepers::sleep(Mutex &mutex)
{
    Bed *bed = makeBed();
    m_asleep.push_back(bed);
    mutex.unlock();
    await(&bed->wakeUp);
    mutex.lock();
    getUp(bed);
}

bool Sleepers::sleepFor(Mutex &mutex, std::chrono::milliseconds span)
{
    const timespec end = fromNow(span);
    Bed *bed = makeBed();
    m_asleep.insert(m_asleep.begin(), bed);
    mutex.unlock();
    const bool woken = awaitUntil(&bed->wakeUp, end);
    mutex.lock();
    const bool chosen = bed->chosen;
    if (chosen && !woken) // chosen at the last moment: its wake-up is on the way
        await(&bed->wakeUp);
    getUp(bed);
    return chosen;
}

Sleepers::Bed *Sleepers::makeBed()
{
    if (m_free.empty()) {
        m_beds.push_back(std::make_unique<Bed>());
        m_free.push_back(m_beds.back().get());
    }
    Bed *bed = m_free.back();
    m_free.pop_back();
    bed->chosen = false;
    return bed;
}

void Sleepers::getUp(Bed *bed)
{
    if (bed->chosen)
        --m_waking;
    else
        std::erase(m_asleep, bed);
    m_free.push_back(bed);
}

Sleepers::Bed *Sleepers::chooseLast()
{
    Bed *bed = m_asleep.back();
    m_asleep.pop_back();
    bed->chosen = true;
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
        sem_post(&chooseLast()->wakeUp);
}

} // namespace sluice::server
