// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/random.h"

#include <array>
#include <chrono>

namespace sluice::console {

/// The waits between attempts to get a lost link back: 1, 2, 4, 8, 15, 15 ... seconds, each shortened by up to a
/// quarter, so that the consoles of a restarted server do not all return in the same instant.
class ReconnectBackoff
{
public:
    static constexpr std::array kSteps{std::chrono::milliseconds(1000), std::chrono::milliseconds(2000),
                                       std::chrono::milliseconds(4000), std::chrono::milliseconds(8000),
                                       std::chrono::milliseconds(15000)};

    explicit ReconnectBackoff(Random &random)
        : m_random(random)
    {
    }

    [[nodiscard]] std::chrono::milliseconds next();
    void reset() { m_attempt = 0; }

private:
    Random &m_random;
    size_t m_attempt = 0;
};

} // namespace sluice::console
