#pragma once

#include "server/metrics/metrics.h"
#include "server/transport/httprequest.h"
#include "shared/base/clock.h"

#include <array>
#include <string>

namespace sluice::server {

/// Counts refusals by their reason and logs them, of each reason at most one a second: clients can repeat them as fast
/// as they connect. A line says how many went before it unlogged.
/// Thread: its I/O thread.
class RefusalLog
{
public:
    RefusalLog(Metrics &metrics, const Clock &clock);

    void add(const HttpRefusal &refusal, const std::string &address);

private:
    struct Reason {
        TimePoint nextLine;
        quint64 unlogged = 0;
    };

    Metrics &m_metrics;
    const Clock &m_clock;
    std::array<Reason, kCounterCount> m_reasons{}; // by HttpRefusal::countedAs
};

} // namespace sluice::server
