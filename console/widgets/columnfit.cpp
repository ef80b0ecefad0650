// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/columnfit.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>

namespace sluice::console {

ColumnFit::ColumnFit(QTableView &table, int rest, const QHash<int, int> &flexible)
    : QObject(&table)
    , m_table(table)
    , m_rest(rest)
    , m_columns(table.horizontalHeader()->count())
{
    QHeaderView *head = table.horizontalHeader();
    for (int column = 0; column < head->count(); ++column) {
        const int width = head->sectionSize(column);
        m_columns[column] = {width, width, flexible.value(column), 0, flexible.contains(column)};
    }
    head->setStretchLastSection(false);
    head->setSectionResizeMode(rest, QHeaderView::Stretch);
    table.viewport()->installEventFilter(this);
    // One that is hidden, or shown, is told by nothing else; and before it is so.
    connect(
        head, &QHeaderView::sectionResized, this,
        [this, head] {
            if (head->hiddenSectionCount() != m_hidden)
                fit();
        },
        Qt::QueuedConnection);
    // The mark of the column that is sorted by is a part of its title.
    connect(table.model(), &QAbstractItemModel::headerDataChanged, this, &ColumnFit::fit);
}

void ColumnFit::fit()
{
    // Before it is shown its size means nothing.
    if (m_isFitting || !m_table.isVisible())
        return;
    const QScopedValueRollback guard(m_isFitting, true);
    m_hidden = m_table.horizontalHeader()->hiddenSectionCount();
    takeWishes();
    give(m_table.viewport()->width());
}

void ColumnFit::unfit()
{
    const QScopedValueRollback guard(m_isFitting, true);
    takeWishes();
    for (int i = 0; i < m_columns.size(); ++i) {
        if (i != m_rest && !m_table.isColumnHidden(i))
            m_table.setColumnWidth(i, m_columns.at(i).wanted);
    }
}

void ColumnFit::takeWishes()
{
    QHeaderView *head = m_table.horizontalHeader();
    head->ensurePolished();
    for (int i = 0; i < m_columns.size(); ++i) {
        Column &column = m_columns[i];
        if (head->isSectionHidden(i))
            continue;
        column.least = std::max(column.own, head->sectionSizeHint(i));
        if (i != m_rest && head->sectionSize(i) != column.given)
            column.wanted = head->sectionSize(i);
    }
}

void ColumnFit::give(int room)
{
    QHeaderView *head = m_table.horizontalHeader();
    int over = -room;
    int spare = 0;
    for (int i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns.at(i);
        if (head->isSectionHidden(i))
            continue;
        over += std::max(column.wanted, column.least);
        spare += column.isFlexible ? std::max(0, column.wanted - column.least) : 0;
    }
    over = std::clamp(over, 0, spare);
    for (int i = 0; i < m_columns.size(); ++i) {
        Column &column = m_columns[i];
        if (i == m_rest || head->isSectionHidden(i))
            continue;
        int width = std::max(column.wanted, column.least);
        if (column.isFlexible && over > 0) // rounded so that they give enough together
            width -= ((width - column.least) * over + spare - 1) / spare;
        head->resizeSection(i, width);
        column.given = head->sectionSize(i);
        room -= column.given;
    }
    const bool hasRoom = room >= m_columns.at(m_rest).least;
    head->setSectionResizeMode(m_rest, hasRoom ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!hasRoom)
        head->resizeSection(m_rest, m_columns.at(m_rest).least);
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace sluice::console
