#include "server/admin/auditchain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace sluice::server {

namespace auditchain {

namespace {

constexpr QByteArrayView kHashMember(",\"hash\":\"");
constexpr QByteArrayView kEnd("\"}");
constexpr qsizetype kHashDigits = 64;
constexpr qsizetype kSealBytes = kHashMember.size() + kHashDigits + kEnd.size();

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

QByteArray beginning()
{
    return QByteArray(kHashDigits, '0');
}

QByteArray sealed(const QByteArray &body)
{
    return body.chopped(1) + kHashMember.toByteArray() + sha256(body) + kEnd.toByteArray();
}

std::optional<QByteArray> hashOf(const QByteArray &line)
{
    const QByteArray seal = line.right(kSealBytes);
    if (seal.size() != kSealBytes || !seal.startsWith(kHashMember) || !seal.endsWith(kEnd))
        return std::nullopt;
    return seal.mid(kHashMember.size(), kHashDigits);
}

bool isSealed(const QByteArray &line)
{
    const auto hash = hashOf(line);
    return hash && sha256(line.chopped(kSealBytes) + '}') == *hash;
}

QByteArray sealOf(const QByteArray &unchained)
{
    return unchained.isEmpty() ? beginning() : sha256(unchained);
}

} // namespace auditchain

namespace {

constexpr qint64 kMostLineBytes = 16LL * 1024 * 1024;

/// Follows the chain line by line.
class Follower
{
public:
    explicit Follower(QByteArray anchor)
        : m_anchor(std::move(anchor))
        , m_hasAnchor(m_anchor.isEmpty())
        , m_legacy(QCryptographicHash::Sha256)
    {
    }

    /// Why the line cannot stand there; empty: it can.
    [[nodiscard]] QString take(const QByteArray &line)
    {
        if (!line.endsWith('\n'))
            return QStringLiteral("the entry is cut off");
        const QByteArray entry = line.chopped(1);
        if (!auditchain::hashOf(entry) && m_verdict.entries == 0) {
            m_legacy.addData(line);
            ++m_verdict.unchained;
            return {};
        }
        if (!auditchain::isSealed(entry))
            return QStringLiteral("the entry was changed: its hash is not that of what it says");
        const QByteArray before = QJsonDocument::fromJson(entry).object().value(u"prev").toString().toLatin1();
        if (m_verdict.entries == 0)
            noteBeginning(before);
        else if (before != m_verdict.head)
            return QStringLiteral("entries before it were changed, taken out or put in: its prev is not their hash");
        if (m_verdict.unchained > 0 && m_verdict.entries == 0 && before != QByteArray(m_legacy.result().toHex()))
            return QStringLiteral("entries before it were changed: they had no hashes, and its prev covers them");
        ++m_verdict.entries;
        m_verdict.head = *auditchain::hashOf(entry);
        m_hasAnchor = m_hasAnchor || m_verdict.head == m_anchor;
        return {};
    }

    [[nodiscard]] AuditVerdict conclude() const
    {
        AuditVerdict verdict = m_verdict;
        if (!m_hasAnchor)
            verdict.fault = QStringLiteral("there is no entry with the hash %1: entries were cut off or replaced")
                                .arg(QString::fromLatin1(m_anchor));
        return verdict;
    }
    [[nodiscard]] AuditVerdict &verdict() { return m_verdict; }

private:
    void noteBeginning(const QByteArray &before)
    {
        m_verdict.isFromBeginning = m_verdict.unchained > 0 || before == auditchain::beginning();
        m_hasAnchor = m_hasAnchor || before == m_anchor;
    }

    const QByteArray m_anchor;
    bool m_hasAnchor;
    QCryptographicHash m_legacy; // what has no hashes
    AuditVerdict m_verdict;
};

} // namespace

QStringList auditFiles(const QString &stateDir)
{
    const QString newest = QDir(stateDir).filePath(QStringLiteral("audit.log"));
    QStringList files;
    if (QFile::exists(newest))
        files.append(newest);
    for (int number = 1; QFile::exists(newest + u'.' + QString::number(number)); ++number)
        files.prepend(newest + u'.' + QString::number(number));
    return files;
}

Result<AuditVerdict> verifyAudit(const QString &stateDir, const QByteArray &anchor)
{
    const QStringList files = auditFiles(stateDir);
    if (files.isEmpty())
        return failure(ErrorCode::NotFound, {}, QStringLiteral("there is no audit log in %1").arg(stateDir));
    Follower follower(anchor);
    follower.verdict().files = static_cast<int>(files.size());
    for (const QString &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::BackendFailed, {}, QStringLiteral("%1: %2").arg(name, file.errorString()));
        for (quint64 number = 1; !file.atEnd(); ++number) {
            const QString fault = follower.take(file.readLine(kMostLineBytes));
            if (fault.isEmpty())
                continue;
            AuditVerdict verdict = follower.verdict();
            verdict.fault = QStringLiteral("%1:%2: %3").arg(name).arg(number).arg(fault);
            return verdict;
        }
    }
    return follower.conclude();
}

} // namespace sluice::server
