#pragma once

#include "server/events/eventspec.h"
#include "server/metrics/metrics.h"

#include <array>
#include <map>
#include <string>

namespace sluice::sim {

/// What the server's counters of events must say.
/// Thread: the simulation's.
class CounterModel
{
public:
    using Counter = server::Counter;

    void expectTotal(Counter counter, quint64 total) { m_totals[static_cast<size_t>(counter)] = total; }
    void expect(Counter counter) { ++m_totals[static_cast<size_t>(counter)]; }
    void expect(const server::EventSpec &event, server::EventCounter counter)
    {
        ++m_events[event.index.value][static_cast<size_t>(counter)];
    }

    [[nodiscard]] quint64 total(Counter counter) const { return m_totals[static_cast<size_t>(counter)]; }
    /// Every event that came to an end, whether it was let in or not.
    [[nodiscard]] quint64 ended() const;

    /// Where the server says something else; empty when nowhere.
    [[nodiscard]] std::string difference(const server::Metrics &metrics) const;
    [[nodiscard]] std::string differenceOfEvents(const server::Metrics &metrics) const;

private:
    using EventCounts = std::array<quint64, static_cast<size_t>(server::EventCounter::Count_)>;

    std::array<quint64, server::kCounterCount> m_totals{};
    std::map<quint32, EventCounts> m_events;
};

} // namespace sluice::sim
