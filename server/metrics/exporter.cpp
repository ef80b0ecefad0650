#include "server/metrics/exporter.h"

#include "server/metrics/processstats.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <sstream>
#include <string_view>

namespace sluice::server {

namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

constexpr double kNanosecondsPerSecond = 1e9;
// Every doubling from 65 us to 17 s: bounds that our buckets have too, so that the counts are exact.
constexpr int kFirstBound = 16;
constexpr int kLastBound = 34;
// Per event every second of them is enough, as there are many events.
constexpr int kEventBoundStep = 2;

/// `key="value"` as MetricInfo has it.
std::vector<ClientMetric::Label> labels(std::string_view text)
{
    const size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        return {};
    return {{std::string(text.substr(0, equals)), std::string(text.substr(equals + 2, text.size() - equals - 3))}};
}

ClientMetric histogram(const HistogramCounts &counts, int step)
{
    ClientMetric metric;
    metric.histogram.sample_count = counts.count;
    metric.histogram.sample_sum = static_cast<double>(counts.sumNs) / kNanosecondsPerSecond;
    quint64 cumulative = 0;
    size_t next = 0;
    for (int power = kFirstBound; power <= kLastBound; power += step) {
        const quint64 bound = quint64{1} << power;
        for (const size_t end = histogramBucket(bound); next < end; ++next)
            cumulative += counts.buckets[next];
        metric.histogram.bucket.push_back({cumulative, static_cast<double>(bound) / kNanosecondsPerSecond});
    }
    return metric;
}

/// Collects rows into families: rows of one name belong together, in the order in which they came.
class Families
{
public:
    void add(const MetricInfo &info, MetricType type, ClientMetric row)
    {
        row.label = labels(info.label);
        family(info.name, info.help, type).metric.push_back(std::move(row));
    }

    MetricFamily &family(const char *name, const char *help, MetricType type)
    {
        const auto found = std::find_if(m_families.begin(), m_families.end(),
                                        [name](const MetricFamily &family) { return family.name == name; });
        if (found != m_families.end())
            return *found;
        return m_families.emplace_back(MetricFamily{name, help, type, {}});
    }

