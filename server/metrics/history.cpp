#include "server/metrics/history.h"

#include <algorithm>

namespace sluice::server {

History::History(size_t capacity)
    : m_capacity(capacity)
{
    Q_ASSERT(capacity > 0);
}

void History::append(const admin::Snapshot &sample)
{
    if (m_samples.size() == m_capacity)
        m_samples.pop_front();
    m_samples.push_back(sample);
}

std::vector<admin::Snapshot> History::last(std::chrono::milliseconds span) const
{
    if (m_samples.empty())
        return {};
    const qint64 from = m_samples.back().uptimeMs - span.count();
    const auto first = std::find_if(m_samples.begin(), m_samples.end(),
                                    [from](const admin::Snapshot &sample) { return sample.uptimeMs >= from; });
    return {first, m_samples.end()};
}

} // namespace sluice::server
