#pragma once

#include "server/config/config.h"
#include "server/events/authenticator.h"
#include "server/events/sinks.h"
#include "server/metrics/culprits.h"
#include "server/metrics/metrics.h"
#include "server/transport/closedconnections.h"
#include "server/transport/connection.h"
#include "server/transport/delivery.h"
#include "server/transport/epolldispatcher.h"
#include "server/transport/handshaker.h"
#include "server/transport/mailbox.h"
#include "server/transport/outboundbudget.h"
#include "shared/base/loglimiter.h"
#include "shared/base/mutex.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace sluice::server {

using IoMail = std::variant<CompletionBatch, Delivery, AcceptedSocket, std::function<void()>>;

/// What the messages of an I/O thread's connections mean; it lives in that thread.
class MessageReceiver
{
public:
    virtual ~MessageReceiver() = default;

    virtual void opened(Connection &) { }
    virtual void received(Connection &connection, std::string_view text) = 0;
    /// Whether this turn has taken all it may; reading goes on in the next.
    [[nodiscard]] virtual bool isTurnFull() const { return false; }
    virtual void closed(Connection &) { }
    virtual void turnBegan(TimePoint) { }
    /// Whether this turn has taken so much that it is worth to look first whether the sockets have more: then it is
    /// not ended yet, and the next one goes on with it without sleeping.
    [[nodiscard]] virtual bool turnGoesOn() { return false; }
    virtual void turnEnded() { }
    /// What is left of the batch is its memory, which is used again.
    virtual void completed(CompletionBatch &) { }
    /// About every 10 ms while `needsTicks()`.
    virtual void tick(TimePoint) { }
    [[nodiscard]] virtual bool needsTicks() const { return false; }
    virtual void configChanged(const ConfigPtr &) { }
    /// Those of the topics that have a rule, for a connection that is to get them from the beginning.
    [[nodiscard]] virtual std::vector<TopicSubscription> subscriptionsTo(const std::vector<std::string> &) const
    {
        return {};
    }
    /// The largest message that an event of its own size lets them send; 0 when there is none. Units: bytes.
    [[nodiscard]] virtual int largestMessageBytes(const Principal &) const { return 0; }
};

