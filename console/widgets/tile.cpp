// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/tile.h"

#include "console/widgets/trendline.h"

#include <QPainter>
#include <QStyle>

namespace sluice::console {

namespace {

constexpr int kStatusRoom = 16;
constexpr double kLeastPoints = 6;
constexpr int kPadding = 12;
constexpr int kTrendHeight = 26;
constexpr double kTrendSeconds = 60;

} // namespace

Tile::Tile(const QString &title, ColorRole color, const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_color(color)
{
    setText(title);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    describe();
}

void Tile::setContent(const Content &content)
{
    m_content = content;
    describe();
    update();
}

void Tile::setStale(const QString &note)
{
    if (m_staleNote == note)
        return;
    m_staleNote = note;
    describe();
    update();
}

void Tile::describe()
{
    setAccessibleName(tr("%1: %2 %3, %4", "tile: what, value, unit, comparison")
                          .arg(text(), m_content.value, m_content.unit, note()));
}

void Tile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StatusShape status = m_staleNote.isEmpty() ? m_content.status : StatusShape::Unknown;
    paintFrame(painter, status);
    paintNumbers(painter);
    paintTrend(painter);
}

void Tile::paintFrame(QPainter &painter, StatusShape status) const
{
    const bool ring = hasFocus();
    painter.setPen(QPen(m_theme.color(ring               ? ColorRole::Accent
                                          : underMouse() ? ColorRole::Text3
                                                         : ColorRole::Line),
                        ring ? 1.5 : 1));
    painter.setBrush(m_theme.color(ColorRole::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 8, 8);
    if (status == StatusShape::Warning || status == StatusShape::Critical) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(statusColor(status)));
        painter.drawRoundedRect(QRectF(1, 10, 3, height() - 20), 1.5, 1.5);
    }
    const QRect box = QStyle::visualRect(layoutDirection(), rect(), QRect(width() - kPadding - 9, 11, 9, 9));
    paintStatus(painter, box, status, m_theme);
}

/// Smaller where a language has a long word for it.
QFont Tile::titleFont(int room) const
{
    constexpr double kStep = 0.5;
    double points = Theme::kBodyPoints;
    while (points > kLeastPoints && QFontMetrics(Theme::font(points)).horizontalAdvance(text()) >= room)
        points -= kStep;
    return Theme::font(points);
}

void Tile::paintNumbers(QPainter &painter) const
{
    const bool stale = !m_staleNote.isEmpty();
    const QRect inner = rect().adjusted(kPadding, 8, -kPadding, -10);
    const QRect titleRect = QStyle::visualRect(layoutDirection(), inner, inner.adjusted(0, 0, -kStatusRoom, 0));
    painter.setFont(titleFont(titleRect.width()));
    painter.setPen(m_theme.color(ColorRole::Text2));
    painter.drawText(titleRect, Qt::AlignLeft | Qt::AlignTop, text());

    const QFont valueFont = Theme::font(Theme::kValuePoints, QFont::Bold);
    const QFontMetrics valueMetrics(valueFont);
    painter.setFont(valueFont);
    painter.setPen(m_theme.color(stale ? ColorRole::Text3 : ColorRole::Text));
    const QRect valueRect(inner.left(), inner.top() + 17, inner.width(), valueMetrics.height());
    painter.drawText(valueRect, Qt::AlignLeft | Qt::AlignVCenter, m_content.value);

    painter.setFont(Theme::font(Theme::kBodyPoints));
    painter.setPen(m_theme.color(ColorRole::Text3));
    const int advance = valueMetrics.horizontalAdvance(m_content.value) + 6;
    const QRect unitRect = QStyle::visualRect(layoutDirection(), valueRect, valueRect.adjusted(advance, 6, 0, 0));
    painter.drawText(unitRect, Qt::AlignLeft | Qt::AlignVCenter, u'\u2066' + m_content.unit + u'\u2069');

    painter.setFont(Theme::font(Theme::kSmallPoints));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom,
                     painter.fontMetrics().elidedText(note(), Qt::ElideRight, inner.width() - trendWidth()));
}

QString Tile::note() const
{
    return m_staleNote.isEmpty() ? m_content.note : m_staleNote;
}

int Tile::trendWidth() const
{
    // What the note leaves of the row, within bounds: words are shortened last.
    const int whole = width() - 2 * kPadding;
    const int noteWidth = QFontMetrics(Theme::font(Theme::kSmallPoints)).horizontalAdvance(note()) + 6;
    return std::clamp(whole - noteWidth, whole / 6, whole * 2 / 5);
}

void Tile::paintTrend(QPainter &painter) const
{
    const QList<QPointF> &trend = m_content.trend;
    if (trend.size() < 2)
        return;
    const QRectF box(QStyle::visualRect(
        layoutDirection(), rect(),
        QRect(width() - kPadding - trendWidth(), height() - kTrendHeight - 11, trendWidth() - 4, kTrendHeight)));
    TrendLine{trend, m_content.trendFloor, kTrendSeconds}.paint(
        painter, box, m_theme.color(m_staleNote.isEmpty() ? m_color : ColorRole::Text3));
}

} // namespace sluice::console
