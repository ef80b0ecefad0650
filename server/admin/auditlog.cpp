#include "server/admin/auditlog.h"

#include "shared/base/logging.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>

namespace sluice::server {

AuditLog::AuditLog(const Clock &clock)
    : m_clock(clock)
{
}

Result<void> AuditLog::open(const QString &stateDir)
{
    m_file.setFileName(QDir(stateDir).filePath(QStringLiteral("audit.log")));
    const bool opened = m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                                    QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (opened)
        return {};
    return failure(ErrorCode::BackendFailed, {},
                   QStringLiteral("%1: cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
}

Result<void> AuditLog::append(const AuditEntry &entry)
{
    const qint64 now = toUnixMs(m_clock.wallNow());
    QJsonObject line{
        {QStringLiteral("timeMs"), now},
        {QStringLiteral("time"), QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(Qt::ISODateWithMs)},
        {QStringLiteral("user"), entry.user},
        {QStringLiteral("role"), entry.role},
        {QStringLiteral("address"), entry.address},
        {QStringLiteral("method"), entry.method},
        {QStringLiteral("reason"), entry.reason},
        {QStringLiteral("outcome"), entry.outcome},
        {QStringLiteral("before"), entry.before},
        {QStringLiteral("after"), entry.after},
    };
    if (entry.affected)
        line[QStringLiteral("affected")] = *entry.affected;
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    if (m_file.write(bytes) == bytes.size())
        return {};
    qCCritical(lcAdmin).noquote().nospace() << "cannot write the audit log error=" << m_file.errorString();
    return failure(ErrorCode::BackendFailed, {}, m_file.errorString());
}

} // namespace sluice::server
