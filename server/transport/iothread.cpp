#include "server/transport/iothread.h"

#include "shared/base/cacheline.h"
#include "shared/base/threadcheck.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <unistd.h>

namespace sluice::server {

namespace {

constexpr size_t kReadBufferBytes = 128 * 1024;
// As many as workers usually have under way to one thread, with more than a full batch of usual answers.
constexpr size_t kSpareBatches = 16;
constexpr size_t kKeptBatchBytes = 64 * 1024;
constexpr std::chrono::seconds kCostsInterval{1};
constexpr Milliseconds kConnectionTick{100};
constexpr size_t kConnectionSlots = 512;
// Nothing that runs holds a thread up for so long, but a paused machine or SIGSTOP does. What clients have sent
// meanwhile is in the sockets, and read within this time for thousands of them.
constexpr Milliseconds kPause{1000};
constexpr Milliseconds kCatchUp{1000};
constexpr std::chrono::seconds kPauseApart{10};
constexpr Milliseconds kReceiverTick{10};
// Enough to name the first of many.
constexpr int kSlowConsumersLogged = 10;
constexpr std::chrono::seconds kSlowConsumerLogInterval{10};
// Some 100 us of work, with the connections in no cache.
constexpr size_t kVisitedPerTurn = 256;
// Over its budget the server sheds a sixteenth of it more than it must: each time costs a look at all connections.
constexpr quint64 kBudgetSlack = 16;

template <typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

} // namespace

IoThread::IoThread(const QString &name, const Parts &parts, ConfigPtr config, MakeReceiver makeReceiver)
    : m_clock(parts.clock)
    , m_metrics(parts.metrics)
    , m_gatekeeper(parts.gatekeeper)
    , m_nextConnectionId(parts.nextConnectionId)
    , m_outbound(parts.outbound)
    , m_share(parts.outbound.addShare())
    , m_addUser(parts.addUser)
    , m_removeUser(parts.removeUser)
    , m_culprits(parts.culprits)
    , m_closed(parts.closed)
    , m_revocations(parts.revocations)
    , m_hooks(parts.hooks)
    , m_config(std::move(config))
    , m_makeReceiver(std::move(makeReceiver))
    , m_dispatcher(new EpollDispatcher)
    , m_byTopic(parts.topics)
    , m_slowConsumerLog(kSlowConsumersLogged, kSlowConsumerLogInterval)
{
    m_thread.setObjectName(name);
    m_thread.setEventDispatcher(m_dispatcher);
    connect(&m_thread, &QThread::started, this, &IoThread::begin);
    moveToThread(&m_thread);
}

IoThread::~IoThread()
{
    stop();
}

void IoThread::start()
{
    m_thread.start();
}

void IoThread::stop()
{
    if (!m_thread.isRunning())
        return;
    call([this] {
        end();
        m_thread.quit();
    });
    m_thread.wait();
}

void IoThread::begin()
{
    m_now = m_clock.now();
    m_costsReported = m_now;
    m_lastTick = std::chrono::steady_clock::now();
    m_buffer.resize(kReadBufferBytes);
    m_timers = std::make_unique<TimerWheel>(kConnectionTick, kConnectionSlots, m_now);
    m_receiver = m_makeReceiver(*this);
    m_handshaker = std::make_unique<Handshaker>(*m_dispatcher, m_gatekeeper, m_metrics, m_clock,
                                                [this](Upgraded &&upgraded) { open(std::move(upgraded)); });
    m_handshaker->setConfig(*m_config);
    m_handshaker->setHooks(m_hooks, [this](std::function<void()> function) { call(std::move(function)); });
    m_connectionTimer = std::make_unique<QTimer>();
    connect(m_connectionTimer.get(), &QTimer::timeout, this, &IoThread::tick);
    m_connectionTimer->start(kConnectionTick);
    m_costsTimer = std::make_unique<QTimer>();
    connect(m_costsTimer.get(), &QTimer::timeout, this, &IoThread::reportCosts);
    if (m_culprits)
        m_costsTimer->start(kCostsInterval);
    m_deadlineTimer = std::make_unique<QTimer>();
    m_deadlineTimer->setTimerType(Qt::PreciseTimer);
    connect(m_deadlineTimer.get(), &QTimer::timeout, this, [this] { m_receiver->tick(m_now); });
    m_dispatcher->setTurnObserver(this);
}

void IoThread::end()
{
    m_dispatcher->setTurnObserver(nullptr);
    m_handshaker->stop();
    while (!m_connections.empty())
        m_connections.back()->abort();
    m_toFlush.clear();
    m_toResume.clear();
    m_buried.clear();
    m_deadlineTimer.reset();
    m_connectionTimer.reset();
    m_costsTimer.reset();
    m_handshaker.reset();
    m_receiver.reset();
}

void IoThread::adopt(const AcceptedSocket &accepted)
{
    send(AcceptedSocket(accepted));
}

CompletionBatch IoThread::takeBatch()
{
    const MutexLock lock(m_batchesMutex);
    if (m_spareBatches.empty())
        return {};
    CompletionBatch batch = std::move(m_spareBatches.back());
    m_spareBatches.pop_back();
    return batch;
}

void IoThread::post(CompletionBatch &&batch)
{
    send(std::move(batch));
}

void IoThread::post(Delivery &&delivery)
{
    send(std::move(delivery));
}

void IoThread::call(std::function<void()> function)
{
    send(std::move(function));
}

void IoThread::send(IoMail &&mail)
{
    if (m_mailbox.post(std::move(mail)))
        m_dispatcher->wakeUp();
}

HistogramCounts IoThread::turnDurations() const
{
    HistogramCounts counts;
    m_turns.addTo(counts);
    return counts;
}

void IoThread::turnBegan()
{
    m_mailbox.announceAwake();
    m_now = m_clock.now();
    m_receiver->turnBegan(m_now);
}

bool IoThread::turnEnded()
{
    const bool goesOn = m_receiver->turnGoesOn();
    if (!goesOn)
        m_receiver->turnEnded();
    openMail();
    if (!m_receiver) // the mail told this thread to end
        return false;
    resumePaused();
    flushOutput();
    boundOutbound();
    bury();
    if (m_receiver->needsTicks() && !m_deadlineTimer->isActive())
        m_deadlineTimer->start(kReceiverTick);
    else if (!m_receiver->needsTicks() && m_deadlineTimer->isActive())
        m_deadlineTimer->stop();
    m_turns.record(m_clock.now() - m_now, Writers::One);
    return !goesOn && m_toResume.empty() && m_mailbox.announceSleep();
}

void IoThread::openMail()
{
    m_mail.clear();
    m_mailbox.take(m_mail);
    for (IoMail &mail : m_mail) {
        if (m_receiver) // what comes behind the order to end has nobody left to care
            handle(mail);
    }
    keepBatches();
}

// Their memory goes back to the workers, who would otherwise allocate here what is freed there.
void IoThread::keepBatches()
{
    if (m_usedBatches.empty())
        return;
    const auto isLarge = [](const CompletionBatch &batch) { return batch.bytes.capacity() > kKeptBatchBytes; };
    std::erase_if(m_usedBatches, isLarge);
    for (CompletionBatch &batch : m_usedBatches) {
        batch.bytes.clear();
        batch.completions.clear();
    }
    {
        const MutexLock lock(m_batchesMutex);
        const size_t room = kSpareBatches - m_spareBatches.size();
        for (size_t i = 0; i < std::min(room, m_usedBatches.size()); ++i)
            m_spareBatches.push_back(std::move(m_usedBatches[i]));
    }
    m_usedBatches.clear();
}

void IoThread::handle(IoMail &mail)
{
    std::visit(Overloaded{
                   [this](CompletionBatch &batch) {
                       m_receiver->completed(batch);
                       m_usedBatches.push_back(std::move(batch));
                   },
                   [this](Delivery &delivery) { deliver(delivery); },
                   [this](AcceptedSocket &socket) { m_handshaker->adopt(socket); },
                   [](std::function<void()> &function) { function(); },
               },
               mail);
}

// What a full turn left unread; it goes to the queue at the end of the next turn, which comes without sleeping.
void IoThread::resumePaused()
{
    std::vector<Connection *> paused;
    paused.swap(m_toResume);
    for (Connection *connection : paused) {
        if (mayRead())
            connection->resume();
        else if (!connection->isFinished())
            m_toResume.push_back(connection);
    }
    if (!paused.empty())
        m_receiver->turnEnded();
}

void IoThread::flushOutput()
{
    // By index: writing may end connections, and their ends may make others write.
    for (size_t i = 0; i < m_toFlush.size(); ++i) {
        if (i + 1 < m_toFlush.size())
            prefetch(m_toFlush[i + 1], sizeof(Connection));
        m_toFlush[i]->flush();
    }
    m_toFlush.clear();
    m_unwrittenBytes = 0;
}

void IoThread::bury()
{
    if (!m_buried.empty())
        std::erase_if(m_toResume, [](const Connection *connection) { return connection->isFinished(); });
    m_buried.clear();
    m_handshaker->bury();
    m_openConnections.store(m_connections.size(), std::memory_order_relaxed);
}

void IoThread::tick()
{
    // Nobody is late because we were: first everybody is heard. Not again and again: who is always late is overloaded.
    const auto now = std::chrono::steady_clock::now(); // as the timer goes, whatever tests pretend
    if (now - m_lastTick >= kPause && now - m_deadlinesFrom >= kPauseApart)
        m_deadlinesFrom = now + kCatchUp;
    m_lastTick = now;
    if (now < m_deadlinesFrom)
        return;
    m_handshaker->expire(m_now);
    m_timers->expire(m_now, [](TimerNode &node) { static_cast<Connection &>(node).checkDeadlines(); });
    publishWorst();
}

void IoThread::outboundChanged(size_t before, size_t now)
{
    // This thread alone writes it.
    m_share.bytes.store(m_share.bytes.load(std::memory_order_relaxed) - before + now, std::memory_order_relaxed);
}

void IoThread::noteCosts(Connection &connection)
{
    const ClientCosts costs = connection.takeCosts();
    if (!m_culprits || costs.isZero())
        return;
    const Principal &principal = *connection.principal();
    m_charges.push_back({principal.authenticated ? Culprits::Client{principal.userId, true}
                                                 : Culprits::Client{connection.address(), false},
                         costs});
}

void IoThread::reportCosts()
{
    m_costsSpan = m_now - std::exchange(m_costsReported, m_now);
    for (const auto &connection : m_connections) {
        noteCosts(*connection);
        if (connection->pendingBytes() > 0)
            m_metrics.record(Distribution::OutboxBytes, std::chrono::nanoseconds(connection->pendingBytes()));
    }
    m_culprits->add(m_charges);
    m_charges.clear();
}

// Which thread has the worst offender matters only when the budget is nearly used up.
void IoThread::publishWorst()
{
    quint64 worst = 0;
    if (m_outbound.totalBytes() > static_cast<quint64>(m_config->limits.outboundTotalBytes) / 2) {
        for (const auto &connection : m_connections)
            worst = std::max<quint64>(worst, connection->pendingBytes());
    }
    m_share.worstBytes.store(worst, std::memory_order_relaxed);
}

// Cuts those who have most unsent while all connections of the server together have more than they may; those that are
// closing as well. Looked at after the turn's writing: what a socket takes at once counts for nobody. A heap, since
// mostly few are cut: to find that the worst ones are elsewhere is one look at each.
void IoThread::boundOutbound()
{
    const auto budget = static_cast<quint64>(m_config->limits.outboundTotalBytes);
    if (m_outbound.totalBytes() <= budget)
        return;
    const auto hasLess = [](const Connection *a, const Connection *b) { return a->pendingBytes() < b->pendingBytes(); };
    std::vector<Connection *> heap = withOutput();
    std::make_heap(heap.begin(), heap.end(), hasLess);
    for (; !heap.empty(); heap.pop_back()) {
        std::pop_heap(heap.begin(), heap.end(), hasLess);
        Connection *connection = heap.back();
        m_share.worstBytes.store(connection->pendingBytes(), std::memory_order_relaxed);
        // Other threads cut theirs. What they publish is up to a tick old, so a factor of two counts as equally bad.
        const bool worseElsewhere = connection->pendingBytes() * 2 < m_outbound.worstBytes();
        if (worseElsewhere || m_outbound.totalBytes() <= budget - budget / kBudgetSlack)
            return;
        connection->cutForBudget();
    }
}

std::vector<Connection *> IoThread::withOutput() const
{
    std::vector<Connection *> found;
    for (const auto &connection : m_connections) {
        if (connection->pendingBytes() > 0)
            found.push_back(connection.get());
    }
    return found;
}

void IoThread::open(Upgraded &&upgraded)
{
    const ConnectionId id{m_nextConnectionId.fetch_add(1, std::memory_order_relaxed)};
    if (!upgraded.admission.principal->authenticated) {
        Principal anonymous = *upgraded.admission.principal;
        anonymous.userId = "anon-" + std::to_string(id.value);
        upgraded.admission.principal = std::make_shared<const Principal>(std::move(anonymous));
    }
    const std::vector<std::string> topics = std::move(upgraded.admission.subscribe);
    m_connections.push_back(std::make_unique<Connection>(static_cast<ConnectionHost &>(*this), id,
                                                         std::move(upgraded.stream), std::move(upgraded.address),
                                                         std::move(upgraded.admission)));
    Connection &connection = *m_connections.back();
    connection.tableIndex = m_connections.size() - 1;
    m_metrics.add(Counter::ConnectionsAccepted);
    m_receiver->opened(connection);
    const bool isAllowed = indexUser(connection);
    if (!connection.start(upgraded.rest))
        connection.abort();
    else if (!isAllowed)
        connection.close(protocol::CloseCode::PolicyViolation, "too many connections of this user");
    else if (!topics.empty())
        connection.apply({nullptr, m_receiver->subscriptionsTo(topics)});
}

void IoThread::messageReceived(Connection &connection, std::string_view text)
{
    m_receiver->received(connection, text);
}

void IoThread::outputPending(Connection &connection)
{
    if (connection.flushPending)
        return;
    connection.flushPending = true;
    m_toFlush.push_back(&connection);
}

void IoThread::finished(Connection &connection)
{
    m_metrics.add(Counter::ConnectionsClosed);
    m_receiver->closed(connection);
    unindexUser(connection, connection.principal());
    m_byTopic.leaveAll(connection);
    m_gatekeeper.leave(connection.address());
    noteCosts(connection);
    if (m_hooks && m_hooks->hearsEnds() && connection.endpoint() == Endpoint::Messages)
        m_hooks->ended(connection.describeEnd());
    if (m_closed)
        m_closed->add(connection.describeEnd());
    const size_t index = connection.tableIndex;
    m_buried.push_back(std::move(m_connections[index]));
    if (index + 1 < m_connections.size()) {
        m_connections[index] = std::move(m_connections.back());
        m_connections[index]->tableIndex = index;
    }
    m_connections.pop_back();
}

bool IoThread::principalChanged(Connection &connection, const PrincipalPtr &before)
{
    unindexUser(connection, before);
    m_byTopic.principalChanged(connection, before);
    return indexUser(connection);
}

std::optional<Result<QByteArray>> IoThread::topicsChanged(Connection &connection, const SessionChange &change)
{
    for (const std::string &topic : change.unsubscribe)
        m_byTopic.unsubscribe(connection, topic);
    std::optional<Result<QByteArray>> answer;
    for (const TopicSubscription &wanted : change.subscribe)
        answer = m_byTopic.subscribe(connection, wanted, static_cast<size_t>(m_config->topics.perConnection),
                                     static_cast<size_t>(m_config->limits.outboundSoftBytes), m_metrics);
    return change.answersByTopic ? std::move(answer) : std::nullopt;
}

// Only users who are known by name can be found by it: an anonymous connection costs no entry.
bool IoThread::indexUser(Connection &connection)
{
    const PrincipalPtr &principal = connection.principal();
    if (!principal->authenticated)
        return true;
    const bool added = !m_addUser || m_addUser(principal->userId);
    connection.indexed = added;
    if (added)
        m_byUser[principal->userId].push_back(&connection);
    return added;
}

void IoThread::unindexUser(Connection &connection, const PrincipalPtr &principal)
{
    if (!std::exchange(connection.indexed, false))
        return;
    if (m_removeUser)
        m_removeUser(principal->userId);
    const auto found = m_byUser.find(principal->userId);
    std::erase(found->second, &connection);
    if (found->second.empty())
        m_byUser.erase(found);
}

void IoThread::deliver(const Delivery &delivery)
{
    quint64 recipients = 0;
    const size_t bytes = std::accumulate(delivery.blocks.begin(), delivery.blocks.end(), size_t{0},
                                         [](size_t sum, const auto &block) { return sum + block->bytes.size(); });
    const auto send = [&](Connection &connection) {
        if (!connection.isOpen() || connection.endpoint() != Endpoint::Messages)
            return;
        connection.deliverEvents(delivery.blocks);
        boundDelivered(bytes);
        ++recipients;
    };
    if (delivery.everyone) {
        // Downwards: a connection that ends leaves its place to the last one, which had its turn.
        for (size_t i = m_connections.size(); i > 0; --i) {
            if (i <= m_connections.size())
                send(*m_connections[i - 1]);
        }
    } else if (delivery.topic) {
        recipients = m_byTopic.deliver(delivery, [this, bytes] { boundDelivered(bytes); });
    } else {
        for (const std::string &user : delivery.users) {
            const auto found = m_byUser.find(user);
            if (found == m_byUser.end())
                continue;
            const std::vector<Connection *> connections = found->second; // a copy: some may end meanwhile
            for (Connection *connection : connections)
                send(*connection);
        }
    }
    m_metrics.add(Counter::BroadcastSends, recipients * delivery.messages);
}

// One delivery to many may be more than all outboxes together may hold: then what sockets take is written before the
// rest of the recipients get theirs, and slow ones are cut.
void IoThread::boundDelivered(size_t bytes)
{
    m_unwrittenBytes += bytes;
    if (m_outbound.totalBytes() + m_unwrittenBytes <= static_cast<quint64>(m_config->limits.outboundTotalBytes))
        return;
    flushOutput();
    boundOutbound();
}

void IoThread::setConfig(ConfigPtr config)
{
    assertOwnThread(this);
    m_config = std::move(config);
    m_handshaker->setConfig(*m_config);
    m_receiver->configChanged(m_config);
}

void IoThread::setTls(TlsContextPtr context)
{
    assertOwnThread(this);
    m_handshaker->setTls(std::move(context));
}

void IoThread::stopHandshakes()
{
    assertOwnThread(this);
    m_handshaker->stop();
}

void IoThread::closeSome(size_t count, protocol::CloseCode code, const std::function<std::string()> &reason)
{
    assertOwnThread(this);
    for (size_t i = m_connections.size(); i > 0 && count > 0; --i) {
        Connection &connection = *m_connections[i - 1];
        if (!connection.isOpen())
            continue;
        connection.close(code, reason());
        --count;
    }
}

void IoThread::closeRevoked()
{
    visit([](Connection &connection) { connection.checkRevoked(); });
}

void IoThread::visit(std::function<void(Connection &)> show, std::function<void()> done)
{
    assertOwnThread(this);
    visitFrom(m_connections.size(), std::move(show), std::move(done));
}

// Downwards: a connection that ends leaves its place to the last one, which had its turn.
void IoThread::visitFrom(size_t end, std::function<void(Connection &)> &&show, std::function<void()> &&done)
{
    size_t i = std::min(end, m_connections.size());
    const size_t last = i - std::min(i, kVisitedPerTurn);
    for (; i > last; --i) {
        if (i <= m_connections.size()) // what is shown may end
            show(*m_connections[i - 1]);
    }
    if (last > 0) {
        call([this, last, show = std::move(show), done = std::move(done)]() mutable {
            visitFrom(last, std::move(show), std::move(done));
        });
    } else if (done) {
        done();
    }
}

admin::ConnectionRow IoThread::describe(const Connection &connection) const
{
    admin::ConnectionRow row = connection.describe();
    row.thread = m_thread.objectName().toStdString();
    const double seconds = std::chrono::duration<double>(m_costsSpan).count();
    if (seconds > 0)
        row.inPerSecond = static_cast<double>(connection.counts().lately) / seconds;
    return row;
}

} // namespace sluice::server
