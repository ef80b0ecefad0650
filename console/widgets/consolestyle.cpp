// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/consolestyle.h"

#include <QLabel>
#include <QPainter>
#include <QStyleOption>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// Units: logical pixels.
constexpr int kCheckBoxSize = 15;
constexpr double kCheckBoxRadius = 3;
constexpr double kTickWidth = 1.8;

/// In a box of 1 × 1.
constexpr QPointF kTick[]{{0.24, 0.52}, {0.43, 0.71}, {0.77, 0.31}};

void paintTick(QPainter &painter, const QRectF &box)
{
    QPolygonF tick;
    for (const QPointF &point : kTick)
        tick.append(box.topLeft() + QPointF(point.x() * box.width(), point.y() * box.height()));
    painter.drawPolyline(tick);
}

void paintCheckBox(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isChecked = option.state.testFlag(QStyle::State_On);
    const QColor faint = palette.color(QPalette::PlaceholderText);
    const QColor fill = palette.color(!isEnabled ? QPalette::Base : isChecked ? QPalette::Highlight : QPalette::Button);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isEnabled && isChecked ? fill : faint);
    painter.setBrush(fill);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(box, kCheckBoxRadius, kCheckBoxRadius);
    if (isChecked) {
        const QColor tick = isEnabled ? palette.color(QPalette::HighlightedText) : faint;
        painter.setPen(QPen(tick, kTickWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        paintTick(painter, box);
    }
    painter.restore();
}

/// Qt puts a text where its own writing begins.
void beginAtTheRight(QLabel &label)
{
    // A wrapped line takes its last blank along, and lies beyond the edge by as much.
    constexpr int kBlank = 4;
    const Qt::Alignment alignment = label.alignment();
    if (!label.isRightToLeft() || !alignment.testFlag(Qt::AlignLeft) || alignment.testFlag(Qt::AlignAbsolute))
        return;
    label.setAlignment((alignment & Qt::AlignVertical_Mask) | Qt::AlignRight | Qt::AlignAbsolute);
    if (label.wordWrap() && label.contentsMargins().isNull())
        label.setContentsMargins(kBlank, 0, 0, 0);
}

} // namespace

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *label = qobject_cast<QLabel *>(widget))
        beginAtTheRight(*label);
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element == PE_IndicatorCheckBox)
        paintCheckBox(*painter, *option);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_IndicatorWidth || metric == PM_IndicatorHeight)
        return kCheckBoxSize;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace sluice::console
