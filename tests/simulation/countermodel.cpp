#include "tests/simulation/countermodel.h"

namespace sluice::sim {

namespace {

using server::Counter;

// All that are modelled: the events' way from receipt to end, and why they were refused, in one row of the enumeration.
constexpr auto kFirst = static_cast<size_t>(Counter::EventsReceived);
constexpr auto kFirstEnd = static_cast<size_t>(Counter::EndedSucceeded);
constexpr auto kLastEnd = static_cast<size_t>(Counter::RefusedDraining);
constexpr auto kLast = static_cast<size_t>(Counter::OverloadedByMemory);

} // namespace

quint64 CounterModel::ended() const
{
    quint64 sum = 0;
    for (size_t counter = kFirstEnd; counter <= kLastEnd; ++counter)
        sum += m_totals[counter];
    return sum;
}

std::string CounterModel::difference(const server::Metrics &metrics) const
{
    for (size_t counter = kFirst; counter <= kLast; ++counter) {
        const quint64 counted = metrics.total(static_cast<Counter>(counter));
        if (counted == m_totals[counter])
            continue;
        const server::MetricInfo &info = server::metricInfo(static_cast<Counter>(counter));
        return std::string(info.name) + '{' + info.label + "} is " + std::to_string(counted) + ", must be "
            + std::to_string(m_totals[counter]);
    }
    return {};
}

std::string CounterModel::differenceOfEvents(const server::Metrics &metrics) const
{
    for (const auto &[index, expected] : m_events) {
        const server::EventTotals counted = metrics.totals({index});
        const EventCounts totals{counted.received, counted.succeeded, counted.failed,
                                 counted.timedOut, counted.refused,   counted.rateLimited};
        for (size_t i = 0; i < totals.size(); ++i) {
            if (totals[i] != expected[i])
                return "counter " + std::to_string(i) + " of event " + std::to_string(index) + " is "
                    + std::to_string(totals[i]) + ", must be " + std::to_string(expected[i]);
        }
    }
    return {};
}

} // namespace sluice::sim
