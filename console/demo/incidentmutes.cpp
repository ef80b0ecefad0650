// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentmutes.h"

#include "console/demo/incidentclients.h"
#include "console/demo/incidentcourse.h"
#include "shared/admin/adminparams.h"
#include "shared/admin/measures.h"

#include <QHostAddress>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;
namespace clients = incidentclients;

namespace {

constexpr size_t kMost = 1000;
constexpr int kNoticedAfter = 3; // s

QJsonValue textOrNull(const std::string &text)
{
    return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text));
}

} // namespace

qint64 IncidentMutes::nowMs() const
{
    return IncidentCourse::timeMsAt(m_second);
}

bool IncidentMutes::covers(const Mute &mute, int client)
{
    return mute.user.empty() ? clients::addressOf(client) == mute.address : clients::userOf(client) == mute.user;
}

void IncidentMutes::step(int second, const Rates &rates)
{
    m_second = second;
    std::erase_if(m_mutes, [this](const Mute &mute) { return mute.untilMs <= nowMs(); });
    for (Mute &mute : m_mutes) {
        if (m_second - mute.begun <= kNoticedAfter)
            mute.refused += rates([&mute](int client) { return covers(mute, client); });
    }
}

bool IncidentMutes::isMuted(int client) const
{
    return std::any_of(m_mutes.begin(), m_mutes.end(), [client](const Mute &mute) { return covers(mute, client); });
}

bool IncidentMutes::isSilent(int client) const
{
    return std::any_of(m_mutes.begin(), m_mutes.end(), [this, client](const Mute &mute) {
        return m_second - mute.begun >= kNoticedAfter && covers(mute, client);
    });
}

Result<QJsonObject> IncidentMutes::add(const QJsonObject &params, const QString &by)
{
    const auto request = admin::MuteRequest::read(params);
    if (!request)
        return tl::unexpected(request.error());
    const QHostAddress address(request->address);
    if (!request->address.isEmpty() && address.isNull())
        return admin::invalidParam("address", "must be an IPv4 or IPv6 address");
    Mute mute;
    mute.user = request->user.toStdString();
    mute.address = address.toString().toStdString();
    mute.lengthMs = request->length.count();
    mute.reason = request->reason;
    std::erase_if(m_mutes, [&mute](const Mute &one) { return one.user == mute.user && one.address == mute.address; });
    if (m_mutes.size() >= kMost)
        return failure(ErrorCode::StorageFull);
    mute.id = m_nextId++;
    mute.begun = m_second;
    mute.untilMs = nowMs() + mute.lengthMs;
    mute.by = by;
    m_mutes.push_back(mute);
    return QJsonObject{{u"mute"_s, toJson(mute)}};
}

Result<QJsonObject> IncidentMutes::lift(const QJsonObject &params)
{
    const auto request = admin::TakeBackRequest::read(params);
    if (!request)
        return tl::unexpected(request.error());
    const auto found =
        std::find_if(m_mutes.begin(), m_mutes.end(), [&](const Mute &mute) { return mute.id == request->id; });
    if (found == m_mutes.end())
        return failure(ErrorCode::NotFound);
    const QJsonObject lifted = toJson(*found);
    m_mutes.erase(found);
    return QJsonObject{{u"mute"_s, lifted}};
}

QJsonObject IncidentMutes::list() const
{
    QJsonArray rows;
    for (auto mute = m_mutes.rbegin(); mute != m_mutes.rend(); ++mute)
        rows.append(toJson(*mute));
    return QJsonObject{{u"rows"_s, rows}};
}

QJsonObject IncidentMutes::toJson(const Mute &mute) const
{
    return {{u"id"_s, static_cast<qint64>(mute.id)},
            {u"user"_s, textOrNull(mute.user)},
            {u"address"_s, textOrNull(mute.address)},
            {u"lengthMs"_s, mute.lengthMs},
            {u"leftMs"_s, mute.untilMs - nowMs()},
            {u"refused"_s, std::floor(mute.refused)},
            {u"by"_s, mute.by},
            {u"reason"_s, mute.reason},
            {u"atMs"_s, IncidentCourse::timeMsAt(mute.begun)}};
}

} // namespace sluice::console
