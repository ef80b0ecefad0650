// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/revisionspanel.h"

#include "console/models/revisionlist.h"
#include "console/widgets/listtable.h"
#include "console/widgets/pageparts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

RevisionsPanel::RevisionsPanel(ServerSession &session, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_table(new ListTable(session.revisions(), theme, tr("Revisions of the configuration"), this))
    , m_rollBack(new QPushButton(tr("Roll back"), this))
{
    setObjectName(u"card"_s);
    m_table->view().setObjectName(u"revisionsTable"_s);
    m_rollBack->setObjectName(u"revisionRollBack"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(6, 0, 0, 0);
    head->addWidget(tonedLabel(tr("Revisions"), u"title"_s, this), 1);
    head->addWidget(m_rollBack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    const RevisionList &revisions = session.revisions();
    // News do not take the selection away.
    connect(&revisions, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_kept = m_table->currentId(); });
    connect(&revisions, &QAbstractItemModel::modelReset, this, [this] {
        m_table->select(m_kept);
        updateActions();
    });
    connect(m_table, &ListTable::selectionChanged, this, &RevisionsPanel::updateActions);
    connect(m_rollBack, &QPushButton::clicked, this, &RevisionsPanel::rollBack);
    connect(&session.config(), &ConfigModel::editsChanged, this, &RevisionsPanel::updateActions);
    connect(&session, &ServerSession::updated, this, &RevisionsPanel::updateActions);
    connect(&session, &ServerSession::linkChanged, this, &RevisionsPanel::updateActions);
    updateActions();
}

QJsonObject RevisionsPanel::valuesToPutBack() const
{
    const RevisionList &revisions = m_session.revisions();
    const QModelIndex selected = revisions.indexOf(m_table->currentId());
    if (!selected.isValid())
        return {};
    const ConfigModel &config = m_session.config();
    QJsonObject values = RevisionList::valuesBefore(revisions.valuesAt(selected.row()));
    for (const QString &key : values.keys()) {
        if (config.setting(key) == nullptr || config.runningValue(key) == values.value(key))
            values.remove(key);
    }
    return values;
}

QString RevisionsPanel::hindrance() const
{
    if (const QString obstacle = m_session.obstacle(u"config/patch"_s); !obstacle.isEmpty())
        return obstacle;
    if (m_table->currentId().isEmpty())
        return tr("Select the revision to roll back.");
    if (valuesToPutBack().isEmpty())
        return tr("There is nothing to put back: the settings have the values from before that revision.");
    return {};
}

void RevisionsPanel::rollBack()
{
    Q_EMIT rollBackWanted(valuesToPutBack(), m_table->currentId().toULongLong());
}

void RevisionsPanel::updateActions()
{
    const QString why = hindrance();
    m_rollBack->setVisible(m_session.info().mayCall(u"config/patch"_s));
    m_rollBack->setEnabled(why.isEmpty());
    m_rollBack->setToolTip(
        why.isEmpty() ? tr("Puts the values from before into the pending changes; nothing is applied yet.") : why);
    m_table->setEmptyText(m_session.revisions().isKnown() ? tr("Nothing was changed since the server started.")
                                                          : tr("The server has not told its revisions."));
}

} // namespace sluice::console
