#pragma once

#include "server/metrics/stripes.h"
#include "server/policies/limitreplay.h"
#include "shared/base/clock.h"

#include <array>
#include <atomic>
#include <vector>

namespace sluice::server {

/// How many events asked the limit of all within each thirty-second part of a second, for the last ten minutes. Each
/// thread counts in a ring of its own, which is folded into one that all share. Memory: some 80 KB, and 1 KB a thread.
/// Thread: count() any; fold() and slots() one at a time.
class DemandMeter
{
public:
    static constexpr qint64 kPerSecond = 32;
    static constexpr qint64 kSlots = 600 * kPerSecond;

    /// `by`: -1 takes one back that was counted at that time.
    void count(TimePoint at, int by) noexcept;
    /// To be called at least every three seconds, or what was counted before is forgotten.
    void fold(TimePoint now);
    void clear();
    /// What is folded, the oldest first; empty: nothing yet.
    [[nodiscard]] std::vector<DemandSlot> slots() const;
    [[nodiscard]] Duration span() const noexcept;

private:
    static constexpr qint64 kRing = 128; // four seconds
    /// The number of a slot above, and how many it counts below; only its thread writes it, but for the last stripe.
    struct Counts {
        std::array<std::atomic<quint64>, kRing> slots{};
    };

    [[nodiscard]] static qint64 slotOf(TimePoint time) noexcept;
    [[nodiscard]] qint64 sum(qint64 slot) const;

    Stripes<Counts> m_counts;
    std::vector<quint32> m_folded; // a ring of kSlots
    qint64 m_first = 0;            // slot numbers: what is folded lies in [m_first, m_next)
    qint64 m_next = 0;
};

} // namespace sluice::server
