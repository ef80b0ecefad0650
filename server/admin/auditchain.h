#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace sluice::server {

/// How the entries of the audit log are chained: each has the hash of the one before as `prev`, and last of all its own
/// as `hash`, which is the SHA-256 of the line without it. So no entry can be changed, taken out or put in without that
/// of all later ones, and the last one's, which the server writes into its log at every start and rotation.
/// Thread: any (pure).
namespace auditchain {

/// Before the first entry.
[[nodiscard]] QByteArray beginning();

/// The line for an entry whose JSON object, with its `prev`, is `body`; without a line end.
[[nodiscard]] QByteArray sealed(const QByteArray &body);

/// The hash that stands in a line. Errors: nothing when none does.
[[nodiscard]] std::optional<QByteArray> hashOf(const QByteArray &line);
/// Whether that hash is the line's.
[[nodiscard]] bool isSealed(const QByteArray &line);

/// `prev` of what follows lines of before there were hashes.
[[nodiscard]] QByteArray sealOf(const QByteArray &unchained);

} // namespace auditchain

/// What a look through the whole audit log found.
struct AuditVerdict {
    quint64 entries = 0;
    quint64 unchained = 0; ///< Entries of before there were hashes, covered as a whole by the first that has one.
    int files = 0;
    bool isFromBeginning = true; ///< Else what came before has been deleted, as admin.audit-files says.
    QByteArray head;             ///< The hash of the last entry.
    QString fault;               ///< What is wrong where; empty: nothing.
};

/// The files of the log in that directory, the oldest first.
[[nodiscard]] QStringList auditFiles(const QString &stateDir);

/// Follows the chain through all files of the log. With `anchor`, the hash of an entry that was noted elsewhere, it is
/// also a fault when that is not there any more: only so is it seen that the end was cut off.
/// Errors: BackendFailed when a file cannot be read, NotFound when there is no log. Blocks: reads it all.
[[nodiscard]] Result<AuditVerdict> verifyAudit(const QString &stateDir, const QByteArray &anchor = {});

} // namespace sluice::server
