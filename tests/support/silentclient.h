#pragma once

#include "tests/support/rawclient.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace sluice::test {

/// A client that takes what it is sent only when the test says so: a plain socket with a small receive buffer, and no
/// event loop that would read behind the test's back.
/// Thread: one at a time. Blocks: each read at most kPatience.
class SilentClient
{
public:
    SilentClient() = default;
    ~SilentClient();
    SilentClient(SilentClient &&other) noexcept;
    SilentClient &operator=(SilentClient &&) = delete;

    /// Connects and upgrades, with `headers` ("Name: value\r\n" each) added. False when it did not come to a 101.
    [[nodiscard]] bool connectTo(quint16 port, const QByteArray &path = "/", const QByteArray &headers = {});
    /// Offers bytes until all are taken or none for `quiet`. Returns how many were taken.
    size_t send(const QByteArray &bytes, std::chrono::milliseconds quiet = kPatience);
    /// The next frame; nothing when the connection ended before it.
    [[nodiscard]] std::optional<RawFrame> nextFrame();
    /// The code of the next Close frame, skipping what comes before; nothing when the connection ends without one.
    [[nodiscard]] std::optional<int> closeCode();
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    [[nodiscard]] bool receive();

    int m_descriptor = -1;
    QByteArray m_received;
};

/// Offers the same bytes to all of them at once, until each has taken all or none takes any for `quiet`. Returns how
/// many each took. Thread: that of the clients.
[[nodiscard]] std::vector<size_t> sendToAll(const std::vector<SilentClient> &clients, const QByteArray &bytes,
                                            std::chrono::milliseconds quiet);

} // namespace sluice::test
