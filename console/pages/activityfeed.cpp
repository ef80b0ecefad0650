// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/activityfeed.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 286;

using Kinds = QList<ActivityKind>;

/// Shows the rows of some kinds, all when none are named, up to a moment if there is one.
class KindFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setKinds(const Kinds &kinds)
    {
        m_kinds = kinds;
        invalidateFilter();
    }

    void setEnd(std::optional<qint64> timeMs)
    {
        if (m_endMs == timeMs)
            return;
        m_endMs = timeMs;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const auto kind =
            static_cast<ActivityKind>(sourceModel()->index(row, 0, parent).data(ActivityLog::KindRole).toInt());
        if (m_endMs && sourceModel()->index(row, 0, parent).data(ActivityLog::TimeRole).toLongLong() > *m_endMs)
            return false;
        return m_kinds.isEmpty() || m_kinds.contains(kind);
    }

private:
    Kinds m_kinds;
    std::optional<qint64> m_endMs;
};

/// A list whose rows' links act on a click and do not count as a click on the row.
class FeedView final : public QListView
{
public:
    FeedView(const ActivityDelegate &delegate, std::function<void(const QModelIndex &)> onUndo, QWidget *parent)
        : QListView(parent)
        , m_delegate(delegate)
        , m_onUndo(std::move(onUndo))
    {
    }

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        if (!linkAt(event->pos()).isValid())
            QListView::mousePressEvent(event);
    }

    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (const QModelIndex index = linkAt(event->pos()); index.isValid())
            m_onUndo(index);
        else
            QListView::mouseReleaseEvent(event);
    }

private:
    [[nodiscard]] QModelIndex linkAt(const QPoint &place) const
    {
        const QModelIndex index = indexAt(place);
        if (!index.isValid())
            return {};
        return m_delegate.undoRect(visualRect(index), index).contains(place) ? index : QModelIndex();
    }

    const ActivityDelegate &m_delegate;
    std::function<void(const QModelIndex &)> m_onUndo;
};

} // namespace

ActivityFeed::ActivityFeed(ActivityLog &log, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_log(log)
    , m_filter(new QComboBox(this))
    , m_empty(new QLabel(this))
    , m_shown(new KindFilter(this))
{
    setObjectName(u"card"_s);
    setFixedWidth(kWidth);
    m_shown->setSourceModel(&log);
    auto *delegate = new ActivityDelegate(log, *m_shown, theme, this);
    m_list = new FeedView(
        *delegate, [this](const QModelIndex &index) { undo(entryAt(index)); }, this);
    m_list->setModel(m_shown);
    m_list->setItemDelegate(delegate);
    m_list->setAccessibleName(tr("Activity"));
    m_list->setObjectName(u"activityList"_s);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_filter->setAccessibleName(tr("Kinds of activity"));
    m_filter->addItem(tr("All"));
    m_filter->addItem(tr("Alerts"));
    m_filter->addItem(tr("Configuration"));
    m_filter->addItem(tr("Server and link"));
    m_filter->addItem(tr("Mutes and kicks"));
    m_empty->setProperty("tone", u"muted"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *title = new QLabel(tr("Activity"), this);
    title->setProperty("tone", u"title"_s);
    auto *audit = new QPushButton(tr("Open audit log"), this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(6, 0, 0, 0);
    head->addWidget(title, 1);
    head->addWidget(m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 9, 8, 8);
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    layout->addWidget(audit);
    connect(m_filter, &QComboBox::activated, this, &ActivityFeed::applyFilter);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT jumpRequested(entryAt(index).timeMs); });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT jumpRequested(entryAt(index).timeMs); });
    connect(m_list, &QListView::customContextMenuRequested, this, &ActivityFeed::showMenu);
    connect(audit, &QPushButton::clicked, this, &ActivityFeed::auditRequested);
    connect(&log, &ActivityLog::changed, this, [this] {
        m_list->doItemsLayout(); // a row may have become higher
        showEmptiness();
    });
    showEmptiness();
}

const ActivityEntry &ActivityFeed::entryAt(const QModelIndex &index) const
{
    return m_log.entryAt(m_shown->mapToSource(index).row());
}

void ActivityFeed::setUndoable(const Undoable &undoable)
{
    if (m_undoable == undoable)
        return;
    m_undoable = undoable;
    static_cast<ActivityDelegate *>(m_list->itemDelegate())->setUndoable(undoable);
    m_list->doItemsLayout();
}

void ActivityFeed::undo(const ActivityEntry &entry)
{
    if (entry.mute.id != 0)
        Q_EMIT liftRequested(entry.mute);
    else
        Q_EMIT undoRequested(entry.undo, entry.revision);
}

void ActivityFeed::applyFilter()
{
    using Kind = ActivityKind;
    static const std::array<Kinds, 5> kKinds{Kinds{}, Kinds{Kind::AlertBegan, Kind::AlertEnded}, Kinds{Kind::Config},
                                             Kinds{Kind::Drain, Kind::Restart, Kind::Network}, Kinds{Kind::Mute}};
    static_cast<KindFilter *>(m_shown)->setKinds(kKinds.at(static_cast<size_t>(m_filter->currentIndex())));
    showEmptiness();
}

void ActivityFeed::setEnd(std::optional<qint64> timeMs)
{
    static_cast<KindFilter *>(m_shown)->setEnd(timeMs);
    showEmptiness();
}

void ActivityFeed::showEmptiness()
{
    const bool isEmpty = m_shown->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
    m_empty->setText(m_log.rowCount() == 0
                         ? tr("Nothing has happened yet. Changes of the configuration, drains, mutes, alerts and "
                              "restarts will be listed here.")
                         : tr("Nothing of this kind has happened. Choose “All” to see the rest."));
    static_cast<QVBoxLayout *>(layout())->setStretchFactor(m_empty, isEmpty ? 1 : 0);
}

void ActivityFeed::showMenu(const QPoint &place)
{
    const QModelIndex index = m_list->indexAt(place);
    if (!index.isValid())
        return;
    const ActivityEntry entry = entryAt(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show on the charts"), this, [this, entry] { Q_EMIT jumpRequested(entry.timeMs); });
    QAction *takeBack =
        menu->addAction(entry.kind == ActivityKind::Mute ? tr("Undo: lift the mute")
                                                         : tr("Undo: put the values before into Pending changes"),
                        this, [this, entry] { undo(entry); });
    takeBack->setEnabled(m_undoable.has(entry));
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

} // namespace sluice::console
