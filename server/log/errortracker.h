#pragma once

#include "server/log/logline.h"
#include "shared/base/mutex.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace sluice::server {

/// Errors that are the same but for their numbers and quoted words.
struct ErrorGroup {
    QString fingerprint; ///< `handlers critical handler threw event=notes/save what="…"`.
    quint64 count = 0;
    WallTime first{};
    WallTime last{};
    LogLine sample; ///< The latest.

    /// {fingerprint, category, level, count, firstMs, lastMs, sample}.
    [[nodiscard]] QJsonObject toJson() const;
};

/// What goes wrong, grouped, so that a thousand lines of one error and one line of another are two rows. Fed with the
/// log's warnings and worse. Bounded: the group that was seen least recently goes.
/// Thread: any (locks inside).
class ErrorTracker
{
public:
    static constexpr size_t kMaxGroups = 256;
    /// Units: characters.
    static constexpr qsizetype kMaxFingerprintLength = 300;

    /// Counts the line. Returns its group when somebody should hear of it: it is new, or ten times what it was then.
    std::optional<ErrorGroup> note(const LogLine &line) EXCLUDES(m_mutex);

    /// The last seen first.
    [[nodiscard]] std::vector<ErrorGroup> last(size_t limit) const EXCLUDES(m_mutex);
    [[nodiscard]] size_t size() const EXCLUDES(m_mutex);
    /// Forgets all. Returns how many there were.
    size_t clear() EXCLUDES(m_mutex);

private:
    struct Entry {
        ErrorGroup group;
        quint64 noted = 0; ///< Its number among all lines; the clock can step back.
    };
    void makeRoom() REQUIRES(m_mutex);

    mutable Mutex m_mutex;
    std::map<QString, Entry> m_groups GUARDED_BY(m_mutex); ///< By fingerprint.
    quint64 m_noted GUARDED_BY(m_mutex) = 0;
};

/// What all lines of one error have in common: category, level and the message with numbers as `N` and the words
/// between quotes as `…`.
[[nodiscard]] QString errorFingerprint(const LogLine &line);

} // namespace sluice::server
