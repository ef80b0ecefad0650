#pragma once

#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <QString>

#include <map>
#include <utility>
#include <vector>

namespace sluice::server {

/// Keeps a category that has gone mad from filling the log: so many lines of each in any second that begins with one,
/// the rest is counted.
/// Thread: any (locks inside).
class LogLimits
{
public:
    /// Categories beyond this many share one limit. There are a dozen of ours, and Qt's.
    static constexpr size_t kMaxCategories = 64;

    /// Units: lines per second and category; 0: no limit.
    void setMaxPerSecond(int lines) EXCLUDES(m_mutex);
    [[nodiscard]] bool admit(const QString &category, TimePoint now) EXCLUDES(m_mutex);

    /// Lines that were not admitted.
    struct Suppressed {
        QString category;
        quint64 lines = 0;
    };
    /// What was suppressed in seconds that are over and has not been taken yet.
    [[nodiscard]] std::vector<Suppressed> takeSuppressed(TimePoint now) EXCLUDES(m_mutex);

private:
    struct Second {
        TimePoint began{};
        int admitted = 0;
        quint64 suppressed = 0;
    };
    [[nodiscard]] Second &secondOf(const QString &category) REQUIRES(m_mutex);

    Mutex m_mutex;
    int m_maxPerSecond GUARDED_BY(m_mutex) = 200;
    std::map<QString, Second> m_seconds GUARDED_BY(m_mutex);
};

} // namespace sluice::server
