#pragma once

#include "server/events/outcome.h"
#include "server/events/request.h"
#include "server/handlers/json.h"
#include "server/handlers/paramreader.h"
#include "server/storage/notestore.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace sluice::server {

// What the note events have in common: their limits, who is asking, how notes look as JSON.

inline constexpr TextRule kTitleRule{.minimumCharacters = 1, .maximumCharacters = 200};
inline constexpr TextRule kContentRule{.maximumBytes = 60'000}; // fits limits.message-bytes with its envelope
inline constexpr TextRule kUserIdRule{.minimumCharacters = 1, .maximumCharacters = 128};
inline constexpr TextRule kNoteIdRule{.minimumCharacters = 1, .maximumCharacters = 64};
inline constexpr int kMaxListed = 100;
inline constexpr int kDefaultListed = 50;

// Numbers up to this are the same in every JSON reader.
inline constexpr IntegerRule kVersionRule{1, (qint64(1) << 53) - 1};

/// The user behind a request on notes. Errors: Unauthorized for anonymous ones, whatever events.toml says: their ids
/// are given anew after a restart, so that nothing may be kept under them.
[[nodiscard]] Result<QString> noteUser(const Request &request);

/// Reads title, content and collaborators; faults stay in the reader.
[[nodiscard]] NoteDraft readDraft(ParamReader &reader, const QString &user);

/// The version that was read and is to be changed, where one is given; faults stay in the reader.
[[nodiscard]] std::optional<qint64> readVersion(ParamReader &reader);

/// Tells everybody who shares the note, and its author unless he is `by`: `notes/updated {noteId, author,
/// timestampMs}`, where `author` is `by`, who changed it.
void addUpdatedPush(Outcome &outcome, const Note &note, const QString &by);
/// Tells `users` that the note is gone for them: `notes/deleted {noteId, author, timestampMs}`, as above.
void addDeletedPush(Outcome &outcome, const QString &noteId, const QStringList &users, const QString &by, qint64 atMs);

[[nodiscard]] QJsonObject toJson(const Note &note);
[[nodiscard]] QJsonObject toJson(const NoteSummary &note);
/// As an array.
[[nodiscard]] QJsonArray toJson(const QList<NoteSummary> &notes);
/// The answer when a save was dropped without a word: the store is being destroyed. Thread: any.
[[nodiscard]] OutcomePtr storeGone();

} // namespace sluice::server
