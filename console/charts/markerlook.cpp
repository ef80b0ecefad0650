// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/markerlook.h"

#include <QPainter>

namespace sluice::console {

using namespace Qt::StringLiterals;

QString markerLetter(ActivityKind kind)
{
    // Letters, not words: the same in all languages, as the keys are.
    switch (kind) {
    case ActivityKind::Config: return u"C"_s;
    case ActivityKind::Drain: return u"D"_s;
    case ActivityKind::Restart: return u"R"_s;
    case ActivityKind::AlertBegan: return u"A"_s;
    case ActivityKind::AlertEnded: return u"✓"_s;
    case ActivityKind::Mute: return u"M"_s;
    case ActivityKind::Network: return u"N"_s;
    case ActivityKind::Own: return u"•"_s;
    }
    return {};
}

ColorRole markerColor(const ActivityEntry &entry)
{
    switch (entry.kind) {
    case ActivityKind::Config: return ColorRole::Violet;
    case ActivityKind::Drain: return ColorRole::Warn;
    case ActivityKind::Restart: return ColorRole::Cyan;
    case ActivityKind::AlertBegan: return entry.isCritical ? ColorRole::Critical : ColorRole::Warn;
    case ActivityKind::AlertEnded: return ColorRole::Ok;
    case ActivityKind::Mute: return ColorRole::Accent;
    case ActivityKind::Network: return entry.isCritical ? ColorRole::Critical : ColorRole::Accent;
    case ActivityKind::Own: return ColorRole::Text2;
    }
    return ColorRole::Text2;
}

void paintFlag(QPainter &painter, const QRectF &box, const QString &letter, const QColor &color, const Theme &theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(Theme::font(Theme::kSmallPoints - 0.5, QFont::Bold));
    painter.setPen(theme.color(ColorRole::Window));
    painter.drawText(box, Qt::AlignCenter, letter);
}

} // namespace sluice::console
