#pragma once

#include "server/config/config.h"
#include "server/http/httpreader.h"
#include "server/http/httpresponse.h"
#include "server/metrics/metrics.h"
#include "server/transport/epolldispatcher.h"
#include "server/transport/handshaker.h"
#include "server/transport/tlscontext.h"
#include "shared/base/clock.h"
#include "shared/base/timerwheel.h"

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

/// A request that was let in. Thread: the server's.
class HttpCall
{
public:
    /// Answers; later, or within the call. Once. Thread: the server's.
    using Respond = std::function<void(HttpResponse)>;

    virtual ~HttpCall() = default;
    virtual void run(std::string body, const Respond &respond) = 0;
};

/// What an HttpServer serves. Thread: the server's.
class HttpService
{
public:
    virtual ~HttpService() = default;

    /// Judges a head before anything of the body is kept.
    [[nodiscard]] virtual std::variant<std::shared_ptr<HttpCall>, HttpResponse> admit(const HttpRequest &head,
                                                                                      const std::string &address) = 0;
    /// What is told to who sent something that is no request, comes too late or finds no room.
    [[nodiscard]] virtual HttpResponse refuse(const HttpRefusal &refusal) = 0;
};

/// HTTP/1.1 for programs, on a thread of its own: connections stay open from one request to the next and cost a
/// descriptor while nothing comes by them, a request is looked at when it is complete, and an answer may take its time.
/// Every step has its bytes and its time: whoever is slower is answered with 408 and gone. Why not cpp-httplib:
/// ARCHITECTURE.md, decisions.
/// Thread: start(), stop(): its owner's; adopt(), call(), setTls(), setConfig(), the counts: any.
class HttpServer final : public QObject, private EpollDispatcher::TurnObserver
{
    Q_OBJECT

public:
    /// All live longer.
    struct Parts {
        HttpService &service;
        Metrics &metrics;
        const Clock &clock;
    };

    HttpServer(const QString &name, const Parts &parts, ConfigPtr config);
    ~HttpServer() override;

    void start();
    /// Drops all connections. Blocks: until its thread has ended.
    void stop();
    /// Takes over a descriptor.
    void adopt(const AcceptedSocket &accepted);
    void setConfig(ConfigPtr config);
    void setTls(TlsContextPtr context);
    /// Runs `function` in its thread; not any more once it has stopped.
    void call(std::function<void()> function);

    [[nodiscard]] size_t connections() const noexcept { return m_open.load(std::memory_order_relaxed); }
    /// Requests that are complete and not answered.
    [[nodiscard]] size_t inFlight() const noexcept { return m_serving.load(std::memory_order_relaxed); }

private:
    class Connection;

    bool turnEnded() override;
    void turnBegan() override { }

    void begin();
    void end();
    void apply(const Config &config);
    void open(const AcceptedSocket &accepted);
    [[nodiscard]] bool makeRoom();
    void turnAway(Stream &&stream);
    void advance(Connection &connection, quint32 events);
    void secure(Connection &connection);
    void read(Connection &connection);
    void readMoreLater(Connection &connection);
    void proceed(Connection &connection);
    [[nodiscard]] bool step(Connection &connection);
    void judge(Connection &connection);
    void serve(Connection &connection);
    void respond(quint64 id, quint64 request, HttpResponse response);
    void send(Connection &connection, const HttpResponse &response, bool closes);
    void flush(Connection &connection);
    void sent(Connection &connection);
    void discard(Connection &connection);
    void expire(Connection &connection);
    void watchFor(Connection &connection, quint32 events);
    void drop(Connection &connection);
    [[nodiscard]] std::string_view date();

    HttpService &m_service;
    Metrics &m_metrics;
    const Clock &m_clock;
    ConfigPtr m_config;
    QThread m_thread;
    EpollDispatcher *const m_dispatcher; // the thread's
    std::atomic<size_t> m_open{0};
    std::atomic<size_t> m_serving{0};

    // Its thread's.
    TlsContextPtr m_tls;
    HttpLimits m_limits;
    size_t m_most = 0;
    Milliseconds m_requestTime{0};
    Milliseconds m_idleTime{0};
    Milliseconds m_lingerTime{0};
    std::unique_ptr<TimerWheel> m_deadlines;
    std::unique_ptr<QTimer> m_timer;
    std::unordered_map<quint64, std::unique_ptr<Connection>> m_connections;
    std::vector<std::unique_ptr<Connection>> m_buried;
    quint64 m_nextId = 1;
    std::vector<char> m_buffer;
    std::string m_date;
    qint64 m_dateSecond = 0;
};

} // namespace sluice::server
