// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/dialogs/confirmdialog.h"
#include "console/models/serversession.h"

#include <QPointer>

class QComboBox;

namespace sluice::console {

/// Revoking a user's tokens, and taking that back. The server counts first how many connections it ends; that number is
/// typed, and a reason given. One dialog at a time.
/// Thread: main.
class RevokeFlow : public QObject
{
    Q_OBJECT

public:
    static inline const QString kRevokeMethod = QStringLiteral("tokens/revoke");
    static inline const QString kRestoreMethod = QStringLiteral("tokens/restore");

    /// Requires: `session` and `dialogParent` outlive this.
    RevokeFlow(ServerSession &session, QWidget *dialogParent);

    /// All tokens of that user that were issued until now.
    void revoke(const QString &user);
    /// The entry of that id; `name` is how it is called to the operator.
    void restore(qint64 id, const QString &name);
    [[nodiscard]] ConfirmDialog *dialog() const { return m_dialog; }

Q_SIGNALS:
    /// In one sentence, for people.
    void done(const QString &what);

private:
    void open(const ConfirmDialog::Question &question, const QString &method, const QJsonObject &params);
    void count(const QString &user);
    void onReply(const QString &what, const AdminReply &reply);
    void showPossible();

    ServerSession &m_session;
    QWidget *m_dialogParent;
    QString m_method; ///< What the dialog is about.
    QPointer<ConfirmDialog> m_dialog;
    QPointer<QComboBox> m_which;
};

} // namespace sluice::console
