#include "server/handlers/httphandler.h"

#include "server/handlers/backendanswer.h"
#include "shared/protocol/codec.h"

#include <QPromise>

#include <algorithm>

namespace sluice::server {

namespace {

constexpr int kTraceIdBytes = 16;
constexpr int kSpanIdBytes = 8;

/// An event on its way to its backend.
class EventCall final : public BackendCall
{
public:
    explicit EventCall(const Request &request)
        : m_timeout(std::min(request.timeout, request.spec->backend->timeout))
    {
        m_promise.start();
    }

    [[nodiscard]] QFuture<OutcomePtr> future() { return m_promise.future(); }

    BackendVerdict judge(BackendReply &&reply) override
    {
        auto [outcome, verdict] = outcomeOf(std::move(reply), m_timeout);
        m_outcome = std::make_shared<Outcome>(std::move(outcome));
        return verdict;
    }
    void deliver() override
    {
        m_promise.addResult(std::move(m_outcome));
        m_promise.finish();
    }

private:
    const std::chrono::milliseconds m_timeout;
    OutcomePtr m_outcome;
    QPromise<OutcomePtr> m_promise;
};

void appendMember(std::string &text, std::string_view name, std::string_view value)
{
    text.append(",\"").append(name).append("\":");
    protocol::appendJsonString(text, value);
}

void appendUser(std::string &text, const Principal &principal)
{
    text += ",\"user\":{\"id\":";
    protocol::appendJsonString(text, principal.userId);
    text += principal.authenticated ? ",\"authenticated\":true,\"roles\":[" : ",\"authenticated\":false,\"roles\":[";
    for (size_t i = 0; i < principal.roles.size(); ++i) {
        if (i > 0)
            text += ',';
        protocol::appendJsonString(text, principal.roles[i]);
    }
    text += "]}";
}

} // namespace

std::string backendBody(const Request &request, std::string_view traceId)
{
    std::string text;
    text.reserve(request.params.size() + 512);
    text += "{\"event\":";
    protocol::appendJsonString(text, request.spec->id);
    appendUser(text, *request.principal);
    text += ",\"connection\":{\"id\":" + std::to_string(request.connection.value);
    if (!request.address.empty())
        appendMember(text, "address", request.address);
    text += "},\"params\":";
    text += request.params.empty() ? std::string_view("null") : request.params;
    if (!request.idempotencyKey.empty())
        appendMember(text, "idempotencyKey", request.idempotencyKey);
    appendMember(text, "traceId", traceId);
    return text;
}

HandlerResult HttpHandler::handle(const Request &request)
{
    const std::string traceId = m_random.bytes(kTraceIdBytes).toHex().toStdString();
    const std::string spanId = m_random.bytes(kSpanIdBytes).toHex().toStdString();
    auto call = std::make_unique<EventCall>(request);
    call->backend = request.spec->backend;
    call->id = "evt_" + traceId;
    call->body = backendBody(request, traceId);
    call->headers = {"Sluice-Event: " + request.spec->id, "traceparent: 00-" + traceId + '-' + spanId + "-01"};
    call->deadline = request.deadline;
    call->stop = request.stop.get_token();
    call->mayRepeat = request.spec->idempotent || !request.idempotencyKey.empty();
    call->outlastsStop = request.holdsKey;
    const QFuture<OutcomePtr> future = call->future();
    m_client.post(std::move(call), m_lane);
    return future;
}

} // namespace sluice::server
