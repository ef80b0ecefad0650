// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/chartdata.h"
#include "console/charts/chartplane.h"

#include <QCoreApplication>
#include <QPainter>

namespace sluice::console {

/// Paints what is no series of a chart: bands, ground, thresholds, gaps, crosshair and the stretch that is being
/// chosen; as series they would cost several times as much. Made for one paint. Thread: main.
class ChartPainter
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::ChartPainter)

public:
    /// What is painted; lives longer.
    struct Subject {
        const ChartPlane &plane;
        const ChartData &data;
        const QList<Threshold> &thresholds;
        const Theme &theme;
    };

    ChartPainter(QPainter &painter, const Subject &subject)
        : m_painter(painter)
        , m_plane(subject.plane)
        , m_data(subject.data)
        , m_thresholds(subject.thresholds)
        , m_theme(subject.theme)
    {
    }

    void paintBands();
    /// The ground below the first line.
    void paintFill(QColor color);
    void paintThresholds();
    void paintGaps();
    /// Around the plot: it has the focus, or is paused.
    void paintFrame(double width);
    void paintCrosshair(double seconds, const QList<QColor> &colors);
    /// A stretch that is being chosen, between two places.
    void paintSelection(double fromX, double toX);

private:
    void paintGap(const Gap &gap);

    QPainter &m_painter;
    const ChartPlane &m_plane;
    const ChartData &m_data;
    const QList<Threshold> &m_thresholds;
    const Theme &m_theme;
};

} // namespace sluice::console
