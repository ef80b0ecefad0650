#include "server/transport/connection.h"

#include "server/transport/frameencoder.h"
#include "shared/base/logging.h"

#include <algorithm>
#include <cerrno>
#include <utility>

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
// Of the begun frame of a slow consumer on a full server: more is not kept for the sake of a close frame behind it.
constexpr size_t kKeptForCloseBytes = 64 * 1024;
// While it is over its soft bound, as much more as this part of it must wait before its pushes are looked through
// again.
constexpr size_t kTrimStepOfSoft = 8;
// Read rounds a connection gets in a turn, so that one that sends without end does not starve the others.
constexpr int kReadsPerTurn = 4;

const char *nameOf(SlowConsumerPolicy policy)
{
    switch (policy) {
    case SlowConsumerPolicy::Disconnect: return "disconnect";
    case SlowConsumerPolicy::DropOldest: return "drop-oldest";
    case SlowConsumerPolicy::LatestPerKey: return "latest-per-key";
    }
    return "";
}

} // namespace

Connection::Connection(ConnectionHost &host, ConnectionId id, Stream &&stream, std::string address,
                       Admission &&admission)
    : Session(id, std::move(address), std::move(admission.principal))
    , m_host(host)
    , m_agreed(host.config())
    , m_stream(std::move(stream))
    , m_endpoint(admission.endpoint)
    , m_loginRequired(admission.loginRequired)
    , m_outbox(host.spareBuffers())
    , m_largestMessageBytes(host.largestMessageBytes(*principal()))
    , m_opened(host.now())
    , m_lastHeard(m_opened)
    , m_claims(std::move(admission.claims))
{
}

Connection::~Connection()
{
    m_host.timers().disarm(*this);
}

bool Connection::start(std::string_view received)
{
    m_wantsWrite = m_stream.hasUnsent();
    if (!m_host.dispatcher().watch(m_stream.descriptor(), interest(), this))
        return false;
    checkDeadlines();
    // Like what a full turn left: read when everybody knows this connection.
    if (!received.empty() || m_stream.hasInput())
        pauseReading(received);
    return true;
}

void Connection::ready(quint32 events)
{
    if (m_state == State::Finished)
        return;
    if (events & EPOLLOUT)
        write();
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
        const IoResult got = m_stream.read(buffer);
        if (got.status == IoStatus::WouldBlock)
            return;
        if (got.status == IoStatus::Ended) {
            abort();
            return;
        }
        m_host.metrics().add(Counter::BytesReceived, got.bytes);
        decode(buffer.first(got.bytes));
        if (got.bytes < buffer.size() && !m_stream.hasInput())
            return;
    }
    if (m_state == State::Closing)
        discardInput();
    else if (m_state == State::Open && !m_readPaused && m_stream.hasInput())
        pauseReading({}); // the socket does not tell again
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
        scheduleCheck(m_messageBegan + m_agreed->limits.message);
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
    if (m_readPaused || m_state == State::Finished)
        return;
    updateInterest();
    if (m_stream.hasInput())
        read();
}

FrameLimits Connection::frameLimits() const
{
    if (m_endpoint == Endpoint::Echo)
        return kEchoLimits;
    const Config::Limits &limits = m_agreed->limits;
    const auto messageBytes = static_cast<size_t>(std::max(limits.messageBytes, m_largestMessageBytes));
    return {m_loginRequired ? std::min(messageBytes, kMessageBytesBeforeLogin) : messageBytes,
            static_cast<size_t>(limits.fragments)};
}

FrameFlow Connection::textReceived(std::string_view text)
{
    m_messageBegan = {}; // what follows in the same bytes has a time of its own
    if (m_endpoint == Endpoint::Echo)
        return echo(Opcode::Text, text);
    m_host.messageReceived(*this, text);
    return flow();
}

// Whether the next message may be read at once.
FrameFlow Connection::flow()
{
    if (m_state != State::Open || !m_host.mayRead())
        return FrameFlow::Pause;
    m_throttled = mustPause();
    return m_throttled ? FrameFlow::Pause : FrameFlow::Continue;
}

