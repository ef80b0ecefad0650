#include "server/transport/handshaker.h"

#include "shared/base/logging.h"
#include "shared/protocol/version.h"

#include <QTcpSocket>
#include <QWebSocket>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sluice::server {

namespace {

constexpr Milliseconds kDeadlineTick{50};
constexpr size_t kDeadlineSlots = 256;

QString text(std::string_view view)
{
    return QString::fromLatin1(view.data(), static_cast<qsizetype>(view.size()));
}

QHostAddress peerOf(int descriptor, quint16 &port)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&storage), &length) != 0)
        return {};
    port = ntohs(storage.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6 &>(storage).sin6_port
                                               : reinterpret_cast<const sockaddr_in &>(storage).sin_port);
    return QHostAddress(reinterpret_cast<const sockaddr *>(&storage));
}

} // namespace

/// One handshake on its way.
class Handshaker::Pending final : public EpollDispatcher::Watcher, public TimerNode
{
public:
    enum class State { Reading, Upgrading, Refused, Ended };

    Pending(Handshaker &handshaker, int socket, Peer client)
        : descriptor(socket)
        , peer(std::move(client))
        , address(peer.first.toString().toStdString())
        , m_handshaker(handshaker)
    {
    }

    void ready(quint32) override
    {
        if (state == State::Reading)
            m_handshaker.readHead(*this);
        else if (state == State::Refused)
            m_handshaker.discardInput(*this);
    }

    int descriptor;
    Peer peer;
    std::string address;
    State state = State::Reading;
    bool entered = false; // holds one of the gatekeeper's places
    Admission admission;
    QPointer<QTcpSocket> tcp; // Qt's, on a dup of our descriptor

private:
    Handshaker &m_handshaker;
};

