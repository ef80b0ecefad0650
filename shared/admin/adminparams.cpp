#include "shared/admin/adminparams.h"

#include "shared/protocol/codec.h"

namespace sluice::admin {

AdminParams::AdminParams(const QJsonObject &params, const QStringList &known)
    : m_params(params)
{
    for (auto member = params.begin(); member != params.end(); ++member) {
        if (!known.contains(member.key()))
            complain(member.key(), QStringLiteral("unknown parameter"));
    }
}

std::optional<qint64> AdminParams::integer(const QString &field, qint64 minimum, qint64 maximum)
{
    const QJsonValue value = m_params.value(field);
    if (value.isUndefined())
        return std::nullopt;
    // Outside of the range on both sides of a number that is none, or not whole.
    const qint64 given = value.toInteger(minimum - 1);
    if (given >= minimum && given <= maximum)
        return given;
    complain(field, QStringLiteral("must be an integer from %1 to %2").arg(minimum).arg(maximum));
    return std::nullopt;
}

qint64 AdminParams::requiredInteger(const QString &field, qint64 minimum, qint64 maximum)
{
    if (!m_params.contains(field))
        complain(field, QStringLiteral("is missing"));
    return integer(field, minimum, maximum).value_or(minimum);
}

bool AdminParams::flag(const QString &field)
{
    const QJsonValue value = m_params.value(field);
    if (!value.isUndefined() && !value.isBool())
        complain(field, QStringLiteral("must be true or false"));
    return value.toBool();
}

QString AdminParams::text(const QString &field, qsizetype maximum)
{
    const QJsonValue value = m_params.value(field);
    if (!value.isUndefined() && !value.isString())
        complain(field, QStringLiteral("must be a text"));
    if (value.toString().size() > maximum)
        complain(field, QStringLiteral("must not be longer than %1 characters").arg(maximum));
    return value.toString();
}

QString AdminParams::choice(const QString &field, const QStringList &words)
{
    const QString value = m_params.value(field).toString();
    if (!m_params.contains(field) || words.contains(value))
        return value;
    complain(field, QStringLiteral("must be one of: %1").arg(words.join(QLatin1String(", "))));
    return {};
}

QJsonObject AdminParams::requiredObject(const QString &field)
{
    const QJsonValue value = m_params.value(field);
    if (!value.isObject())
        complain(field, value.isUndefined() ? QStringLiteral("is missing") : QStringLiteral("must be an object"));
    return value.toObject();
}

void AdminParams::complain(const QString &field, const QString &reason)
{
    if (m_fault)
        return;
    const QByteArray data = protocol::invalidParamsData(field.toStdString(), reason.toStdString());
    m_fault = Error{ErrorCode::InvalidParams, data, field + u' ' + reason};
}

tl::unexpected<Error> invalidParam(std::string_view field, std::string_view reason)
{
    return failure(ErrorCode::InvalidParams, protocol::invalidParamsData(field, reason));
}

} // namespace sluice::admin
