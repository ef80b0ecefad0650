#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace sluice::server {

/// A note as it is stored.
struct Note {
    QString id;
    QString author;
    QString title;
    QString content;
    QStringList collaborators; ///< Who besides the author may read and change it.
    qint64 version = 0;        ///< 1 when new, one more with each save.
    qint64 updatedMs = 0;      ///< Units: milliseconds since the Unix epoch.
    bool isChanged = true;     ///< False: the change that this is the result of had nothing to do.
    QStringList removed = {};  ///< Who shared it until the change that this is the result of, and does no more.
};

/// A note without its content and collaborators, as lists show it.
struct NoteSummary {
    QString id;
    QString author;
    QString title;
    qint64 version = 0;
    qint64 updatedMs = 0; ///< Units: milliseconds since the Unix epoch.
};

/// What a user wants saved.
struct NoteDraft {
    QString user;                  ///< Who saves; the author of a new note.
    QString id;                    ///< Empty: a new note.
    std::optional<qint64> version; ///< The version that was read and changed; unset: whichever is there.
    QString title;
    QString content;
    std::optional<QStringList> collaborators; ///< Unset: as they are.
};

/// A note that an author wants gone.
struct NoteRemoval {
    QString user; ///< The author.
    QString id;
    std::optional<qint64> version; ///< As in NoteDraft.
};

/// Whom an author wants to share a note with from now on, and whom no more.
struct NoteSharing {
    QString user; ///< The author.
    QString id;
    std::optional<qint64> version; ///< As in NoteDraft.
    QStringList add;
    QStringList remove;
};

/// How many may share a note besides its author.
inline constexpr qsizetype kMaxCollaborators = 100;

/// One page of a user's notes, the latest first.
struct NotePage {
    qint64 total = 0;
    QList<NoteSummary> notes;
};

/// Where notes are kept. A user sees and changes what is his own or shared with him; everything else does not exist
/// for him (NotFound). Only the author says who collaborates.
/// Thread: any. Errors, everywhere: Timeout when the deadline passed before the work began, Busy, StorageFull,
/// Unavailable, InternalError; never throws.
class NoteStore
{
public:
    virtual ~NoteStore() = default;

    /// Creates or changes one note. The future ends, on the store's own thread, when the note would survive a power
    /// cut. Blocks: never. Errors: NotFound; Conflict with `{version}`; Forbidden for collaborators changed by another
    /// than the author; Busy when too much waits; Draining when the store has stopped.
    [[nodiscard]] virtual QFuture<Result<Note>> save(NoteDraft draft, TimePoint deadline) = 0;
    /// Creates all of these notes or none, as save() does. The ids come in the order of the drafts.
    [[nodiscard]] virtual QFuture<Result<QStringList>> import(QList<NoteDraft> drafts, TimePoint deadline) = 0;

    /// Deletes a note, as save() does; gives it as it was. Errors: NotFound; Forbidden for another than the author;
    /// Conflict with `{version}`.
    [[nodiscard]] virtual QFuture<Result<Note>> remove(NoteRemoval removal, TimePoint deadline) = 0;
    /// Changes who shares a note, as save() does; where nobody comes or goes the note stays as it is. Errors: as
    /// remove(); InvalidParams beyond kMaxCollaborators.
    [[nodiscard]] virtual QFuture<Result<Note>> share(NoteSharing sharing, TimePoint deadline) = 0;

    /// Blocks: for the storage, as the next two. Errors: NotFound.
    [[nodiscard]] virtual Result<Note> fetch(const QString &user, const QString &id, TimePoint deadline) = 0;
    /// A user's notes from `offset` on.
    [[nodiscard]] virtual Result<NotePage> list(const QString &user, int offset, int limit, TimePoint deadline) = 0;
    /// A user's notes whose title or content contains `text`, case ignored for ASCII letters.
    [[nodiscard]] virtual Result<QList<NoteSummary>> search(const QString &user, const QString &text, int limit,
                                                            TimePoint deadline) = 0;
};

} // namespace sluice::server
