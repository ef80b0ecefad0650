// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/activitylog.h"
#include "console/pages/activitydelegate.h"
#include "console/widgets/theme.h"

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;
class QListView;
class QModelIndex;
class QSortFilterProxyModel;

namespace sluice::console {

/// The list beside the charts: what happened, when, by whom and why; newest first. A click leads to its moment on the
/// charts.
class ActivityFeed : public QFrame
{
    Q_OBJECT

public:
    ActivityFeed(ActivityLog &log, const Theme &theme, QWidget *parent = nullptr);

    void setUndoable(const Undoable &undoable);
    /// Shows only what had happened by then, or all. Units: ms since the Unix epoch.
    void setEnd(std::optional<qint64> timeMs);
    [[nodiscard]] QListView &list() { return *m_list; }
    [[nodiscard]] QComboBox &filter() { return *m_filter; }

Q_SIGNALS:
    /// Units: ms since the Unix epoch.
    void jumpRequested(qint64 timeMs);
    /// The values before a revision are wanted back.
    void undoRequested(const QJsonObject &values, quint64 revision);
    void liftRequested(const sluice::console::ActivityEntry::Mute &mute);
    void auditRequested();

private:
    [[nodiscard]] const ActivityEntry &entryAt(const QModelIndex &index) const;
    void undo(const ActivityEntry &entry);
    void applyFilter();
    void showMenu(const QPoint &place);
    void showEmptiness();

    ActivityLog &m_log;
    QComboBox *m_filter;
    QListView *m_list;
    QLabel *m_empty;
    QSortFilterProxyModel *m_shown;
    Undoable m_undoable;
};

} // namespace sluice::console
