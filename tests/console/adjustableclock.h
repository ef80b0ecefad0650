// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/clock.h"

namespace sluice::test {

/// The machine's clock, moved on by a test at will. Thread: the test's.
class AdjustableClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const noexcept override { return m_system.now() + m_offset; }
    [[nodiscard]] WallTime wallNow() const noexcept override { return m_system.wallNow(); }
    void advance(Duration by) { m_offset += by; }

private:
    SystemClock m_system;
    Duration m_offset{};
};

} // namespace sluice::test
