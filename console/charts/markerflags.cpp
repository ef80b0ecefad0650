// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/markerflags.h"

#include "console/charts/markerlook.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sluice::console {

void MarkerFlags::setMarkers(QList<ChartMarker> markers)
{
    m_markers = std::move(markers);
    m_lines.clear();
    m_flags.clear();
}

QList<double> MarkerFlags::spread(QList<double> places, double left, double right, double spacing)
{
    const auto room = static_cast<qsizetype>(std::max(0.0, (right - left) / spacing)) + 1;
    if (places.size() > room)
        places.remove(0, places.size() - room);
    double least = left;
    for (double &place : places) {
        place = std::max(place, least);
        least = place + spacing;
    }
    double most = right;
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        *place = std::min(*place, most);
        most = *place - spacing;
    }
    return places;
}

void MarkerFlags::layOut(const QRectF &plot, const std::function<double(double)> &xOf)
{
    m_lines.clear();
    for (const ChartMarker &marker : std::as_const(m_markers))
        m_lines.append(xOf(marker.seconds));
    const double half = kFlagWidth / 2;
    const QList<double> centers = spread(m_lines, plot.left() + half, plot.right() - half, kSpacing);
    m_flags = QList<QRectF>(m_markers.size());
    const qsizetype first = m_markers.size() - centers.size();
    for (qsizetype i = 0; i < centers.size(); ++i)
        m_flags[first + i] = QRectF(centers.at(i) - half, plot.top() - kFlagHeight - 2, kFlagWidth, kFlagHeight);
}

qsizetype MarkerFlags::markerAt(const QPointF &place) const
{
    const auto found =
        std::find_if(m_flags.cbegin(), m_flags.cend(), [&](const QRectF &flag) { return flag.contains(place); });
    return found == m_flags.cend() ? -1 : found - m_flags.cbegin();
}

void MarkerFlags::paint(QPainter &painter, const QRectF &plot, const Theme &theme, bool isStale) const
{
    for (qsizetype i = 0; i < m_flags.size(); ++i) {
        const ChartMarker &marker = m_markers.at(i);
        const QColor color = theme.mix(isStale ? ColorRole::Text3 : marker.color, ColorRole::Panel, 0.9);
        const double x = std::floor(m_lines.at(i)) + 0.5;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(color, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        if (!m_flags.at(i).isNull())
            paintFlag(painter, m_flags.at(i), marker.letter, color, theme);
    }
}

} // namespace sluice::console
