// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/charttable.h"

#include "console/models/csv.h"

#include <QDateTime>

#include <cmath>
#include <limits>

namespace sluice::console {

using namespace Qt::StringLiterals;

ChartTable::ChartTable(const TimeChart &chart, QObject *parent)
    : QAbstractTableModel(parent)
    , m_chart(chart)
{
}

void ChartTable::refresh()
{
    beginResetModel();
    m_rows.clear();
    const ChartData &shown = m_chart.data();
    m_endMs = shown.endMs;
    qsizetype marker = shown.markers.size();
    // All lines of a chart have their points at the same moments.
    for (qsizetype i = shown.series.constFirst().size(); i-- > 0;) {
        Row row{shown.series.constFirst().at(i).x(), {}, {}};
        for (const QList<QPointF> &points : shown.series)
            row.values.append(i < points.size() ? points.at(i).y() : std::numeric_limits<double>::quiet_NaN());
        // What happened since the sample before.
        const double since = i > 0 ? shown.series.constFirst().at(i - 1).x() : -std::numeric_limits<double>::infinity();
        QStringList texts;
        for (; marker > 0 && shown.markers.at(marker - 1).seconds > since; --marker)
            texts.prepend(shown.markers.at(marker - 1).text);
        row.markers = texts.join(u"; "_s);
        m_rows.append(row);
    }
    endResetModel();
}

QByteArray ChartTable::toCsv() const
{
    QStringList head{u"time"_s};
    for (const SeriesSpec &series : m_chart.spec().series)
        head.append(series.name);
    QByteArray csv = csvLine(head << u"markers"_s);
    for (auto row = m_rows.crbegin(); row != m_rows.crend(); ++row) {
        const qint64 timeMs = m_endMs + std::llround(row->seconds * 1000);
        QStringList fields{QDateTime::fromMSecsSinceEpoch(timeMs, Qt::UTC).toString(Qt::ISODateWithMs)};
        for (const double value : row->values)
            fields.append(std::isfinite(value) ? QString::number(value, 'g', 10) : QString());
        csv += csvLine(fields << row->markers);
    }
    return csv;
}

int ChartTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChartTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_chart.spec().series.size()) + 2;
}

QVariant ChartTable::data(const QModelIndex &index, int role) const
{
    const bool isValue = index.column() > 0 && index.column() + 1 < columnCount();
    if (role == Qt::TextAlignmentRole && isValue)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const Row &row = m_rows.at(index.row());
    if (index.column() == 0)
        return m_chart.clockText(row.seconds);
    return isValue ? m_chart.spec().format(row.values.at(index.column() - 1)) : row.markers;
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isValue = section > 0 && section + 1 < columnCount();
    if (role == Qt::TextAlignmentRole)
        return QVariant(isValue ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Time");
    return isValue ? m_chart.spec().series.at(section - 1).name : tr("What happened");
}

} // namespace sluice::console
