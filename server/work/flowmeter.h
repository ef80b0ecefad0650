#pragma once

#include "server/events/request.h"

#include <algorithm>
#include <array>

namespace sluice::server {

/// What passed through one lane in a while, and what it holds at the end of it.
struct LaneFlow {
    quint64 taken = 0;                      ///< Jobs that left towards workers.
    Duration waited = Duration::zero();     ///< All of them together.
    bool ranEmpty = true;                   ///< It was empty at some time, or is not what workers wait for.
    size_t depth = 0;                       ///< Jobs that could leave now.
    Duration oldestWait = Duration::zero(); ///< Of the first of them.
    bool refused = false;                   ///< Some were refused for its sake: its shortness is not its own.
};

/// The same for all lanes.
struct QueueFlow {
    std::array<LaneFlow, kLaneCount> lanes;
    Duration elapsed = Duration::zero(); ///< How long the while was.
    size_t depth = 0;                    ///< All that wait.
    quint64 pressed = 0;                 ///< Accepted at or above the alert.

    [[nodiscard]] quint64 taken() const { return lanes[0].taken + lanes[1].taken + lanes[2].taken; }
};

/// What the queue notes about the jobs that pass, for who decides on admission: a few plain adds for each job.
/// Thread: none (the queue locks).
class FlowMeter
{
public:
    /// So many may leave after this push or pop.
    void noteReady(size_t lane, size_t jobs) noexcept
    {
        if (jobs == 0)
            m_flow.lanes[lane].ranEmpty = true;
    }
    /// It has left towards a worker.
    void taken(size_t lane, Duration waited) noexcept
    {
        LaneFlow &flow = m_flow.lanes[lane];
        ++flow.taken;
        flow.waited += waited;
    }
    void pressed(size_t jobs) noexcept { m_flow.pressed += jobs; }

    /// What passed since the call before; the caller adds the depths, and says which lanes are empty by them.
    [[nodiscard]] QueueFlow take(TimePoint now, const std::array<size_t, kLaneCount> &depths)
    {
        QueueFlow flow = m_flow;
        flow.elapsed = std::max(Duration::zero(), now - m_since);
        m_since = std::max(now, m_since);
        m_flow = {};
        for (size_t lane = 0; lane < kLaneCount; ++lane) {
            flow.lanes[lane].depth = depths[lane];
            m_flow.lanes[lane].ranEmpty = depths[lane] == 0;
        }
        return flow;
    }

private:
    QueueFlow m_flow;
    TimePoint m_since;
};

} // namespace sluice::server
