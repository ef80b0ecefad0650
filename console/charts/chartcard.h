// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/timechart.h"

#include <QFrame>

namespace sluice::console {

/// The names of a chart's lines with the value under the crosshair, or the newest.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    ChartLegend(const TimeChart &chart, const Theme &theme, QWidget *parent = nullptr);

    /// "received 10.0k", in the order of the lines.
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const TimeChart &m_chart;
    const Theme &m_theme;
};

/// A chart with its title and legend in a row above it.
class ChartCard : public QFrame
{
    Q_OBJECT

public:
    ChartCard(ChartSpec spec, Crosshair &crosshair, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] TimeChart &chart() { return *m_chart; }
    [[nodiscard]] const ChartLegend &legend() const { return *m_legend; }

private:
    TimeChart *m_chart;
    ChartLegend *m_legend;
};

} // namespace sluice::console
