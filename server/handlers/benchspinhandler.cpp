#include "server/handlers/benchspinhandler.h"

#include "server/handlers/paramreader.h"

#include <chrono>

namespace sluice::server {

namespace {

constexpr IntegerRule kUsRule{0, 60'000'000};

} // namespace

HandlerResult BenchSpinHandler::handle(const Request &request)
{
    using Clock = std::chrono::steady_clock; // the processor's real time is what is asked for, whatever tests pretend
    ParamReader reader(request);
    const qint64 us = reader.integer(QLatin1String("us"), kUsRule);
    if (reader.failed())
        return Outcome::error(reader.error());

    for (const auto end = Clock::now() + std::chrono::microseconds(us); Clock::now() < end;) {
        if (request.stop.stop_requested())
            return Outcome::error({ErrorCode::Cancelled, {}, QStringLiteral("stopped while it spun")});
    }
    return Outcome::success("{\"us\":" + QByteArray::number(us) + '}');
}

} // namespace sluice::server
