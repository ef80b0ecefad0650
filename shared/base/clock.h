#pragma once

#include <chrono>

namespace sluice {

/// Monotonic time, for every limit, deadline and duration.
using TimePoint = std::chrono::steady_clock::time_point;
using Duration = std::chrono::steady_clock::duration;
/// Wall-clock time, only for what people read, for tokens and for what is stored.
using WallTime = std::chrono::system_clock::time_point;

/// The time, behind an interface so that tests and the simulation bring their own.
/// Thread: any.
class Clock
{
public:
    virtual ~Clock() = default;

    [[nodiscard]] virtual TimePoint now() const noexcept = 0;
    [[nodiscard]] virtual WallTime wallNow() const noexcept = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const noexcept override;
    [[nodiscard]] WallTime wallNow() const noexcept override;
};

/// Milliseconds since the Unix epoch, as the protocols carry wall-clock times.
[[nodiscard]] long long toUnixMs(WallTime time) noexcept;

} // namespace sluice
