#include "server/storage/notesql.h"

#include "shared/protocol/codec.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sluice::server {

namespace {

constexpr QLatin1String kInsert("INSERT INTO notes (id, author, title, content, version, updated_ms) "
                                "VALUES (?, ?, ?, ?, 1, ?)");
constexpr QLatin1String kUpdate("UPDATE notes SET title = ?, content = ?, version = ?, updated_ms = ? "
                                "WHERE id = ? AND version = ?");
constexpr QLatin1String kRemove("DELETE FROM notes WHERE id = ? AND version = ?");
constexpr QLatin1String
    kFetch("SELECT author, title, content, version, updated_ms FROM notes WHERE id = ? AND "
           "(author = ? OR EXISTS (SELECT 1 FROM note_collaborators WHERE note_id = id AND user_id = ?))");
constexpr QLatin1String kCollaborators("SELECT user_id FROM note_collaborators WHERE note_id = ? ORDER BY user_id");
constexpr QLatin1String kAddCollaborator("INSERT INTO note_collaborators (note_id, user_id) VALUES (?, ?)");
constexpr QLatin1String kRemoveCollaborator("DELETE FROM note_collaborators WHERE note_id = ? AND user_id = ?");

// Both halves use their own index; UNION leaves out what an author shares with himself.
constexpr QLatin1String kCount("SELECT count(*) FROM (SELECT id FROM notes WHERE author = ? "
                               "UNION SELECT note_id FROM note_collaborators WHERE user_id = ?) AS own");
constexpr QLatin1String kList("SELECT id, author, title, version, updated_ms FROM notes WHERE id IN "
                              "(SELECT id FROM notes WHERE author = ? "
                              "UNION SELECT note_id FROM note_collaborators WHERE user_id = ?) "
                              "ORDER BY updated_ms DESC, id DESC LIMIT ? OFFSET ?");
constexpr QLatin1String kSearch("SELECT id, author, title, version, updated_ms FROM notes WHERE id IN "
                                "(SELECT id FROM notes WHERE author = ? "
                                "UNION SELECT note_id FROM note_collaborators WHERE user_id = ?) "
                                "AND (title LIKE ? ESCAPE '\\' OR content LIKE ? ESCAPE '\\') "
                                "ORDER BY updated_ms DESC, id DESC LIMIT ?");

// Where LIKE does not ignore case.
constexpr QLatin1String kSearchIgnoringCase("SELECT id, author, title, version, updated_ms FROM notes WHERE id IN "
                                            "(SELECT id FROM notes WHERE author = ? "
                                            "UNION SELECT note_id FROM note_collaborators WHERE user_id = ?) "
                                            "AND (title ILIKE ? ESCAPE '\\' OR content ILIKE ? ESCAPE '\\') "
                                            "ORDER BY updated_ms DESC, id DESC LIMIT ?");

constexpr int kRandomIdBytes = 10;

// What LIKE takes literally, anywhere in the text.
QString containsPattern(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'%', QLatin1String("\\%")).replace(u'_', QLatin1String("\\_"));
    return u'%' + text + u'%';
}

Result<QList<NoteSummary>> readSummaries(Result<Rows> rows)
{
    if (!rows)
        return tl::unexpected(std::move(rows.error()));
    QList<NoteSummary> notes;
    while (rows->next()) {
        notes.append({rows->value(0).toString(), rows->value(1).toString(), rows->value(2).toString(),
                      rows->value(3).toLongLong(), rows->value(4).toLongLong()});
    }
    if (auto read = rows->status(); !read)
        return tl::unexpected(std::move(read.error()));
    return notes;
}

} // namespace

Result<Note> NoteSql::create(const NoteDraft &draft, const QString &id, qint64 nowMs)
{
    if (auto inserted = m_operation.change(kInsert, {id, draft.user, draft.title, draft.content, nowMs}); !inserted)
        return tl::unexpected(std::move(inserted.error()));
    const QStringList users = draft.collaborators.value_or(QStringList());
    if (auto added = changeCollaborators(kAddCollaborator, id, users); !added)
        return tl::unexpected(std::move(added.error()));
    return Note{id, draft.user, draft.title, draft.content, users, 1, nowMs};
}

Result<Note> NoteSql::update(const NoteDraft &draft, qint64 nowMs)
{
    auto note = fetch(draft.user, draft.id);
    if (!note)
        return note;
    if (draft.version && *draft.version != note->version)
        return failure(ErrorCode::Conflict, protocol::conflictData(note->version));
    if (draft.collaborators && note->author != draft.user)
        return failure(ErrorCode::Forbidden);

    note->title = draft.title;
    note->content = draft.content;
    if (auto written = writeNext(*note, nowMs); !written)
        return tl::unexpected(std::move(written.error()));
    if (draft.collaborators) {
        if (auto replaced = setCollaborators(*note, *draft.collaborators); !replaced)
            return tl::unexpected(std::move(replaced.error()));
    }
    return note;
}

Result<Note> NoteSql::remove(const NoteRemoval &removal)
{
    auto note = fetchOwn(removal.user, removal.id, removal.version);
    if (!note)
        return note;
    const auto removed = m_operation.change(kRemove, {note->id, note->version});
    if (!removed)
        return tl::unexpected(removed.error());
    if (*removed == 0)
        return failure(ErrorCode::Conflict, protocol::conflictData(note->version + 1));
    return note;
}

