#include "server/admin/auditreader.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace sluice::server {

namespace {

bool matches(const AuditQuery &query, const QJsonObject &entry)
{
    return (query.who.isEmpty() || entry.value(u"user").toString() == query.who)
        && (query.method.isEmpty() || entry.value(u"method").toString() == query.method);
}

QJsonObject rowOf(qint64 seq, const QJsonObject &entry)
{
    QJsonObject row{
        {QStringLiteral("seq"), seq},
        {QStringLiteral("atMs"), entry.value(u"timeMs")},
        {QStringLiteral("who"), entry.value(u"user")},
        {QStringLiteral("role"), entry.value(u"role").toString()}, // not in those of earlier versions
        {QStringLiteral("address"), entry.value(u"address")},
        {QStringLiteral("method"), entry.value(u"method")},
        {QStringLiteral("before"), entry.value(u"before")},
        {QStringLiteral("after"), entry.value(u"after")},
        {QStringLiteral("reason"), entry.value(u"reason")},
        {QStringLiteral("result"), entry.value(u"outcome")},
    };
    if (entry.contains(u"affected"))
        row[QStringLiteral("affected")] = entry.value(u"affected");
    return row;
}

/// The lines of a file before some position, the last one first.
class LinesBackwards
{
public:
    LinesBackwards(QFile &file, qint64 end)
        : m_file(file)
        , m_begin(end)
    {
    }

    /// Where the last line that was given begins.
    [[nodiscard]] qint64 position() const { return m_begin + m_bytes.size(); }
    [[nodiscard]] bool atBegin() const { return position() == 0; }

    /// The line before it, without its end. False at the begin of the file.
    bool previous(QByteArray &line)
    {
        if (atBegin() || (m_bytes.isEmpty() && readPiece() == 0))
            return false;
        if (m_bytes.endsWith('\n'))
            m_bytes.chop(1);
        qsizetype newline = m_bytes.lastIndexOf('\n');
        while (newline < 0 && m_begin > 0) {
            const qsizetype added = readPiece();
            if (added == 0)
                break;
            newline = m_bytes.lastIndexOf('\n', added - 1);
        }
        line = m_bytes.mid(newline + 1);
        m_bytes.truncate(newline + 1);
        return true;
    }

private:
    qsizetype readPiece()
    {
        const qint64 size = std::min(m_begin, AuditReader::kPieceBytes);
        if (!m_file.seek(m_begin - size))
            return 0;
        const QByteArray piece = m_file.read(size);
        if (piece.size() != size)
            return 0;
        m_begin -= size;
        m_bytes.prepend(piece);
        return piece.size();
    }

    QFile &m_file;
    qint64 m_begin; // of what is in m_bytes
    QByteArray m_bytes;
};

} // namespace

/// The files of the log, the newest first.
class AuditReader::Cursor
{
public:
    explicit Cursor(QString newest)
        : m_newest(std::move(newest))
        , m_file(m_newest)
    {
    }

    /// Opens the next older file. False when there is none.
    [[nodiscard]] bool next()
    {
        m_file.close();
        m_file.setFileName(m_number == 0 ? m_newest : nameOf(m_number));
        ++m_number;
        if (!m_file.open(QIODevice::ReadOnly))
            return false;
        // Entries of earlier versions do not say where they are: there was one file only.
        m_begin = QJsonDocument::fromJson(m_file.readLine(kMostBytes)).object().value(u"at").toInteger(0);
        return true;
    }
    [[nodiscard]] QFile &file() { return m_file; }
    /// Where the file begins in the whole log.
    [[nodiscard]] qint64 begin() const { return m_begin; }
    [[nodiscard]] bool hasOlder() const { return QFile::exists(nameOf(m_number)); }

private:
    [[nodiscard]] QString nameOf(int number) const { return m_newest + u'.' + QString::number(number); }

    const QString m_newest;
    QFile m_file;
    int m_number = 0; // of the next
    qint64 m_begin = 0;
};

AuditPage AuditReader::read(const AuditQuery &query) const
{
    AuditPage page;
    Cursor cursor(m_file);
    qint64 looked = 0;
    while (cursor.next()) {
        const qint64 size = cursor.file().size();
        const qint64 from = std::clamp<qint64>(query.before ? *query.before - 1 - cursor.begin() : size, 0, size);
        LinesBackwards lines(cursor.file(), from);
        QByteArray line;
        while (page.rows.size() < query.limit && looked + from - lines.position() < kMostBytes
               && lines.previous(line)) {
            if (!query.filter.isEmpty() && !QString::fromUtf8(line).contains(query.filter, Qt::CaseInsensitive))
                continue;
            const QJsonDocument document = QJsonDocument::fromJson(line);
            if (document.isObject() && matches(query, document.object()))
                page.rows.push_back(rowOf(cursor.begin() + lines.position() + 1, document.object()));
        }
        looked += from - lines.position();
        page.hasMore = !lines.atBegin() || cursor.hasOlder();
        page.next = cursor.begin() + lines.position() + 1;
        if (!lines.atBegin() || page.rows.size() >= query.limit || looked >= kMostBytes)
            break;
    }
    return page;
}

} // namespace sluice::server
