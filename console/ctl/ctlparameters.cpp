// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ctl/ctlparameters.h"

#include "console/ctl/ctlsession.h"

#include <QDateTime>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QJsonValue parsed(CtlParameter::Type type, const QString &text)
{
    bool isWhole = false;
    const qint64 number = text.toLongLong(&isWhole);
    switch (type) {
    case CtlParameter::Type::Text: return text;
    case CtlParameter::Type::Integer: return isWhole ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    case CtlParameter::Type::Span: break;
    }
    const auto span = parseSpan(text);
    return span ? QJsonValue(static_cast<qint64>(span->count())) : QJsonValue(QJsonValue::Undefined);
}

} // namespace

std::optional<QJsonObject> readCtlParameters(CtlSession &session, const QStringList &arguments,
                                             std::span<const CtlParameter> known)
{
    QJsonObject params;
    for (const QString &argument : arguments) {
        const QString key = argument.section(u'=', 0, 0);
        const auto parameter =
            std::find_if(known.begin(), known.end(), [&key](const CtlParameter &one) { return one.key == key; });
        const QJsonValue value = parameter == known.end() || !argument.contains(u'=')
            ? QJsonValue(QJsonValue::Undefined)
            : parsed(parameter->type, argument.section(u'=', 1));
        if (value.isUndefined()) {
            QStringList keys;
            for (const CtlParameter &one : known)
                keys.append(one.key);
            session.fail(CtlExit::Usage,
                         u"cannot use %1; KEY=VALUE with one of: %2"_s.arg(argument, keys.join(u", "_s)));
            return std::nullopt;
        }
        params[parameter->field] = value;
    }
    return params;
}

QString ctlTimeText(const QJsonValue &ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms.toInteger()).toString(Qt::ISODateWithMs);
}

QString ctlCountText(const QJsonValue &value)
{
    return QString::number(value.toDouble(), 'f', 0);
}

} // namespace sluice::console
