// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/activityentry.h"
#include "console/widgets/theme.h"

#include <QString>

class QPainter;
class QRectF;

namespace sluice::console {

/// The size of a flag. Units: logical pixels.
inline constexpr double kFlagWidth = 14;
inline constexpr double kFlagHeight = 13;

/// The letter on a kind's flag: the same on charts and in the activity list.
[[nodiscard]] QString markerLetter(ActivityKind kind);
[[nodiscard]] ColorRole markerColor(const ActivityEntry &entry);

/// A filled box with a letter in it.
void paintFlag(QPainter &painter, const QRectF &box, const QString &letter, const QColor &color, const Theme &theme);

} // namespace sluice::console
