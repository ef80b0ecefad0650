#pragma once

#include "server/storage/database.h"
#include "server/storage/notestore.h"
#include "shared/base/random.h"

namespace sluice::server {

/// The statements on notes, within somebody else's operation and transaction.
/// Thread: the operation's own. Errors: as NoteStore.
class NoteSql
{
public:
    explicit NoteSql(Operation &operation)
        : m_operation(operation)
    {
    }

    /// Requires: a write transaction. `nowMs` is the Unix time of the change.
    [[nodiscard]] Result<Note> create(const NoteDraft &draft, const QString &id, qint64 nowMs);
    /// As create(), for a draft with an id.
    [[nodiscard]] Result<Note> update(const NoteDraft &draft, qint64 nowMs);

    /// Requires: a write transaction, as the next.
    [[nodiscard]] Result<Note> remove(const NoteRemoval &removal);
    [[nodiscard]] Result<Note> share(const NoteSharing &sharing, qint64 nowMs);

    [[nodiscard]] Result<Note> fetch(const QString &user, const QString &id);
    [[nodiscard]] Result<qint64> count(const QString &user);
    [[nodiscard]] Result<QList<NoteSummary>> list(const QString &user, int offset, int limit);
    [[nodiscard]] Result<QList<NoteSummary>> search(const QString &user, const QString &text, int limit);

private:
    [[nodiscard]] Result<Note> fetchOwn(const QString &user, const QString &id, std::optional<qint64> version);
    /// Writes what stands in the note over its version before. Errors: Conflict when that is not there any more.
    [[nodiscard]] Result<void> writeNext(Note &note, qint64 nowMs);
    [[nodiscard]] Result<QStringList> collaborators(const QString &id);
    [[nodiscard]] Result<void> setCollaborators(Note &note, const QStringList &users);
    [[nodiscard]] Result<void> changeCollaborators(QLatin1String sql, const QString &id, const QStringList &users);

    Operation &m_operation;
};

/// A new note's id: the time, then chance, in hexadecimal. Ids of notes made one after the other lie side by side in
/// the index, so that inserting stays cheap however many there are.
[[nodiscard]] QString makeNoteId(qint64 nowMs, Random &random);

} // namespace sluice::server
