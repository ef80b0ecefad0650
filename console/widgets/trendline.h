// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPointF>
#include <QRectF>

class QPainter;

namespace sluice::console {

/// A small line of how a number went, without axes. Thread: main.
struct TrendLine {
    QList<QPointF> points; ///< x in seconds before now (<= 0); NaN is a gap.
    double floor = -1;     ///< The value at the lower edge; below 0: the least of the points.
    double seconds = 60;   ///< The width of the box.

    void paint(QPainter &painter, const QRectF &box, const QColor &color) const;
};

} // namespace sluice::console
