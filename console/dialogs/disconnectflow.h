// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"
#include "console/dialogs/confirmdialog.h"
#include "console/models/serversession.h"

#include <QPointer>

class QSpinBox;

namespace sluice::console {

/// Disconnecting clients: asks as much as their number demands, always for ids or a count that were fixed before, and
/// tells what came of it. One dialog at a time.
/// Thread: main.
class DisconnectFlow : public QObject
{
    Q_OBJECT

public:
    static inline const QString kMethod = QStringLiteral("connections/close");
    /// From this many on the number has to be typed; in production from two on.
    static constexpr qsizetype kMany = 11;
    /// The most ids that go into one request.
    static constexpr qsizetype kMostIds = 1000;

    /// Requires: `session` and `dialogParent` outlive this.
    DisconnectFlow(ServerSession &session, QWidget *dialogParent);

    void setEnvironment(Environment environment) { m_environment = environment; }

    /// One client: `name` is how it is called to the operator.
    void disconnectOne(qint64 id, const QString &name);
    void disconnectThese(const QList<qint64> &ids);
    /// All that match when they are closed; the server counts first.
    void disconnectMatching(const QString &filter);
    [[nodiscard]] ConfirmDialog *dialog() const { return m_dialog; }

Q_SIGNALS:
    /// In one sentence, for people.
    void done(const QString &what);

private:
    void open(ConfirmDialog::Question question, const QJsonObject &params);
    void count(const QString &filter);
    void send(QJsonObject params);
    void onReply(const QJsonObject &sent, const AdminReply &reply);
    void showPossible();
    [[nodiscard]] static QString verbFor(qint64 count);

    ServerSession &m_session;
    QWidget *m_dialogParent;
    Environment m_environment = Environment::Unnamed;
    QString m_epoch; ///< Of the server that the dialog is about.
    QPointer<ConfirmDialog> m_dialog;
    QPointer<QSpinBox> m_spread;
};

} // namespace sluice::console
