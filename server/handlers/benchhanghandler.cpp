#include "server/handlers/benchhanghandler.h"

#include "server/handlers/paramreader.h"

#include <chrono>
#include <thread>

namespace sluice::server {

namespace {

constexpr IntegerRule kMsRule{0, 3'600'000};

} // namespace

HandlerResult BenchHangHandler::handle(const Request &request)
{
    ParamReader reader(request);
    const qint64 ms = reader.integer(QLatin1String("ms"), kMsRule);
    if (reader.failed())
        return Outcome::error(reader.error());
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
    return Outcome::success("{\"ms\":" + QByteArray::number(ms) + '}');
}

} // namespace sluice::server
