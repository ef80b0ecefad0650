#include "server/handlers/notefetchhandler.h"

#include "server/handlers/noteparams.h"

#include <QJsonObject>

namespace sluice::server {

HandlerResult NoteFetchHandler::handle(const Request &request)
{
    auto user = noteUser(request);
    if (!user)
        return Outcome::error(std::move(user.error()));
    ParamReader reader(request);
    const QString id = reader.text(QLatin1String("id"), kNoteIdRule);
    if (reader.failed())
        return Outcome::error(reader.error());
    auto note = m_store.fetch(*user, id, request.deadline);
    if (!note)
        return Outcome::error(std::move(note.error()));
    return Outcome::success(jsonText({{QStringLiteral("note"), toJson(*note)}}));
}

} // namespace sluice::server
