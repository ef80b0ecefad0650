// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/limitlists.h"

#include "console/models/format.h"
#include "console/models/listvalues.h"

#include <QLocale>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;
namespace show = listvalues;

namespace {

double usedShare(const QJsonObject &row)
{
    const double limit = row.value("limit"_L1).toDouble();
    return limit > 0 ? std::clamp(row.value("used"_L1).toDouble() / limit, 0.0, 1.0) : 0.0;
}

Tone usedTone(const QJsonObject &row)
{
    constexpr double kHigh = 0.8;
    const double share = usedShare(row);
    return share >= 1 ? Tone::Critical : share >= kHigh ? Tone::Warn : Tone::Secondary;
}

QString usedText(const QJsonObject &row)
{
    return LimitLists::tr("%1 of %2")
        .arg(format::count(row.value("used"_L1).toDouble()), format::count(row.value("limit"_L1).toDouble()));
}

QString modeText(const QJsonObject &row)
{
    const QString mode = row.value("mode"_L1).toString();
    if (mode == "enforce"_L1)
        return LimitLists::tr("enforced");
    if (mode == "dry-run"_L1)
        return LimitLists::tr("dry run");
    return mode == "off"_L1 ? LimitLists::tr("off") : mode;
}

Tone modeTone(const QJsonObject &row)
{
    const QString mode = row.value("mode"_L1).toString();
    return mode == "enforce"_L1 ? Tone::Ok : mode == "dry-run"_L1 ? Tone::Warn : Tone::Muted;
}

QString kindText(const QJsonObject &row)
{
    return row.value("kind"_L1).toString() == "user"_L1 ? LimitLists::tr("user") : LimitLists::tr("address");
}

/// What is true at least: a sum of what the sketch may have overcounted is said too.
QString errorText(const QJsonObject &row)
{
    const double error = row.value("error"_L1).toDouble();
    return error > 0 ? u"± "_s + format::count(error) : QString();
}

QString idText(const QJsonObject &row)
{
    return QString::number(row.value("id"_L1).toInteger());
}

QString mutedText(const QJsonObject &row)
{
    const QString user = row.value("user"_L1).toString();
    return user.isEmpty() ? row.value("address"_L1).toString() : user;
}

QString mutedKindText(const QJsonObject &row)
{
    return row.value("user"_L1).isString() ? LimitLists::tr("user") : LimitLists::tr("address");
}

QString revokedUserText(const QJsonObject &row)
{
    return row.value("user"_L1).isString() ? row.value("user"_L1).toString() : LimitLists::tr("any user");
}

ListColumn::Text dateOf(const QString &field)
{
    return [field](const QJsonObject &row) {
        const QJsonValue ms = row.value(field);
        return ms.isDouble() ? show::dateAndTime(ms.toInteger()) : u"–"_s;
    };
}

} // namespace

ListSpec LimitLists::limits()
{
    return {
        .method = u"limits/list"_s,
        .rowsField = u"limits"_s,
        .pageRows = 0,
        .id =
            [](const QJsonObject &row) {
                return row.value("scope"_L1).toString() + u'\n' + row.value("event"_L1).toString() + u'\n'
                    + row.value("key"_L1).toString();
            },
        .columns =
            {
                {.title = tr("Limit"),
                 .width = 230,
                 .leastWidth = 150,
                 .text = nameOf,
                 .tone = show::always(Tone::Plain),
                 .toolTip = nameOf},
                {.title = tr("Bound"), .width = 96, .isNumber = true, .text = boundOf},
                {.title = tr("Mode"), .width = 116, .text = modeText, .tone = modeTone, .hasDot = true},
                {.title = tr("Windows"), .width = 84, .isNumber = true, .text = show::number(u"keys"_s)},
                {.title = tr("Refused"),
                 .width = 90,
                 .isNumber = true,
                 .text = show::number(u"refused"_s),
                 .tone = show::toneIfAny(u"refused"_s, Tone::Warn)},
                {.title = tr("Refused /s"),
                 .width = 90,
                 .isNumber = true,
                 .text = show::rate(u"refusedPerSecond"_s),
                 .tone = show::toneIfAny(u"refusedPerSecond"_s, Tone::Warn)},
                {.title = tr("Would refuse"),
                 .width = 100,
                 .isNumber = true,
                 .text = show::number(u"wouldRefuse"_s),
                 .tone = show::toneIfAny(u"wouldRefuse"_s, Tone::Warn),
                 .toolTip = [](const QJsonObject &) { return tr("What it would have refused in a dry run."); }},
                {.title = tr("Setting"), .width = 240, .text = show::text(u"key"_s), .tone = show::always(Tone::Muted)},
            },
    };
}

ListSpec LimitLists::keys()
{
    constexpr int kMostRows = 100;
    return {
        .method = u"limits/keys"_s,
        .pageRows = kMostRows,
        .sort = u"-used"_s,
        .id = show::text(u"key"_s),
        .columns =
            {
                {.title = tr("Who"),
                 .width = 150,
                 .leastWidth = 88,
                 .text = show::text(u"key"_s),
                 .tone = show::always(Tone::Plain),
                 .toolTip = show::text(u"key"_s)},
                {.title = tr("Used"),
                 .sortKey = u"used"_s,
                 .width = 190,
                 .leastWidth = 116,
                 .text = usedText,
                 .tone = usedTone,
                 .share = usedShare,
                 .takesRest = true,
                 .toolTip = usedText},
                {.title = tr("Free in s"),
                 .width = 80,
                 .isNumber = true,
                 .text =
                     [](const QJsonObject &row) {
                         const QJsonValue free = row.value("freeInMs"_L1);
                         return free.isDouble() ? QLocale().toString(free.toDouble() / 1000, 'f', 1) : u"–"_s;
                     }},
            },
    };
}

