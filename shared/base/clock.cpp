#include "shared/base/clock.h"

namespace sluice {

TimePoint SystemClock::now() const noexcept
{
    return std::chrono::steady_clock::now();
}

WallTime SystemClock::wallNow() const noexcept
{
    return std::chrono::system_clock::now();
}

long long toUnixMs(WallTime time) noexcept
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

} // namespace sluice
