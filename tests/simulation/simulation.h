#pragma once

#include "server/policies/defaultchain.h"
#include "server/routing/executor.h"
#include "server/routing/policychain.h"
#include "tests/simulation/auditor.h"
#include "tests/simulation/crowd.h"
#include "tests/simulation/dice.h"
#include "tests/simulation/scheduler.h"
#include "tests/simulation/simhandler.h"
#include "tests/simulation/simio.h"
#include "tests/simulation/simworkers.h"
#include "tests/simulation/trace.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sluice::sim {

/// A whole server from decoded text to delivered answer, with all its real parts and a crowd of clients, on a clock of
/// its own and in one thread: what happens depends on the seed alone.
/// Thread: one.
class Simulation
{
public:
    explicit Simulation(quint64 seed, bool aloud = false);
    ~Simulation();

    /// Lets the crowd live for so long, then comes to rest and stops the server. Ends at the first fault.
    void run(std::chrono::seconds span);

    /// The first thing that was not as it must be; empty when all was well.
    [[nodiscard]] const std::string &fault() const { return m_auditor.fault(); }
    [[nodiscard]] quint64 traceHash() const { return m_trace.hash(); }
    [[nodiscard]] const Auditor &auditor() const { return m_auditor; }

private:
    void makeParts();
    [[nodiscard]] server::ConfigPtr someConfig();
    void live(Duration span);
    void step();
    void comeToRest();
    void checkLimitsAreWhole();
    void stopServer();
    [[nodiscard]] bool isAtRest() const;

    SimSession &connect(const std::string &address, server::PrincipalPtr principal);
    void configure(const server::ConfigPtr &config);

    // What befalls it.
    void planTrouble();
    void makeTrouble();
    void standStill();
    void drain();
    void reopen();
    void abandonAll();
    void loseConnections();

    test::FakeClock m_clock;
    Trace m_trace;
    Dice m_dice;
    test::SeededRandom m_random;
    Scheduler m_scheduler{m_clock};
    const size_t m_ioCount;

    server::Metrics m_metrics;
    server::Gate m_gate;
    server::ConfigPtr m_config;
    server::HandlerTable m_handlers;
    server::EventRegistryPtr m_registry;
    server::BoundedPriorityQueue m_queue;
    Auditor m_auditor;
    server::DefaultChain m_policies;
    std::unique_ptr<server::PolicyChain> m_chain;
    SimPublications m_publications;
    server::IdempotencyStore m_idempotency;
    server::FlightRecorder m_recorder{m_clock};
    server::Executor m_executor;
    SimWorkers m_workers;
    std::vector<server::PrincipalPtr> m_users;
    SimHandler *m_handler = nullptr;
    std::deque<SimSession> m_sessions;
    std::deque<SimIo> m_ios;
    std::optional<Crowd> m_crowd;
    quint64 m_emptied = 0; // times that the gate said so since it was closed
    bool m_isOver = false;
};

} // namespace sluice::sim
