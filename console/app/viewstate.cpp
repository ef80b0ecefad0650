// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/viewstate.h"

#include "console/app/widgetpath.h"
#include "console/models/pagedmodel.h"
#include "console/widgets/columnfit.h"
#include "console/widgets/filterline.h"
#include "console/widgets/pagedtable.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QTableView>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

const QString kGroup = u"view"_s;

QString key(const QWidget &widget, const QWidget &root, QLatin1StringView what)
{
    return u"%1/%2/%3"_s.arg(kGroup, widgetPath(widget, root).replace(u'/', u'.'), what);
}

/// The columns of another version of the console are others.
QString columnsKey(const QTableView &table, const QWidget &root)
{
    return key(table, root, "columns"_L1) + QString::number(table.horizontalHeader()->count());
}

/// As wide as they want to be: next time there may be more room.
QVariant columnsOf(const QTableView &table)
{
    auto *fit = table.findChild<ColumnFit *>(QString(), Qt::FindDirectChildrenOnly);
    if (fit != nullptr)
        fit->unfit();
    const QByteArray state = table.horizontalHeader()->saveState();
    if (fit != nullptr)
        fit->fit();
    return state;
}

/// With what is kept of each: a key, how it is read and how it is set.
template <typename Visit>
void forEachPart(const QWidget &root, const Visit &visit)
{
    for (QTableView *table : root.findChildren<QTableView *>()) {
        QHeaderView *head = table->horizontalHeader();
        if (!table->objectName().isEmpty())
            visit(
                columnsKey(*table, root), [=] { return columnsOf(*table); },
                [=](const QVariant &value) { head->restoreState(value.toByteArray()); });
    }
    for (QSplitter *splitter : root.findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            visit(
                key(*splitter, root, "sizes"_L1), [=] { return QVariant(splitter->saveState()); },
                [=](const QVariant &value) { splitter->restoreState(value.toByteArray()); });
    }
    for (PagedTable *table : root.findChildren<PagedTable *>()) {
        PagedModel *model = &table->model();
        visit(
            key(table->table().view(), root, "sort"_L1), [=] { return QVariant(model->sortKey()); },
            [=](const QVariant &value) { model->setSort(value.toString()); });
    }
    for (FilterLine *filter : root.findChildren<FilterLine *>()) {
        if (!filter->objectName().isEmpty())
            visit(
                key(*filter, root, "text"_L1), [=] { return QVariant(filter->text()); },
                [=](const QVariant &value) { filter->setText(value.toString()); });
    }
}

} // namespace

void ViewState::save(const QWidget &root)
{
    forEachPart(root,
                [&](const QString &where, const auto &read, const auto &) { m_settings.setValue(where, read()); });
}

void ViewState::restore(const QWidget &root) const
{
    forEachPart(root, [&](const QString &where, const auto &, const auto &set) {
        if (m_settings.contains(where))
            set(m_settings.value(where));
    });
}

void ViewState::clear()
{
    m_settings.remove(kGroup);
}

} // namespace sluice::console
