// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/configsetting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ConfigSetting", text);
}

admin::OptionType typeFromString(const QString &text)
{
    if (text == "integer"_L1)
        return admin::OptionType::Integer;
    if (text == "real"_L1)
        return admin::OptionType::Real;
    if (text == "boolean"_L1)
        return admin::OptionType::Boolean;
    if (text == "choice"_L1)
        return admin::OptionType::Choice;
    if (text == "text-list"_L1)
        return admin::OptionType::TextList;
    return admin::OptionType::Text;
}

admin::OptionEffect effectFromString(const QString &text)
{
    if (text == "restart"_L1)
        return admin::OptionEffect::Restart;
    if (text == "new-connections"_L1)
        return admin::OptionEffect::NewConnections;
    return admin::OptionEffect::Live;
}

QString numberText(double value, bool whole)
{
    const QLocale locale;
    if (whole || value == std::floor(value))
        return locale.toString(static_cast<qlonglong>(std::llround(value)));
    return locale.toString(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

ConfigSetting ConfigSetting::fromJson(const QJsonObject &object)
{
    ConfigSetting setting;
    setting.key = object.value("key"_L1).toString();
    setting.type = typeFromString(object.value("type"_L1).toString());
    setting.unit = object.value("unit"_L1).toString();
    setting.defaultValue = object.value("default"_L1);
    setting.minimum = object.value("min"_L1).toDouble();
    setting.maximum = object.value("max"_L1).toDouble();
    const QJsonArray choices = object.value("choices"_L1).toArray();
    for (const QJsonValue &choice : choices)
        setting.choices.append(choice.toString());
    setting.effect = effectFromString(object.value("effect"_L1).toString());
    setting.text = object.value("text"_L1).toString();
    return setting;
}

QString ConfigSetting::section() const
{
    return key.left(std::max<qsizetype>(0, key.lastIndexOf(u'.')));
}

QString ConfigSetting::name() const
{
    return key.mid(key.lastIndexOf(u'.') + 1);
}

QString ConfigSetting::display(const QJsonValue &value) const
{
    if (value.isUndefined() || value.isNull())
        return u"–"_s;
    if (value.isBool())
        return value.toBool() ? translated(QT_TRANSLATE_NOOP("ConfigSetting", "on"))
                              : translated(QT_TRANSLATE_NOOP("ConfigSetting", "off"));
    if (value.isDouble())
        return numberText(value.toDouble(), type == admin::OptionType::Integer);
    if (value.isString())
        return value.toString();
    if (type == admin::OptionType::TextList)
        return value.toVariant().toStringList().join(", "_L1);
    return QString::fromUtf8(QJsonDocument::fromVariant(value.toVariant()).toJson(QJsonDocument::Compact));
}

QString ConfigSetting::allowedText() const
{
    switch (type) {
    case admin::OptionType::Integer:
    case admin::OptionType::Real: {
        const bool whole = type == admin::OptionType::Integer;
        return u"%1 … %2 %3"_s.arg(numberText(minimum, whole), numberText(maximum, whole), unit).trimmed();
    }
    case admin::OptionType::Boolean: return u"%1 | %2"_s.arg(translated("on"), translated("off"));
    case admin::OptionType::Choice: return choices.join(" | "_L1);
    case admin::OptionType::TextList:
        return translated(QT_TRANSLATE_NOOP("ConfigSetting", "texts, separated by commas"));
    case admin::OptionType::Text: break;
    }
    return translated(QT_TRANSLATE_NOOP("ConfigSetting", "text"));
}

QString ConfigSetting::effectText() const
{
    switch (effect) {
    case admin::OptionEffect::Live: return translated(QT_TRANSLATE_NOOP("ConfigSetting", "live"));
    case admin::OptionEffect::NewConnections: return translated(QT_TRANSLATE_NOOP("ConfigSetting", "new connections"));
    case admin::OptionEffect::Restart: break;
    }
    return translated(QT_TRANSLATE_NOOP("ConfigSetting", "restart"));
}

std::optional<QJsonValue> ConfigSetting::parse(const QString &typed) const
{
    const QString entered = typed.trimmed();
    bool ok = false;
    switch (type) {
    case admin::OptionType::Integer: {
        qlonglong whole = QLocale().toLongLong(entered, &ok);
        if (!ok)
            whole = entered.toLongLong(&ok);
        return ok ? std::optional(QJsonValue(whole)) : std::nullopt;
    }
    case admin::OptionType::Real: {
        double real = QLocale().toDouble(entered, &ok);
        if (!ok)
            real = entered.toDouble(&ok);
        return ok && std::isfinite(real) ? std::optional(QJsonValue(real)) : std::nullopt;
    }
    case admin::OptionType::Boolean:
        if (entered == "true"_L1 || entered == translated("on"))
            return QJsonValue(true);
        if (entered == "false"_L1 || entered == translated("off"))
            return QJsonValue(false);
        return std::nullopt;
    case admin::OptionType::Choice:
        return choices.contains(entered) ? std::optional(QJsonValue(entered)) : std::nullopt;
    case admin::OptionType::TextList: return QJsonValue(QJsonArray::fromStringList(admin::splitList(entered)));
    case admin::OptionType::Text: break;
    }
    return QJsonValue(entered);
}

} // namespace sluice::console
