#pragma once

#include "server/config/configstore.h"
#include "server/metrics/metrics.h"
#include "server/metrics/processstats.h"
#include "shared/admin/snapshot.h"
#include "shared/base/clock.h"

#include <functional>
#include <vector>

namespace sluice::server {

/// Where samples come from.
struct SampleSources {
    const Metrics &metrics;
    const ConfigStore &config;
    const Clock &clock;
    QString epoch;     ///< Another one after each start.
    TimePoint started; ///< Of this server.
    std::function<admin::ServerState()> state;
    std::function<std::vector<admin::WorkerSummary>()> workers;
    std::function<std::vector<HistogramCounts>()> loopTurns; ///< Of each I/O thread, always in the same order.
};

/// Makes one stream of samples: percentiles and shares are those of the interval since its last sample.
/// Thread: admin.
class Sampler
{
public:
    /// Requires: what `sources` refers to lives longer.
    explicit Sampler(const SampleSources &sources);

    [[nodiscard]] admin::Snapshot sample();

private:
    struct Cumulative {
        TimePoint at;
        HistogramCounts latency;
        HistogramCounts queueWait;
        std::array<quint64, admin::kLaneCount> laneStarted{};
        std::vector<HistogramCounts> loopTurns;
        quint64 workerBusyNs = 0;
        std::chrono::milliseconds cpuTime{0};
    };
    [[nodiscard]] Cumulative read(const ProcessStats &process) const;
    void fillTotals(admin::Snapshot &sample) const;
    void fillGauges(admin::Snapshot &sample) const;
    void fillInterval(admin::Snapshot &sample, const Cumulative &now) const;

    const SampleSources m_sources;
    Cumulative m_before;
    quint64 m_sequence = 0;
};

} // namespace sluice::server
