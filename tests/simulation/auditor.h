#pragma once

#include "server/events/outcome.h"
#include "server/events/sinks.h"
#include "server/metrics/metrics.h"
#include "server/routing/router.h"
#include "server/work/boundedpriorityqueue.h"
#include "server/work/gate.h"
#include "shared/protocol/closecode.h"
#include "shared/protocol/message.h"
#include "tests/simulation/admissionmodel.h"
#include "tests/simulation/call.h"
#include "tests/simulation/countermodel.h"
#include "tests/simulation/queuemodel.h"
#include "tests/simulation/rarity.h"
#include "tests/simulation/simsession.h"
#include "tests/simulation/trace.h"

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice::sim {

/// Watches every seam of the pipeline and works out beforehand what must come of each step: who is let in, who waits,
/// who is answered what, what the counters say. The first time that something else happens is the simulation's fault.
/// Thread: the simulation's.
class Auditor
{
public:
    struct Parts {
        const Clock &clock;
        server::Metrics &metrics;
        server::Gate &gate;
        server::BoundedPriorityQueue &queue;
        Trace &trace;
        size_t ios = 1;
    };
    explicit Auditor(const Parts &parts);

    /// What went wrong first; empty as long as nothing has.
    [[nodiscard]] const std::string &fault() const { return m_fault; }
    void report(const std::string &fault);
    void watch(const server::Router &router) { m_routers.push_back(&router); }

    // --- what the simulation does to the server; `about...` before, the rest after
    void configured(const server::ConfigPtr &config);
    void gateClosed(bool closed) { m_admission.setClosed(closed); }
    void queueClosed() { m_queueModel.close(); }
    void aboutToRoute(SimSession &session, const protocol::Envelope &envelope, std::optional<size_t> array,
                      const server::Config &ioConfig, const server::EventRegistry &registry);
    void aboutToRefuse(SimSession &session, const protocol::BadEnvelope &bad, std::optional<size_t> array,
                       const server::Config &ioConfig);
    void routed(SimSession &session);
    [[nodiscard]] size_t beginArray() { return m_arrays.emplace_back(), m_arrays.size() - 1; }
    void aboutToEndTurn(size_t io);
    void turnEnded(size_t io);
    void aboutToExpire(size_t io, TimePoint now);
    void aboutToAbandon(size_t io);
    void swept();
    void aboutToDetach(SimSession &session);
    void aboutToComplete(const server::CompletionBatch &batch);
    void completed();
    void taken(std::span<const server::Job> jobs);
    /// The call that a handler is asked to run.
    Call &begun(const server::Request &request);
    /// What its handler has just made of it, or will be known for when its promise is kept.
    void made(Call &call, Fate fate, int code);
    /// The handler has been left, whatever comes of it: its worker goes on with the next one.
    void left(const Call &call);
    /// That worker hangs: others get what it has not begun.
    void relieved(const server::Request &current, std::span<const server::Job> rest);
    void declaredStuck(const server::Request &current);
    /// The clock was moved on, and nobody could do what was due meanwhile.
    void stoodStill() { m_lastStandstill = m_parts.clock.now(); }

    // --- what the server does
    void admitted(const server::Request &request);
    void delivered(SimSession &session, std::string_view text);
    void closed(SimSession &session, protocol::CloseCode code);
    void posted(size_t io, const server::CompletionBatch &batch);

    /// After every step: all sums and bounds.
    void check();
    /// Nothing is left to do: nothing may be left over.
    void checkAtRest();

    [[nodiscard]] quint64 calls() const { return m_lastSerial; }
    [[nodiscard]] quint64 fates(Fate fate) const { return m_fates[static_cast<size_t>(fate)]; }
    [[nodiscard]] const Rarities &seen() const { return m_seen; }
    [[nodiscard]] quint64 expected(server::Counter counter) const { return m_counters.total(counter); }
    [[nodiscard]] size_t open() const { return m_openCalls; }
    [[nodiscard]] quint64 nextSerial() { return ++m_lastSerial; }

private:
    struct Array {
        size_t answers = 0; // owed in it
    };
    struct Told {
        std::string_view id;
        std::string_view result; // raw; empty for an error
        int code = kNoError;
        bool saysNotRun = false;
        bool saysUnknown = false;
    };
    using ByDeadline = std::map<std::pair<TimePoint, quint64>, Call *>;

    Call &newCall(SimSession &session, std::string_view id, std::optional<size_t> array);
    void routeCancel(Call &call, std::string_view params);
    void refuse(Call &call, ErrorCode reason, const server::Config &ioConfig);
    void countRefusal(ErrorCode code);
    [[nodiscard]] ErrorCode codeOfFault(const SimSession &session, ErrorCode code);
    void countFault(SimSession &session, const server::Config &ioConfig);
    [[nodiscard]] size_t aheadInTurn(const Call &call) const;
    void await(Call &call);
    void end(Call &call, Fate fate, int code, server::Counter counter);
    void letGo(Call &call);
    void leaveQueue(Call &call);
    void settle(Call &call);
    void pickUp(Call *call);
    void beginSweep(Call &call, Fate fate);
    void settleSweep(Call &call);
    void postedByQueue(Call &call, const server::Completion &completion);
    void postedByWorker(Call &call, const server::Completion &completion);
    [[nodiscard]] std::vector<Told> read(std::string_view text);
    [[nodiscard]] bool readOne(std::string_view text, Told &told);
    [[nodiscard]] std::vector<Call *> match(const SimSession &session, const std::vector<Told> &all,
                                            bool isArray) const;
    [[nodiscard]] std::vector<Call *> matchIn(const SimSession &session, const std::vector<Told> &all,
                                              std::optional<size_t> array) const;
    [[nodiscard]] static bool fits(const Call &call, const Told &told);
    [[nodiscard]] Call *callOf(const server::Request *request);

    void note(Rarity rarity) { ++m_seen[static_cast<size_t>(rarity)]; }

    Parts m_parts;
    const TimePoint m_start;
    std::string m_fault;
    quint64 m_routerCall = 0;
    TimePoint m_lastStandstill;
    std::vector<const server::Router *> m_routers;

    AdmissionModel m_admission;
    Rarities m_seen{};
    QueueModel m_queueModel{m_seen};
    CounterModel m_counters;

    std::deque<Call> m_calls;
    std::deque<Array> m_arrays;
    std::unordered_map<const server::Request *, Call *> m_byRequest;
    std::vector<ByDeadline> m_open;           // by I/O thread
    std::vector<std::vector<Call *>> m_turns; // by I/O thread: let in, not yet handed to the queue
    size_t m_openCalls = 0;
    size_t m_awaited = 0;  // answers
    size_t m_inside = 0;   // the gate
    size_t m_inFlight = 0; // taken by workers, not yet settled
    quint64 m_lastSerial = 0;
    std::array<quint64, static_cast<size_t>(Fate::Count_)> m_fates{};

    // Of the step that is under way.
    Call *m_routing = nullptr;
    bool m_mustBeAdmitted = false;
    bool m_wasAdmitted = false;
    bool m_pushing = false;
    std::vector<Call *> m_cameBack;
    std::vector<Call *> m_sweeping;
    std::vector<Call *> m_completing;
};

} // namespace sluice::sim
