#include "tests/support/plainsocket.h"

#include "tests/support/waiting.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sluice::test {

namespace {

template <typename Value>
void setOption(int descriptor, int level, int option, const Value &value)
{
    ::setsockopt(descriptor, level, option, &value, sizeof value);
}

sockaddr_in loopback(quint8 host, quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl((INADDR_LOOPBACK & ~0xffu) | host);
    address.sin_port = htons(port);
    return address;
}

} // namespace

PlainSocket::PlainSocket(quint16 port, quint8 host)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval patience{kPatience.count(), 0};
    setOption(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, patience);
    setOption(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, patience);
    setOption(m_descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    // The port is chosen by connect(), which knows the other end too: many more fit.
    setOption(m_descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
    const sockaddr_in from = loopback(host, 0);
    const sockaddr_in to = loopback(1, port);
    if (::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&from), sizeof from) != 0
        || ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0)
        close();
}

PlainSocket &PlainSocket::operator=(PlainSocket &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_received, other.m_received);
    return *this;
}

qsizetype PlainSocket::send(const QByteArray &bytes) const
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t step =
            ::send(m_descriptor, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (step <= 0)
            break;
        sent += step;
    }
    return sent;
}

std::optional<int> PlainSocket::status()
{
    std::array<char, 4096> buffer{};
    qsizetype end = -1;
    while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
        const ssize_t got = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            return std::nullopt;
        m_received.append(buffer.data(), got);
    }
    const int status = m_received.mid(m_received.indexOf(' ') + 1, 3).toInt();
    m_received.remove(0, end + 4);
    return status;
}

QByteArray PlainSocket::receive()
{
    if (!m_received.isEmpty())
        return std::exchange(m_received, {});
    QByteArray bytes(16'384, Qt::Uninitialized);
    bytes.resize(std::max<qsizetype>(0, ::recv(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), 0)));
    return bytes;
}

bool PlainSocket::hasEnded()
{
    std::array<char, 4096> buffer{};
    ssize_t got = 0;
    do {
        got = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    } while (got > 0);
    return got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

void PlainSocket::shutDown()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void PlainSocket::reset()
{
    setOption(m_descriptor, SOL_SOCKET, SO_LINGER, linger{1, 0});
    close();
}

void PlainSocket::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

QByteArray upgradeRequest(const QByteArray &headers, const QByteArray &path)
{
    return "GET " + path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + headers + "\r\n";
}

qint64 raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<qint64>(limit.rlim_cur);
}

} // namespace sluice::test
