#pragma once

#include "tests/support/plainsocket.h"

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace sluice::test {

/// Clients that read whatever comes, in a thread of their own, fast enough for millions of messages.
/// Thread: the test's.
class Crowd
{
public:
    /// Called in the crowd's thread with each text message.
    using Listener = std::function<void(size_t client, std::string_view text)>;

    Crowd(std::vector<PlainSocket> clients, Listener listener);
    ~Crowd() { stop(); }
    Crowd(const Crowd &) = delete;
    Crowd &operator=(const Crowd &) = delete;

    /// Ends the reading; what the listener wrote may be read afterwards.
    void stop();
    /// Whether the server has ended one of the connections. Then nobody reads any more.
    [[nodiscard]] bool hasLost() const { return m_lost; }

private:
    void run();
    void read(size_t client);

    std::vector<PlainSocket> m_clients;
    std::vector<std::string> m_received; // the begun frame of each
    Listener m_listener;
    std::atomic<bool> m_lost{false};
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

/// That many clients of the listener on that port, upgraded; none when one of them was refused. `headers` as for
/// upgradeRequest.
[[nodiscard]] std::vector<PlainSocket> upgradedSockets(quint16 port, size_t count, const QByteArray &headers = {});

} // namespace sluice::test
