#include "server/routing/router.h"

#include "server/policies/breakerevidence.h"
#include "server/routing/settlement.h"
#include "shared/base/threadcheck.h"
#include "shared/protocol/jsonscanner.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sluice::server {

namespace {

constexpr std::string_view kCancelMethod = "$/cancelRequest";
constexpr size_t kDeadlineSlots = 1024;
constexpr Milliseconds kFaultWindow{60'000};
// Told to who waited for a request that never ran.
constexpr Milliseconds kTryAgainAfter{100};
// What a turn hands over at last although the sockets may have more: some 100 us of reading.
constexpr size_t kMostGathered = 512;
// How many requests ahead one is fetched from the core of the worker that had it.
constexpr size_t kPrefetched = 3;

Counter counterOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ParseError: return Counter::RefusedParse;
    case ErrorCode::InvalidRequest: return Counter::RefusedInvalidRequest;
    case ErrorCode::MethodNotFound: return Counter::RefusedUnknown;
    case ErrorCode::InvalidParams: return Counter::RefusedInvalidParams;
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::TokenExpired: return Counter::RefusedUnauthorized;
    case ErrorCode::RateLimited: return Counter::RefusedRateLimited;
    case ErrorCode::Draining: return Counter::RefusedDraining;
    case ErrorCode::Unavailable: return Counter::RefusedUnavailable;
    default: return Counter::RefusedOverloaded;
    }
}

// Refusals that an honest client does not collect: they count towards rate-limits.refused-per-minute.
bool isClientFault(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ParseError:
    case ErrorCode::InvalidRequest:
    case ErrorCode::MethodNotFound:
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::TokenExpired: return true;
    default: return false;
    }
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

FlightEnd endWith(FlightOutcome outcome, const Error &error, std::string_view answer = {})
{
    return {outcome, static_cast<qint32>(error.code), view(error.data), answer};
}

Counter counterOf(Ending ending)
{
    switch (ending) {
    case Ending::Succeeded: return Counter::EndedSucceeded;
    case Ending::Failed: return Counter::EndedFailed;
    case Ending::TimedOut: return Counter::EndedTimedOut;
    case Ending::Cancelled: return Counter::EndedCancelled;
    case Ending::ConnectionGone: return Counter::EndedConnectionGone;
    case Ending::Abandoned: return Counter::EndedAbandoned;
    }
    return Counter::EndedFailed;
}

} // namespace

/// While requests are being ended here. After the outermost of these calls those that still wait are taken out of the
/// queue: who waits for a predecessor or a place would hold memory and depth for as long as that takes.
class Router::Endings
{
public:
    explicit Endings(Router &router)
        : m_router(router)
    {
        ++m_router.m_endings;
    }
    ~Endings()
    {
        if (--m_router.m_endings == 0)
            m_router.withdrawEnded();
    }
    Endings(const Endings &) = delete;
    Endings &operator=(const Endings &) = delete;

private:
    Router &m_router;
};

Router::Router(const Parts &parts, ConfigPtr config, EventRegistryPtr registry, QObject *parent)
    : QObject(parent)
    , m_clock(parts.clock)
    , m_metrics(parts.metrics)
    , m_gate(parts.gate)
    , m_queue(parts.queue)
    , m_chain(parts.chain)
    , m_idempotency(parts.idempotency)
    , m_sink(parts.sink)
    , m_flights(parts.recorder)
    , m_config(std::move(config))
    , m_registry(std::move(registry))
    , m_now(m_clock.now())
    , m_deadlines(kDeadlineTick, kDeadlineSlots, m_now)
{
}

Router::~Router()
{
    for (const auto &request : m_requests)
        m_deadlines.disarm(*request);
}

bool Router::isTurnFull() const
{
    return m_turn.size() >= static_cast<size_t>(m_config->channels.eventBufferSize);
}

bool Router::turnGoesOn()
{
    const size_t grown = m_turn.size() - std::exchange(m_turnSeen, m_turn.size());
    return grown >= BoundedPriorityQueue::kMaxBatch && m_turn.size() < kMostGathered && !isTurnFull();
}