/// One thread of connections: epoll loop, handshakes, connections, mailbox. Many can serve one listener.
/// Thread: main makes, starts and stops it; adopt(), post() and call() any; everything else its own.
class IoThread final : public QObject,
                       public CompletionSink,
                       private ConnectionHost,
                       private EpollDispatcher::TurnObserver
{
    Q_OBJECT

public:
    /// What it works with; all of it outlives the thread.
    struct Parts {
        const Clock &clock;
        Metrics &metrics;
        Gatekeeper &gatekeeper;
        std::atomic<quint64> &nextConnectionId;
        OutboundBudget &outbound;
        /// Asked when a connection gets a user; false: the user may not have one more. Null: no limit.
        std::function<bool(const std::string &user)> addUser;
        std::function<void(const std::string &user)> removeUser;
        Culprits *culprits = nullptr;        ///< Told once a second what the connections have cost; null: nobody is.
        ClosedConnections *closed = nullptr; ///< Told of connections that have ended; null: nobody is.
        Topics *topics = nullptr;            ///< What clients can subscribe to; null: nothing.
        const RevocationCheck *revocations = nullptr; ///< Whose token is revoked; null: nobody's.
        ConnectionHooks *hooks = nullptr;             ///< Asked for and told of connections; null: nobody is.
    };
    using MakeReceiver = std::function<std::unique_ptr<MessageReceiver>(IoThread &)>;

    IoThread(const QString &name, const Parts &parts, ConfigPtr config, MakeReceiver makeReceiver);
    ~IoThread() override;

    void start();
    /// Drops all connections and ends the thread. Blocks: until it has ended.
    void stop();

    [[nodiscard]] QString name() const { return m_thread.objectName(); }
    void adopt(const AcceptedSocket &accepted);
    CompletionBatch takeBatch() override EXCLUDES(m_batchesMutex);
    void post(CompletionBatch &&batch) override;
    void post(Delivery &&delivery);
    /// Runs `function` in the thread, in order with everything else that was posted.
    void call(std::function<void()> function);

    // --- its own thread ---
    void setConfig(ConfigPtr config);
    /// For handshakes that begin from now on.
    void setTls(TlsContextPtr context);
    [[nodiscard]] MessageReceiver &receiver() { return *m_receiver; }
    /// Refuses handshakes from now on and drops those under way.
    void stopHandshakes();
    /// Closes up to `count` open connections with that code, asking for a reason each.
    void closeSome(size_t count, protocol::CloseCode code, const std::function<std::string()> &reason);
    [[nodiscard]] size_t connectionCount() const { return m_connections.size(); }
    /// Closes the connections whose token is revoked, as visit() shows them.
    void closeRevoked();
    /// Shows all connections, some in each turn of the loop, so that no client waits for it; then calls `done`. Those
    /// that come or go meanwhile may be left out; one that is there all the time may be shown twice.
    void visit(std::function<void(Connection &)> show, std::function<void()> done = {});
    /// What operators are told about one of its connections.
    [[nodiscard]] admin::ConnectionRow describe(const Connection &connection) const;

    /// Open connections and bytes that wait in their outboxes, as of the last turn. Thread: any.
    [[nodiscard]] size_t openConnections() const noexcept { return m_openConnections.load(std::memory_order_relaxed); }
    [[nodiscard]] quint64 outboundBytes() const noexcept { return m_share.bytes.load(std::memory_order_relaxed); }
    /// How long the turns of its loop took. Thread: any.
    [[nodiscard]] HistogramCounts turnDurations() const;

private:
    // ConnectionHost
    bool mayRead() const override { return !m_receiver->isTurnFull(); }
    void messageReceived(Connection &connection, std::string_view text) override;
    void inputPending(Connection &connection) override { m_toResume.push_back(&connection); }
    void outputPending(Connection &connection) override;
    void outboundChanged(size_t before, size_t now) override;
    void finished(Connection &connection) override;
    bool principalChanged(Connection &connection, const PrincipalPtr &before) override;
    std::optional<Result<QByteArray>> topicsChanged(Connection &connection, const SessionChange &change) override;
    std::span<char> readBuffer() override { return m_buffer; }
    SpareBuffers &spareBuffers() override { return m_spareBuffers; }
    EpollDispatcher &dispatcher() override { return *m_dispatcher; }
    TimerWheel &timers() override { return *m_timers; }
    TimePoint now() const override { return m_now; }
    WallTime wallNow() const override { return m_clock.wallNow(); }
    const ConfigPtr &config() const override { return m_config; }
    Metrics &metrics() override { return m_metrics; }
    LogLimiter &slowConsumerLog() override { return m_slowConsumerLog; }
    bool isRevoked(const Principal &principal) const override
    {
        return m_revocations && m_revocations->isRevoked(principal);
    }
    int largestMessageBytes(const Principal &principal) const override
    {
        return m_receiver->largestMessageBytes(principal);
    }

    // EpollDispatcher::TurnObserver
    bool turnEnded() override;
    void turnBegan() override;

    void begin();
    void end();
    void send(IoMail &&mail);
    void openMail();
    void handle(IoMail &mail);
    void keepBatches() EXCLUDES(m_batchesMutex);
    void open(Upgraded &&upgraded);
    void deliver(const Delivery &delivery);
    void flushOutput();
    void boundOutbound();
    void boundDelivered(size_t bytes);
    void publishWorst();
    [[nodiscard]] std::vector<Connection *> withOutput() const;
    void resumePaused();
    void bury();
    void tick();
    void visitFrom(size_t end, std::function<void(Connection &)> &&show, std::function<void()> &&done);
    void noteCosts(Connection &connection);
    void reportCosts();
    bool indexUser(Connection &connection);
    void unindexUser(Connection &connection, const PrincipalPtr &principal);

    const Clock &m_clock;
    Metrics &m_metrics;
    Gatekeeper &m_gatekeeper;
    std::atomic<quint64> &m_nextConnectionId;
    OutboundBudget &m_outbound;
    OutboundBudget::Share &m_share;
    std::function<bool(const std::string &)> m_addUser;
    std::function<void(const std::string &)> m_removeUser;
    Culprits *m_culprits;
    ClosedConnections *m_closed;
    const RevocationCheck *m_revocations;
    ConnectionHooks *m_hooks;
    ConfigPtr m_config;
    MakeReceiver m_makeReceiver;
    QThread m_thread;
    EpollDispatcher *m_dispatcher; // owned by m_thread
    Mailbox<IoMail> m_mailbox;
    Mutex m_batchesMutex;
    std::vector<CompletionBatch> m_spareBatches GUARDED_BY(m_batchesMutex); // empty, with memory

    // Its own thread's.
    std::vector<IoMail> m_mail;
    std::vector<CompletionBatch> m_usedBatches; // of this turn
    std::unique_ptr<Handshaker> m_handshaker;
    std::unique_ptr<MessageReceiver> m_receiver;
    std::unique_ptr<TimerWheel> m_timers;
    std::unique_ptr<QTimer> m_connectionTimer;
    std::unique_ptr<QTimer> m_deadlineTimer;
    std::unique_ptr<QTimer> m_costsTimer;
    std::vector<Culprits::Charge> m_charges; // not reported yet
    TimePoint m_costsReported;
    Duration m_costsSpan{0}; // between the last two reports
    TimePoint m_now;
    std::chrono::steady_clock::time_point m_lastTick;
    std::chrono::steady_clock::time_point m_deadlinesFrom{}; // after a pause; else past
    std::vector<char> m_buffer;
    SpareBuffers m_spareBuffers; // outlives the connections
    std::vector<std::unique_ptr<Connection>> m_connections;
    std::unordered_map<std::string, std::vector<Connection *>> m_byUser;
    TopicIndex m_byTopic;
    LogLimiter m_slowConsumerLog;
    std::vector<Connection *> m_toFlush;
    quint64 m_unwrittenBytes = 0; // put into outboxes by deliveries since the last flush
    std::vector<Connection *> m_toResume;
    std::vector<std::unique_ptr<Connection>> m_buried;
    std::atomic<size_t> m_openConnections{0};
    HistogramStripe m_turns;
};

} // namespace sluice::server
