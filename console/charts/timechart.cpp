// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/timechart.h"

#include "console/charts/chartpainter.h"

#include <QChart>
#include <QDateTime>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// The same on all charts, so that equal moments stand above each other. Units: logical pixels.
constexpr QMargins kPlotMargins{44, 20, 14, 24};
constexpr int kClockMargin = 28; // at the right: half of a time of day
constexpr double kLineWidth = 1.5;
constexpr int kStripHalfWidth = 4;
// So near to the crosshair a marker is told of. Units: logical pixels.
constexpr double kMarkerReach = 4;
constexpr int kLeastDrag = 6;

} // namespace

TimeChart::TimeChart(ChartSpec spec, Crosshair &crosshair, const Theme &theme, QWidget *parent)
    : QChartView(parent)
    , m_spec(std::move(spec))
    , m_crosshair(crosshair)
    , m_theme(theme)
    , m_scale(m_spec.scale)
    , m_axes(*chart())
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setStyleSheet(u"background: transparent"_s);
    buildChart();
    buildSeries();
    restyle();
    tellWhatIsShown();
    connect(&m_theme, &Theme::changed, this, &TimeChart::restyle);
    connect(&m_crosshair, &Crosshair::moved, this, &TimeChart::onCrosshairMoved);
}

void TimeChart::buildChart()
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    labelTimeAxis();
    m_axes.labelValues(m_scale);
}

void TimeChart::buildSeries()
{
    for (const SeriesSpec &spec : m_spec.series) {
        auto *line = new QLineSeries(chart());
        line->setName(spec.name);
        chart()->addSeries(line);
        m_axes.attach(*line);
        m_lines.append(line);
    }
    m_data.series.resize(m_lines.size());
}

void TimeChart::labelTimeAxis()
{
    m_axes.labelTime(m_range, [this](double seconds) { return clockText(seconds); });
}

void TimeChart::restyle()
{
    m_axes.restyle(m_theme);
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        m_lines.at(i)->setPen(QPen(seriesColor(i), kLineWidth));
    viewport()->update();
}

QColor TimeChart::seriesColor(qsizetype series) const
{
    const SeriesSpec &spec = m_spec.series.at(series);
    // Mixed, not transparent: a wide transparent pen is drawn several times slower.
    return m_theme.mix(m_stale ? ColorRole::Text3 : spec.color, ColorRole::Panel, spec.opacity);
}

QList<QColor> TimeChart::seriesColors() const
{
    QList<QColor> colors;
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        colors.append(seriesColor(i));
    return colors;
}

void TimeChart::setRange(const TimeRange &range)
{
    if (m_range == range)
        return;
    m_range = range;
    labelTimeAxis();
    placePlotArea();
}

void TimeChart::setThresholds(const QList<Threshold> &thresholds)
{
    const bool same = std::equal(thresholds.cbegin(), thresholds.cend(), m_thresholds.cbegin(), m_thresholds.cend(),
                                 [](const Threshold &a, const Threshold &b) { return a.value == b.value; });
    if (same)
        return;
    m_thresholds = thresholds;
    viewport()->update();
}

void TimeChart::setData(ChartData chartData)
{
    m_data = std::move(chartData);
    m_data.series.resize(m_lines.size());
    m_flags.setMarkers(m_data.markers);
    layOutFlags();
    m_dirty = true;
    if (isVisible())
        showData();
    tellWhatIsShown();
    Q_EMIT shownValuesChanged();
}

void TimeChart::showData()
{
    m_dirty = false;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        for (const QPointF &point : std::as_const(m_data.series.at(i))) {
            if (std::isfinite(point.y())) {
                low = std::min(low, point.y());
                high = std::max(high, point.y());
            }
        }
        m_lines.at(i)->replace(m_data.series.at(i));
    }
    if (m_scale.fit(low, high, m_data.endMs)) {
        m_axes.labelValues(m_scale);
        placePlotArea();
    }
    viewport()->update();
}

void TimeChart::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    restyle();
    Q_EMIT shownValuesChanged();
}

