// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadminserver.h"

#include "shared/base/errorcode.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QWebSocket>

#include <array>
#include <cmath>

namespace sluice::test {

using namespace Qt::StringLiterals;

namespace {

struct Option {
    const char *key;
    const char *type;
    const char *unit;
    double value;
    double minimum;
    double maximum;
    const char *effect;
    const char *text;
};

constexpr std::array kNumbers{
    Option{"channels.event-buffer-size", "integer", "events", 10000, 100, 1000000, "restart",
           "Decoded events of one loop turn per I/O thread. When full, the sockets are read no further."},
    Option{"channels.message-queue-size", "integer", "events", 50000, 1000, 1000000, "live",
           "Capacity of the work queue, all lanes together. Beyond it events are refused as overloaded."},
    Option{"channels.broadcast-buffer-size", "integer", "events", 1000, 100, 100000, "live",
           "Broadcasts waiting to be sent. When full, the oldest is dropped, counted and reported to its sender."},
    Option{"channels.worker-pool-size", "integer", "", 10, 1, 64, "live", "Threads that run handlers."},
    Option{"timeouts.client-request-ms", "integer", "ms", 5000, 100, 60000, "live",
           "Told to clients; the ceiling for events without a time-out of their own."},
    Option{"timeouts.server-processing-ms", "integer", "ms", 3000, 100, 60000, "live",
           "Longest time a handler may run before the server answers with a time-out and frees the worker."},
    Option{"timeouts.shutdown-grace-ms", "integer", "ms", 30000, 0, 600000, "live", "Longest time of a whole drain."},
    Option{"rate-limits.per-user-per-minute", "integer", "per minute", 100, 1, 100000, "live",
           "Every user, all events together."},
    Option{"rate-limits.per-ip-connects-per-second", "integer", "per second", 20, 1, 100000, "new-connections",
           "Connections of one address; more are refused with 429 before the upgrade."},
    Option{"backpressure.alert-threshold", "real", "", 0.7, 0.05, 1, "live",
           "Share of the queue at which operators are alerted. Events are still accepted."},
    Option{"backpressure.drop-threshold", "real", "", 0.9, 0.1, 1, "live",
           "Share of the queue at which events of the low lane are refused."},
};

constexpr int kRestartClose = 1012;
constexpr qsizetype kHistoryCapacity = 900;

} // namespace

FakeAdminServer::FakeAdminServer(QObject *parent)
    : QObject(parent)
    , m_upgrader(u"fake admin"_s, QWebSocketServer::NonSecureMode)
{
    for (const Option &option : kNumbers)
        m_values[QLatin1StringView(option.key)] = option.value;
    m_values[u"channels.overflow"_s] = u"reject"_s;
    m_values[u"auth.anonymous"_s] = true;
    m_snapshot.epoch = u"epoch-1"_s;
    m_snapshot.timeMs = 1'700'000'000'000;
    m_snapshot.configRevision = 17;
    m_snapshot.queueCapacity = 50000;
    m_snapshot.alertThreshold = 0.7;
    m_snapshot.dropThreshold = 0.9;
    m_snapshot.workers = 10;
    addDefaultMethods();
    connect(&m_listener, &QTcpServer::newConnection, this, &FakeAdminServer::onTcpConnection);
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, &FakeAdminServer::onNewConsole);
}

FakeAdminServer::~FakeAdminServer()
{
    crash();
}

bool FakeAdminServer::start(quint16 port)
{
    const bool listening = m_listener.listen(QHostAddress::LocalHost, port);
    m_port = m_listener.serverPort();
    return listening;
}

