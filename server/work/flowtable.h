#pragma once

#include "server/work/linkedjobs.h"

#include <deque>
#include <vector>

namespace sluice::server {

/// The waiting jobs of one owner in one line: of a user who takes turns with others, or of an order, whose jobs run one
/// at a time.
struct Flow {
    const void *line = nullptr; ///< Which of the owner's flows this is.
    quint64 key = 0;            ///< Stands for the owner.
    JobSequence jobs;
    PrincipalPtr owner;       ///< Of a user's order: whose it is, as it may be without a job for a moment.
    Flow *nextHeld = nullptr; ///< Of an order: in HeldOrders.
    Flow *previous = nullptr; ///< In the line's ring of turns.
    Flow *next = nullptr;
    Flow *nextInBucket = nullptr;
};

/// Finds flows by owner, and keeps them for reuse: once as many were in use as ever will be, nothing is allocated.
/// Memory: as many flows as jobs waited and ran at once, at most. Thread: none (its owner locks).
class FlowTable
{
public:
    FlowTable();

    /// The owner's flow in that line, or null. `user` is the owner, where a key may stand for two users; null where
    /// keys are exact. Requires: the flows of that line have a job or an owner.
    [[nodiscard]] Flow *find(const void *line, quint64 key, const PrincipalPtr *user) const noexcept;
    /// A new one. Requires: there is none yet.
    [[nodiscard]] Flow *make(const void *line, quint64 key);
    void release(Flow *flow) noexcept;

    [[nodiscard]] size_t inUse() const noexcept { return m_inUse; }

private:
    [[nodiscard]] size_t bucketOf(const void *line, quint64 key) const noexcept;
    void grow();

    std::vector<Flow *> m_buckets; // a power of two long
    std::deque<Flow> m_flows;      // all that exist
    Flow *m_free = nullptr;        // linked by `next`
    size_t m_inUse = 0;
};

} // namespace sluice::server
