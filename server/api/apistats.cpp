#include "server/api/apistats.h"

namespace sluice::server {

void ApiStats::add(std::string_view endpoint)
{
    constexpr int kSuccess = 200;
    const MutexLock lock(m_mutex);
    m_counts.try_emplace({endpoint, kSuccess}, 0);
}

void ApiStats::count(std::string_view endpoint, int status)
{
    const MutexLock lock(m_mutex);
    ++m_counts[{endpoint, status}];
}

std::vector<Exporter::ApiRow> ApiStats::rows() const
{
    const MutexLock lock(m_mutex);
    std::vector<Exporter::ApiRow> rows;
    for (const auto &[key, count] : m_counts)
        rows.push_back({std::string(key.first), key.second, count});
    return rows;
}

} // namespace sluice::server
