#include "server/app/heaptrimmer.h"

#include "shared/base/logging.h"

#include <memory>
#include <utility>

#include <malloc.h>

namespace sluice::server {

HeapTrimmer::HeapTrimmer(Metrics &metrics, const Clock &clock)
    : m_metrics(metrics)
    , m_clock(clock)
{
}

bool HeapTrimmer::tick(const Cause &cause)
{
    const quint64 ended = m_metrics.total(Counter::ConnectionsClosed);
    m_windows += cause.windowsExpired;
    const bool isCalm =
        ended - std::exchange(m_endedBefore, ended) <= kEndedWhenCalm && cause.windowsExpired <= kWindowsWhenCalm;
    const bool isWorthIt = ended - m_endedAtTrim >= kEnded || m_windows >= kWindows;
    const TimePoint now = m_clock.now();
    if (!(isCalm && isWorthIt) && !cause.isMemoryShort)
        return false;
    if (m_trimmed && now - *m_trimmed < kInterval)
        return false;
    m_endedAtTrim = ended;
    m_windows = 0;
    m_trimmed = now;
    ::malloc_trim(0);
    m_metrics.add(Counter::HeapTrims);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now() - now);
    qCInfo(lcApp) << "gave free memory back connectionsEnded=" << ended << "tookMs=" << took.count();
    return true;
}

void HeapTrimmer::trimOwnArena()
{
    // The allocator looks at the end of an arena when a block of at least 64 KiB is freed; from 128 KiB on it would be
    // mapped on its own. Volatile, or the compiler would leave it out.
    constexpr size_t kBlockBytes = 100 * 1024;
    const std::unique_ptr<volatile char[]> block(new volatile char[kBlockBytes]);
    block[0] = 0;
}

} // namespace sluice::server
