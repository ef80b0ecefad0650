#include "server/handlers/pinghandler.h"

namespace sluice::server {

HandlerResult PingHandler::handle(const Request &)
{
    return Outcome::success("{\"timeMs\":" + QByteArray::number(toUnixMs(m_clock.wallNow())) + '}');
}

} // namespace sluice::server
