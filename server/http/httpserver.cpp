#include "server/http/httpserver.h"

#include "server/transport/descriptors.h"
#include "server/transport/peeraddress.h"
#include "server/transport/stream.h"
#include "shared/base/threadcheck.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

#include <sys/epoll.h>
#include <sys/uio.h>

namespace sluice::server {

namespace {

constexpr size_t kReadBytes = 64 * 1024;
constexpr Milliseconds kTick{50};
constexpr size_t kSlots = 512;
// What a client may still send after it was told that it is not read any further: closing at once would reset the
// connection, and the client would never see why.
constexpr size_t kDiscardedBytes = 32 * 1024 * 1024;
// Of api.request-ms: a request that has been coming for longer makes room for others where there is none.
constexpr int kSlowShare = 10;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

} // namespace

class HttpServer::Connection final : public EpollDispatcher::Watcher, public TimerNode
{
public:
    enum class State { Securing, Reading, Serving, Writing, Lingering, Ended };

    Connection(HttpServer &server, quint64 number, Stream &&accepted, std::string peer)
        : id(number)
        , stream(std::move(accepted))
        , address(std::move(peer))
        , state(stream.isTls() ? State::Securing : State::Reading)
        , m_server(server)
    {
    }

    void ready(quint32 events) override { m_server.advance(*this, events); }
    [[nodiscard]] bool isIdle() const { return state == State::Reading && !reader.hasBegun(); }

