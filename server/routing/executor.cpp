#include "server/routing/executor.h"

#include "server/events/handler.h"
#include "shared/base/logging.h"

#include <exception>

namespace sluice::server {

namespace {

Outcome internalError(const Request &request, const char *what)
{
    qCWarning(lcHandlers) << "handler threw event=" << request.spec->id.c_str() << "what=" << what;
    return Outcome::error({ErrorCode::InternalError, {}, QString::fromUtf8(what)});
}

Outcome givenUp(const Request &request)
{
    return internalError(request, "the handler gave up its promise");
}

// What a finished future holds: an outcome, an exception, or, by a mistake of the handler, nothing.
Outcome outcomeOf(const Request &request, QFuture<OutcomePtr> &finished)
{
    try {
        finished.waitForFinished(); // throws what the handler threw
        const OutcomePtr outcome = finished.resultCount() > 0 ? finished.result() : nullptr;
        return outcome ? std::move(*outcome) : givenUp(request);
    } catch (const std::exception &exception) {
        return internalError(request, exception.what());
    } catch (...) {
        return internalError(request, "unknown exception");
    }
}

Distribution waitDistribution(Lane lane)
{
    return static_cast<Distribution>(static_cast<int>(Distribution::QueueWaitHigh) + static_cast<int>(lane));
}

// Shorter runs tell the others what was learnt of them with their batch's end.
constexpr std::chrono::microseconds kToldAtOnce{50};

} // namespace

/// How long the handlers of a batch take: an exponentially weighted mean over about the last eight runs of each event.
/// The I/O threads read it for each event that they admit: written as often, it would come from another core each time.
class Executor::Lesson
{
public:
    Lesson() = default;
    ~Lesson() { tell(); }
    Lesson(const Lesson &) = delete;
    Lesson &operator=(const Lesson &) = delete;

    void learn(const EventSpec &spec, Duration took)
    {
        if (&spec != m_spec) {
            tell();
            m_spec = &spec;
            m_mean = spec.meanHandlerNs.load(std::memory_order_relaxed);
        }
        m_mean += (std::chrono::nanoseconds(took).count() - m_mean) / 8;
        if (took >= kToldAtOnce)
            tell();
    }

private:
    void tell()
    {
        if (m_spec)
            m_spec->meanHandlerNs.store(m_mean, std::memory_order_relaxed);
        m_spec = nullptr;
    }

    const EventSpec *m_spec = nullptr; // of the last run, untold
    qint64 m_mean = 0;
};

Executor::Executor(Metrics &metrics, PublicationSink &publications, IdempotencyStore &idempotency, const Clock &clock)
    : m_metrics(metrics)
    , m_settlement(metrics, publications, idempotency)
    , m_clock(clock)
{
}

void Executor::run(Shift &shift)
{
    TimePoint now = m_clock.now();
    {
        Lesson lesson;
        while (Job job = shift.next()) {
            if (runOne(*job, now, shift, lesson))
                shift.finish();
        }
    }
    handOver(shift);
}

void Executor::handOver(Shift &shift)
{
    const auto held = m_settled(shift.finished());
    shift.finished().clear();
    for (auto &[sink, batch] : shift.batches()) {
        if (batch.completions.empty()) // all of them may be awaited: then there is nothing to wake for
            continue;
        sink->post(std::move(batch));
        batch = sink->takeBatch();
    }
}

bool Executor::runOne(Request &request, TimePoint &now, Shift &shift, Lesson &lesson)
{
    if (request.isClaimed()) {
        Settlement::returnClaimed(request, shift.batchOf(request.sink));
        return true;
    }
    if (now >= request.deadline) {
        m_settlement.settleExpired(request, shift.batchOf(request.sink));
        return true;
    }
    m_metrics.record(waitDistribution(request.spec->lane), now - request.admitted);
    request.startedAt = now;
    request.worker = shift.worker();
    request.started.store(true, std::memory_order_release);
    shift.enterHandler(now);
    HandlerResult result = call(request, shift);
    shift.leaveHandler();
    const TimePoint after = m_clock.now();
    m_metrics.record(Distribution::HandlerDuration, after - now);
    lesson.learn(*request.spec, after - now);
    request.handlerUs = FlightRecorder::microseconds(after - now);
    now = after;
    if (auto *outcome = std::get_if<Outcome>(&result)) {
        m_settlement.settle(request, std::move(*outcome), now, shift.batchOf(request.sink));
        return true;
    }
    await(request, std::get<QFuture<OutcomePtr>>(std::move(result)));
    return false;
}

HandlerResult Executor::call(Request &request, Shift &shift)
{
    try {
        return request.spec->handler->handle(request);
    } catch (const std::exception &exception) {
        shift.countError();
        m_metrics.add(Counter::WorkerErrors);
        return internalError(request, exception.what());
    } catch (...) {
        shift.countError();
        m_metrics.add(Counter::WorkerErrors);
        return internalError(request, "unknown exception");
    }
}

void Executor::await(Request &request, QFuture<OutcomePtr> future)
{
    // Runs in the thread that finishes the promise, or here when it is finished already.
    future
        .then(QtFuture::Launch::Sync,
              [this, &request](QFuture<OutcomePtr> finished) { finishLater(request, outcomeOf(request, finished)); })
        .onCanceled([this, &request] { finishLater(request, givenUp(request)); });
}

void Executor::finishLater(Request &request, Outcome &&outcome)
{
    CompletionSink *sink = request.sink;
    CompletionBatch batch;
    const TimePoint now = m_clock.now();
    request.handlerUs = FlightRecorder::microseconds(now - request.startedAt);
    m_settlement.settle(request, std::move(outcome), now, batch);
    const Job job = &request;
    const auto held = m_settled({&job, 1});
    sink->post(std::move(batch));
}

} // namespace sluice::server
