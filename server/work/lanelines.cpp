#include "server/work/lanelines.h"

#include <algorithm>

namespace sluice::server {

void LaneLines::enter(LaneLine &line)
{
    m_ring.push_back(&line);
    if (m_ring.size() == 2)
        m_turnsLeft = front().jobs.users();
}

void LaneLines::leave(const LaneLine &line) noexcept
{
    const bool itsTurn = m_ring.front() == &line;
    m_ring.erase(std::find(m_ring.begin(), m_ring.end(), &line));
    if (itsTurn && m_ring.size() > 1)
        m_turnsLeft = front().jobs.users();
}

void LaneLines::useTurn() noexcept
{
    if (m_ring.size() < 2 || --m_turnsLeft > 0)
        return;
    std::rotate(m_ring.begin(), m_ring.begin() + 1, m_ring.end());
    m_turnsLeft = front().jobs.users();
}

} // namespace sluice::server
