// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/trendline.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sluice::console {

void TrendLine::paint(QPainter &painter, const QRectF &box, const QColor &color) const
{
    double low = floor;
    double high = 0;
    bool any = false;
    for (const QPointF &point : points) {
        if (!std::isfinite(point.y()))
            continue;
        if (floor < 0)
            low = any ? std::min(low, point.y()) : point.y();
        high = any ? std::max(high, point.y()) : point.y();
        any = true;
    }
    if (!any)
        return;
    const double span = high > low ? high - low : 1;
    const auto place = [&](const QPointF &point) {
        return QPointF(box.right() + point.x() / seconds * box.width(),
                       box.bottom() - (point.y() - low) / span * box.height());
    };
    QList<QLineF> lines;
    QPolygonF fill;
    for (qsizetype i = 1; i < points.size(); ++i) {
        if (!std::isfinite(points.at(i - 1).y()) || !std::isfinite(points.at(i).y()))
            continue;
        lines.append({place(points.at(i - 1)), place(points.at(i))});
    }
    if (lines.isEmpty())
        return;
    fill.append({lines.constFirst().x1(), box.bottom()});
    for (const QLineF &line : std::as_const(lines))
        fill << line.p1() << line.p2();
    fill.append({lines.constLast().x2(), box.bottom()});
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    QColor fillColor = color;
    fillColor.setAlphaF(0.14F);
    painter.setBrush(fillColor);
    painter.drawPolygon(fill);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4));
    painter.drawLines(lines);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(lines.constLast().p2(), 2, 2);
}

} // namespace sluice::console
