// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/places.h"

#include "console/app/widgetpath.h"
#include "console/models/listmodel.h"

#include <QAbstractItemDelegate>
#include <QAbstractItemView>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>

#include <chrono>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What is not there by then is looked for no more: the operator has gone on.
constexpr auto kPatience = 5s;

/// An object that lives until kPatience is over, or somebody deletes it.
QObject *attempt(QObject &of)
{
    auto *object = new QObject(&of);
    QTimer::singleShot(kPatience, object, &QObject::deleteLater);
    return object;
}

/// Those with the same path stand in the order in which they were built.
template <typename Visit>
void forEachArea(const QWidget &root, const Visit &visit)
{
    QHash<QString, int> seen;
    for (QAbstractScrollArea *area : root.findChildren<QAbstractScrollArea *>()) {
        // Parts of other widgets.
        if (qobject_cast<QHeaderView *>(area) || area->window() != root.window())
            continue;
        const QString path = widgetPath(*area, root);
        visit(u"%1#%2"_s.arg(path).arg(seen[path]++), *area);
    }
}

// A list grows to its length only when it has been laid out.
void scrollOnceThere(QScrollBar &bar, int value)
{
    bar.setValue(value);
    if (bar.value() == value)
        return;
    QObject *object = attempt(bar);
    QObject::connect(&bar, &QScrollBar::rangeChanged, object, [&bar, object, value](int, int most) {
        bar.setValue(value);
        if (most >= value)
            object->deleteLater();
    });
    QObject::connect(&bar, &QScrollBar::actionTriggered, object, &QObject::deleteLater);
}

QLineEdit *editorOf(const QAbstractItemView &view)
{
    return view.viewport()->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
}

QString takeTyped(const QAbstractItemView &view)
{
    QLineEdit *line = editorOf(view);
    if (line == nullptr)
        return {};
    line->removeEventFilter(view.itemDelegate()); // which would commit it when it is hidden
    return line->text().isNull() ? u""_s : line->text();
}

} // namespace

Places::Places(const QWidget &from)
{
    forEachArea(from, [&](const QString &path, const QAbstractScrollArea &area) {
        Place place;
        place.scroll = {area.horizontalScrollBar()->value(), area.verticalScrollBar()->value()};
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&area))
            readCurrent(*view, place);
        m_places[path] = place;
    });
}

void Places::readCurrent(const QAbstractItemView &view, Place &place)
{
    const QModelIndex current = view.currentIndex();
    if (!current.isValid())
        return;
    place.row = current.row();
    place.column = current.column();
    place.isSelected = view.selectionModel()->isSelected(current);
    if (const auto *list = qobject_cast<const ListModel *>(view.model()))
        place.id = list->idAt(current.row());
    place.typed = takeTyped(view);
}

void Places::putInto(const QWidget &target) const
{
    forEachArea(target, [&](const QString &path, QAbstractScrollArea &area) {
        const auto found = m_places.constFind(path);
        if (found == m_places.cend())
            return;
        if (auto *view = qobject_cast<QAbstractItemView *>(&area); view != nullptr && found->row >= 0)
            showCurrentOnceThere(*view, *found);
        scrollOnceThere(*area.horizontalScrollBar(), found->scroll.x());
        scrollOnceThere(*area.verticalScrollBar(), found->scroll.y());
    });
}

void Places::showCurrentOnceThere(QAbstractItemView &view, const Place &place)
{
    if (showCurrent(view, place))
        return;
    QObject *object = attempt(view);
    QObject::connect(view.model(), &QAbstractItemModel::rowsInserted, object, [&view, object, place] {
        if (showCurrent(view, place))
            object->deleteLater();
    });
}

bool Places::showCurrent(QAbstractItemView &view, const Place &place)
{
    const auto *list = qobject_cast<const ListModel *>(view.model());
    const int row = list != nullptr ? list->indexOf(place.id).row() : place.row;
    const QModelIndex index = view.model()->index(row, place.column);
    if (!index.isValid())
        return false;
    // Without moving what is seen.
    const bool wasScrolling = view.hasAutoScroll();
    view.setAutoScroll(false);
    if (place.isSelected)
        view.setCurrentIndex(index);
    else
        view.selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    view.setAutoScroll(wasScrolling);
    if (place.typed.isNull())
        return true;
    view.edit(index);
    if (QLineEdit *line = editorOf(view))
        line->setText(place.typed);
    return true;
}

} // namespace sluice::console