void Router::route(Session &session, const protocol::Envelope &envelope, BatchReply *batch)
{
    assertOwnThread(this);
    if (envelope.method == kCancelMethod) {
        cancel(session, envelope, batch);
        return;
    }
    m_metrics.add(Counter::EventsReceived);
    ++session.m_costs[Cost::Events];
    const EventSpecPtr *spec = m_registry->find(envelope.method);
    if (!spec || !(*spec)->enabled) {
        refuseEarly(session, envelope.id, {ErrorCode::MethodNotFound, {}, {}}, batch);
        return;
    }
    m_metrics.add((*spec)->index, EventCounter::Received);
    if (!m_gate.tryEnter()) {
        m_metrics.add((*spec)->index, EventCounter::Refused);
        const QByteArray data = protocol::retryData(m_config->drain.closeSpread);
        refuseEarly(session, envelope.id, {ErrorCode::Draining, data, {}}, batch);
        return;
    }
    admit(build(session, envelope, *spec, batch));
}

Request *Router::build(Session &session, const protocol::Envelope &envelope, const EventSpecPtr &spec,
                       BatchReply *batch)
{
    Request *request = acquire();
    protocol::EnvelopeCopy own(envelope, request->text);
    request->id = own.of(envelope.id);
    request->params = own.of(envelope.params);
    request->idempotencyKey = own.of(envelope.idempotencyKey);
    // A used request still has those of its last event: mostly the same ones, and counting references is not free.
    if (request->spec != spec)
        request->spec = spec;
    if (request->principal != session.principal())
        request->principal = session.principal();
    request->userKey = session.userKey();
    request->connection = session.id();
    request->address.assign(session.address());
    request->received = request->admitted = m_now;
    request->timeout = spec->timeout.value_or(m_config->timeouts.serverProcessing);
    request->timeoutIsClients = envelope.timeout && *envelope.timeout < request->timeout;
    if (request->timeoutIsClients)
        request->timeout = *envelope.timeout;
    request->deadline = m_now + request->timeout;
    request->sink = &m_sink;
    request->session = &session;
    if (batch && !request->isNotification()) {
        request->batch = batch;
        ++batch->pending;
    }
    if (m_flights.isTapped())
        request->verdicts = std::make_unique<std::vector<FlightVerdict>>();
    linkToSession(request);
    return request;
}

void Router::admit(Request *request)
{
    request->ownInFlight = request->session->requestsInFlight();
    request->aheadInTurn = m_turnLanes[laneOf(request)];
    if (const auto refusal = m_chain.admit(*request, m_now)) {
        turnDown(request, refusal->error);
        return;
    }
    if (!request->idempotencyKey.empty() && !request->spec->idempotent && !isFirst(request))
        return;
    m_deadlines.arm(*request, request->deadline);
    m_turn.push_back(request);
    ++m_turnLanes[laneOf(request)];
}

// Of its idempotency key: else it has been answered, or waits for the one that is.
bool Router::isFirst(Request *request)
{
    const auto entrance = m_idempotency.enter(*request, m_now);
    if (!entrance) {
        turnDown(request, entrance.error());
        return false;
    }
    if (entrance->part == IdempotencyStore::Part::First)
        return true;
    reportToBreaker(*request, Evidence::None, m_now); // the handler is not asked
    if (entrance->part == IdempotencyStore::Part::Repeated) {
        answerRepeat(request, entrance->result);
        return false;
    }
    // The other one may be running: at the deadline nobody knows.
    request->started.store(true, std::memory_order_relaxed);
    m_deadlines.arm(*request, request->deadline);
    return false;
}

void Router::answerRepeat(Request *request, const QByteArray &result)
{
    static_cast<void>(request->claim());
    m_metrics.add(Counter::EndedSucceeded);
    m_metrics.add(request->spec->index, EventCounter::Succeeded);
    conclude(request, FlightOutcome::Succeeded, result);
}

// One that came no further than here, with its answer.
void Router::conclude(Request *request, FlightOutcome outcome, const Result<QByteArray> &reply)
{
    m_scratch.clear();
    encodeReply(m_scratch, *request, reply);
    m_flights.note(*request, reply ? FlightEnd{outcome, 0, {}, m_scratch} : endWith(outcome, reply.error(), m_scratch),
                   m_now);
    // Let go of first: who delivers may find the connection gone, and detach() ends all that is linked to it.
    Session &session = *request->session;
    BatchReply *batch = request->batch;
    release(request);
    m_gate.leave(1);
    if (!request->isNotification())
        answer(&session, m_scratch, batch);
    recycle(request);
}

