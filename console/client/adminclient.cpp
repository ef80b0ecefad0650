// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/client/adminclient.h"

#include "shared/base/logging.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSslSocket>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kHeartbeat = 2s;
constexpr int kSampleIntervalMs = 1000;
// All of the server's ring of single samples.
constexpr auto kHistorySpan = 900s;
constexpr int kServiceRestart = 1012;

// QWebSocket 6.4 tells the HTTP status of a refused upgrade in its error text only.
int refusedUpgradeStatus(const QString &errorText)
{
    static const QRegularExpression status(u"\\b(4\\d\\d|5\\d\\d)\\b"_s);
    return status.match(errorText).captured(1).toInt();
}

LinkFailureKind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError: return LinkFailureKind::Refused;
    case QAbstractSocket::HostNotFoundError: return LinkFailureKind::HostNotFound;
    case QAbstractSocket::SocketTimeoutError:
    case QAbstractSocket::NetworkError: return LinkFailureKind::Unreachable;
    case QAbstractSocket::RemoteHostClosedError: return LinkFailureKind::Closed;
    default: return LinkFailureKind::Other;
    }
}

LinkFailureKind kindOf(QAbstractSocket::SocketError error, const QString &errorText)
{
    // OpenSSL's words for the alerts certificate_required and unknown_ca (RFC 8446, section 6.2).
    if (errorText.contains("certificate required"_L1) || errorText.contains("unknown ca"_L1)
        || errorText.contains("alert bad certificate"_L1) || errorText.contains("alert handshake failure"_L1))
        return LinkFailureKind::CertificateWanted;
    switch (refusedUpgradeStatus(errorText)) {
    case 0: return kindOf(error);
    case 401: return LinkFailureKind::TokenWrong;
    case 403: return LinkFailureKind::RoleTooLow;
    case 404:
    case 426: return LinkFailureKind::ProtocolMismatch;
    default: return LinkFailureKind::Other;
    }
}

ConfigChange configChangeFromJson(const QJsonObject &params)
{
    ConfigChange change;
    change.revision = static_cast<quint64>(std::max<qint64>(0, params.value("revision"_L1).toInteger()));
    change.by = params.value("by"_L1).toString();
    const QJsonArray items = params.value("changes"_L1).toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        change.changes.append({item.value("key"_L1).toString(), item.value("before"_L1), item.value("after"_L1)});
    }
    return change;
}

} // namespace

AdminClient::AdminClient(const Clock &clock, Random &random, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_backoff(random)
{
    m_retryTimer.setSingleShot(true);
    m_connectTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &AdminClient::open);
    connect(&m_connectTimer, &QTimer::timeout, this, &AdminClient::onConnectTimeout);
    connect(&m_heartbeatTimer, &QTimer::timeout, this, &AdminClient::onSilenceCheck);
}

AdminClient::~AdminClient()
{
    dropSocket();
}

void AdminClient::connectToServer(const QUrl &url, const QByteArray &token, const LinkSecurity &security)
{
    disconnectFromServer();
    m_url = url;
    m_token = token;
    m_security = security;
    m_failure = {};
    m_info = {};
    m_wasLive = false;
    m_backoff.reset();
    open();
}

void AdminClient::connectToLocal(LocalServer &server)
{
    disconnectFromServer();
    m_url.clear();
    m_failure = {};
    m_info = {};
    m_wasLive = false;
    m_local = &server;
    connect(&server, &LocalServer::notified, this, &AdminClient::dispatchNotification);
    connect(&server, &LocalServer::ended, this, &AdminClient::fail);
    setState(LinkState::SigningIn);
    signIn();
}

void AdminClient::disconnectFromServer()
{
    m_retryTimer.stop();
    if (m_local)
        m_local->disconnect(this);
    m_local.clear();
    dropSocket();
    setState(LinkState::Disconnected);
    failAllRequests(RequestError::Kind::LinkLost);
}

void AdminClient::retryNow()
{
    if (m_state == LinkState::LinkLost && m_socket == nullptr && !m_local)
        open();
}

