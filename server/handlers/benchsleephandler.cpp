#include "server/handlers/benchsleephandler.h"

#include "server/handlers/paramreader.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace sluice::server {

namespace {

constexpr IntegerRule kMsRule{0, 3'600'000};

} // namespace

HandlerResult BenchSleepHandler::handle(const Request &request)
{
    ParamReader reader(request);
    const qint64 ms = reader.integer(QLatin1String("ms"), kMsRule);
    if (reader.failed())
        return Outcome::error(reader.error());

    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    const std::stop_token stop = request.stop.get_token();
    never.wait_for(lock, stop, std::chrono::milliseconds(ms), [] { return false; });
    if (stop.stop_requested())
        return Outcome::error({ErrorCode::Cancelled, {}, QStringLiteral("stopped while it slept")});
    return Outcome::success("{\"ms\":" + QByteArray::number(ms) + '}');
}

} // namespace sluice::server
