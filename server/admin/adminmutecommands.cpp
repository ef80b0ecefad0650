// The commands of AdminCommands about who is muted for a time.

#include "server/admin/admincommands.h"
#include "server/policies/mutes.h"
#include "shared/admin/adminparams.h"
#include "shared/admin/measures.h"

#include <QHostAddress>
#include <QJsonArray>

namespace sluice::server {

using admin::AdminParams;
using admin::invalidParam;

Result<QJsonValue> AdminCommands::mutesAdd(const AdminCaller &caller, const QJsonObject &params)
{
    const auto request = admin::MuteRequest::read(params);
    if (!request)
        return tl::unexpected(request.error());
    const QHostAddress address(request->address);
    if (!request->address.isEmpty() && address.isNull())
        return invalidParam("address", "must be an IPv4 or IPv6 address");
    Mutes::Wanted wanted{.user = request->user.toStdString(),
                         .address = address.toString().toStdString(),
                         .length = request->length,
                         .by = caller.user,
                         .reason = request->reason};
    Result<QJsonValue> result = m_parts.mutes.add(std::move(wanted)).map([this](const MutePtr &mute) -> QJsonValue {
        return QJsonObject{{QStringLiteral("mute"), mute->toJson(m_parts.clock.now())}};
    });
    audit(caller, {.method = QStringLiteral("mutes/add"), .reason = request->reason, .after = params}, result);
    return result;
}

Result<QJsonValue> AdminCommands::mutesLift(const AdminCaller &caller, const QJsonObject &params)
{
    const auto request = admin::TakeBackRequest::read(params);
    if (!request)
        return tl::unexpected(request.error());
    const auto lifted = m_parts.mutes.lift(request->id);
    Result<QJsonValue> result = lifted.map([this](const MutePtr &mute) -> QJsonValue {
        return QJsonObject{{QStringLiteral("mute"), mute->toJson(m_parts.clock.now())}};
    });
    AuditEntry entry{.method = QStringLiteral("mutes/lift"), .reason = request->reason, .after = params};
    if (lifted)
        entry.before = (*lifted)->toJson(m_parts.clock.now());
    audit(caller, std::move(entry), result);
    return result;
}

Result<QJsonValue> AdminCommands::mutesList(const AdminCaller &, const QJsonObject &params)
{
    const AdminParams reader(params, {});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    QJsonArray rows;
    for (const MutePtr &mute : m_parts.mutes.list())
        rows.append(mute->toJson(m_parts.clock.now()));
    return QJsonObject{{QStringLiteral("rows"), rows}};
}

} // namespace sluice::server
