#include "server/admin/loginthrottle.h"

#include "server/config/network.h"

#include <algorithm>

namespace sluice::server {

namespace {

constexpr int kMostDoublings = 16;

// What of an address is one client's.
std::string keyOf(std::string_view address)
{
    auto parsed = IpAddress::parse(address.substr(0, address.find('%')));
    if (!parsed || address.find(':') == std::string_view::npos)
        return std::string(address);
    constexpr size_t kSubnetBytes = 8;
    std::fill(parsed->bytes.begin() + kSubnetBytes, parsed->bytes.end(), static_cast<unsigned char>(0));
    return parsed->toText();
}

} // namespace

std::optional<Duration> LoginThrottle::lockedFor(std::string_view address, TimePoint now) const
{
    const auto found = m_addresses.find(keyOf(address));
    if (found == m_addresses.end() || now >= found->second.lockedUntil)
        return std::nullopt;
    return found->second.lockedUntil - now;
}

std::optional<Duration> LoginThrottle::failed(std::string_view address, const Limits &limits, TimePoint now)
{
    makeRoom(now);
    Address &entry = m_addresses[keyOf(address)];
    if (now - std::max(entry.last, entry.lockedUntil) >= kMemory)
        entry.lockouts = 0;
    entry.last = now;
    entry.failures.push_back(now);
    while (now - entry.failures.front() >= kWindow)
        entry.failures.pop_front();
    if (entry.failures.size() < static_cast<size_t>(limits.failures))
        return std::nullopt;
    const Duration lockout =
        std::min<Duration>(limits.lockout * (qint64{1} << std::min(entry.lockouts, kMostDoublings)), kLongest);
    ++entry.lockouts;
    entry.lockedUntil = now + lockout;
    entry.failures.clear();
    return lockout;
}

void LoginThrottle::succeeded(std::string_view address)
{
    const auto found = m_addresses.find(keyOf(address));
    if (found != m_addresses.end())
        found->second.lockouts = 0;
}

void LoginThrottle::makeRoom(TimePoint now)
{
    if (m_addresses.size() < kMostAddresses)
        return;
    std::erase_if(m_addresses, [now](const auto &entry) {
        return now - std::max(entry.second.last, entry.second.lockedUntil) >= kMemory;
    });
    if (m_addresses.size() < kMostAddresses)
        return;
    m_addresses.erase(std::min_element(m_addresses.begin(), m_addresses.end(),
                                       [](const auto &a, const auto &b) { return a.second.last < b.second.last; }));
}

} // namespace sluice::server