    const quint64 id;
    Stream stream;
    const std::string address;
    State state;
    HttpReader reader;
    bool isTimed = false;     // the deadline is that of the request being read
    bool isAdvancing = false; // proceed() is at work and goes on by itself
    bool headOnly = false;
    bool closes = false; // after what is being written
    quint32 watched = EPOLLIN;
    quint64 request = 0;  // how many have been begun
    TimePoint since{};    // has been idle, or the request being read has begun
    TimePoint complete{}; // the request being served
    std::shared_ptr<HttpCall> call;
    std::string out;
    size_t outAt = 0;
    size_t discardedBytes = 0;

private:
    HttpServer &m_server;
};

HttpServer::HttpServer(const QString &name, const Parts &parts, ConfigPtr config)
    : m_service(parts.service)
    , m_metrics(parts.metrics)
    , m_clock(parts.clock)
    , m_config(std::move(config))
    , m_dispatcher(new EpollDispatcher)
{
    m_thread.setObjectName(name);
    m_thread.setEventDispatcher(m_dispatcher);
    connect(&m_thread, &QThread::started, this, &HttpServer::begin);
    moveToThread(&m_thread);
}

HttpServer::~HttpServer()
{
    stop();
}

void HttpServer::start()
{
    m_thread.start();
}

void HttpServer::stop()
{
    if (!m_thread.isRunning())
        return;
    call([this] {
        end();
        m_thread.quit();
    });
    m_thread.wait();
}

void HttpServer::adopt(const AcceptedSocket &accepted)
{
    // Owned by the order: if the thread has ended before it is carried out, the socket is closed with it.
    const auto stream = std::make_shared<Stream>(accepted.descriptor);
    call([this, stream, accepted] {
        if (m_timer)
            open({stream->release(), accepted.isTls});
    });
}

void HttpServer::setConfig(ConfigPtr config)
{
    call([this, config = std::move(config)] { apply(*config); });
}

void HttpServer::setTls(TlsContextPtr context)
{
    call([this, context = std::move(context)] { m_tls = context; });
}

void HttpServer::call(std::function<void()> function)
{
    QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
}

void HttpServer::begin()
{
    m_buffer.resize(kReadBytes);
    m_deadlines = std::make_unique<TimerWheel>(kTick, kSlots, m_clock.now());
    m_timer = std::make_unique<QTimer>();
    connect(m_timer.get(), &QTimer::timeout, this, [this] {
        m_deadlines->expire(m_clock.now(), [this](TimerNode &node) { expire(static_cast<Connection &>(node)); });
    });
    m_timer->start(kTick);
    m_dispatcher->setTurnObserver(this);
    apply(*std::exchange(m_config, nullptr));
}

void HttpServer::end()
{
    m_dispatcher->setTurnObserver(nullptr);
    while (!m_connections.empty())
        drop(*m_connections.begin()->second);
    m_buried.clear();
    m_timer.reset();
}

void HttpServer::apply(const Config &config)
{
    m_limits = {static_cast<size_t>(config.limits.headerBytes), static_cast<size_t>(config.api.maxBodyBytes)};
    m_most = static_cast<size_t>(std::max(1, apiDescriptors(config)));
    m_requestTime = config.api.request;
    m_idleTime = config.api.idle;
    m_lingerTime = config.limits.close;
}

bool HttpServer::turnEnded()
{
    m_buried.clear(); // the turn's list of ready descriptors does not name them any more
    return true;
}

void HttpServer::open(const AcceptedSocket &accepted)
{
    Stream stream(accepted.descriptor);
    std::string address = peerAddress(accepted.descriptor);
    if (address.empty() || (accepted.isTls && !m_tls))
        return;
    if (m_connections.size() >= m_most && !makeRoom()) {
        m_metrics.add(Counter::ApiConnectionsRefused);
        if (!accepted.isTls) // else there is no way yet to say why
            turnAway(std::move(stream));
        return;
    }
    if (accepted.isTls)
        stream.startTls(*m_tls);
    const quint64 id = m_nextId++;
    auto made = std::make_unique<Connection>(*this, id, std::move(stream), std::move(address));
    Connection &connection = *m_connections.emplace(id, std::move(made)).first->second;
    m_open.store(m_connections.size(), std::memory_order_relaxed);
    connection.since = m_clock.now();
    // Whoever has never said anything need not be waited for any longer; TLS's handshake is part of the first request.
    m_deadlines->arm(connection, connection.since + m_requestTime);
    if (!m_dispatcher->watch(connection.stream.descriptor(), EPOLLIN, &connection))
        drop(connection);
}

// Whoever has had nothing to say for longest makes room for whoever comes; or else whoever is longest at a request, if
// that is longer than a client needs that means it.
bool HttpServer::makeRoom()
{
    Connection *chosen = nullptr;
    const auto isBetter = [&chosen](const Connection &one) {
        if (!chosen || one.isIdle() != chosen->isIdle())
            return !chosen || one.isIdle();
        return one.since < chosen->since;
    };
    const TimePoint slow = m_clock.now() - m_requestTime / kSlowShare;
    for (const auto &[id, connection] : m_connections) {
        const bool isSlow = connection->state == Connection::State::Reading && connection->since < slow;
        if ((connection->isIdle() || isSlow) && isBetter(*connection))
            chosen = connection.get();
    }
    if (chosen)
        drop(*chosen);
    return chosen != nullptr;
}

// An answer of one packet, into the empty buffer of a new socket. What the client has sent by now is taken off it, so
// that closing does not reset the connection before the answer is read.
void HttpServer::turnAway(Stream &&stream)
{
    const HttpResponse response =
        m_service.refuse({503, "The API has as many connections as it may have (api.max-connections).", 1});
    std::string text = encodeHttpResponse(response, {.closes = true, .headOnly = false, .date = date()});
    [[maybe_unused]] const IoResult got = stream.read(m_buffer);
    const iovec buffer{text.data(), text.size()};
    [[maybe_unused]] const IoResult written = stream.write({&buffer, 1});
    stream.shutdownWrite();
}

void HttpServer::advance(Connection &connection, quint32 events)
{
    switch (connection.state) {
    case Connection::State::Securing: secure(connection); break;
    case Connection::State::Reading: read(connection); break;
    case Connection::State::Serving: // only that the client has gone is told meanwhile
        if ((events & (EPOLLHUP | EPOLLERR)) != 0)
            drop(connection);
        break;
    case Connection::State::Writing: flush(connection); break;
    case Connection::State::Lingering: discard(connection); break;
    case Connection::State::Ended: break;
    }
}

void HttpServer::secure(Connection &connection)
{
    const IoStatus status = connection.stream.handshake();
    if (status == IoStatus::Ended) {
        m_metrics.add(Counter::TlsHandshakesFailed);
        drop(connection);
        return;
    }
    watchFor(connection, connection.stream.hasUnsent() ? EPOLLIN | EPOLLOUT : EPOLLIN);
    if (status == IoStatus::Done && !connection.stream.hasUnsent()) {
        connection.state = Connection::State::Reading;
        read(connection); // it may have come with the end of the handshake
    }
}

// Once a turn, so that whoever sends without end does not keep the thread from the others.
void HttpServer::read(Connection &connection)
{
    const IoResult got = connection.stream.read(m_buffer);
    if (got.status == IoStatus::WouldBlock)
        return;
    if (got.status == IoStatus::Ended) {
        drop(connection);
        return;
    }
    connection.reader.add({m_buffer.data(), got.bytes});
    proceed(connection);
    readMoreLater(connection);
}

// What TLS has taken off the socket already is not announced by it.
void HttpServer::readMoreLater(Connection &connection)
{
    if (connection.state != Connection::State::Reading || !connection.stream.hasInput())
        return;
    call([this, id = connection.id] {
        const auto found = m_connections.find(id);
        if (found != m_connections.end() && found->second->state == Connection::State::Reading)
            read(*found->second);
    });
}

// As far as what has been read goes.
void HttpServer::proceed(Connection &connection)
{
    connection.isAdvancing = true;
    while (connection.state == Connection::State::Reading && step(connection)) { }
    connection.isAdvancing = false;
}

// False when more must be read.
bool HttpServer::step(Connection &connection)
{
    switch (connection.reader.advance(m_limits)) {
    case HttpReader::Step::More:
        if (connection.reader.hasBegun() && !connection.isTimed) {
            connection.isTimed = true;
            connection.since = m_clock.now();
            m_deadlines->arm(connection, connection.since + m_requestTime);
        }
        return false;
    case HttpReader::Step::Head: judge(connection); return true;
    case HttpReader::Step::Body: serve(connection); return true;
    case HttpReader::Step::Refused: break;
    }
    send(connection, m_service.refuse(connection.reader.refusal()), true);
    return true;
}

void HttpServer::judge(Connection &connection)
{
    const HttpRequest &head = connection.reader.head();
    connection.headOnly = head.method == "HEAD";
    auto verdict = m_service.admit(head, connection.address);
    if (const auto *refusal = std::get_if<HttpResponse>(&verdict)) {
        // A body that is not here yet is not waited for.
        const bool isComplete = connection.reader.advance(m_limits) == HttpReader::Step::Body;
        send(connection, *refusal, !isComplete || !connection.reader.keepsAlive());
        return;
    }
    connection.call = std::get<std::shared_ptr<HttpCall>>(std::move(verdict));
    if (connection.reader.expectsContinue()) {
        const iovec buffer{const_cast<char *>(kContinue.data()), kContinue.size()};
        if (connection.stream.write({&buffer, 1}).bytes != kContinue.size())
            drop(connection); // the client has not read what it was sent before
    }
}

void HttpServer::serve(Connection &connection)
{
    connection.state = Connection::State::Serving;
    connection.complete = m_clock.now();
    const quint64 number = ++connection.request;
    m_serving.fetch_add(1, std::memory_order_relaxed);
    m_deadlines->arm(connection, connection.complete + m_requestTime);
    const std::shared_ptr<HttpCall> call = connection.call; // it may answer at once, and be let go of
    call->run(connection.reader.takeBody(),
              [this, id = connection.id, number](HttpResponse response) { respond(id, number, std::move(response)); });
    if (connection.state == Connection::State::Serving)
        watchFor(connection, 0);
}

void HttpServer::respond(quint64 id, quint64 request, HttpResponse response)
{
    assertOwnThread(this);
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return; // the client has gone
    Connection &connection = *found->second;
    if (connection.state != Connection::State::Serving || connection.request != request)
        return; // it has been told that it took too long
    m_metrics.record(Distribution::ApiDuration, m_clock.now() - connection.complete);
    send(connection, response, !connection.reader.keepsAlive());
}

void HttpServer::send(Connection &connection, const HttpResponse &response, bool closes)
{
    if (connection.state == Connection::State::Serving)
        m_serving.fetch_sub(1, std::memory_order_relaxed);
    connection.call.reset();
    connection.state = Connection::State::Writing;
    connection.closes = closes;
    connection.out = encodeHttpResponse(response, {.closes = closes, .headOnly = connection.headOnly, .date = date()});
    connection.outAt = 0;
    m_deadlines->arm(connection, m_clock.now() + m_requestTime);
    flush(connection);
}

void HttpServer::flush(Connection &connection)
{
    while (connection.outAt < connection.out.size()) {
        const iovec buffer{connection.out.data() + connection.outAt, connection.out.size() - connection.outAt};
        const IoResult written = connection.stream.write({&buffer, 1});
        if (written.status == IoStatus::Ended) {
            drop(connection);
            return;
        }
        if (written.status == IoStatus::WouldBlock)
            break;
        connection.outAt += written.bytes;
    }
    const IoStatus rest = connection.stream.flush();
    if (rest == IoStatus::Ended)
        drop(connection);
    else if (rest == IoStatus::WouldBlock || connection.outAt < connection.out.size())
        watchFor(connection, EPOLLOUT);
    else
        sent(connection);
}

void HttpServer::sent(Connection &connection)
{
    std::string().swap(connection.out); // an idle connection keeps no buffer
    watchFor(connection, EPOLLIN);
    if (connection.closes) {
        connection.state = Connection::State::Lingering;
        connection.stream.shutdownWrite();
        m_deadlines->arm(connection, m_clock.now() + m_lingerTime);
        return;
    }
    connection.reader.next();
    connection.state = Connection::State::Reading;
    connection.isTimed = false;
    connection.headOnly = false;
    connection.since = m_clock.now();
    m_deadlines->arm(connection, connection.since + m_idleTime);
    if (!connection.isAdvancing)
        proceed(connection); // with what came behind the request
    if (!connection.isAdvancing)
        readMoreLater(connection);
}

void HttpServer::discard(Connection &connection)
{
    const IoResult got = connection.stream.read(m_buffer);
    connection.discardedBytes += got.bytes;
    if (got.status == IoStatus::Ended || connection.discardedBytes > kDiscardedBytes)
        drop(connection);
}

void HttpServer::expire(Connection &connection)
{
    const bool isReading = connection.state == Connection::State::Reading && connection.isTimed;
    if (isReading || connection.state == Connection::State::Serving) {
        m_metrics.add(Counter::ApiRequestsTimedOut);
        send(connection,
             m_service.refuse(isReading ? HttpRefusal{408, "The request did not come within api.request-ms."}
                                        : HttpRefusal{503, "There was no answer within api.request-ms.", 1}),
             true);
        return;
    }
    drop(connection);
}

void HttpServer::watchFor(Connection &connection, quint32 events)
{
    if (connection.watched == events)
        return;
    connection.watched = events;
    m_dispatcher->rewatch(connection.stream.descriptor(), events, &connection);
}

void HttpServer::drop(Connection &connection)
{
    if (connection.state == Connection::State::Serving)
        m_serving.fetch_sub(1, std::memory_order_relaxed);
    connection.state = Connection::State::Ended;
    connection.call.reset();
    m_deadlines->disarm(connection);
    m_dispatcher->unwatch(connection.stream.descriptor());
    connection.stream.close();
    // The turn's list of ready descriptors, or a caller, may still name it.
    const auto found = m_connections.find(connection.id);
    m_buried.push_back(std::move(found->second));
    m_connections.erase(found);
    m_open.store(m_connections.size(), std::memory_order_relaxed);
}

// As HTTP writes it; made once a second.
std::string_view HttpServer::date()
{
    const qint64 second = toUnixMs(m_clock.wallNow()) / 1000;
    if (second != m_dateSecond) {
        m_dateSecond = second;
        const QString text = QLocale::c().toString(QDateTime::fromSecsSinceEpoch(second, Qt::UTC),
                                                   QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        m_date = text.toStdString();
    }
    return m_date;
}

} // namespace sluice::server