void FakeAdminServer::crash()
{
    m_listener.close();
    const QList<QWebSocket *> sockets = std::exchange(m_sockets, {});
    for (QWebSocket *socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void FakeAdminServer::stopAsAsked()
{
    m_listener.close();
    const QList<QWebSocket *> sockets = std::exchange(m_sockets, {});
    for (QWebSocket *socket : sockets) {
        socket->disconnect(this);
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        socket->close(static_cast<QWebSocketProtocol::CloseCode>(kRestartClose), u"server stops"_s);
    }
}

void FakeAdminServer::restart(const QString &epoch)
{
    admin::Snapshot fresh;
    fresh.epoch = epoch;
    fresh.timeMs = m_snapshot.timeMs + 5000;
    fresh.configRevision = m_snapshot.configRevision;
    fresh.queueCapacity = m_snapshot.queueCapacity;
    fresh.alertThreshold = m_snapshot.alertThreshold;
    fresh.dropThreshold = m_snapshot.dropThreshold;
    fresh.workers = m_snapshot.workers;
    m_snapshot = fresh;
    m_history.clear();
}

void FakeAdminServer::onTcpConnection()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onHeader(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void FakeAdminServer::onHeader(QTcpSocket *socket)
{
    constexpr qint64 kHeaderLimit = 8192;
    const QByteArray header = socket->peek(kHeaderLimit);
    if (!header.contains("\r\n\r\n"))
        return;
    socket->disconnect(this);
    if (!header.contains("Authorization: Bearer " + token() + "\r\n")) {
        socket->write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
        return;
    }
    m_upgrader.handleConnection(socket);
}

void FakeAdminServer::onNewConsole()
{
    while (QWebSocket *socket = m_upgrader.nextPendingConnection()) {
        m_sockets.append(socket);
        connect(socket, &QWebSocket::textMessageReceived, this,
                [this, socket](const QString &text) { onMessage(socket, text); });
        connect(socket, &QWebSocket::disconnected, this, [this, socket] {
            m_sockets.removeOne(socket);
            socket->deleteLater();
        });
    }
}

void FakeAdminServer::onMessage(QWebSocket *socket, const QString &text)
{
    const QJsonObject request = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString method = request.value("method"_L1).toString();
    const QJsonObject params = request.value("params"_L1).toObject();
    m_requests.append({method, params});
    const Method &handler = m_methods.value(method);
    QJsonObject reply =
        handler ? handler(params) : error(static_cast<int>(ErrorCode::MethodNotFound), u"method not found"_s);
    if (reply.isEmpty())
        return;
    reply[u"jsonrpc"_s] = u"2.0"_s;
    reply[u"id"_s] = request.value("id"_L1);
    socket->sendTextMessage(QString::fromUtf8(QJsonDocument(reply).toJson(QJsonDocument::Compact)));
}

void FakeAdminServer::setMethod(const QString &name, Method method)
{
    m_methods[name] = std::move(method);
}

QJsonObject FakeAdminServer::lastParams(const QString &method) const
{
    for (auto request = m_requests.crbegin(); request != m_requests.crend(); ++request) {
        if (request->first == method)
            return request->second;
    }
    return {};
}

QJsonObject FakeAdminServer::error(int code, const QString &message, const QJsonObject &data)
{
    QJsonObject error{{u"code"_s, code}, {u"message"_s, message}};
    if (!data.isEmpty())
        error[u"data"_s] = data;
    return {{u"error"_s, error}};
}

void FakeAdminServer::addDefaultMethods()
{
    setMethod(u"server/info"_s, [this](const QJsonObject &) { return result(info()); });
    setMethod(u"metrics/subscribe"_s, [](const QJsonObject &params) {
        return result({{u"intervalMs"_s, params.value("intervalMs"_L1)}});
    });
    setMethod(u"metrics/history"_s, [this](const QJsonObject &) {
        QJsonArray samples;
        for (const admin::Snapshot &sample : std::as_const(m_history))
            samples.append(sample.toJson());
        QJsonArray markers;
        for (const admin::Marker &marker : std::as_const(m_markers))
            markers.append(marker.toJson());
        return result({{u"samples"_s, samples}, {u"markers"_s, markers}});
    });
    setMethod(u"config/history"_s, [this](const QJsonObject &) { return result({{u"revisions"_s, m_revisions}}); });
    setMethod(u"config/schema"_s, [this](const QJsonObject &) { return result(schema()); });
    setMethod(u"config/get"_s, [this](const QJsonObject &) { return result(config()); });
    setMethod(u"config/patch"_s, [this](const QJsonObject &params) { return patch(params); });
    setMethod(u"events/list"_s, [this](const QJsonObject &) { return result(events()); });
    setMethod(u"server/shutdown"_s, [this](const QJsonObject &params) { return result(shutdownPlan(params)); });
}

QJsonObject FakeAdminServer::info() const
{
    return {{u"name"_s, u"prod-eu-1"_s},
            {u"version"_s, u"0.1.0"_s},
            {u"protocol"_s, QJsonObject{{u"major"_s, m_protocolMajor}, {u"minor"_s, 0}}},
            {u"epoch"_s, m_snapshot.epoch},
            {u"timeMs"_s, m_snapshot.timeMs},
            {u"uptimeMs"_s, m_snapshot.uptimeMs},
            {u"state"_s, admin::toString(m_snapshot.state)},
            {u"role"_s, admin::toString(m_role)},
            {u"user"_s, u"mira@ops"_s},
            {u"configRevision"_s, static_cast<qint64>(m_snapshot.configRevision)}};
}

QJsonObject FakeAdminServer::schema() const
{
    QJsonArray options;
    for (const Option &option : kNumbers) {
        options.append(QJsonObject{{u"key"_s, QLatin1StringView(option.key)},
                                   {u"type"_s, QLatin1StringView(option.type)},
                                   {u"unit"_s, QLatin1StringView(option.unit)},
                                   {u"default"_s, option.value},
                                   {u"min"_s, option.minimum},
                                   {u"max"_s, option.maximum},
                                   {u"effect"_s, QLatin1StringView(option.effect)},
                                   {u"text"_s, QLatin1StringView(option.text)}});
    }
    options.append(QJsonObject{{u"key"_s, u"channels.overflow"_s},
                               {u"type"_s, u"choice"_s},
                               {u"default"_s, u"reject"_s},
                               {u"choices"_s, QJsonArray{u"reject"_s, u"drop-oldest"_s}},
                               {u"effect"_s, u"live"_s},
                               {u"text"_s, u"What happens to an event that finds the queue full."_s}});
    options.append(QJsonObject{{u"key"_s, u"auth.anonymous"_s},
                               {u"type"_s, u"boolean"_s},
                               {u"default"_s, true},
                               {u"effect"_s, u"new-connections"_s},
                               {u"text"_s, u"Whether clients without a token may connect."_s}});
    return {{u"options"_s, options}};
}

QJsonObject FakeAdminServer::config() const
{
    QJsonObject values;
    for (auto value = m_values.begin(); value != m_values.end(); ++value)
        values[value.key()] = QJsonObject{{u"value"_s, value.value()}, {u"source"_s, u"default"_s}};
    return {{u"revision"_s, static_cast<qint64>(m_snapshot.configRevision)}, {u"values"_s, values}};
}

QJsonArray FakeAdminServer::faultsOf(const QJsonObject &changes) const
{
    QJsonArray faults;
    for (const Option &option : kNumbers) {
        const QJsonValue value = changes.value(QLatin1StringView(option.key));
        if (value.isUndefined() || (value.toDouble() >= option.minimum && value.toDouble() <= option.maximum))
            continue;
        faults.append(QJsonObject{
            {u"key"_s, QLatin1StringView(option.key)},
            {u"reason"_s, u"must be between %1 and %2"_s.arg(option.minimum).arg(option.maximum, 0, 'f', 0)},
            {u"expected"_s,
             u"%1, %2 to %3"_s.arg(QLatin1StringView(option.type))
                 .arg(option.minimum)
                 .arg(option.maximum, 0, 'f', 0)}});
    }
    return faults;
}

QJsonObject FakeAdminServer::patch(const QJsonObject &params)
{
    if (static_cast<quint64>(params.value("base"_L1).toInteger()) != m_snapshot.configRevision)
        return error(static_cast<int>(ErrorCode::StaleBase), u"the configuration changed meanwhile"_s,
                     {{u"revision"_s, static_cast<qint64>(m_snapshot.configRevision)}});
    const QJsonObject changes = params.value("changes"_L1).toObject();
    if (const QJsonArray faults = faultsOf(changes); !faults.isEmpty())
        return error(static_cast<int>(ErrorCode::InvalidParams), u"1 setting is not valid"_s, {{u"errors"_s, faults}});
    QJsonArray done;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        done.append(QJsonObject{{u"key"_s, change.key()},
                                {u"before"_s, m_values.value(change.key())},
                                {u"after"_s, change.value()},
                                {u"effect"_s, u"live"_s}});
    }
    if (!params.value("checkOnly"_L1).toBool()) {
        ++m_snapshot.configRevision;
        for (auto change = changes.begin(); change != changes.end(); ++change)
            m_values[change.key()] = change.value();
        notify(u"config/changed"_s,
               {{u"revision"_s, static_cast<qint64>(m_snapshot.configRevision)},
                {u"by"_s, u"mira@ops"_s},
                {u"changes"_s, done}});
    }
    return result({{u"revision"_s, static_cast<qint64>(m_snapshot.configRevision)},
                   {u"changes"_s, done},
                   {u"warnings"_s, QJsonArray{}},
                   {u"impact"_s, QJsonArray{}}});
}

QJsonObject FakeAdminServer::events() const
{
    struct Event {
        const char *id;
        const char *priority;
        int limit;
        double share;
        double p50Us;
        double p99Us;
        const char *role;
    };
    static constexpr std::array kEvents{Event{"notes/fetch", "high", 50, 0.42, 8'100, 44'000, ""},
                                        Event{"notes/save", "normal", 20, 0.21, 14'200, 188'000, ""},
                                        Event{"notes/query", "normal", 100, 0.36, 11'300, 96'000, ""},
                                        Event{"notes/import", "low", 1, 0.01, 2'140'000, 18'400'000, "admin"}};
    QJsonArray list;
    for (const Event &event : kEvents) {
        const double received = std::floor(event.share * static_cast<double>(m_snapshot.eventsReceived));
        list.append(QJsonObject{
            {u"id"_s, QLatin1StringView(event.id)},
            {u"handler"_s, QLatin1StringView(event.id)},
            {u"priority"_s, QLatin1StringView(event.priority)},
            {u"rateLimit"_s, QJsonObject{{u"count"_s, event.limit}, {u"windowMs"_s, 60000}}},
            {u"timeoutMs"_s, 3000},
            {u"requiresAuth"_s, true},
            {u"requiresRole"_s, *event.role ? QJsonArray{QLatin1StringView(event.role)} : QJsonArray()},
            {u"received"_s, received},
            {u"succeeded"_s, received},
            {u"failed"_s, 0},
            {u"timedOut"_s, 0},
            {u"rateLimited"_s, std::floor(event.share * static_cast<double>(m_snapshot.refusedRateLimited))},
            {u"p50Us"_s, event.p50Us},
            {u"p99Us"_s, event.p99Us}});
    }
    return {{u"events"_s, list}};
}

QJsonObject FakeAdminServer::shutdownPlan(const QJsonObject &params) const
{
    admin::DrainProgress plan;
    plan.phase = u"stop-accepting"_s;
    plan.thenExit = true;
    plan.graceMs = params.value("graceMs"_L1).toInteger(30'000);
    plan.queued = plan.queuedAtStart = m_snapshot.queueDepth();
    plan.inFlight = m_snapshot.inFlight;
    plan.connections = plan.connectionsAtStart = m_snapshot.connectionsOpen;
    plan.reason = params.value("reason"_L1).toString();
    plan.requestedBy = u"mira@ops"_s;
    return plan.toJson();
}

void FakeAdminServer::sendSample(qint64 elapsedMs)
{
    ++m_snapshot.sequence;
    m_snapshot.timeMs += elapsedMs;
    m_snapshot.uptimeMs += elapsedMs;
    m_history.append(m_snapshot);
    if (m_history.size() > kHistoryCapacity)
        m_history.removeFirst();
    notify(u"metrics/sample"_s, m_snapshot.toJson());
}

void FakeAdminServer::sendDrainProgress(const admin::DrainProgress &progress)
{
    notify(u"server/drainProgress"_s, progress.toJson());
}

void FakeAdminServer::changeConfig(const QString &key, const QJsonValue &value, const QString &by)
{
    const QJsonValue before = std::exchange(m_values[key], value);
    ++m_snapshot.configRevision;
    notify(u"config/changed"_s,
           {{u"revision"_s, static_cast<qint64>(m_snapshot.configRevision)},
            {u"by"_s, by},
            {u"changes"_s, QJsonArray{QJsonObject{{u"key"_s, key}, {u"before"_s, before}, {u"after"_s, value}}}}});
}

void FakeAdminServer::notify(const QString &method, const QJsonObject &params)
{
    const QJsonObject message{{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, method}, {u"params"_s, params}};
    const QString text = QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact));
    for (QWebSocket *socket : std::as_const(m_sockets))
        socket->sendTextMessage(text);
}

} // namespace sluice::test
