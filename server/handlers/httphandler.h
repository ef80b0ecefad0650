#pragma once

#include "server/backend/backendclient.h"
#include "server/events/handler.h"
#include "shared/base/random.h"

namespace sluice::server {

/// `handler = "http:ID"`: POSTs the event to the backend that its description names and makes the answer the reply.
///
/// The body is `{event, user: {id, authenticated, roles}, connection: {id, address}, params, idempotencyKey?, traceId,
/// deadlineMs}`; params are the client's own bytes. `traceparent` and `Sluice-Deadline-Ms` say the same as headers.
/// What may be answered: backendanswer.h. One for all events of a backend: it is the process there that fails or
/// works, so they share one breaker, and a few probes find out for all of them.
/// Source: W3C Trace Context, https://www.w3.org/TR/trace-context/.
class HttpHandler final : public Handler
{
public:
    /// All of it outlives the handler.
    HttpHandler(BackendClient &client, BackendLane &lane, Random &random)
        : m_client(client)
        , m_lane(lane)
        , m_random(random)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    BackendClient &m_client;
    BackendLane &m_lane;
    Random &m_random;
};

/// What a backend is told of an event, but for its last member and brace. Thread: any.
[[nodiscard]] std::string backendBody(const Request &request, std::string_view traceId);

} // namespace sluice::server
