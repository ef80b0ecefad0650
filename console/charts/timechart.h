// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/crosshair.h"
#include "console/charts/crosshairbox.h"
#include "console/charts/markerflags.h"
#include "console/charts/nicescale.h"
#include "console/models/samplehistory.h"
#include "console/widgets/theme.h"

#include <QChartView>
#include <QPointer>

#include <functional>

QT_BEGIN_NAMESPACE
class QCategoryAxis;
class QLineSeries;
QT_END_NAMESPACE

namespace sluice::console {

/// One line of a chart.
struct SeriesSpec {
    QString name;
    ColorRole color = ColorRole::Accent;
    double opacity = 1; ///< Percentiles share a colour in three strengths.
};

/// What a chart is, once and for all.
struct ChartSpec {
    QString title;
    QList<SeriesSpec> series;
    NiceScale::Kind scale = NiceScale::Kind::FromZero;
    bool filled = false; ///< Ground below the first line; only where the axis begins at 0.
    std::function<QString(double)> format;
};

/// A level with its own line, and a band from it up to the next one or to the top.
struct Threshold {
    double value = 0;
    ColorRole color = ColorRole::Warn;
    QString label;
};

/// What a chart shows at one moment.
struct ChartData {
    QList<QList<QPointF>> series; ///< x in seconds before the right edge; a NaN is a gap.
    QList<Gap> gaps;
    qint64 endMs = 0;                ///< The server's time at the right edge. Units: ms since the Unix epoch.
    QList<ChartMarker> markers = {}; ///< Oldest first.
    double gapSeconds = 2.5;         ///< Farther from a sample nothing is known.
};

/// What the time axis of all charts shows.
struct TimeRange {
    int seconds = 600;
    std::optional<qint64> endMs = {}; ///< Set: a fixed stretch of time, labelled by the clock. Else: up to now.

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

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
    [[nodiscard]] QRectF plotRect() const;
    /// The moment under a horizontal place in the view.
    [[nodiscard]] double secondsAt(double x) const;
    [[nodiscard]] double xOf(double seconds) const;
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
    void buildAxes();
    void buildSeries();
    void labelTimeAxis();
    void labelValueAxis();
    void restyle();
    void placePlotArea();
    void showData();
    void describe();
    void onCrosshairMoved();
    void stepCrosshair(int samples);
    [[nodiscard]] std::optional<qsizetype> nearestPoint(qsizetype series, double seconds) const;
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] QRect crosshairRegion() const;
    void paintBands(QPainter &painter) const;
    void paintFill(QPainter &painter) const;
    void paintThresholds(QPainter &painter) const;
    void paintGaps(QPainter &painter) const;
    void paintCrosshair(QPainter &painter) const;
    void paintSelection(QPainter &painter) const;
    void togglePin(const QPointF &place);
    void layOutFlags();

    const ChartSpec m_spec;
    Crosshair &m_crosshair;
    const Theme &m_theme;
    NiceScale m_scale;
    TimeRange m_range;
    ChartData m_data;
    QList<Threshold> m_thresholds;
    QCategoryAxis *m_timeAxis;
    QCategoryAxis *m_valueAxis;
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
