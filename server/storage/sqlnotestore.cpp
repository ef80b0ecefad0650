#include "server/storage/sqlnotestore.h"

#include "server/storage/notesql.h"

#include <QPromise>

#include <functional>

namespace sluice::server {

namespace {

/// A write whose value goes to a future, once it is committed.
template <typename T>
class PromisedWrite final : public Write
{
public:
    explicit PromisedWrite(std::function<Result<T>(Operation &)> change)
        : m_change(std::move(change))
    {
        m_promise.start();
    }

    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise.future(); }

    Result<void> apply(Operation &operation) override
    {
        auto value = m_change(operation);
        if (!value)
            return tl::unexpected(std::move(value.error()));
        m_value = std::move(*value);
        return {};
    }

    void settle(Result<void> result) override
    {
        if (result)
            m_promise.addResult(Result<T>(std::move(m_value)));
        else
            m_promise.addResult(Result<T>(tl::unexpected(std::move(result.error()))));
        m_promise.finish();
    }

private:
    const std::function<Result<T>(Operation &)> m_change;
    T m_value;
    QPromise<Result<T>> m_promise;
};

// What a user id takes at most, with its list's place.
constexpr size_t kUserIdBytes = 300;

size_t sizeOf(const NoteDraft &draft)
{
    return sizeof(NoteDraft) + static_cast<size_t>(draft.title.size() + draft.content.size()) * sizeof(QChar);
}

size_t sizeOf(const QList<NoteDraft> &drafts)
{
    size_t bytes = 0;
    for (const NoteDraft &draft : drafts)
        bytes += sizeOf(draft);
    return bytes;
}

} // namespace

SqlNoteStore::SqlNoteStore(Database &database, Random &random, WriterLimits limits)
    : m_database(database)
    , m_random(random)
    , m_writer(database, limits)
{
}

QFuture<Result<Note>> SqlNoteStore::save(NoteDraft draft, TimePoint deadline)
{
    const size_t size = sizeOf(draft);
    auto write = std::make_unique<PromisedWrite<Note>>([this, draft = std::move(draft)](Operation &operation) {
        const qint64 now = nowMs();
        if (draft.id.isEmpty())
            return NoteSql(operation).create(draft, makeNoteId(now, m_random), now);
        return NoteSql(operation).update(draft, now);
    });
    write->deadline = deadline;
    write->sizeBytes = size;
    auto future = write->future();
    m_writer.submit(std::move(write));
    return future;
}

QFuture<Result<QStringList>> SqlNoteStore::import(QList<NoteDraft> drafts, TimePoint deadline)
{
    const size_t size = sizeOf(drafts);
    auto write = std::make_unique<PromisedWrite<QStringList>>(
        [this, drafts = std::move(drafts)](Operation &operation) -> Result<QStringList> {
            QStringList ids;
            for (const NoteDraft &draft : drafts) {
                const qint64 now = nowMs();
                auto note = NoteSql(operation).create(draft, makeNoteId(now, m_random), now);
                if (!note)
                    return tl::unexpected(std::move(note.error()));
                ids.append(note->id);
            }
            return ids;
        });
    write->deadline = deadline;
    write->sizeBytes = size;
    write->alone = true;
    auto future = write->future();
    m_writer.submit(std::move(write));
    return future;
}

QFuture<Result<Note>> SqlNoteStore::remove(NoteRemoval removal, TimePoint deadline)
{
    auto write = std::make_unique<PromisedWrite<Note>>(
        [removal = std::move(removal)](Operation &operation) { return NoteSql(operation).remove(removal); });
    write->deadline = deadline;
    write->sizeBytes = sizeof(NoteRemoval);
    auto future = write->future();
    m_writer.submit(std::move(write));
    return future;
}

QFuture<Result<Note>> SqlNoteStore::share(NoteSharing sharing, TimePoint deadline)
{
    const auto users = static_cast<size_t>(sharing.add.size() + sharing.remove.size());
    auto write = std::make_unique<PromisedWrite<Note>>([this, sharing = std::move(sharing)](Operation &operation) {
        return NoteSql(operation).share(sharing, nowMs());
    });
    write->deadline = deadline;
    write->sizeBytes = sizeof(NoteSharing) + users * kUserIdBytes;
    auto future = write->future();
    m_writer.submit(std::move(write));
    return future;
}

Result<Note> SqlNoteStore::fetch(const QString &user, const QString &id, TimePoint deadline)
{
    auto operation = m_database.operation(deadline);
    if (!operation)
        return tl::unexpected(std::move(operation.error()));
    return NoteSql(*operation).fetch(user, id);
}

Result<NotePage> SqlNoteStore::list(const QString &user, int offset, int limit, TimePoint deadline)
{
    auto operation = m_database.operation(deadline);
    if (!operation)
        return tl::unexpected(std::move(operation.error()));
    NoteSql sql(*operation);
    const auto total = sql.count(user);
    if (!total)
        return tl::unexpected(total.error());
    auto notes = sql.list(user, offset, limit);
    if (!notes)
        return tl::unexpected(std::move(notes.error()));
    return NotePage{*total, std::move(*notes)};
}

Result<QList<NoteSummary>> SqlNoteStore::search(const QString &user, const QString &text, int limit, TimePoint deadline)
{
    auto operation = m_database.operation(deadline);
    if (!operation)
        return tl::unexpected(std::move(operation.error()));
    return NoteSql(*operation).search(user, text, limit);
}

} // namespace sluice::server
