// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/auditpage.h"

#include "console/models/auditlist.h"
#include "console/pages/auditdetails.h"
#include "console/pages/listexportbutton.h"
#include "console/widgets/filterline.h"
#include "console/widgets/pagedtable.h"
#include "console/widgets/pageparts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

AuditPage::AuditPage(ServerSession &session, const Theme &theme, QWidget *parent)
    : ListPage(parent)
    , m_entries(session, AuditList::spec())
    , m_filter(new FilterLine(tr("Filter: any text of an entry   ( / )"), tr("Filter the audit log"), this))
    , m_table(new PagedTable(m_entries, theme, tr("Audit log"), this))
    , m_details(new AuditDetails(this))
    , m_message(new QLabel(this))
{
    addModel(m_entries);
    m_table->setNothingText(tr("No operator has done anything on this server yet."));
    m_table->table().view().setObjectName(u"auditTable"_s);
    m_message->setProperty("tone", u"ok"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    auto *exportButton = new ListExportButton(
        session, [this]() -> PagedModel & { return m_entries; }, u"audit.csv"_s, this);
    exportButton->setObjectName(u"auditExport"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(kPartGap);
    head->addWidget(m_filter, 1, Qt::AlignTop);
    head->addWidget(exportButton, 0, Qt::AlignTop);
    QSplitter *splitter = listWithDetails(tableCard(m_table, this), 890, m_details, 280, this);
    splitter->setObjectName(u"auditSplitter"_s);
    m_filter->setObjectName(u"auditFilter"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(kPartGap);
    layout->addLayout(head);
    layout->addWidget(m_message);
    layout->addWidget(splitter, 1);

    connect(m_filter, &FilterLine::changed, &m_entries, &PagedModel::setFilter);
    connect(m_table, &PagedTable::clearFilterWanted, this, [this] { m_filter->setText({}); });
    connect(&m_entries, &PagedModel::statusChanged, this,
            [this] { m_filter->setFault(m_entries.status().filterFault); });
    connect(&m_table->table(), &ListTable::selectionChanged, this,
            [this] { m_details->showEntry(m_entries.row(m_table->table().currentId()).value_or(QJsonObject())); });
    connect(exportButton, &ListExportButton::told, this, [this](const QString &what) {
        m_message->setText(what);
        m_message->show();
    });
}

bool AuditPage::focusFilter()
{
    m_filter->focusAll();
    return true;
}

} // namespace sluice::console
