// The commands of AdminCommands that read the log and the errors in it.

#include "server/admin/admincommands.h"
#include "server/admin/logfeed.h"
#include "server/log/logformat.h"
#include "shared/admin/adminparams.h"

#include <QJsonArray>

namespace sluice::server {

using admin::AdminParams;

namespace {

LogFilter readFilter(AdminParams &reader)
{
    const QStringList levels{toString(LogLevel::Debug), toString(LogLevel::Info), toString(LogLevel::Warning),
                             toString(LogLevel::Critical)};
    LogFilter filter;
    if (const QString category = reader.choice(QStringLiteral("category"), logCategoryNames()); !category.isEmpty())
        filter.category = category;
    filter.level = logLevelFromString(reader.choice(QStringLiteral("level"), levels)).value_or(filter.level);
    return filter;
}

} // namespace

Result<QJsonValue> AdminCommands::logSubscribe(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("category"), QStringLiteral("level"), QStringLiteral("maxPerSecond")});
    LogSubscription subscription;
    subscription.filter = readFilter(reader);
    if (const auto rate = reader.integer(QStringLiteral("maxPerSecond"), 1, LogSubscription::kMaxPerSecond))
        subscription.maxPerSecond = static_cast<int>(*rate);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    return subscription.toJson();
}

Result<QJsonValue> AdminCommands::logUnsubscribe(const AdminCaller &, const QJsonObject &params)
{
    const AdminParams reader(params, {});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    return QJsonObject{};
}

Result<QJsonValue> AdminCommands::logList(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("limit"), QStringLiteral("category"), QStringLiteral("level")});
    const LogFilter filter = readFilter(reader);
    const qint64 most = static_cast<qint64>(LogHistory::kCapacity);
    const qint64 limit = reader.integer(QStringLiteral("limit"), 1, most).value_or(most);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    QJsonArray lines;
    for (const LogLinePtr &line : m_parts.log.history().last(static_cast<size_t>(limit), filter))
        lines.append(toJson(*line));
    return QJsonObject{{QStringLiteral("lines"), lines}};
}

Result<QJsonValue> AdminCommands::errorsList(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("limit")});
    const qint64 most = static_cast<qint64>(ErrorTracker::kMaxGroups);
    const qint64 limit = reader.integer(QStringLiteral("limit"), 1, most).value_or(most);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    QJsonArray groups;
    for (const ErrorGroup &group : m_parts.log.errors().last(static_cast<size_t>(limit)))
        groups.append(group.toJson());
    return QJsonObject{{QStringLiteral("errors"), groups}};
}

Result<QJsonValue> AdminCommands::errorsClear(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("reason")});
    const QString reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const QJsonObject cleared{{QStringLiteral("cleared"), static_cast<double>(m_parts.log.errors().clear())}};
    audit(caller, {.method = QStringLiteral("errors/clear"), .reason = reason, .after = cleared}, QJsonValue(cleared));
    return cleared;
}

} // namespace sluice::server
