#include "server/handlers/notedeletehandler.h"

#include "server/handlers/noteparams.h"

#include <QJsonObject>

namespace sluice::server {

HandlerResult NoteDeleteHandler::handle(const Request &request)
{
    auto user = noteUser(request);
    if (!user)
        return Outcome::error(std::move(user.error()));
    ParamReader reader(request);
    NoteRemoval removal;
    removal.user = *user;
    removal.id = reader.text(QLatin1String("id"), kNoteIdRule);
    removal.version = readVersion(reader);
    if (reader.failed())
        return Outcome::error(reader.error());

    return m_store.remove(std::move(removal), request.deadline)
        .then([this, by = std::move(*user)](Result<Note> removed) {
            if (!removed)
                return std::make_shared<Outcome>(Outcome::error(std::move(removed.error())));
            Outcome outcome = Outcome::success(jsonText({{QStringLiteral("id"), removed->id}}));
            addDeletedPush(outcome, removed->id, removed->collaborators, by, toUnixMs(m_clock.wallNow()));
            return std::make_shared<Outcome>(std::move(outcome));
        })
        .onCanceled(&storeGone);
}

} // namespace sluice::server
