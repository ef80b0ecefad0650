// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/auditlist.h"

#include "console/models/listvalues.h"

#include <QMap>

namespace sluice::console {

using namespace Qt::StringLiterals;
namespace show = listvalues;

namespace {

/// In a few words what became of what: "a 1 → 2, b 5". A setting's section is left out of a brief one.
QString changeText(const QJsonObject &row, bool isBrief)
{
    QStringList parts;
    const QList<AuditList::Change> changes = AuditList::changesOf(row);
    for (const AuditList::Change &change : changes) {
        const QString name = isBrief ? change.name.section(u'.', -1) : change.name;
        const QString after = change.after.isUndefined() ? u"–"_s : show::json(change.after);
        parts.append(change.before.isUndefined() ? u"%1 %2"_s.arg(name, after)
                                                 : u"%1 %2 → %3"_s.arg(name, show::json(change.before), after));
    }
    return parts.join(u", "_s);
}

QString whoText(const QJsonObject &row)
{
    return u"%1 (%2)"_s.arg(row.value("who"_L1).toString(), row.value("role"_L1).toString());
}

} // namespace

ListSpec AuditList::spec()
{
    return {
        .method = u"audit/list"_s,
        .paging = Paging::Cursor,
        .id = [](const QJsonObject &row) { return QString::number(row.value("seq"_L1).toInteger()); },
        .columns =
            {
                {.title = tr("Time"), .width = 144, .leastWidth = 130, .text = timeText, .toolTip = timeText},
                {.title = tr("Who"),
                 .width = 84,
                 .leastWidth = 80,
                 .text = show::text(u"who"_s),
                 .tone = show::always(Tone::Plain),
                 .toolTip = whoText},
                {.title = tr("From"),
                 .width = 84,
                 .leastWidth = 76,
                 .text = show::text(u"address"_s),
                 .toolTip = show::text(u"address"_s)},
                {.title = tr("What"),
                 .width = 116,
                 .leastWidth = 108,
                 .text = show::text(u"method"_s),
                 .tone = show::always(Tone::Plain),
                 .toolTip = show::text(u"method"_s)},
                {.title = tr("Change"),
                 .width = 340,
                 .text = [](const QJsonObject &row) { return changeText(row, true); },
                 .takesRest = true,
                 .toolTip = [](const QJsonObject &row) { return changeText(row, false); }},
                {.title = tr("Affected"), .width = 70, .isNumber = true, .text = show::number(u"affected"_s)},
                {.title = tr("Result"),
                 .width = 72,
                 .text = show::text(u"result"_s),
                 .tone = resultTone,
                 .toolTip = show::text(u"result"_s)},
                {.title = tr("Reason"),
                 .width = 140,
                 .text = show::text(u"reason"_s),
                 .toolTip = show::text(u"reason"_s)},
            },
    };
}

QString AuditList::timeText(const QJsonObject &row)
{
    return show::dateAndTime(row.value("atMs"_L1).toInteger());
}

Tone AuditList::resultTone(const QJsonObject &row)
{
    return row.value("result"_L1).toString() == "done"_L1 ? Tone::Ok : Tone::Warn;
}

QList<AuditList::Change> AuditList::changesOf(const QJsonObject &row)
{
    const QJsonObject before = row.value("before"_L1).toObject();
    const QJsonObject after = row.value("after"_L1).toObject();
    QMap<QString, Change> changes;
    for (auto member = before.begin(); member != before.end(); ++member)
        changes[member.key()] = {member.key(), member.value(), QJsonValue(QJsonValue::Undefined)};
    for (auto member = after.begin(); member != after.end(); ++member) {
        const QJsonValue old = before.value(member.key());
        changes[member.key()] = {member.key(), old == member.value() ? QJsonValue(QJsonValue::Undefined) : old,
                                 member.value()};
    }
    return changes.values();
}

} // namespace sluice::console
