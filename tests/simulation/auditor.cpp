#include "tests/simulation/auditor.h"

#include "shared/protocol/jsonscanner.h"

#include <algorithm>
#include <charconv>

namespace sluice::sim {

namespace {

using server::Counter;
using server::EventCounter;

constexpr std::string_view kCancelMethod = "$/cancelRequest";
constexpr std::string_view kBeforeId = R"({"jsonrpc":"2.0","id":)";
constexpr std::string_view kBeforeResult = R"(,"result":)";
constexpr std::string_view kBeforeCode = R"(,"error":{"code":)";
constexpr std::chrono::minutes kFaultWindow{1};
// What a worker has ready leaves it within a relief (50 ms) and a look (100 ms).
constexpr std::chrono::milliseconds kLongestHold{150};

int number(ErrorCode code)
{
    return static_cast<int>(code);
}

Counter counterOfRefusal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ParseError: return Counter::RefusedParse;
    case ErrorCode::InvalidRequest: return Counter::RefusedInvalidRequest;
    case ErrorCode::MethodNotFound: return Counter::RefusedUnknown;
    case ErrorCode::InvalidParams: return Counter::RefusedInvalidParams;
    case ErrorCode::RateLimited: return Counter::RefusedRateLimited;
    case ErrorCode::Overloaded: return Counter::RefusedOverloaded;
    case ErrorCode::Draining: return Counter::RefusedDraining;
    default: return Counter::RefusedUnauthorized;
    }
}

// What `rate-limits.refused-per-minute` counts of well-formed events.
bool isOwnFault(ErrorCode code)
{
    switch (code) {
    case ErrorCode::MethodNotFound:
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::TokenExpired: return true;
    default: return false;
    }
}

struct Sweep {
    int code;
    Counter counter;
};
Sweep sweepOf(Fate fate)
{
    switch (fate) {
    case Fate::TimedOut: return {number(ErrorCode::Timeout), Counter::EndedTimedOut};
    case Fate::Cancelled: return {number(ErrorCode::Cancelled), Counter::EndedCancelled};
    default: return {number(ErrorCode::Draining), Counter::EndedAbandoned};
    }
}

struct Made {
    server::Ending ending;
    Counter counter;
    EventCounter eventCounter;
};
Made madeOf(Fate fate)
{
    switch (fate) {
    case Fate::Succeeded: return {server::Ending::Succeeded, Counter::EndedSucceeded, EventCounter::Succeeded};
    case Fate::TimedOut: return {server::Ending::TimedOut, Counter::EndedTimedOut, EventCounter::TimedOut};
    case Fate::Cancelled: return {server::Ending::Cancelled, Counter::EndedCancelled, EventCounter::Failed};
    default: return {server::Ending::Failed, Counter::EndedFailed, EventCounter::Failed};
    }
}

// The number that the simulation's clients put into their params as "n"; 0 without one.
quint64 serialOf(std::string_view params)
{
    std::string_view raw = protocol::rawMember(params, "n").value_or("0");
    if (raw.front() == '"')
        raw.remove_prefix(1);
    quint64 serial = 0;
    std::from_chars(raw.data(), raw.data() + raw.size(), serial);
    return serial;
}

std::string resultOf(const Call &call)
{
    return call.serial == 0 ? "null" : R"({"n":)" + std::to_string(call.serial) + '}';
}

TimePoint tickAfter(TimePoint start, TimePoint when)
{
    const Duration tick = server::Router::kDeadlineTick;
    return start + (when - start + tick - Duration(1)) / tick * tick;
}

