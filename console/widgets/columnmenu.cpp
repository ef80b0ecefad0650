// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/columnmenu.h"

#include <QHeaderView>
#include <QMenu>
#include <QTableView>

namespace sluice::console {

ColumnMenu::ColumnMenu(QTableView &table)
    : QObject(&table)
    , m_table(table)
{
    QHeaderView *head = table.horizontalHeader();
    head->setSectionsMovable(true);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QHeaderView::customContextMenuRequested, this, [this, head](const QPoint &place) {
        QMenu *shown = menu();
        shown->setAttribute(Qt::WA_DeleteOnClose);
        shown->popup(head->mapToGlobal(place));
    });
}

QMenu *ColumnMenu::menu()
{
    const QHeaderView *head = m_table.horizontalHeader();
    auto *menu = new QMenu(&m_table);
    for (int place = 0; place < head->count(); ++place) {
        const int column = head->logicalIndex(place);
        QAction *action = menu->addAction(m_table.model()->headerData(column, Qt::Horizontal).toString());
        const bool isShown = !head->isSectionHidden(column);
        action->setCheckable(true);
        action->setChecked(isShown);
        action->setEnabled(!isShown || head->hiddenSectionCount() + 1 < head->count());
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { m_table.setColumnHidden(column, !shown); });
    }
    menu->addSeparator();
    menu->addAction(tr("Show all columns"), this, &ColumnMenu::showAll);
    return menu;
}

void ColumnMenu::showAll()
{
    for (int column = 0; column < m_table.horizontalHeader()->count(); ++column)
        m_table.setColumnHidden(column, false);
}

} // namespace sluice::console
