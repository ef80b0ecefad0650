// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPoint>
#include <QString>

class QAbstractItemView;
class QWidget;

namespace sluice::console {

/// Where the operator was in lists and scrolled areas, and what stood in an open editor of a list, carried over when a
/// window is built anew. Rows of lists that the server pages are known by id, and found again as soon as they are
/// there. Thread: main.
class Places
{
public:
    /// Open editors of `from` commit nothing any more.
    explicit Places(const QWidget &from);

    void putInto(const QWidget &target) const;

private:
    struct Place {
        QPoint scroll;
        QString id; ///< Of the current row; empty: it has none, or the place tells it.
        int row = -1;
        int column = 0;
        bool isSelected = false;
        QString typed; ///< In the open editor; null: there is none.
    };

    static void readCurrent(const QAbstractItemView &view, Place &place);
    static bool showCurrent(QAbstractItemView &view, const Place &place);
    static void showCurrentOnceThere(QAbstractItemView &view, const Place &place);

    QHash<QString, Place> m_places;
};

} // namespace sluice::console
