// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/timechart.h"

#include "console/models/format.h"

#include <QAbstractAxis>
#include <QCategoryAxis>
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
constexpr double kLineWidth = 1.5;
constexpr int kStripHalfWidth = 4;
// So near to the crosshair a marker is told of. Units: logical pixels.
constexpr double kMarkerReach = 4;
constexpr int kLeastDrag = 6;

int ticksOf(const TimeRange &range)
{
    // Round labels, and not more than have room: Qt Charts cuts the others short.
    if (range.endMs || range.seconds % 21'600 == 0)
        return 3;
    return range.seconds % 3600 == 0 || range.seconds == 60 ? 4 : 5;
}

QString timeLabel(double seconds)
{
    if (seconds == 0)
        return TimeChart::tr("now", "right end of a time axis");
    if (std::fmod(seconds, 3600) == 0)
        return TimeChart::tr("−%1 h", "hours ago on a time axis").arg(-seconds / 3600);
    if (std::fmod(seconds, 60) == 0)
        return TimeChart::tr("−%1 m", "minutes ago on a time axis").arg(-seconds / 60);
    return TimeChart::tr("−%1 s", "seconds ago on a time axis").arg(-seconds);
}

} // namespace

TimeChart::TimeChart(ChartSpec spec, Crosshair &crosshair, const Theme &theme, QWidget *parent)
    : QChartView(parent)
    , m_spec(std::move(spec))
    , m_crosshair(crosshair)
    , m_theme(theme)
    , m_scale(m_spec.scale)
    , m_timeAxis(new QCategoryAxis(this))
    , m_valueAxis(new QCategoryAxis(this))
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setStyleSheet(u"background: transparent"_s);
    buildAxes();
    buildSeries();
    restyle();
    describe();
    connect(&m_theme, &Theme::changed, this, &TimeChart::restyle);
    connect(&m_crosshair, &Crosshair::moved, this, &TimeChart::onCrosshairMoved);
}

void TimeChart::buildAxes()
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    for (QCategoryAxis *axis : {m_timeAxis, m_valueAxis}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setLineVisible(false);
        axis->setLabelsFont(Theme::font(Theme::kSmallPoints));
    }
    m_timeAxis->setGridLineVisible(false);
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_valueAxis, Qt::AlignLeft);
    labelTimeAxis();
    labelValueAxis();
}

void TimeChart::buildSeries()
{
    for (const SeriesSpec &spec : m_spec.series) {
        auto *line = new QLineSeries(chart());
        line->setName(spec.name);
        chart()->addSeries(line);
        line->attachAxis(m_timeAxis);
        line->attachAxis(m_valueAxis);
        m_lines.append(line);
    }
    m_data.series.resize(m_lines.size());
}

void TimeChart::labelTimeAxis()
{
    for (const QString &label : m_timeAxis->categoriesLabels())
        m_timeAxis->remove(label);
    m_timeAxis->setRange(-m_range.seconds, 0);
    const int ticks = ticksOf(m_range);
    for (int tick = 0; tick <= ticks; ++tick) {
        const double seconds = -static_cast<double>(m_range.seconds) * (ticks - tick) / ticks;
        m_timeAxis->append(m_range.endMs ? clockText(seconds) : timeLabel(seconds), seconds);
    }
}

void TimeChart::labelValueAxis()
{
    for (const QString &label : m_valueAxis->categoriesLabels())
        m_valueAxis->remove(label);
    m_valueAxis->setRange(m_scale.minimum(), m_scale.maximum());
    for (int tick = 0; tick <= NiceScale::kIntervals; ++tick) {
        const double value = m_scale.minimum() + m_scale.step() * tick;
        m_valueAxis->append(format::axisLabel(value, m_scale.step()), value);
    }
}

