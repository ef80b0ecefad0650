#include "tests/support/testclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace sluice::test {

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject envelope(const QString &method, const QJsonValue &params)
{
    return {{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
            {QStringLiteral("method"), method},
            {QStringLiteral("params"), params}};
}

} // namespace

QByteArray CallResult::text() const
{
    if (!isAnswered)
        return "no answer";
    return QJsonDocument(QJsonArray{error.isEmpty() ? result : QJsonValue(error)}).toJson(QJsonDocument::Compact);
}

TestClient::TestClient()
{
    QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                     [this](const QString &text) { take(text); });
}

TestClient::~TestClient()
{
    m_socket.abort();
}

bool TestClient::connectTo(quint16 port, const ConnectOptions &options)
{
    const QString base = options.trust.isEmpty() ? QStringLiteral("ws://127.0.0.1") : QStringLiteral("wss://localhost");
    QNetworkRequest request(QUrl(QStringLiteral("%1:%2%3").arg(base).arg(port).arg(options.path)));
    if (!options.trust.isEmpty()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(options.trust));
        if (!options.identity.isEmpty()) {
            QFile key(options.identity + QStringLiteral(".key"));
            (void)key.open(QIODevice::ReadOnly);
            tls.setLocalCertificateChain(QSslCertificate::fromPath(options.identity + QStringLiteral(".crt")));
            tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
        }
        m_socket.setSslConfiguration(tls);
    }
    if (!options.bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + options.bearer);
    if (!options.subprotocol.isEmpty())
        request.setRawHeader("Sec-WebSocket-Protocol", options.subprotocol);
    if (!options.origin.isEmpty())
        request.setRawHeader("Origin", options.origin);
    const QSignalSpy opened(&m_socket, &QWebSocket::connected); // it may be closed again at once
    const QSignalSpy failed(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error));
    m_socket.open(request);
    (void)waitUntil([&] { return !failed.isEmpty() || !opened.isEmpty(); });
    return !opened.isEmpty();
}

CallResult TestClient::call(const QString &method, const QJsonValue &params, const QJsonObject &extra)
{
    return waitFor(send(method, params, extra));
}

PendingCall TestClient::send(const QString &method, const QJsonValue &params, const QJsonObject &extra)
{
    const PendingCall call{++m_lastId};
    QJsonObject request = envelope(method, params);
    request.insert(QStringLiteral("id"), call.id);
    for (auto member = extra.begin(); member != extra.end(); ++member)
        request.insert(member.key(), member.value());
    m_socket.sendTextMessage(compact(request));
    return call;
}

CallResult TestClient::waitFor(PendingCall call)
{
    if (!waitUntil([&] { return hasAnswer(call) || !isConnected(); }) || !hasAnswer(call))
        return {};
    return m_answers.take(call.id);
}

void TestClient::notify(const QString &method, const QJsonValue &params)
{
    m_socket.sendTextMessage(compact(envelope(method, params)));
}

void TestClient::cancel(PendingCall call)
{
    notify(QStringLiteral("$/cancelRequest"), QJsonObject{{QStringLiteral("id"), call.id}});
}

std::optional<QJsonValue> TestClient::waitForNotification(const QString &method)
{
    if (!waitUntil([&] { return notificationCount(method) > 0 || !isConnected(); }) || notificationCount(method) == 0)
        return {};
    return m_notifications[method].takeFirst();
}

std::optional<QString> TestClient::waitForRaw()
{
    if (!waitUntil([&] { return !m_raw.isEmpty() || !isConnected(); }) || m_raw.isEmpty())
        return {};
    return m_raw.takeFirst();
}

std::optional<int> TestClient::waitForClose()
{
    if (!waitUntil([&] { return m_socket.state() == QAbstractSocket::UnconnectedState; }))
        return {};
    // Qt 6.4 takes every code from 1012 to 2999 for a protocol error and forgets it; of those the server sends clients
    // only this one (tst_shutdown sees it on the wire, through the load client).
    constexpr int kServiceRestart = 1012;
    const bool isForgotten = m_socket.closeReason().startsWith(QLatin1String("Invalid close code"));
    return isForgotten ? kServiceRestart : static_cast<int>(m_socket.closeCode());
}

void TestClient::take(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString method = object[QLatin1String("method")].toString();
    const QJsonValue id = object[QLatin1String("id")];
    if (m_isRaw || (method.isEmpty() && !id.isDouble()))
        m_raw.append(text);
    else if (!method.isEmpty())
        m_notifications[method].append(object[QLatin1String("params")]);
    else
        m_answers.insert(id.toInteger(),
                         {true, object[QLatin1String("result")], object[QLatin1String("error")].toObject()});
}

} // namespace sluice::test
