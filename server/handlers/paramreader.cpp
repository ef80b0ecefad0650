#include "server/handlers/paramreader.h"

#include "shared/protocol/codec.h"

#include <QJsonArray>

#include <cmath>
#include <utility>

namespace sluice::server {

namespace {

qsizetype characterCount(const QString &text)
{
    qsizetype count = text.size();
    for (const QChar character : text)
        count -= character.isLowSurrogate() ? 1 : 0;
    return count;
}

// What is wrong with the length of a text, or nothing.
QString lengthFault(const QString &text, const TextRule &rule)
{
    if (rule.minimumCharacters > 0 && characterCount(text.trimmed()) < rule.minimumCharacters)
        return rule.minimumCharacters == 1
            ? QStringLiteral("must not be empty")
            : QStringLiteral("must have at least %1 characters").arg(rule.minimumCharacters);
    if (rule.maximumCharacters > 0 && characterCount(text) > rule.maximumCharacters)
        return QStringLiteral("must have at most %1 characters").arg(rule.maximumCharacters);
    if (rule.maximumBytes > 0 && text.toUtf8().size() > rule.maximumBytes)
        return QStringLiteral("must have at most %1 bytes").arg(rule.maximumBytes);
    return {};
}

} // namespace

ParamReader::ParamReader(const Request &request)
{
    auto object = request.paramsObject();
    if (object)
        m_object = std::move(*object);
    else
        m_error = std::move(object.error());
}

ParamReader::ParamReader(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path))
{
}

bool ParamReader::has(QLatin1String field) const
{
    return m_object.contains(field);
}

QString ParamReader::text(QLatin1String field, const TextRule &rule)
{
    if (!has(field)) {
        fail(field, QStringLiteral("is missing"));
        return {};
    }
    return checkedText(field, m_object.value(field), rule);
}

QString ParamReader::textOr(QLatin1String field, const QString &otherwise, const TextRule &rule)
{
    return has(field) ? text(field, rule) : otherwise;
}

qint64 ParamReader::integer(QLatin1String field, const IntegerRule &rule)
{
    if (!has(field)) {
        fail(field, QStringLiteral("is missing"));
        return rule.minimum;
    }
    const QJsonValue value = m_object.value(field);
    const double number = value.toDouble(std::nan(""));
    if (number != std::floor(number)) { // false for NaN too, which is what a value of another type gives
        fail(field, QStringLiteral("must be a whole number"));
        return rule.minimum;
    }
    const auto minimum = static_cast<double>(rule.minimum);
    const auto maximum = static_cast<double>(rule.maximum);
    if (number < minimum || number > maximum) {
        fail(field, QStringLiteral("must be from %1 to %2").arg(rule.minimum).arg(rule.maximum));
        return rule.minimum;
    }
    return value.toInteger();
}

qint64 ParamReader::integerOr(QLatin1String field, qint64 otherwise, const IntegerRule &rule)
{
    return has(field) ? integer(field, rule) : otherwise;
}

std::optional<QStringList> ParamReader::texts(QLatin1String field, qsizetype maximumCount, const TextRule &each)
{
    if (!has(field))
        return std::nullopt;
    const QJsonValue value = m_object.value(field);
    if (!value.isArray()) {
        fail(field, QStringLiteral("must be a list"));
        return std::nullopt;
    }
    const QJsonArray array = value.toArray();
    if (array.size() > maximumCount) {
        fail(field, QStringLiteral("must have at most %1 elements").arg(maximumCount));
        return std::nullopt;
    }
    QStringList list;
    for (qsizetype i = 0; i < array.size(); ++i)
        list.append(checkedText(QStringLiteral("%1[%2]").arg(field).arg(i), array.at(i), each));
    list.removeDuplicates();
    return list;
}

QList<ParamReader> ParamReader::objects(QLatin1String field, qsizetype maximumCount)
{
    const QJsonArray array = m_object.value(field).toArray();
    if (array.isEmpty() || array.size() > maximumCount) {
        fail(field, QStringLiteral("must be a list of 1 to %1 objects").arg(maximumCount));
        return {};
    }
    QList<ParamReader> readers;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("%1%2[%3]").arg(m_path, field).arg(i);
        if (!array.at(i).isObject())
            fail(QStringLiteral("%1[%2]").arg(field).arg(i), QStringLiteral("must be an object"));
        readers.append(ParamReader(array.at(i).toObject(), path + u'.'));
    }
    return readers;
}

void ParamReader::fail(const QString &field, const QString &reason)
{
    if (m_error)
        return;
    const QByteArray path = (m_path + field).toUtf8();
    m_error =
        Error{ErrorCode::InvalidParams, protocol::invalidParamsData(path.toStdString(), reason.toStdString()), {}};
}

QString ParamReader::checkedText(const QString &field, const QJsonValue &value, const TextRule &rule)
{
    if (!value.isString()) {
        fail(field, QStringLiteral("must be a string"));
        return {};
    }
    QString text = value.toString();
    if (const QString fault = lengthFault(text, rule); !fault.isEmpty()) {
        fail(field, fault);
        return {};
    }
    return text;
}

} // namespace sluice::server
