// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/drainforecast.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace sluice::console {

namespace {

QString wholeSeconds(double seconds)
{
    return QLocale().toString(std::max(0.0, std::round(seconds)), 'f', 0);
}

/// What a lane gets through, over the last seconds. Units: events a second; nothing: not told.
std::optional<double> rateOf(size_t lane, const SampleHistory &history)
{
    constexpr qint64 kWindowMs = 10'000;
    const admin::Snapshot &now = history.latest();
    const QList<SampleHistory::Sample> &samples = history.samples();
    const auto first = std::find_if(samples.cbegin(), samples.cend(), [&](const SampleHistory::Sample &one) {
        return one.snapshot.epoch == now.epoch && one.snapshot.uptimeMs >= now.uptimeMs - kWindowMs;
    });
    const admin::Snapshot &before = first->snapshot; // the newest one at least
    if (before.uptimeMs >= now.uptimeMs || now.laneStarted[lane] <= before.laneStarted[lane])
        return std::nullopt;
    return static_cast<double>(now.laneStarted[lane] - before.laneStarted[lane]) * 1000.0
        / static_cast<double>(now.uptimeMs - before.uptimeMs);
}

QString briefSeconds(double seconds)
{
    constexpr double kBrief = 9.95;
    return QLocale().toString(seconds, 'f', seconds < kBrief ? 1 : 0);
}

} // namespace

std::optional<DrainEstimate> DrainEstimate::of(const SampleHistory &history)
{
    if (history.isEmpty())
        return std::nullopt;
    const admin::Snapshot &now = history.latest();
    const double rate = history.value(Metric::ProcessedRate);
    if (now.queueDepth() == 0 || !(rate > 0))
        return std::nullopt;
    const double busy = now.workerBusyShare > 0 ? std::min(1.0, now.workerBusyShare) : 1.0;
    DrainEstimate estimate{static_cast<double>(now.queueDepth()) / rate * busy, 0.0};
    for (size_t lane = 0; lane < now.laneDepth.size(); ++lane) {
        if (now.laneDepth[lane] == 0)
            continue;
        const std::optional<double> own = rateOf(lane, history);
        if (!own)
            return DrainEstimate{estimate.least, std::nullopt};
        estimate.most = std::max(*estimate.most, static_cast<double>(now.laneDepth[lane]) / *own);
    }
    estimate.most = std::max(*estimate.most, estimate.least);
    return estimate;
}

QString DrainEstimate::text() const
{
    constexpr double kTooShort = 0.95;
    if (most && *most < kTooShort)
        return DrainForecast::tr("At the present rate that takes less than a second.");
    if (!most)
        return DrainForecast::tr("At the present rate that takes at least %1 s, and longer where a lane is slow.")
            .arg(briefSeconds(least));
    const QString from = briefSeconds(least);
    const QString to = briefSeconds(*most);
    return from == to
        ? DrainForecast::tr("At the present rate that takes about %1 s.").arg(to)
        : DrainForecast::tr("At the present rates that takes %1 to %2 s; the slowest lane decides.").arg(from, to);
}

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
