// The commands of AdminCommands about who is muted for a time.

#include "server/admin/admincommands.h"
#include "server/policies/mutes.h"
#include "shared/admin/adminparams.h"

#include <QHostAddress>
#include <QJsonArray>

namespace sluice::server {

using admin::AdminParams;
using admin::invalidParam;

namespace {

constexpr qsizetype kMaxName = 128;
constexpr qint64 kLeastMs = 1000;
constexpr qint64 kMostMs = 24LL * 3'600'000;
constexpr qint64 kMaxId = qint64{1} << 52;

} // namespace

Result<QJsonValue> AdminCommands::mutesAdd(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(
        params, {QStringLiteral("user"), QStringLiteral("address"), QStringLiteral("forMs"), QStringLiteral("reason")});
    Mutes::Wanted wanted;
    wanted.user = reader.text(QStringLiteral("user"), kMaxName).toStdString();
    const QString address = reader.text(QStringLiteral("address"), kMaxName);
    wanted.length = Milliseconds(reader.requiredInteger(QStringLiteral("forMs"), kLeastMs, kMostMs));
    wanted.reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    wanted.by = caller.user;
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (wanted.user.empty() == address.isEmpty())
        return invalidParam("user", "or address is needed, one of them");
    const QHostAddress parsed(address);
    if (!address.isEmpty() && parsed.isNull())
        return invalidParam("address", "must be an IPv4 or IPv6 address");
    if (!address.isEmpty())
        wanted.address = parsed.toString().toStdString();
    const QString reason = wanted.reason;
    Result<QJsonValue> result = m_parts.mutes.add(std::move(wanted)).map([this](const MutePtr &mute) -> QJsonValue {
        return QJsonObject{{QStringLiteral("mute"), mute->toJson(m_parts.clock.now())}};
    });
    audit(caller, {.method = QStringLiteral("mutes/add"), .reason = reason, .after = params}, result);
    return result;
}

Result<QJsonValue> AdminCommands::mutesLift(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("id"), QStringLiteral("reason")});
    const qint64 id = reader.requiredInteger(QStringLiteral("id"), 1, kMaxId);
    const QString reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const auto lifted = m_parts.mutes.lift(static_cast<quint64>(id));
    Result<QJsonValue> result = lifted.map([this](const MutePtr &mute) -> QJsonValue {
        return QJsonObject{{QStringLiteral("mute"), mute->toJson(m_parts.clock.now())}};
    });
    AuditEntry entry{.method = QStringLiteral("mutes/lift"), .reason = reason, .after = params};
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
