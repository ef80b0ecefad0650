// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentrevocations.h"

#include "console/demo/incidentclients.h"
#include "console/demo/incidentcourse.h"
#include "shared/admin/measures.h"

#include <QJsonArray>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;
namespace clients = incidentclients;

namespace {

constexpr qint64 kDayMs = 24LL * 3'600'000;

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
    const auto request = admin::RevokeRequest::read(params, now.nowMs);
    if (!request)
        return tl::unexpected(request.error());
    if (static_cast<qint64>(m_entries.size()) >= now.most)
        return failure(ErrorCode::StorageFull);
    const qint64 keepMs = request->keep ? request->keep->count() : now.keepMs;
    m_entries.push_back({m_nextId++, request->user, request->tokenId, request->issuedBeforeMs, now.nowMs + keepMs,
                         request->reason, now.by, now.nowMs});
    return QJsonObject{{u"revocation"_s, toJson(m_entries.back())}, {u"saved"_s, true}};
}

Result<QJsonObject> IncidentRevocations::restore(const QJsonObject &params)
{
    const auto request = admin::TakeBackRequest::read(params);
    if (!request)
        return tl::unexpected(request.error());
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.id == request->id; });
    if (found == m_entries.end())
        return failure(ErrorCode::NotFound);
    const QJsonObject restored = toJson(*found);
    m_entries.erase(found);
    return QJsonObject{{u"revocation"_s, restored}, {u"saved"_s, true}};
}

Result<QJsonObject> IncidentRevocations::list(const QJsonObject &params) const
{
    const auto request = admin::RevocationsRequest::read(params);
    if (!request)
        return tl::unexpected(request.error());
    QJsonArray rows;
    qint64 matching = 0;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        const QString text = entry->user + u'\n' + entry->tokenId + u'\n' + entry->reason + u'\n' + entry->by;
        if (!text.contains(request->filter, Qt::CaseInsensitive))
            continue;
        if (matching++ >= request->offset && rows.size() < request->limit)
            rows.append(toJson(*entry));
    }
    return QJsonObject{
        {u"total"_s, static_cast<qint64>(m_entries.size())}, {u"matching"_s, matching}, {u"rows"_s, rows}};
}

QJsonObject IncidentRevocations::toJson(const Entry &entry)
{
    return {{u"id"_s, static_cast<qint64>(entry.id)},
            {u"user"_s, textOrNull(entry.user)},
            {u"tokenId"_s, textOrNull(entry.tokenId)},
            {u"issuedBeforeMs"_s, entry.issuedBeforeMs ? QJsonValue(*entry.issuedBeforeMs) : QJsonValue()},
            {u"untilMs"_s, entry.untilMs},
            {u"reason"_s, entry.reason},
            {u"by"_s, entry.by},
            {u"atMs"_s, entry.atMs}};
}

} // namespace sluice::console
