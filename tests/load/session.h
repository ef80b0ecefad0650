#pragma once

#include "tests/load/fleet.h"
#include "tests/load/loadplan.h"
#include "tests/load/metricscheck.h"
#include "tests/load/mixload.h"
#include "tests/load/stopsignals.h"

#include <QJsonObject>

namespace sluice::load {

/// One run from the first connection to the verdict: load, wait for the last answers, say goodbye, compare with the
/// server's counters.
/// Thread: its owner's. Blocks: as long as the plan says, and a bounded time for the rest.
class LoadSession
{
public:
    LoadSession(const LoadPlan &plan, const Clock &clock, Random &random, const StopSignals &signals);

    /// The summary; `ok` says whether everything was accounted for.
    [[nodiscard]] QJsonObject run();

private:
    void addMembers();
    void load();
    void settle();
    void sayGoodbye();
    void compare(const Scrape &before);
    /// Turns the fleet until `done` or the time is over.
    template <typename Done>
    void turnUntil(Done done, std::chrono::milliseconds limit);
    [[nodiscard]] QJsonObject summary() const;

    const LoadPlan &m_plan;
    const Clock &m_clock;
    const StopSignals &m_signals;
    Fleet m_fleet;
    std::unique_ptr<LoadRun> m_run;
    std::vector<std::string> m_faults;
    quint64 m_unaccounted = 0; ///< When the time for the last answers was over, before the goodbyes.
    Duration m_loaded{0};
};

} // namespace sluice::load
