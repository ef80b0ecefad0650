#pragma once

#include "server/log/logline.h"
#include "shared/base/mutex.h"

#include <deque>
#include <optional>
#include <vector>

namespace sluice::server {

/// Which lines somebody wants.
struct LogFilter {
    std::optional<QString> category;  ///< Nothing: all.
    LogLevel level = LogLevel::Debug; ///< This one and worse.

    [[nodiscard]] bool matches(const LogLine &line) const
    {
        return line.level >= level && (!category || *category == line.category);
    }
};

/// The last lines, so that operators see them without the file. It has them also when standard error takes none.
/// Bounded: the oldest goes.
/// Thread: any (locks inside).
class LogHistory
{
public:
    static constexpr size_t kCapacity = 500;

    void append(const LogLinePtr &line) EXCLUDES(m_mutex);

    /// The last `limit` that match, the oldest first.
    [[nodiscard]] std::vector<LogLinePtr> last(size_t limit, const LogFilter &filter) const EXCLUDES(m_mutex);

    /// What came after a position.
    struct News {
        std::vector<LogLinePtr> lines; ///< The oldest first.
        quint64 missed = 0;            ///< Lines that came and went before they could be read.
        quint64 position = 0;          ///< Where to go on.
    };
    /// Requires: `position` is one that this object gave.
    [[nodiscard]] News since(quint64 position) const EXCLUDES(m_mutex);
    /// Behind the last line.
    [[nodiscard]] quint64 position() const EXCLUDES(m_mutex);

private:
    mutable Mutex m_mutex;
    std::deque<LogLinePtr> m_lines GUARDED_BY(m_mutex);
    quint64 m_appended GUARDED_BY(m_mutex) = 0;
};

} // namespace sluice::server
