// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/timechart.h"

#include <QAbstractTableModel>

namespace sluice::console {

/// A chart as a table, newest first: time, each line's value, what happened. For screen readers, for exact values, and
/// for export.
/// Thread: main.
class ChartTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// `chart` outlives this.
    explicit ChartTable(const TimeChart &chart, QObject *parent = nullptr);

    /// Takes what the chart shows now.
    void refresh();
    /// RFC 4180, oldest first; times in ISO 8601 (UTC), numbers with a point, markers in the last column.
    [[nodiscard]] QByteArray toCsv() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        double seconds = 0;
        QList<double> values;
        QString markers;
    };

    const TimeChart &m_chart;
    qint64 m_endMs = 0;
    QList<Row> m_rows; ///< Newest first.
};

} // namespace sluice::console
