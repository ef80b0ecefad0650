// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QFrame>
#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace sluice::console {

class Chip;
class TrialPanel;

/// The edits that are not yet applied, with what the server says about them, and the buttons that send them.
class PendingPanel : public QFrame
{
    Q_OBJECT

public:
    PendingPanel(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    /// Where a change without a reason is not accepted.
    void setReasonRequired(bool required);
    /// Says why in the operator's place, who may still change it; what the operator has written stays.
    void proposeReason(const QString &reason);
    void apply();
    void check();
    [[nodiscard]] QString message() const;

private:
    void buildTrial(QVBoxLayout &layout);
    void buildButtons(QVBoxLayout &layout);
    void rebuild();
    void clearRows();
    [[nodiscard]] QWidget *rowFor(const QString &key, const ConfigModel::Edit &edit);
    void addNote(QVBoxLayout &layout, const QString &tone, const QString &text);
    void addWhatIf(QVBoxLayout &layout, const ConfigSetting &setting, const ConfigModel::Edit &edit);
    void updateButtons();
    void openConflicts();
    /// Asks the server about the edits without a word, so that what they would have done stands beside them.
    void checkQuietly();
    void send(bool checkOnly);
    void onReply(bool checkOnly, qsizetype count, const ServerSession::PatchReply &reply);
    void say(const QString &tone, const QString &text);

    ServerSession &m_session;
    const Theme &m_theme;
    bool m_reasonRequired = false;
    bool m_waiting = false;
    QTimer m_quietly;
    QJsonObject m_asked; ///< The changes that the server was asked about last.
    quint64 m_askedRevision = 0;
    QPushButton *m_conflicts;
    Chip *m_count;
    QLabel *m_base;
    QVBoxLayout *m_rows;
    QLineEdit *m_reason;
    QString m_proposedReason;
    QCheckBox *m_onTrial;
    QSpinBox *m_trialSeconds;
    TrialPanel *m_trial;
    QPushButton *m_discard;
    QPushButton *m_check;
    QPushButton *m_apply;
    QLabel *m_message;
};

} // namespace sluice::console
