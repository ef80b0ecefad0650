#pragma once

#include "server/events/handler.h"
#include "server/events/sinks.h"
#include "tests/simulation/auditor.h"
#include "tests/simulation/dice.h"
#include "tests/simulation/scheduler.h"
#include "tests/simulation/simworkers.h"

#include <QPromise>

#include <map>
#include <vector>

namespace sluice::sim {

/// Takes the handlers' publications and counts them. Thread: the simulation's.
class SimPublications final : public server::PublicationSink
{
public:
    server::PublishResult publish(server::Publication &&) override
    {
        ++m_count;
        return server::PublishResult::Queued;
    }
    [[nodiscard]] quint64 count() const { return m_count; }

private:
    quint64 m_count = 0;
};

/// What stands behind every event: by chance it answers at once or takes its time, answers later, fails as storage
/// does, throws, forgets its promise, waits for the stop, or hangs and heeds nothing.
/// Thread: the simulation's.
class SimHandler final : public server::Handler
{
public:
    struct Parts {
        Scheduler &scheduler;
        Dice &dice;
        Auditor &auditor;
        SimWorkers &workers;
    };
    /// `usualTime`: how long work takes on average. `logins`: who sim/login may turn a session into.
    SimHandler(const Parts &parts, Duration usualTime, std::vector<server::PrincipalPtr> logins);

    [[nodiscard]] server::HandlerResult handle(const server::Request &request) override;

    [[nodiscard]] quint64 published() const { return m_published; }
    [[nodiscard]] bool hasPromises() const { return !m_promises.empty(); }

private:
    [[nodiscard]] server::HandlerResult misbehave(Call &call, const server::Request &request, int roll);
    [[nodiscard]] server::Outcome succeed(Call &call, const server::Request &request);
    [[nodiscard]] server::Outcome fail(Call &call);
    [[nodiscard]] server::HandlerResult later(Call &call, const server::Request &request, Duration delay);
    void finish(Call &call, const server::Request &request);
    void waitForStop(const server::Request &request);

    Parts m_parts;
    const Duration m_usualTime;
    const std::vector<server::PrincipalPtr> m_logins;
    std::map<quint64, QPromise<server::OutcomePtr>> m_promises; // by number of the call
    quint64 m_published = 0;
};

} // namespace sluice::sim
