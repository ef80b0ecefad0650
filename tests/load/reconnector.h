#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "tests/load/fleet.h"

#include <queue>

namespace sluice::load {

/// Brings members (back) online: at once, after a moment, or after a back-off that doubles with each refusal, as decent
/// clients do.
/// Thread: its owner's.
class Reconnector
{
public:
    Reconnector(Fleet &fleet, const Clock &clock, Random &random);

    /// Connects the member after about `delay`.
    void schedule(size_t member, std::chrono::milliseconds delay);
    /// Schedules what fits how a connection ended. Returns false for a member that must not come back (1008, 4003).
    bool scheduleAfter(size_t member, const Farewell &farewell);
    void connected(size_t member) { m_refusals[member] = 0; }
    /// Connects whoever's time has come.
    void turn();
    void stop() { m_due = {}; }

private:
    struct Due {
        TimePoint when;
        size_t member;

        bool operator>(const Due &other) const { return when > other.when; }
    };

    Fleet &m_fleet;
    const Clock &m_clock;
    Random &m_random;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    std::vector<int> m_refusals; ///< In a row, by member.
};

} // namespace sluice::load