    [[nodiscard]] const std::vector<MetricFamily> &all() const { return m_families; }

private:
    std::vector<MetricFamily> m_families;
};

ClientMetric counterRow(double value)
{
    ClientMetric row;
    row.counter.value = value;
    return row;
}

ClientMetric gaugeRow(double value)
{
    ClientMetric row;
    row.gauge.value = value;
    return row;
}

double counterValue(const Metrics &metrics, Counter counter)
{
    const auto total = static_cast<double>(metrics.total(counter));
    return counter == Counter::WorkerBusyNs ? total / kNanosecondsPerSecond : total;
}

void addCounters(const Metrics &metrics, Families &families)
{
    // Backwards, so that "received" is read after all endings and is never less than their sum.
    std::array<double, kCounterCount> values{};
    for (size_t counter = kCounterCount; counter-- > 0;)
        values[counter] = counterValue(metrics, static_cast<Counter>(counter));
    for (size_t counter = 0; counter < kCounterCount; ++counter)
        families.add(metricInfo(static_cast<Counter>(counter)), MetricType::Counter, counterRow(values[counter]));
}

void addGauges(const Metrics &metrics, Families &families)
{
    for (size_t gauge = 0; gauge < kGaugeCount; ++gauge) {
        const auto name = static_cast<Gauge>(gauge);
        families.add(metricInfo(name), MetricType::Gauge, gaugeRow(metrics.value(name)));
    }
}

void addDistributions(const Metrics &metrics, Families &families)
{
    for (size_t distribution = 0; distribution < kDistributionCount; ++distribution) {
        const auto name = static_cast<Distribution>(distribution);
        families.add(metricInfo(name), MetricType::Histogram, histogram(metrics.counts(name), 1));
    }
}

struct EventRow {
    const char *outcome;
    quint64 EventTotals::*count;
};
constexpr std::array kEventRows{
    EventRow{"received", &EventTotals::received}, EventRow{"succeeded", &EventTotals::succeeded},
    EventRow{"failed", &EventTotals::failed},     EventRow{"timed-out", &EventTotals::timedOut},
    EventRow{"refused", &EventTotals::refused},   EventRow{"rate-limited", &EventTotals::rateLimited},
};

void addEvents(const Metrics &metrics, const std::vector<std::string> &names, Families &families)
{
    MetricFamily totals{"sluice_event_requests_total",
                        "Events by type and by what became of them; received counts all.",
                        MetricType::Counter,
                        {}};
    MetricFamily durations{
        "sluice_event_type_duration_seconds", "Receipt to settlement, by event type.", MetricType::Histogram, {}};
    for (size_t event = 0; event < names.size(); ++event) {
        const EventIndex index{static_cast<quint32>(event)};
        const EventTotals counts = metrics.totals(index);
        for (const EventRow &row : kEventRows) {
            ClientMetric metric = counterRow(static_cast<double>(counts.*row.count));
            metric.label = {{"event", names[event]}, {"outcome", row.outcome}};
            totals.metric.push_back(std::move(metric));
        }
        ClientMetric metric = histogram(metrics.counts(index), kEventBoundStep);
        metric.label = {{"event", names[event]}};
        durations.metric.push_back(std::move(metric));
    }
    families.family(totals.name.c_str(), totals.help.c_str(), totals.type).metric = std::move(totals.metric);
    families.family(durations.name.c_str(), durations.help.c_str(), durations.type).metric =
        std::move(durations.metric);
}

void addBreakers(const std::vector<Exporter::BreakerRow> &rows, Families &families)
{
    const auto add = [&rows, &families](const char *name, const char *help, MetricType type, auto makeRow) {
        for (const Exporter::BreakerRow &row : rows) {
            ClientMetric metric = makeRow(row);
            metric.label = {{"handler", row.handler}};
            families.family(name, help, type).metric.push_back(std::move(metric));
        }
    };
    add("sluice_breaker_state", "The handler's breaker: 0 closed, 1 half-open, 2 open.", MetricType::Gauge,
        [](const Exporter::BreakerRow &row) { return gaugeRow(row.state); });
    add("sluice_breaker_opened_total", "Times that the handler's breaker opened.", MetricType::Counter,
        [](const Exporter::BreakerRow &row) { return counterRow(static_cast<double>(row.opened)); });
    add("sluice_breaker_refused_total", "Events that the handler's breaker refused.", MetricType::Counter,
        [](const Exporter::BreakerRow &row) { return counterRow(static_cast<double>(row.refused)); });
}

void addProcess(Families &families)
{
    // The names that every Prometheus client library uses.
    const ProcessStats stats = ProcessStats::now();
    families.add({"process_resident_memory_bytes", "bytes", "Resident memory size in bytes.", ""}, MetricType::Gauge,
                 gaugeRow(static_cast<double>(stats.residentBytes)));
    families.add({"process_cpu_seconds_total", "seconds", "Total user and system CPU time spent in seconds.", ""},
                 MetricType::Counter, counterRow(static_cast<double>(stats.cpuTime.count()) / 1000));
}

} // namespace

Exporter::Exporter(const Metrics &metrics, EventNames eventNames, BreakerRows breakers)
    : m_metrics(metrics)
    , m_eventNames(std::move(eventNames))
    , m_breakers(std::move(breakers))
{
}

std::string Exporter::text() const
{
    Families families;
    addCounters(m_metrics, families);
    addGauges(m_metrics, families);
    addDistributions(m_metrics, families);
    addEvents(m_metrics, m_eventNames(), families);
    if (m_breakers)
        addBreakers(m_breakers(), families);
    addProcess(families);
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, families.all());
    return out.str();
}

} // namespace sluice::server
