#pragma once

#include "shared/base/clock.h"

#include <atomic>

namespace sluice::test {

/// A clock that stands still until the test advances it.
/// Thread: any.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const noexcept override { return kStart + elapsed(); }
    [[nodiscard]] WallTime wallNow() const noexcept override
    {
        return kWallStart + std::chrono::duration_cast<WallTime::duration>(elapsed() + Duration(m_wallStep.load()));
    }

    /// Moves both times on.
    void advance(Duration step) noexcept { m_elapsed += step.count(); }
    /// Steps the wall clock only, as an administrator or NTP does.
    void stepWall(Duration step) noexcept { m_wallStep += step.count(); }

private:
    // Not the epoch: a default-made TimePoint must not pass for a real one.
    static constexpr TimePoint kStart{std::chrono::hours(1)};
    static constexpr WallTime kWallStart{std::chrono::hours(24 * 365 * 50)};

    [[nodiscard]] Duration elapsed() const noexcept { return Duration(m_elapsed.load()); }

    std::atomic<Duration::rep> m_elapsed{0};
    std::atomic<Duration::rep> m_wallStep{0};
};

} // namespace sluice::test
