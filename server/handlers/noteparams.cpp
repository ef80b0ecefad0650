#include "server/handlers/noteparams.h"

#include "shared/protocol/codec.h"

namespace sluice::server {

namespace {

constexpr std::chrono::milliseconds kStoreGoneRetry{1000};

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
