#include "server/handlers/benchechohandler.h"

namespace sluice::server {

HandlerResult BenchEchoHandler::handle(const Request &request)
{
    return Outcome::success(QByteArray(request.params.data(), static_cast<qsizetype>(request.params.size())));
}

} // namespace sluice::server
