// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace sluice::console {

/// The vertical range of a live chart: round numbers, grows at once, shrinks only after the data stayed low for a
/// while, so that a chart does not jump with every sample.
class NiceScale
{
public:
    enum class Kind {
        Percent,  ///< 0 to 100, always.
        FromZero, ///< 0 to a round number.
        Floating, ///< Round numbers around the data, for levels whose changes matter more than their size.
    };

    static constexpr int kIntervals = 4;
    /// How long the data must need less than kShrinkShare of the range. Units: ms.
    static constexpr qint64 kShrinkAfterMs = 30'000;
    static constexpr double kShrinkShare = 0.6;

    explicit NiceScale(Kind kind);

    /// Fits the range to data between `low` and `high`; true when the range changed.
    bool fit(double low, double high, qint64 nowMs);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] double minimum() const { return m_minimum; }
    [[nodiscard]] double maximum() const { return m_minimum + m_step * kIntervals; }
    [[nodiscard]] double step() const { return m_step; }

private:
    struct Range {
        double minimum = 0;
        double step = 1;
    };

    [[nodiscard]] Range rangeFor(double low, double high) const;
    [[nodiscard]] bool mayShrink(double low, double high, qint64 nowMs);

    Kind m_kind;
    double m_minimum = 0;
    double m_step = 1;
    std::optional<qint64> m_smallSinceMs;
};

} // namespace sluice::console
