#pragma once

#include "server/work/fairline.h"

#include <vector>

namespace sluice::server {

/// The jobs of a lane that wait together: those of its ordinary events, or those of one event with max-concurrent.
struct LaneLine {
    FairLine jobs;
    Bulkhead *bulkhead = nullptr; ///< Of the event; null: the ordinary line.
};

/// The lines of one lane whose jobs may leave now. Mostly there is one. Where there are more they take turns, each for
/// as many jobs as it had users when its turn began, so that users are served alike whatever line they wait in.
/// Thread: none (its owner locks). Units: all costs O(1) for one line, else O(lines): events with max-concurrent, few.
class LaneLines
{
public:
    [[nodiscard]] bool isEmpty() const noexcept { return m_ring.empty(); }
    /// The line whose turn it is. Requires: not empty.
    [[nodiscard]] LaneLine &front() const noexcept { return *m_ring.front(); }
    [[nodiscard]] const std::vector<LaneLine *> &all() const noexcept { return m_ring; }

    /// Requires: it has jobs.
    void enter(LaneLine &line);
    void leave(const LaneLine &line) noexcept;
    /// The front line gave a job. Requires: it has more.
    void useTurn() noexcept;

private:
    std::vector<LaneLine *> m_ring; // the first one's turn
    size_t m_turnsLeft = 0;         // of the first; kept while there are several
};

} // namespace sluice::server
