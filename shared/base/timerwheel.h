#pragma once

#include "shared/base/clock.h"

#include <QtGlobal>

#include <algorithm>
#include <vector>

namespace sluice {

/// What a TimerWheel keeps of an object: derive from it. One object is in at most one wheel.
struct TimerNode {
    TimerNode *nextTimer = nullptr;
    TimerNode *previousTimer = nullptr;
    quint64 timerTick = 0;

    [[nodiscard]] bool isArmed() const noexcept { return nextTimer != nullptr; }
};

/// A hashed timing wheel: arming and disarming cost O(1) and no memory, expiry is exact to one tick and never early.
/// Owns nothing. Requires: a node is disarmed before it is destroyed.
/// Thread: one, its owner's.
/// Source: Varghese and Lauck, "Hashed and Hierarchical Timing Wheels" (1987), scheme 6.
class TimerWheel
{
public:
    TimerWheel(Duration tick, size_t slots, TimePoint start);

    /// Arms or re-arms.
    void arm(TimerNode &node, TimePoint when) noexcept;
    void disarm(TimerNode &node) noexcept;
    [[nodiscard]] size_t armed() const noexcept { return m_armed; }

    /// Disarms all that are due and gives each to `due(TimerNode &)`, which may arm and disarm as it likes; what it
    /// arms comes with the next tick at the earliest.
    template <typename Due>
    void expire(TimePoint now, Due &&due);

private:
    [[nodiscard]] quint64 tickOf(TimePoint when) const noexcept;
    void link(TimerNode &head, TimerNode &node) noexcept;
    void unlink(TimerNode &node) noexcept;

    Duration m_tick;
    TimePoint m_start;
    std::vector<TimerNode> m_slots; // circular lists with these as heads; never resized
    quint64 m_current = 0;          // every earlier tick has been expired
    size_t m_armed = 0;
};

template <typename Due>
void TimerWheel::expire(TimePoint now, Due &&due)
{
    if (now < m_start)
        return;
    const auto last = static_cast<quint64>((now - m_start) / m_tick);
    // After a long pause one round visits every slot; more would visit them again.
    quint64 tick = m_current;
    if (last > tick + m_slots.size())
        tick = last - m_slots.size();
    // Moved on first: what `due` arms for the past belongs to a slot still to come, not to one just visited.
    m_current = std::max(m_current, last + 1);
    for (; tick <= last; ++tick) {
        TimerNode &head = m_slots[tick % m_slots.size()];
        TimerNode pending;
        pending.nextTimer = pending.previousTimer = &pending;
        for (TimerNode *node = head.nextTimer; node != &head;) {
            TimerNode *next = node->nextTimer;
            if (node->timerTick <= last) {
                unlink(*node);
                link(pending, *node);
            }
            node = next;
        }
        // `due` may disarm others of the list, so each step starts at its head.
        while (pending.nextTimer != &pending) {
            TimerNode &node = *pending.nextTimer;
            disarm(node);
            due(node);
        }
    }
}

} // namespace sluice
