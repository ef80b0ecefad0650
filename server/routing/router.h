#pragma once

#include "server/config/config.h"
#include "server/events/eventregistry.h"
#include "server/events/sinks.h"
#include "server/metrics/metrics.h"
#include "server/routing/flightlog.h"
#include "server/routing/idempotencystore.h"
#include "server/routing/policychain.h"
#include "server/routing/session.h"
#include "server/work/boundedpriorityqueue.h"
#include "server/work/gate.h"
#include "shared/base/clock.h"
#include "shared/base/timerwheel.h"
#include "shared/protocol/codec.h"

#include <QObject>

#include <array>
#include <memory>
#include <vector>

namespace sluice::server {

/// The way in and out of the pipeline for the sessions of one I/O thread: makes requests, has them admitted, hands
/// them over once per loop turn, answers what is refused, dead or cancelled, and brings the workers' answers back.
/// Thread: its I/O thread.
/// Invariant: every request that `route` takes ends in exactly one of: an answer, the end of its connection.
class Router : public QObject
{
    Q_OBJECT

public:
    /// What the router works with; all of it outlives the router.
    struct Parts {
        const Clock &clock;
        Metrics &metrics;
        Gate &gate;
        BoundedPriorityQueue &queue;
        PolicyChain &chain;
        IdempotencyStore &idempotency;
        FlightRecorder &recorder;
        CompletionSink &sink;
    };

    Router(const Parts &parts, ConfigPtr config, EventRegistryPtr registry, QObject *parent = nullptr);
    ~Router() override;

    void setConfig(ConfigPtr config) { m_config = std::move(config); }
    void setRegistry(EventRegistryPtr registry) { m_registry = std::move(registry); }
    [[nodiscard]] const EventRegistry &registry() const { return *m_registry; }

    /// The time of this loop turn; everything that is read in it counts as received then.
    void beginTurn(TimePoint now)
    {
        m_now = now;
        m_flights.beginTurn();
    }
    /// Whether this turn has decoded all it may (channels.event-buffer-size): stop reading until the next.
    [[nodiscard]] bool isTurnFull() const;
    /// Whether the turn has grown by at least a worker's batch since the last call, and may grow on: handing over often
    /// costs a wake-up each time, of a worker that has just gone to sleep.
    [[nodiscard]] bool turnGoesOn();
    /// Hands this turn's requests to the queue.
    void endTurn();
    /// Brings a worker's answers to their sessions. What is left of the batch is its memory.
    void complete(CompletionBatch &batch);
    /// Answers what is past its deadline. Call at least every kDeadlineTick.
    void expire(TimePoint now);
    /// The connection is gone: nobody waits for its requests any more.
    void detach(Session &session);
    /// Ends everything that is not answered yet as draining; the end of a drain's grace. Returns how many.
    size_t abandonAll();
    /// Requests of this thread's sessions that are not answered yet.
    [[nodiscard]] size_t unanswered() const { return m_deadlines.armed(); }

    /// Requests in use: not answered yet, or answered and still with the queue or a worker.
    [[nodiscard]] size_t inUse() const { return m_requests.size() - m_free.size(); }
    /// Requests that exist: those in use, and at most kFreeRequests kept for reuse.
    [[nodiscard]] size_t pooled() const { return m_requests.size(); }

    static constexpr Milliseconds kDeadlineTick{10};
    static constexpr size_t kFreeRequests = 4096;

public Q_SLOTS:
    /// Takes one decoded request. `batch` is the array it came in, or null.
    void route(sluice::server::Session &session, const sluice::protocol::Envelope &envelope,
               sluice::server::BatchReply *batch);
    /// Answers what could not be decoded.
    void refuse(sluice::server::Session &session, const sluice::protocol::BadEnvelope &bad,
                sluice::server::BatchReply *batch);
    /// The array has been decoded to its end.
    void finishBatch(sluice::server::BatchReply *batch);

private:
    class Endings;

    Request *acquire();
    void recycle(Request *request);
    Request *build(Session &session, const protocol::Envelope &envelope, const EventSpecPtr &spec, BatchReply *batch);
    void admit(Request *request);
    void turnDown(Request *request, const Error &reason);
    [[nodiscard]] bool isFirst(Request *request);
    void conclude(Request *request, FlightOutcome outcome, const Result<QByteArray> &reply);
    void answerRepeat(Request *request, const QByteArray &result);
    void sendBack(Request &request);
    void cancel(Session &session, const protocol::Envelope &envelope, BatchReply *batch);
    void cancelRequest(Session &session, std::string_view id);
    void refuseEarly(Session &session, std::string_view id, const Error &reason, BatchReply *batch);
    [[nodiscard]] Error recordFault(const Session &session, const Error &fault);
    static void noteRefusal(Session &session, ErrorCode code) noexcept;
    void closeIfTooOften(Session &session);
    void answerError(Session *session, std::string_view id, const Error &error, BatchReply *batch);
    void answer(Session *session, std::string_view text, BatchReply *batch);
    void changeSession(const Request &request, Completion &completion, std::string_view text);
    void deliver(const Request &request, const Completion &completion, std::string_view text);
    void end(Request *request, Ending ending, const Error &error);
    void release(Request *request);
    void withdrawEnded();
    void completeOne(CompletionBatch &batch, Completion &completion);
    void linkToSession(Request *request);
    void unlinkFromSession(Request *request);

    const Clock &m_clock;
    Metrics &m_metrics;
    Gate &m_gate;
    BoundedPriorityQueue &m_queue;
    PolicyChain &m_chain;
    IdempotencyStore &m_idempotency;
    CompletionSink &m_sink;
    FlightLog m_flights;
    ConfigPtr m_config;
    EventRegistryPtr m_registry;
    TimePoint m_now;
    std::vector<Job> m_turn;                      // admitted in this turn
    std::array<size_t, kLaneCount> m_turnLanes{}; // how many of them are of each lane
    size_t m_turnSeen = 0;                        // how many there were when turnGoesOn() was asked
    std::vector<Job> m_rejected;                  // scratch: what the queue did not take
    std::string m_scratch;                        // scratch: an answer being encoded
    std::vector<Job> m_ended;                     // claimed here, and perhaps still waiting in the queue
    std::vector<Job> m_withdrawn;                 // scratch: what the queue still had of them
    quint32 m_leaving = 0;                        // completed in this batch: they leave the gate together
    int m_endings = 0;                            // calls that are ending requests, one inside the other
    TimerWheel m_deadlines;
    std::vector<std::unique_ptr<Request>> m_requests; // all that exist
    std::vector<Request *> m_free;
};

} // namespace sluice::server
