// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chip.h"

#include <QPainter>

namespace sluice::console {

namespace {

constexpr int kPaddingX = 8;
constexpr int kPaddingY = 2;

QFont chipFont()
{
    return Theme::font(Theme::kSmallPoints, QFont::Bold);
}

} // namespace

Chip::Chip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide(); // until there is something to say
}

void Chip::setContent(const QString &text, ColorRole color, bool filled)
{
    if (m_text == text && m_color == color && m_filled == filled)
        return;
    m_text = text;
    m_color = color;
    m_filled = filled;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(chipFont());
    return {metrics.horizontalAdvance(m_text) + 2 * kPaddingX, metrics.height() + 2 * kPaddingY};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_filled ? m_theme.color(m_color) : m_theme.color(m_color, 0.22));
    painter.drawRoundedRect(QRectF(rect()), 4, 4);
    painter.setFont(chipFont());
    painter.setPen(m_theme.color(m_filled ? ColorRole::Window : m_color));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace sluice::console
