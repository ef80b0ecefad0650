// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/crosshairbox.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace sluice::console {

namespace {

// Units: logical pixels.
constexpr double kLeastWidth = 152;
constexpr double kMostWidth = 270;
constexpr double kRowHeight = 17;
constexpr double kPadding = 9;

} // namespace

QRectF CrosshairBox::place(double x, const QRectF &plot) const
{
    const QFontMetricsF metrics(Theme::font(Theme::kSmallPoints));
    double width = kLeastWidth;
    for (const Note &note : notes)
        width = std::max(width, std::min(kMostWidth, metrics.horizontalAdvance(note.text) + 2 * kPadding + 2));
    width = std::min(width, plot.width());
    const double height = 10 + kRowHeight * static_cast<double>(rows.size() + notes.size() + 1);
    double left = x + 10;
    if (left + width > plot.right())
        left = x - 10 - width;
    return {std::max(left, 2.0), plot.top() + 4, width, height};
}

void CrosshairBox::paint(QPainter &painter, const QRectF &box, const Theme &theme) const
{
    painter.setPen(QPen(theme.color(ColorRole::Line), 1));
    painter.setBrush(theme.color(ColorRole::Raised));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    QRectF row(box.left() + kPadding, box.top() + 5, box.width() - 2 * kPadding, kRowHeight);
    painter.setFont(Theme::font(Theme::kSmallPoints, QFont::Bold));
    painter.setPen(theme.color(ColorRole::Text));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(Theme::font(Theme::kSmallPoints));
    for (const Row &line : rows) {
        row.translate(0, kRowHeight);
        painter.setPen(QPen(line.color, 2));
        const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
        const double dash = isMirrored ? row.right() - 7 : row.left();
        painter.drawLine(QPointF(dash, row.center().y()), QPointF(dash + 7, row.center().y()));
        painter.setPen(theme.color(ColorRole::Text2));
        painter.drawText(isMirrored ? row.adjusted(0, 0, -13, 0) : row.adjusted(13, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, line.name);
        painter.setPen(theme.color(ColorRole::Text));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, line.value);
    }
    for (const Note &note : notes) {
        row.translate(0, kRowHeight);
        painter.setPen(note.color);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(note.text, Qt::ElideRight, static_cast<int>(row.width())));
    }
}

} // namespace sluice::console