// A client that has much under way, as requests or as answers that it does not take, is not read until that is less:
// so it holds back itself and not the server. What is under way in bytes counts together, since the one becomes the
// other.
bool Connection::mustPause()
{
    const Config::Limits &limits = m_host.config()->limits;
    if (requestsInFlight() >= static_cast<size_t>(limits.requestsInFlight)) {
        m_host.metrics().add(Counter::ReadingPausedForRequests);
        return true;
    }
    if (m_outbox.pendingBytes() + requestBytesInFlight() > static_cast<size_t>(limits.outboundSoftBytes)) {
        m_host.metrics().add(Counter::ReadingPausedForOutput);
        return true;
    }
    return false;
}

// Not with the first answer: reading on means to copy what is left unread, so it should be for some messages at once.
void Connection::readOnIfFree()
{
    if (!m_throttled || m_state != State::Open)
        return;
    const Config::Limits &limits = m_host.config()->limits;
    if (requestsInFlight() * 2 > static_cast<size_t>(limits.requestsInFlight)
        || m_outbox.pendingBytes() + requestBytesInFlight() > static_cast<size_t>(limits.outboundSoftBytes))
        return;
    m_throttled = false;
    m_host.inputPending(*this);
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
    // One message may be larger than any bound; the next is only read when most of this one has been written.
    if (isOverSoft())
        startSoftClock();
    return flow();
}

FrameFlow Connection::pingReceived(std::string_view payload)
{
    beginSecond();
    if (++m_controlsThisSecond > m_agreed->limits.pingsPerSecond) {
        closeFlood(Counter::FloodsOfPings, "too many pings");
        return FrameFlow::Pause;
    }
    appendPong(m_outbox.control(), payload);
    m_host.outputPending(*this);
    boundOutbox();
    return flow();
}

// The answer to our ping is free; others count as pings do.
FrameFlow Connection::pongReceived(std::string_view)
{
    if (std::exchange(m_awaitingPong, false)) {
        m_rtt = std::max(m_host.now() - m_pingSent, Duration(1)); // zero would mean none
        return FrameFlow::Continue;
    }
    beginSecond();
    if (++m_controlsThisSecond <= m_agreed->limits.pingsPerSecond)
        return FrameFlow::Continue;
    closeFlood(Counter::FloodsOfPongs, "too many pongs");
    return FrameFlow::Pause;
}

FrameFlow Connection::tinyFragmentReceived()
{
    beginSecond();
    if (++m_tinyFragmentsThisSecond <= frameLimits().fragments)
        return FrameFlow::Continue;
    closeFlood(Counter::FloodsOfTinyFragments, "too many tiny fragments");
    return FrameFlow::Pause;
}

void Connection::beginSecond()
{
    if (m_host.now() - m_second < std::chrono::seconds(1))
        return;
    m_second = m_host.now();
    m_controlsThisSecond = 0;
    m_tinyFragmentsThisSecond = 0;
}

void Connection::closeFlood(Counter counter, std::string_view reason)
{
    m_host.metrics().add(counter);
    beginClose(protocol::CloseCode::PolicyViolation, reason);
}

void Connection::closeReceived(protocol::CloseCode code, std::string_view reason)
{
    noteEnd({code, true, std::string(reason)});
    // The answer repeats the client's code; "no status" has none to repeat.
    beginClose(code, {});
}

