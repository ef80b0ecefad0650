// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/disconnectflow.h"

#include "console/models/requesttext.h"

#include <QSpinBox>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxSpreadSeconds = 60;
constexpr int kDefaultSpreadSeconds = 10;

} // namespace

DisconnectFlow::DisconnectFlow(ServerSession &session, QWidget *dialogParent)
    : QObject(dialogParent)
    , m_session(session)
    , m_dialogParent(dialogParent)
{
    connect(&session, &ServerSession::linkChanged, this, &DisconnectFlow::showPossible);
}

QString DisconnectFlow::verbFor(qint64 count)
{
    return tr("Disconnect %n client(s)", nullptr, static_cast<int>(count));
}

void DisconnectFlow::disconnectOne(qint64 id, const QString &name)
{
    open({.title = tr("Disconnect %1?").arg(name),
          .text = tr("Connection %1 is closed. Its client may come back at once.").arg(id),
          .verb = tr("Disconnect %1").arg(name)},
         {{u"ids"_s, QJsonArray{id}}});
}

void DisconnectFlow::disconnectThese(const QList<qint64> &ids)
{
    QJsonArray list;
    for (const qint64 id : ids)
        list.append(id);
    const qsizetype count = ids.size();
    const bool isMany = count >= kMany || (count > 1 && m_environment == Environment::Production);
    open({.title = tr("%1?", "the question before it is done: “Disconnect 5 clients?”").arg(verbFor(count)),
          .text =
              tr("These connections are closed, whatever becomes of the list meanwhile. Their clients may come back at "
                 "once."),
          .verb = verbFor(count),
          .kind = isMany ? ConfirmDialog::Class::Many : ConfirmDialog::Class::One,
          .count = count},
         {{u"ids"_s, list}});
}

void DisconnectFlow::disconnectMatching(const QString &filter)
{
    const QString target = filter.isEmpty() ? tr("All connections of this server are closed.")
                                            : tr("All connections that match “%1” are closed.").arg(filter);
    open({.title = tr("Disconnect all that match?"),
          .text = target + u' '
              + tr("Their clients may come back. If there are over 10 % more of them by then, the server refuses."),
          .verb = tr("Disconnect"),
          .kind = ConfirmDialog::Class::Many},
         {{u"filter"_s, filter}});
    m_spread = new QSpinBox(m_dialog);
    m_spread->setObjectName(u"confirmSpread"_s);
    m_spread->setRange(0, kMaxSpreadSeconds);
    m_spread->setValue(kDefaultSpreadSeconds);
    m_spread->setSuffix(tr(" s"));
    m_spread->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_dialog->addField(tr("&Spread over, so that they do not all come back at once"), m_spread);
    count(filter);
}

void DisconnectFlow::open(ConfirmDialog::Question question, const QJsonObject &params)
{
    delete m_dialog;
    m_epoch = m_session.info().epoch;
    question.reasonGoes = tr("told to the client, kept in the audit log");
    m_dialog = new ConfirmDialog(question, m_dialogParent);
    connect(m_dialog, &ConfirmDialog::confirmed, this, [this, params] { send(params); });
    showPossible();
    m_dialog->open();
}

void DisconnectFlow::count(const QString &filter)
{
    QJsonObject params{{u"limit"_s, 1}};
    if (!filter.isEmpty())
        params[u"filter"_s] = filter;
    m_session.client().request(m_dialog, u"connections/list"_s, params, [this](const AdminReply &reply) {
        if (reply.error) {
            m_dialog->showProblem(textOf(*reply.error));
            return;
        }
        const qint64 matching = reply.result.value("matching"_L1).toInteger();
        m_dialog->setCount(matching, verbFor(matching));
        if (matching == 0)
            m_dialog->showProblem(tr("Nothing matches any more."));
    });
}

void DisconnectFlow::send(QJsonObject params)
{
    if (const QString reason = m_dialog->reason(); !reason.isEmpty())
        params[u"reason"_s] = reason;
    if (params.contains(u"filter"_s)) {
        params[u"expectedCount"_s] = m_dialog->count();
        params[u"spreadMs"_s] = m_spread->value() * 1000;
    }
    m_session.client().request(m_dialog, kMethod, params,
                               [this, params](const AdminReply &reply) { onReply(params, reply); });
}

void DisconnectFlow::onReply(const QJsonObject &sent, const AdminReply &reply)
{
    if (!reply.error) {
        const qint64 closing = reply.result.value("closing"_L1).toInteger();
        const qsizetype gone = reply.result.value("unknown"_L1).toArray().size();
        QString what = tr("%n connection(s) is/are being closed.", nullptr, static_cast<int>(closing));
        if (gone > 0)
            what += u' ' + tr("%n was/were gone already.", nullptr, static_cast<int>(gone));
        m_dialog->accept();
        Q_EMIT done(what);
        return;
    }
    const QJsonValue matching = reply.error->data.value("matching"_L1);
    if (reply.error->is(ErrorCode::Conflict) && matching.isDouble() && sent.contains(u"filter"_s)) {
        m_dialog->showGrown(matching.toInteger(), verbFor(matching.toInteger()));
        return;
    }
    m_dialog->showProblem(textOf(*reply.error));
}

void DisconnectFlow::showPossible()
{
    if (!m_dialog)
        return;
    // Ids and counts are those of the server that was there when the dialog opened.
    const bool isSame = m_session.info().epoch == m_epoch;
    m_dialog->setPossible(isSame && m_session.canCall(kMethod),
                          isSame ? m_session.obstacle(kMethod)
                                 : tr("The server has restarted, or it is another one. Look again."));
}

} // namespace sluice::console
