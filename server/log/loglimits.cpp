#include "server/log/loglimits.h"

namespace sluice::server {

namespace {

constexpr std::chrono::seconds kSecond{1};

} // namespace

void LogLimits::setMaxPerSecond(int lines)
{
    const MutexLock lock(m_mutex);
    m_maxPerSecond = lines;
}

bool LogLimits::admit(const QString &category, TimePoint now)
{
    const MutexLock lock(m_mutex);
    Second &second = secondOf(category);
    if (second.admitted == 0 || now - second.began >= kSecond) {
        second.began = now;
        second.admitted = 0;
    }
    if (m_maxPerSecond > 0 && second.admitted >= m_maxPerSecond) {
        ++second.suppressed;
        return false;
    }
    ++second.admitted;
    return true;
}

std::vector<LogLimits::Suppressed> LogLimits::takeSuppressed(TimePoint now)
{
    const MutexLock lock(m_mutex);
    std::vector<Suppressed> taken;
    for (auto &[category, second] : m_seconds) {
        if (second.suppressed > 0 && now - second.began >= kSecond)
            taken.push_back({category, std::exchange(second.suppressed, 0)});
    }
    return taken;
}

LogLimits::Second &LogLimits::secondOf(const QString &category)
{
    const auto found = m_seconds.find(category);
    if (found != m_seconds.end())
        return found->second;
    return m_seconds[m_seconds.size() + 1 < kMaxCategories ? category : QStringLiteral("others")];
}

} // namespace sluice::server