void TimeChart::setPaused(bool paused)
{
    m_paused = paused;
    viewport()->update();
}

double TimeChart::shownValue(qsizetype series) const
{
    const std::optional<double> seconds = m_crosshair.position();
    const QList<QPointF> &points = m_data.series.at(series);
    if (!seconds)
        return points.isEmpty() ? std::numeric_limits<double>::quiet_NaN() : points.constLast().y();
    const std::optional<qsizetype> point = nearestPoint(points, *seconds, m_data.gapSeconds);
    return point ? points.at(*point).y() : std::numeric_limits<double>::quiet_NaN();
}

ChartPlane TimeChart::plane() const
{
    QMargins margins = kPlotMargins;
    if (m_range.endMs)
        margins.setRight(kClockMargin);
    return {QRectF(viewport()->rect()).marginsRemoved(margins), m_range.seconds, m_scale.minimum(), m_scale.maximum()};
}

void TimeChart::placePlotArea()
{
    chart()->setPlotArea(plotRect());
    chart()->layout()->invalidate();
    chart()->layout()->activate();
    layOutFlags();
}

void TimeChart::layOutFlags()
{
    m_flags.layOut(plotRect(), [this](double seconds) { return xOf(seconds); });
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placePlotArea();
    // Qt Charts 6.4 leaves grid and labels at the old size unless asked again after its own layout pass.
    QTimer::singleShot(0, this, &TimeChart::placePlotArea);
}

void TimeChart::showEvent(QShowEvent *event)
{
    QChartView::showEvent(event);
    if (m_dirty)
        showData();
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF place = event->position();
    if (m_pressedAt && std::abs(place.x() - m_pressedAt->x()) >= kLeastDrag) {
        m_draggedTo = std::clamp(place.x(), plotRect().left(), plotRect().right());
        viewport()->update();
    }
    if (const qsizetype marker = m_flags.markerAt(place); marker >= 0)
        m_crosshair.hover(m_flags.markers().at(marker).seconds, this);
    else if (plotRect().contains(place))
        m_crosshair.hover(secondsAt(place.x()), this);
    else
        m_crosshair.leave();
}

void TimeChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton
        && (plotRect().contains(event->position()) || m_flags.markerAt(event->position()) >= 0))
        m_pressedAt = event->position();
}

void TimeChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressedAt)
        return;
    const double from = std::exchange(m_pressedAt, std::nullopt)->x();
    const std::optional<double> to = std::exchange(m_draggedTo, std::nullopt);
    viewport()->update();
    if (to)
        Q_EMIT zoomRequested(secondsAt(std::min(from, *to)), secondsAt(std::max(from, *to)));
    else
        togglePin(event->position());
}

void TimeChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_crosshair.release(); // which the first click has pinned
    Q_EMIT zoomEndRequested();
}

void TimeChart::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuRequested(event->globalPos());
}

void TimeChart::togglePin(const QPointF &place)
{
    const qsizetype marker = m_flags.markerAt(place);
    if (marker >= 0)
        m_crosshair.pin(m_flags.markers().at(marker).seconds, this);
    else if (m_crosshair.isPinned())
        m_crosshair.release();
    else
        m_crosshair.pin(secondsAt(place.x()), this);
}

void TimeChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_crosshair.leave();
}

void TimeChart::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const int step = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left: stepCrosshair(-step); return;
    case Qt::Key_Right: stepCrosshair(step); return;
    case Qt::Key_Home: m_crosshair.pin(-m_range.seconds, this); return;
    case Qt::Key_End: m_crosshair.pin(0, this); return;
    case Qt::Key_Escape:
        if (m_crosshair.position())
            m_crosshair.release();
        else
            Q_EMIT zoomEndRequested();
        return;
    default: event->ignore();
    }
}

