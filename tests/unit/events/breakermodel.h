#pragma once

#include "server/events/breaker.h"

#include <algorithm>
#include <map>
#include <vector>

namespace sluice::test {

/// The breaker by its rules, slowly: it remembers every end of an era and every probe by name, and counts anew each
/// time it is asked. Times only grow.
class BreakerModel
{
public:
    using State = server::BreakerState;
    using Mode = server::BreakerMode;

    void setLimits(const server::Config::Breaker &limits)
    {
        if (limits == m_limits)
            return;
        m_limits = limits;
        if (m_state == State::Closed)
            m_ends.clear();
        if (m_mode != Mode::Automatic || m_state == State::Closed)
            return;
        if (limits.failures == 0 || (m_state == State::HalfOpen && passedProbes() >= limits.probes))
            begin(State::Closed);
    }

    void setMode(Mode mode)
    {
        if (mode == m_mode)
            return;
        m_mode = mode;
        const State before = m_state;
        begin(mode == Mode::ForcedOpen ? State::Open : State::Closed);
        opened += before != State::Open && m_state == State::Open ? 1 : 0;
    }

    bool tryAdmit(int request, TimePoint now)
    {
        if (m_state == State::Open && m_mode == Mode::Automatic && now >= m_openedAt + m_limits.open)
            begin(State::HalfOpen);
        const bool admitted =
            m_state == State::Closed || (m_state == State::HalfOpen && probesOut() + passedProbes() < m_limits.probes);
        if (admitted)
            m_eraOf[request] = m_era;
        return admitted;
    }

    void settle(int request, server::Evidence evidence, TimePoint now)
    {
        const int era = m_eraOf.at(request);
        m_eraOf.erase(request);
        if (era != m_era)
            return;
        m_ends.push_back({now, evidence});
        if (m_state == State::HalfOpen && evidence == server::Evidence::Bad)
            open(now);
        else if (m_state == State::HalfOpen && passedProbes() >= m_limits.probes)
            begin(State::Closed);
        else if (m_state == State::Closed && evidence == server::Evidence::Bad && mayOpen() && hasFailedTooOften())
            open(now);
    }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int probesOut() const
    {
        if (m_state != State::HalfOpen)
            return 0;
        return static_cast<int>(
            std::count_if(m_eraOf.begin(), m_eraOf.end(), [this](const auto &entry) { return entry.second == m_era; }));
    }

    quint64 opened = 0;

private:
    struct End {
        TimePoint at;
        server::Evidence evidence;
    };

    [[nodiscard]] bool mayOpen() const { return m_mode == Mode::Automatic && m_limits.failures > 0; }
    [[nodiscard]] int passedProbes() const { return count(m_ends.begin(), server::Evidence::Good); }
    [[nodiscard]] int count(std::vector<End>::const_iterator from, server::Evidence evidence) const
    {
        return static_cast<int>(
            std::count_if(from, m_ends.end(), [evidence](const End &end) { return end.evidence == evidence; }));
    }

    /// From the end back to the failure that makes enough of them.
    [[nodiscard]] bool hasFailedTooOften() const
    {
        int bad = 0;
        for (auto end = m_ends.end(); end != m_ends.begin();) {
            --end;
            if (end->evidence != server::Evidence::Bad || ++bad < m_limits.failures)
                continue;
            const int good = count(end, server::Evidence::Good);
            return m_ends.back().at - end->at <= m_limits.window && bad >= m_limits.ratio * (bad + good);
        }
        return false;
    }

    void open(TimePoint now)
    {
        m_openedAt = now;
        ++opened;
        begin(State::Open);
    }
    void begin(State state)
    {
        m_state = state;
        ++m_era;
        m_ends.clear();
    }

    server::Config::Breaker m_limits = [] {
        server::Config::Breaker off;
        off.failures = 0;
        return off;
    }();
    State m_state = State::Closed;
    Mode m_mode = Mode::Automatic;
    int m_era = 0;
    std::map<int, int> m_eraOf; // requests under way
    std::vector<End> m_ends;    // of this era, since the limits changed
    TimePoint m_openedAt;
};

} // namespace sluice::test
