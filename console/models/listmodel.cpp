// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/listmodel.h"

#include "console/models/format.h"

namespace sluice::console {

namespace {

QVariant alignmentOf(const ListColumn &column)
{
    return QVariant::fromValue(column.isNumber ? format::kNumberAlignment : format::kTextAlignment);
}

} // namespace

ListModel::ListModel(QList<ListColumn> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

void ListModel::setColumns(QList<ListColumn> columns)
{
    Q_ASSERT(columns.size() == m_columns.size());
    m_columns = std::move(columns);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QModelIndex ListModel::indexOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (idAt(row) == id)
            return index(row, 0);
    }
    return {};
}

int ListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ListColumn &column = m_columns.at(index.column());
    const QJsonObject &values = valuesAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return column.text(values);
    case Qt::ToolTipRole: return column.toolTip ? QVariant(column.toolTip(values)) : QVariant();
    case Qt::TextAlignmentRole: return alignmentOf(column);
    case IdRole: return idAt(index.row());
    case ToneRole: return static_cast<int>(column.tone ? column.tone(values) : Tone::Secondary);
    case ShareRole: return column.share ? QVariant(column.share(values)) : QVariant();
    case DotRole: return column.hasDot;
    case StaleRole: return isStaleAt(index.row());
    default: return {};
    }
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    switch (role) {
    case Qt::DisplayRole: return m_columns.at(section).title;
    case Qt::TextAlignmentRole: return alignmentOf(m_columns.at(section));
    default: return {};
    }
}

} // namespace sluice::console
