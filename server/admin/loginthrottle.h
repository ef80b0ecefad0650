#pragma once

#include "shared/base/clock.h"

#include <QtGlobal>

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sluice::server {

/// Who tries tokens on the admin socket too often is not heard for a while: after so many wrong ones within a minute
/// its address is locked out, twice as long each time. IPv6 clients count by their /64, which one of them has as a
/// whole. Thread: one.
class LoginThrottle
{
public:
    static constexpr std::chrono::minutes kWindow{1};
    static constexpr std::chrono::hours kLongest{1};
    /// A quiet address is forgotten after this time.
    static constexpr std::chrono::hours kMemory{1};
    /// Addresses that are remembered; beyond it the one that failed least recently is forgotten.
    static constexpr size_t kMostAddresses = 10'000;

    struct Limits {
        int failures = 5;
        std::chrono::milliseconds lockout{60'000};
    };

    /// How long the address is still locked out; nothing when it is not.
    [[nodiscard]] std::optional<Duration> lockedFor(std::string_view address, TimePoint now) const;
    /// A wrong token came from there. Returns for how long that locks it out, if it does.
    std::optional<Duration> failed(std::string_view address, const Limits &limits, TimePoint now);
    /// Somebody has logged in from there: the next lock-out is a short one again. What failed within the last minute
    /// still counts, or whoever has one token could try for others between its logins.
    void succeeded(std::string_view address);
    [[nodiscard]] size_t size() const noexcept { return m_addresses.size(); }

private:
    struct Address {
        std::deque<TimePoint> failures; // within the window
        TimePoint last{};               // failure
        TimePoint lockedUntil{};
        int lockouts = 0;
    };

    void makeRoom(TimePoint now);

    std::unordered_map<std::string, Address> m_addresses;
};

} // namespace sluice::server
