#pragma once

#include "server/config/config.h"
#include "server/events/userdirectory.h"
#include "server/policies/slidingwindow.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <atomic>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sluice::server {

/// Who is connected, over all I/O threads: the counts that limits and the user directory need. It is asked when a
/// connection comes, goes or logs in, never per event; which connections a user has is each I/O thread's own index.
/// Thread: any (locks inside).
class Hub final : public UserDirectory
{
public:
    /// Why a connection may not come in.
    enum class Refusal { Full, AddressFull, AddressTooFast };

    explicit Hub(const Clock &clock);

    void setConfig(const Config &config) EXCLUDES(m_mutex);

    /// Whether the limits of an address count for who comes in: not for a proxy, which speaks for many.
    enum class AddressLimits { Apply, Exempt };

    /// Takes a place for a connection from that address, before its handshake. Nothing: taken.
    [[nodiscard]] std::optional<Refusal> enter(const std::string &address, AddressLimits limits = AddressLimits::Apply)
        EXCLUDES(m_mutex);
    /// Gives a place that the proxy took to the client it took it for (which may be itself), whose limits count.
    /// Nothing: done; otherwise the place is the proxy's still.
    [[nodiscard]] std::optional<Refusal> handOver(const std::string &proxy, const std::string &client)
        EXCLUDES(m_mutex);
    /// Gives back the place that enter() or, after it, handOver() gave to that address.
    void leave(const std::string &address) EXCLUDES(m_mutex);

    /// Takes one of the user's places; false when they have limits.per-user already.
    [[nodiscard]] bool addUser(const std::string &user) EXCLUDES(m_mutex);
    void removeUser(const std::string &user) EXCLUDES(m_mutex);

    [[nodiscard]] size_t connectionsOf(std::string_view user) const override EXCLUDES(m_mutex);
    [[nodiscard]] size_t users() const EXCLUDES(m_mutex);
    /// Addresses that a limit still needs: those with a connection, and those that connected in the last second.
    [[nodiscard]] size_t addresses() const EXCLUDES(m_mutex);
    [[nodiscard]] int connections() const noexcept { return m_connections.load(std::memory_order_relaxed); }
    /// RLIMIT_NOFILE less what storage, logs, operators and backends need, or limits.connections if that is smaller.
    [[nodiscard]] int capacity() const EXCLUDES(m_mutex);

private:
    struct Text {
        using is_transparent = void;
        size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    struct Address {
        int open = 0;
        SlidingWindow connects;
    };

    [[nodiscard]] std::optional<Refusal> takeAddress(const std::string &address, TimePoint now) REQUIRES(m_mutex);
    void forgetIdleAddresses(TimePoint now) REQUIRES(m_mutex);

    const Clock &m_clock;
    mutable Mutex m_mutex;
    std::unordered_map<std::string, Address, Text, std::equal_to<>> m_addresses GUARDED_BY(m_mutex);
    std::unordered_map<std::string, int, Text, std::equal_to<>> m_users GUARDED_BY(m_mutex);
    TimePoint m_nextSweep GUARDED_BY(m_mutex);
    int m_capacity GUARDED_BY(m_mutex) = 0;
    int m_perAddress GUARDED_BY(m_mutex) = 0;
    int m_perUser GUARDED_BY(m_mutex) = 0;
    int m_connectsPerSecond GUARDED_BY(m_mutex) = 0;
    std::atomic<int> m_connections{0};
};

} // namespace sluice::server
