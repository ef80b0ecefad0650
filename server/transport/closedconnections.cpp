#include "server/transport/closedconnections.h"

namespace sluice::server {

void ClosedConnections::add(admin::ClosedRow &&row)
{
    const auto made = std::make_shared<const admin::ClosedRow>(std::move(row));
    const MutexLock lock(m_mutex);
    forgetBefore(made->closedAtMs);
    if (m_rows.size() == kMost)
        m_rows.pop_front();
    m_rows.push_back(made);
}

std::vector<ClosedConnections::RowPtr> ClosedConnections::list(qint64 nowMs)
{
    const MutexLock lock(m_mutex);
    forgetBefore(nowMs);
    return {m_rows.begin(), m_rows.end()}; // pointers only: threads whose connections end wait for this
}

void ClosedConnections::forgetBefore(qint64 nowMs)
{
    const qint64 oldest = nowMs - std::chrono::milliseconds(kKept).count();
    while (!m_rows.empty() && m_rows.front()->closedAtMs < oldest)
        m_rows.pop_front();
}

} // namespace sluice::server
