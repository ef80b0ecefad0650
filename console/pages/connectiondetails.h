// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"
#include "console/models/tracemodel.h"
#include "console/widgets/theme.h"

#include <QFrame>
#include <QMap>
#include <QTimer>

class QFormLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace sluice::console {

class Chip;
class ListTable;

/// One connection: what is known of it, its last events, and what can be done. Asked for every second while shown.
/// Thread: main.
class ConnectionDetails : public QFrame
{
    Q_OBJECT

public:
    ConnectionDetails(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    /// Shows that one: what the list told of it at once, the rest when the server has answered. 0: none.
    void showConnection(qint64 id, const QJsonObject &row);
    /// Asks only while active.
    void setActive(bool active);
    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] TraceModel &events() { return m_events; }
    /// Who it is, as the operator is told.
    [[nodiscard]] QString name() const;

Q_SIGNALS:
    void tapWanted(qint64 id);
    void noticeWanted(const QString &user);
    /// One of both is empty.
    void muteWanted(const QString &user, const QString &address, std::chrono::milliseconds length);
    void revokeWanted(const QString &user);
    void disconnectWanted(qint64 id, const QString &name);

private:
    void build();
    [[nodiscard]] QWidget *buildActions();
    [[nodiscard]] QMenu *buildMuteMenu();
    void poll();
    void onReply(qint64 asked, const AdminReply &reply);
    void showRow(const QJsonObject &row);
    /// An empty value hides it.
    void setFact(const QString &name, const QString &value);
    void showGone();
    void updateActions();

    ServerSession &m_session;
    qint64 m_id = 0;
    QJsonObject m_row;
    bool m_isGone = false;
    bool m_isPending = false;
    QTimer m_timer;
    TraceModel m_events{TraceModel::Extent::Brief};
    QLabel *m_title;
    Chip *m_state;
    QLabel *m_subtitle;
    QFormLayout *m_facts;
    QMap<QString, QLabel *> m_values; ///< By what the fact is called.
    QLabel *m_eventsTitle;
    ListTable *m_table;
    QWidget *m_actions = nullptr;
    QPushButton *m_tap = nullptr;
    QPushButton *m_notice = nullptr;
    QPushButton *m_mute = nullptr;
    QPushButton *m_revoke = nullptr;
    QPushButton *m_disconnect = nullptr;
};

} // namespace sluice::console
