#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QFile>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace sluice::server {

/// One thing that an operator did or tried to do.
struct AuditEntry {
    QString user = {};
    QString role = {}; ///< Empty: nobody's.
    QString address = {};
    QString method = {};
    QString reason = {};
    QString outcome = {}; ///< "done" or why it was refused.
    QJsonObject before = {};
    QJsonObject after = {};
    std::optional<qint64> affected = {}; ///< How many connections it was about, where it was about some.
};

/// What operators did: `audit.log` in the state directory, a JSON object a line, appended only, mode 0600, chained by
/// hashes (auditchain.h). A full one is put aside as `audit.log.1`, and the chain goes on in the next. `at` of an entry
/// is how many bytes the log had before it, those of files that are gone included. Thread: admin.
class AuditLog
{
public:
    struct Limits {
        qint64 fileBytes = 64LL * 1024 * 1024; ///< From this size on a file is put aside.
        int files = 10;                        ///< Kept beside the one in use.
    };

    /// Requires: `clock` lives longer.
    explicit AuditLog(const Clock &clock);

    /// Goes on where the log ends; an entry that was being written when the machine stopped is cut off. Errors:
    /// BackendFailed with the file and the system's reason.
    [[nodiscard]] Result<void> open(const QString &stateDir);
    void setLimits(const Limits &limits) { m_limits = limits; }

    /// Writes one line and hands it to the system before it returns. Errors: BackendFailed, and a log message.
    Result<void> append(const AuditEntry &entry);
    [[nodiscard]] QString fileName() const { return m_file.fileName(); }

private:
    [[nodiscard]] bool readEnd();
    [[nodiscard]] bool cutTornEntry();
    [[nodiscard]] bool openFile();
    void rotate();
    [[nodiscard]] tl::unexpected<Error> failed(const char *action) const;

    const Clock &m_clock;
    Limits m_limits;
    QFile m_file;
    QByteArray m_head;    // the hash of the last entry
    qint64 m_earlier = 0; // bytes in the files before this one
};

} // namespace sluice::server