void Connection::frameRefused(protocol::CloseCode code, std::string_view reason)
{
    if (code == protocol::CloseCode::PolicyViolation)
        return closeFlood(Counter::FloodsOfFragments, reason);
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

void Connection::deliverEvents(std::span<const SharedFrames> blocks)
{
    if (m_state != State::Open)
        return;
    for (const SharedFrames &block : blocks)
        m_outbox.addEvents(block);
    m_host.outputPending(*this);
    boundOutbox();
}

bool Connection::isOverSoft() const
{
    return m_outbox.pendingBytes() > static_cast<size_t>(m_host.config()->limits.outboundSoftBytes);
}

void Connection::boundOutbox()
{
    if (!isOverSoft())
        return;
    const auto hard = static_cast<size_t>(m_host.config()->limits.outboundHardBytes);
    // Much may wait only because this turn has not written yet.
    if (!m_wantsWrite || m_outbox.pendingBytes() > hard)
        write();
    if (m_state != State::Open || !isOverSoft())
        return;
    startSoftClock();
    if (m_outbox.pendingBytes() > m_trimAtBytes)
        dropReplaced();
    if (m_outbox.pendingBytes() > hard)
        relieve(hard);
    readOnIfFree(); // what was dropped need not be written before it is read again, and heard
}

void Connection::startSoftClock()
{
    if (m_overSoftSince != TimePoint{})
        return;
    m_overSoftSince = m_host.now();
    scheduleCheck(m_overSoftSince + kSoftBoundGrace);
}

void Connection::stopSoftClock()
{
    m_overSoftSince = {};
    m_trimAtBytes = 0;
}

// Under latest-per-key, what a later push has made obsolete goes as soon as the client is over its soft bound.
void Connection::dropReplaced()
{
    const Config::Limits &limits = m_host.config()->limits;
    if (limits.slowConsumer != SlowConsumerPolicy::LatestPerKey)
        return;
    const size_t before = m_outbox.pendingBytes();
    const size_t replaced = m_outbox.dropReplaced();
    m_trimAtBytes = m_outbox.pendingBytes() + static_cast<size_t>(limits.outboundSoftBytes) / kTrimStepOfSoft;
    if (replaced == 0)
        return;
    m_host.metrics().add(Counter::SlowConsumerPushesReplaced, replaced);
    costs()[Cost::PushesLost] += replaced;
    logSlow("replaced", before, replaced);
    if (!isOverSoft())
        m_overSoftSince = {}; // but not m_trimAtBytes, or each push at the bound would cost a look at all of them
}

// It is a slow consumer: drops what the policy lets it lose, and closes it when more than that is left over.
void Connection::relieve(size_t mostBytes)
{
    const auto soft = static_cast<size_t>(m_host.config()->limits.outboundSoftBytes);
    dropReplaced(); // also what was not worth a look before
    const size_t before = m_outbox.pendingBytes();
    size_t dropped = 0;
    switch (m_host.config()->limits.slowConsumer) {
    case SlowConsumerPolicy::Disconnect: break;
    case SlowConsumerPolicy::DropOldest: dropped = m_outbox.dropOldestEvents(soft); break;
    case SlowConsumerPolicy::LatestPerKey: dropped = m_outbox.dropOldestUnkeyed(soft); break;
    }
    if (dropped > 0) {
        m_host.metrics().add(Counter::SlowConsumerPushesDropped, dropped);
        costs()[Cost::PushesLost] += dropped;
        logSlow("dropped", before, dropped);
    }
    if (m_outbox.pendingBytes() > mostBytes)
        closeSlow(Counter::SlowConsumersClosed, "reads too slowly",
                  static_cast<size_t>(m_host.config()->limits.outboundHardBytes));
    else if (!isOverSoft())
        stopSoftClock();
    reportOutbound();
}

// Tells it why, behind the frame that is begun. When that has more than `keptBytes` left, or when a close frame waits
// already and is not taken, it goes without.
void Connection::closeSlow(Counter counter, std::string_view reason, size_t keptBytes)
{
    if (!std::exchange(m_isKnownSlow, true)) {
        m_host.metrics().add(counter);
        logSlow("closed", m_outbox.pendingBytes(), 0);
    }
    const bool wasOpen = isOpen();
    beginClose(protocol::CloseCode::SlowConsumer, reason);
    reportOutbound();
    if (!wasOpen || m_outbox.pendingBytes() > keptBytes)
        abort();
}

void Connection::cutForBudget()
{
    closeSlow(Counter::SlowConsumersCutForBudget, "reads too slowly for a full server", kKeptForCloseBytes);
}

void Connection::logSlow(const char *action, size_t pendingBytes, size_t pushes)
{
    const auto suppressed = m_host.slowConsumerLog().tryAdmit(m_host.now());
    if (!suppressed)
        return;
    // Quoted, since users choose what they are called.
    qCWarning(lcTransport).nospace() << "slow consumer " << action << " connection=" << id().value
                                     << " user=" << QString::fromStdString(principal()->userId)
                                     << " address=" << address().c_str() << " pendingBytes=" << pendingBytes
                                     << " pushes=" << pushes
                                     << " policy=" << nameOf(m_host.config()->limits.slowConsumer)
                                     << " suppressed=" << *suppressed;
}

void Connection::reportOutbound()
{
    const size_t now = m_state == State::Finished ? 0 : m_outbox.pendingBytes();
    if (now == m_reportedBytes)
        return;
    costs()[Cost::PendingBytes] = std::max<quint64>(costs()[Cost::PendingBytes], now);
    m_host.outboundChanged(std::exchange(m_reportedBytes, now), now);
}

void Connection::flush()
{
    flushPending = false;
    if (m_wantsWrite)
        reportOutbound();
    else
        write();
}

void Connection::write()
{
    if (m_state == State::Finished || m_state == State::Lingering)
        return;
    quint64 sent = 0;
    const Outbox::Progress progress = m_outbox.flush(m_stream, sent);
    m_host.metrics().add(Counter::BytesSent, sent);
    if (progress == Outbox::Progress::Failed) {
        abort();
        return;
    }
    reportOutbound();
    if (!isOverSoft())
        stopSoftClock();
    const bool wantsWrite = progress == Outbox::Progress::Blocked;
    if (wantsWrite != m_wantsWrite) {
        m_wantsWrite = wantsWrite;
        updateInterest();
    }
    if (m_state == State::Closing && !wantsWrite)
        linger();
    readOnIfFree();
}

void Connection::updateInterest()
{
    m_host.dispatcher().rewatch(m_stream.descriptor(), interest(), this);
}

quint32 Connection::interest() const noexcept
{
    return (m_readPaused ? 0u : EPOLLIN | EPOLLRDHUP) | (m_wantsWrite ? EPOLLOUT : 0u);
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
    noteEnd({code, false, std::string(reason)});
    m_state = State::Closing;
    m_unread.clear();
    // What the client is owed goes first; one that does not read is at least told why.
    if (code == protocol::CloseCode::SlowConsumer)
        m_outbox.dropUnsent();
    std::string frame;
    appendClose(frame, code, reason);
    m_outbox.addLast(std::move(frame));
    m_closeDeadline = m_host.now() + m_agreed->limits.close;
    scheduleCheck(m_closeDeadline);
    if (m_readPaused) {
        m_readPaused = false;
        updateInterest();
    }
    m_host.outputPending(*this);
}

// The first thing that ends it counts.
void Connection::noteEnd(ConnectionEnd &&end)
{
    if (!m_end)
        m_end = std::make_unique<ConnectionEnd>(std::move(end));
}

admin::ConnectionRow Connection::describe() const
{
    using admin::ConnectionState;
    const SessionCounts events = counts();
    admin::ConnectionRow row;
    row.id = id().value;
    if (principal()->authenticated)
        row.user = principal()->userId;
    row.roles = principal()->roles;
    row.address = address();
    row.age = std::chrono::duration_cast<Milliseconds>(m_host.now() - m_opened);
    if (m_rtt > Duration::zero())
        row.rtt = std::chrono::duration_cast<std::chrono::microseconds>(m_rtt);
    row.received = events.received;
    row.refused = events.refused;
    row.limited = events.limited;
    row.pendingBytes = m_outbox.pendingBytes();
    if (!isOpen())
        row.state = ConnectionState::Closing;
    else if (m_throttled || isOverSoft())
        row.state = ConnectionState::Slow;
    else if (!principal()->authenticated)
        row.state = ConnectionState::Anonymous;
    row.isTls = m_stream.isTls();
    row.claims = m_claims;
    return row;
}

admin::ClosedRow Connection::describeEnd() const
{
    const SessionCounts events = counts();
    admin::ClosedRow row;
    row.id = id().value;
    if (principal()->authenticated)
        row.user = principal()->userId;
    row.roles = principal()->roles;
    row.address = address();
    row.closedAtMs = toUnixMs(m_host.wallNow());
    row.lasted = std::chrono::duration_cast<Milliseconds>(m_host.now() - m_opened);
    row.code = static_cast<int>(m_end->code);
    row.byClient = m_end->byClient;
    row.reason = m_end->reason;
    row.received = events.received;
    row.refused = events.refused;
    return row;
}

// Everything is written. Closing now, with input unread, would reset the connection and may destroy what is on its way.
void Connection::linger()
{
    m_state = State::Lingering;
    m_stream.shutdownWrite();
    discardInput();
}

void Connection::discardInput()
{
    const std::span<char> buffer = m_host.readBuffer();
    const IoResult got = m_stream.read(buffer);
    m_discardedBytes += got.bytes;
    if (got.status == IoStatus::Ended || m_discardedBytes > kDiscardedBytes)
        abort();
}

void Connection::abort()
{
    if (m_state == State::Finished)
        return;
    noteEnd({});
    m_state = State::Finished;
    reportOutbound();
    m_host.timers().disarm(*this);
    m_host.dispatcher().unwatch(m_stream.descriptor());
    m_stream.close();
    m_host.finished(*this);
}

std::optional<Result<QByteArray>> Connection::apply(SessionChange &&change)
{
    if (m_state != State::Open)
        return std::nullopt;
    if (change.keepsUser && (!principal()->authenticated || principal()->userId != change.principal->userId))
        return failure(ErrorCode::Forbidden, {}, QStringLiteral("the connection has become another user's"));
    if (change.principal)
        takePrincipal(std::move(change.principal));
    return m_host.topicsChanged(*this, change);
}

void Connection::takePrincipal(PrincipalPtr &&changed)
{
    const PrincipalPtr before = principal();
    setPrincipal(std::move(changed));
    m_loginRequired = m_loginRequired && !principal()->authenticated;
    m_largestMessageBytes = m_host.largestMessageBytes(*principal());
    checkDeadlines(); // the token's end
    if (!m_host.principalChanged(*this, before))
        close(protocol::CloseCode::PolicyViolation, "too many connections of this user");
    checkRevoked(); // since it was verified
}

void Connection::checkRevoked()
{
    if (m_state != State::Open || !principal()->authenticated || !m_host.isRevoked(*principal()))
        return;
    m_host.metrics().add(Counter::ConnectionsClosedRevoked);
    close(protocol::CloseCode::TokenExpired, "the token was revoked");
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
    const Milliseconds allowed = m_agreed->limits.unauthenticated;
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
    return checkDeadline(m_messageBegan + m_agreed->limits.message, protocol::CloseCode::PolicyViolation,
                         "the message took too long");
}

bool Connection::checkConsumer()
{
    if (m_overSoftSince == TimePoint{})
        return true;
    if (m_host.now() < m_overSoftSince + kSoftBoundGrace)
        scheduleCheck(m_overSoftSince + kSoftBoundGrace);
    else
        relieve(static_cast<size_t>(m_host.config()->limits.outboundSoftBytes));
    readOnIfFree();
    return m_state == State::Open;
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
    const Config::Ping &ping = m_agreed->ping;
    const TimePoint now = m_host.now();
    // Who is not read cannot be heard; that ends with the deadlines of its requests or of a slow consumer.
    if (m_throttled)
        m_lastHeard = now;
    if (m_awaitingPong && m_lastHeard > m_pingSent)
        m_awaitingPong = false;
    if (m_awaitingPong && now >= m_pingSent + ping.timeout) {
        noteEnd({protocol::CloseCode::Lost, false, "no answer to a ping"});
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
