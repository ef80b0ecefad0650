// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace sluice::console {

/// A text for one user, pushed to all of the user's connections as an event that the clients know how to show.
/// Thread: main.
class NoticeDialog : public QDialog
{
    Q_OBJECT

public:
    static inline const QString kMethod = QStringLiteral("users/send");

    NoticeDialog(ServerSession &session, const QString &user, QWidget *parent = nullptr);

Q_SIGNALS:
    /// In one sentence, for people.
    void answered(const QString &what);

private:
    void build();
    void send();
    void updateSend();

    ServerSession &m_session;
    const QString m_user;
    QLineEdit *m_event;
    QPlainTextEdit *m_text;
    QLabel *m_problem;
    QPushButton *m_send;
    bool m_isWaiting = false;
};

} // namespace sluice::console
