#pragma once

#include "server/config/config.h"
#include "server/events/backendhandlers.h"
#include "server/events/handler.h"
#include "server/metrics/metrics.h"
#include "shared/base/clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice::server {

/// The breakers of all handlers together: for the configuration, for operators and for metrics.
/// Thread: any. Gauge: BreakersOpen, while it lives.
class Breakers
{
public:
    struct Row {
        std::string handler;
        Breaker::Status status;
    };

    /// Requires: everything referred to outlives it, and the table changes no more.
    /// `backends` null: there are none.
    Breakers(const HandlerTable &handlers, Metrics &metrics, const Clock &clock, BackendHandlers *backends = nullptr);
    ~Breakers();
    Breakers(const Breakers &) = delete;
    Breakers &operator=(const Breakers &) = delete;

    void setLimits(const Config &config);
    /// Returns the mode before; nothing when there is no such handler.
    [[nodiscard]] std::optional<BreakerMode> setMode(std::string_view handler, BreakerMode mode);
    /// By name.
    [[nodiscard]] std::vector<Row> list() const;
    /// Those that do not let everything through.
    [[nodiscard]] size_t countOpen() const;

private:
    [[nodiscard]] std::vector<std::pair<std::string, Handler *>> all() const;

    const HandlerTable &m_handlers;
    Metrics &m_metrics;
    const Clock &m_clock;
    BackendHandlers *const m_backends;
};

} // namespace sluice::server
