#include "server/handlers/notesharehandler.h"

#include "server/handlers/noteparams.h"

#include <QJsonObject>

#include <algorithm>

namespace sluice::server {

namespace {

NoteSharing readSharing(ParamReader &reader, const QString &user)
{
    NoteSharing sharing;
    sharing.user = user;
    sharing.id = reader.text(QLatin1String("id"), kNoteIdRule);
    sharing.version = readVersion(reader);
    sharing.add = reader.texts(QLatin1String("add"), kMaxCollaborators, kUserIdRule).value_or(QStringList());
    sharing.remove = reader.texts(QLatin1String("remove"), kMaxCollaborators, kUserIdRule).value_or(QStringList());
    if (reader.failed())
        return sharing;
    if (sharing.add.isEmpty() && sharing.remove.isEmpty())
        reader.fail(QStringLiteral("add"), QStringLiteral("or remove must name somebody"));
    const auto isAdded = [&sharing](const QString &id) { return sharing.add.contains(id); };
    if (std::any_of(sharing.remove.begin(), sharing.remove.end(), isAdded))
        reader.fail(QStringLiteral("remove"), QStringLiteral("names somebody whom add names, too"));
    return sharing;
}

} // namespace

HandlerResult NoteShareHandler::handle(const Request &request)
{
    auto user = noteUser(request);
    if (!user)
        return Outcome::error(std::move(user.error()));
    ParamReader reader(request);
    NoteSharing sharing = readSharing(reader, *user);
    if (reader.failed())
        return Outcome::error(reader.error());
    return m_store.share(std::move(sharing), request.deadline)
        .then([by = std::move(*user)](Result<Note> shared) {
            if (!shared)
                return std::make_shared<Outcome>(Outcome::error(std::move(shared.error())));
            Outcome outcome = Outcome::success(jsonText({{QStringLiteral("note"), toJson(*shared)}}));
            if (shared->isChanged)
                addUpdatedPush(outcome, *shared, by);
            addDeletedPush(outcome, shared->id, shared->removed, by, shared->updatedMs);
            return std::make_shared<Outcome>(std::move(outcome));
        })
        .onCanceled(&storeGone);
}

} // namespace sluice::server
