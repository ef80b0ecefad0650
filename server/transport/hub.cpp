#include "server/transport/hub.h"

#include <algorithm>

#include <sys/resource.h>

namespace sluice::server {

namespace {

// For the databases, logs, operators, epoll and eventfd: what must work when clients have taken all they may.
constexpr int kReservedDescriptors = 64;

int descriptorLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1u << 30));
}

} // namespace

Hub::Hub(const Clock &clock)
    : m_clock(clock)
{
}

void Hub::setConfig(const Config &config)
{
    const MutexLock lock(m_mutex);
    const int possible = std::max(1, descriptorLimit() - kReservedDescriptors);
    m_capacity = config.limits.connections > 0 ? std::min(config.limits.connections, possible) : possible;
    m_perAddress = config.limits.perAddress;
    m_perUser = config.limits.perUser;
    m_connectsPerSecond = config.rateLimits.perIpConnectsPerSecond;
}

qint64 Hub::currentSecond() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(m_clock.now().time_since_epoch()).count();
}

std::optional<Hub::Refusal> Hub::enter(const std::string &address)
{
    const qint64 second = currentSecond();
    const MutexLock lock(m_mutex);
    forgetIdleAddresses(second);
    if (m_connections.load(std::memory_order_relaxed) >= m_capacity)
        return Refusal::Full;
    Address &entry = m_addresses[address];
    if (entry.second != second) {
        entry.second = second;
        entry.connectsThisSecond = 0;
    }
    if (m_connectsPerSecond > 0 && entry.connectsThisSecond >= m_connectsPerSecond)
        return Refusal::AddressTooFast;
    if (m_perAddress > 0 && entry.open >= m_perAddress)
        return Refusal::AddressFull;
    ++entry.connectsThisSecond;
    ++entry.open;
    m_connections.fetch_add(1, std::memory_order_relaxed);
    return std::nullopt;
}

void Hub::leave(const std::string &address)
{
    const MutexLock lock(m_mutex);
    m_connections.fetch_sub(1, std::memory_order_relaxed);
    const auto found = m_addresses.find(address);
    if (found != m_addresses.end())
        --found->second.open;
}

// Once a second at most; what was seen in this second stays for its connect rate.
void Hub::forgetIdleAddresses(qint64 second)
{
    if (std::exchange(m_sweptSecond, second) == second)
        return;
    std::erase_if(m_addresses,
                  [=](const auto &entry) { return entry.second.open == 0 && entry.second.second != second; });
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

bool Hub::isConnected(std::string_view user) const
{
    const MutexLock lock(m_mutex);
    return m_users.contains(user);
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
