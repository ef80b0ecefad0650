#pragma once

#include "server/metrics/metrics.h"
#include "shared/base/clock.h"

#include <optional>

namespace sluice::server {

/// Gives free memory back to the system after many connections have ended: the allocator keeps what lies between the
/// survivors' blocks, 113 MB of it after 10,000 clients that used 1 MB. It waits until the leaving has calmed, since
/// trimming locks the allocator's arenas one after the other, and those who come again would need the memory at once.
/// Thread: main, which serves nobody, so that only an I/O thread that allocates in the arena at hand waits.
class HeapTrimmer
{
public:
    HeapTrimmer(Metrics &metrics, const Clock &clock);

    /// Trims when it is time; to be called about once a second. Returns whether it has. Blocks: as long as that takes.
    bool tick();

    /// So many connections must have ended since the last time.
    static constexpr quint64 kEnded = 1000;
    /// It is calm when no more than these have ended since the last tick.
    static constexpr quint64 kEndedWhenCalm = 100;
    static constexpr std::chrono::seconds kInterval{5};

private:
    Metrics &m_metrics;
    const Clock &m_clock;
    quint64 m_endedBefore = 0; // as of the last tick
    quint64 m_endedAtTrim = 0;
    std::optional<TimePoint> m_trimmed;
};

} // namespace sluice::server
