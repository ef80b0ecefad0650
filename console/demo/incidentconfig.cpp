// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentconfig.h"

#include "console/demo/incidentcourse.h"
#include "shared/admin/adminparams.h"
#include "shared/admin/configschema.h"
#include "shared/base/jsontext.h"

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

using admin::AdminParams;
using admin::ConfigOption;

constexpr qint64 kMaxRevision = qint64{1} << 53; // the largest that a JSON number holds exactly
constexpr qint64 kMinRevertAfterMs = 1000;
constexpr qint64 kMaxRevertAfterMs = 3'600'000;
constexpr qsizetype kHistoryLength = 100;

QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(jsonText(value));
}

QJsonObject toJson(const IncidentConfig::Change &change)
{
    return {{u"key"_s, change.key},
            {u"before"_s, change.before},
            {u"after"_s, change.after},
            {u"effect"_s, admin::toString(admin::findConfigOption(change.key)->effect)}};
}

QJsonArray toJson(const QList<IncidentConfig::Change> &changes)
{
    QJsonArray rows;
    for (const IncidentConfig::Change &change : changes)
        rows.append(toJson(change));
    return rows;
}

QString impactOf(const IncidentConfig::Change &change)
{
    const bool isForNew = admin::findConfigOption(change.key)->effect == admin::OptionEffect::NewConnections;
    return isForNew
        ? u"%1: connections that are open keep %2."_s.arg(change.key, textOf(change.before))
        : u"%1: %2 becomes %3 at once, for everyone."_s.arg(change.key, textOf(change.before), textOf(change.after));
}

QJsonObject outcomeOf(qint64 number, const QList<IncidentConfig::Change> &changes)
{
    QJsonArray impact;
    for (const IncidentConfig::Change &change : changes)
        impact.append(impactOf(change));
    return {
        {u"revision"_s, number}, {u"changes"_s, toJson(changes)}, {u"warnings"_s, QJsonArray()}, {u"impact"_s, impact}};
}

/// What is wrong with a change: {key, reason, expected}; empty when nothing is.
QJsonObject faultOf(const QString &key, const QJsonValue &after, const QJsonValue &before)
{
    const auto fault = [&key](const QString &reason, const QString &expected) {
        return QJsonObject{{u"key"_s, key}, {u"reason"_s, reason}, {u"expected"_s, expected}};
    };
    const ConfigOption *option = admin::findConfigOption(key);
    if (!option) {
        const QString nearest = admin::nearestConfigKey(key);
        return fault(u"unknown option"_s, nearest.isEmpty() ? u"a key of config/schema"_s : nearest);
    }
    if (const std::optional<QString> reason = admin::valueFault(*option, after))
        return fault(*reason, admin::expectedText(*option));
    if (option->effect == admin::OptionEffect::Restart && after != before)
        return fault(u"takes effect only after a restart; change it in the file"_s, textOf(before));
    return {};
}

tl::unexpected<Error> conflict(const QJsonObject &data, const QString &detail)
{
    return failure(ErrorCode::Conflict, jsonText(data), detail);
}

} // namespace

QJsonObject IncidentConfig::Revision::valuesBefore() const
{
    QJsonObject values;
    for (const Change &change : changes)
        values[change.key] = change.before;
    return values;
}

QJsonObject IncidentConfig::Revision::valuesAfter() const
{
    QJsonObject values;
    for (const Change &change : changes)
        values[change.key] = change.after;
    return values;
}

QJsonArray IncidentConfig::Revision::told() const
{
    QJsonArray rows;
    for (const Change &change : changes)
        rows.append(QJsonObject{{u"key"_s, change.key}, {u"before"_s, change.before}, {u"after"_s, change.after}});
    return rows;
}

