#include "server/handlers/notesearchhandler.h"

#include "server/handlers/noteparams.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sluice::server {

namespace {

constexpr TextRule kQueryRule{.minimumCharacters = 1, .maximumCharacters = 200};

Outcome found(const QList<NoteSummary> &notes)
{
    return Outcome::success(jsonText({{QStringLiteral("notes"), toJson(notes)}}));
}

} // namespace

HandlerResult NoteSearchHandler::handle(const Request &request)
{
    ParamReader reader(request);
    const QString text = reader.text(QLatin1String("query"), kQueryRule);
    const qint64 limit = reader.integerOr(QLatin1String("limit"), kDefaultListed, {1, kMaxListed});
    if (reader.failed())
        return Outcome::error(reader.error());
    const auto user = noteUser(request);
    if (!user)
        return found({});
    auto notes = m_store.search(*user, text, static_cast<int>(limit), request.deadline);
    if (!notes)
        return Outcome::error(std::move(notes.error()));
    return found(*notes);
}

} // namespace sluice::server
