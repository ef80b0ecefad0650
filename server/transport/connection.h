#pragma once

#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "server/routing/session.h"
#include "server/transport/epolldispatcher.h"
#include "server/transport/framedecoder.h"
#include "server/transport/handshake.h"
#include "server/transport/outbox.h"
#include "server/transport/stream.h"
#include "server/transport/topicindex.h"
#include "shared/admin/connectionrow.h"
#include "shared/base/loglimiter.h"
#include "shared/base/timerwheel.h"

#include <memory>
#include <span>
#include <string>

namespace sluice::server {

class Connection;

/// How a connection came to its end.
struct ConnectionEnd {
    protocol::CloseCode code = protocol::CloseCode::Lost;
    bool byClient = true;
    std::string reason = {};
};

/// What a connection needs of the I/O thread it lives in.
class ConnectionHost
{
public:
    /// Whether this turn has room for more messages.
    [[nodiscard]] virtual bool mayRead() const = 0;
    /// A whole text message.
    virtual void messageReceived(Connection &connection, std::string_view text) = 0;
    /// The turn is full and bytes are left: resume when there is room again.
    virtual void inputPending(Connection &connection) = 0;
    /// Something waits in the outbox: flush at the end of the turn.
    virtual void outputPending(Connection &connection) = 0;
    /// What waits in the outbox is another number of bytes than it was last said to be.
    virtual void outboundChanged(size_t before, size_t now) = 0;
    /// The socket is done with; the connection is freed after the turn.
    virtual void finished(Connection &connection) = 0;
    /// Another identity: the indexes must follow. False when the user may not have one more connection.
    virtual bool principalChanged(Connection &connection, const PrincipalPtr &before) = 0;
    /// Whether an operator has revoked what it came with.
    [[nodiscard]] virtual bool isRevoked(const Principal &) const { return false; }
    /// Subscribes to topics and unsubscribes. Returns the answer where it is decided here.
    virtual std::optional<Result<QByteArray>> topicsChanged(Connection &connection, const SessionChange &change) = 0;

    /// Reads into one buffer that all connections of the thread share.
    [[nodiscard]] virtual std::span<char> readBuffer() = 0;
    [[nodiscard]] virtual SpareBuffers &spareBuffers() = 0;
    [[nodiscard]] virtual EpollDispatcher &dispatcher() = 0;
    [[nodiscard]] virtual TimerWheel &timers() = 0;
    [[nodiscard]] virtual TimePoint now() const = 0;
    [[nodiscard]] virtual WallTime wallNow() const = 0;
    /// As it is now.
    [[nodiscard]] virtual const ConfigPtr &config() const = 0;
    [[nodiscard]] virtual Metrics &metrics() = 0;
    [[nodiscard]] virtual LogLimiter &slowConsumerLog() = 0;
    /// The largest message that an event of its own size lets them send; 0 when there is none. Units: bytes.
    [[nodiscard]] virtual int largestMessageBytes(const Principal &principal) const = 0;

protected:
    ~ConnectionHost() = default;
};

/// One WebSocket after its upgrade: a small struct around our own descriptor. Reads frames, answers control frames,
/// keeps what is to be written within bounds, finds dead peers, and closes in order.
/// Thread: its I/O thread.
/// Invariant: nothing is read or delivered once it is finished.
class Connection final : public Session, public EpollDispatcher::Watcher, public TimerNode, private FrameVisitor
{
public:
    Connection(ConnectionHost &host, ConnectionId id, Stream &&stream, std::string address, Admission &&admission);
    ~Connection() override;

    /// Begins reading, with what came behind the handshake. False when the kernel refuses to watch.
    [[nodiscard]] bool start(std::string_view received);
    /// Ends it if what it came with is revoked.
    void checkRevoked();
    /// Goes on with what was read before the turn was full.
    void resume();
    /// Writes what waits, unless the socket is known to be full.
    void flush();
    /// Looks at all its deadlines, and says when to look again. Called by the host's timer wheel.
    void checkDeadlines();

    void deliverEvents(std::span<const SharedFrames> blocks);
    /// Ends it as one of the slow consumers that have used up limits.outbound-total-bytes; at once when it is closing.
    void cutForBudget();
    [[nodiscard]] size_t pendingBytes() const noexcept { return m_outbox.pendingBytes(); }
    [[nodiscard]] bool isOpen() const noexcept { return m_state == State::Open; }
    [[nodiscard]] bool isFinished() const noexcept { return m_state == State::Finished; }
    [[nodiscard]] Endpoint endpoint() const noexcept { return m_endpoint; }
    /// What operators are told about it; the host knows the rest.
    [[nodiscard]] admin::ConnectionRow describe() const;
    /// Requires: isFinished().
    [[nodiscard]] admin::ClosedRow describeEnd() const;
    /// The configuration when it was opened, by which options for new connections go: what a client was told holds.
    [[nodiscard]] const Config &agreed() const noexcept { return *m_agreed; }
    /// Its place in the host's index of everyone.
    size_t tableIndex = 0;
    /// Whether it stands in the host's list of connections to flush.
    bool flushPending = false;
    /// Whether it stands in the host's index of users.
    bool indexed = false;
    /// What it is subscribed to; the host's topic index keeps it.
    std::vector<TopicIndex::Membership> topics;

