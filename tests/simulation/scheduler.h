#pragma once

#include "tests/support/fakeclock.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace sluice::sim {

/// What happens next, in order of time; the clock stands still while something happens.
/// Thread: the simulation's.
class Scheduler
{
public:
    using Action = std::function<void()>;

    explicit Scheduler(test::FakeClock &clock)
        : m_clock(clock)
    {
    }

    [[nodiscard]] TimePoint now() const { return m_clock.now(); }

    void after(Duration delay, Action action)
    {
        m_events.push_back({now() + delay, m_lastOrder++, std::move(action)});
        std::push_heap(m_events.begin(), m_events.end(), isLater);
    }

    /// Lets the next event happen when it is due by `end`. What is late because the clock was moved on happens now.
    bool runNext(TimePoint end)
    {
        if (m_events.empty() || m_events.front().when > end)
            return false;
        std::pop_heap(m_events.begin(), m_events.end(), isLater);
        const Event event = std::move(m_events.back());
        m_events.pop_back();
        if (event.when > now())
            m_clock.advance(event.when - now());
        event.action();
        return true;
    }

private:
    struct Event {
        TimePoint when;
        quint64 order; // of equal times the one planned first
        Action action;
    };
    static bool isLater(const Event &a, const Event &b)
    {
        return a.when != b.when ? a.when > b.when : a.order > b.order;
    }

    test::FakeClock &m_clock;
    std::vector<Event> m_events; // a heap
    quint64 m_lastOrder = 0;
};

} // namespace sluice::sim
