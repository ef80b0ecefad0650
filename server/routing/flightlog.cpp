#include "server/routing/flightlog.h"

#include "shared/protocol/jsonscanner.h"

#include <algorithm>

namespace sluice::server {

namespace {

/// The data of the error that an answer is; empty for none.
std::string_view errorData(std::string_view answer)
{
    const auto error = protocol::rawMember(answer, "error");
    return error ? protocol::rawMember(*error, "data").value_or(std::string_view()) : std::string_view();
}

std::string cut(std::string_view payload)
{
    return std::string(payload.substr(0, FlightTrace::kMaxPayloadBytes));
}

} // namespace

FlightLog::FlightLog(FlightRecorder &recorder)
    : m_recorder(recorder)
    , m_ring(recorder.addRing())
{
}

FlightOutcome FlightLog::outcomeOf(Ending ending) noexcept
{
    switch (ending) {
    case Ending::Succeeded: return FlightOutcome::Succeeded;
    case Ending::Failed: return FlightOutcome::Failed;
    case Ending::TimedOut: return FlightOutcome::TimedOut;
    case Ending::Cancelled: return FlightOutcome::Cancelled;
    case Ending::ConnectionGone: return FlightOutcome::ConnectionGone;
    case Ending::Abandoned: return FlightOutcome::Abandoned;
    }
    return FlightOutcome::Failed;
}

bool FlightLog::isLeftOut(const Request &request, FlightOutcome outcome, TimePoint now) noexcept
{
    const bool isPlain = m_ring.isPlain(outcome, FlightRecorder::microseconds(now - request.received));
    return isPlain && --m_plainLeft < 0 && !m_recorder.isTapped();
}

void FlightLog::note(const Request &request, const FlightEnd &end, TimePoint now)
{
    if (isLeftOut(request, end.outcome, now))
        return;
    FlightRecord record;
    record.received = request.received;
    record.connection = request.connection;
    record.event = request.spec->index.value;
    record.lane = static_cast<quint8>(request.spec->lane);
    record.bytesIn = static_cast<quint32>(request.text.size());
    // Who waits for another with its key counts as started, and has never been with a worker.
    if (!request.waitsForKey && request.started.load(std::memory_order_acquire)) {
        record.worker = request.worker;
        record.waitUs = FlightRecorder::microseconds(request.startedAt - request.admitted);
        // A handler that nobody waits for any more may still be running.
        const bool hasReturned = end.outcome == FlightOutcome::Succeeded || end.outcome == FlightOutcome::Failed;
        record.handlerUs = hasReturned ? request.handlerUs : FlightRecorder::microseconds(now - request.startedAt);
        // Its answer may have come in the loop turn that it was received in, which has one time for all.
        now = std::max(now, request.startedAt + std::chrono::microseconds(record.handlerUs));
    }
    if (request.principal)
        record.user = request.principal->userId;
    record.id = request.id;
    write(record, end, now);
    if (m_recorder.isTapped())
        show(record, &request, end.answer);
}

void FlightLog::note(const Request &request, const Completion &completion, std::string_view answer, TimePoint now)
{
    FlightEnd end{outcomeOf(completion.ending), completion.code, {}, answer};
    if (end.outcome != FlightOutcome::Succeeded) {
        if (!request.started.load(std::memory_order_relaxed) && end.outcome == FlightOutcome::Failed)
            end.outcome = FlightOutcome::Refused; // the queue did not take it
        end.detail = errorData(answer);
    }
    note(request, end, now);
}

void FlightLog::note(const Session &session, std::string_view id, const FlightEnd &end, TimePoint now)
{
    FlightRecord record;
    record.received = now;
    record.connection = session.id();
    if (session.principal())
        record.user = session.principal()->userId;
    record.id = id;
    write(record, end, now);
    if (m_recorder.isTapped())
        show(record, nullptr, end.answer);
}

void FlightLog::write(FlightRecord &record, const FlightEnd &end, TimePoint now)
{
    record.outcome = end.outcome;
    record.code = end.code;
    record.detail = end.detail;
    record.totalUs = FlightRecorder::microseconds(now - record.received);
    record.bytesOut = static_cast<quint32>(end.answer.size());
    m_ring.write(record);
}

void FlightLog::show(const FlightRecord &record, const Request *request, std::string_view answer)
{
    FlightTrace trace;
    trace.record = record;
    if (request && request->verdicts)
        trace.verdicts = *request->verdicts;
    if (m_recorder.wantsPayloads()) {
        trace.params = request ? cut(request->params) : std::string();
        trace.answer = cut(answer);
    }
    m_recorder.show(std::move(trace));
}

} // namespace sluice::server
