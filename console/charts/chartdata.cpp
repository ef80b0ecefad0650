// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/chartdata.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

struct Extent {
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();
    double newest = std::numeric_limits<double>::quiet_NaN();
};

Extent extentOf(const QList<QPointF> &points)
{
    Extent extent;
    for (const QPointF &point : points) {
        if (!std::isfinite(point.y()))
            continue;
        extent.least = std::min(extent.least, point.y());
        extent.most = std::max(extent.most, point.y());
        extent.newest = point.y();
    }
    return extent;
}

} // namespace

std::optional<qsizetype> nearestPoint(const QList<QPointF> &points, double seconds, double gapSeconds)
{
    auto after = std::lower_bound(points.cbegin(), points.cend(), seconds,
                                  [](const QPointF &point, double x) { return point.x() < x; });
    if (after != points.cbegin() && (after == points.cend() || seconds - std::prev(after)->x() <= after->x() - seconds))
        --after;
    // Farther than a gap's width there is no sample that could speak for this moment.
    if (after == points.cend() || std::abs(after->x() - seconds) > gapSeconds)
        return std::nullopt;
    return after - points.cbegin();
}

QString describe(const ChartSpec &spec, const ChartData &data, const QList<Threshold> &thresholds)
{
    QStringList values;
    for (qsizetype i = 0; i < spec.series.size(); ++i) {
        const Extent extent = extentOf(data.series.at(i));
        if (!std::isfinite(extent.newest))
            continue;
        values.append(QCoreApplication::translate("sluice::console::TimeChart", "%1 %2, from %3 to %4",
                                                  "line of a chart: name, newest value, least, most")
                          .arg(spec.series.at(i).name, spec.format(extent.newest), spec.format(extent.least),
                               spec.format(extent.most)));
    }
    for (const Threshold &threshold : thresholds)
        values.append(threshold.label);
    return values.join(u"; "_s);
}

} // namespace sluice::console
