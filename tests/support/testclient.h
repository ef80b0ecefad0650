#pragma once

#include "tests/support/waiting.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QWebSocket>

#include <optional>

namespace sluice::test {

/// Where and as whom to connect.
struct ConnectOptions {
    QByteArray bearer = {};      ///< Sent as an Authorization header.
    QByteArray subprotocol = {}; ///< Sent as Sec-WebSocket-Protocol, as it is.
    QByteArray origin = {};
    QString path = QStringLiteral("/");
    QString trust = {};    ///< A certificate's file: TLS with whoever has that one. Empty: no TLS.
    QString identity = {}; ///< With TLS: shows the certificate `identity`.crt, whose key is `identity`.key.
};

/// The end of a request.
struct CallResult {
    bool isAnswered = false; ///< False: the time was over or the connection gone.
    QJsonValue result{QJsonValue::Undefined};
    QJsonObject error;

    [[nodiscard]] int code() const { return error[QLatin1String("code")].toInt(); }
    [[nodiscard]] QJsonObject data() const { return error[QLatin1String("data")].toObject(); }
    [[nodiscard]] bool isOk() const { return isAnswered && error.isEmpty(); }
    /// For failure messages.
    [[nodiscard]] QByteArray text() const;
};

/// A request that is on its way.
struct PendingCall {
    qint64 id = 0;
};

/// A JSON-RPC client whose calls wait, at most kPatience, so that a test reads as a conversation. Everything it
/// receives is kept in order. Thread: the test's.
class TestClient
{
public:
    TestClient();
    ~TestClient();
    TestClient(const TestClient &) = delete;
    TestClient &operator=(const TestClient &) = delete;

    /// Returns whether the upgrade succeeded.
    bool connectTo(quint16 port, const ConnectOptions &options = {});
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] QString negotiatedSubprotocol() const { return m_socket.subprotocol(); }

    /// Sends a request and waits for its end.
    CallResult call(const QString &method, const QJsonValue &params = QJsonObject(), const QJsonObject &extra = {});
    /// Sends a request; `extra` joins the envelope ("timeoutMs").
    PendingCall send(const QString &method, const QJsonValue &params = QJsonObject(), const QJsonObject &extra = {});
    CallResult waitFor(PendingCall call);
    [[nodiscard]] bool hasAnswer(PendingCall call) const { return m_answers.contains(call.id); }
    void notify(const QString &method, const QJsonValue &params = QJsonObject());
    void cancel(PendingCall call);

    /// The params of the next push of that method that has not been taken yet.
    std::optional<QJsonValue> waitForNotification(const QString &method);
    /// How many pushes of that method wait to be taken.
    [[nodiscard]] qsizetype notificationCount(const QString &method) const { return m_notifications[method].size(); }

    void sendRaw(const QString &text) { m_socket.sendTextMessage(text); }
    void sendBinary(const QByteArray &bytes) { m_socket.sendBinaryMessage(bytes); }
    /// The next message, as it came; messages that answer calls are not among them.
    std::optional<QString> waitForRaw();
    /// From here on messages are kept for waitForRaw() only.
    void takeRaw() { m_isRaw = true; }

    void close() { m_socket.close(); }
    void abort() { m_socket.abort(); }
    /// The close code, once the server has closed the connection.
    std::optional<int> waitForClose();

private:
    void take(const QString &text);

    QWebSocket m_socket;
    bool m_isRaw = false;
    qint64 m_lastId = 0;
    QList<QString> m_raw;
    QMap<qint64, CallResult> m_answers;
    QMap<QString, QList<QJsonValue>> m_notifications;
};

} // namespace sluice::test
