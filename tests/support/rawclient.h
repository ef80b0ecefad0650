#pragma once

#include "tests/support/waiting.h"

#include <QByteArray>
#include <QTcpSocket>

#include <optional>

namespace sluice::test {

/// A frame as it lies on the wire.
struct RawFrame {
    quint8 firstByte = 0; ///< FIN, reserved bits and opcode.
    QByteArray payload;
};

/// A client for abuse: every byte of it is the test's.
/// Thread: the test's.
class RawClient
{
public:
    /// Connects without a word of HTTP.
    [[nodiscard]] bool connectTo(quint16 port);
    /// Sends a correct upgrade request with `headers` ("Name: value\r\n" each) added.
    void sendUpgrade(const QByteArray &headers = {}, const QByteArray &path = "/");
    void send(const QByteArray &bytes);
    void sendFrame(const RawFrame &frame);

    /// The status of the HTTP response, once its header is complete.
    std::optional<int> waitForStatus();
    [[nodiscard]] const QByteArray &responseHeader() const { return m_header; }
    /// The next frame from the server.
    std::optional<RawFrame> waitForFrame();
    /// The close code in the server's Close frame, skipping what comes before; 1005 for a Close without one.
    std::optional<int> waitForClose();
    /// What the Close frame said beside the code.
    [[nodiscard]] const QByteArray &closeReason() const { return m_closeReason; }
    /// Whether the server has ended the connection, within the patience.
    bool waitForEnd();

private:
    [[nodiscard]] bool receiveUntil(const std::function<bool()> &done);

    QTcpSocket m_socket;
    QByteArray m_received;
    QByteArray m_header;
    QByteArray m_closeReason;
};

/// Takes the frame from the server that `received` begins with; nothing while it is not whole.
[[nodiscard]] std::optional<RawFrame> takeServerFrame(QByteArray &received);

/// `frame` masked and with the shortest length field, as a client sends it.
[[nodiscard]] QByteArray clientFrame(const RawFrame &frame);

} // namespace sluice::test
