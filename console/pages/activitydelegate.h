// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/activitylog.h"
#include "console/widgets/theme.h"

#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace sluice::console {

/// What this operator can take back here and now.
struct Undoable {
    bool revisions = false;
    bool mutes = false;

    [[nodiscard]] bool has(const ActivityEntry &entry) const
    {
        return (revisions && !entry.undo.isEmpty()) || (mutes && entry.mute.id != 0);
    }
    bool operator==(const Undoable &) const = default;
};

/// Paints an entry of the activity list: its flag, the text, below it the time, who and why, and a link that takes it
/// back.
class ActivityDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `shown` shows rows of `log`; both outlive this.
    ActivityDelegate(const ActivityLog &log, const QSortFilterProxyModel &shown, const Theme &theme, QObject *parent);

    void setUndoable(const Undoable &undoable) { m_undoable = undoable; }
    /// Where the link of a row is; null when it has none.
    [[nodiscard]] QRect undoRect(const QRect &row, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] const ActivityEntry &entryAt(const QModelIndex &index) const;
    [[nodiscard]] static QString noteOf(const ActivityEntry &entry);
    [[nodiscard]] static QRect textRect(const QRect &row);

    const ActivityLog &m_log;
    const QSortFilterProxyModel &m_shown;
    const Theme &m_theme;
    Undoable m_undoable;
};

} // namespace sluice::console
