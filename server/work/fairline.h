#pragma once

#include "server/work/flowtable.h"

#include <chrono>

namespace sluice::server {

/// Jobs that may leave once it is their turn: users take turns, and each user's jobs leave in the order in which they
/// came, so that whoever sends a flood waits behind it alone. A turn is worth kTurn of expected handler time, at least
/// one job: of fast events several, whose answers then leave in one write. All costs O(1).
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

    /// With turns of one job, a client's sixteen answers went out in as many writes, which cost a quarter of the speed.
    static constexpr std::chrono::microseconds kTurn{100};

    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    [[nodiscard]] size_t size() const noexcept { return m_size; }
    /// What their handlers are expected to take together.
    [[nodiscard]] qint64 expectedNs() const noexcept { return m_expectedNs; }
    /// Users with jobs in it.
    [[nodiscard]] size_t users() const noexcept { return m_users; }

    void append(Job job);
    /// The first job of the user whose turn it is; null when empty.
    [[nodiscard]] Job next() const noexcept { return m_turn ? m_turn->jobs.first() : nullptr; }
    /// The one that came into the line first; null when empty.
    [[nodiscard]] Job oldest() const noexcept { return m_byAge.first(); }
    /// Hands out a job, which is of its user's turn if it is `next`. Returns whether that ended the turn.
    /// Requires: it waits here.
    bool take(Job job) noexcept;
    /// Takes out a job that will not run. Requires: it waits here.
    void remove(Job job) noexcept;

private:
    [[nodiscard]] Flow *flowOf(Job job);
    void passTurn(Flow *next) noexcept;
    void beginTurns(Flow *flow) noexcept;
    void endTurns(Flow *flow) noexcept;

    FlowTable &m_flows;
    JobsByAge m_byAge;
    Flow *m_turn = nullptr;   // a ring of users; this one is next
    Flow *m_latest = nullptr; // the one that got the latest job, if it is still there
    qint64 m_turnLeftNs = std::chrono::nanoseconds(kTurn).count();
    qint64 m_expectedNs = 0;
    size_t m_users = 0;
    size_t m_size = 0;
};

} // namespace sluice::server
