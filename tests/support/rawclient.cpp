#include "tests/support/rawclient.h"

#include "tests/support/plainsocket.h"

#include <QHostAddress>
#include <QtEndian>

#include <array>

namespace sluice::test {

namespace {

constexpr std::array<char, 4> kMask{0x11, 0x22, 0x33, 0x44};
constexpr quint8 kCloseOpcode = 0x8;
constexpr int kNoStatusReceived = 1005;

template <typename Integer>
QByteArray bigEndian(Integer value)
{
    QByteArray bytes(sizeof(Integer), Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

} // namespace

QByteArray clientFrame(const RawFrame &frame)
{
    QByteArray bytes(1, static_cast<char>(frame.firstByte));
    if (frame.payload.size() < 126) {
        bytes += static_cast<char>(0x80 | frame.payload.size());
    } else if (frame.payload.size() <= 0xffff) {
        bytes += static_cast<char>(0x80 | 126);
        bytes += bigEndian(static_cast<quint16>(frame.payload.size()));
    } else {
        bytes += static_cast<char>(0x80 | 127);
        bytes += bigEndian(static_cast<quint64>(frame.payload.size()));
    }
    bytes.append(kMask.data(), kMask.size());
    for (qsizetype i = 0; i < frame.payload.size(); ++i)
        bytes += static_cast<char>(frame.payload[i] ^ kMask[static_cast<size_t>(i) % kMask.size()]);
    return bytes;
}

std::optional<RawFrame> takeServerFrame(QByteArray &received)
{
    if (received.size() < 2)
        return {};
    const auto length = static_cast<quint8>(received[1]);
    const qsizetype headerBytes = length == 127 ? 10 : length == 126 ? 4 : 2;
    if (received.size() < headerBytes)
        return {};
    qsizetype payloadBytes = length;
    if (length == 126)
        payloadBytes = qFromBigEndian<quint16>(received.constData() + 2);
    else if (length == 127)
        payloadBytes = static_cast<qsizetype>(qFromBigEndian<quint64>(received.constData() + 2));
    if (received.size() < headerBytes + payloadBytes)
        return {};
    const RawFrame frame{static_cast<quint8>(received[0]), received.mid(headerBytes, payloadBytes)};
    received.remove(0, headerBytes + payloadBytes);
    return frame;
}

bool RawClient::connectTo(quint16 port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return m_socket.waitForConnected(static_cast<int>(std::chrono::milliseconds(kPatience).count()));
}

void RawClient::sendUpgrade(const QByteArray &headers, const QByteArray &path)
{
    send(upgradeRequest(headers, path));
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::sendFrame(const RawFrame &frame)
{
    send(clientFrame(frame));
}

std::optional<int> RawClient::waitForStatus()
{
    if (!receiveUntil([this] { return m_received.contains("\r\n\r\n"); }))
        return {};
    const qsizetype end = m_received.indexOf("\r\n\r\n") + 4;
    m_header = m_received.left(end);
    m_received.remove(0, end);
    return m_header.mid(m_header.indexOf(' ') + 1, 3).toInt();
}

std::optional<RawFrame> RawClient::waitForFrame()
{
    std::optional<RawFrame> frame;
    (void)receiveUntil([&] { return (frame = takeServerFrame(m_received)).has_value(); });
    return frame;
}

std::optional<int> RawClient::waitForClose()
{
    while (const std::optional<RawFrame> frame = waitForFrame()) {
        if ((frame->firstByte & 0x0f) != kCloseOpcode)
            continue;
        m_closeReason = frame->payload.mid(2);
        return frame->payload.size() < 2 ? kNoStatusReceived : qFromBigEndian<quint16>(frame->payload.constData());
    }
    return {};
}

bool RawClient::waitForEnd()
{
    return waitUntil([this] {
        m_received += m_socket.readAll();
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    });
}

bool RawClient::receiveUntil(const std::function<bool()> &done)
{
    bool isDone = false;
    const bool hasEnded = waitUntil([&] {
        m_received += m_socket.readAll();
        isDone = done();
        return isDone || m_socket.state() == QAbstractSocket::UnconnectedState;
    });
    return hasEnded && isDone;
}

} // namespace sluice::test
