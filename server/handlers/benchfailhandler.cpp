#include "server/handlers/benchfailhandler.h"

#include "server/handlers/paramreader.h"

#include <QPromise>

#include <stdexcept>

namespace sluice::server {

namespace {

constexpr TextRule kHowRule{.maximumCharacters = 16};

QFuture<OutcomePtr> givenUp()
{
    QPromise<OutcomePtr> promise;
    promise.start();
    return promise.future(); // the promise ends here without a result
}

} // namespace

HandlerResult BenchFailHandler::handle(const Request &request)
{
    ParamReader reader(request);
    const QString how = reader.textOr(QLatin1String("how"), {}, kHowRule);
    if (how == QLatin1String("error"))
        return Outcome::error({ErrorCode::BackendFailed, {}, QStringLiteral("failed as it was told")});
    if (how == QLatin1String("throw"))
        throw std::runtime_error("threw as it was told");
    if (how == QLatin1String("give-up"))
        return givenUp();
    if (how == QLatin1String("not-found"))
        return Outcome::error({ErrorCode::NotFound, {}, {}});
    if (!how.isEmpty())
        reader.fail(QStringLiteral("how"), QStringLiteral("must be error, throw, give-up, not-found or absent"));
    return reader.failed() ? Outcome::error(reader.error()) : Outcome::success("{}");
}

} // namespace sluice::server