void TimeChart::stepCrosshair(int samples)
{
    const QList<QPointF> &points = m_data.series.constFirst();
    const double from = m_crosshair.position().value_or(0);
    double to = from + samples;
    if (!points.isEmpty()) {
        // By samples, whatever lies between them: a gap is one step.
        const auto after = std::lower_bound(points.cbegin(), points.cend(), from,
                                            [](const QPointF &point, double x) { return point.x() < x; });
        const bool between = after == points.cend() || after->x() > from;
        const qsizetype index = after - points.cbegin() + samples - (between && samples > 0 ? 1 : 0);
        to = points.at(std::clamp<qsizetype>(index, 0, points.size() - 1)).x();
    }
    m_crosshair.pin(std::clamp(to, -static_cast<double>(m_range.seconds), 0.0), this);
}

void TimeChart::onCrosshairMoved()
{
    const QRect before = m_crosshairDrawn;
    m_crosshairDrawn = crosshairRegion();
    viewport()->update(before);
    viewport()->update(m_crosshairDrawn);
    Q_EMIT shownValuesChanged();
}

QRect TimeChart::crosshairRegion() const
{
    if (!m_crosshair.position())
        return {};
    const int x = static_cast<int>(std::lround(xOf(*m_crosshair.position())));
    QRect region(x - kStripHalfWidth, 0, 2 * kStripHalfWidth + 1, viewport()->height());
    if (m_crosshair.owner() == this)
        region |= boxContent().place(x, plotRect()).toAlignedRect().adjusted(-1, -1, 1, 1);
    return region;
}

void TimeChart::drawBackground(QPainter *painter, const QRectF &)
{
    const ChartPlane where = plane();
    ChartPainter paint(*painter, {where, m_data, m_thresholds, m_theme});
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    paint.paintBands();
    if (m_spec.filled && !m_stale && m_scale.minimum() == 0)
        paint.paintFill(seriesColor(0));
    painter->restore();
}

void TimeChart::drawForeground(QPainter *painter, const QRectF &)
{
    const ChartPlane where = plane();
    ChartPainter paint(*painter, {where, m_data, m_thresholds, m_theme});
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paint.paintGaps();
    paint.paintThresholds();
    m_flags.paint(*painter, where.plot, m_theme, m_stale);
    if (m_paused || hasFocus())
        paint.paintFrame(m_paused ? 1.5 : 1);
    if (m_pressedAt && m_draggedTo)
        paint.paintSelection(m_pressedAt->x(), *m_draggedTo);
    if (const std::optional<double> seconds = m_crosshair.position()) {
        paint.paintCrosshair(*seconds, seriesColors());
        if (m_crosshair.owner() == this) {
            const CrosshairBox content = boxContent();
            content.paint(*painter, content.place(where.xOf(*seconds), where.plot), m_theme);
        }
    }
    painter->restore();
}

CrosshairBox TimeChart::boxContent() const
{
    const double seconds = *m_crosshair.position();
    CrosshairBox box{clockText(seconds), {}, {}};
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        box.rows.append({m_spec.series.at(i).name, m_spec.format(shownValue(i)), seriesColor(i)});
    for (const ChartMarker &marker : m_flags.markers()) {
        if (std::abs(xOf(marker.seconds) - xOf(seconds)) <= kMarkerReach)
            box.notes.append({marker.text, m_theme.color(marker.color)});
    }
    return box;
}

QString TimeChart::clockText(double seconds) const
{
    const qint64 endMs = m_range.endMs.value_or(m_data.endMs);
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(endMs + std::llround(seconds * 1000)).time(),
                              u"HH:mm:ss"_s);
}

QPixmap TimeChart::picture(double factor)
{
    QPixmap pixmap(viewport()->size() * factor);
    pixmap.setDevicePixelRatio(factor);
    pixmap.fill(m_theme.color(ColorRole::Panel));
    viewport()->render(&pixmap, {}, {}, QWidget::DrawChildren);
    return pixmap;
}

void TimeChart::tellWhatIsShown()
{
    setAccessibleName(m_spec.title);
    setAccessibleDescription(describe(m_spec, m_data, m_thresholds));
}

} // namespace sluice::console
