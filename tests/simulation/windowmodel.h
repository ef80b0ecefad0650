#pragma once

#include "shared/base/clock.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace sluice::sim {

/// A rate limit as its definition says it: of any span as long as the window, never more than the limit, and as much
/// as that allows. Thread: the simulation's.
class WindowModel
{
public:
    [[nodiscard]] bool tryAdmit(TimePoint now, int limit, std::chrono::milliseconds window)
    {
        std::erase_if(m_admitted, [&](TimePoint at) { return now - at >= window; });
        if (m_admitted.size() >= static_cast<size_t>(limit))
            return false;
        m_admitted.push_back(now);
        return true;
    }
    void withdraw(TimePoint admitted)
    {
        const auto found = std::find(m_admitted.begin(), m_admitted.end(), admitted);
        if (found != m_admitted.end())
            m_admitted.erase(found);
    }

private:
    std::vector<TimePoint> m_admitted;
};

} // namespace sluice::sim
