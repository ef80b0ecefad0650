#pragma once

#include "shared/base/clock.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace sluice::server {

/// When a key set is fetched: at once, then every so often; sooner again when that failed; and when a key is missing,
/// but then at most once a minute, as anybody may name keys that do not exist.
/// Thread: one.
class KeySetSchedule
{
public:
    static constexpr std::chrono::minutes kBetweenWanted{1};
    static constexpr std::chrono::seconds kFirstRetry{1};

    /// Begins anew, with a fetch now.
    void restart(TimePoint now, Duration refresh)
    {
        *this = {};
        m_refresh = refresh;
        m_due = now;
    }
    [[nodiscard]] TimePoint due() const { return m_due; }
    void began(TimePoint now)
    {
        m_due = now + m_refresh;
        if (std::exchange(m_isWanted, false))
            m_wanted = now;
    }
    void succeeded() { m_retry = kFirstRetry; }
    void failed(TimePoint now)
    {
        m_due = now + std::min(m_retry, m_refresh);
        m_retry = std::min<Duration>(m_retry * 2, kBetweenWanted);
    }
    /// A key is missing.
    void wanted(TimePoint now)
    {
        if (m_isWanted)
            return;
        m_isWanted = true;
        m_wanted = std::max(now, m_wanted + kBetweenWanted);
        m_due = std::min(m_due, m_wanted);
    }

private:
    Duration m_refresh{0};
    Duration m_retry = kFirstRetry;
    bool m_isWanted = false;
    TimePoint m_wanted = TimePoint::min(); // when a missing key was last fetched for, or will be
    TimePoint m_due{};
};

} // namespace sluice::server
