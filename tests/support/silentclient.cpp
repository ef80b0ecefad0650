#include "tests/support/silentclient.h"

#include <QtEndian>

#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sluice::test {

namespace {

constexpr int kSmallBufferBytes = 4096;
constexpr int kSendBufferBytes = 64 * 1024;
constexpr qsizetype kReadBytes = 65536;
constexpr quint8 kCloseOpcode = 0x8;

bool waitFor(int descriptor, short event, std::chrono::milliseconds limit)
{
    pollfd poll{descriptor, event, 0};
    return ::poll(&poll, 1, static_cast<int>(limit.count())) > 0;
}

} // namespace

SilentClient::~SilentClient()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

SilentClient::SilentClient(SilentClient &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_received(std::move(other.m_received))
{
}

bool SilentClient::connectTo(quint16 port, const QByteArray &path, const QByteArray &headers)
{
    m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &kSmallBufferBytes, sizeof kSmallBufferBytes);
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDBUF, &kSendBufferBytes, sizeof kSendBufferBytes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return false;
    send("GET " + path
         + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
         + headers + "\r\n");
    qsizetype end = -1;
    while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
        if (!receive())
            return false;
    }
    const bool isUpgraded = m_received.startsWith("HTTP/1.1 101 ");
    m_received.remove(0, end + 4);
    return isUpgraded;
}

size_t SilentClient::send(const QByteArray &bytes, std::chrono::milliseconds quiet)
{
    size_t taken = 0;
    const auto size = static_cast<size_t>(bytes.size());
    while (taken < size && waitFor(m_descriptor, POLLOUT, quiet)) {
        const ssize_t sent = ::send(m_descriptor, bytes.constData() + taken, size - taken, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0)
            break;
        taken += static_cast<size_t>(sent);
    }
    return taken;
}

std::optional<RawFrame> SilentClient::nextFrame()
{
    for (;;) {
        if (auto frame = takeServerFrame(m_received))
            return frame;
        if (!receive())
            return {};
    }
}

std::optional<int> SilentClient::closeCode()
{
    while (const std::optional<RawFrame> frame = nextFrame()) {
        if ((frame->firstByte & 0x0f) == kCloseOpcode && frame->payload.size() >= 2)
            return qFromBigEndian<quint16>(frame->payload.constData());
    }
    return {};
}

bool SilentClient::receive()
{
    if (!waitFor(m_descriptor, POLLIN, kPatience))
        return false;
    const qsizetype before = m_received.size();
    m_received.resize(before + kReadBytes);
    const ssize_t got = ::recv(m_descriptor, m_received.data() + before, kReadBytes, 0);
    m_received.resize(before + std::max<ssize_t>(got, 0));
    return got > 0;
}

std::vector<size_t> sendToAll(const std::vector<SilentClient> &clients, const QByteArray &bytes,
                              std::chrono::milliseconds quiet)
{
    std::vector<size_t> taken(clients.size(), 0);
    std::vector<pollfd> polls;
    for (const SilentClient &client : clients)
        polls.push_back({client.descriptor(), POLLOUT, 0});
    size_t offering = clients.size();
    while (offering > 0 && ::poll(polls.data(), polls.size(), static_cast<int>(quiet.count())) > 0) {
        for (size_t i = 0; i < polls.size(); ++i) {
            if (polls[i].revents == 0)
                continue;
            const auto left = static_cast<size_t>(bytes.size()) - taken[i];
            const ssize_t sent = ::send(polls[i].fd, bytes.constData() + taken[i], left, MSG_DONTWAIT | MSG_NOSIGNAL);
            taken[i] += static_cast<size_t>(std::max<ssize_t>(sent, 0));
            if (sent < 0 || static_cast<size_t>(sent) == left) {
                polls[i].fd = -1; // done with it
                --offering;
            }
        }
    }
    return taken;
}

} // namespace sluice::test
