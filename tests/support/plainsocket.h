#pragma once

#include <QByteArray>

#include <optional>
#include <utility>

namespace sluice::test {

/// A client on a plain blocking socket, cheap enough for thousands of them. Every byte of it is the test's, and so is
/// the loopback address it comes from and the way it leaves.
/// Thread: the test's.
class PlainSocket
{
public:
    PlainSocket() = default;
    /// Connects to 127.0.0.1 from 127.0.0.`host`.
    explicit PlainSocket(quint16 port, quint8 host = 1);
    ~PlainSocket() { close(); }
    PlainSocket(PlainSocket &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_received(std::move(other.m_received))
    {
    }
    PlainSocket &operator=(PlainSocket &&other) noexcept;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    /// Sends all of it. Returns how much went out before the server ended the connection or stopped reading for
    /// kPatience.
    qsizetype send(const QByteArray &bytes) const;
    /// The status of the HTTP answer; nothing when the connection ends without one. Blocks: at most kPatience.
    [[nodiscard]] std::optional<int> status();
    /// What comes next, behind the HTTP answer; empty at the end or after kPatience.
    [[nodiscard]] QByteArray receive();
    /// Whether the server has ended the connection by now; what it sent before is dropped.
    [[nodiscard]] bool hasEnded();

    /// Sends no more, as a client that has left in order: FIN.
    void shutDown();
    /// Leaves with a reset: RST.
    void reset();
    void close();

private:
    int m_descriptor = -1;
    QByteArray m_received;
};

/// A correct upgrade request with `headers` ("Name: value\r\n" each) added.
[[nodiscard]] QByteArray upgradeRequest(const QByteArray &headers = {}, const QByteArray &path = "/");

/// Lets this process open as many sockets as the system allows it; the count is returned.
qint64 raiseDescriptorLimit();

} // namespace sluice::test
