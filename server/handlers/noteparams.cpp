#include "server/handlers/noteparams.h"

#include "shared/protocol/codec.h"

namespace sluice::server {

namespace {

constexpr std::chrono::milliseconds kStoreGoneRetry{1000};

void addPush(Outcome &outcome, const char *event, const QString &noteId, const QStringList &users, const QString &by,
             qint64 atMs)
{
    Publication push;
    for (const QString &user : users)
        push.audience.users.push_back(user.toStdString());
    if (push.audience.users.empty())
        return;
    push.event = event;
    push.key = noteId.toStdString();
    push.params = jsonText({
        {QStringLiteral("noteId"), noteId},
        {QStringLiteral("author"), by},
        {QStringLiteral("timestampMs"), atMs},
    });
    outcome.publications.push_back(std::move(push));
}

} // namespace

Result<QString> noteUser(const Request &request)
{
    if (!request.principal->authenticated)
        return failure(ErrorCode::Unauthorized);
    return QString::fromStdString(request.principal->userId);
}

NoteDraft readDraft(ParamReader &reader, const QString &user)
{
    NoteDraft draft;
    draft.user = user;
    draft.title = reader.text(QLatin1String("title"), kTitleRule);
    draft.content = reader.text(QLatin1String("content"), kContentRule);
    draft.collaborators = reader.texts(QLatin1String("collaborators"), kMaxCollaborators, kUserIdRule);
    return draft;
}

std::optional<qint64> readVersion(ParamReader &reader)
{
    if (!reader.has(QLatin1String("version")))
        return std::nullopt;
    return reader.integer(QLatin1String("version"), kVersionRule);
}

void addUpdatedPush(Outcome &outcome, const Note &note, const QString &by)
{
    QStringList users = note.collaborators;
    if (note.author != by)
        users.append(note.author);
    addPush(outcome, "notes/updated", note.id, users, by, note.updatedMs);
}

void addDeletedPush(Outcome &outcome, const QString &noteId, const QStringList &users, const QString &by, qint64 atMs)
{
    addPush(outcome, "notes/deleted", noteId, users, by, atMs);
}

QJsonObject toJson(const Note &note)
{
    return {
        {QStringLiteral("id"), note.id},
        {QStringLiteral("title"), note.title},
        {QStringLiteral("content"), note.content},
        {QStringLiteral("author"), note.author},
        {QStringLiteral("collaborators"), QJsonArray::fromStringList(note.collaborators)},
        {QStringLiteral("version"), note.version},
        {QStringLiteral("updatedMs"), note.updatedMs},
    };
}

QJsonObject toJson(const NoteSummary &note)
{
    return {
        {QStringLiteral("id"), note.id},
        {QStringLiteral("title"), note.title},
        {QStringLiteral("author"), note.author},
        {QStringLiteral("version"), note.version},
        {QStringLiteral("updatedMs"), note.updatedMs},
    };
}

QJsonArray toJson(const QList<NoteSummary> &notes)
{
    QJsonArray array;
    for (const NoteSummary &note : notes)
        array.append(toJson(note));
    return array;
}

OutcomePtr storeGone()
{
    return std::make_shared<Outcome>(Outcome::error(
        {ErrorCode::Unavailable, protocol::retryData(kStoreGoneRetry), QStringLiteral("the store dropped a save")}));
}

} // namespace sluice::server
