// The commands of AdminCommands that push to clients.

#include "server/admin/admincommands.h"
#include "shared/admin/adminparams.h"

namespace sluice::server {

using admin::AdminParams;

Result<QJsonValue> AdminCommands::usersSend(const AdminCaller &caller, const QJsonObject &params)
{
    return push(caller, QStringLiteral("users/send"), params, Pushes::To::Users);
}

Result<QJsonValue> AdminCommands::broadcastSend(const AdminCaller &caller, const QJsonObject &params)
{
    return push(caller, QStringLiteral("broadcast/send"), params, Pushes::To::Everyone);
}

Result<QJsonValue> AdminCommands::topicsSend(const AdminCaller &caller, const QJsonObject &params)
{
    return push(caller, QStringLiteral("topics/send"), params, Pushes::To::Topic);
}

Result<QJsonValue> AdminCommands::push(const AdminCaller &caller, const QString &method, const QJsonObject &params,
                                       Pushes::To to)
{
    const QString kReason = QStringLiteral("reason");
    AdminParams reader(params, params.keys());
    const QString reason = reader.text(kReason, AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const Result<Pushes::Sent> sent = m_pushes.push(to, params, {kReason});
    if (!sent)
        return tl::unexpected(sent.error());
    // What was sent stays out of the audit log, as it may be about people; how much and to whom does not.
    QJsonObject after = params;
    after[QStringLiteral("params")] = QStringLiteral("%1 bytes").arg(sent->bytes);
    audit(caller, {.method = method, .reason = reason, .after = after}, QJsonValue(sent->answer));
    return sent->answer;
}

} // namespace sluice::server
