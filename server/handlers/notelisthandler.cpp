#include "server/handlers/notelisthandler.h"

#include "server/handlers/noteparams.h"

#include <QJsonArray>
#include <QJsonObject>

#include <limits>

namespace sluice::server {

HandlerResult NoteListHandler::handle(const Request &request)
{
    auto user = noteUser(request);
    if (!user)
        return Outcome::error(std::move(user.error()));
    ParamReader reader(request);
    const qint64 offset = reader.integerOr(QLatin1String("offset"), 0, {0, std::numeric_limits<int>::max()});
    const qint64 limit = reader.integerOr(QLatin1String("limit"), kDefaultListed, {1, kMaxListed});
    if (reader.failed())
        return Outcome::error(reader.error());
    auto page = m_store.list(*user, static_cast<int>(offset), static_cast<int>(limit), request.deadline);
    if (!page)
        return Outcome::error(std::move(page.error()));
    return Outcome::success(
        jsonText({{QStringLiteral("total"), page->total}, {QStringLiteral("notes"), toJson(page->notes)}}));
}

} // namespace sluice::server
