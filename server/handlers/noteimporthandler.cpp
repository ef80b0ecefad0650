#include "server/handlers/noteimporthandler.h"

#include "server/handlers/noteparams.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sluice::server {

namespace {

// One transaction, in which every other save waits: a thousand are written within some ten milliseconds.
constexpr qsizetype kMaxImported = 1000;

Result<QList<NoteDraft>> readDrafts(const Request &request, const QString &user)
{
    ParamReader reader(request);
    QList<ParamReader> notes = reader.objects(QLatin1String("notes"), kMaxImported);
    if (reader.failed())
        return tl::unexpected(reader.error());
    QList<NoteDraft> drafts;
    for (ParamReader &note : notes) {
        drafts.append(readDraft(note, user));
        if (note.failed())
            return tl::unexpected(note.error());
    }
    return drafts;
}

} // namespace

HandlerResult NoteImportHandler::handle(const Request &request)
{
    auto user = noteUser(request);
    if (!user)
        return Outcome::error(std::move(user.error()));
    auto drafts = readDrafts(request, *user);
    if (!drafts)
        return Outcome::error(std::move(drafts.error()));

    return m_store.import(std::move(*drafts), request.deadline)
        .then([](Result<QStringList> ids) {
            if (!ids)
                return std::make_shared<Outcome>(Outcome::error(std::move(ids.error())));
            return std::make_shared<Outcome>(
                Outcome::success(jsonText({{QStringLiteral("imported"), ids->size()},
                                           {QStringLiteral("ids"), QJsonArray::fromStringList(*ids)}})));
        })
        .onCanceled(&storeGone);
}

} // namespace sluice::server