    // Session
    void deliver(std::string_view text) override;
    void close(protocol::CloseCode code, std::string_view reason) override;
    std::optional<Result<QByteArray>> apply(SessionChange &&change) override;
    void requestEnded() override { readOnIfFree(); }

    /// Ends it at once, without a close frame.
    void abort();

    // EpollDispatcher::Watcher
    void ready(quint32 events) override;

private:
    /// Open; Closing: our close frame is to be sent; Lingering: we have said all, the peer's end is awaited.
    enum class State : quint8 { Open, Closing, Lingering, Finished };

    // FrameVisitor
    FrameFlow textReceived(std::string_view text) override;
    FrameFlow binaryReceived(std::string_view bytes) override;
    FrameFlow pingReceived(std::string_view payload) override;
    FrameFlow pongReceived(std::string_view payload) override;
    FrameFlow tinyFragmentReceived() override;
    void closeReceived(protocol::CloseCode code, std::string_view reason) override;
    void frameRefused(protocol::CloseCode code, std::string_view reason) override;

    void takePrincipal(PrincipalPtr &&changed);
    void read();
    void decode(std::span<char> bytes);
    void discardInput();
    [[nodiscard]] FrameLimits frameLimits() const;
    void beginClose(protocol::CloseCode code, std::string_view reason);
    void noteEnd(ConnectionEnd &&end);
    void linger();
    void write();
    void boundOutbox();
    void startSoftClock();
    void stopSoftClock();
    [[nodiscard]] bool isOverSoft() const;
    void relieve(size_t mostBytes);
    void dropReplaced();
    void closeSlow(Counter counter, std::string_view reason, size_t keptBytes);
    void logSlow(const char *action, size_t pendingBytes, size_t pushes);
    void reportOutbound();
    [[nodiscard]] FrameFlow flow();
    [[nodiscard]] bool mustPause();
    void readOnIfFree();
    void updateInterest();
    [[nodiscard]] quint32 interest() const noexcept;
    void scheduleCheck(TimePoint when);
    [[nodiscard]] bool checkLogin();
    [[nodiscard]] bool checkToken();
    [[nodiscard]] bool checkMessage();
    [[nodiscard]] bool checkConsumer();
    [[nodiscard]] bool checkDeadline(TimePoint deadline, protocol::CloseCode code, std::string_view reason);
    void checkPeer();
    [[nodiscard]] FrameFlow echo(Opcode opcode, std::string_view payload);
    void beginSecond();
    void closeFlood(Counter counter, std::string_view reason);
    void pauseReading(std::span<const char> unread);

    ConnectionHost &m_host;
    ConfigPtr m_agreed;
    Stream m_stream;
    Endpoint m_endpoint;
    bool m_loginRequired;
    State m_state = State::Open;
    bool m_wantsWrite = false; // the socket is full: EPOLLOUT
    bool m_readPaused = false; // EPOLLIN is off
    bool m_throttled = false;  // paused until it has been answered and takes the answers
    bool m_awaitingPong = false;
    bool m_isKnownSlow = false; // closed as a slow consumer, and counted as one
    quint16 m_controlsThisSecond = 0;
    quint32 m_tinyFragmentsThisSecond = 0;
    FrameDecoder m_decoder;
    Outbox m_outbox;
    int m_largestMessageBytes;  // of its principal's events; 0: as limits.message-bytes
    size_t m_reportedBytes = 0; // what the host was last told waits here
    size_t m_trimAtBytes = 0;   // more must wait before it is worth looking again for what has been replaced
    size_t m_discardedBytes = 0;
    std::string m_unread; // bytes that came after the turn was full
    TimePoint m_opened;
    TimePoint m_lastHeard;
    TimePoint m_messageBegan{};  // of the message in progress; zero when none is
    TimePoint m_overSoftSince{}; // zero when the outbox is within its soft bound
    TimePoint m_pingSent{};
    TimePoint m_second{}; // the beginning of the one that is counted
    TimePoint m_closeDeadline{};
    TimePoint m_nextCheck{}; // while armed
    Duration m_rtt{0};       // of the last ping that was answered; zero before
    std::shared_ptr<const admin::ClientClaims> m_claims;
    std::unique_ptr<ConnectionEnd> m_end; // once it is known
};

} // namespace sluice::server
