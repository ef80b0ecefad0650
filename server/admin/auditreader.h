#pragma once

#include <QJsonObject>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace sluice::server {

/// Which of the audited things somebody wants to see; what is empty does not matter.
struct AuditQuery {
    QString filter = {};               ///< A text anywhere in the entry, in any case.
    QString who = {};                  ///< The user, exactly.
    QString method = {};               ///< The method, exactly.
    std::optional<qint64> before = {}; ///< Only entries older than that one, by its `seq`.
    size_t limit = 100;
};

/// What was found.
struct AuditPage {
    std::vector<QJsonObject> rows; ///< Newest first, as `audit/list` has them.
    bool hasMore = false;          ///< There are entries that were not looked at.
    qint64 next = 0;               ///< With hasMore: what to go on `before`.
};

/// Reads the audit log from its end backwards, through the files that were put aside as well, a piece at a time, so
/// that memory does not depend on its size. An entry's `seq` is where its line begins in the whole log, counted from 1:
/// it only grows, and stays. Lines that are no JSON object (the rest of a full disk) are skipped. Thread: admin.
/// Blocks: for the reading of at most kMostBytes.
class AuditReader
{
public:
    static constexpr qint64 kPieceBytes = 64 * 1024;
    /// Looked through for one page.
    static constexpr qint64 kMostBytes = 4 * 1024 * 1024;

    explicit AuditReader(QString file)
        : m_file(std::move(file))
    {
    }

    /// An empty page when there is no such file.
    [[nodiscard]] AuditPage read(const AuditQuery &query) const;

private:
    class Cursor;

    const QString m_file;
};

} // namespace sluice::server
