// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <cmath>

namespace sluice::console {

namespace {

// Every path lives in a box of 16 x 16.
constexpr double kBox = 16;

QPainterPath overviewPath()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(1.5, 1.5, 5.5, 7), 1, 1);
    path.addRoundedRect(QRectF(9, 1.5, 5.5, 4), 1, 1);
    path.addRoundedRect(QRectF(1.5, 10.5, 5.5, 4), 1, 1);
    path.addRoundedRect(QRectF(9, 7.5, 5.5, 7), 1, 1);
    return path;
}

QPainterPath eventsPath()
{
    QPainterPath path;
    path.moveTo(9, 1.5);
    path.lineTo(3, 9);
    path.lineTo(7.5, 9);
    path.lineTo(6.5, 14.5);
    path.lineTo(13, 6.5);
    path.lineTo(8.2, 6.5);
    path.closeSubpath();
    return path;
}

QPainterPath configPath()
{
    QPainterPath path;
    const auto slider = [&](double y, double knob) {
        path.moveTo(1.5, y);
        path.lineTo(knob - 1.8, y);
        path.addEllipse(QPointF(knob, y), 1.8, 1.8);
        path.moveTo(knob + 1.8, y);
        path.lineTo(14.5, y);
    };
    slider(4, 10.5);
    slider(8, 5);
    slider(12, 9);
    return path;
}

QPainterPath pausePath()
{
    QPainterPath path;
    path.moveTo(5.5, 3);
    path.lineTo(5.5, 13);
    path.moveTo(10.5, 3);
    path.lineTo(10.5, 13);
    return path;
}

QPainterPath resumePath()
{
    QPainterPath path;
    path.moveTo(4.5, 2.5);
    path.lineTo(13, 8);
    path.lineTo(4.5, 13.5);
    path.closeSubpath();
    return path;
}

QPainterPath themePath()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), 6, 6);
    path.moveTo(8, 2);
    path.lineTo(8, 14);
    for (double x = 9.5; x < 14; x += 1.5) {
        const double half = std::sqrt(std::max(0.0, 36 - (x - 8) * (x - 8)));
        path.moveTo(x, 8 - half);
        path.lineTo(x, 8 + half);
    }
    return path;
}

QPainterPath powerPath()
{
    QPainterPath path;
    path.moveTo(8, 1.5);
    path.lineTo(8, 7.5);
    const QRectF circle(2.5, 3, 11, 11);
    path.arcMoveTo(circle, 60);
    path.arcTo(circle, 60, -300);
    return path;
}

QPainterPath undoPath()
{
    QPainterPath path;
    path.moveTo(6, 2.5);
    path.lineTo(2.5, 6);
    path.lineTo(6, 9.5);
    path.moveTo(2.5, 6);
    path.lineTo(9.5, 6);
    path.arcTo(QRectF(6, 6, 7.5, 7.5), 90, -180);
    path.lineTo(7, 13.5);
    return path;
}

QPainterPath connectionsPath()
{
    QPainterPath path;
    const QPointF hub(4, 8);
    for (const double y : {3.5, 12.5}) {
        path.addEllipse(QPointF(12.2, y), 1.8, 1.8);
        const QPointF way = QPointF(12.2, y) - hub;
        const double length = std::hypot(way.x(), way.y());
        path.moveTo(hub + way * (2.2 / length));
        path.lineTo(QPointF(12.2, y) - way * (1.8 / length));
    }
    path.addEllipse(hub, 2.2, 2.2);
    return path;
}

QPainterPath limitsPath()
{
    QPainterPath path;
    const QRectF dial(1.8, 3, 12.4, 12.4);
    path.arcMoveTo(dial, -20);
    path.arcTo(dial, -20, 220);
    path.moveTo(8, 9.2);
    path.lineTo(11.2, 5.8);
    return path;
}

QPainterPath tapPath()
{
    QPainterPath path;
    path.moveTo(1.2, 8.5);
    path.lineTo(4.4, 8.5);
    path.lineTo(6.4, 2.8);
    path.lineTo(9.6, 13.4);
    path.lineTo(11.6, 8.5);
    path.lineTo(14.8, 8.5);
    return path;
}

