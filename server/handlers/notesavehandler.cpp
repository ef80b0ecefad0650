#include "server/handlers/notesavehandler.h"

#include "server/handlers/noteparams.h"

#include <QJsonObject>

namespace sluice::server {

HandlerResult NoteSaveHandler::handle(const Request &request)
{
    auto user = noteUser(request);
    if (!user)
        return Outcome::error(std::move(user.error()));
    ParamReader reader(request);
    NoteDraft draft = readDraft(reader, *user);
    draft.id = reader.textOr(QLatin1String("id"), QString(), kNoteIdRule);
    draft.version = readVersion(reader);
    if (draft.version && draft.id.isEmpty())
        reader.fail(QStringLiteral("version"), QStringLiteral("needs the id of the note"));
    if (reader.failed())
        return Outcome::error(reader.error());

    return m_store.save(std::move(draft), request.deadline)
        .then([saver = std::move(*user)](Result<Note> saved) {
            if (!saved)
                return std::make_shared<Outcome>(Outcome::error(std::move(saved.error())));
            Outcome outcome = Outcome::success(jsonText({{QStringLiteral("note"), toJson(*saved)}}));
            addUpdatedPush(outcome, *saved, saver);
            addDeletedPush(outcome, saved->id, saved->removed, saver, saved->updatedMs);
            return std::make_shared<Outcome>(std::move(outcome));
        })
        .onCanceled(&storeGone);
}

} // namespace sluice::server
