// The commands of AdminCommands about clients' tokens that hold no more.

#include "server/admin/admincommands.h"
#include "server/policies/revocations.h"
#include "shared/admin/adminparams.h"

#include <QJsonArray>

#include <algorithm>

namespace sluice::server {

using admin::AdminParams;
using admin::invalidParam;

namespace {

constexpr qsizetype kMaxUser = 128;
constexpr qsizetype kMaxTokenId = 256;
constexpr qsizetype kMaxFilter = 256;
constexpr qint64 kMostRows = 200;
constexpr qint64 kDefaultRows = 100;
constexpr qint64 kMostOffset = 1'000'000;
constexpr qint64 kMaxId = qint64{1} << 52;
constexpr qint64 kLatestMs = 9'000'000'000'000; // in the year 2255; in nanoseconds it still fits
constexpr qint64 kLeastKeepMs = 60'000;
constexpr qint64 kMostKeepMs = 366LL * 24 * 3'600'000;

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
    AdminParams reader(params,
                       {QStringLiteral("user"), QStringLiteral("tokenId"), QStringLiteral("issuedBeforeMs"),
                        QStringLiteral("keepMs"), QStringLiteral("reason")});
    const WallTime now = m_parts.clock.wallNow();
    const Config::Auth &limits = m_parts.config.current()->auth;
    Revocation entry;
    entry.user = reader.text(QStringLiteral("user"), kMaxUser).toStdString();
    entry.tokenId = reader.text(QStringLiteral("tokenId"), kMaxTokenId).toStdString();
    if (const auto before = reader.integer(QStringLiteral("issuedBeforeMs"), 1, kLatestMs))
        entry.issuedBefore = WallTime(Milliseconds(*before));
    const auto keepMs = reader.integer(QStringLiteral("keepMs"), kLeastKeepMs, kMostKeepMs);
    entry.until = now + Milliseconds(keepMs.value_or(limits.revocationKeep.count()));
    entry.reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    entry.by = caller.user;
    entry.at = now;
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (entry.issuedBefore && *entry.issuedBefore > now)
        return invalidParam("issuedBeforeMs", "must not be in the future");
    const bool isForAll = entry.user.empty() && entry.tokenId.empty();
    if (isForAll && !entry.issuedBefore)
        return invalidParam("user", "or tokenId or issuedBeforeMs is needed: without any it would be every token");
    Result<QJsonValue> result = isForAll && caller.role < admin::Role::Admin
        ? Result<QJsonValue>(needsRole(QStringLiteral("revoking the tokens of all users"), admin::Role::Admin))
        : m_parts.revocations.add(std::move(entry), static_cast<size_t>(limits.maxRevocations)).map(answerOf);
    if (result)
        m_parts.closeRevoked();
    const QString reason = params.value(u"reason").toString();
    audit(caller, {.method = QStringLiteral("tokens/revoke"), .reason = reason, .after = params}, result);
    return result;
}

Result<QJsonValue> AdminCommands::tokensRestore(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("id"), QStringLiteral("reason")});
    const qint64 id = reader.requiredInteger(QStringLiteral("id"), 1, kMaxId);
    const QString reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const auto kept = m_parts.revocations.remove(static_cast<quint64>(id));
    Result<QJsonValue> result = kept.map(answerOf);
    AuditEntry entry{.method = QStringLiteral("tokens/restore"), .reason = reason, .after = params};
    if (kept)
        entry.before = kept->entry.toJson();
    audit(caller, std::move(entry), result);
    return result;
}

Result<QJsonValue> AdminCommands::tokensList(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("filter"), QStringLiteral("offset"), QStringLiteral("limit")});
    const QString filter = reader.text(QStringLiteral("filter"), kMaxFilter);
    const qint64 offset = reader.integer(QStringLiteral("offset"), 0, kMostOffset).value_or(0);
    const qint64 limit = reader.integer(QStringLiteral("limit"), 1, kMostRows).value_or(kDefaultRows);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    std::vector<Revocation> entries = m_parts.revocations.list();
    std::erase_if(entries, [&filter](const Revocation &entry) { return !contains(entry, filter); });
    QJsonArray rows;
    for (auto i = static_cast<size_t>(offset); i < entries.size() && rows.size() < limit; ++i)
        rows.append(entries[i].toJson());
    const auto matching = static_cast<qint64>(entries.size());
    return QJsonObject{{QStringLiteral("total"), static_cast<qint64>(m_parts.revocations.size())},
                       {QStringLiteral("matching"), matching},
                       {QStringLiteral("rows"), rows}};
}

} // namespace sluice::server
