#include "server/transport/acceptor.h"

#include "shared/base/logging.h"

#include <QHostAddress>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace sluice::server {

namespace {

constexpr int kBacklog = 4096;
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
    : QTcpServer(parent)
    , m_adopt(std::move(adopt))
{
    setListenBacklogSize(kBacklog);
    m_resume.setSingleShot(true);
    m_resume.setInterval(kPauseAfterError);
    connect(&m_resume, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    connect(this, &QTcpServer::acceptError, this, &Acceptor::pauseAfterError);
}

Result<void> Acceptor::start(const ListenAddress &address)
{
    if (!address.enabled)
        return {};
    QHostAddress host;
    if (!host.setAddress(address.host))
        return failure(ErrorCode::InternalError, {},
                       QStringLiteral("cannot listen on %1:%2: not an IP address").arg(address.host).arg(address.port));
    if (!listen(host, address.port))
        return failure(
            ErrorCode::InternalError, {},
            QStringLiteral("cannot listen on %1:%2: %3").arg(address.host).arg(address.port).arg(errorString()));
    setSocketOptions(static_cast<int>(socketDescriptor()));
    return {};
}

void Acceptor::stop()
{
    m_resume.stop();
    close();
}

void Acceptor::incomingConnection(qintptr descriptor)
{
    m_adopt(static_cast<int>(descriptor));
}

void Acceptor::pauseAfterError()
{
    qCWarning(lcTransport) << "cannot accept reason=" << errorString() << "retryMs=" << kPauseAfterError.count();
    pauseAccepting();
    m_resume.start();
}

} // namespace sluice::server