std::optional<std::chrono::milliseconds> AdminClient::untilRetry() const
{
    if (!m_retryTimer.isActive())
        return std::nullopt;
    return m_retryTimer.remainingTimeAsDuration();
}

void AdminClient::open()
{
    m_retryTimer.stop();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    connect(m_socket, &QWebSocket::connected, this, &AdminClient::onConnected);
    connect(m_socket, &QWebSocket::disconnected, this, &AdminClient::onDisconnected);
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &AdminClient::onSocketError);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &AdminClient::onTextMessage);
    connect(m_socket, &QWebSocket::pong, this, [this](quint64 elapsedMs) {
        m_lastHeard = m_clock.now();
        m_roundTrip = std::chrono::milliseconds(static_cast<qint64>(elapsedMs));
        Q_EMIT roundTripMeasured();
    });
    if (m_url.scheme() == "wss"_L1) {
        const auto configuration = m_security.configuration();
        if (!configuration) { // later, as all other failures
            QMetaObject::invokeMethod(
                m_socket,
                [this, why = configuration.error().detail] {
                    fail({LinkFailureKind::Other, why});
                },
                Qt::QueuedConnection);
            return;
        }
        m_socket->setSslConfiguration(*configuration);
        connect(m_socket, &QWebSocket::sslErrors, this, &AdminClient::onSslErrors);
    }
    QNetworkRequest upgrade(m_url);
    upgrade.setRawHeader("Authorization", "Bearer " + m_token);
    m_connectTimer.start(kConnectTimeout);
    if (!m_wasLive)
        setState(LinkState::Connecting);
    m_socket->open(upgrade);
}

void AdminClient::onConnected()
{
    m_lastHeard = m_clock.now();
    m_roundTrip.reset();
    m_heartbeatTimer.start(kHeartbeat);
    if (!m_wasLive)
        setState(LinkState::SigningIn);
    signIn();
}

void AdminClient::signIn()
{
    send(u"server/info"_s, {}, PendingRequest{this, [this](const AdminReply &reply) { onSignedIn(reply); }, nullptr},
         kRequestTimeout);
}

void AdminClient::onSignedIn(const AdminReply &reply)
{
    if (reply.error) {
        if (reply.error->kind == RequestError::Kind::LinkLost)
            return;
        const auto kind = reply.error->is(ErrorCode::Forbidden) ? LinkFailureKind::RoleTooLow
            : reply.error->kind == RequestError::Kind::TimedOut ? LinkFailureKind::Unreachable
                                                                : LinkFailureKind::ProtocolMismatch;
        fail({kind, reply.error->message});
        return;
    }
    const ServerInfo info = ServerInfo::fromJson(reply.result);
    if (info.protocolMajor != admin::kAdminProtocolMajor) {
        fail({LinkFailureKind::ProtocolMismatch,
              tr("The server speaks admin protocol %1, this console %2.")
                  .arg(info.protocolMajor)
                  .arg(admin::kAdminProtocolMajor)});
        return;
    }
    m_connectTimer.stop();
    m_info = info;
    m_wasLive = true;
    m_failure = {};
    m_backoff.reset();
    if (m_socket)
        m_socket->ping();
    Q_EMIT infoReceived(m_info);
    setState(LinkState::Live);
    fetchHistory(kHistorySpan);
    subscribe();
}

void AdminClient::fetchHistory(std::chrono::milliseconds span)
{
    const qint64 spanMs = std::max<qint64>(1, span.count());
    request(this, u"metrics/history"_s, {{u"spanMs"_s, spanMs}, {u"stepMs"_s, kSampleIntervalMs}},
            [this](const AdminReply &reply) {
                if (reply.error) {
                    qCWarning(lcConsole, "no history message=%ls", qUtf16Printable(reply.error->message));
                    return;
                }
                QList<admin::Snapshot> samples;
                const QJsonArray array = reply.result.value("samples"_L1).toArray();
                samples.reserve(array.size());
                for (const QJsonValue &value : array)
                    samples.append(admin::Snapshot::fromJson(value.toObject()));
                Q_EMIT historyReceived(samples);
                QList<admin::Marker> markers;
                const QJsonArray marks = reply.result.value("markers"_L1).toArray();
                for (const QJsonValue &value : marks)
                    markers.append(admin::Marker::fromJson(value.toObject()));
                Q_EMIT markersReceived(markers);
            });
}

