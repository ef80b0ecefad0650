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

/// What operators did: `audit.log` in the state directory, a JSON object a line, appended only, mode 0600.
/// Thread: admin.
class AuditLog
{
public:
    /// Requires: `clock` lives longer.
    explicit AuditLog(const Clock &clock);

    /// Errors: BackendFailed with the file and the system's reason.
    [[nodiscard]] Result<void> open(const QString &stateDir);

    /// Writes one line and hands it to the system before it returns. Errors: BackendFailed, and a log message.
    Result<void> append(const AuditEntry &entry);
    [[nodiscard]] QString fileName() const { return m_file.fileName(); }

private:
    const Clock &m_clock;
    QFile m_file;
};

} // namespace sluice::server
