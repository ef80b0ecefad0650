// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/chartaxes.h"
#include "console/charts/chartdata.h"
#include "console/charts/chartplane.h"
#include "console/charts/crosshair.h"
#include "console/charts/crosshairbox.h"

#include <QChartView>

QT_BEGIN_NAMESPACE
class QLineSeries;
QT_END_NAMESPACE

namespace sluice::console {

/// A line chart over relative time, cheap enough for six of them at 1 Hz (console.md, sections 4 and 5.2): the time
/// axis never moves, each tick replaces whole series, and thresholds, fill, gaps and the crosshair are painted, not
/// series. Thread: main.
class TimeChart : public QChartView
{
    Q_OBJECT

public:
    TimeChart(ChartSpec spec, Crosshair &crosshair, const Theme &theme, QWidget *parent = nullptr);

    void setRange(const TimeRange &range);
    [[nodiscard]] const TimeRange &range() const { return m_range; }
    void setThresholds(const QList<Threshold> &thresholds);
    /// Shown at once, or when the chart becomes visible.
    void setData(ChartData chartData);
    /// Old data is grey.
    void setStale(bool stale);
    void setPaused(bool paused);

    [[nodiscard]] const ChartSpec &spec() const { return m_spec; }
    [[nodiscard]] const NiceScale &scale() const { return m_scale; }
    [[nodiscard]] QColor seriesColor(qsizetype series) const;
    /// The value of a line at the crosshair, or the newest; NaN where there is none.
    [[nodiscard]] double shownValue(qsizetype series) const;
    /// In view coordinates.
    [[nodiscard]] QRectF plotRect() const { return plane().plot; }
    /// The moment under a horizontal place in the view.
    [[nodiscard]] double secondsAt(double x) const { return plane().secondsAt(x); }
    [[nodiscard]] double xOf(double seconds) const { return plane().xOf(seconds); }
    [[nodiscard]] const ChartData &data() const { return m_data; }
    [[nodiscard]] const MarkerFlags &flags() const { return m_flags; }
    [[nodiscard]] std::optional<double> crosshairPosition() const { return m_crosshair.position(); }
    /// What the box at the crosshair says. Requires: the crosshair has a position.
    [[nodiscard]] CrosshairBox boxContent() const;
    /// The wall-clock time at a moment, in the user's locale.
    [[nodiscard]] QString clockText(double seconds) const;
    /// The chart alone, at a factor of its size on screen.
    [[nodiscard]] QPixmap picture(double factor);

    [[nodiscard]] QSize sizeHint() const override { return {360, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 110}; }

Q_SIGNALS:
    /// What a legend shows changed.
    void shownValuesChanged();
    /// A stretch was chosen with the pointer. Units: seconds before the right edge.
    void zoomRequested(double from, double to);
    void zoomEndRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void buildChart();
    void buildSeries();
    void labelTimeAxis();
    void restyle();
    void placePlotArea();
    void showData();
    void tellWhatIsShown();
    void onCrosshairMoved();
    void stepCrosshair(int samples);
    [[nodiscard]] ChartPlane plane() const;
    [[nodiscard]] QList<QColor> seriesColors() const;
    [[nodiscard]] QRect crosshairRegion() const;
    void togglePin(const QPointF &place);
    void layOutFlags();

    const ChartSpec m_spec;
    Crosshair &m_crosshair;
    const Theme &m_theme;
    NiceScale m_scale;
    TimeRange m_range;
    ChartData m_data;
    QList<Threshold> m_thresholds;
    ChartAxes m_axes;
    QList<QLineSeries *> m_lines;
    MarkerFlags m_flags;
    QRect m_crosshairDrawn;
    std::optional<QPointF> m_pressedAt; ///< By the left button, which is still down.
    std::optional<double> m_draggedTo;  ///< x of the other end of a stretch that is being chosen.
    bool m_stale = false;
    bool m_paused = false;
    bool m_dirty = false;
};

} // namespace sluice::console