Result<Note> NoteSql::share(const NoteSharing &sharing, qint64 nowMs)
{
    auto note = fetchOwn(sharing.user, sharing.id, sharing.version);
    if (!note)
        return note;
    QStringList users;
    for (const QString &user : std::as_const(note->collaborators)) {
        if (!sharing.remove.contains(user))
            users.append(user);
    }
    for (const QString &user : sharing.add) {
        if (!users.contains(user))
            users.append(user);
    }
    users.sort();
    if (users == note->collaborators) {
        note->isChanged = false;
        return note;
    }
    if (users.size() > kMaxCollaborators) {
        return failure(ErrorCode::InvalidParams,
                       protocol::invalidParamsData("add", "the note would be shared with more than 100 users"));
    }
    if (auto written = writeNext(*note, nowMs); !written)
        return tl::unexpected(std::move(written.error()));
    if (auto changed = setCollaborators(*note, users); !changed)
        return tl::unexpected(std::move(changed.error()));
    return note;
}

Result<Note> NoteSql::fetchOwn(const QString &user, const QString &id, std::optional<qint64> version)
{
    auto note = fetch(user, id);
    if (!note)
        return note;
    if (note->author != user)
        return failure(ErrorCode::Forbidden);
    if (version && *version != note->version)
        return failure(ErrorCode::Conflict, protocol::conflictData(note->version));
    return note;
}

Result<void> NoteSql::writeNext(Note &note, qint64 nowMs)
{
    const auto changed =
        m_operation.change(kUpdate, {note.title, note.content, note.version + 1, nowMs, note.id, note.version});
    if (!changed)
        return tl::unexpected(changed.error());
    note.version += 1;
    note.updatedMs = nowMs;
    // Only where several servers share a database: another one was faster.
    if (*changed == 0)
        return failure(ErrorCode::Conflict, protocol::conflictData(note.version));
    return {};
}

Result<Note> NoteSql::fetch(const QString &user, const QString &id)
{
    Note note;
    note.id = id;
    {
        auto rows = m_operation.execute(kFetch, {id, user, user});
        if (!rows)
            return tl::unexpected(std::move(rows.error()));
        if (!rows->next()) {
            if (auto read = rows->status(); !read)
                return tl::unexpected(std::move(read.error()));
            return failure(ErrorCode::NotFound);
        }
        note.author = rows->value(0).toString();
        note.title = rows->value(1).toString();
        note.content = rows->value(2).toString();
        note.version = rows->value(3).toLongLong();
        note.updatedMs = rows->value(4).toLongLong();
    }
    auto users = collaborators(id);
    if (!users)
        return tl::unexpected(std::move(users.error()));
    note.collaborators = std::move(*users);
    return note;
}

Result<qint64> NoteSql::count(const QString &user)
{
    auto rows = m_operation.execute(kCount, {user, user});
    if (!rows)
        return tl::unexpected(std::move(rows.error()));
    const qint64 count = rows->next() ? rows->value(0).toLongLong() : 0;
    if (auto read = rows->status(); !read)
        return tl::unexpected(std::move(read.error()));
    return count;
}

Result<QList<NoteSummary>> NoteSql::list(const QString &user, int offset, int limit)
{
    return readSummaries(m_operation.execute(kList, {user, user, limit, offset}));
}

Result<QList<NoteSummary>> NoteSql::search(const QString &user, const QString &text, int limit)
{
    const QString pattern = containsPattern(text);
    const QLatin1String sql = m_operation.dialect().likeIgnoresCase ? kSearch : kSearchIgnoringCase;
    return readSummaries(m_operation.execute(sql, {user, user, pattern, pattern, limit}));
}

Result<QStringList> NoteSql::collaborators(const QString &id)
{
    auto rows = m_operation.execute(kCollaborators, {id});
    if (!rows)
        return tl::unexpected(std::move(rows.error()));
    QStringList users;
    while (rows->next())
        users.append(rows->value(0).toString());
    if (auto read = rows->status(); !read)
        return tl::unexpected(std::move(read.error()));
    return users;
}

// Only what differs is written: with a hundred of them all others would be deleted and come again.
Result<void> NoteSql::setCollaborators(Note &note, const QStringList &users)
{
    const auto without = [](const QStringList &all, const QStringList &some) {
        QStringList rest;
        std::copy_if(all.begin(), all.end(), std::back_inserter(rest),
                     [&some](const QString &user) { return !some.contains(user); });
        return rest;
    };
    note.removed = without(note.collaborators, users);
    if (auto removed = changeCollaborators(kRemoveCollaborator, note.id, note.removed); !removed)
        return removed;
    if (auto added = changeCollaborators(kAddCollaborator, note.id, without(users, note.collaborators)); !added)
        return added;
    note.collaborators = users;
    return {};
}

Result<void> NoteSql::changeCollaborators(QLatin1String sql, const QString &id, const QStringList &users)
{
    for (const QString &user : users) {
        if (auto changed = m_operation.change(sql, {id, user}); !changed)
            return tl::unexpected(std::move(changed.error()));
    }
    return {};
}

QString makeNoteId(qint64 nowMs, Random &random)
{
    const auto time = QStringLiteral("%1").arg(nowMs, 12, 16, QLatin1Char('0')); // 48 bits last until the year 10889
    return time + QString::fromLatin1(random.bytes(kRandomIdBytes).toHex());
}

} // namespace sluice::server
