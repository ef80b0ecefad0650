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

/// Which powers of two are bounds, and what a count of the histogram's unit is outside.
struct Bounds {
    int first;
    int last;
    int step;
    double perUnit;
    bool isWhole = false; ///< Then a bound is the last number below the power, as bounds are inclusive.
};

ClientMetric histogram(const HistogramCounts &counts, const Bounds &bounds)
{
    ClientMetric metric;
    metric.histogram.sample_count = counts.count;
    metric.histogram.sample_sum = static_cast<double>(counts.sumNs) / bounds.perUnit;
    quint64 cumulative = 0;
    size_t next = 0;
    for (int power = bounds.first; power <= bounds.last; power += bounds.step) {
        const quint64 bound = quint64{1} << power;
        for (const size_t end = histogramBucket(bound); next < end; ++next)
            cumulative += counts.buckets[next];
        metric.histogram.bucket.push_back({cumulative, static_cast<double>(bound - bounds.isWhole) / bounds.perUnit});
    }
    return metric;
}

ClientMetric histogram(const HistogramCounts &counts, int step)
{
    return histogram(counts, {kFirstBound, kLastBound, step, kNanosecondsPerSecond});
}

// Of events and of bytes, up to 32 million.
ClientMetric histogramOfNumbers(const HistogramCounts &counts)
{
    return histogram(counts, {1, 25, 2, 1, true});
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
        const MetricInfo &info = metricInfo(name);
        const bool isTime = std::string_view(info.unit) == "seconds";
        families.add(info, MetricType::Histogram,
                     isTime ? histogram(metrics.counts(name), 1) : histogramOfNumbers(metrics.counts(name)));
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

void addWorkers(const std::vector<Exporter::WorkerRow> &rows, Families &families)
{
    const auto add = [&rows, &families](const char *name, const char *help, auto valueOf) {
        for (const Exporter::WorkerRow &row : rows) {
            ClientMetric metric = counterRow(valueOf(row));
            metric.label = {{"worker", std::to_string(row.number)}};
            families.family(name, help, MetricType::Counter).metric.push_back(std::move(metric));
        }
    };
    add("sluice_per_worker_processed_total", "Events that the worker was done with.",
        [](const Exporter::WorkerRow &row) { return static_cast<double>(row.processed); });
    add("sluice_per_worker_errors_total", "Handlers that threw in the worker.",
        [](const Exporter::WorkerRow &row) { return static_cast<double>(row.errors); });
    add("sluice_per_worker_busy_seconds_total", "Time that the worker spent on events.",
        [](const Exporter::WorkerRow &row) { return row.busySeconds; });
}

void addLoops(const std::vector<Exporter::LoopRow> &rows, Families &families)
{
    MetricFamily &family = families.family("sluice_loop_turn_seconds",
                                           "Turns of an I/O thread's event loop: what comes meanwhile waits that long.",
                                           MetricType::Histogram);
    for (const Exporter::LoopRow &row : rows) {
        ClientMetric metric = histogram(row.turns, kEventBoundStep);
        metric.label = {{"thread", row.thread}};
        family.metric.push_back(std::move(metric));
    }
}

void addBackends(const std::vector<Exporter::BackendRow> &rows, Families &families)
{
    const auto add = [&rows, &families](const char *name, const char *help, MetricType type, auto makeRow) {
        MetricFamily &family = families.family(name, help, type); // also when there are no rows
        for (const Exporter::BackendRow &row : rows) {
            ClientMetric metric = makeRow(row);
            metric.label = {{"backend", row.backend}};
            family.metric.push_back(std::move(metric));
        }
    };
    const auto counter = [](quint64 value) { return counterRow(static_cast<double>(value)); };
    const auto gauge = [](quint64 value) { return gaugeRow(static_cast<double>(value)); };
    MetricFamily &requests = families.family("sluice_backend_requests_total",
                                             "Requests to HTTP backends, by how they ended.", MetricType::Counter);
    for (const Exporter::BackendRow &row : rows) {
        for (const auto &[outcome, count] : row.endings) {
            ClientMetric metric = counter(count);
            metric.label = {{"backend", row.backend}, {"outcome", outcome}};
            requests.metric.push_back(std::move(metric));
        }
    }
    add("sluice_backend_retries_total", "Requests that were sent to the backend once more.", MetricType::Counter,
        [&counter](const Exporter::BackendRow &row) { return counter(row.retries); });
    add("sluice_backend_connections_opened_total", "Connections opened to the backend.", MetricType::Counter,
        [&counter](const Exporter::BackendRow &row) { return counter(row.connections); });
    add("sluice_backend_in_flight", "Requests on their way to the backend and back, each on its connection.",
        MetricType::Gauge, [&gauge](const Exporter::BackendRow &row) { return gauge(row.inFlight); });
    add("sluice_backend_waiting", "Requests that wait for one of the backend's max-concurrent places.",
        MetricType::Gauge, [&gauge](const Exporter::BackendRow &row) { return gauge(row.waiting); });
    add("sluice_backend_duration_seconds", "Requests to the backend from hand-over to end, waits and retries included.",
        MetricType::Histogram,
        [](const Exporter::BackendRow &row) { return histogram(row.durations, kEventBoundStep); });
}

void addApi(const std::vector<Exporter::ApiRow> &rows, Families &families)
{
    MetricFamily &family = families.family(
        "sluice_api_requests_total",
        "Requests to the backend API by endpoint and status; none: those that named no endpoint.", MetricType::Counter);
    for (const Exporter::ApiRow &row : rows) {
        ClientMetric metric = counterRow(static_cast<double>(row.count));
        metric.label = {{"endpoint", row.endpoint}, {"status", std::to_string(row.status)}};
        family.metric.push_back(std::move(metric));
    }
}

void addProcess(Families &families)
{
    // The names that every Prometheus client library uses.
    const ProcessStats stats = ProcessStats::now();
    families.add({"process_resident_memory_bytes", "bytes", "Resident memory size in bytes.", ""}, MetricType::Gauge,
                 gaugeRow(static_cast<double>(stats.residentBytes)));
    families.add({"process_cpu_seconds_total", "seconds", "Total user and system CPU time spent in seconds.", ""},
                 MetricType::Counter, counterRow(static_cast<double>(stats.cpuTime.count()) / 1000));
    families.add({"process_open_fds", "", "Number of open file descriptors.", ""}, MetricType::Gauge,
                 gaugeRow(static_cast<double>(stats.openDescriptors)));
    families.add({"process_max_fds", "", "Maximum number of open file descriptors.", ""}, MetricType::Gauge,
                 gaugeRow(static_cast<double>(stats.mostDescriptors)));
}

} // namespace

Exporter::Exporter(const Metrics &metrics, Sources sources)
    : m_metrics(metrics)
    , m_sources(std::move(sources))
{
}

std::string Exporter::text() const
{
    Families families;
    addCounters(m_metrics, families);
    addGauges(m_metrics, families);
    addDistributions(m_metrics, families);
    addEvents(m_metrics, m_sources.eventNames(), families);
    if (m_sources.breakers)
        addBreakers(m_sources.breakers(), families);
    if (m_sources.workers)
        addWorkers(m_sources.workers(), families);
    if (m_sources.loops)
        addLoops(m_sources.loops(), families);
    if (m_sources.backends)
        addBackends(m_sources.backends(), families);
    if (m_sources.api)
        addApi(m_sources.api(), families);
    addProcess(families);
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, families.all());
    return out.str();
}

} // namespace sluice::server
