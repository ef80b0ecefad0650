#include "server/app/heaptrimmer.h"

#include "shared/base/logging.h"

#include <utility>

#include <malloc.h>

namespace sluice::server {

HeapTrimmer::HeapTrimmer(Metrics &metrics, const Clock &clock)
    : m_metrics(metrics)
    , m_clock(clock)
{
}

bool HeapTrimmer::tick()
{
    const quint64 ended = m_metrics.total(Counter::ConnectionsClosed);
    const bool isCalm = ended - std::exchange(m_endedBefore, ended) <= kEndedWhenCalm;
    const TimePoint now = m_clock.now();
    if (!isCalm || ended - m_endedAtTrim < kEnded || (m_trimmed && now - *m_trimmed < kInterval))
        return false;
    m_endedAtTrim = ended;
    m_trimmed = now;
    ::malloc_trim(0);
    m_metrics.add(Counter::HeapTrims);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now() - now);
    qCInfo(lcApp) << "gave free memory back connectionsEnded=" << ended << "tookMs=" << took.count();
    return true;
}

} // namespace sluice::server
