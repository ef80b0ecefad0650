#pragma once

#include "shared/base/clock.h"

#include <QtGlobal>

#include <optional>
#include <utility>

namespace sluice {

/// Keeps what clients can repeat from filling the log: so many messages of one kind in any interval that begins with
/// one, the rest is counted. One for each kind of message.
/// Thread: one, its owner's.
class LogLimiter
{
public:
    LogLimiter(int count, Duration interval) noexcept
        : m_count(count)
        , m_interval(interval)
    {
    }

    /// Whether to log now: then how many messages were kept back since the last one, for its `suppressed=`.
    [[nodiscard]] std::optional<quint64> tryAdmit(TimePoint now) noexcept
    {
        if (m_admitted == 0 || now - m_began >= m_interval) {
            m_began = now;
            m_admitted = 0;
        }
        if (m_admitted >= m_count) {
            ++m_suppressed;
            return std::nullopt;
        }
        ++m_admitted;
        return std::exchange(m_suppressed, 0);
    }

private:
    const int m_count;
    const Duration m_interval;
    TimePoint m_began{};
    int m_admitted = 0;
    quint64 m_suppressed = 0;
};

} // namespace sluice
