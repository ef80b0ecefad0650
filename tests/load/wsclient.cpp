#include "tests/load/wsclient.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <netinet/tcp.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace sluice::load {

namespace {

constexpr size_t kReadBytes = 64 * 1024;
constexpr size_t kMaxResponseBytes = 16 * 1024;
constexpr quint16 kNormalClosure = 1000;
constexpr int kNoStatusReceived = 1005;
constexpr int kSwitchingProtocols = 101;

QByteArray acceptFor(const QByteArray &key)
{
    // Source: RFC 6455, section 4.2.2.
    const QByteArray guid = QByteArrayLiteral("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    return QCryptographicHash::hash(key + guid, QCryptographicHash::Sha1).toBase64();
}

QByteArray upgradeRequest(const WsTarget &target, const QByteArray &key)
{
    QByteArray request = "GET " + QByteArray::fromStdString(target.path)
        + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(ntohs(target.address.sin_port))
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key
        + "\r\n";
    if (!target.token.empty())
        request += "Authorization: Bearer " + QByteArray::fromStdString(target.token) + "\r\n";
    return request + "\r\n";
}

/// 0 when `response` does not begin with a status line.
int statusOf(const QByteArray &response)
{
    const qsizetype space = response.indexOf(' ');
    return space < 0 ? 0 : response.mid(space + 1, 3).toInt();
}

} // namespace

WsClient::WsClient(int epoll, Random &random, WsObserver &observer, size_t index)
    : m_epoll(epoll)
    , m_index(index)
    , m_random(random)
    , m_observer(observer)
{
}

WsClient::~WsClient()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

void WsClient::open(const WsTarget &target)
{
    Q_ASSERT(isIdle());
    m_out.clear();
    m_written = 0;
    m_response.clear();
    m_reader = MessageReader();
    m_farewell.reset();

    const QByteArray key = m_random.bytes(16).toBase64();
    m_accept = acceptFor(key).toStdString();
    m_request = upgradeRequest(target, key).toStdString();

    m_state = State::Connecting;
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.u64 = m_index;
    m_watchingWrites = true;
    if (m_socket < 0 || ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_socket, &event) != 0)
        return finish({Parting::Refused, 0, std::generic_category().message(errno)});
    // An error that connect() reports at once is also what epoll reports; connected() reads it there.
    (void)::connect(m_socket, reinterpret_cast<const sockaddr *>(&target.address), sizeof target.address);
}

void WsClient::sendText(std::string_view text)
{
    Q_ASSERT(isOpen());
    appendClientFrame(m_out, Opcode::Text, text, static_cast<quint32>(m_random.next()));
}

void WsClient::leave()
{
    Q_ASSERT(isOpen());
    appendClientFrame(m_out, Opcode::Close, closePayload(kNormalClosure), static_cast<quint32>(m_random.next()));
    m_state = State::Leaving;
    flush();
}

void WsClient::cut()
{
    if (isIdle())
        return;
    const linger reset{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    finish(m_farewell.value_or(Farewell{Parting::LeftAbruptly, 0, {}}));
}

void WsClient::flush()
{
    if (m_state == State::Idle || m_state == State::Connecting)
        return;
    while (m_written < m_out.size()) {
        const ssize_t count = ::send(m_socket, m_out.data() + m_written, m_out.size() - m_written, MSG_NOSIGNAL);
        if (count < 0) {
            // A reset shows when reading, after what the server said before it.
            watch(errno == EAGAIN);
            return;
        }
        m_written += static_cast<size_t>(count);
    }
    m_out.clear();
    m_written = 0;
    watch(false);
}

void WsClient::handle(quint32 epollEvents)
{
    if (m_state == State::Connecting) {
        connected();
        return;
    }
    if ((epollEvents & EPOLLOUT) != 0)
        flush();
    if (!isIdle() && (epollEvents & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0)
        read();
}

void WsClient::connected()
{
    int error = 0;
    socklen_t length = sizeof error;
    ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &length);
    if (error != 0)
        return finish({Parting::Refused, 0, std::generic_category().message(error)});
    m_state = State::Handshaking;
    m_out = m_request;
    flush();
}

void WsClient::read()
{
    static thread_local std::array<char, kReadBytes> buffer;
    const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0)
        return connectionLost(count == 0 ? std::string("end of stream") : std::generic_category().message(errno));
    const std::string_view bytes(buffer.data(), static_cast<size_t>(count));
    if (m_state == State::Handshaking) {
        m_response.append(bytes);
        readHandshake();
    } else {
        m_reader.feed(bytes);
        readMessages();
    }
}

void WsClient::readHandshake()
{
    const size_t end = m_response.find("\r\n\r\n");
    if (end == std::string::npos) {
        if (m_response.size() > kMaxResponseBytes)
            finish({Parting::Refused, 0, "the response's header does not end"});
        return;
    }
    const QByteArray response = QByteArray::fromStdString(m_response.substr(0, end + 2));
    const int status = statusOf(response);
    if (status != kSwitchingProtocols)
        return finish({Parting::Refused, status, response.left(response.indexOf('\r')).toStdString()});
    if (!response.toLower().contains("sec-websocket-accept: " + QByteArray::fromStdString(m_accept).toLower()))
        return finish({Parting::Refused, status, "wrong Sec-WebSocket-Accept"});
    m_state = State::Open;
    m_reader.feed(std::string_view(m_response).substr(end + 4));
    m_observer.opened(*this);
    if (!isIdle())
        readMessages();
}

void WsClient::readMessages()
{
    while (!m_farewell) { // nothing counts after a Close
        const std::optional<Message> message = m_reader.next();
        if (!message)
            break;
        switch (message->opcode) {
        case Opcode::Ping:
            appendClientFrame(m_out, Opcode::Pong, message->payload, static_cast<quint32>(m_random.next()));
            flush();
            break;
        case Opcode::Close: readClose(message->payload); break;
        case Opcode::Text: m_observer.received(*this, message->payload); break;
        default: break;
        }
        if (isIdle())
            return;
    }
    if (!m_reader.fault().empty())
        finish({Parting::Dropped, 0, m_reader.fault()});
}

void WsClient::readClose(std::string_view payload)
{
    const int code = payload.size() < 2 ? kNoStatusReceived
                                        : (static_cast<quint8>(payload[0]) << 8 | static_cast<quint8>(payload[1]));
    const bool answersOurs = m_state == State::Leaving && code == kNormalClosure;
    if (answersOurs)
        return finish({Parting::LeftInOrder, code, {}});
    m_farewell = Farewell{Parting::Told, code, std::string(payload.substr(std::min<size_t>(2, payload.size())))};
    if (m_state == State::Open) {
        appendClientFrame(m_out, Opcode::Close, payload.substr(0, 2), static_cast<quint32>(m_random.next()));
        m_state = State::Leaving;
    }
    flush();
}

void WsClient::connectionLost(const std::string &why)
{
    if (m_farewell)
        return finish(Farewell(*m_farewell));
    if (m_state == State::Handshaking)
        return finish({Parting::Refused, 0, why});
    finish({m_state == State::Leaving ? Parting::LeftAbruptly : Parting::Dropped, 0, why});
}

void WsClient::watch(bool forWriting)
{
    if (forWriting == m_watchingWrites)
        return;
    m_watchingWrites = forWriting;
    epoll_event event{};
    event.events = forWriting ? (EPOLLIN | EPOLLOUT) : EPOLLIN;
    event.data.u64 = m_index;
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, m_socket, &event);
}

void WsClient::finish(const Farewell &farewell)
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
    m_state = State::Idle;
    m_observer.ended(*this, farewell);
}

} // namespace sluice::load
