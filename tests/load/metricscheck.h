#pragma once

#include "tests/load/ledger.h"
#include "tests/load/loadplan.h"

#include <tl/expected.hpp>

#include <map>
#include <string>
#include <vector>

namespace sluice::load {

/// The values of one scrape, by name and labels as they stand there: `name{key="value"}`.
using Scrape = std::map<std::string, double, std::less<>>;

/// Reads Prometheus text. Lines that are no sample are left out.
[[nodiscard]] Scrape parseScrape(std::string_view text);

/// Fetches a scrape. Blocks: at most a few seconds. Errors: what went wrong, for people.
[[nodiscard]] tl::expected<Scrape, std::string> fetchScrape(const HttpPage &page);

/// Where the server's counters, from `before` to `after`, contradict the ledger; empty when they agree. A request whose
/// connection ended first may have been counted under any ending or, after an abrupt end, not have arrived at all: what
/// the ledger cannot know widens the range, nothing else does. Requires: the server is at rest and served nobody else.
[[nodiscard]] std::vector<std::string> contradictions(const LedgerTotals &ledger, const Scrape &before,
                                                      const Scrape &after);

/// Whether nothing is queued or in flight, and every event received has ended.
[[nodiscard]] bool isAtRest(const Scrape &scrape);

} // namespace sluice::load
