// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QTableView;

namespace sluice::console {

/// Lets the operator arrange the columns of a table: drag them, hide them and show them again by the menu of the
/// table's head. The last one shown cannot be hidden. Thread: main.
class ColumnMenu : public QObject
{
    Q_OBJECT

public:
    /// Belongs to `table`.
    explicit ColumnMenu(QTableView &table);

    /// What the head's menu holds now; the caller's.
    [[nodiscard]] QMenu *menu();

private:
    void showAll();

    QTableView &m_table;
};

} // namespace sluice::console
