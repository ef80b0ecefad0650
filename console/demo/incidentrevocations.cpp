// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentrevocations.h"

#include "console/demo/incidentclients.h"
#include "console/demo/incidentcourse.h"
#include "shared/admin/adminparams.h"

#include <QJsonArray>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;
namespace clients = incidentclients;

namespace {

using admin::AdminParams;
using admin::invalidParam;

constexpr qsizetype kMaxUser = 128;
constexpr qsizetype kMaxTokenId = 256;
constexpr qsizetype kMaxFilter = 256;
constexpr qint64 kMostRows = 200;
constexpr qint64 kDefaultRows = 100;
constexpr qint64 kMostOffset = 1'000'000;
constexpr qint64 kMaxId = qint64{1} << 52;
constexpr qint64 kLatestMs = 9'000'000'000'000; // in the year 2255
constexpr qint64 kLeastKeepMs = 60'000;
constexpr qint64 kDayMs = 24LL * 3'600'000;
constexpr qint64 kMostKeepMs = 366 * kDayMs;

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

IncidentRevocations::IncidentRevocations()
{
    const qint64 atMs = IncidentCourse::timeMsAt(0) - 2 * kDayMs;
    m_entries.push_back(
        {m_nextId++, u"u-2077"_s, {}, atMs, atMs + 30 * kDayMs, u"laptop lost"_s, u"jonas@ops"_s, atMs});
}

bool IncidentRevocations::covers(const Entry &entry, int client)
{
    return clients::userNumber(client) >= 0 && entry.tokenId.isEmpty()
        && (entry.user.isEmpty() || entry.user.toStdString() == clients::userOf(client));
}

bool IncidentRevocations::isBarred(int client) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [client](const Entry &entry) { return !entry.issuedBeforeMs && covers(entry, client); });
}

bool IncidentRevocations::isNewestAbout(int client) const
{
    return !m_entries.empty() && covers(m_entries.back(), client);
}

Result<QJsonObject> IncidentRevocations::revoke(const QJsonObject &params, const Circumstances &now)
{
    AdminParams reader(params, {u"user"_s, u"tokenId"_s, u"issuedBeforeMs"_s, u"keepMs"_s, u"reason"_s});
    Entry entry;
    entry.user = reader.text(u"user"_s, kMaxUser);
    entry.tokenId = reader.text(u"tokenId"_s, kMaxTokenId);
    entry.issuedBeforeMs = reader.integer(u"issuedBeforeMs"_s, 1, kLatestMs);
    entry.untilMs = now.nowMs + reader.integer(u"keepMs"_s, kLeastKeepMs, kMostKeepMs).value_or(now.keepMs);
    entry.reason = reader.text(u"reason"_s, AdminParams::kMaxReasonLength);
    entry.by = now.by;
    entry.atMs = now.nowMs;
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (entry.issuedBeforeMs.value_or(0) > now.nowMs)
        return invalidParam("issuedBeforeMs", "must not be in the future");
    if (entry.user.isEmpty() && entry.tokenId.isEmpty() && !entry.issuedBeforeMs)
        return invalidParam("user", "or tokenId or issuedBeforeMs is needed: without any it would be every token");
    if (static_cast<qint64>(m_entries.size()) >= now.most)
        return failure(ErrorCode::StorageFull);
    entry.id = m_nextId++;
    m_entries.push_back(entry);
    return QJsonObject{{u"revocation"_s, toJson(entry)}, {u"saved"_s, true}};
}

Result<QJsonObject> IncidentRevocations::restore(const QJsonObject &params)
{
    AdminParams reader(params, {u"id"_s, u"reason"_s});
    const qint64 id = reader.requiredInteger(u"id"_s, 1, kMaxId);
    [[maybe_unused]] const QString reason = reader.text(u"reason"_s, AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry &entry) { return entry.id == id; });
    if (found == m_entries.end())
        return failure(ErrorCode::NotFound);
    const QJsonObject restored = toJson(*found);
    m_entries.erase(found);
    return QJsonObject{{u"revocation"_s, restored}, {u"saved"_s, true}};
}

Result<QJsonObject> IncidentRevocations::list(const QJsonObject &params) const
{
    AdminParams reader(params, {u"filter"_s, u"offset"_s, u"limit"_s});
    const QString filter = reader.text(u"filter"_s, kMaxFilter);
    const qint64 offset = reader.integer(u"offset"_s, 0, kMostOffset).value_or(0);
    const qint64 limit = reader.integer(u"limit"_s, 1, kMostRows).value_or(kDefaultRows);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    QJsonArray rows;
    qint64 matching = 0;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        const QString text = entry->user + u'\n' + entry->tokenId + u'\n' + entry->reason + u'\n' + entry->by;
        if (!text.contains(filter, Qt::CaseInsensitive))
            continue;
        if (matching++ >= offset && rows.size() < limit)
            rows.append(toJson(*entry));
    }
    return QJsonObject{
        {u"total"_s, static_cast<qint64>(m_entries.size())}, {u"matching"_s, matching}, {u"rows"_s, rows}};
}

QJsonObject IncidentRevocations::toJson(const Entry &entry)
{
    return {{u"id"_s, entry.id},
            {u"user"_s, textOrNull(entry.user)},
            {u"tokenId"_s, textOrNull(entry.tokenId)},
            {u"issuedBeforeMs"_s, entry.issuedBeforeMs ? QJsonValue(*entry.issuedBeforeMs) : QJsonValue()},
            {u"untilMs"_s, entry.untilMs},
            {u"reason"_s, entry.reason},
            {u"by"_s, entry.by},
            {u"atMs"_s, entry.atMs}};
}

} // namespace sluice::console
