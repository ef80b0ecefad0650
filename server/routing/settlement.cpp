#include "server/routing/settlement.h"

#include "server/policies/breakerevidence.h"
#include "shared/base/logging.h"
#include "shared/protocol/codec.h"

namespace sluice::server {

namespace {

// In its place at once: one that is made beside it and moved has just been written in parts, and reading those together
// makes the core wait.
Completion &addCompletion(CompletionBatch &batch, Request &request, size_t offset, Ending ending)
{
    Completion &completion = batch.completions.emplace_back();
    completion.request = &request;
    completion.offset = offset;
    completion.length = batch.bytes.size() - offset;
    completion.claimed = true;
    completion.ending = ending;
    return completion;
}

/// How a settled request counts.
struct Verdict {
    Ending ending;
    Counter counter;
    EventCounter eventCounter;
};

// Storage and handlers may notice the deadline or the stop before the I/O thread does; what the client is told counts.
Verdict verdictOf(const Result<QByteArray> &reply)
{
    if (reply)
        return {Ending::Succeeded, Counter::EndedSucceeded, EventCounter::Succeeded};
    switch (reply.error().code) {
    case ErrorCode::Timeout: return {Ending::TimedOut, Counter::EndedTimedOut, EventCounter::TimedOut};
    case ErrorCode::Cancelled: return {Ending::Cancelled, Counter::EndedCancelled, EventCounter::Failed};
    default: return {Ending::Failed, Counter::EndedFailed, EventCounter::Failed};
    }
}

// Requires: it has been claimed.
void answer(Request &request, const Result<QByteArray> &reply, CompletionBatch &batch)
{
    const size_t offset = batch.bytes.size();
    encodeReply(batch.bytes, request, reply);
    Completion &completion = addCompletion(batch, request, offset, verdictOf(reply).ending);
    if (!reply)
        completion.code = static_cast<qint32>(reply.error().code);
}

} // namespace

void encodeReply(std::string &out, const Request &request, const Result<QByteArray> &reply)
{
    if (request.isNotification())
        return;
    if (reply)
        protocol::appendResult(out, request.id, {reply->constData(), static_cast<size_t>(reply->size())});
    else
        protocol::appendError(out, request.id, reply.error());
}

Settlement::Settlement(Metrics &metrics, PublicationSink &publications, IdempotencyStore &idempotency)
    : m_metrics(metrics)
    , m_publications(publications)
    , m_idempotency(idempotency)
{
}

void Settlement::settle(Request &request, Outcome &&outcome, TimePoint now, CompletionBatch &batch)
{
    // What the handler did stays done, whoever answers: its pushes go out and its result is kept even when its reply
    // comes too late.
    publish(std::move(outcome.publications));
    if (request.holdsKey)
        settleRepeats(noteKey(request, outcome, now), outcome.reply, now, m_metrics);
    if (!request.claim()) {
        m_metrics.add(Counter::LateResults);
        returnClaimed(request, batch);
        return;
    }
    reportToBreaker(request, evidenceOf(request, outcome.reply, now), now);
    if (!outcome.reply && !outcome.reply.error().detail.isEmpty())
        qCDebug(lcHandlers).noquote() << "handler failed event=" << request.spec->id.c_str()
                                      << "code=" << static_cast<int>(outcome.reply.error().code)
                                      << "detail=" << outcome.reply.error().detail;
    answer(request, outcome.reply, batch);
    if (!outcome.session || !outcome.session->answersByTopic)
        count(request, outcome.reply, now, m_metrics);
    batch.completions.back().session = std::move(outcome.session);
}

void Settlement::count(const Request &request, const Result<QByteArray> &reply, TimePoint now, Metrics &metrics)
{
    const Verdict verdict = verdictOf(reply);
    const Duration took = now - request.received;
    metrics.add(verdict.counter);
    metrics.add(request.spec->index, verdict.eventCounter);
    metrics.record(Distribution::EventDuration, took);
    metrics.record(request.spec->index, took);
}

// A change of the session was meant for that connection alone, so that its result says nothing to others.
std::vector<Request *> Settlement::noteKey(Request &request, const Outcome &outcome, TimePoint now)
{
    return outcome.session ? m_idempotency.abandon(request) : m_idempotency.settle(request, outcome.reply, now);
}

void Settlement::settleRepeats(const std::vector<Request *> &waiting, const Result<QByteArray> &reply, TimePoint now,
                               Metrics &metrics)
{
    for (Request *request : waiting) {
        CompletionBatch batch;
        if (request->claim()) {
            answer(*request, reply, batch);
            count(*request, reply, now, metrics);
        } else {
            returnClaimed(*request, batch);
        }
        CompletionSink *sink = request->sink;
        sink->post(std::move(batch));
    }
}

void Settlement::settleExpired(Request &request, CompletionBatch &batch)
{
    if (!request.claim()) {
        returnClaimed(request, batch);
        return;
    }
    const size_t offset = batch.bytes.size();
    if (!request.isNotification()) {
        const QByteArray data = protocol::timeoutData(request.timeout, false);
        protocol::appendError(batch.bytes, request.id, ErrorCode::Timeout,
                              {data.constData(), static_cast<size_t>(data.size())});
    }
    addCompletion(batch, request, offset, Ending::TimedOut).code = static_cast<qint32>(ErrorCode::Timeout);
    m_metrics.add(Counter::EndedTimedOut);
    m_metrics.add(request.spec->index, EventCounter::TimedOut);
}

void Settlement::returnClaimed(Request &request, CompletionBatch &batch)
{
    batch.completions.emplace_back().request = &request;
}

void Settlement::publish(std::vector<Publication> &&publications)
{
    for (Publication &publication : publications)
        m_publications.publish(std::move(publication));
}

} // namespace sluice::server
