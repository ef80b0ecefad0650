// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/chartpainter.h"

#include "console/models/format.h"

#include <cmath>

namespace sluice::console {

void ChartPainter::paintBands()
{
    const QRectF &plot = m_plane.plot;
    for (qsizetype i = 0; i < m_thresholds.size(); ++i) {
        const double top = i + 1 < m_thresholds.size() ? m_plane.yOf(m_thresholds.at(i + 1).value) : plot.top();
        const double bottom = m_plane.yOf(m_thresholds.at(i).value);
        m_painter.fillRect(QRectF(plot.left(), top, plot.width(), bottom - top),
                           m_theme.color(m_thresholds.at(i).color, 0.10));
    }
}

void ChartPainter::paintFill(QColor color)
{
    const QRectF &plot = m_plane.plot;
    QLinearGradient gradient(plot.topLeft(), plot.bottomLeft());
    color.setAlphaF(0.30F);
    gradient.setColorAt(0, color);
    color.setAlphaF(0.02F);
    gradient.setColorAt(1, color);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(gradient);
    QPolygonF area;
    const auto close = [&] {
        if (area.size() > 1) {
            area.prepend({area.constFirst().x(), plot.bottom()});
            area.append({area.constLast().x(), plot.bottom()});
            m_painter.drawPolygon(area);
        }
        area.clear();
    };
    for (const QPointF &point : m_data.series.constFirst()) {
        if (std::isfinite(point.y()))
            area.append({m_plane.xOf(point.x()), m_plane.yOf(point.y())});
        else
            close();
    }
    close();
}

void ChartPainter::paintGaps()
{
    for (const Gap &gap : m_data.gaps)
        paintGap(gap);
}

void ChartPainter::paintGap(const Gap &gap)
{
    const QRectF &plot = m_plane.plot;
    const QRectF area(QPointF(m_plane.xOf(gap.from), plot.top()), QPointF(m_plane.xOf(gap.to), plot.bottom()));
    m_painter.fillRect(area, m_theme.color(ColorRole::Raised, 0.5));
    m_painter.fillRect(area, QBrush(m_theme.color(ColorRole::Text3, 0.45), Qt::BDiagPattern));
    const QString text = tr("no data %1").arg(format::clockSpan(std::llround((gap.to - gap.from) * 1000)));
    m_painter.setFont(Theme::font(Theme::kSmallPoints));
    const QRectF label(QPointF(), QSizeF(m_painter.fontMetrics().horizontalAdvance(text) + 12, 18));
    if (label.width() > area.width())
        return;
    const QRectF placed = label.translated(area.center() - label.center());
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.color(ColorRole::Panel));
    m_painter.drawRoundedRect(placed, 4, 4);
    m_painter.setPen(m_theme.color(ColorRole::Text2));
    m_painter.drawText(placed, Qt::AlignCenter, text);
}

void ChartPainter::paintThresholds()
{
    const QRectF &plot = m_plane.plot;
    m_painter.setFont(Theme::font(Theme::kSmallPoints - 0.5, QFont::Bold));
    for (const Threshold &threshold : m_thresholds) {
        const double y = std::floor(m_plane.yOf(threshold.value)) + 0.5;
        m_painter.setPen(QPen(m_theme.color(threshold.color), 1, Qt::DashLine));
        m_painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        m_painter.setPen(m_theme.color(threshold.color));
        m_painter.drawText(QPointF(plot.left() + 5, y - 3), threshold.label);
    }
}

void ChartPainter::paintFrame(double width)
{
    m_painter.setPen(QPen(m_theme.color(ColorRole::Accent), width));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(m_plane.plot.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void ChartPainter::paintCrosshair(double seconds, const QList<QColor> &colors)
{
    const QRectF &plot = m_plane.plot;
    const double x = std::floor(m_plane.xOf(seconds)) + 0.5;
    m_painter.setPen(QPen(m_theme.color(ColorRole::Text2), 1));
    m_painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    for (qsizetype i = 0; i < m_data.series.size(); ++i) {
        const QList<QPointF> &points = m_data.series.at(i);
        const std::optional<qsizetype> index = nearestPoint(points, seconds, m_data.gapSeconds);
        if (!index || !std::isfinite(points.at(*index).y()))
            continue;
        m_painter.setPen(QPen(m_theme.color(ColorRole::Panel), 1));
        m_painter.setBrush(colors.at(i));
        m_painter.drawEllipse(QPointF(x, m_plane.yOf(points.at(*index).y())), 3, 3);
    }
}

void ChartPainter::paintSelection(double fromX, double toX)
{
    const QRectF &plot = m_plane.plot;
    const QRectF area(QPointF(fromX, plot.top()), QPointF(toX, plot.bottom()));
    m_painter.fillRect(area.normalized(), m_theme.color(ColorRole::Accent, 0.18));
}

} // namespace sluice::console
