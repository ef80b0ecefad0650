#include "server/admin/adminbudget.h"

#include <algorithm>
#include <utility>

namespace sluice::server {

namespace {

double shareOf(const AdminBudget::Turn &turn)
{
    return std::chrono::duration<double>(turn.cpuTime) / std::chrono::duration<double>(turn.elapsed);
}

bool isLate(const AdminBudget::Turn &turn)
{
    return turn.elapsed > AdminBudget::kStep + AdminBudget::kMostLag;
}

bool isOver(const AdminBudget::Turn &turn, double share)
{
    return shareOf(turn) > share || isLate(turn);
}

bool isCalm(const AdminBudget::Turn &turn, double share)
{
    return shareOf(turn) < share / 2 && !isLate(turn);
}

} // namespace

bool AdminBudget::look(const Turn &turn, double share)
{
    if (turn.elapsed <= Duration::zero())
        return false;
    if (share <= 0)
        return std::exchange(m_isExceeded, false);
    m_sinceReturn = std::min(m_sinceReturn + 1, kMostCalm);
    const bool speaksForChange = m_isExceeded ? isCalm(turn, share) : isOver(turn, share);
    m_inARow = speaksForChange ? m_inARow + 1 : 0;
    if (m_inARow < (m_isExceeded ? m_calmNeeded : kPatience))
        return false;
    m_inARow = 0;
    m_isExceeded = !m_isExceeded;
    if (m_isExceeded)
        adaptCalm();
    else
        m_sinceReturn = 0;
    return true;
}

void AdminBudget::adaptCalm()
{
    const bool didNotLast = m_sinceReturn < m_calmNeeded;
    m_calmNeeded = didNotLast ? std::min(m_calmNeeded * 2, kMostCalm) : kCalm;
}

} // namespace sluice::server
