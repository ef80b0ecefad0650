// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/samplehistory.h"

#include <QList>

/// Names and units of what is sampled, for alert rules and exports.
/// Thread: main (translations).
namespace sluice::console {

/// "queue.fill": stays the same in all languages and versions.
[[nodiscard]] QString metricId(Metric metric);
[[nodiscard]] std::optional<Metric> metricFromId(const QString &id);
/// "Queue, all lanes".
[[nodiscard]] QString metricName(Metric metric);
/// "%", "ms", "/s"; empty for counts.
[[nodiscard]] QString metricUnit(Metric metric);
/// The value with its unit: "63 %".
[[nodiscard]] QString metricText(Metric metric, double value);

} // namespace sluice::console
