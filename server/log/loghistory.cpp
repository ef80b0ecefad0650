#include "server/log/loghistory.h"

#include <algorithm>

namespace sluice::server {

void LogHistory::append(const LogLinePtr &line)
{
    const MutexLock lock(m_mutex);
    m_lines.push_back(line);
    ++m_appended;
    if (m_lines.size() > kCapacity)
        m_lines.pop_front();
}

std::vector<LogLinePtr> LogHistory::last(size_t limit, const LogFilter &filter) const
{
    std::vector<LogLinePtr> lines;
    const MutexLock lock(m_mutex);
    for (auto line = m_lines.rbegin(); line != m_lines.rend() && lines.size() < limit; ++line) {
        if (filter.matches(**line))
            lines.push_back(*line);
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

LogHistory::News LogHistory::since(quint64 position) const
{
    const MutexLock lock(m_mutex);
    const quint64 firstKept = m_appended - m_lines.size();
    const quint64 from = std::max(position, firstKept);
    News news{{}, from - position, m_appended};
    news.lines.assign(m_lines.begin() + static_cast<std::ptrdiff_t>(from - firstKept), m_lines.end());
    return news;
}

quint64 LogHistory::position() const
{
    const MutexLock lock(m_mutex);
    return m_appended;
}

} // namespace sluice::server
