#include "server/transport/connection.h"

#include "server/transport/frameencoder.h"
#include "shared/base/logging.h"

#include <algorithm>
#include <cerrno>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sluice::server {

namespace {

// Of one event: the raw echo path, and a client that has not logged in yet.
constexpr FrameLimits kEchoLimits{16 * 1024 * 1024, 65536};
constexpr size_t kMessageBytesBeforeLogin = 4096;
// A slow consumer may stay over the soft bound this long.
constexpr std::chrono::seconds kSoftBoundGrace{10};
// What a client may still send after our close frame.
constexpr size_t kDiscardedBytes = 1024 * 1024;
// Read rounds a connection gets in a turn, so that one that sends without end does not starve the others.
constexpr int kReadsPerTurn = 4;

} // namespace

Connection::Connection(ConnectionHost &host, ConnectionId id, int descriptor, std::string address,
                       Admission &&admission)
    : Session(id, std::move(address), std::move(admission.principal))
    , m_host(host)
    , m_descriptor(descriptor)
    , m_endpoint(admission.endpoint)
    , m_loginRequired(admission.loginRequired)
    , m_opened(host.now())
    , m_lastHeard(m_opened)
{
}

Connection::~Connection()
{
    m_host.timers().disarm(*this);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool Connection::start()
{
    if (!m_host.dispatcher().watch(m_descriptor, EPOLLIN | EPOLLRDHUP, this))
        return false;
    checkDeadlines();
    return true;
}

void Connection::ready(quint32 events)
{
    if (m_state == State::Finished)
        return;
    if (events & EPOLLOUT)
        flush();
    if (!(events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)))
        return;
    if (m_state == State::Lingering)
        discardInput();
    else if (m_state != State::Finished && !m_readPaused)
        read();
    else if (events & (EPOLLHUP | EPOLLERR))
        abort();
}

void Connection::read()
{
    const std::span<char> buffer = m_host.readBuffer();
    for (int round = 0; round < kReadsPerTurn && m_state == State::Open && !m_readPaused && m_host.mayRead(); ++round) {
        const ssize_t got = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (got <= 0) {
            abort();
            return;
        }
        m_host.metrics().add(Counter::BytesReceived, static_cast<quint64>(got));
        decode(buffer.first(static_cast<size_t>(got)));
        if (static_cast<size_t>(got) < buffer.size())
            return;
    }
    if (m_state == State::Closing)
        discardInput();
}

void Connection::decode(std::span<char> bytes)
{
    m_lastHeard = m_host.now();
    const size_t taken = m_decoder.decode(bytes, frameLimits(), *this);
    if (m_state == State::Open && (m_throttled || taken < bytes.size()))
        pauseReading(bytes.subspan(taken));
    if (!m_decoder.isInProgress()) {
        m_messageBegan = {};
    } else if (m_messageBegan == TimePoint{}) {
        m_messageBegan = m_host.now();
        scheduleCheck(m_messageBegan + m_host.config().limits.message);
    }
}

void Connection::pauseReading(std::span<const char> unread)
{
    m_unread.assign(unread.data(), unread.size());
    m_readPaused = true;
    updateInterest();
    if (!m_throttled)
        m_host.inputPending(*this);
}

void Connection::resume()
{
    if (m_state != State::Open || m_throttled)
        return;
    m_readPaused = false;
    std::string bytes;
    bytes.swap(m_unread);
    decode(bytes);
    if (!m_readPaused)
        updateInterest();
}

FrameLimits Connection::frameLimits() const
{
    if (m_endpoint == Endpoint::Echo)
        return kEchoLimits;
    const Config::Limits &limits = m_host.config().limits;
    const auto messageBytes = static_cast<size_t>(limits.messageBytes);
    return {m_loginRequired ? std::min(messageBytes, kMessageBytesBeforeLogin) : messageBytes,
            static_cast<size_t>(limits.fragments)};
}

FrameFlow Connection::textReceived(std::string_view text)
{
    m_messageBegan = {}; // what follows in the same bytes has a time of its own
    if (m_endpoint == Endpoint::Echo)
        return echo(Opcode::Text, text);
    m_host.messageReceived(*this, text);
    return m_host.mayRead() && m_state == State::Open ? FrameFlow::Continue : FrameFlow::Pause;
}

FrameFlow Connection::binaryReceived(std::string_view bytes)
{
    m_messageBegan = {};
    if (m_endpoint == Endpoint::Echo)
        return echo(Opcode::Binary, bytes);
    beginClose(protocol::CloseCode::UnsupportedData, "only text messages are served");
    return FrameFlow::Pause;
}

