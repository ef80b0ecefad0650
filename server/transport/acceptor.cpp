#include "server/transport/acceptor.h"

#include "shared/base/logging.h"

#include <QHostAddress>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sluice::server {

namespace {

constexpr int kBacklog = 4096;
// So that a storm of connects does not keep the main thread from everything else.
constexpr int kAcceptsPerTurn = 256;
// Out of descriptors or memory: accept() would fail again at once and spin a core.
constexpr std::chrono::milliseconds kPauseAfterError{200};
// What the kernel may hold of one connection. Unsent: what does not fit waits in the outbox, where lanes and bounds
// apply. In all to send, with what the peer has not confirmed. And received: of a client that is not read. Left to
// itself the kernel takes 4 MB from us for a peer that reads nothing, and 6 MB from one that we do not read. The buffer
// size alone would hold ten times as much for the same speed, and the unsent bound alone up to 4 MB of a peer that
// stops confirming.
constexpr int kUnsentBytes = 64 * 1024;
constexpr int kSendBufferBytes = 512 * 1024;
constexpr int kReceiveBufferBytes = 256 * 1024;

void setOption(int descriptor, int level, int option, int value)
{
    ::setsockopt(descriptor, level, option, &value, sizeof value);
}

std::pair<sockaddr_storage, socklen_t> socketAddress(const QHostAddress &host, quint16 port)
{
    sockaddr_storage storage{};
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        auto &ipv4 = reinterpret_cast<sockaddr_in &>(storage);
        ipv4.sin_family = AF_INET;
        ipv4.sin_port = htons(port);
        ipv4.sin_addr.s_addr = htonl(host.toIPv4Address());
        return {storage, sizeof ipv4};
    }
    auto &ipv6 = reinterpret_cast<sockaddr_in6 &>(storage);
    const Q_IPV6ADDR address = host.toIPv6Address();
    ipv6.sin6_family = AF_INET6;
    ipv6.sin6_port = htons(port);
    std::copy(std::begin(address.c), std::end(address.c), ipv6.sin6_addr.s6_addr);
    ipv6.sin6_scope_id = host.scopeId().toUInt();
    return {storage, sizeof ipv6};
}

quint16 portOf(int listener)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&storage), &length);
    return ntohs(storage.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6 &>(storage).sin6_port
                                               : reinterpret_cast<const sockaddr_in &>(storage).sin_port);
}

} // namespace

// Accepted sockets inherit all of it: that costs no system calls for each.
void setSocketOptions(int listener)
{
    setOption(listener, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(listener, IPPROTO_TCP, TCP_NOTSENT_LOWAT, kUnsentBytes);
    setOption(listener, SOL_SOCKET, SO_SNDBUF, kSendBufferBytes);
    setOption(listener, SOL_SOCKET, SO_RCVBUF, kReceiveBufferBytes);
}

Acceptor::Acceptor(std::function<void(int)> adopt, QObject *parent)
    : QObject(parent)
    , m_adopt(std::move(adopt))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(kPauseAfterError);
    connect(&m_retry, &QTimer::timeout, this, [this] { m_notifier->setEnabled(true); });
}

Acceptor::~Acceptor()
{
    stop();
}

Result<void> Acceptor::start(const ListenAddress &address, int listener)
{
    m_address = address;
    m_isPassedOn = listener >= 0;
    if (listener < 0 && !address.enabled)
        return {};
    if (!address.enabled) {
        ::close(listener);
        return failure(ErrorCode::InternalError, {},
                       QStringLiteral("the service manager passed a socket on for a listener that is off"));
    }
    if (listener < 0)
        return bind(address).map([this] { serve(); });
    m_listener = listener;
    setSocketOptions(m_listener);
    serve();
    return {};
}

Result<void> Acceptor::bind(const ListenAddress &address)
{
    const auto refuse = [&address](const QString &reason) {
        return failure(ErrorCode::InternalError, {},
                       QStringLiteral("cannot listen on %1:%2: %3").arg(address.host).arg(address.port).arg(reason));
    };
    QHostAddress host;
    if (!host.setAddress(address.host))
        return refuse(QStringLiteral("not an IP address"));
    const auto [storage, length] = socketAddress(host, address.port);
    m_listener = ::socket(storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    setOption(m_listener, SOL_SOCKET, SO_REUSEADDR, 1);
    setSocketOptions(m_listener);
    if (m_listener < 0 || ::bind(m_listener, reinterpret_cast<const sockaddr *>(&storage), length) != 0
        || ::listen(m_listener, kBacklog) != 0) {
        const QString reason = qt_error_string(errno);
        stop();
        return refuse(reason);
    }
    return {};
}

void Acceptor::serve()
{
    m_port = m_address.port = portOf(m_listener);
    m_notifier = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Acceptor::acceptAll);
}

void Acceptor::stop()
{
    m_retry.stop();
    m_notifier.reset();
    m_port = 0;
    if (m_listener >= 0)
        ::close(std::exchange(m_listener, -1));
}

void Acceptor::pause()
{
    if (!m_isPassedOn) {
        stop();
        return;
    }
    m_retry.stop();
    m_notifier.reset();
}

Result<void> Acceptor::resume()
{
    if (m_notifier || !m_address.enabled)
        return {};
    if (m_listener < 0)
        return bind(m_address).map([this] { serve(); });
    serve();
    return {};
}

void Acceptor::acceptAll()
{
    for (int count = 0; count < kAcceptsPerTurn; ++count) {
        const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor >= 0) {
            m_adopt(descriptor);
            continue;
        }
        switch (errno) {
        case EAGAIN: return;
        case EINTR:
        case ECONNABORTED: // gone again already
        case EPROTO: break;
        default: pauseAfterError(errno); return;
        }
    }
}

void Acceptor::pauseAfterError(int error)
{
    qCWarning(lcTransport) << "cannot accept reason=" << qt_error_string(error)
                           << "retryMs=" << kPauseAfterError.count();
    m_notifier->setEnabled(false);
    m_retry.start();
}

} // namespace sluice::server
