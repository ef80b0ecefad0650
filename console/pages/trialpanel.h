// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace sluice::console {

/// The revision on trial: how long it has yet, and keeping it or taking it back. Hidden while there is none.
/// Thread: main.
class TrialPanel : public QFrame
{
    Q_OBJECT

public:
    explicit TrialPanel(ServerSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    /// How it ended, or why that was refused.
    void told(const QString &tone, const QString &what);

private:
    void refresh();
    void end(bool keep);
    void onEnded(quint64 revision, bool isKept);

    ServerSession &m_session;
    QLabel *m_text;
    QPushButton *m_keep;
    QPushButton *m_undo;
};

} // namespace sluice::console
