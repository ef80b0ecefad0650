// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/recording/playback.h"

#include <algorithm>
#include <limits>

namespace sluice::console {

namespace {

// What a tile compares with and draws. Units: ms.
constexpr qint64 kLeastMs = 60'000;

SampleHistory restored(SampleHistory history, const QList<admin::Snapshot> &samples)
{
    history.clear();
    for (const admin::Snapshot &sample : samples)
        history.append(sample);
    return history;
}

qint64 firstMs(const SampleHistory &history)
{
    return history.isEmpty() ? std::numeric_limits<qint64>::max() : history.samples().constFirst().timeMs;
}

auto firstAfter(const SampleHistory &history, qint64 timeMs)
{
    return std::upper_bound(history.samples().cbegin(), history.samples().cend(), timeMs,
                            [](qint64 time, const SampleHistory::Sample &sample) { return time < sample.timeMs; });
}

auto firstNotBefore(const SampleHistory &history, qint64 timeMs)
{
    return std::lower_bound(history.samples().cbegin(), history.samples().cend(), timeMs,
                            [](const SampleHistory::Sample &sample, qint64 time) { return sample.timeMs < time; });
}

} // namespace

void Playback::setFine(const QList<admin::Snapshot> &samples)
{
    m_fine = restored(std::move(m_fine), samples);
}

void Playback::setCoarse(const QList<admin::Snapshot> &samples)
{
    m_coarse = restored(std::move(m_coarse), samples);
}

qint64 Playback::fromMs() const
{
    return std::min(firstMs(m_fine), firstMs(m_coarse));
}

qint64 Playback::toMs() const
{
    return std::max(m_fine.latestMs(), m_coarse.latestMs());
}

void Playback::seek(qint64 timeMs)
{
    m_atEnd = timeMs >= toMs();
    m_positionMs = std::max(timeMs, fromMs());
}

qint64 Playback::nextMs(qint64 timeMs) const
{
    qint64 result = toMs();
    for (const SampleHistory *history : {&m_fine, &m_coarse}) {
        // Where there are single samples, those of 10 s are no steps.
        if (history == &m_coarse && timeMs >= firstMs(m_fine))
            continue;
        if (const auto next = firstAfter(*history, timeMs); next != history->samples().cend())
            result = std::min(result, next->timeMs);
    }
    return result;
}

qint64 Playback::previousMs(qint64 timeMs) const
{
    qint64 result = fromMs();
    for (const SampleHistory *history : {&m_fine, &m_coarse}) {
        if (history == &m_coarse && timeMs > firstMs(m_fine))
            continue;
        if (const auto at = firstNotBefore(*history, timeMs); at != history->samples().cbegin())
            result = std::max(result, std::prev(at)->timeMs);
    }
    return result;
}

SampleHistory Playback::history() const
{
    const bool reachesBack = firstMs(m_fine) <= positionMs() - kLeastMs || firstMs(m_fine) <= firstMs(m_coarse);
    return reachesBack ? m_fine.until(positionMs()) : m_coarse.until(positionMs());
}

} // namespace sluice::console
