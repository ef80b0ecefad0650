#include "tests/load/metricscheck.h"

#include "shared/base/errorcode.h"

#include <httplib.h>

#include <array>
#include <charconv>
#include <numeric>

namespace sluice::load {

namespace {

constexpr std::string_view kReceived = "sluice_events_received_total";
constexpr std::array<std::string_view, 2> kEndingFamilies{"sluice_events_ended_total", "sluice_events_refused_total"};
constexpr std::array<std::string_view, 2> kBusyFamilies{"sluice_queue_depth", "sluice_events_in_flight"};

/// A counter of the server and the error codes that it stands for.
struct RefusalRow {
    std::string_view counter;
    std::vector<ErrorCode> codes;
};

const std::array kRefusals{
    RefusalRow{R"(sluice_events_refused_total{reason="invalid-request"})", {ErrorCode::InvalidRequest}},
    RefusalRow{R"(sluice_events_refused_total{reason="unknown"})", {ErrorCode::MethodNotFound}},
    RefusalRow{R"(sluice_events_refused_total{reason="unauthorized"})",
               {ErrorCode::Unauthorized, ErrorCode::Forbidden, ErrorCode::TokenExpired}},
    RefusalRow{R"(sluice_events_refused_total{reason="rate-limited"})", {ErrorCode::RateLimited}},
    RefusalRow{R"(sluice_events_refused_total{reason="overloaded"})", {ErrorCode::Overloaded}},
    RefusalRow{R"(sluice_events_refused_total{reason="unavailable"})", {ErrorCode::Unavailable}},
    RefusalRow{R"(sluice_events_refused_total{reason="draining"})", {ErrorCode::Draining}},
};

// A handler, too, may call params invalid; which of the two did is not on the wire.
const RefusalRow kFailures{R"(sluice_events_ended_total{ending="failed"})",
                           {ErrorCode::InvalidParams, ErrorCode::InternalError, ErrorCode::NotFound,
                            ErrorCode::Conflict, ErrorCode::BackendFailed, ErrorCode::Busy, ErrorCode::StorageFull}};
constexpr std::string_view kInvalidParams = R"(sluice_events_refused_total{reason="invalid-params"})";

constexpr time_t kFetchSeconds = 5;

double value(const Scrape &scrape, std::string_view name)
{
    const auto found = scrape.find(name);
    return found == scrape.end() ? 0 : found->second;
}

/// The sum over all labels of a family.
double familySum(const Scrape &scrape, std::string_view family)
{
    double sum = 0;
    for (auto sample = scrape.lower_bound(family); sample != scrape.end(); ++sample) {
        if (!sample->first.starts_with(family))
            break;
        if (sample->first.size() == family.size() || sample->first[family.size()] == '{')
            sum += sample->second;
    }
    return sum;
}

double endedSum(const Scrape &scrape)
{
    return std::accumulate(kEndingFamilies.begin(), kEndingFamilies.end(), 0.0,
                           [&](double sum, std::string_view family) { return sum + familySum(scrape, family); });
}

quint64 refusedBy(const LedgerTotals &ledger, const std::vector<ErrorCode> &codes)
{
    quint64 sum = 0;
    for (const ErrorCode code : codes) {
        const auto found = ledger.refused.find(static_cast<int>(code));
        sum += found == ledger.refused.end() ? 0 : found->second;
    }
    return sum;
}

/// Collects what is out of range.
class Comparison
{
public:
    Comparison(const Scrape &before, const Scrape &after)
        : m_before(before)
        , m_after(after)
    {
    }

    void expect(std::string_view name, double counted, quint64 least, quint64 most)
    {
        if (counted >= static_cast<double>(least) && counted <= static_cast<double>(most))
            return;
        m_faults.push_back(std::string(name) + " counted " + std::to_string(static_cast<long long>(counted))
                           + ", the ledger says " + std::to_string(least)
                           + (least == most ? std::string() : " to " + std::to_string(most)));
    }
    [[nodiscard]] double counted(std::string_view name) const { return value(m_after, name) - value(m_before, name); }
    void add(std::string fault) { m_faults.push_back(std::move(fault)); }
    [[nodiscard]] std::vector<std::string> takeFaults() { return std::move(m_faults); }

private:
    const Scrape &m_before;
    const Scrape &m_after;
    std::vector<std::string> m_faults;
};

} // namespace

Scrape parseScrape(std::string_view text)
{
    Scrape scrape;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const size_t space = line.rfind(' ');
        if (line.empty() || line.front() == '#' || space == std::string_view::npos)
            continue;
        double number = 0;
        const std::string_view digits = line.substr(space + 1);
        if (std::from_chars(digits.data(), digits.data() + digits.size(), number).ec == std::errc())
            scrape.emplace(line.substr(0, space), number);
    }
    return scrape;
}

tl::expected<Scrape, std::string> fetchScrape(const HttpPage &page)
{
    httplib::Client client("127.0.0.1", page.port);
    client.set_connection_timeout(kFetchSeconds);
    client.set_read_timeout(kFetchSeconds);
    const httplib::Result response = client.Get(page.path.c_str());
    if (!response)
        return tl::unexpected("cannot fetch the metrics: " + httplib::to_string(response.error()));
    if (response->status != 200)
        return tl::unexpected("the metrics answer HTTP " + std::to_string(response->status));
    Scrape scrape = parseScrape(response->body);
    if (!scrape.contains(kReceived))
        return tl::unexpected("the metrics have no " + std::string(kReceived));
    return scrape;
}

std::vector<std::string> contradictions(const LedgerTotals &ledger, const Scrape &before, const Scrape &after)
{
    Comparison comparison(before, after);
    const quint64 gone = ledger.gone();
    const auto expect = [&](std::string_view name, quint64 known) {
        comparison.expect(name, comparison.counted(name), known, known + gone);
    };

    comparison.expect(kReceived, comparison.counted(kReceived), ledger.answered() + ledger.leftInOrder, ledger.sent);
    expect(R"(sluice_events_ended_total{ending="succeeded"})", ledger.replied);
    expect(R"(sluice_events_ended_total{ending="timed-out"})", ledger.timedOut);
    expect(R"(sluice_events_ended_total{ending="cancelled"})", ledger.cancelled);
    for (const RefusalRow &row : kRefusals)
        expect(row.counter, refusedBy(ledger, row.codes));
    const double failed = comparison.counted(kFailures.counter) + comparison.counted(kInvalidParams);
    const quint64 knownFailed = refusedBy(ledger, kFailures.codes);
    comparison.expect(kFailures.counter, failed, knownFailed, knownFailed + gone);

    if (!isAtRest(after))
        comparison.add("not at rest: received " + std::to_string(value(after, kReceived)) + ", ended "
                       + std::to_string(endedSum(after)));
    return comparison.takeFaults();
}

bool isAtRest(const Scrape &scrape)
{
    const bool isIdle = std::all_of(kBusyFamilies.begin(), kBusyFamilies.end(),
                                    [&](std::string_view family) { return familySum(scrape, family) == 0; });
    return isIdle && endedSum(scrape) == value(scrape, kReceived);
}

} // namespace sluice::load
