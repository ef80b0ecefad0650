// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/drainforecast.h"

#include <QLocale>

#include <cmath>

namespace sluice::console {

namespace {

QString wholeSeconds(double seconds)
{
    return QLocale().toString(std::max(0.0, std::round(seconds)), 'f', 0);
}

} // namespace

DrainForecast DrainForecast::of(const admin::DrainProgress &drain, std::optional<double> projectedEnd)
{
    const double elapsed = static_cast<double>(drain.elapsedMs) / 1000.0;
    const double deadline = static_cast<double>(workDeadlineMs(drain)) / 1000.0;
    if (drain.abandoned > 0)
        return {tr("The grace period ended: %Ln events were answered with an error.", nullptr,
                   static_cast<int>(drain.abandoned)),
                true, 0};
    const quint64 left = unanswered(drain);
    if (left == 0)
        return {tr("All %Ln events were answered. Nothing was lost.", nullptr, static_cast<int>(drain.answered)), false,
                0};
    if (drain.paused)
        return {tr("Paused: the drain stands still, and so does its time."), false, 0};
    if (!projectedEnd)
        return {tr("Not shrinking yet; %1 s are left for the work.").arg(wholeSeconds(deadline - elapsed)), false, 0};
    if (*projectedEnd <= deadline)
        return {tr("At the present rate the server is empty in about %1 s, %2 s before the end. Nothing will be lost.")
                    .arg(wholeSeconds(*projectedEnd - elapsed), wholeSeconds(deadline - *projectedEnd)),
                false, 0};
    const double share = std::clamp((*projectedEnd - deadline) / std::max(1e-3, *projectedEnd - elapsed), 0.0, 1.0);
    const auto lost = static_cast<quint64>(std::ceil(static_cast<double>(left) * share));
    const int missing = static_cast<int>(std::ceil(*projectedEnd - deadline));
    return {tr("At the present rate about %Ln events will be lost; %1 s more grace would save them.", nullptr,
               static_cast<int>(lost))
                .arg(QLocale().toString(missing)),
            true, missing};
}

} // namespace sluice::console