void Router::turnDown(Request *request, const Error &reason)
{
    const bool isFault = isClientFault(reason.code);
    Error error = isFault ? recordFault(*request->session, reason) : reason;
    const ErrorCode code = error.code;
    m_metrics.add(counterOf(code));
    m_metrics.add(request->spec->index,
                  code == ErrorCode::RateLimited ? EventCounter::RateLimited : EventCounter::Refused);
    Session &session = *request->session;
    noteRefusal(session, code);
    conclude(request, FlightOutcome::Refused, tl::unexpected(std::move(error)));
    if (isFault)
        closeIfTooOften(session);
}

void Router::noteRefusal(Session &session, ErrorCode code) noexcept
{
    ++session.m_costs[Cost::Refusals];
    if (code == ErrorCode::RateLimited)
        ++session.m_counted.limited;
}

// What has not become a request.
void Router::refuseEarly(Session &session, std::string_view id, const Error &reason, BatchReply *batch)
{
    const bool isFault = reason.code != ErrorCode::Draining;
    const Error error = isFault ? recordFault(session, reason) : reason;
    m_metrics.add(counterOf(error.code));
    noteRefusal(session, error.code);
    m_flights.note(session, id, endWith(FlightOutcome::Refused, error), m_now);
    if (!id.empty()) {
        if (batch)
            ++batch->pending;
        answerError(&session, id, error, batch);
    }
    if (isFault)
        closeIfTooOften(session);
}

void Router::refuse(Session &session, const protocol::BadEnvelope &bad, BatchReply *batch)
{
    assertOwnThread(this);
    m_metrics.add(Counter::EventsReceived);
    ++session.m_costs[Cost::Events];
    const QByteArray data = bad.reason.empty() ? QByteArray() : protocol::invalidParamsData(bad.field, bad.reason);
    refuseEarly(session, bad.id, {bad.code, data, {}}, batch);
}

// Faults spend the limit of the address, so that who is closed for them gains nothing by coming again; once it is used
// up, that is what the client is told.
Error Router::recordFault(const Session &session, const Error &fault)
{
    if (auto refusal = m_chain.admitFault(session.address(), m_now))
        return std::move(refusal->error);
    return fault;
}

void Router::closeIfTooOften(Session &session)
{
    const Config::RateLimits &limits = m_config->rateLimits;
    const int allowed = limits.refusedPerMinute;
    if (allowed == 0)
        return;
    if (!session.m_faults)
        session.m_faults = std::make_unique<SlidingWindow>(allowed, kFaultWindow);
    session.m_faults->reconfigure(allowed, kFaultWindow);
    if (session.m_faults->tryAdmit(m_now))
        return;
    if (limits.dryRun.refused)
        m_metrics.add(Counter::DryRunRefused);
    else
        session.close(protocol::CloseCode::PolicyViolation, "refused too often");
}

void Router::endTurn()
{
    if (m_turn.empty())
        return;
    m_rejected.clear();
    const PushResult pushed = m_queue.push(m_turn, m_rejected);
    m_metrics.add(Counter::AcceptedUnderPressure, pushed.pressed);
    m_turn.clear();
    m_turnLanes = {};
    m_turnSeen = 0;
    for (Request *request : m_rejected)
        sendBack(*request);
}

// What the queue did not keep. With drop-oldest it may be another I/O thread's request: its answer goes through its own
// sink. One that has ended already only goes home, to be used again.
void Router::sendBack(Request &request)
{
    CompletionBatch batch;
    Completion completion;
    completion.request = &request;
    completion.claimed = request.claim();
    if (completion.claimed) {
        completion.ending = Ending::Failed;
        const Error error = m_chain.turnAway(request);
        completion.code = static_cast<qint32>(error.code);
        m_metrics.add(Counter::RefusedOverloaded);
        m_metrics.add(request.spec->index, EventCounter::Refused);
        if (!request.isNotification()) {
            protocol::appendError(batch.bytes, request.id, error);
        }
    }
    completion.length = batch.bytes.size();
    batch.completions.push_back(std::move(completion));
    CompletionSink *sink = request.sink;
    sink->post(std::move(batch));
}

