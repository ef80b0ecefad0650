// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/linksecurity.h"
#include "console/client/linkstate.h"
#include "console/client/localserver.h"
#include "console/client/reconnectbackoff.h"
#include "console/client/serverinfo.h"
#include "shared/admin/marker.h"
#include "shared/admin/snapshot.h"
#include "shared/base/clock.h"
#include "shared/base/errorcode.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <chrono>
#include <functional>
#include <optional>

namespace sluice::console {

/// Why a request has no result.
struct RequestError {
    enum class Kind {
        Server, ///< The server's own error; `code`, `message` and `data` are its.
        TimedOut,
        LinkLost, ///< The link ended first: whether the server acted is unknown.
        NotLive,  ///< There was no link; nothing was sent.
    };

    Kind kind = Kind::Server;
    int code = 0;
    QString message;
    QJsonObject data;

    [[nodiscard]] bool is(ErrorCode expected) const
    {
        return kind == Kind::Server && code == static_cast<int>(expected);
    }
};

/// How one request ended: with `error`, or with `result`.
struct AdminReply {
    QJsonObject result;
    std::optional<RequestError> error;
};

/// Another console (or this one) changed the running configuration.
struct ConfigChange {
    struct Item {
        QString key;
        QJsonValue before;
        QJsonValue after;
    };

    quint64 revision = 0;
    QString by;
    QList<Item> changes;
};

/// The admin socket of one server: connects, signs in, keeps the link, and turns frames into typed signals and replies.
///
/// After a link that was Live is lost it tries again by itself until `disconnectFromServer`. Each request ends exactly
/// once: by reply, error, timeout or loss of the link.
/// Thread: main.
class AdminClient : public QObject
{
    Q_OBJECT

public:
    using ReplyHandler = std::function<void(const AdminReply &)>;

    static constexpr std::chrono::milliseconds kRequestTimeout{10'000};
    static constexpr std::chrono::milliseconds kConnectTimeout{10'000};
    /// A link on which nothing arrives for so long is dead, whatever TCP believes.
    static constexpr std::chrono::milliseconds kSilenceLimit{15'000};

    AdminClient(const Clock &clock, Random &random, QObject *parent = nullptr);
    ~AdminClient() override;

    /// Ends whatever link there is and opens another one; with TLS when the URL's scheme is wss.
    void connectToServer(const QUrl &url, const QByteArray &token, const LinkSecurity &security = {});
    /// The same with a server in this process, which has no address and no token.
    void connectToLocal(LocalServer &server);
    void disconnectFromServer();
    /// Does at once what the back-off would do later; nothing unless the link is lost.
    void retryNow();

    [[nodiscard]] LinkState state() const { return m_state; }
    [[nodiscard]] const LinkFailure &lastFailure() const { return m_failure; }
    [[nodiscard]] const ServerInfo &serverInfo() const { return m_info; }
    [[nodiscard]] QUrl url() const { return m_url; }
    /// Nothing while no ping was answered.
    [[nodiscard]] std::optional<std::chrono::milliseconds> roundTrip() const { return m_roundTrip; }
    /// Until the next attempt, when the link is lost and none is running.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilRetry() const;

    /// Asks for the samples and markers of that span before now in the server's ring; after a sign-in for all of it.
    void fetchHistory(std::chrono::milliseconds span);

    /// Sends a request. `handler` runs once, later, unless `context` has been destroyed by then.
    void request(QObject *context, const QString &method, const QJsonObject &params, ReplyHandler handler,
                 std::chrono::milliseconds timeout = kRequestTimeout);

Q_SIGNALS:
    void stateChanged(sluice::console::LinkState state);
    /// An attempt or a link failed; `stateChanged` follows.
    void failed(const sluice::console::LinkFailure &failure);
    void infoReceived(const sluice::console::ServerInfo &info);
    /// A request succeeded; before its handler runs.
    void answered(const QString &method, const QJsonObject &params, const QJsonObject &result);
    /// The server's own ring, oldest first; after each sign-in, and when it was asked for.
    void historyReceived(const QList<sluice::admin::Snapshot> &samples);
    /// What the server remembers of what happened to it, oldest first; after `historyReceived`.
    void markersReceived(const QList<sluice::admin::Marker> &markers);
    void markerAdded(const sluice::admin::Marker &marker);
    void sampleReceived(const sluice::admin::Snapshot &sample);
    void drainProgressed(const sluice::admin::DrainProgress &progress);
    void configChanged(const sluice::console::ConfigChange &change);
    /// Any other news, as of the log.
    void notified(const QString &method, const QJsonObject &params);
    void roundTripMeasured();

private:
    struct PendingRequest {
        QPointer<QObject> context;
        ReplyHandler handler;
        QTimer *deadline = nullptr;
        QString method = {};
        QJsonObject params = {};
    };

    void open();
    void onConnected();
    void onSocketError(QAbstractSocket::SocketError error);
    void onSslErrors(const QList<QSslError> &errors);
    void onDisconnected();
    void onTextMessage(const QString &text);
    void onConnectTimeout();
    void onSilenceCheck();
    void signIn();
    void onSignedIn(const AdminReply &reply);
    void subscribe();
    void dispatchNotification(const QString &method, const QJsonObject &params);
    void dispatchReply(qint64 id, const QJsonObject &message);
    void send(const QString &method, const QJsonObject &params, PendingRequest pending,
              std::chrono::milliseconds timeout);
    void finish(qint64 id, const AdminReply &reply);
    void failAllRequests(RequestError::Kind kind);
    void fail(LinkFailure failure);
    void scheduleRetry();
    void dropSocket();
    void ask(qint64 id, const QString &method, const QJsonObject &params);
    void setState(LinkState state);

    const Clock &m_clock;
    ReconnectBackoff m_backoff;
    QUrl m_url;
    QByteArray m_token;
    LinkSecurity m_security;
    QWebSocket *m_socket = nullptr;
    QPointer<LocalServer> m_local; ///< In the place of the socket.
    LinkState m_state = LinkState::Disconnected;
    LinkFailure m_failure;
    ServerInfo m_info;
    bool m_wasLive = false; ///< Since connectToServer: only then does a failure lead to retries.
    std::optional<std::chrono::milliseconds> m_roundTrip;
    TimePoint m_lastHeard;
    QTimer m_retryTimer;
    QTimer m_connectTimer;
    QTimer m_heartbeatTimer;
    QHash<qint64, PendingRequest> m_pending;
    qint64 m_nextId = 1;
};

} // namespace sluice::console
