// The commands of AdminCommands about clients' tokens that hold no more.

#include "server/admin/admincommands.h"
#include "server/policies/revocations.h"
#include "shared/admin/measures.h"

#include <QJsonArray>

#include <algorithm>

namespace sluice::server {

namespace {

QJsonValue answerOf(const Revocations::Kept &kept)
{
    return QJsonObject{{QStringLiteral("revocation"), kept.entry.toJson()}, {QStringLiteral("saved"), kept.isSaved}};
}

bool contains(const Revocation &entry, const QString &filter)
{
    const auto has = [&filter](const QString &text) { return text.contains(filter, Qt::CaseInsensitive); };
    return filter.isEmpty() || has(QString::fromStdString(entry.user)) || has(QString::fromStdString(entry.tokenId))
        || has(entry.reason) || has(entry.by);
}

} // namespace

Result<QJsonValue> AdminCommands::tokensRevoke(const AdminCaller &caller, const QJsonObject &params)
{
    const WallTime now = m_parts.clock.wallNow();
    const auto request = admin::RevokeRequest::read(params, toUnixMs(now));
    if (!request)
        return tl::unexpected(request.error());
    const Config::Auth &limits = m_parts.config.current()->auth;
    Revocation entry{.user = request->user.toStdString(),
                     .tokenId = request->tokenId.toStdString(),
                     .until = now + request->keep.value_or(limits.revocationKeep),
                     .reason = request->reason,
                     .by = caller.user,
                     .at = now};
    if (request->issuedBeforeMs)
        entry.issuedBefore = WallTime(Milliseconds(*request->issuedBeforeMs));
    Result<QJsonValue> result = request->isForAll() && caller.role < admin::Role::Admin
        ? Result<QJsonValue>(needsRole(QStringLiteral("revoking the tokens of all users"), admin::Role::Admin))
        : m_parts.revocations.add(std::move(entry), static_cast<size_t>(limits.maxRevocations)).map(answerOf);
    if (result)
        m_parts.closeRevoked();
    audit(caller, {.method = QStringLiteral("tokens/revoke"), .reason = request->reason, .after = params}, result);
    return result;
}

Result<QJsonValue> AdminCommands::tokensRestore(const AdminCaller &caller, const QJsonObject &params)
{
    const auto request = admin::TakeBackRequest::read(params);
    if (!request)
        return tl::unexpected(request.error());
    const auto kept = m_parts.revocations.remove(request->id);
    Result<QJsonValue> result = kept.map(answerOf);
    AuditEntry entry{.method = QStringLiteral("tokens/restore"), .reason = request->reason, .after = params};
    if (kept)
        entry.before = kept->entry.toJson();
    audit(caller, std::move(entry), result);
    return result;
}

Result<QJsonValue> AdminCommands::tokensList(const AdminCaller &, const QJsonObject &params)
{
    const auto request = admin::RevocationsRequest::read(params);
    if (!request)
        return tl::unexpected(request.error());
    std::vector<Revocation> entries = m_parts.revocations.list();
    std::erase_if(entries, [&request](const Revocation &entry) { return !contains(entry, request->filter); });
    QJsonArray rows;
    for (auto i = static_cast<size_t>(request->offset); i < entries.size() && rows.size() < request->limit; ++i)
        rows.append(entries[i].toJson());
    const auto matching = static_cast<qint64>(entries.size());
    return QJsonObject{{QStringLiteral("total"), static_cast<qint64>(m_parts.revocations.size())},
                       {QStringLiteral("matching"), matching},
                       {QStringLiteral("rows"), rows}};
}

} // namespace sluice::server
