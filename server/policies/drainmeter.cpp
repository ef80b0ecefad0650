#include "server/policies/drainmeter.h"

namespace sluice::server {

void DrainMeter::note(quint64 jobs, Duration elapsed)
{
    m_open.jobs += jobs;
    m_open.elapsed += elapsed;
    const bool isEnough = m_open.jobs >= kEnoughJobs && m_open.elapsed >= kEnoughTime;
    if (!isEnough && m_open.elapsed < kLongest)
        return;
    Window &oldest = m_windows[m_oldest];
    m_sum.jobs += m_open.jobs - oldest.jobs;
    m_sum.elapsed += m_open.elapsed - oldest.elapsed;
    oldest = m_open;
    m_oldest = (m_oldest + 1) % kWindows;
    m_open = {};
}

double DrainMeter::perSecond() const
{
    if (m_sum.jobs == 0)
        return 0;
    return static_cast<double>(m_sum.jobs) / std::chrono::duration<double>(m_sum.elapsed).count();
}

} // namespace sluice::server
