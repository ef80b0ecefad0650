// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/panes.h"

#include "console/widgets/filterline.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

bool canHaveFocus(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

bool isPane(const QWidget &widget)
{
    return widget.objectName() == "card"_L1 || widget.objectName() == "panelCard"_L1
        || qobject_cast<const FilterLine *>(&widget) != nullptr;
}

void collect(const QWidget &parent, QList<QWidget *> &found)
{
    for (QWidget *child : parent.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (!child->isVisible())
            continue;
        if (isPane(*child))
            found.append(child);
        else
            collect(*child, found);
    }
}

} // namespace

Panes::Panes(const QList<Pane> &panes)
{
    std::copy_if(panes.cbegin(), panes.cend(), std::back_inserter(m_panes),
                 [](const Pane &pane) { return entryOf(pane) != nullptr; });
}

QList<Panes::Pane> Panes::of(const QWidget &page)
{
    QList<QWidget *> found;
    collect(page, found);
    std::stable_sort(found.begin(), found.end(), [&](const QWidget *a, const QWidget *b) {
        const QPoint placeA = a->mapTo(&page, QPoint());
        const QPoint placeB = b->mapTo(&page, QPoint());
        if (placeA.y() != placeB.y())
            return placeA.y() < placeB.y();
        return page.layoutDirection() == Qt::RightToLeft ? placeA.x() > placeB.x() : placeA.x() < placeB.x();
    });
    QList<Pane> panes;
    for (QWidget *widget : std::as_const(found))
        panes.append({widget});
    return panes;
}

QWidget *Panes::entryOf(const Pane &pane)
{
    for (QWidget *part : pane) {
        if (canHaveFocus(*part))
            return part;
        for (QWidget *next = part->nextInFocusChain(); next != part; next = next->nextInFocusChain()) {
            if (part->isAncestorOf(next) && canHaveFocus(*next))
                return next;
        }
    }
    return nullptr;
}

qsizetype Panes::current() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (qsizetype i = 0; i < m_panes.size(); ++i) {
        for (const QWidget *part : m_panes.at(i)) {
            if (focus != nullptr && (part == focus || part->isAncestorOf(focus)))
                return i;
        }
    }
    return -1;
}

void Panes::moveFocus(bool forward) const
{
    if (m_panes.isEmpty())
        return;
    const qsizetype from = current();
    const qsizetype count = m_panes.size();
    const qsizetype to = from < 0 ? (forward ? 0 : count - 1) : (from + (forward ? 1 : count - 1)) % count;
    entryOf(m_panes.at(to))->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

} // namespace sluice::console
