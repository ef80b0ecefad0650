// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/theme.h"

#include <QIcon>

class QPainter;

namespace sluice::console {

/// What an icon shows.
enum class Glyph {
    Overview,
    Events,
    Config,
    Pause,
    Resume,
    Theme,
    Power,
    Undo,
    Connections,
    Limits,
    Tap,
    Audit,
    Servers,
    Alerts,
    Previous,
    Next,
};

/// The status shapes: told apart without colour.
enum class StatusShape {
    Ok,       ///< ●
    Warning,  ///< ▲
    Critical, ///< ■
    Unknown,  ///< ○
};

/// An icon painted as lines, crisp at every size and in the colours of the theme at that moment.
[[nodiscard]] QIcon icon(Glyph glyph, const Theme &theme, ColorRole color = ColorRole::Text2);

/// Paints a status shape into `box` in its own colour.
void paintStatus(QPainter &painter, const QRectF &box, StatusShape shape, const Theme &theme);
[[nodiscard]] ColorRole statusColor(StatusShape shape);

} // namespace sluice::console
