// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/listdelegate.h"

#include "console/models/format.h"
#include "console/models/listmodel.h"

#include <QPainter>

namespace sluice::console {

namespace {

// Units: logical pixels.
constexpr int kPadding = 5;
constexpr int kBarTextWidth = 66;
constexpr int kBarHeight = 5;
constexpr int kDot = 7;
constexpr int kDotRoom = 16;

Tone toneOf(const QModelIndex &index)
{
    return static_cast<Tone>(index.data(ListModel::ToneRole).toInt());
}

} // namespace

ColorRole colorOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain: return ColorRole::Text;
    case Tone::Secondary: return ColorRole::Text2;
    case Tone::Muted: return ColorRole::Text3;
    case Tone::Ok: return ColorRole::Ok;
    case Tone::Warn: return ColorRole::Warn;
    case Tone::Critical: return ColorRole::Critical;
    }
    return ColorRole::Text;
}

ListDelegate::ListDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void ListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // The ground over the whole cell, the text with room at its sides.
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
    const bool hasBar = index.data(ListModel::ShareRole).isValid();
    const bool hasDot = index.data(ListModel::DotRole).toBool();
    QRect text = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    if (hasDot)
        text.setLeft(text.left() + kDotRoom);
    QStyleOptionViewItem padded = option;
    padded.rect = QStyle::visualRect(option.direction, option.rect, text);
    QStyledItemDelegate::paint(painter, padded, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (hasBar)
        paintBar(*painter, option, index);
    if (hasDot)
        paintDot(*painter, option, index);
    painter->restore();
}

void ListDelegate::paintBar(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // In steps, so that the bars of neighbours are of one length.
    const int textWidth = option.fontMetrics.horizontalAdvance(index.data().toString());
    const int steps = (textWidth + kPadding + kBarTextWidth - 1) / kBarTextWidth;
    const int width = option.rect.width() - std::max(1, steps) * kBarTextWidth - 2 * kPadding;
    if (width <= 0)
        return;
    QRect bar(option.rect.left() + kPadding + 3, option.rect.center().y() - kBarHeight / 2, width, kBarHeight);
    const auto draw = [&](const QColor &color) {
        painter.setBrush(color);
        painter.drawRoundedRect(QStyle::visualRect(option.direction, option.rect, bar), kBarHeight / 2.0,
                                kBarHeight / 2.0);
    };
    draw(m_theme.color(ColorRole::Raised));
    const double share = index.data(ListModel::ShareRole).toDouble();
    if (share <= 0)
        return;
    bar.setWidth(std::max(kBarHeight, static_cast<int>(width * share)));
    const Tone tone = toneOf(index);
    const ColorRole filled = tone == Tone::Warn || tone == Tone::Critical ? colorOf(tone) : ColorRole::Accent;
    draw(m_theme.color(index.data(ListModel::StaleRole).toBool() ? ColorRole::Text3 : filled));
}

void ListDelegate::paintDot(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect dot(option.rect.left() + kPadding + 5, option.rect.center().y() - kDot / 2, kDot, kDot);
    const QRectF shown = QStyle::visualRect(option.direction, option.rect, dot);
    const QColor color = m_theme.color(textColor(index));
    // A shape of its own where something is wrong, for who sees no colours.
    switch (toneOf(index)) {
    case Tone::Warn:
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF({{shown.center().x(), shown.top()}, shown.bottomRight(), shown.bottomLeft()}));
        return;
    case Tone::Critical:
        painter.setBrush(color);
        painter.drawRect(shown);
        return;
    case Tone::Muted:
        painter.setPen(QPen(color, 1.4));
        painter.drawEllipse(shown.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    default: break;
    }
    painter.setBrush(color);
    painter.drawEllipse(shown);
}

ColorRole ListDelegate::textColor(const QModelIndex &index) const
{
    return index.data(ListModel::StaleRole).toBool() ? ColorRole::Text3 : colorOf(toneOf(index));
}

void ListDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = format::inOrder(option->text);
    // The whole row is the current one, so no single cell is framed.
    option->state.setFlag(QStyle::State_HasFocus, false);
    if (index.data(ListModel::ShareRole).isValid())
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    const QColor color = m_theme.color(textColor(index));
    option->palette.setColor(QPalette::Text, color);
    option->palette.setColor(QPalette::HighlightedText, color);
}

} // namespace sluice::console
