// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <algorithm>

namespace sluice::console {

/// Where moments and values lie in a chart: time from left to right in every language.
struct ChartPlane {
    QRectF plot; ///< In view coordinates.
    int rangeSeconds = 600;
    double least = 0; ///< At the bottom.
    double most = 1;  ///< At the top.

    /// Units: seconds before the right edge.
    [[nodiscard]] double secondsAt(double x) const
    {
        return (std::clamp((x - plot.left()) / std::max(1.0, plot.width()), 0.0, 1.0) - 1) * rangeSeconds;
    }
    [[nodiscard]] double xOf(double seconds) const { return plot.left() + (1 + seconds / rangeSeconds) * plot.width(); }
    [[nodiscard]] double yOf(double value) const
    {
        return plot.bottom() - std::clamp((value - least) / (most - least), 0.0, 1.0) * plot.height();
    }
};

} // namespace sluice::console
