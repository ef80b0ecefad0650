#include "server/backend/backendlane.h"

#include <algorithm>

namespace sluice::server {

const char *toString(BackendEnding ending) noexcept
{
    switch (ending) {
    case BackendEnding::Succeeded: return "succeeded";
    case BackendEnding::Failed: return "failed";
    case BackendEnding::Unavailable: return "unavailable";
    case BackendEnding::TimedOut: return "timed-out";
    case BackendEnding::Cancelled: return "cancelled";
    case BackendEnding::Refused: return "refused";
    case BackendEnding::Count_: break;
    }
    return "";
}

bool BackendLane::tryEnter(const BackendSpec &spec) noexcept
{
    if (m_inside.fetch_add(1, std::memory_order_relaxed) < spec.maxConcurrent + spec.maxWaiting)
        return true;
    leave();
    return false;
}

void BackendLane::count(BackendEnding ending, Duration took) noexcept
{
    m_endings[static_cast<size_t>(ending)].fetch_add(1, std::memory_order_relaxed);
    if (ending != BackendEnding::Refused)
        m_durations.record(took);
}

BackendTotals BackendLane::totals() const
{
    BackendTotals totals;
    totals.backend = m_id;
    for (size_t i = 0; i < kBackendEndings; ++i)
        totals.endings[i] = m_endings[i].load(std::memory_order_relaxed);
    totals.retries = m_retries.load(std::memory_order_relaxed);
    totals.connections = m_connections.load(std::memory_order_relaxed);
    const int active = m_active.load(std::memory_order_relaxed);
    totals.inFlight = static_cast<quint64>(active);
    totals.waiting = static_cast<quint64>(std::max(0, m_inside.load(std::memory_order_relaxed) - active));
    m_durations.addTo(totals.durations);
    return totals;
}

} // namespace sluice::server