FrameFlow Connection::echo(Opcode opcode, std::string_view payload)
{
    appendFrameHeader(m_outbox.replies(), opcode, payload.size());
    m_outbox.replies() += payload;
    m_host.outputPending(*this);
    // One message may be larger than any bound; the next is only read when this one has been written.
    m_throttled = m_outbox.pendingBytes() > static_cast<size_t>(m_host.config().limits.outboundSoftBytes);
    return m_throttled ? FrameFlow::Pause : FrameFlow::Continue;
}

FrameFlow Connection::pingReceived(std::string_view payload)
{
    const TimePoint now = m_host.now();
    if (now - m_pingSecond >= std::chrono::seconds(1)) {
        m_pingSecond = now;
        m_pingsThisSecond = 0;
    }
    if (++m_pingsThisSecond > m_host.config().limits.pingsPerSecond) {
        beginClose(protocol::CloseCode::PolicyViolation, "too many pings");
        return FrameFlow::Pause;
    }
    appendPong(m_outbox.control(), payload);
    m_host.outputPending(*this);
    return FrameFlow::Continue;
}

FrameFlow Connection::pongReceived(std::string_view)
{
    return FrameFlow::Continue;
}

void Connection::closeReceived(protocol::CloseCode code, std::string_view)
{
    // The answer repeats the client's code; "no status" has none to repeat.
    beginClose(code, {});
}

void Connection::frameRefused(protocol::CloseCode code, std::string_view reason)
{
    m_host.metrics().add(Counter::ProtocolErrors);
    beginClose(code, reason);
}

void Connection::deliver(std::string_view text)
{
    if (m_state != State::Open)
        return;
    appendTextFrame(m_outbox.replies(), text);
    m_host.outputPending(*this);
    boundOutbox();
}

void Connection::deliverEvents(const SharedFrames &frames)
{
    if (m_state != State::Open)
        return;
    m_outbox.addEvents(frames);
    m_host.outputPending(*this);
    boundOutbox();
}

void Connection::boundOutbox()
{
    const Config::Limits &limits = m_host.config().limits;
    const size_t pending = m_outbox.pendingBytes();
    if (pending <= static_cast<size_t>(limits.outboundSoftBytes))
        return;
    // Much may wait only because this turn has not written yet.
    flush();
    const auto hard = static_cast<size_t>(limits.outboundHardBytes);
    if (m_state != State::Open || m_outbox.pendingBytes() <= static_cast<size_t>(limits.outboundSoftBytes))
        return;
    if (m_outbox.pendingBytes() > hard && limits.slowConsumer == SlowConsumerPolicy::DropOldest)
        m_host.metrics().add(Counter::BroadcastsDropped, m_outbox.dropOldestEvents(hard));
    if (m_outbox.pendingBytes() > hard) {
        close(protocol::CloseCode::SlowConsumer, "reads too slowly");
        m_host.metrics().add(Counter::SlowConsumersClosed);
    } else if (m_overSoftSince == TimePoint{}) {
        m_overSoftSince = m_host.now();
        scheduleCheck(m_overSoftSince + kSoftBoundGrace);
    }
}

void Connection::flush()
{
    flushPending = false;
    if (m_state == State::Finished || m_state == State::Lingering)
        return;
    quint64 sent = 0;
    const Outbox::Progress progress = m_outbox.flush(m_descriptor, sent);
    m_host.metrics().add(Counter::BytesSent, sent);
    if (progress == Outbox::Progress::Failed) {
        abort();
        return;
    }
    if (m_overSoftSince != TimePoint{}
        && m_outbox.pendingBytes() <= static_cast<size_t>(m_host.config().limits.outboundSoftBytes))
        m_overSoftSince = {};
    const bool wantsWrite = progress == Outbox::Progress::Blocked;
    if (wantsWrite != m_wantsWrite) {
        m_wantsWrite = wantsWrite;
        updateInterest();
    }
    if (m_state == State::Closing && !wantsWrite)
        linger();
    if (m_throttled && !wantsWrite) {
        m_throttled = false;
        m_host.inputPending(*this);
    }
}

void Connection::updateInterest()
{
    m_host.dispatcher().rewatch(m_descriptor,
                                (m_readPaused ? 0u : EPOLLIN | EPOLLRDHUP) | (m_wantsWrite ? EPOLLOUT : 0u), this);
}

void Connection::close(protocol::CloseCode code, std::string_view reason)
{
    if (m_state == State::Open)
        beginClose(code, reason);
}

