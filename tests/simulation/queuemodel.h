#pragma once

#include "server/work/boundedpriorityqueue.h"
#include "tests/simulation/call.h"
#include "tests/simulation/rarity.h"

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sluice::sim {

/// What must wait in the work queue, and the rules by which it leaves: lists that are looked through from end to end.
/// It does not say who is next, but whether who was taken might be: the rules leave open in which order several go on
/// that had to wait for the same. tests/unit/work/queuemodel.h says it exactly, for the queue alone.
/// Thread: the simulation's.
class QueueModel
{
public:
    /// `seen` counts what happens.
    explicit QueueModel(Rarities &seen)
        : m_seen(seen)
    {
    }

    void setLimits(const server::QueueLimits &limits);
    void close() { m_isClosed = true; }

    /// A turn's calls were handed over, and these came back. Returns which rule that breaks, or nothing.
    [[nodiscard]] std::string push(const std::vector<Call *> &turn, const std::vector<Call *> &back);
    /// A worker took this call. Returns which rule that breaks, or nothing.
    [[nodiscard]] std::string take(Call &call, TimePoint now);
    /// A call that was taken has been settled.
    void settle(Call &call, TimePoint now);
    /// Its handler is stuck: its order goes on without it.
    void passOrder(Call &call, TimePoint now);
    [[nodiscard]] bool waits(const Call &call) const;
    /// A call that waits has ended.
    void remove(Call &call, TimePoint now);

    [[nodiscard]] size_t depth() const;
    [[nodiscard]] size_t depth(size_t lane) const { return m_lanes[lane].size(); }
    [[nodiscard]] const server::QueueLimits &limits() const { return m_limits; }
    /// Calls that were accepted at or above the alert.
    [[nodiscard]] quint64 pressed() const { return m_pressed; }

private:
    using LaneList = std::vector<Call *>;
    /// Of an order (`ordered`): the first may run, the others wait for it, whatever their event and lane.
    using Order = std::pair<server::Ordering, std::string>;
    /// Of an event with max-concurrent.
    struct Places {
        int most = 0;
        int taken = 0;
        TimePoint openedAt;
    };
    /// A lane's ordinary calls (null), or those of an event with max-concurrent.
    using Line = std::pair<size_t, const server::EventSpec *>;
    struct Turn {
        quint64 entered = 0; // when the user's first call of now came into the line
        quint64 taken = 0;   // the last one
        quint64 inTurn = 0;  // the last one that was not taken for its age
    };
    struct LineTurns {
        std::map<std::string, Turn> users;
        std::string present; // whose turn goes on; empty when it is over
        Duration left{0};
    };

    [[nodiscard]] static Line lineOf(const Call &call);
    [[nodiscard]] static Order orderOf(const Call &call);
    [[nodiscard]] bool isParked(const Call &call) const { return call.entered == 0; }
    [[nodiscard]] bool isReady(const Call &call) const;
    [[nodiscard]] bool hasReady(size_t lane) const;
    [[nodiscard]] TimePoint readySince(const Call &call) const;
    [[nodiscard]] const Call *oldestAged(TimePoint now) const;
    void add(Call &call);
    void enter(Call &call, TimePoint since, quint64 entered);
    void leave(Call &call);
    [[nodiscard]] std::string pushOne(Call &call, const std::vector<Call *> &back, size_t &next);
    [[nodiscard]] std::string judgeVictim(const Call &victim, size_t lane) const;
    [[nodiscard]] std::string judgeTurn(const Call &call, bool goesByAge);
    [[nodiscard]] std::string judgeLines(const Call &call);
    [[nodiscard]] std::string judgeLanes(size_t own, bool goesByAge);
    [[nodiscard]] size_t mostPassed(size_t lane) const;

    void note(Rarity rarity) { ++m_seen[static_cast<size_t>(rarity)]; }

    Rarities &m_seen;
    server::QueueLimits m_limits;
    std::array<LaneList, server::kLaneCount> m_lanes; // as they came
    std::map<Order, std::vector<Call *>> m_orders;
    std::map<const server::EventSpec *, Places> m_places;
    std::map<Line, LineTurns> m_turns;
    std::map<Line, size_t> m_passedLines;              // turns that others of the lane had while this one was ready
    std::array<size_t, server::kLaneCount> m_passed{}; // calls of other lanes taken while this one was ready
    quint64 m_serial = 0;
    quint64 m_pressed = 0;
    bool m_lastPassedOn = false; // no call has come or gone since an order went on
    bool m_isClosed = false;
};

} // namespace sluice::sim
