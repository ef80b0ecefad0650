// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/client/reconnectbackoff.h"

#include <algorithm>

namespace sluice::console {

std::chrono::milliseconds ReconnectBackoff::next()
{
    const std::chrono::milliseconds step = kSteps[std::min(m_attempt, kSteps.size() - 1)];
    ++m_attempt;
    const auto jitter = m_random.below(static_cast<quint64>(step.count() / 4) + 1);
    return step - std::chrono::milliseconds(static_cast<qint64>(jitter));
}

} // namespace sluice::console
