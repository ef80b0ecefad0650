// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/theme.h"

#include <QList>
#include <QRectF>
#include <QString>

#include <functional>

class QPainter;

namespace sluice::console {

/// Something that happened, at a moment of a chart.
struct ChartMarker {
    double seconds = 0; ///< Before the right edge (<= 0).
    QString letter;
    ColorRole color = ColorRole::Violet;
    QString text;
};

/// The dotted lines of a chart's markers and the flags above them. Neighbouring flags are pushed apart; where more are
/// than there is room for, the oldest have a line but no flag.
class MarkerFlags
{
public:
    /// How far apart flags stand. Units: logical pixels.
    static constexpr double kSpacing = 15;

    /// Oldest first.
    void setMarkers(QList<ChartMarker> markers);
    [[nodiscard]] const QList<ChartMarker> &markers() const { return m_markers; }
    /// Places the flags above `plot`; `xOf` maps a marker's seconds to view coordinates.
    void layOut(const QRectF &plot, const std::function<double(double)> &xOf);
    /// The flag of a marker; null when there was no room for it.
    [[nodiscard]] QRectF flagRect(qsizetype marker) const { return m_flags.value(marker); }
    /// The marker whose flag is at `place`; -1: none.
    [[nodiscard]] qsizetype markerAt(const QPointF &place) const;
    void paint(QPainter &painter, const QRectF &plot, const Theme &theme, bool isStale) const;

    /// Moves ascending places apart to at least `spacing` within left..right; as many as fit are returned, the last
    /// ones.
    [[nodiscard]] static QList<double> spread(QList<double> places, double left, double right, double spacing);

private:
    QList<ChartMarker> m_markers;
    QList<double> m_lines;
    QList<QRectF> m_flags;
};

} // namespace sluice::console