template <typename List, typename Value>
bool contains(const List &list, const Value &value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

Auditor::Auditor(const Parts &parts)
    : m_parts(parts)
    , m_start(parts.clock.now())
    , m_admission(parts.clock)
    , m_open(parts.ios)
    , m_turns(parts.ios)
{
}

void Auditor::report(const std::string &fault)
{
    if (!m_fault.empty())
        return;
    const double ms = std::chrono::duration<double, std::milli>(m_parts.clock.now() - m_start).count();
    m_fault = fault + " (at " + std::to_string(ms) + " ms)";
}

void Auditor::configured(const server::ConfigPtr &config)
{
    m_admission.setConfig(config);
    m_queueModel.setLimits(server::QueueLimits::fromConfig(*config));
}

// ---- The way in

Call &Auditor::newCall(SimSession &session, std::string_view id, std::optional<size_t> array)
{
    ++m_routerCall;
    Call &call = m_calls.emplace_back();
    call.number = m_calls.size();
    call.session = &session;
    call.connection = session.id().value;
    call.io = session.io();
    call.user = session.principal()->userId;
    call.id = id;
    call.array = array;
    call.received = m_parts.clock.now();
    m_routing = &call;
    m_mustBeAdmitted = m_wasAdmitted = false;
    return call;
}

void Auditor::aboutToRoute(SimSession &session, const protocol::Envelope &envelope, std::optional<size_t> array,
                           const server::Config &ioConfig, const server::EventRegistry &registry)
{
    m_parts.trace.note(m_parts.clock.now(), "received", session.id().value, envelope.text);
    Call &call = newCall(session, envelope.id, array);
    if (envelope.method == kCancelMethod) {
        routeCancel(call, envelope.params);
        return;
    }
    m_counters.expect(Counter::EventsReceived);
    if (const server::EventSpecPtr *spec = registry.find(envelope.method))
        call.spec = spec->get();
    call.serial = serialOf(envelope.params);
    call.paramsAreBad = envelope.params.find('"', 4) != std::string_view::npos; // {"n":"...
    if (const auto code = m_admission.judge(call, m_queueModel, aheadInTurn(call))) {
        refuse(call, *code, ioConfig);
        return;
    }
    m_mustBeAdmitted = true;
    m_counters.expect(*call.spec, EventCounter::Received);
    std::chrono::milliseconds timeout = call.spec->timeout.value_or(ioConfig.timeouts.serverProcessing);
    timeout = std::min(timeout, envelope.timeout.value_or(timeout));
    call.deadline = call.received + timeout;
    await(call);
}

void Auditor::aboutToRefuse(SimSession &session, const protocol::BadEnvelope &bad, std::optional<size_t> array,
                            const server::Config &ioConfig)
{
    m_parts.trace.note(m_parts.clock.now(), "bad", session.id().value, bad.reason);
    Call &call = newCall(session, bad.id, array);
    m_counters.expect(Counter::EventsReceived);
    const ErrorCode code = codeOfFault(session, bad.code); // every bad envelope is one
    countRefusal(code);
    ++m_fates[static_cast<size_t>(Fate::Refused)];
    call.fate = Fate::Refused;
    call.code = number(code);
    await(call);
    countFault(session, ioConfig);
}

// Not an event: it ends another one, the newest of that id, and is answered when it asks to be.
void Auditor::routeCancel(Call &call, std::string_view params)
{
    call.fate = Fate::Succeeded;
    await(call);
    const auto id = protocol::rawMember(params, "id");
    const auto &linked = call.session->linked;
    const auto newest =
        std::find_if(linked.rbegin(), linked.rend(), [&id](const Call *other) { return id && other->id == *id; });
    if (newest != linked.rend() && (*newest)->fate == Fate::Open)
        beginSweep(**newest, Fate::Cancelled);
}

void Auditor::refuse(Call &call, ErrorCode reason, const server::Config &ioConfig)
{
    const ErrorCode code = isOwnFault(reason) ? codeOfFault(*call.session, reason) : reason;
    call.fate = Fate::Refused;
    call.code = number(code);
    ++m_fates[static_cast<size_t>(Fate::Refused)];
    countRefusal(code);
    if (reason != ErrorCode::MethodNotFound) {
        m_counters.expect(*call.spec, EventCounter::Received);
        m_counters.expect(*call.spec,
                          code == ErrorCode::RateLimited ? EventCounter::RateLimited : EventCounter::Refused);
    }
    await(call);
    if (isOwnFault(reason))
        countFault(*call.session, ioConfig);
}

void Auditor::countRefusal(ErrorCode code)
{
    m_counters.expect(counterOfRefusal(code));
    if (code == ErrorCode::Overloaded)
        m_counters.expect(Counter::OverloadedByDepth);
    if (code == ErrorCode::RateLimited)
        m_counters.expect(m_admission.hit());
}

// What is told: who has used up the address's limit by faults hears of the limit.
ErrorCode Auditor::codeOfFault(const SimSession &session, ErrorCode code)
{
    return m_admission.takesFault(session.address(), m_parts.clock.now()) ? code : ErrorCode::RateLimited;
}

void Auditor::countFault(SimSession &session, const server::Config &ioConfig)
{
    const int allowed = ioConfig.rateLimits.refusedPerMinute;
    if (allowed > 0 && !session.faults.tryAdmit(m_parts.clock.now(), allowed, kFaultWindow))
        session.mustClose = true;
}

size_t Auditor::aheadInTurn(const Call &call) const
{
    const auto &turn = m_turns[call.io];
    return static_cast<size_t>(std::count_if(turn.begin(), turn.end(), [&call](const Call *other) {
        return call.spec && other->spec->lane == call.spec->lane;
    }));
}

void Auditor::await(Call &call)
{
    if (call.id.empty())
        return;
    call.session->awaited.push_back(&call);
    ++m_awaited;
    if (call.array)
        ++m_arrays[*call.array].answers;
}

void Auditor::routed(SimSession &session)
{
    if (m_mustBeAdmitted && !m_wasAdmitted)
        report("call " + std::to_string(m_routing->number) + " was refused and must not be");
    m_routing = nullptr;
    if (session.mustClose)
        report("session " + std::to_string(session.id().value) + " was refused too often and is not closed");
    swept(); // what a cancel ended
    if (session.state != SimSession::State::Detached && session.requestsInFlight() != session.linked.size())
        report("session " + std::to_string(session.id().value) + " counts " + std::to_string(session.requestsInFlight())
               + " requests, has " + std::to_string(session.linked.size()));
}

void Auditor::admitted(const server::Request &request)
{
    if (!m_routing || !m_mustBeAdmitted || m_wasAdmitted) {
        report("let in what must be refused: " + request.text);
        return;
    }
    m_wasAdmitted = true;
    Call &call = *m_routing;
    if (request.id != call.id || request.connection != call.session->id() || request.spec.get() != call.spec
        || request.isClaimed())
        report("the request is not what was sent: " + request.text);
    if (request.deadline != call.deadline)
        report("call " + std::to_string(call.number) + " has a wrong deadline");
    call.request = &request;
    call.isLinked = true;
    if (!m_byRequest.emplace(&request, &call).second)
        report("a request in use was used again");
    call.session->linked.push_back(&call);
    m_open[call.io].emplace(std::pair(call.deadline, call.number), &call);
    m_turns[call.io].push_back(&call);
    ++m_openCalls;
    ++m_inside;
}

// ---- The queue

void Auditor::aboutToEndTurn(size_t io)
{
    Q_UNUSED(io)
    m_cameBack.clear();
    m_pushing = true;
}

void Auditor::turnEnded(size_t io)
{
    m_pushing = false;
    if (std::string fault = m_queueModel.push(m_turns[io], m_cameBack); !fault.empty())
        report(fault);
    m_turns[io].clear();
    m_counters.expectTotal(Counter::AcceptedUnderPressure, m_queueModel.pressed());
}

void Auditor::postedByQueue(Call &call, const server::Completion &completion)
{
    m_cameBack.push_back(&call);
    if (completion.claimed != (call.fate == Fate::Open)) {
        report("what the queue sent back is claimed by nobody or twice");
        return;
    }
    if (!completion.claimed)
        return;
    m_counters.expect(*call.spec, EventCounter::Refused);
    m_counters.expect(Counter::OverloadedByDepth);
    end(call, Fate::Refused, number(ErrorCode::Overloaded), Counter::RefusedOverloaded);
    AdmissionModel::withdraw(call);
}

// ---- Workers

void Auditor::taken(std::span<const server::Job> jobs)
{
    Call *before = nullptr;
    for (const server::Job job : jobs) {
        Call *call = callOf(job);
        if (!call)
            return;
        m_parts.trace.note(m_parts.clock.now(), "taken", call->number);
        call->nextInBatch = nullptr;
        if (before)
            before->nextInBatch = call;
        before = call;
        if (std::exchange(call->isReturned, false))
            continue;
        if (std::string fault = m_queueModel.take(*call, m_parts.clock.now()); !fault.empty())
            report("call " + std::to_string(call->number) + ": " + fault);
        call->isTaken = true;
        ++m_inFlight;
    }
    pickUp(callOf(jobs.front()));
}

// The worker comes to this one: what is dead is not run, and so on, until there is one to run.
void Auditor::pickUp(Call *call)
{
    for (; call; call = call->nextInBatch) {
        if (call->fate != Fate::Open)
            continue; // it only goes home
        if (m_parts.clock.now() < call->deadline)
            return;
        call->made = {Fate::TimedOut, number(ErrorCode::Timeout)};
        call->saysItRan = false;
        settle(*call);
    }
}

Call &Auditor::begun(const server::Request &request)
{
    Call *call = callOf(&request);
    if (!call)
        return m_calls.front();
    if (!call->isTaken || call->isReturned || call->hasRun)
        report("call " + std::to_string(call->number) + " runs twice, or was never taken");
    if (call->fate != Fate::Open || m_parts.clock.now() >= call->deadline)
        report("call " + std::to_string(call->number) + " runs though it is dead");
    call->hasRun = true;
    return *call;
}

void Auditor::made(Call &call, Fate fate, int code)
{
    call.made = {fate, code};
    if (call.fate == Fate::Open) {
        settle(call);
    } else {
        note(Rarity::Late);
        m_counters.expect(Counter::LateResults);
    }
}

void Auditor::left(const Call &call)
{
    pickUp(call.nextInBatch);
}

// Ends it as a worker does, who answers later.
void Auditor::settle(Call &call)
{
    const Made made = madeOf(call.made->first);
    call.isSettled = true;
    call.madeAt = m_parts.clock.now();
    m_counters.expect(*call.spec, made.eventCounter);
    end(call, call.made->first, call.made->second, made.counter);
}

void Auditor::relieved(const server::Request &current, std::span<const server::Job> rest)
{
    note(Rarity::Relieved);
    if (Call *call = callOf(&current))
        call->nextInBatch = nullptr;
    for (const server::Job job : rest) {
        if (Call *call = callOf(job))
            call->isReturned = true;
        note(Rarity::Returned);
    }
}

void Auditor::declaredStuck(const server::Request &current)
{
    note(Rarity::Stuck);
    if (Call *call = callOf(&current))
        m_queueModel.passOrder(*call, m_parts.clock.now());
}

void Auditor::postedByWorker(Call &call, const server::Completion &completion)
{
    const TimePoint now = m_parts.clock.now();
    --m_inFlight;
    m_queueModel.settle(call, now);
    if (!call.isTaken || call.isReturned || (call.hasRun && !call.made))
        report("call " + std::to_string(call.number) + " is settled before it has run");
    if (completion.claimed != call.isSettled) {
        report("call " + std::to_string(call.number) + " is claimed by nobody or twice");
        return;
    }
    if (!completion.claimed)
        return;
    if (completion.ending != madeOf(call.made->first).ending || (completion.length > 0) == call.id.empty())
        report("call " + std::to_string(call.number) + " is settled as what it is not");
    if (call.madeAt >= m_lastStandstill && now - call.madeAt > kLongestHold)
        report("the answer to call " + std::to_string(call.number) + " was ready and held back");
}

void Auditor::posted(size_t io, const server::CompletionBatch &batch)
{
    for (const server::Completion &completion : batch.completions) {
        Call *call = callOf(completion.request);
        if (!call)
            return;
        m_parts.trace.note(m_parts.clock.now(), "posted", call->number);
        if (call->io != io)
            report("call " + std::to_string(call->number) + " goes to another I/O thread");
        if (m_pushing)
            postedByQueue(*call, completion);
        else
            postedByWorker(*call, completion);
    }
}

void Auditor::aboutToComplete(const server::CompletionBatch &batch)
{
    ++m_routerCall;
    for (const server::Completion &completion : batch.completions) {
        if (Call *call = callOf(completion.request))
            m_completing.push_back(call);
    }
}

void Auditor::completed()
{
    for (Call *call : m_completing) {
        m_byRequest.erase(call->request);
        call->request = nullptr;
        letGo(*call);
        if (!call->array && contains(call->session->awaited, call))
            report("the answer to call " + std::to_string(call->number) + " was lost");
    }
    m_completing.clear();
}

// ---- Ends

void Auditor::end(Call &call, Fate fate, int code, Counter counter)
{
    call.fate = fate;
    call.code = code;
    m_counters.expect(counter);
    ++m_fates[static_cast<size_t>(fate)];
    --m_openCalls;
    m_open[call.io].erase({call.deadline, call.number});
}

void Auditor::letGo(Call &call)
{
    if (!call.isLinked)
        return;
    call.isLinked = false;
    std::erase(call.session->linked, &call);
    --m_inside;
}

// Who has ended waits no longer.
void Auditor::leaveQueue(Call &call)
{
    if (!m_queueModel.waits(call))
        return;
    note(Rarity::Withdrawn);
    m_queueModel.remove(call, m_parts.clock.now());
    m_byRequest.erase(call.request);
    call.request = nullptr;
}

void Auditor::beginSweep(Call &call, Fate fate)
{
    call.sweep = fate;
    call.code = sweepOf(fate).code;
    if (fate != Fate::Cancelled)
        call.saysItRan = call.hasRun;
    m_sweeping.push_back(&call);
}

void Auditor::settleSweep(Call &call)
{
    const Sweep sweep = sweepOf(*call.sweep);
    if (*call.sweep == Fate::TimedOut)
        m_counters.expect(*call.spec, EventCounter::TimedOut);
    end(call, *call.sweep, sweep.code, sweep.counter);
    letGo(call);
    leaveQueue(call);
}

void Auditor::swept()
{
    for (Call *call : m_sweeping) {
        if (call->fate == Fate::Open) {
            // One that waited has come home: the sums tell whether it has.
            if (!m_queueModel.waits(*call) && !call->request->isClaimed())
                report("call " + std::to_string(call->number) + " must have been ended and is not");
            else if (!call->array && contains(call->session->awaited, call))
                report("call " + std::to_string(call->number) + " has ended and nobody answered it");
            settleSweep(*call);
        }
        call->sweep.reset();
    }
    m_sweeping.clear();
}

void Auditor::aboutToExpire(size_t io, TimePoint now)
{
    ++m_routerCall;
    for (const auto &[when, call] : m_open[io]) {
        if (tickAfter(m_start, when.first) > now)
            break;
        beginSweep(*call, Fate::TimedOut);
    }
}

void Auditor::aboutToAbandon(size_t io)
{
    ++m_routerCall;
    for (const auto &[when, call] : m_open[io])
        beginSweep(*call, Fate::Abandoned);
}

void Auditor::aboutToDetach(SimSession &session)
{
    m_parts.trace.note(m_parts.clock.now(), "gone", session.id().value);
    const std::vector<Call *> linked = session.linked;
    for (Call *call : linked) {
        if (call->fate != Fate::Open)
            continue; // its answer is on the way, and will reach nobody
        // A cancelled one may have come home already, and is ended before anything is delivered.
        if (call->sweep && (*call->sweep == Fate::Cancelled || call->request->isClaimed())) {
            settleSweep(*call);
        } else {
            end(*call, Fate::Gone, kNoError, Counter::EndedConnectionGone);
            letGo(*call);
            leaveQueue(*call);
        }
    }
    m_awaited -= session.awaited.size();
    session.awaited.clear();
    session.linked.clear();
    session.state = SimSession::State::Detached;
    session.detachedInCall = m_routerCall;
}

// ---- What clients are told

void Auditor::delivered(SimSession &session, std::string_view text)
{
    m_parts.trace.note(m_parts.clock.now(), "told", session.id().value, text);
    if (session.state == SimSession::State::Detached) {
        // Who is found dead while it is written to may still be written to by the same call.
        if (session.detachedInCall != m_routerCall)
            report("sent to a connection that is gone: " + std::string(text));
        return;
    }
    const std::vector<Told> all = read(text);
    const std::vector<Call *> calls = match(session, all, text.starts_with('['));
    if (calls.empty())
        report("session " + std::to_string(session.id().value)
               + " is told what it does not wait for: " + std::string(text));
    for (Call *call : calls) {
        if (call->fate == Fate::Open)
            settleSweep(*call);
        std::erase(session.awaited, call);
        --m_awaited;
    }
}

void Auditor::closed(SimSession &session, protocol::CloseCode code)
{
    m_parts.trace.note(m_parts.clock.now(), "closed", session.id().value);
    if (!session.mustClose || code != protocol::CloseCode::PolicyViolation)
        report("session " + std::to_string(session.id().value) + " is closed without a reason");
    session.mustClose = false;
    if (session.state == SimSession::State::Open)
        session.state = SimSession::State::Closing;
}

std::vector<Auditor::Told> Auditor::read(std::string_view text)
{
    std::vector<Told> all;
    const auto add = [this, &all](std::string_view one) {
        if (Told told; readOne(one, told))
            all.push_back(told);
        else
            report("no answer of ours: " + std::string(one));
    };
    if (!text.starts_with('[')) {
        add(text);
        return all;
    }
    protocol::JsonScanner scanner(text, protocol::kMaxJsonDepth);
    const bool isWhole = scanner.array([&] {
        const std::string_view element = scanner.value();
        add(element);
        return !element.empty();
    });
    if (!isWhole)
        report("no JSON: " + std::string(text));
    return all;
}

bool Auditor::readOne(std::string_view text, Told &told)
{
    if (!text.starts_with(kBeforeId) || !text.ends_with('}'))
        return false;
    text.remove_prefix(kBeforeId.size());
    text.remove_suffix(1);
    protocol::JsonScanner scanner(text, protocol::kMaxJsonDepth);
    told.id = scanner.value();
    text.remove_prefix(static_cast<size_t>(scanner.position() - text.data()));
    if (text.starts_with(kBeforeResult)) {
        told.result = text.substr(kBeforeResult.size());
        return true;
    }
    if (!text.starts_with(kBeforeCode))
        return false;
    text.remove_prefix(kBeforeCode.size());
    std::from_chars(text.data(), text.data() + text.size(), told.code);
    told.saysNotRun = text.find(R"("outcome":"not-run")") != std::string_view::npos;
    told.saysUnknown = text.find(R"("outcome":"unknown")") != std::string_view::npos;
    return told.code != kNoError;
}

// Who waits for these answers: a lone call, or all those of one array that are owed an answer.
std::vector<Call *> Auditor::match(const SimSession &session, const std::vector<Told> &all, bool isArray) const
{
    std::vector<std::optional<size_t>> tried;
    for (const Call *first : session.awaited) {
        const std::optional<size_t> array = first->array;
        const size_t owed = array ? m_arrays[*array].answers : 1;
        if (array.has_value() != isArray || owed != all.size() || contains(tried, array))
            continue;
        tried.push_back(array);
        if (std::vector<Call *> calls = matchIn(session, all, array); !calls.empty())
            return calls;
    }
    return {};
}

std::vector<Call *> Auditor::matchIn(const SimSession &session, const std::vector<Told> &all,
                                     std::optional<size_t> array) const
{
    std::vector<Call *> calls;
    for (const Told &told : all) {
        Call *found = nullptr;
        for (Call *call : session.awaited) {
            if (call->array != array || call->id != told.id || !fits(*call, told) || contains(calls, call))
                continue;
            // Of two that the client gave one id, the one that is being answered just now.
            if (!found || call->fate == Fate::Open || contains(m_completing, call))
                found = call;
        }
        if (!found)
            return {};
        calls.push_back(found);
    }
    return calls;
}

bool Auditor::fits(const Call &call, const Told &told)
{
    if ((call.fate == Fate::Open && !call.sweep) || told.code != call.code)
        return false;
    if (call.saysItRan && (told.saysUnknown != *call.saysItRan || told.saysNotRun == *call.saysItRan))
        return false;
    return told.code != kNoError || told.result == resultOf(call);
}

Call *Auditor::callOf(const server::Request *request)
{
    const auto found = m_byRequest.find(request);
    if (found != m_byRequest.end())
        return found->second;
    report("a request that is nobody's");
    return nullptr;
}

// ---- Sums

void Auditor::check()
{
    const auto compare = [this](const char *what, quint64 is, quint64 must) {
        if (is != must)
            report(what + (" is " + std::to_string(is)) + ", must be " + std::to_string(must));
    };
    if (std::string difference = m_counters.difference(m_parts.metrics); !difference.empty())
        report(difference);
    // The ledger of the documentation: received = ended + queued + in flight.
    compare("received", m_counters.total(Counter::EventsReceived), m_counters.ended() + m_openCalls);
    compare("gate", m_parts.gate.inside(), m_inside);
    compare("queue depth", m_parts.queue.depth(), m_queueModel.depth());
    for (size_t lane = 0; lane < server::kLaneCount; ++lane)
        compare("lane depth", m_parts.queue.depth(static_cast<server::Lane>(lane)), m_queueModel.depth(lane));
    compare("in flight", m_parts.queue.inFlight(), m_inFlight);
    size_t inUse = 0;
    for (const server::Router *router : m_routers)
        inUse += router->inUse();
    compare("requests in use", inUse, m_byRequest.size());
}

void Auditor::checkAtRest()
{
    const auto expectNone = [this](const char *what, quint64 left) {
        if (left > 0)
            report(std::to_string(left) + ' ' + what + " left at rest");
    };
    expectNone("answers", m_awaited);
    expectNone("open calls", m_openCalls);
    expectNone("requests in the gate", m_parts.gate.inside());
    expectNone("queued", m_parts.queue.depth());
    expectNone("in flight", m_parts.queue.inFlight());
    for (const server::Router *router : m_routers) {
        expectNone("requests in use", router->inUse());
        expectNone("deadlines", router->unanswered());
    }
    if (std::string difference = m_counters.differenceOfEvents(m_parts.metrics); !difference.empty())
        report(difference);
}

} // namespace sluice::sim