void TimeChart::restyle()
{
    for (QCategoryAxis *axis : {m_timeAxis, m_valueAxis}) {
        axis->setLabelsColor(m_theme.color(ColorRole::Text3));
        axis->setGridLineColor(m_theme.color(ColorRole::Line, 0.7));
    }
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
    describe();
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
        labelValueAxis();
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
    const std::optional<qsizetype> point = nearestPoint(series, *seconds);
    return point ? points.at(*point).y() : std::numeric_limits<double>::quiet_NaN();
}

std::optional<qsizetype> TimeChart::nearestPoint(qsizetype series, double seconds) const
{
    const QList<QPointF> &points = m_data.series.at(series);
    auto after = std::lower_bound(points.cbegin(), points.cend(), seconds,
                                  [](const QPointF &point, double x) { return point.x() < x; });
    if (after != points.cbegin() && (after == points.cend() || seconds - std::prev(after)->x() <= after->x() - seconds))
        --after;
    // Farther than a gap's width there is no sample that could speak for this moment.
    if (after == points.cend() || std::abs(after->x() - seconds) > m_data.gapSeconds)
        return std::nullopt;
    return after - points.cbegin();
}

QRectF TimeChart::plotRect() const
{
    return QRectF(viewport()->rect()).marginsRemoved(kPlotMargins);
}

double TimeChart::secondsAt(double x) const
{
    const QRectF plot = plotRect();
    const double share = std::clamp((x - plot.left()) / std::max(1.0, plot.width()), 0.0, 1.0);
    return (share - 1) * m_range.seconds;
}

double TimeChart::xOf(double seconds) const
{
    const QRectF plot = plotRect();
    return plot.left() + (1 + seconds / m_range.seconds) * plot.width();
}

double TimeChart::yOf(double value) const
{
    const QRectF plot = plotRect();
    const double share = (value - m_scale.minimum()) / (m_scale.maximum() - m_scale.minimum());
    return plot.bottom() - std::clamp(share, 0.0, 1.0) * plot.height();
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
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintBands(*painter);
    paintFill(*painter);
    painter->restore();
}

void TimeChart::paintBands(QPainter &painter) const
{
    const QRectF plot = plotRect();
    for (qsizetype i = 0; i < m_thresholds.size(); ++i) {
        const double top = i + 1 < m_thresholds.size() ? yOf(m_thresholds.at(i + 1).value) : plot.top();
        const double bottom = yOf(m_thresholds.at(i).value);
        painter.fillRect(QRectF(plot.left(), top, plot.width(), bottom - top),
                         m_theme.color(m_thresholds.at(i).color, 0.10));
    }
}

void TimeChart::paintFill(QPainter &painter) const
{
    if (!m_spec.filled || m_stale || m_scale.minimum() != 0)
        return;
    const QRectF plot = plotRect();
    QLinearGradient gradient(plot.topLeft(), plot.bottomLeft());
    QColor color = seriesColor(0);
    color.setAlphaF(0.30F);
    gradient.setColorAt(0, color);
    color.setAlphaF(0.02F);
    gradient.setColorAt(1, color);
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    QPolygonF area;
    const auto close = [&] {
        if (area.size() > 1) {
            area.prepend({area.constFirst().x(), plot.bottom()});
            area.append({area.constLast().x(), plot.bottom()});
            painter.drawPolygon(area);
        }
        area.clear();
    };
    for (const QPointF &point : m_data.series.constFirst()) {
        if (std::isfinite(point.y()))
            area.append({xOf(point.x()), yOf(point.y())});
        else
            close();
    }
    close();
}

void TimeChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGaps(*painter);
    paintThresholds(*painter);
    m_flags.paint(*painter, plotRect(), m_theme, m_stale);
    if (m_paused || hasFocus()) {
        painter->setPen(QPen(m_theme.color(ColorRole::Accent), m_paused ? 1.5 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(plotRect().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    paintSelection(*painter);
    if (m_crosshair.position()) {
        paintCrosshair(*painter);
        if (m_crosshair.owner() == this) {
            const CrosshairBox content = boxContent();
            content.paint(*painter, content.place(xOf(*m_crosshair.position()), plotRect()), m_theme);
        }
    }
    painter->restore();
}

void TimeChart::paintGaps(QPainter &painter) const
{
    const QRectF plot = plotRect();
    for (const Gap &gap : m_data.gaps) {
        const QRectF area(QPointF(xOf(gap.from), plot.top()), QPointF(xOf(gap.to), plot.bottom()));
        painter.fillRect(area, m_theme.color(ColorRole::Raised, 0.5));
        painter.fillRect(area, QBrush(m_theme.color(ColorRole::Text3, 0.45), Qt::BDiagPattern));
        const QString text = tr("no data %1").arg(format::clockSpan(std::llround((gap.to - gap.from) * 1000)));
        painter.setFont(Theme::font(Theme::kSmallPoints));
        const QRectF label(QPointF(), QSizeF(painter.fontMetrics().horizontalAdvance(text) + 12, 18));
        if (label.width() > area.width())
            continue;
        const QRectF placed = label.translated(area.center() - label.center());
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Panel));
        painter.drawRoundedRect(placed, 4, 4);
        painter.setPen(m_theme.color(ColorRole::Text2));
        painter.drawText(placed, Qt::AlignCenter, text);
    }
}

void TimeChart::paintThresholds(QPainter &painter) const
{
    const QRectF plot = plotRect();
    painter.setFont(Theme::font(Theme::kSmallPoints - 0.5, QFont::Bold));
    for (const Threshold &threshold : m_thresholds) {
        const double y = std::floor(yOf(threshold.value)) + 0.5;
        painter.setPen(QPen(m_theme.color(threshold.color), 1, Qt::DashLine));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(m_theme.color(threshold.color));
        painter.drawText(QPointF(plot.left() + 5, y - 3), threshold.label);
    }
}

void TimeChart::paintCrosshair(QPainter &painter) const
{
    const QRectF plot = plotRect();
    const double seconds = *m_crosshair.position();
    const double x = std::floor(xOf(seconds)) + 0.5;
    painter.setPen(QPen(m_theme.color(ColorRole::Text2), 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const std::optional<qsizetype> index = nearestPoint(i, seconds);
        if (!index || !std::isfinite(m_data.series.at(i).at(*index).y()))
            continue;
        painter.setPen(QPen(m_theme.color(ColorRole::Panel), 1));
        painter.setBrush(seriesColor(i));
        painter.drawEllipse(QPointF(x, yOf(m_data.series.at(i).at(*index).y())), 3, 3);
    }
}

void TimeChart::paintSelection(QPainter &painter) const
{
    if (!m_pressedAt || !m_draggedTo)
        return;
    const QRectF plot = plotRect();
    const QRectF area(QPointF(m_pressedAt->x(), plot.top()), QPointF(*m_draggedTo, plot.bottom()));
    painter.fillRect(area.normalized(), m_theme.color(ColorRole::Accent, 0.18));
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

void TimeChart::describe()
{
    setAccessibleName(m_spec.title);
    QStringList values;
    for (qsizetype i = 0; i < m_spec.series.size(); ++i) {
        double least = std::numeric_limits<double>::infinity();
        double most = -least;
        double now = std::numeric_limits<double>::quiet_NaN();
        for (const QPointF &point : std::as_const(m_data.series.at(i))) {
            if (!std::isfinite(point.y()))
                continue;
            least = std::min(least, point.y());
            most = std::max(most, point.y());
            now = point.y();
        }
        if (std::isfinite(now))
            values.append(
                tr("%1 %2, from %3 to %4", "line of a chart: name, newest value, least, most")
                    .arg(m_spec.series.at(i).name, m_spec.format(now), m_spec.format(least), m_spec.format(most)));
    }
    for (const Threshold &threshold : std::as_const(m_thresholds))
        values.append(threshold.label);
    setAccessibleDescription(values.join(u"; "_s));
}

} // namespace sluice::console
