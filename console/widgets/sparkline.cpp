// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/sparkline.h"

#include <QPainter>

#include <algorithm>

namespace sluice::console {

namespace {

// Units: logical pixels.
constexpr int kTextHeight = 15;
constexpr int kGap = 4;
constexpr int kLeastWidth = 100;
constexpr int kHeight = 58;

} // namespace

Sparkline::Sparkline(const QString &name, ColorRole color, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_color(color)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Sparkline::minimumSizeHint() const
{
    const QFontMetrics metrics(Theme::font(Theme::kSmallPoints));
    return {std::max(kLeastWidth, metrics.horizontalAdvance(m_name) + 1), kHeight};
}

void Sparkline::setContent(const QString &value, TrendLine trend, bool isOld)
{
    m_value = value;
    m_trend = std::move(trend);
    m_isOld = isOld;
    setAccessibleName(isOld ? tr("%1: %2, old").arg(m_name, m_value) : tr("%1: %2").arg(m_name, m_value));
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::font(Theme::kSmallPoints));
    painter.setPen(m_theme.color(ColorRole::Text3));
    painter.drawText(QRect(0, 0, width(), kTextHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideRight, width()));
    painter.setFont(Theme::font(Theme::kTitlePoints, QFont::Bold));
    painter.setPen(m_theme.color(m_isOld ? ColorRole::Text3 : ColorRole::Text));
    painter.drawText(QRect(0, kTextHeight, width(), kTextHeight + 1), Qt::AlignLeft | Qt::AlignVCenter, m_value);
    const QRectF box(0, 2 * kTextHeight + kGap, width() - 3, height() - 2 * kTextHeight - 2 * kGap);
    m_trend.paint(painter, box, m_theme.color(m_isOld ? ColorRole::Text3 : m_color));
}

} // namespace sluice::console
