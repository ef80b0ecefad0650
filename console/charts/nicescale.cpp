// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/nicescale.h"

#include <array>
#include <cmath>

namespace sluice::console {

namespace {

// The least round step that is at least `raw`.
double roundStep(double raw)
{
    static constexpr std::array kFactors{1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0};
    const double magnitude = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : kFactors) {
        if (factor * magnitude >= raw * (1 - 1e-9))
            return factor * magnitude;
    }
    return 10 * magnitude;
}

} // namespace

NiceScale::NiceScale(Kind kind)
    : m_kind(kind)
{
    if (kind == Kind::Percent)
        m_step = 100.0 / kIntervals;
}

NiceScale::Range NiceScale::rangeFor(double low, double high) const
{
    if (m_kind == Kind::FromZero || low <= 0 || high - low >= 0.5 * high)
        return {0, roundStep(std::max(high * 1.05, 1.0 * kIntervals) / kIntervals)};
    double step = roundStep(std::max((high - low) * 1.2, 1.0 * kIntervals) / kIntervals);
    double minimum = std::floor(low / step) * step;
    while (minimum + step * kIntervals < high) {
        step = roundStep(step * 1.01);
        minimum = std::floor(low / step) * step;
    }
    return {minimum, step};
}

bool NiceScale::mayShrink(double low, double high, qint64 nowMs)
{
    const double used = m_kind == Kind::Floating && m_minimum > 0 ? high - low : high - m_minimum;
    if (used >= kShrinkShare * m_step * kIntervals) {
        m_smallSinceMs.reset();
        return false;
    }
    if (!m_smallSinceMs)
        m_smallSinceMs = nowMs;
    return nowMs - *m_smallSinceMs >= kShrinkAfterMs;
}

bool NiceScale::fit(double low, double high, qint64 nowMs)
{
    if (m_kind == Kind::Percent || !std::isfinite(low) || !std::isfinite(high))
        return false;
    const bool outside = low < minimum() || high > maximum();
    if (!mayShrink(low, high, nowMs) && !outside)
        return false;
    m_smallSinceMs.reset();
    const Range range = rangeFor(low, high);
    if (range.minimum == m_minimum && range.step == m_step)
        return false;
    m_minimum = range.minimum;
    m_step = range.step;
    return true;
}

} // namespace sluice::console