void Router::complete(CompletionBatch &batch)
{
    assertOwnThread(this);
    for (size_t i = 0; i < batch.completions.size(); ++i) {
        if (i + kPrefetched < batch.completions.size())
            batch.completions[i + kPrefetched].request->prefetch();
        completeOne(batch, batch.completions[i]);
    }
    m_gate.leave(std::exchange(m_leaving, 0));
}

void Router::completeOne(CompletionBatch &batch, Completion &completion)
{
    Request *request = completion.request;
    if (completion.claimed) {
        const auto text = std::string_view(batch.bytes).substr(completion.offset, completion.length);
        if (request->session)
            request->session->m_costs[Cost::HandlerUs] += request->handlerUs;
        if (completion.session)
            changeSession(*request, completion, text);
        else
            deliver(*request, completion, text);
        release(request);
        ++m_leaving; // together: the gate is every thread's
    }
    recycle(request);
}

void Router::deliver(const Request &request, const Completion &completion, std::string_view text)
{
    m_flights.note(request, completion, text, m_now);
    if (!text.empty())
        answer(request.session, text, request.batch);
}

void Router::changeSession(const Request &request, Completion &completion, std::string_view text)
{
    const bool isCountedHere = completion.session->answersByTopic;
    const auto reply =
        request.session ? request.session->apply(std::move(*completion.session)) : std::optional<Result<QByteArray>>();
    if (isCountedHere)
        Settlement::count(request, reply.value_or(QByteArray()), m_now, m_metrics);
    if (!reply) {
        deliver(request, completion, text);
        return;
    }
    std::string own; // what is applied may need the scratch text
    encodeReply(own, request, *reply);
    m_flights.note(request,
                   *reply ? FlightEnd{FlightOutcome::Succeeded, 0, {}, own}
                          : endWith(FlightOutcome::Failed, reply->error(), own),
                   m_now);
    if (!own.empty())
        answer(request.session, own, request.batch);
}

void Router::expire(TimePoint now)
{
    assertOwnThread(this);
    const Endings endings(*this);
    m_deadlines.expire(now, [this, now](TimerNode &node) {
        auto *request = static_cast<Request *>(&node);
        if (!request->claim())
            return; // its answer is on the way
        const bool ran = request->started.load(std::memory_order_acquire);
        reportToBreaker(*request, timeoutEvidence(*request, now), now);
        m_metrics.add(request->spec->index, EventCounter::TimedOut);
        end(request, Ending::TimedOut, {ErrorCode::Timeout, protocol::timeoutData(request->timeout, ran), {}});
    });
}

void Router::cancel(Session &session, const protocol::Envelope &envelope, BatchReply *batch)
{
    if (const auto id = protocol::rawMember(envelope.params, "id"))
        cancelRequest(session, *id);
    if (envelope.isNotification())
        return;
    // It should be a notification; who asks all the same is answered, whatever was there to cancel.
    if (batch)
        ++batch->pending;
    m_scratch.clear();
    protocol::appendResult(m_scratch, envelope.id, {});
    answer(&session, m_scratch, batch);
}

void Router::cancelRequest(Session &session, std::string_view id)
{
    const Endings endings(*this);
    for (Request *request = session.m_requests; request; request = request->nextOfSession) {
        if (request->id != id)
            continue;
        if (request->claim()) {
            const bool ran = request->started.load(std::memory_order_acquire);
            end(request, Ending::Cancelled, {ErrorCode::Cancelled, protocol::timeoutData(request->timeout, ran), {}});
        }
        return;
    }
}

void Router::detach(Session &session)
{
    assertOwnThread(this);
    const Endings endings(*this);
    for (Request *request = session.m_requests; request;) {
        Request *next = request->nextOfSession;
        if (request->batch)
            request->batch->session = nullptr;
        if (request->claim()) {
            end(request, Ending::ConnectionGone, {});
        } else {
            unlinkFromSession(request);
            request->session = nullptr;
        }
        request = next;
    }
}

size_t Router::abandonAll()
{
    assertOwnThread(this);
    const Endings endings(*this);
    size_t count = 0;
    for (const auto &request : m_requests) {
        if (!request->isArmed() || !request->claim())
            continue;
        const bool ran = request->started.load(std::memory_order_acquire);
        end(request.get(), Ending::Abandoned, {ErrorCode::Draining, protocol::timeoutData(request->timeout, ran), {}});
        ++count;
    }
    return count;
}