void AdminClient::subscribe()
{
    request(this, u"metrics/subscribe"_s, {{u"intervalMs"_s, kSampleIntervalMs}}, [](const AdminReply &reply) {
        if (reply.error)
            qCWarning(lcConsole, "no samples message=%ls", qUtf16Printable(reply.error->message));
    });
}

void AdminClient::onSocketError(QAbstractSocket::SocketError error)
{
    // After a successful upgrade `disconnected` follows and knows the close code.
    if (m_heartbeatTimer.isActive())
        return;
    const QString text = m_socket->errorString();
    fail({kindOf(error, text), text});
}

// Only when nobody who is trusted vouches for the server.
void AdminClient::onSslErrors(const QList<QSslError> &errors)
{
    // QWebSocket 6.4 does not tell the server's certificate; the socket inside it does.
    const auto *socket = m_socket->findChild<QSslSocket *>();
    const QString fingerprint = socket ? fingerprintOf(socket->peerCertificate()) : QString();
    if (!fingerprint.isEmpty() && fingerprint == m_security.fingerprint) {
        m_socket->ignoreSslErrors(errors);
        return;
    }
    const auto kind =
        m_security.fingerprint.isEmpty() ? LinkFailureKind::CertificateUnknown : LinkFailureKind::CertificateChanged;
    fail({kind, errors.constFirst().errorString(), fingerprint});
}

void AdminClient::onDisconnected()
{
    if (!m_heartbeatTimer.isActive()) {
        onSocketError(m_socket->error());
        return;
    }
    const auto code = m_socket->closeCode();
    // Qt WebSockets 6.4 takes the codes 1012 to 2999 for invalid and tells 1002 instead.
    const bool stopped =
        static_cast<int>(code) == kServiceRestart || code == QWebSocketProtocol::CloseCodeProtocolError;
    const QString reason = m_socket->closeReason();
    fail({stopped ? LinkFailureKind::ServerStopped : LinkFailureKind::Closed,
          reason.isEmpty() ? m_socket->errorString() : reason});
}

void AdminClient::onConnectTimeout()
{
    fail({LinkFailureKind::Unreachable, tr("No answer within %1 s.").arg(kConnectTimeout / 1s)});
}

void AdminClient::onSilenceCheck()
{
    if (m_clock.now() - m_lastHeard > kSilenceLimit) {
        fail({LinkFailureKind::Closed, tr("Nothing was heard for %1 s.").arg(kSilenceLimit / 1s)});
        return;
    }
    m_socket->ping();
}

void AdminClient::onTextMessage(const QString &text)
{
    m_lastHeard = m_clock.now();
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &parseError);
    if (!document.isObject()) {
        qCWarning(lcConsole, "not a JSON object offset=%d error=%ls", parseError.offset,
                  qUtf16Printable(parseError.errorString()));
        return;
    }
    const QJsonObject message = document.object();
    const QString method = message.value("method"_L1).toString();
    if (!method.isEmpty())
        dispatchNotification(method, message.value("params"_L1).toObject());
    else
        dispatchReply(message.value("id"_L1).toInteger(), message);
}

void AdminClient::dispatchNotification(const QString &method, const QJsonObject &params)
{
    if (method == "metrics/sample"_L1)
        Q_EMIT sampleReceived(admin::Snapshot::fromJson(params));
    else if (method == "server/drainProgress"_L1)
        Q_EMIT drainProgressed(admin::DrainProgress::fromJson(params));
    else if (method == "config/changed"_L1)
        Q_EMIT configChanged(configChangeFromJson(params));
    else if (method == "markers/added"_L1)
        Q_EMIT markerAdded(admin::Marker::fromJson(params));
    else
        Q_EMIT notified(method, params);
}

