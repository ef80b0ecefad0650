// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/progressring.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace sluice::console {

namespace {

constexpr double kRingWidth = 9;
constexpr int kNameWidth = 130;
constexpr int kTextWidth = 220; // "10, oldest: notes/import for 0.4 s"
constexpr int kBarHeight = 7;

} // namespace

ProgressRing::ProgressRing(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(sizeHint());
}

void ProgressRing::setContent(double share, const QString &text, const QString &note, ColorRole color)
{
    m_share = std::clamp(share, 0.0, 1.0);
    m_text = text;
    m_note = note;
    m_color = color;
    setAccessibleName(QStringLiteral("%1 %2").arg(text, note));
    update();
}

void ProgressRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle = QRectF(rect()).adjusted(kRingWidth, kRingWidth, -kRingWidth, -kRingWidth);
    painter.setPen(QPen(m_theme.color(ColorRole::Raised), kRingWidth));
    painter.drawEllipse(circle);
    // Qt counts arcs in sixteenths of a degree, against the clock from three o'clock.
    painter.setPen(QPen(m_theme.color(m_color), kRingWidth, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(circle, 90 * 16, static_cast<int>(-m_share * 360 * 16));
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.setFont(Theme::font(Theme::kValuePoints, QFont::Bold));
    painter.drawText(rect().adjusted(0, 0, 0, -16), Qt::AlignCenter, m_text);
    painter.setPen(m_theme.color(ColorRole::Text3));
    painter.setFont(Theme::font(Theme::kSmallPoints));
    painter.drawText(rect().adjusted(0, 40, 0, 0), Qt::AlignCenter, m_note);
}

ProgressRow::ProgressRow(const QString &name, ColorRole color, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(name)
    , m_color(color)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressRow::setContent(double share, const QString &text)
{
    m_share = std::clamp(share, 0.0, 1.0);
    m_text = text;
    setAccessibleName(QStringLiteral("%1: %2").arg(m_name, text));
    setToolTip(text); // where it has no room
    update();
}

void ProgressRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto visual = [&](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    painter.setPen(m_theme.color(ColorRole::Text2));
    painter.drawText(visual({0, 0, kNameWidth, height()}), Qt::AlignLeft | Qt::AlignVCenter, m_name);
    painter.setFont(Theme::font(Theme::kTitlePoints, QFont::Bold));
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(visual({width() - kTextWidth, 0, kTextWidth, height()}), Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, kTextWidth));
    const QRect track(kNameWidth, (height() - kBarHeight) / 2, width() - kNameWidth - kTextWidth - 8, kBarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Raised));
    painter.drawRoundedRect(visual(track), kBarHeight / 2.0, kBarHeight / 2.0);
    if (m_share <= 0)
        return;
    QRect bar = track;
    bar.setWidth(std::max(kBarHeight, static_cast<int>(track.width() * m_share)));
    painter.setBrush(m_theme.color(m_color));
    painter.drawRoundedRect(visual(bar), kBarHeight / 2.0, kBarHeight / 2.0);
}

} // namespace sluice::console
