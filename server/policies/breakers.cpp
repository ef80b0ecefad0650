#include "server/policies/breakers.h"

#include "server/policies/breakerevidence.h"

#include <algorithm>
#include <iterator>

namespace sluice::server {

Breakers::Breakers(const HandlerTable &handlers, Metrics &metrics, const Clock &clock, BackendHandlers *backends)
    : m_handlers(handlers)
    , m_metrics(metrics)
    , m_clock(clock)
    , m_backends(backends)
{
    m_metrics.setGauge(Gauge::BreakersOpen, [this] { return static_cast<double>(countOpen()); });
}

Breakers::~Breakers()
{
    m_metrics.setGauge(Gauge::BreakersOpen, {});
}

std::vector<std::pair<std::string, Handler *>> Breakers::all() const
{
    std::vector<std::pair<std::string, Handler *>> all;
    for (const auto &[name, handler] : m_handlers)
        all.emplace_back(name, handler.get());
    if (!m_backends)
        return all;
    auto backends = m_backends->list();
    std::move(backends.begin(), backends.end(), std::back_inserter(all));
    std::sort(all.begin(), all.end());
    return all;
}

void Breakers::setLimits(const Config &config)
{
    for (const auto &[name, handler] : m_handlers) {
        if (const auto change = handler->breaker().setLimits(config.breaker))
            logBreakerChange(name, *change);
    }
    if (!m_backends)
        return;
    for (const auto &[name, change] : m_backends->setBreakerLimits(config.breaker))
        logBreakerChange(name, change);
}

std::optional<BreakerMode> Breakers::setMode(std::string_view handler, BreakerMode mode)
{
    const auto handlers = all();
    const auto found =
        std::find_if(handlers.begin(), handlers.end(), [handler](const auto &entry) { return entry.first == handler; });
    if (found == handlers.end())
        return std::nullopt;
    const auto [before, change] = found->second->breaker().setMode(mode);
    if (change)
        logBreakerChange(found->first, *change);
    return before;
}

std::vector<Breakers::Row> Breakers::list() const
{
    std::vector<Row> rows;
    const TimePoint now = m_clock.now();
    for (const auto &[name, handler] : all())
        rows.push_back({name, handler->breaker().status(now)});
    return rows;
}

size_t Breakers::countOpen() const
{
    const auto handlers = all();
    return static_cast<size_t>(std::count_if(handlers.begin(), handlers.end(), [](const auto &entry) {
        return entry.second->breaker().state() != BreakerState::Closed;
    }));
}

} // namespace sluice::server
