#include "server/log/logformat.h"

#include "shared/base/logging.h"
#include "shared/protocol/codec.h"

#include <QDateTime>
#include <QRegularExpression>

#include <array>
#include <string>

#include <sys/stat.h>

namespace sluice::server {

namespace {

// Of syslog, by LogLevel: debug, info, warning, critical, alert; as Qt's own journal backend has them.
constexpr std::array kPriorities{'7', '6', '4', '2', '1'};

QDateTime dateTime(WallTime time, Qt::TimeSpec spec)
{
    return QDateTime::fromMSecsSinceEpoch(toUnixMs(time), spec);
}

QString fullCategory(const LogLine &line)
{
    return logCategoryNames().contains(line.category) ? QLatin1String("sluice.") + line.category : line.category;
}

QString escapedControls(const QString &message)
{
    QString text;
    text.reserve(message.size());
    for (const QChar character : message) {
        if (character == u'\n')
            text += QLatin1String("\\n");
        else if (character.category() == QChar::Other_Control || character == QChar::LineSeparator)
            text += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
        else
            text += character;
    }
    return text;
}

QString textOf(const LogLine &line, bool hasTime)
{
    const QString text = toString(line.level) + u' ' + fullCategory(line) + u' ' + escapedControls(line.message);
    return hasTime
        ? dateTime(line.time, Qt::LocalTime).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) + u' ' + text
        : text;
}

void appendMember(std::string &json, const char *separator, const QString &name, const QString &value)
{
    json += separator;
    protocol::appendJsonString(json, name.toStdString());
    json += ':';
    protocol::appendJsonString(json, value.toStdString());
}

// By hand, because QJsonObject would sort the time behind the message.
std::string jsonOf(const LogLine &line)
{
    const LogMessageParts parts = splitLogMessage(line.message);
    std::string json;
    appendMember(json, "{", QStringLiteral("time"), dateTime(line.time, Qt::UTC).toString(Qt::ISODateWithMs));
    appendMember(json, ",", QStringLiteral("level"), toString(line.level));
    appendMember(json, ",", QStringLiteral("category"), line.category);
    appendMember(json, ",", QStringLiteral("message"), parts.text);
    const char *separator = R"(,"fields":{)";
    for (const auto &[key, value] : parts.fields) {
        appendMember(json, separator, key, value);
        separator = ",";
    }
    return json + (parts.fields.empty() ? "}" : "}}");
}

QString unquoted(QString value)
{
    if (value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"'))
        return value.mid(1, value.size() - 2);
    return value;
}

} // namespace

bool isJournal(int descriptor)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return false;
    return qgetenv("JOURNAL_STREAM")
        == QByteArray::number(static_cast<qulonglong>(status.st_dev)) + ':'
        + QByteArray::number(static_cast<qulonglong>(status.st_ino));
}

QByteArray formatLogLine(const LogLine &line, LogStyle style)
{
    QByteArray bytes;
    if (style.isJournal)
        bytes += QByteArray("<") + kPriorities[static_cast<size_t>(line.level)] + '>';
    bytes += style.isJson ? QByteArray::fromStdString(jsonOf(line)) : textOf(line, !style.isJournal).toUtf8();
    return bytes + '\n';
}

LogMessageParts splitLogMessage(const QString &message)
{
    // What QDebug makes of `<< "key=" << value` has a space behind the '='. In quotes there are no further keys.
    static const QRegularExpression kKey(QStringLiteral(
        R"re((?:^| )([A-Za-z][A-Za-z0-9]*)=(?: (?![A-Za-z][A-Za-z0-9]*=))?("(?:[^"\\]|\\.)*"(?= |$))?)re"));
    LogMessageParts parts;
    qsizetype valueBegin = 0;
    const auto endValue = [&](qsizetype end) {
        const QString text = message.mid(valueBegin, end - valueBegin).trimmed();
        if (parts.fields.empty())
            parts.text = text;
        else
            parts.fields.back().second = unquoted(text);
    };
    for (auto match = kKey.globalMatch(message); match.hasNext();) {
        const QRegularExpressionMatch key = match.next();
        endValue(key.capturedStart());
        valueBegin = key.hasCaptured(2) ? key.capturedStart(2) : key.capturedEnd();
        for (const auto &[known, value] : parts.fields) {
            if (known == key.captured(1))
                return {message, {}};
        }
        parts.fields.emplace_back(key.captured(1), QString());
    }
    endValue(message.size());
    return parts.text.isEmpty() ? LogMessageParts{message, {}} : parts;
}

QJsonObject toJson(const LogLine &line)
{
    return {{QStringLiteral("timeMs"), static_cast<qint64>(toUnixMs(line.time))},
            {QStringLiteral("level"), toString(line.level)},
            {QStringLiteral("category"), line.category},
            {QStringLiteral("message"), line.message}};
}

} // namespace sluice::server
