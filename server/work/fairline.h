#pragma once

#include "server/work/flowtable.h"

namespace sluice::server {

/// Jobs that may leave once it is their turn: users take turns, and each user's jobs leave in the order in which they
/// came, so that whoever sends a flood waits behind it alone. All costs O(1).
/// Thread: none (its owner locks).
class FairLine
{
public:
    explicit FairLine(FlowTable &flows)
        : m_flows(flows)
    {
    }
    FairLine(const FairLine &) = delete;
    FairLine &operator=(const FairLine &) = delete;

    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    [[nodiscard]] size_t size() const noexcept { return m_size; }
    /// Users with jobs in it.
    [[nodiscard]] size_t users() const noexcept { return m_users; }

    void append(Job job);
    /// The first job of the user whose turn it is; null when empty.
    [[nodiscard]] Job next() const noexcept { return m_turn ? m_turn->jobs.first() : nullptr; }
    /// The one that came into the line first; null when empty.
    [[nodiscard]] Job oldest() const noexcept { return m_byAge.first(); }
    /// Hands out a job, which was its user's turn if it is `next`. Requires: it waits here.
    void take(Job job) noexcept;
    /// Takes out a job that will not run. Requires: it waits here.
    void remove(Job job) noexcept;

private:
    void beginTurns(Flow *flow) noexcept;
    void endTurns(Flow *flow) noexcept;

    FlowTable &m_flows;
    JobsByAge m_byAge;
    Flow *m_turn = nullptr; // a ring of users; this one is next
    size_t m_users = 0;
    size_t m_size = 0;
};

} // namespace sluice::server
