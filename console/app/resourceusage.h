// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/clock.h"

namespace sluice::console {

/// What this console costs its own machine.
class ResourceUsage
{
public:
    struct Reading {
        double cpuPercent = 0; ///< Of one core, over the last second or more.
        double residentBytes = 0;
    };

    explicit ResourceUsage(const Clock &clock);

    [[nodiscard]] const Reading &read();

private:
    const Clock &m_clock;
    Reading m_reading;
    TimePoint m_lastAt;
    double m_lastCpuSeconds = 0;
};

} // namespace sluice::console