void AdminClient::dispatchReply(qint64 id, const QJsonObject &message)
{
    AdminReply reply;
    if (const QJsonValue error = message.value("error"_L1); error.isObject()) {
        reply.error = RequestError{RequestError::Kind::Server, error["code"_L1].toInt(), error["message"_L1].toString(),
                                   error["data"_L1].toObject()};
    } else {
        reply.result = message.value("result"_L1).toObject();
    }
    finish(id, reply);
}

void AdminClient::request(QObject *context, const QString &method, const QJsonObject &params, ReplyHandler handler,
                          std::chrono::milliseconds timeout)
{
    Q_ASSERT(context);
    PendingRequest pending{context, std::move(handler), nullptr};
    if (m_state != LinkState::Live) {
        // Never before `request` returns: a caller may rely on running first.
        QMetaObject::invokeMethod(
            context,
            [pending = std::move(pending)] {
                pending.handler(
                    {{}, RequestError{RequestError::Kind::NotLive, 0, tr("There is no link to the server."), {}}});
            },
            Qt::QueuedConnection);
        return;
    }
    send(method, params, std::move(pending), timeout);
}

void AdminClient::send(const QString &method, const QJsonObject &params, PendingRequest pending,
                       std::chrono::milliseconds timeout)
{
    const qint64 id = m_nextId++;
    pending.method = method;
    pending.params = params;
    pending.deadline = new QTimer(this);
    pending.deadline->setSingleShot(true);
    connect(pending.deadline, &QTimer::timeout, this, [this, id] {
        finish(id, {{}, RequestError{RequestError::Kind::TimedOut, 0, tr("The server did not answer in time."), {}}});
    });
    pending.deadline->start(timeout);
    m_pending.insert(id, pending);
    if (m_local) {
        ask(id, method, params);
        return;
    }
    const QJsonObject message{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"method"_s, method}, {u"params"_s, params}};
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void AdminClient::ask(qint64 id, const QString &method, const QJsonObject &params)
{
    // Later, as over a socket.
    QMetaObject::invokeMethod(
        this,
        [this, id, method, params] {
            if (m_local)
                dispatchReply(id, m_local->answer(method, params));
        },
        Qt::QueuedConnection);
}

void AdminClient::finish(qint64 id, const AdminReply &reply)
{
    if (!m_pending.contains(id))
        return;
    const PendingRequest pending = m_pending.take(id);
    pending.deadline->deleteLater();
    if (!reply.error)
        Q_EMIT answered(pending.method, pending.params, reply.result);
    if (pending.context)
        pending.handler(reply);
}

void AdminClient::failAllRequests(RequestError::Kind kind)
{
    const QList<qint64> ids = m_pending.keys();
    for (const qint64 id : ids)
        finish(id, {{}, RequestError{kind, 0, tr("The link to the server was lost before it answered."), {}}});
}

void AdminClient::fail(LinkFailure failure)
{
    dropSocket();
    m_failure = std::move(failure);
    qCInfo(lcConsole, "link failed kind=%d detail=%ls", static_cast<int>(m_failure.kind),
           qUtf16Printable(m_failure.detail));
    const bool retry = m_wasLive && m_failure.isTransient();
    if (retry && !m_local)
        scheduleRetry();
    Q_EMIT failed(m_failure);
    setState(retry ? LinkState::LinkLost : LinkState::Disconnected);
    failAllRequests(RequestError::Kind::LinkLost);
}

void AdminClient::scheduleRetry()
{
    m_retryTimer.start(m_backoff.next());
}

void AdminClient::dropSocket()
{
    m_connectTimer.stop();
    m_heartbeatTimer.stop();
    if (m_socket == nullptr)
        return;
    m_socket->disconnect(this);
    m_socket->close();
    m_socket->deleteLater();
    m_socket = nullptr;
}

void AdminClient::setState(LinkState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace sluice::console
