#pragma once

#include "server/metrics/metrics.h"

#include <functional>
#include <string>
#include <vector>

namespace sluice::server {

/// Writes all metrics in Prometheus' text format.
/// Thread: any; reading takes no lock that a counting thread wants.
/// Source: Prometheus exposition format 0.0.4
class Exporter
{
public:
    /// The events' ids in the order of their indexes, asked for at each export, as a reload may add some.
    using EventNames = std::function<std::vector<std::string>()>;

    /// Requires: `metrics` lives longer.
    Exporter(const Metrics &metrics, EventNames eventNames);

    [[nodiscard]] std::string text() const;
    /// What goes into the Content-Type header.
    static constexpr const char *kContentType = "text/plain; version=0.0.4; charset=utf-8";

private:
    const Metrics &m_metrics;
    const EventNames m_eventNames;
};

} // namespace sluice::server