ListSpec LimitLists::offenders()
{
    constexpr int kMostRows = 50;
    return {
        .method = u"top/list"_s,
        .params = {{u"by"_s, u"refusals"_s}},
        .pageRows = kMostRows,
        .id =
            [](const QJsonObject &row) {
                return row.value("kind"_L1).toString() + u'\n' + row.value("name"_L1).toString();
            },
        .columns =
            {
                {.title = tr("Who"),
                 .width = 150,
                 .text = show::text(u"name"_s),
                 .tone = show::always(Tone::Plain),
                 .takesRest = true},
                {.title = tr("Kind"), .width = 84, .text = kindText},
                {.title = tr("Amount"), .width = 110, .isNumber = true, .text = show::number(u"amount"_s)},
                {.title = tr("Error"),
                 .width = 90,
                 .isNumber = true,
                 .text = errorText,
                 .tone = show::always(Tone::Muted),
                 .toolTip = [](const QJsonObject &) { return tr("At most so much of it may have been others'."); }},
            },
    };
}

ListSpec LimitLists::mutes()
{
    return {
        .method = u"mutes/list"_s,
        .pageRows = 0,
        .id = idText,
        .columns =
            {
                {.title = tr("Who"), .width = 180, .text = mutedText, .tone = show::always(Tone::Plain)},
                {.title = tr("Kind"), .width = 84, .text = mutedKindText},
                {.title = tr("Time left"), .width = 90, .isNumber = true, .text = show::span(u"leftMs"_s)},
                {.title = tr("Of"), .width = 84, .isNumber = true, .text = show::span(u"lengthMs"_s)},
                {.title = tr("Refused"),
                 .width = 90,
                 .isNumber = true,
                 .text = show::number(u"refused"_s),
                 .tone = show::toneIfAny(u"refused"_s, Tone::Warn)},
                {.title = tr("Since"), .width = 90, .text = show::timeOfDay(u"atMs"_s)},
                {.title = tr("By"), .width = 120, .text = show::text(u"by"_s)},
                {.title = tr("Reason"),
                 .width = 200,
                 .text = show::text(u"reason"_s),
                 .takesRest = true,
                 .toolTip = show::text(u"reason"_s)},
            },
    };
}

ListSpec LimitLists::revocations()
{
    return {
        .method = u"tokens/list"_s,
        .paging = Paging::Offset,
        .id = idText,
        .columns =
            {
                {.title = tr("User"), .width = 160, .text = revokedUserText, .tone = show::always(Tone::Plain)},
                {.title = tr("Token"), .width = 150, .text = show::text(u"tokenId"_s)},
                {.title = tr("Issued before"), .width = 150, .text = dateOf(u"issuedBeforeMs"_s)},
                {.title = tr("Kept until"), .width = 150, .text = dateOf(u"untilMs"_s)},
                {.title = tr("Revoked"), .width = 150, .text = dateOf(u"atMs"_s)},
                {.title = tr("By"), .width = 120, .text = show::text(u"by"_s)},
                {.title = tr("Reason"),
                 .width = 200,
                 .text = show::text(u"reason"_s),
                 .takesRest = true,
                 .toolTip = show::text(u"reason"_s)},
            },
    };
}

QString LimitLists::nameOf(const QJsonObject &limit)
{
    const QString scope = limit.value("scope"_L1).toString();
    const QString event = limit.value("event"_L1).toString();
    QString name = scope;
    if (scope == "global"_L1)
        name = tr("All together");
    else if (scope == "address"_L1)
        name = tr("Each address");
    else if (scope == "user"_L1)
        name = tr("Each user");
    else if (scope == "event"_L1)
        name = tr("Each client");
    else if (scope == "unknown"_L1)
        name = tr("Unknown events");
    return event.isEmpty() ? name : tr("%1: %2").arg(name, event);
}

bool LimitLists::isOfSingleClients(const QJsonObject &limit)
{
    return limit.value("scope"_L1).toString() != "global"_L1 && limit.value("mode"_L1).toString() != "off"_L1;
}

QJsonObject LimitLists::keyParams(const QJsonObject &limit)
{
    QJsonObject params{{u"scope"_s, limit.value("scope"_L1)}};
    if (limit.contains("event"_L1))
        params[u"event"_s] = limit.value("event"_L1);
    return params;
}

QString LimitLists::boundOf(const QJsonObject &limit)
{
    if (!limit.value("limit"_L1).isDouble() || limit.value("mode"_L1).toString() == "off"_L1)
        return u"–"_s;
    return format::perWindow(static_cast<quint64>(std::max<qint64>(0, limit.value("limit"_L1).toInteger())),
                             limit.value("windowMs"_L1).toInteger());
}

} // namespace sluice::console
