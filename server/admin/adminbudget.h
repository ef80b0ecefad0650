#pragma once

#include "shared/base/clock.h"

#include <chrono>

namespace sluice::server {

/// Whether the admin thread does more than it may: by the share of a core that it uses, and by how late it comes to its
/// own timer, which tells that others need the cores. Then consoles get samples every kReducedInterval only.
///
/// It takes kPatience looks in a row to be exceeded. To be kept again, half of the share has to be enough for a while
/// that doubles where the last return did not last, because the rarer samples themselves may be why it is calm.
/// Thread: admin.
class AdminBudget
{
public:
    static constexpr std::chrono::milliseconds kReducedInterval{5000};
    /// Between two looks.
    static constexpr std::chrono::milliseconds kStep{1000};
    /// A look that comes later than that is late.
    static constexpr std::chrono::milliseconds kMostLag{500};
    static constexpr int kPatience = 3;
    /// Looks without load until it is kept again, at first and at most.
    static constexpr int kCalm = 10;
    static constexpr int kMostCalm = 160;

    /// What happened since the look before.
    struct Turn {
        Duration elapsed;
        Duration cpuTime; ///< Of the admin thread.
    };

    /// To be called every kStep. `share`: of one core; 0: anything is within the budget.
    /// Returns: whether isExceeded() has changed.
    bool look(const Turn &turn, double share);
    [[nodiscard]] bool isExceeded() const noexcept { return m_isExceeded; }

private:
    void adaptCalm();

    bool m_isExceeded = false;
    int m_inARow = 0; ///< Looks that speak for the other state.
    int m_calmNeeded = kCalm;
    int m_sinceReturn = kMostCalm;
};

} // namespace sluice::server
