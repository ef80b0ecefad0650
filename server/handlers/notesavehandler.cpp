#include "server/handlers/notesavehandler.h"

#include "server/handlers/noteparams.h"

#include <QJsonObject>

#include <limits>

namespace sluice::server {

namespace {

// Numbers up to this are the same in every JSON reader.
constexpr IntegerRule kVersionRule{1, (qint64(1) << 53) - 1};

// To everybody who shares the note; to its author only when somebody else saved it.
void addUpdatePush(Outcome &outcome, const Note &note, const QString &saver)
{
    Publication push;
    for (const QString &user : note.collaborators)
        push.audience.users.push_back(user.toStdString());
    if (note.author != saver)
        push.audience.users.push_back(note.author.toStdString());
    if (push.audience.users.empty())
        return;
    push.event = "notes/updated";
    push.key = note.id.toStdString();
    push.params = jsonText({
        {QStringLiteral("noteId"), note.id},
        {QStringLiteral("author"), saver},
        {QStringLiteral("timestampMs"), note.updatedMs},
    });
    outcome.publications.push_back(std::move(push));
}

} // namespace

HandlerResult NoteSaveHandler::handle(const Request &request)
{
    auto user = noteUser(request);
    if (!user)
        return Outcome::error(std::move(user.error()));
    ParamReader reader(request);
    NoteDraft draft = readDraft(reader, *user);
    draft.id = reader.textOr(QLatin1String("id"), QString(), kNoteIdRule);
    if (reader.has(QLatin1String("version"))) {
        draft.version = reader.integer(QLatin1String("version"), kVersionRule);
        if (draft.id.isEmpty())
            reader.fail(QStringLiteral("version"), QStringLiteral("needs the id of the note"));
    }
    if (reader.failed())
        return Outcome::error(reader.error());

    return m_store.save(std::move(draft), request.deadline)
        .then([saver = std::move(*user)](Result<Note> saved) {
            if (!saved)
                return std::make_shared<Outcome>(Outcome::error(std::move(saved.error())));
            Outcome outcome = Outcome::success(jsonText({{QStringLiteral("note"), toJson(*saved)}}));
            addUpdatePush(outcome, *saved, saver);
            return std::make_shared<Outcome>(std::move(outcome));
        })
        .onCanceled(&storeGone);
}

} // namespace sluice::server