QPainterPath auditPath()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), 6.2, 6.2);
    path.moveTo(8, 4.2);
    path.lineTo(8, 8);
    path.lineTo(10.8, 9.8);
    return path;
}

QPainterPath serversPath()
{
    QPainterPath path;
    for (const double y : {2.2, 8.8}) {
        path.addRoundedRect(QRectF(1.5, y, 13, 5), 1.2, 1.2);
        path.moveTo(4.2, y + 2.5);
        path.lineTo(5.4, y + 2.5);
    }
    return path;
}

QPainterPath chevronPath(double tip, double back)
{
    QPainterPath path;
    path.moveTo(back, 3.5);
    path.lineTo(tip, 8);
    path.lineTo(back, 12.5);
    return path;
}

QPainterPath alertsPath()
{
    QPainterPath path;
    path.moveTo(2.5, 12);
    path.lineTo(13.5, 12);
    path.cubicTo(12, 10.5, 12, 9, 12, 7);
    path.cubicTo(12, 0.5, 4, 0.5, 4, 7);
    path.cubicTo(4, 9, 4, 10.5, 2.5, 12);
    path.moveTo(6.8, 14.2);
    path.lineTo(9.2, 14.2);
    return path;
}

QPainterPath pathOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Overview: return overviewPath();
    case Glyph::Events: return eventsPath();
    case Glyph::Config: return configPath();
    case Glyph::Pause: return pausePath();
    case Glyph::Resume: return resumePath();
    case Glyph::Theme: return themePath();
    case Glyph::Power: return powerPath();
    case Glyph::Undo: return undoPath();
    case Glyph::Alerts: return alertsPath();
    case Glyph::Connections: return connectionsPath();
    case Glyph::Limits: return limitsPath();
    case Glyph::Tap: return tapPath();
    case Glyph::Audit: return auditPath();
    case Glyph::Servers: return serversPath();
    case Glyph::Previous: return chevronPath(5.5, 10);
    case Glyph::Next: return chevronPath(10.5, 6);
    }
    return {};
}

class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, const Theme &theme, ColorRole color)
        : m_glyph(glyph)
        , m_theme(theme)
        , m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const double side = std::min(rect.width(), rect.height());
        painter->translate(QRectF(rect).center() - QPointF(side / 2, side / 2));
        painter->scale(side / kBox, side / kBox);
        painter->setPen(QPen(m_theme.color(roleFor(mode)), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(pathOf(m_glyph));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new GlyphEngine(m_glyph, m_theme, m_color); }

private:
    [[nodiscard]] ColorRole roleFor(QIcon::Mode mode) const
    {
        switch (mode) {
        case QIcon::Disabled: return ColorRole::Text3;
        case QIcon::Selected: return ColorRole::Text;
        default: return m_color;
        }
    }

    Glyph m_glyph;
    const Theme &m_theme;
    ColorRole m_color;
};

} // namespace

QIcon icon(Glyph glyph, const Theme &theme, ColorRole color)
{
    return QIcon(new GlyphEngine(glyph, theme, color));
}

ColorRole statusColor(StatusShape shape)
{
    switch (shape) {
    case StatusShape::Ok: return ColorRole::Ok;
    case StatusShape::Warning: return ColorRole::Warn;
    case StatusShape::Critical: return ColorRole::Critical;
    case StatusShape::Unknown: break;
    }
    return ColorRole::Text3;
}

void paintStatus(QPainter &painter, const QRectF &box, StatusShape shape, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = theme.color(statusColor(shape));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (shape) {
    case StatusShape::Ok: painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5)); break;
    case StatusShape::Warning:
        painter.drawPolygon(QPolygonF({QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()}));
        break;
    case StatusShape::Critical: painter.drawRect(box.adjusted(1, 1, -1, -1)); break;
    case StatusShape::Unknown:
        painter.setPen(QPen(color, 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5));
        break;
    }
    painter.restore();
}

} // namespace sluice::console
