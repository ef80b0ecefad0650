// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/revokeflow.h"

#include "console/models/requesttext.h"

#include <QComboBox>
#include <QRegularExpression>

namespace sluice::console {

using namespace Qt::StringLiterals;

RevokeFlow::RevokeFlow(ServerSession &session, QWidget *dialogParent)
    : QObject(dialogParent)
    , m_session(session)
    , m_dialogParent(dialogParent)
{
    connect(&session, &ServerSession::linkChanged, this, &RevokeFlow::showPossible);
}

void RevokeFlow::revoke(const QString &user)
{
    open({.title = tr("Revoke the tokens of %1?").arg(user),
          .text = tr("These tokens of %1 let nobody in any more, and the connections that came with them are closed.")
                      .arg(user),
          .verb = tr("Revoke tokens of %1").arg(user),
          .kind = ConfirmDialog::Class::Many,
          .countOf = tr("the number of open connections of this user"),
          .takesNone = true},
         kRevokeMethod, {{u"user"_s, user}});
    m_which = new QComboBox(m_dialog);
    m_which->setObjectName(u"revokeWhich"_s);
    m_which->addItem(tr("those issued until now; a new sign-in is possible"));
    m_which->addItem(tr("all, also new ones, until it is taken back"));
    m_dialog->addField(tr("&Which tokens"), m_which);
    count(user);
}

void RevokeFlow::restore(qint64 id, const QString &name)
{
    open({.title = tr("Take the revocation of %1 back?").arg(name),
          .text = tr("Tokens of %1 that have not expired let in again.").arg(name),
          .verb = tr("Take it back")},
         kRestoreMethod, {{u"id"_s, id}});
}

void RevokeFlow::open(const ConfirmDialog::Question &question, const QString &method, const QJsonObject &params)
{
    delete m_dialog;
    m_method = method;
    m_dialog = new ConfirmDialog(question, m_dialogParent);
    const QString what = method == kRevokeMethod
        ? tr("The tokens of %1 are revoked.").arg(params.value("user"_L1).toString())
        : tr("The revocation is taken back.");
    connect(m_dialog, &ConfirmDialog::confirmed, this, [this, method, params, what] {
        QJsonObject sent = params;
        if (const QString reason = m_dialog->reason(); !reason.isEmpty())
            sent[u"reason"_s] = reason;
        if (m_which && m_which->currentIndex() == 0)
            sent[u"issuedBeforeMs"_s] = m_session.nowMs();
        m_session.client().request(m_dialog, method, sent,
                                   [this, what](const AdminReply &reply) { onReply(what, reply); });
    });
    showPossible();
    m_dialog->open();
}

void RevokeFlow::count(const QString &user)
{
    static const QRegularExpression kNoTerm(u"[\\s*?]"_s);
    if (user.contains(kNoTerm)) {
        m_dialog->showProblem(tr("The server cannot count the connections of a user with such a name. Use sluicectl."));
        return;
    }
    const QJsonObject params{{u"filter"_s, u"user:"_s + user}, {u"limit"_s, 1}};
    m_session.client().request(m_dialog, u"connections/list"_s, params, [this, user](const AdminReply &reply) {
        if (reply.error)
            m_dialog->showProblem(textOf(*reply.error));
        else
            m_dialog->setCount(reply.result.value("matching"_L1).toInteger(), tr("Revoke tokens of %1").arg(user));
    });
}

void RevokeFlow::onReply(const QString &what, const AdminReply &reply)
{
    if (reply.error) {
        m_dialog->showProblem(textOf(*reply.error));
        return;
    }
    m_dialog->accept();
    const bool isSaved = reply.result.value("saved"_L1).toBool();
    Q_EMIT done(isSaved ? what : what + u' ' + tr("It could not be saved, and will not outlive a restart."));
}

void RevokeFlow::showPossible()
{
    if (m_dialog)
        m_dialog->setPossible(m_session.canCall(m_method), m_session.obstacle(m_method));
}

} // namespace sluice::console
