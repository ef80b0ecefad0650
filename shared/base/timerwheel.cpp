#include "shared/base/timerwheel.h"

#include <algorithm>

namespace sluice {

TimerWheel::TimerWheel(Duration tick, size_t slots, TimePoint start)
    : m_tick(tick)
    , m_start(start)
    , m_slots(slots)
{
    Q_ASSERT(tick > Duration::zero() && slots > 0);
    for (TimerNode &head : m_slots)
        head.nextTimer = head.previousTimer = &head;
}

quint64 TimerWheel::tickOf(TimePoint when) const noexcept
{
    // Rounded up, so that nothing is early.
    const Duration span = std::max(when - m_start, Duration::zero());
    return static_cast<quint64>((span + m_tick - Duration(1)) / m_tick);
}

void TimerWheel::arm(TimerNode &node, TimePoint when) noexcept
{
    if (node.isArmed())
        disarm(node);
    node.timerTick = std::max(tickOf(when), m_current);
    link(m_slots[node.timerTick % m_slots.size()], node);
    ++m_armed;
}

void TimerWheel::disarm(TimerNode &node) noexcept
{
    if (!node.isArmed())
        return;
    unlink(node);
    --m_armed;
}

void TimerWheel::link(TimerNode &head, TimerNode &node) noexcept
{
    node.previousTimer = head.previousTimer;
    node.nextTimer = &head;
    head.previousTimer->nextTimer = &node;
    head.previousTimer = &node;
}

void TimerWheel::unlink(TimerNode &node) noexcept
{
    node.previousTimer->nextTimer = node.nextTimer;
    node.nextTimer->previousTimer = node.previousTimer;
    node.nextTimer = node.previousTimer = nullptr;
}

} // namespace sluice