IncidentConfig::IncidentConfig()
{
    for (const ConfigOption &option : admin::configOptions())
        m_values[QString::fromLatin1(option.key)] = {admin::defaultValue(option), u"default"_s};
    // As somebody has configured it who has this many clients.
    m_values[u"rate-limits.global-per-second"_s] = {20'000, u"sluice.toml:31"_s};
    m_values[u"rate-limits.per-ip-per-minute"_s] = {120'000, u"sluice.toml:32"_s};
    addEarlier(IncidentCourse::kCampaign, u"jonas@ops"_s, u"campaign week"_s, u"rate-limits.per-user-per-minute"_s,
               2000, static_cast<qint64>(IncidentCourse::kPerUserPerMinute));
    addEarlier(IncidentCourse::kMoreWorkers, u"mira@ops"_s, u"queue alert, CPU has room"_s,
               u"channels.worker-pool-size"_s, 10, static_cast<qint64>(IncidentCourse::kWorkers));
}

void IncidentConfig::addEarlier(int second, const QString &by, const QString &reason, const QString &key,
                                const QJsonValue &before, const QJsonValue &after)
{
    const qint64 number = IncidentCourse::kFirstRevision + m_revisions.size();
    m_revisions.append({.number = number,
                        .by = by,
                        .reason = reason,
                        .atMs = IncidentCourse::timeMsAt(second),
                        .changes = {{key, before, after, u"default"_s}}});
    m_values[key] = {after, u"admin "_s + by};
}

std::optional<IncidentConfig::Revision> IncidentConfig::setNow(qint64 nowMs)
{
    m_nowMs = nowMs;
    if (!m_unconfirmed || nowMs < m_unconfirmed->revertsAtMs)
        return std::nullopt;
    const qint64 number = m_unconfirmed->revision;
    const auto taken = takeBack(number, u"revision %1 was not confirmed in time"_s.arg(number), u"automatic"_s);
    return taken ? std::optional(*taken) : std::nullopt;
}

QJsonValue IncidentConfig::unconfirmed() const
{
    if (!m_unconfirmed)
        return QJsonValue::Null;
    return QJsonObject{{u"revision"_s, m_unconfirmed->revision},
                       {u"revertsInMs"_s, m_unconfirmed->revertsAtMs - m_nowMs}};
}

QJsonObject IncidentConfig::get() const
{
    QJsonObject values;
    for (auto value = m_values.begin(); value != m_values.end(); ++value)
        values[value.key()] = QJsonObject{{u"value"_s, value->value},
                                          {u"file"_s, QJsonValue::Null},
                                          {u"default"_s, admin::defaultValue(*admin::findConfigOption(value.key()))},
                                          {u"source"_s, value->source}};
    return QJsonObject{{u"revision"_s, revision()}, {u"values"_s, values}, {u"unconfirmed"_s, unconfirmed()}};
}

QJsonObject IncidentConfig::history() const
{
    QJsonArray rows;
    for (const Revision &made : m_revisions)
        rows.append(QJsonObject{{u"revision"_s, made.number},
                                {u"by"_s, made.by},
                                {u"reason"_s, made.reason},
                                {u"atMs"_s, made.atMs},
                                {u"reverts"_s, made.reverts > 0 ? QJsonValue(made.reverts) : QJsonValue()},
                                {u"persisted"_s, made.persisted},
                                {u"changes"_s, toJson(made.changes)}});
    return QJsonObject{{u"revisions"_s, rows}, {u"unconfirmed"_s, unconfirmed()}};
}

Result<QList<IncidentConfig::Change>> IncidentConfig::changesOf(const QJsonObject &wanted) const
{
    QList<Change> changes;
    QJsonArray faults;
    for (auto one = wanted.begin(); one != wanted.end(); ++one) {
        const Value before = m_values.value(one.key());
        if (const QJsonObject fault = faultOf(one.key(), one.value(), before.value); !fault.isEmpty())
            faults.append(fault);
        else if (one.value() != before.value)
            changes.append({one.key(), before.value, one.value(), before.source});
    }
    if (!faults.isEmpty())
        return failure(ErrorCode::InvalidParams, jsonText(QJsonObject{{u"errors"_s, faults}}),
                       u"%1: %2"_s.arg(faults[0]["key"_L1].toString(), faults[0]["reason"_L1].toString()));
    return changes;
}

Result<QJsonObject> IncidentConfig::patch(const QJsonObject &params, const QString &by)
{
    AdminParams reader(params,
                       {u"base"_s, u"changes"_s, u"reason"_s, u"checkOnly"_s, u"revertAfterMs"_s, u"persist"_s});
    const qint64 base = reader.requiredInteger(u"base"_s, 0, kMaxRevision);
    const QJsonObject wanted = reader.requiredObject(u"changes"_s);
    const QString reason = reader.text(u"reason"_s, AdminParams::kMaxReasonLength);
    const bool checkOnly = reader.flag(u"checkOnly"_s);
    const bool persist = reader.flag(u"persist"_s);
    const auto revertAfterMs = reader.integer(u"revertAfterMs"_s, kMinRevertAfterMs, kMaxRevertAfterMs);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (m_unconfirmed && !checkOnly)
        return conflict({{u"unconfirmed"_s, m_unconfirmed->revision}},
                        u"revision %1 waits to be confirmed or reverted"_s.arg(m_unconfirmed->revision));
    if (base != revision())
        return failure(ErrorCode::StaleBase, jsonText(QJsonObject{{u"revision"_s, revision()}}),
                       u"the change is based on revision %1, the current one is %2"_s.arg(base).arg(revision()));
    const Result<QList<Change>> changes = changesOf(wanted);
    if (!changes)
        return tl::unexpected(changes.error());
    if (checkOnly) {
        QJsonObject checked = outcomeOf(revision(), *changes);
        QJsonArray rows;
        for (const Change &change : *changes) {
            QJsonObject row = m_whatIf(change.key, change.after);
            if (row.isEmpty())
                continue;
            row[u"key"_s] = change.key;
            rows.append(row);
        }
        checked[u"whatIf"_s] = rows;
        return checked;
    }
    if (!changes->isEmpty()) {
        make({.number = revision() + 1,
              .by = by,
              .reason = reason,
              .atMs = m_nowMs,
              .persisted = persist && !revertAfterMs,
              .changes = *changes});
        if (revertAfterMs)
            m_unconfirmed = {revision(), m_nowMs + *revertAfterMs, persist};
    }
    return outcomeOf(revision(), *changes);
}

void IncidentConfig::make(Revision revision)
{
    for (const Change &change : std::as_const(revision.changes))
        m_values[change.key] = {change.after, u"admin "_s + revision.by};
    m_revisions.append(std::move(revision));
    if (m_revisions.size() > kHistoryLength)
        m_revisions.removeFirst();
    m_onMade(m_revisions.constLast());
}

Result<QJsonObject> IncidentConfig::confirm(const QJsonObject &params)
{
    AdminParams reader(params, {u"revision"_s});
    const qint64 number = reader.requiredInteger(u"revision"_s, 1, kMaxRevision);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!m_unconfirmed || m_unconfirmed->revision != number)
        return failure(ErrorCode::NotFound, {}, u"revision %1 does not wait to be confirmed"_s.arg(number));
    m_revisions.last().persisted = m_unconfirmed->persist; // nothing came after it: it would have had to wait
    m_unconfirmed.reset();
    return QJsonObject{{u"revision"_s, number}};
}

Result<QJsonObject> IncidentConfig::revert(const QJsonObject &params, const QString &by)
{
    AdminParams reader(params, {u"revision"_s, u"reason"_s});
    const qint64 number = reader.requiredInteger(u"revision"_s, 1, kMaxRevision);
    const QString reason = reader.text(u"reason"_s, AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    return takeBack(number, reason, by).map([](const Revision &made) { return outcomeOf(made.number, made.changes); });
}

Result<IncidentConfig::Revision> IncidentConfig::takeBack(qint64 number, const QString &reason, const QString &by)
{
    if (m_unconfirmed && m_unconfirmed->revision != number)
        return conflict({{u"unconfirmed"_s, m_unconfirmed->revision}},
                        u"revision %1 waits to be confirmed or reverted"_s.arg(m_unconfirmed->revision));
    const auto old = std::find_if(m_revisions.cbegin(), m_revisions.cend(),
                                  [number](const Revision &made) { return made.number == number; });
    if (old == m_revisions.cend())
        return failure(ErrorCode::NotFound, {}, u"there is no revision %1 to take back"_s.arg(number));
    QStringList touched;
    QList<Change> back;
    for (const Change &change : old->changes) {
        if (value(change.key) != change.after)
            touched.append(change.key);
        back.append({change.key, change.after, change.before, m_values[change.key].source});
    }
    if (!touched.isEmpty())
        return conflict({{u"keys"_s, QJsonArray::fromStringList(touched)}},
                        u"changed again since revision %1: %2"_s.arg(number).arg(touched.join(u", "_s)));
    const QList<Change> undone = old->changes;
    const bool persisted = old->persisted;
    m_unconfirmed.reset();
    make({.number = revision() + 1,
          .by = by,
          .reason = reason,
          .atMs = m_nowMs,
          .reverts = number,
          .persisted = persisted,
          .changes = back});
    for (const Change &change : undone)
        m_values[change.key].source = change.sourceBefore;
    return latest();
}

} // namespace sluice::console
