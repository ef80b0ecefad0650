#pragma once

#include "server/work/lanelines.h"

#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace sluice::server {

/// What an event with max-concurrent has: so many places with handlers, and a line of its own in each lane.
struct Bulkhead {
    explicit Bulkhead(FlowTable &flows)
        : lines{{{FairLine(flows), this}, {FairLine(flows), this}, {FairLine(flows), this}}}
    {
    }

    int most = 0;
    int running = 0;     ///< Handed out and not settled.
    bool isOpen = false; ///< It has a free place.
    TimePoint openedAt;
    std::array<LaneLine, kLaneCount> lines;
};

/// Orders whose job is settled, but that do not go on yet. Thread: none.
class HeldOrderList
{
public:
    [[nodiscard]] bool isEmpty() const noexcept { return m_first == nullptr; }
    void append(Flow *order) noexcept
    {
        order->nextHeld = nullptr;
        (m_last ? m_last->nextHeld : m_first) = order;
        m_last = order;
    }
    [[nodiscard]] Flow *takeFirst() noexcept
    {
        Flow *order = std::exchange(m_first, m_first->nextHeld);
        if (!m_first)
            m_last = nullptr;
        return order;
    }

private:
    Flow *m_first = nullptr;
    Flow *m_last = nullptr;
};

/// Who of the waiting may leave, and who is next in a lane.
///
/// - Users take turns (FairLine); an anonymous user is the connection.
/// - An event's `max-concurrent`: while that many are handed out, its other jobs wait in lines of their own, out of
///   everybody's way, and nothing looks at them. Settling one opens the lines again.
/// - `ordered`: the events of a connection (or of a user, over all its connections) that are so ordered run one at a
///   time in the order of their arrival, whatever their type and lane. Those behind the first are parked; when it is
///   settled, or taken out, the next one joins the line of its event as if it came then.
///
/// Ageing counts from when a job could have left: a predecessor's time is no reason to overtake others.
/// Thread: none (its owner locks). Units: all costs O(1), or O(events that have max-concurrent) where it says so.
class WaitingRoom
{
public:
    /// A job that may leave, and when it could have left first.
    struct Ready {
        Job job = nullptr;
        TimePoint since;
    };

    WaitingRoom();

    /// Takes in a job. Requires: `spec`, `admitted` and `userKey` are set.
    void add(Job job);
    /// Hands a job out. Requires: it may leave (`next` or `oldestReady`).
    void take(Job job);
    /// Takes out a job that will not run. Requires: it is in here.
    void remove(Job job, TimePoint now);
    /// A job that was handed out leaves its place to others. Its order, if it has one, is added to `held`.
    void settle(Job job, TimePoint now, HeldOrderList &held);
    void passOn(HeldOrderList &held, TimePoint now);
    /// Its order goes on without waiting for a job that was handed out.
    void passOrder(Job job, TimePoint now);

    /// Those of a lane that may leave, and how many users they are of, counted in each line; of an event with
    /// max-concurrent no more than it has places.
    struct LaneReady {
        size_t jobs = 0;
        size_t users = 0;
        qint64 expectedNs = 0; ///< What their handlers are expected to take together.
    };
    /// O(lines).
    [[nodiscard]] LaneReady ready(size_t lane) const noexcept;
    /// When it could have left first. Requires: it may leave.
    [[nodiscard]] static TimePoint readySince(Job job) noexcept;
    /// Jobs that may leave.
    [[nodiscard]] size_t ready() const noexcept { return m_ready; }
    /// All jobs in here.
    [[nodiscard]] size_t size() const noexcept { return m_size; }
    [[nodiscard]] size_t size(size_t lane) const noexcept { return m_lanes[lane].size; }

    [[nodiscard]] bool hasReady(size_t lane) const noexcept { return !m_lanes[lane].ready.isEmpty(); }
    /// Whose turn it is. Requires: hasReady.
    [[nodiscard]] Job next(size_t lane) const noexcept { return m_lanes[lane].ready.front().jobs.next(); }
    /// The one that could have left first. Requires: hasReady. O(lines).
    [[nodiscard]] Ready oldestReady(size_t lane) const noexcept;
    /// The first received of those that head a line or the parked, whether they may leave or not; null when there is
    /// none. O(events with max-concurrent).
    [[nodiscard]] Job oldest(size_t lane) const noexcept;

private:
    struct LaneRoom {
        explicit LaneRoom(FlowTable &flows)
            : common{FairLine(flows), nullptr}
        {
        }

        LaneLine common;
        LaneLines ready;
        JobsByAge parked;
        size_t size = 0;
    };

    [[nodiscard]] LaneLine &lineOf(Job job);
    [[nodiscard]] Bulkhead &bulkheadOf(Job job);
    [[nodiscard]] bool beginOrder(Job job);
    void passOn(Flow *order, TimePoint now);
    void enterLine(Job job, TimePoint since);
    [[nodiscard]] LaneLine &presentLineOf(Job job) noexcept;
    void noteLeft(Job job, const LaneLine &line);
    void follow(Bulkhead &bulkhead, TimePoint now);

    FlowTable m_flows; // first: the lines give their flows back to it
    std::array<LaneRoom, kLaneCount> m_lanes;
    std::vector<std::unique_ptr<Bulkhead>> m_bulkheads; // by event index; null for most
    std::vector<Bulkhead *> m_allBulkheads;
    size_t m_ready = 0;
    size_t m_size = 0;
};

} // namespace sluice::server
