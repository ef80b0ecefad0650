#pragma once

#include "server/storage/notestore.h"
#include "server/storage/storewriter.h"
#include "shared/base/random.h"

namespace sluice::server {

/// Notes in the database. Reads use the calling thread's connection; saves go through one writer, which groups them.
/// Thread: any.
class SqlNoteStore final : public NoteStore
{
public:
    /// Requires: the database is migrated.
    SqlNoteStore(Database &database, Random &random, WriterLimits limits = {});

    [[nodiscard]] QFuture<Result<Note>> save(NoteDraft draft, TimePoint deadline) override;
    [[nodiscard]] QFuture<Result<QStringList>> import(QList<NoteDraft> drafts, TimePoint deadline) override;
    [[nodiscard]] QFuture<Result<Note>> remove(NoteRemoval removal, TimePoint deadline) override;
    [[nodiscard]] QFuture<Result<Note>> share(NoteSharing sharing, TimePoint deadline) override;
    [[nodiscard]] Result<Note> fetch(const QString &user, const QString &id, TimePoint deadline) override;
    [[nodiscard]] Result<NotePage> list(const QString &user, int offset, int limit, TimePoint deadline) override;
    [[nodiscard]] Result<QList<NoteSummary>> search(const QString &user, const QString &text, int limit,
                                                    TimePoint deadline) override;

    /// Finishes the saves that wait, then refuses. Blocks: until then.
    void stop() { m_writer.stop(); }
    /// How many saves wait.
    [[nodiscard]] size_t depth() const { return m_writer.depth(); }

private:
    [[nodiscard]] qint64 nowMs() const { return toUnixMs(m_database.clock().wallNow()); }

    Database &m_database;
    Random &m_random;
    StoreWriter m_writer;
};

} // namespace sluice::server
