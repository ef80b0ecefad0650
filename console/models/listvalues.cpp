// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/listvalues.h"

#include "console/models/format.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace sluice::console::listvalues {

using namespace Qt::StringLiterals;

namespace {

ListColumn::Text ifNumber(const QString &field, const std::function<QString(const QJsonValue &)> &shown)
{
    return [field, shown](const QJsonObject &row) {
        const QJsonValue value = row.value(field);
        return value.isDouble() ? shown(value) : u"–"_s;
    };
}

} // namespace

ListColumn::Text text(const QString &field)
{
    return [field](const QJsonObject &row) { return row.value(field).toString(); };
}

ListColumn::Text number(const QString &field)
{
    return ifNumber(field, [](const QJsonValue &value) { return format::count(value.toDouble()); });
}

ListColumn::Text rate(const QString &field)
{
    return ifNumber(field, [](const QJsonValue &value) { return format::rate(value.toDouble()); });
}

ListColumn::Text span(const QString &field)
{
    return ifNumber(field, [](const QJsonValue &value) { return format::clockSpan(value.toInteger()); });
}

ListColumn::Text words(const QString &field)
{
    return [field](const QJsonObject &row) {
        QStringList words;
        const QJsonArray given = row.value(field).toArray();
        for (const QJsonValue &word : given)
            words.append(word.toString());
        return words.isEmpty() ? u"–"_s : words.join(u", "_s);
    };
}

ListColumn::Text timeOfDay(const QString &field)
{
    return ifNumber(field, [](const QJsonValue &value) {
        return QDateTime::fromMSecsSinceEpoch(value.toInteger()).time().toString(u"HH:mm:ss"_s);
    });
}

std::function<Tone(const QJsonObject &)> toneIfAny(const QString &field, Tone tone)
{
    return [field, tone](const QJsonObject &row) { return row.value(field).toDouble() > 0 ? tone : Tone::Secondary; };
}

std::function<Tone(const QJsonObject &)> always(Tone tone)
{
    return [tone](const QJsonObject &) { return tone; };
}

QString dateAndTime(qint64 ms)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms);
    return u"%1 %2"_s.arg(QLocale().toString(at.date(), QLocale::ShortFormat), at.time().toString(u"HH:mm:ss"_s));
}

QString json(const QJsonValue &value)
{
    if (value.isUndefined())
        return u"–"_s;
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2));
}

} // namespace sluice::console::listvalues