Handshaker::Handshaker(EpollDispatcher &dispatcher, Gatekeeper &gatekeeper, Metrics &metrics, const Clock &clock,
                       std::function<void(Upgraded &&)> upgraded, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_gatekeeper(gatekeeper)
    , m_metrics(metrics)
    , m_clock(clock)
    , m_upgraded(std::move(upgraded))
    , m_refusals(metrics, clock)
    , m_server(QStringLiteral("sluice"), QWebSocketServer::NonSecureMode)
    , m_deadlines(kDeadlineTick, kDeadlineSlots, clock.now())
{
    m_server.setSupportedSubprotocols({text(protocol::kBearerSubprotocol), text(protocol::kJsonRpcSubprotocol)});
    connect(&m_server, &QWebSocketServer::newConnection, this, &Handshaker::finishUpgrade);
}

Handshaker::~Handshaker()
{
    stop();
}

void Handshaker::setConfig(const Config &config)
{
    m_headerBytes = static_cast<size_t>(config.limits.headerBytes);
    m_handshakeTimeout = config.limits.handshake;
    m_closeTimeout = config.limits.close;
    m_buffer.resize(m_headerBytes + 1);
}

void Handshaker::adopt(int descriptor)
{
    quint16 port = 0;
    const QHostAddress host = peerOf(descriptor, port);
    if (host.isNull() || m_stopped) { // gone again already
        ::close(descriptor);
        return;
    }
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    // The same peer again: its earlier socket is dead, only nobody noticed yet.
    if (const auto earlier = m_pending.find({host, port}); earlier != m_pending.end())
        drop(*earlier->second);
    auto &entry = m_pending[{host, port}];
    entry = std::make_unique<Pending>(*this, descriptor, Peer{host, port});
    m_deadlines.arm(*entry, m_clock.now() + m_handshakeTimeout);
    // Edge-triggered: what was only peeked at stays readable and must not call again.
    if (!m_dispatcher.watch(descriptor, EPOLLIN | EPOLLRDHUP | EPOLLET, entry.get())) {
        drop(*entry);
        return;
    }
    if (const auto refusal = m_gatekeeper.enter(entry->address)) {
        refuse(*entry, *refusal);
        return;
    }
    entry->entered = true;
}

void Handshaker::readHead(Pending &pending)
{
    const ssize_t got = ::recv(pending.descriptor, m_buffer.data(), m_buffer.size(), MSG_PEEK | MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0) {
        drop(pending);
        return;
    }
    const std::string_view bytes(m_buffer.data(), static_cast<size_t>(got));
    const auto end = endOfHttpHead(bytes.substr(0, m_headerBytes));
    if (end)
        judge(pending, bytes.substr(0, *end));
    else if (bytes.size() > m_headerBytes)
        refuse(pending, {431, "The request header is too large.", 0, {}, Counter::ConnectionsRefusedHeaderSize});
}

void Handshaker::judge(Pending &pending, std::string_view head)
{
    const auto request = parseHttpRequest(head);
    if (!request) {
        refuse(pending, request.error());
        return;
    }
    auto verdict = m_gatekeeper.judge(*request, pending.address);
    if (const auto *refusal = std::get_if<HttpRefusal>(&verdict)) {
        refuse(pending, *refusal);
        return;
    }
    pending.admission = std::get<Admission>(std::move(verdict));
    upgrade(pending, static_cast<qint64>(head.size()));
}

void Handshaker::upgrade(Pending &pending, qint64 headBytes)
{
    m_dispatcher.unwatch(pending.descriptor);
    pending.state = Pending::State::Upgrading;
    const int borrowed = ::fcntl(pending.descriptor, F_DUPFD_CLOEXEC, 0);
    pending.tcp = new QTcpSocket(this);
    if (borrowed < 0 || !pending.tcp->setSocketDescriptor(borrowed)) {
        if (borrowed >= 0)
            ::close(borrowed);
        drop(pending);
        return;
    }
    // Qt reads the head and not a byte more: what the client sent behind it stays in the socket, for us.
    pending.tcp->setReadBufferSize(headBytes);
    // Qt closes what it refuses; the deadline covers what it never finishes.
    connect(pending.tcp, &QTcpSocket::disconnected, this, [this, peer = pending.peer] {
        const auto found = m_pending.find(peer);
        if (found != m_pending.end() && found->second->tcp == sender())
            drop(*found->second);
    });
    m_server.handleConnection(pending.tcp);
}

void Handshaker::finishUpgrade()
{
    QWebSocket *webSocket = m_server.nextPendingConnection();
    webSocket->deleteLater(); // before the socket it works on, which drop() gives up
    const auto found = m_pending.find({webSocket->peerAddress(), webSocket->peerPort()});
    if (found == m_pending.end() || found->second->state != Pending::State::Upgrading) {
        webSocket->abort();
        return;
    }
    Pending &pending = *found->second;
    QTcpSocket *tcp = pending.tcp;
    tcp->flush();
    if (tcp->bytesToWrite() != 0) { // the answer did not fit into an empty socket buffer: this peer is no client
        drop(pending);
        return;
    }
    Upgraded result{std::exchange(pending.descriptor, -1), pending.address, std::move(pending.admission)};
    pending.entered = false; // the place goes with the connection
    drop(pending);
    m_upgraded(std::move(result));
}

void Handshaker::refuse(Pending &pending, const HttpRefusal &refusal)
{
    m_refusals.add(refusal, pending.address);
    const std::string answer = encodeHttpRefusal(refusal);
    // It fits into the empty buffer of a new socket; a peer for which it does not gets none.
    [[maybe_unused]] const ssize_t sent =
        ::send(pending.descriptor, answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    // Closing with unread input would reset the connection and may destroy the answer on its way.
    ::shutdown(pending.descriptor, SHUT_WR);
    pending.state = Pending::State::Refused;
    m_dispatcher.rewatch(pending.descriptor, EPOLLIN | EPOLLRDHUP, &pending);
    m_deadlines.arm(pending, m_clock.now() + m_closeTimeout);
}

void Handshaker::discardInput(Pending &pending)
{
    const ssize_t got = ::recv(pending.descriptor, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
        drop(pending);
}

void Handshaker::drop(Pending &pending)
{
    const auto found = m_pending.find(pending.peer);
    Q_ASSERT(found != m_pending.end() && found->second.get() == &pending);
    pending.state = Pending::State::Ended;
    m_deadlines.disarm(pending);
    if (pending.entered)
        m_gatekeeper.leave(pending.address);
    if (pending.tcp) {
        pending.tcp->disconnect(this);
        pending.tcp->abort();
        pending.tcp->deleteLater();
    }
    if (pending.descriptor >= 0) {
        m_dispatcher.unwatch(pending.descriptor);
        ::close(pending.descriptor);
    }
    // The turn's list of ready descriptors may still name it.
    m_buried.push_back(std::move(found->second));
    m_pending.erase(found);
}

void Handshaker::expire(TimePoint now)
{
    m_deadlines.expire(now, [this](TimerNode &node) {
        auto &pending = static_cast<Pending &>(node);
        if (pending.state != Pending::State::Refused)
            m_metrics.add(Counter::HandshakesTimedOut);
        drop(pending);
    });
}

void Handshaker::bury()
{
    m_buried.clear();
}

void Handshaker::stop()
{
    m_stopped = true;
    while (!m_pending.empty())
        drop(*m_pending.begin()->second);
    m_buried.clear();
}

} // namespace sluice::server
