#include "server/policies/breakers.h"

#include "server/policies/breakerevidence.h"

#include <algorithm>

namespace sluice::server {

Breakers::Breakers(const HandlerTable &handlers, Metrics &metrics, const Clock &clock)
    : m_handlers(handlers)
    , m_metrics(metrics)
    , m_clock(clock)
{
    m_metrics.setGauge(Gauge::BreakersOpen, [this] { return static_cast<double>(countOpen()); });
}

Breakers::~Breakers()
{
    m_metrics.setGauge(Gauge::BreakersOpen, {});
}

void Breakers::setLimits(const Config &config)
{
    for (const auto &[name, handler] : m_handlers) {
        if (const auto change = handler->breaker().setLimits(config.breaker))
            logBreakerChange(name, *change);
    }
}

std::optional<BreakerMode> Breakers::setMode(std::string_view handler, BreakerMode mode)
{
    const auto found = m_handlers.find(handler);
    if (found == m_handlers.end())
        return std::nullopt;
    const auto [before, change] = found->second->breaker().setMode(mode);
    if (change)
        logBreakerChange(found->first, *change);
    return before;
}

std::vector<Breakers::Row> Breakers::list() const
{
    std::vector<Row> rows;
    rows.reserve(m_handlers.size());
    const TimePoint now = m_clock.now();
    for (const auto &[name, handler] : m_handlers)
        rows.push_back({name, handler->breaker().status(now)});
    return rows;
}

size_t Breakers::countOpen() const
{
    return static_cast<size_t>(std::count_if(m_handlers.begin(), m_handlers.end(), [](const auto &entry) {
        return entry.second->breaker().state() != BreakerState::Closed;
    }));
}

} // namespace sluice::server
