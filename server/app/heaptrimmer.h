#pragma once

#include "server/metrics/metrics.h"
#include "shared/base/clock.h"

#include <optional>

namespace sluice::server {

/// Gives free memory back to the system after many connections have ended or many rate-limit windows have expired: the
/// allocator keeps what lies between the survivors' blocks, 113 MB of it after 10,000 clients that used 1 MB. It waits
/// until the leaving has calmed, since trimming locks the allocator's arenas one after the other, and those who come
/// again would need the memory at once.
/// While memory is short it does not wait for anything: what is free must not keep the server refusing.
/// Thread: main, which serves nobody, so that only an I/O thread that allocates in the arena at hand waits.
class HeapTrimmer
{
public:
    HeapTrimmer(Metrics &metrics, const Clock &clock);

    /// What has happened since the last tick.
    struct Cause {
        size_t windowsExpired = 0;
        bool isMemoryShort = false; ///< It is so now.
    };
    /// Trims when it is time; to be called about once a second. Returns whether it has. Blocks: as long as that takes.
    bool tick(const Cause &cause);
    /// Gives back the free end of the calling thread's arena, which malloc_trim() leaves when that is not the main
    /// thread's; where only small blocks were used, as windows are, that is all of it. For each thread whose
    /// connections and windows are gone, when it is time. Thread: any.
    /// Source: glibc 2.36 malloc/malloc.c, mtrim() and FASTBIN_CONSOLIDATION_THRESHOLD.
    static void trimOwnArena();

    /// So many connections must have ended since the last time.
    static constexpr quint64 kEnded = 1000;
    /// It is calm when no more than these have ended since the last tick.
    static constexpr quint64 kEndedWhenCalm = 100;
    static constexpr std::chrono::seconds kInterval{5};
    /// The same for windows: 80 bytes and more each.
    static constexpr size_t kWindows = 100'000;
    static constexpr size_t kWindowsWhenCalm = 1000;

private:
    Metrics &m_metrics;
    const Clock &m_clock;
    quint64 m_endedBefore = 0; // as of the last tick
    quint64 m_endedAtTrim = 0;
    size_t m_windows = 0; // expired since the last trim
    std::optional<TimePoint> m_trimmed;
};

} // namespace sluice::server
