// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>

class QTableView;

namespace sluice::console {

/// Keeps the columns of a table within its width, so that nothing lies beyond its edge: where they are too wide
/// together, those whose texts may be cut give way, each by its share of what it has beyond its title. When there is
/// room again they are as wide as they were, and one column takes what is left. Only where the titles alone have no
/// room does the table scroll.
/// Thread: main.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    /// What the columns are wide now is what they want to be. `flexible`: whose texts may be cut, as they can be read
    /// elsewhere, in a tool tip, and how wide they stay at least; `rest`: takes what is left, and is one of them.
    /// Requires: `table` has its model; it becomes the owner. Units: logical pixels.
    ColumnFit(QTableView &table, int rest, const QHash<int, int> &flexible);

    void fit();
    /// As wide as they want to be, whether or not there is room; until the next fit().
    void unfit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Units: logical pixels.
    struct Column {
        int wanted = 0;
        int given = 0; ///< Another one now: the operator, or what is kept of the last time, wants it so.
        int own = 0;   ///< It is not cut below this.
        int least = 0; ///< Of `own` and what its title needs.
        bool isFlexible = false;
    };

    void takeWishes();
    void give(int room);

    QTableView &m_table;
    const int m_rest;
    QList<Column> m_columns;
    int m_hidden = 0; ///< Columns, at the last time.
    bool m_isFitting = false;
};

} // namespace sluice::console
