#include "server/admin/auditlog.h"

#include "server/admin/auditchain.h"
#include "shared/base/logging.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>

#include <algorithm>

namespace sluice::server {

namespace {

// Entries hold values of the configuration at most.
constexpr qint64 kMostLineBytes = 16LL * 1024 * 1024;

/// The last line of a file that ends with one; empty when there is none.
QByteArray lastLine(QFile &file)
{
    const qint64 from = std::max<qint64>(0, file.size() - kMostLineBytes);
    if (!file.seek(from))
        return {};
    QByteArray tail = file.read(kMostLineBytes);
    if (tail.endsWith('\n'))
        tail.chop(1);
    return tail.mid(tail.lastIndexOf('\n') + 1);
}

QJsonObject bodyOf(const AuditEntry &entry, qint64 now)
{
    QJsonObject body{
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
        body[QStringLiteral("affected")] = *entry.affected;
    return body;
}

} // namespace

AuditLog::AuditLog(const Clock &clock)
    : m_clock(clock)
    , m_head(auditchain::beginning())
{
}

Result<void> AuditLog::open(const QString &stateDir)
{
    m_file.setFileName(QDir(stateDir).filePath(QStringLiteral("audit.log")));
    if ((m_file.exists() && !cutTornEntry()) || !readEnd() || !openFile())
        return failed("be written");
    qCInfo(lcAdmin).noquote().nospace() << "audit log opened bytes=" << m_earlier + m_file.size() << " head=" << m_head;
    return {};
}

bool AuditLog::openFile()
{
    return m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                       QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

tl::unexpected<Error> AuditLog::failed(const char *action) const
{
    return failure(
        ErrorCode::BackendFailed, {},
        QStringLiteral("%1: cannot %2: %3").arg(m_file.fileName(), QLatin1String(action), m_file.errorString()));
}

bool AuditLog::cutTornEntry()
{
    if (!m_file.open(QIODevice::ReadWrite))
        return false;
    const QByteArray last = lastLine(m_file);
    bool isDone = m_file.size() == 0 || (m_file.seek(m_file.size() - 1) && m_file.read(1) == "\n");
    if (!isDone) {
        qCWarning(lcAdmin).noquote().nospace()
            << "an entry of the audit log was cut off when it was written and goes file=" << m_file.fileName()
            << " bytes=" << last.size();
        isDone = m_file.resize(m_file.size() - last.size());
    }
    m_file.close();
    return isDone;
}

// Where the chain goes on: behind this file's last entry or, when it has none, that of the file before.
bool AuditLog::readEnd()
{
    for (const QString &name : {m_file.fileName(), m_file.fileName() + QLatin1String(".1")}) {
        QFile file(name);
        if (!file.exists() || file.size() == 0)
            continue;
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const QByteArray line = lastLine(file);
        const qint64 at = QJsonDocument::fromJson(line).object().value(u"at").toInteger(-1);
        // `at` counts from the beginning of all files: what it is more than this file's own, the earlier ones had.
        const qint64 begin = file.size() - line.size() - 1;
        const bool isThis = name == m_file.fileName();
        m_earlier = (at < 0 ? 0 : at - begin) + (isThis ? 0 : file.size());
        if (const auto hash = auditchain::hashOf(line)) {
            m_head = *hash;
            return true;
        }
        if (!file.seek(0))
            return false;
        m_head = auditchain::sealOf(file.readAll());
        return true;
    }
    return true;
}

Result<void> AuditLog::append(const AuditEntry &entry)
{
    const qint64 sizeBefore = m_file.size();
    QJsonObject body = bodyOf(entry, toUnixMs(m_clock.wallNow()));
    body[QStringLiteral("at")] = m_earlier + sizeBefore;
    body[QStringLiteral("prev")] = QString::fromLatin1(m_head);
    const QByteArray line = auditchain::sealed(QJsonDocument(body).toJson(QJsonDocument::Compact));
    const QByteArray bytes = line + '\n';
    if (m_file.write(bytes) != bytes.size()) {
        const auto error = failed("be written");
        qCCritical(lcAdmin).noquote().nospace() << "cannot write the audit log error=" << m_file.errorString();
        m_file.resize(sizeBefore); // half an entry would break the chain
        return error;
    }
    m_head = *auditchain::hashOf(line);
    if (m_file.size() >= m_limits.fileBytes)
        rotate();
    return {};
}

void AuditLog::rotate()
{
    const QString name = m_file.fileName();
    const auto numbered = [&name](int number) { return name + u'.' + QString::number(number); };
    const qint64 size = m_file.size();
    // Also those that were kept by an earlier configuration.
    for (int number = m_limits.files; QFile::exists(numbered(number)); ++number)
        QFile::remove(numbered(number));
    for (int number = m_limits.files - 1; number > 0; --number) {
        if (QFile::exists(numbered(number)))
            QFile::rename(numbered(number), numbered(number + 1));
    }
    m_file.close();
    if (QFile::rename(name, numbered(1)))
        m_earlier += size;
    else
        qCCritical(lcAdmin).noquote().nospace() << "the audit log cannot be put aside and grows on file=" << name;
    if (!openFile())
        qCCritical(lcAdmin).noquote().nospace() << "cannot write the audit log error=" << m_file.errorString();
    qCInfo(lcAdmin).noquote().nospace() << "audit log rotated bytes=" << size << " head=" << m_head;
}

} // namespace sluice::server
