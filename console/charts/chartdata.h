// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/markerflags.h"
#include "console/charts/nicescale.h"
#include "console/models/samplehistory.h"
#include "console/widgets/theme.h"

#include <QList>
#include <QPointF>

#include <functional>
#include <optional>

namespace sluice::console {

/// One line of a chart.
struct SeriesSpec {
    QString name;
    ColorRole color = ColorRole::Accent;
    double opacity = 1; ///< Percentiles share a colour in three strengths.
};

/// What a chart is, once and for all.
struct ChartSpec {
    QString title;
    QList<SeriesSpec> series;
    NiceScale::Kind scale = NiceScale::Kind::FromZero;
    bool filled = false; ///< Ground below the first line; only where the axis begins at 0.
    std::function<QString(double)> format;
};

/// A level with its own line, and a band from it up to the next one or to the top.
struct Threshold {
    double value = 0;
    ColorRole color = ColorRole::Warn;
    QString label;
};

/// What a chart shows at one moment.
struct ChartData {
    QList<QList<QPointF>> series; ///< x in seconds before the right edge; a NaN is a gap.
    QList<Gap> gaps;
    qint64 endMs = 0;                ///< The server's time at the right edge. Units: ms since the Unix epoch.
    QList<ChartMarker> markers = {}; ///< Oldest first.
    double gapSeconds = 2.5;         ///< Farther from a sample nothing is known.
};

/// What the time axis of all charts shows.
struct TimeRange {
    int seconds = 600;
    std::optional<qint64> endMs = {}; ///< Set: a fixed stretch of time, labelled by the clock. Else: up to now.

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// The sample of a line that speaks for a moment; nothing where none is near.
[[nodiscard]] std::optional<qsizetype> nearestPoint(const QList<QPointF> &points, double seconds, double gapSeconds);

/// What a chart shows, as sentences for who cannot see it.
[[nodiscard]] QString describe(const ChartSpec &spec, const ChartData &data, const QList<Threshold> &thresholds);

} // namespace sluice::console
