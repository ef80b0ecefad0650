#include "server/handlers/benchbroadcasthandler.h"

#include "shared/protocol/codec.h"

namespace sluice::server {

HandlerResult BenchBroadcastHandler::handle(const Request &request)
{
    if (!request.params.empty() && request.params.front() != '{')
        return Outcome::error(
            {ErrorCode::InvalidParams, protocol::invalidParamsData("params", "must be an object"), {}});
    Publication push;
    push.audience.everyone = true;
    push.event = "bench/note";
    push.params = QByteArray(request.params.data(), static_cast<qsizetype>(request.params.size()));
    Outcome outcome = Outcome::success();
    outcome.publications.push_back(std::move(push));
    return outcome;
}

} // namespace sluice::server
