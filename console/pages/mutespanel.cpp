// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/mutespanel.h"

#include "console/models/limitlists.h"
#include "console/widgets/pagedtable.h"
#include "console/widgets/pageparts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

MutesPanel::MutesPanel(ServerSession &session, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_model(session, LimitLists::mutes())
    , m_table(new PagedTable(m_model, theme, tr("Who is muted"), this))
    , m_mute(new MuteFlow(session, this))
    , m_lift(new QPushButton(tr("Lift"), this))
{
    setObjectName(u"card"_s);
    m_table->setNothingText(tr("Nobody is muted. Mute a client on the Connections page."));
    m_table->table().view().setObjectName(u"mutesTable"_s);
    m_lift->setObjectName(u"muteLift"_s);
    auto *hint = tonedLabel(tr("Events of these are refused until the time is over. A restart ends all mutes."),
                            u"muted"_s, this);
    auto *head = new QHBoxLayout;
    head->addWidget(hint, 1);
    head->addWidget(m_lift);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    connect(m_lift, &QPushButton::clicked, this, &MutesPanel::lift);
    connect(m_mute, &MuteFlow::done, this, [this] { m_model.fetch(); });
    connect(&m_table->table(), &ListTable::selectionChanged, this, &MutesPanel::updateActions);
    connect(&m_model, &PagedModel::refreshed, this, &MutesPanel::updateActions);
    connect(&session, &ServerSession::updated, this, &MutesPanel::updateActions);
    connect(&session, &ServerSession::linkChanged, this, &MutesPanel::updateActions);
    updateActions();
}

void MutesPanel::lift()
{
    const std::optional<QJsonObject> row = m_model.row(m_table->table().currentId());
    if (row)
        m_mute->lift(row->value("id"_L1).toInteger(),
                     {row->value("user"_L1).toString(), row->value("address"_L1).toString()});
}

void MutesPanel::updateActions()
{
    const bool canLift = m_session.canCall(MuteFlow::kLiftMethod);
    m_lift->setVisible(m_session.info().mayCall(MuteFlow::kLiftMethod));
    m_lift->setEnabled(canLift && m_model.row(m_table->table().currentId()).has_value());
    m_lift->setToolTip(m_session.obstacle(MuteFlow::kLiftMethod));
}

} // namespace sluice::console
