// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/revocationspanel.h"

#include "console/models/limitlists.h"
#include "console/widgets/filterline.h"
#include "console/widgets/pagedtable.h"
#include "console/widgets/pageparts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

RevocationsPanel::RevocationsPanel(ServerSession &session, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_model(session, LimitLists::revocations())
    , m_table(new PagedTable(m_model, theme, tr("Revoked tokens"), this))
    , m_filter(
          new FilterLine(tr("Filter: a part of user, token, reason or who did it"), tr("Filter revoked tokens"), this))
    , m_revoke(new RevokeFlow(session, this))
    , m_restore(new QPushButton(tr("Take back…"), this))
    , m_message(tonedLabel({}, u"ok"_s, this))
{
    setObjectName(u"card"_s);
    m_table->setNothingText(tr("No tokens are revoked. Revoke a user's tokens on the Connections page."));
    m_table->table().view().setObjectName(u"revocationsTable"_s);
    m_restore->setObjectName(u"revocationRestore"_s);
    m_message->setObjectName(u"revocationsMessage"_s);
    m_message->hide();
    auto *head = new QHBoxLayout;
    head->addWidget(m_filter, 1);
    head->addWidget(m_restore);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(head);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    connect(m_filter, &FilterLine::changed, &m_model, &PagedModel::setFilter);
    connect(m_table, &PagedTable::clearFilterWanted, this, [this] { m_filter->setText({}); });
    connect(m_restore, &QPushButton::clicked, this, &RevocationsPanel::restore);
    connect(m_revoke, &RevokeFlow::done, this, [this](const QString &what) {
        m_message->setText(what);
        m_message->show();
        m_model.fetch();
    });
    connect(&m_table->table(), &ListTable::selectionChanged, this, &RevocationsPanel::updateActions);
    connect(&m_model, &PagedModel::refreshed, this, &RevocationsPanel::updateActions);
    connect(&session, &ServerSession::updated, this, &RevocationsPanel::updateActions);
    connect(&session, &ServerSession::linkChanged, this, &RevocationsPanel::updateActions);
    updateActions();
}

QString RevocationsPanel::message() const
{
    return m_message->text();
}

void RevocationsPanel::restore()
{
    const std::optional<QJsonObject> row = m_model.row(m_table->table().currentId());
    if (!row)
        return;
    const QString user = row->value("user"_L1).toString();
    const QString token = row->value("tokenId"_L1).toString();
    m_revoke->restore(row->value("id"_L1).toInteger(),
                      !user.isEmpty()        ? user
                          : !token.isEmpty() ? tr("token %1").arg(token)
                                             : tr("all users"));
}

void RevocationsPanel::updateActions()
{
    const bool canRestore = m_session.canCall(RevokeFlow::kRestoreMethod);
    m_restore->setVisible(m_session.info().mayCall(RevokeFlow::kRestoreMethod));
    m_restore->setEnabled(canRestore && m_model.row(m_table->table().currentId()).has_value());
    m_restore->setToolTip(m_session.obstacle(RevokeFlow::kRestoreMethod));
}

} // namespace sluice::console
