#include "server/transport/hub.h"

#include "server/transport/descriptors.h"

#include <algorithm>

namespace sluice::server {

namespace {

constexpr std::chrono::seconds kConnectWindow{1};

} // namespace

Hub::Hub(const Clock &clock)
    : m_clock(clock)
{
}

void Hub::setConfig(const Config &config)
{
    const MutexLock lock(m_mutex);
    const int possible = std::max(1, descriptorLimit() - kReservedDescriptors - apiDescriptors(config));
    m_capacity = config.limits.connections > 0 ? std::min(config.limits.connections, possible) : possible;
    m_perAddress = config.limits.perAddress;
    m_perUser = config.limits.perUser;
    m_connectsPerSecond = config.rateLimits.perIpConnectsPerSecond;
}

std::optional<Hub::Refusal> Hub::enter(const std::string &address, AddressLimits limits)
{
    const TimePoint now = m_clock.now();
    const MutexLock lock(m_mutex);
    forgetIdleAddresses(now);
    if (m_connections.load(std::memory_order_relaxed) >= m_capacity)
        return Refusal::Full;
    if (limits == AddressLimits::Exempt)
        ++m_addresses[address].open;
    else if (const auto refusal = takeAddress(address, now))
        return refusal;
    m_connections.fetch_add(1, std::memory_order_relaxed);
    return std::nullopt;
}

std::optional<Hub::Refusal> Hub::handOver(const std::string &proxy, const std::string &client)
{
    const TimePoint now = m_clock.now();
    const MutexLock lock(m_mutex);
    // First, as it may be the client itself.
    --m_addresses[proxy].open;
    const auto refusal = takeAddress(client, now);
    if (refusal)
        ++m_addresses[proxy].open;
    return refusal;
}

// A proxy's open places are counted too, only not limited: what becomes a proxy, or none, meanwhile stays balanced.
std::optional<Hub::Refusal> Hub::takeAddress(const std::string &address, TimePoint now)
{
    Address &entry = m_addresses[address];
    if (m_perAddress > 0 && entry.open >= m_perAddress)
        return Refusal::AddressFull;
    entry.connects.reconfigure(m_connectsPerSecond, kConnectWindow);
    if (!entry.connects.tryAdmit(now))
        return Refusal::AddressTooFast;
    ++entry.open;
    return std::nullopt;
}

void Hub::leave(const std::string &address)
{
    const MutexLock lock(m_mutex);
    m_connections.fetch_sub(1, std::memory_order_relaxed);
    const auto found = m_addresses.find(address);
    Q_ASSERT(found != m_addresses.end() && found->second.open > 0);
    if (found != m_addresses.end())
        --found->second.open;
}

// Once a second at most; who connected within the last one stays, for the connect rate.
void Hub::forgetIdleAddresses(TimePoint now)
{
    if (now < m_nextSweep)
        return;
    m_nextSweep = now + kConnectWindow;
    std::erase_if(m_addresses,
                  [=](const auto &entry) { return entry.second.open == 0 && entry.second.connects.isIdle(now); });
}

bool Hub::addUser(const std::string &user)
{
    const MutexLock lock(m_mutex);
    int &count = m_users[user];
    if (m_perUser > 0 && count >= m_perUser)
        return false;
    ++count;
    return true;
}

void Hub::removeUser(const std::string &user)
{
    const MutexLock lock(m_mutex);
    const auto found = m_users.find(user);
    if (found != m_users.end() && --found->second == 0)
        m_users.erase(found);
}

size_t Hub::connectionsOf(std::string_view user) const
{
    const MutexLock lock(m_mutex);
    const auto found = m_users.find(user);
    return found == m_users.end() ? 0 : static_cast<size_t>(found->second);
}

size_t Hub::users() const
{
    const MutexLock lock(m_mutex);
    return m_users.size();
}

size_t Hub::addresses() const
{
    const MutexLock lock(m_mutex);
    return m_addresses.size();
}

int Hub::capacity() const
{
    const MutexLock lock(m_mutex);
    return m_capacity;
}

} // namespace sluice::server
