// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace sluice::console {

class Chip;

/// The edits that are not yet applied, with what the server says about them, and the buttons that send them.
class PendingPanel : public QFrame
{
    Q_OBJECT

public:
    PendingPanel(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    /// Where a change without a reason is not accepted.
    void setReasonRequired(bool required);
    void apply();
    void check();
    [[nodiscard]] QString message() const;

private:
    void buildButtons(QVBoxLayout &layout);
    void rebuild();
    void clearRows();
    [[nodiscard]] QWidget *rowFor(const QString &key, const ConfigModel::Edit &edit);
    void addNote(QVBoxLayout &layout, const QString &tone, const QString &text);
    void updateButtons();
    void send(bool checkOnly);
    void onReply(bool checkOnly, qsizetype count, const ServerSession::PatchReply &reply);
    void say(const QString &tone, const QString &text);

    ServerSession &m_session;
    const Theme &m_theme;
    bool m_reasonRequired = false;
    bool m_waiting = false;
    Chip *m_count;
    QLabel *m_base;
    QVBoxLayout *m_rows;
    QLineEdit *m_reason;
    QPushButton *m_discard;
    QPushButton *m_check;
    QPushButton *m_apply;
    QLabel *m_message;
};

} // namespace sluice::console