void Router::end(Request *request, Ending ending, const Error &error)
{
    request->stop.request_stop();
    m_metrics.add(counterOf(ending));
    m_flights.note(*request, endWith(FlightLog::outcomeOf(ending), error), m_now);
    if (!request->isNotification())
        answerError(ending == Ending::ConnectionGone ? nullptr : request->session, request->id, error, request->batch);
    release(request);
    m_gate.leave(1);
    // A worker still has it, and its completion recycles it; or the queue, or who waits for its key, which give it
    // back.
    if (!request->started.load(std::memory_order_relaxed) || request->waitsForKey)
        m_ended.push_back(request);
}

void Router::withdrawEnded()
{
    if (m_ended.empty())
        return;
    m_withdrawn.clear();
    m_queue.withdraw(m_ended, m_withdrawn);
    std::copy_if(m_ended.begin(), m_ended.end(), std::back_inserter(m_withdrawn),
                 [this](Request *request) { return request->waitsForKey && m_idempotency.leave(*request); });
    m_ended.clear();
    for (Request *request : m_withdrawn)
        recycle(request);
}

void Router::answerError(Session *session, std::string_view id, const Error &error, BatchReply *batch)
{
    m_scratch.clear();
    protocol::appendError(m_scratch, id, error);
    answer(session, m_scratch, batch);
}

void Router::answer(Session *session, std::string_view text, BatchReply *batch)
{
    if (!batch) {
        if (session)
            session->deliver(text);
        return;
    }
    if (!batch->text.empty())
        batch->text += ',';
    batch->text += text;
    finishBatch(batch);
}

void Router::finishBatch(BatchReply *batch)
{
    if (--batch->pending > 0)
        return;
    if (batch->session && !batch->text.empty())
        batch->session->deliver('[' + batch->text + ']');
    delete batch;
}

// Gives back everything that an unanswered request holds, but for its place inside the gate.
void Router::release(Request *request)
{
    m_deadlines.disarm(*request);
    reportToBreaker(*request, Evidence::None, m_now); // where nobody has: its end says nothing about the handler
    unlinkFromSession(request);
    request->session = nullptr;
    request->batch = nullptr;
}

void Router::linkToSession(Request *request)
{
    Request *&first = request->session->m_requests;
    request->nextOfSession = first;
    request->previousOfSession = nullptr;
    if (first)
        first->previousOfSession = request;
    first = request;
    ++request->session->m_requestsInFlight;
    request->session->m_requestBytesInFlight += request->text.size();
}

void Router::unlinkFromSession(Request *request)
{
    if (!request->session)
        return;
    if (request->previousOfSession)
        request->previousOfSession->nextOfSession = request->nextOfSession;
    else
        request->session->m_requests = request->nextOfSession;
    if (request->nextOfSession)
        request->nextOfSession->previousOfSession = request->previousOfSession;
    request->nextOfSession = request->previousOfSession = nullptr;
    --request->session->m_requestsInFlight;
    request->session->m_requestBytesInFlight -= request->text.size();
    request->session->requestEnded();
}

Request *Router::acquire()
{
    if (m_free.empty()) {
        m_requests.push_back(std::make_unique<Request>());
        m_requests.back()->poolIndex = m_requests.size() - 1;
        return m_requests.back().get();
    }
    Request *request = m_free.back();
    m_free.pop_back();
    if (m_free.size() >= kPrefetched)
        m_free[m_free.size() - kPrefetched]->prefetch();
    return request;
}

void Router::recycle(Request *request)
{
    if (request->holdsKey) // it never ran
        Settlement::settleRepeats(m_idempotency.abandon(*request),
                                  tl::unexpected(Error{ErrorCode::Busy, protocol::retryData(kTryAgainAfter), {}}),
                                  m_now, m_metrics);
    if (m_free.size() < kFreeRequests) {
        request->recycle();
        m_free.push_back(request);
        return;
    }
    const size_t index = request->poolIndex;
    m_requests.back()->poolIndex = index;
    std::swap(m_requests[index], m_requests.back());
    m_requests.pop_back();
}

} // namespace sluice::server
