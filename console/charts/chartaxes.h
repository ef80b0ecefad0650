// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/chartdata.h"

#include <QCoreApplication>

#include <functional>

QT_BEGIN_NAMESPACE
class QCategoryAxis;
class QChart;
class QLineSeries;
QT_END_NAMESPACE

namespace sluice::console {

/// The time axis and the value axis of a chart, with labels on round values. Thread: main.
class ChartAxes
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::ChartAxes)

public:
    /// The axes belong to `chart`.
    explicit ChartAxes(QChart &chart);

    void attach(QLineSeries &line) const;
    /// `clockText` labels a fixed stretch of time.
    void labelTime(const TimeRange &range, const std::function<QString(double)> &clockText);
    void labelValues(const NiceScale &scale);
    void restyle(const Theme &theme);

private:
    [[nodiscard]] static QString timeLabel(double seconds);

    QCategoryAxis *m_time;
    QCategoryAxis *m_values;
};

} // namespace sluice::console
