// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentaudit.h"

#include "console/demo/incidentcourse.h"
#include "shared/admin/adminparams.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostRows = 200;
constexpr qint64 kDefaultRows = 100;
constexpr qsizetype kMaxText = 256;
constexpr qint64 kMaxSequence = qint64{1} << 53; // the largest that a JSON number holds exactly
constexpr qsizetype kCapacity = 1000;

bool contains(const QJsonObject &row, const QString &text)
{
    const QByteArray json = QJsonDocument(row).toJson(QJsonDocument::Compact);
    return text.isEmpty() || QString::fromUtf8(json).contains(text, Qt::CaseInsensitive);
}

} // namespace

IncidentAudit::IncidentAudit()
{
    const auto at = [](int second) { return IncidentCourse::timeMsAt(second); };
    const QString jonas = u"jonas@ops"_s;
    const QString mira = u"mira@ops"_s;
    append({at(-17'340),
            jonas,
            u"operator"_s,
            u"10.8.0.14"_s,
            u"broadcast/send"_s,
            u"maintenance is over"_s,
            {},
            {{u"event"_s, u"notice"_s}, {u"params"_s, u"48 bytes"_s}}});
    append({at(-9000),
            jonas,
            u"admin"_s,
            u"10.8.0.14"_s,
            u"config/patch"_s,
            u"campaign week"_s,
            {{u"rate-limits.per-user-per-minute"_s, 2000}},
            {{u"rate-limits.per-user-per-minute"_s, static_cast<qint64>(IncidentCourse::kPerUserPerMinute)}}});
    append({at(-4210),
            mira,
            u"operator"_s,
            u"10.8.0.9"_s,
            u"connections/close"_s,
            u"stuck since the deployment"_s,
            {},
            {{u"expectedCount"_s, 31}, {u"filter"_s, u"state:slow age>2h"_s}},
            u"done"_s,
            31});
    append({at(-214),
            u"night-watch"_s,
            u"viewer"_s,
            u"10.8.0.20"_s,
            u"config/patch"_s,
            {},
            {},
            {},
            u"config/patch needs the role admin"_s});
    append({at(-168),
            mira,
            u"admin"_s,
            u"10.8.0.9"_s,
            u"config/patch"_s,
            u"queue alert, CPU has room"_s,
            {{u"channels.worker-pool-size"_s, 10}},
            {{u"channels.worker-pool-size"_s, static_cast<qint64>(IncidentCourse::kWorkers)}}});
}

void IncidentAudit::append(const Entry &entry)
{
    QJsonObject row{{u"seq"_s, m_sequence},      {u"atMs"_s, entry.atMs},       {u"who"_s, entry.who},
                    {u"role"_s, entry.role},     {u"address"_s, entry.address}, {u"method"_s, entry.method},
                    {u"before"_s, entry.before}, {u"after"_s, entry.after},     {u"reason"_s, entry.reason},
                    {u"result"_s, entry.result}};
    if (entry.affected)
        row[u"affected"_s] = *entry.affected;
    m_sequence += QJsonDocument(row).toJson(QJsonDocument::Compact).size(); // a position, as the server's
    m_rows.append(row);
    if (m_rows.size() > kCapacity)
        m_rows.removeFirst();
}

Result<QJsonObject> IncidentAudit::list(const QJsonObject &params) const
{
    admin::AdminParams reader(params, {u"filter"_s, u"who"_s, u"method"_s, u"before"_s, u"limit"_s});
    const QString filter = reader.text(u"filter"_s, kMaxText);
    const QString who = reader.text(u"who"_s, kMaxText);
    const QString method = reader.text(u"method"_s, kMaxText);
    const qint64 before = reader.integer(u"before"_s, 1, kMaxSequence).value_or(kMaxSequence);
    const qint64 limit = reader.integer(u"limit"_s, 1, kMostRows).value_or(kDefaultRows);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    QJsonArray rows;
    QJsonObject answer{{u"more"_s, false}};
    for (auto row = m_rows.crbegin(); row != m_rows.crend(); ++row) {
        if (row->value("seq"_L1).toInteger() >= before)
            continue;
        if (rows.size() == limit) {
            answer[u"more"_s] = true;
            answer[u"next"_s] = rows.last()["seq"_L1];
            break;
        }
        if ((who.isEmpty() || row->value("who"_L1) == who) && (method.isEmpty() || row->value("method"_L1) == method)
            && contains(*row, filter))
            rows.append(*row);
    }
    answer[u"rows"_s] = rows;
    return answer;
}

} // namespace sluice::console
