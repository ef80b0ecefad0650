// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/samplehistory.h"

namespace sluice::console {

/// All samples of a recording and an instant in it: the histories that a console would have had at that instant.
/// Thread: any (a value).
class Playback
{
public:
    void setFine(const QList<admin::Snapshot> &samples);
    void setCoarse(const QList<admin::Snapshot> &samples);

    [[nodiscard]] bool isEmpty() const { return m_fine.isEmpty() && m_coarse.isEmpty(); }
    /// Units: ms since the Unix epoch, on the charts' time line. Requires: it is not empty; so too below.
    [[nodiscard]] qint64 fromMs() const;
    [[nodiscard]] qint64 toMs() const;
    [[nodiscard]] qint64 positionMs() const { return m_atEnd ? toMs() : m_positionMs; }
    /// The nearest instant that there is.
    void seek(qint64 timeMs);
    /// The time of the sample after that instant, or before it; the end or the beginning where there is none.
    [[nodiscard]] qint64 nextMs(qint64 timeMs) const;
    [[nodiscard]] qint64 previousMs(qint64 timeMs) const;

    /// Up to the position, single samples where they reach back a minute, else those of 10 s: tiles and sparklines
    /// show no less than a minute.
    [[nodiscard]] SampleHistory history() const;
    [[nodiscard]] SampleHistory coarse() const { return m_coarse.until(positionMs()); }

private:
    SampleHistory m_fine;
    SampleHistory m_coarse{SampleHistory::kCoarseCapacity, SampleHistory::kCoarseStepMs};
    bool m_atEnd = true; ///< Wherever that is: samples may still come.
    qint64 m_positionMs = 0;
};

} // namespace sluice::console
