// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/listtable.h"

#include "console/models/listmodel.h"
#include "console/widgets/columnfit.h"
#include "console/widgets/columnmenu.h"
#include "console/widgets/listdelegate.h"
#include "console/widgets/pageparts.h"
#include "console/widgets/plaincopy.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// Units: logical pixels.
constexpr int kRowHeight = 28;
constexpr int kMinColumnWidth = 40;

} // namespace

ListTable::ListTable(ListModel &model, const Theme &theme, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new QTableView(this))
    , m_emptiness(new QWidget(this))
    , m_empty(new QLabel(m_emptiness))
    , m_wayOut(new QPushButton(m_emptiness))
{
    m_view->setAccessibleName(accessibleName);
    m_view->setModel(&model);
    m_view->setItemDelegate(new ListDelegate(theme, m_view));
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setMinimumSectionSize(kMinColumnWidth);
    fitColumns();
    new ColumnMenu(*m_view);
    new PlainCopy(*m_view);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);

    m_empty->setProperty("tone", u"muted"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_wayOut->setObjectName(u"wayOut"_s);
    m_wayOut->hide();
    auto *emptyLayout = new QVBoxLayout(m_emptiness);
    emptyLayout->addStretch();
    emptyLayout->addWidget(m_empty);
    emptyLayout->addWidget(m_wayOut, 0, Qt::AlignCenter);
    emptyLayout->addStretch();
    // The head of the table stays, so that it can be seen what would be listed.
    auto *viewLayout = new QVBoxLayout(m_view->viewport());
    viewLayout->addWidget(m_emptiness);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);

    connect(m_wayOut, &QPushButton::clicked, this, &ListTable::wayOutClicked);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListTable::selectionChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, &ListTable::showEmptiness);
    connect(&model, &QAbstractItemModel::modelReset, this, &ListTable::selectionChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ListTable::showEmptiness);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &ListTable::showEmptiness);
    showEmptiness();
}

void ListTable::fitColumns()
{
    const QList<ListColumn> &columns = m_model.columns();
    QHash<int, int> flexible;
    int rest = m_model.columnCount() - 1;
    for (int i = 0; i < m_model.columnCount(); ++i) {
        m_view->setColumnWidth(i, columns.at(i).width);
        if (columns.at(i).toolTip)
            flexible.insert(i, columns.at(i).leastWidth);
        if (columns.at(i).takesRest)
            rest = i;
    }
    flexible.insert(rest, columns.at(rest).leastWidth);
    new ColumnFit(*m_view, rest, flexible);
}

QStringList ListTable::selectedIds() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    for (const QModelIndex &row : std::as_const(rows))
        ids.append(m_model.idAt(row.row()));
    return ids;
}

QString ListTable::currentId() const
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return {};
    const QModelIndex current = m_view->currentIndex();
    const bool isSelected = current.isValid() && m_view->selectionModel()->isRowSelected(current.row());
    return m_model.idAt(isSelected ? current.row() : rows.constFirst().row());
}

void ListTable::select(const QString &id)
{
    const QModelIndex row = m_model.indexOf(id);
    if (row.isValid())
        selectRow(*m_view, row.row());
}

void ListTable::setEmptyText(const QString &text, const QString &wayOut)
{
    m_empty->setText(text);
    m_wayOut->setText(wayOut);
    m_wayOut->setVisible(!wayOut.isEmpty());
}

QString ListTable::emptyText() const
{
    return m_model.rowCount() == 0 ? m_empty->text() : QString();
}

void ListTable::showEmptiness()
{
    m_emptiness->setVisible(m_model.rowCount() == 0);
}

bool ListTable::isAttended() const
{
    return m_isPointedAt || m_hasFocus;
}

bool ListTable::eventFilter(QObject *watched, QEvent *event)
{
    const bool before = isAttended();
    switch (event->type()) {
    case QEvent::Enter: m_isPointedAt = m_isPointedAt || watched == m_view->viewport(); break;
    case QEvent::Leave: m_isPointedAt = m_isPointedAt && watched != m_view->viewport(); break;
    case QEvent::Hide:
        m_isPointedAt = false;
        m_hasFocus = false;
        break;
    case QEvent::FocusIn: m_hasFocus = m_hasFocus || watched == m_view; break;
    case QEvent::FocusOut: m_hasFocus = m_hasFocus && watched != m_view; break;
    default: break;
    }
    if (before != isAttended())
        Q_EMIT attendedChanged(!before);
    return QWidget::eventFilter(watched, event);
}

} // namespace sluice::console
