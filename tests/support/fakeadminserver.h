// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/admin/admincommand.h"
#include "shared/admin/marker.h"
#include "shared/admin/snapshot.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QTcpServer>
#include <QWebSocketServer>

#include <functional>

class QWebSocket;

namespace sluice::test {

/// A server's admin socket that does what a test says: the protocol of the real one, none of the server behind it.
/// Thread: that of its owner.
class FakeAdminServer : public QObject
{
    Q_OBJECT

public:
    /// What a method answers: {"result": ...} or {"error": ...}. Nothing at all when empty: the caller waits.
    using Method = std::function<QJsonObject(const QJsonObject &params)>;

    explicit FakeAdminServer(QObject *parent = nullptr);
    ~FakeAdminServer() override;

    /// Listens on loopback; port 0 picks one.
    bool start(quint16 port = 0);
    /// As a crash: connections are cut, the port is closed.
    void crash();
    /// As the end of a drain: connections are closed with 1012.
    void stopAsAsked();
    /// Forgets all counts and takes a new epoch, as a restart does.
    void restart(const QString &epoch);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray token() const { return QByteArrayLiteral("let-me-in"); }
    [[nodiscard]] int consoles() const { return static_cast<int>(m_sockets.size()); }

    /// Replaces what a method does.
    void setMethod(const QString &name, Method method);
    /// Every request that came, oldest first: {method, params}.
    [[nodiscard]] const QList<QPair<QString, QJsonObject>> &requests() const { return m_requests; }
    [[nodiscard]] QJsonObject lastParams(const QString &method) const;

    void setRole(admin::Role role) { m_role = role; }
    void setProtocolMajor(int major) { m_protocolMajor = major; }
    void setHistory(const QList<admin::Snapshot> &samples) { m_history = samples; }
    /// What `metrics/history` answers as markers.
    void setMarkers(const QList<admin::Marker> &markers) { m_markers = markers; }
    /// What `config/history` answers.
    void setRevisions(const QJsonArray &revisions) { m_revisions = revisions; }
    [[nodiscard]] admin::Snapshot &snapshot() { return m_snapshot; }
    void setConfigValue(const QString &key, const QJsonValue &value) { m_values[key] = value; }
    [[nodiscard]] QJsonValue configValue(const QString &key) const { return m_values.value(key); }
    [[nodiscard]] quint64 revision() const { return m_snapshot.configRevision; }

    /// Moves the server's clocks and counters on and sends the sample to every console.
    void sendSample(qint64 elapsedMs = 1000);
    void sendDrainProgress(const admin::DrainProgress &progress);
    /// Another console changed something.
    void changeConfig(const QString &key, const QJsonValue &value, const QString &by);
    void notify(const QString &method, const QJsonObject &params);

    [[nodiscard]] static QJsonObject error(int code, const QString &message, const QJsonObject &data = {});
    [[nodiscard]] static QJsonObject result(const QJsonObject &value) { return {{QStringLiteral("result"), value}}; }

private:
    void onTcpConnection();
    void onHeader(QTcpSocket *socket);
    void onNewConsole();
    void onMessage(QWebSocket *socket, const QString &text);
    void addDefaultMethods();
    [[nodiscard]] QJsonObject info() const;
    [[nodiscard]] QJsonObject schema() const;
    [[nodiscard]] QJsonObject config() const;
    [[nodiscard]] QJsonObject patch(const QJsonObject &params);
    [[nodiscard]] QJsonObject events() const;
    [[nodiscard]] QJsonObject shutdownPlan(const QJsonObject &params) const;
    [[nodiscard]] QJsonArray faultsOf(const QJsonObject &changes) const;

    QTcpServer m_listener;
    QWebSocketServer m_upgrader;
    quint16 m_port = 0;
    QList<QWebSocket *> m_sockets;
    QHash<QString, Method> m_methods;
    QList<QPair<QString, QJsonObject>> m_requests;
    QList<admin::Snapshot> m_history;
    QList<admin::Marker> m_markers;
    QJsonArray m_revisions;
    admin::Snapshot m_snapshot;
    QMap<QString, QJsonValue> m_values;
    admin::Role m_role = admin::Role::Admin;
    int m_protocolMajor = admin::kAdminProtocolMajor;
};

} // namespace sluice::test
