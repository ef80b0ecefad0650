#pragma once

#include "server/metrics/metrics.h"

#include <functional>
#include <string>
#include <utility>
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

    /// A handler's breaker, as it is now.
    struct BreakerRow {
        std::string handler;
        int state = 0; ///< 0 closed, 1 half-open, 2 open.
        quint64 opened = 0;
        quint64 refused = 0;
    };
    using BreakerRows = std::function<std::vector<BreakerRow>()>;

    /// One worker, as it is now.
    struct WorkerRow {
        qint64 number = 0;
        quint64 processed = 0;
        quint64 errors = 0;
        double busySeconds = 0;
    };
    using WorkerRows = std::function<std::vector<WorkerRow>()>;

    /// One event loop: how long its turns took.
    struct LoopRow {
        std::string thread;
        HistogramCounts turns;
    };
    using LoopRows = std::function<std::vector<LoopRow>()>;

    /// One HTTP backend, as it is now.
    struct BackendRow {
        std::string backend;
        std::vector<std::pair<const char *, quint64>> endings; ///< How many requests ended so.
        quint64 retries = 0;
        quint64 connections = 0;
        quint64 inFlight = 0;
        quint64 waiting = 0;
        HistogramCounts durations;
    };
    using BackendRows = std::function<std::vector<BackendRow>()>;

    /// How often an endpoint of the backend API answered with a status.
    struct ApiRow {
        std::string endpoint;
        int status = 0;
        quint64 count = 0;
    };
    using ApiRows = std::function<std::vector<ApiRow>()>;

    /// Where rows come from that are not counters; null: nothing is told of them.
    struct Sources {
        EventNames eventNames;
        BreakerRows breakers = {};
        WorkerRows workers = {};
        LoopRows loops = {};
        BackendRows backends = {};
        ApiRows api = {};
    };

    /// Requires: `metrics` lives longer.
    explicit Exporter(const Metrics &metrics, Sources sources);

    [[nodiscard]] std::string text() const;
    /// What goes into the Content-Type header.
    static constexpr const char *kContentType = "text/plain; version=0.0.4; charset=utf-8";

private:
    const Metrics &m_metrics;
    const Sources m_sources;
};

} // namespace sluice::server