void Connection::beginClose(protocol::CloseCode code, std::string_view reason)
{
    if (m_state != State::Open)
        return;
    m_state = State::Closing;
    m_unread.clear();
    // What the client is owed goes first; one that does not read is at least told why.
    if (code == protocol::CloseCode::SlowConsumer)
        m_outbox.dropUnsent();
    std::string frame;
    appendClose(frame, code, reason);
    m_outbox.addLast(std::move(frame));
    m_closeDeadline = m_host.now() + m_host.config().limits.close;
    scheduleCheck(m_closeDeadline);
    if (m_readPaused) {
        m_readPaused = false;
        updateInterest();
    }
    m_host.outputPending(*this);
}

// Everything is written. Closing now, with input unread, would reset the connection and may destroy what is on its way.
void Connection::linger()
{
    m_state = State::Lingering;
    ::shutdown(m_descriptor, SHUT_WR);
    discardInput();
}

void Connection::discardInput()
{
    const std::span<char> buffer = m_host.readBuffer();
    const ssize_t got = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got > 0)
        m_discardedBytes += static_cast<size_t>(got);
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR) || m_discardedBytes > kDiscardedBytes)
        abort();
}

void Connection::abort()
{
    if (m_state == State::Finished)
        return;
    m_state = State::Finished;
    m_host.timers().disarm(*this);
    m_host.dispatcher().unwatch(m_descriptor);
    ::close(m_descriptor);
    m_descriptor = -1;
    m_host.finished(*this);
}

void Connection::apply(SessionChange &&change)
{
    if (!change.principal || m_state != State::Open)
        return;
    const PrincipalPtr before = principal();
    setPrincipal(std::move(change.principal));
    m_loginRequired = m_loginRequired && !principal()->authenticated;
    checkDeadlines(); // the token's end
    if (!m_host.principalChanged(*this, before))
        close(protocol::CloseCode::PolicyViolation, "too many connections of this user");
}

// Makes sure that the deadlines are looked at by then; an earlier look stays.
void Connection::scheduleCheck(TimePoint when)
{
    if (isArmed() && m_nextCheck <= when)
        return;
    m_nextCheck = when;
    m_host.timers().arm(*this, when);
}

void Connection::checkDeadlines()
{
    if (m_state == State::Finished)
        return;
    if (m_state != State::Open) {
        if (m_host.now() >= m_closeDeadline)
            abort();
        else
            scheduleCheck(m_closeDeadline);
        return;
    }
    // Each step looks at one deadline, ends the connection when it is over, and otherwise asks to be called in time.
    if (checkLogin() && checkToken() && checkMessage() && checkConsumer())
        checkPeer();
}

bool Connection::checkLogin()
{
    const Milliseconds allowed = m_host.config().limits.unauthenticated;
    if (!m_loginRequired || allowed == Milliseconds::zero())
        return true;
    return checkDeadline(m_opened + allowed, protocol::CloseCode::Unauthenticated, "no login in time");
}

// By the wall clock, as tokens are: asked again a little later when it was set back meanwhile.
bool Connection::checkToken()
{
    const auto &expires = principal()->expires;
    if (!expires)
        return true;
    const auto left = std::chrono::duration_cast<Duration>(*expires - m_host.wallNow());
    return checkDeadline(m_host.now() + left, protocol::CloseCode::TokenExpired, "the token has expired");
}

bool Connection::checkMessage()
{
    if (m_messageBegan == TimePoint{})
        return true;
    return checkDeadline(m_messageBegan + m_host.config().limits.message, protocol::CloseCode::PolicyViolation,
                         "the message took too long");
}

bool Connection::checkConsumer()
{
    if (m_overSoftSince == TimePoint{})
        return true;
    const bool inTime =
        checkDeadline(m_overSoftSince + kSoftBoundGrace, protocol::CloseCode::SlowConsumer, "reads too slowly");
    if (!inTime)
        m_host.metrics().add(Counter::SlowConsumersClosed);
    return inTime;
}

bool Connection::checkDeadline(TimePoint deadline, protocol::CloseCode code, std::string_view reason)
{
    if (m_host.now() < deadline) {
        scheduleCheck(deadline);
        return true;
    }
    beginClose(code, reason);
    return false;
}

// Whatever the peer sends shows that it lives; only a silent one is pinged.
void Connection::checkPeer()
{
    const Config::Ping &ping = m_host.config().ping;
    const TimePoint now = m_host.now();
    if (m_awaitingPong && m_lastHeard > m_pingSent)
        m_awaitingPong = false;
    if (m_awaitingPong && now >= m_pingSent + ping.timeout) {
        abort(); // dead: nobody would read a close frame
        return;
    }
    if (!m_awaitingPong && now >= m_lastHeard + ping.interval) {
        m_awaitingPong = true;
        m_pingSent = now;
        appendPing(m_outbox.control());
        m_host.outputPending(*this);
    }
    scheduleCheck(m_awaitingPong ? m_pingSent + ping.timeout : m_lastHeard + ping.interval);
}

} // namespace sluice::server
