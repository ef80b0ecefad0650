// The commands of AdminCommands that push to clients.

#include "server/admin/admincommands.h"
#include "server/admin/adminparams.h"
#include "server/topics/topics.h"
#include "shared/base/jsontext.h"

#include <QJsonArray>

#include <algorithm>

namespace sluice::server {

namespace {

constexpr qsizetype kMaxName = 128;
constexpr qsizetype kMostUsers = 1000;
constexpr qsizetype kMaxParamsBytes = 64 * 1024;
constexpr qint64 kMaxTimeToLiveMs = 3'600'000;

/// Nothing unless it is a list of one or more user ids.
std::optional<std::vector<std::string>> userIds(const QJsonValue &value)
{
    const QJsonArray given = value.toArray();
    std::vector<std::string> users;
    for (const QJsonValue user : given) {
        if (!user.isString() || user.toString().isEmpty() || user.toString().size() > kMaxName)
            return std::nullopt;
        users.push_back(user.toString().toStdString());
    }
    if (users.empty() || given.size() > kMostUsers)
        return std::nullopt;
    return users;
}

} // namespace

Result<QJsonValue> AdminCommands::usersSend(const AdminCaller &caller, const QJsonObject &params)
{
    const std::optional<std::vector<std::string>> users = userIds(params.value(u"users"));
    AdminParams reader(params,
                       {QStringLiteral("users"), QStringLiteral("event"), QStringLiteral("params"),
                        QStringLiteral("key"), QStringLiteral("ttlMs"), QStringLiteral("reason")});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!users)
        return invalidParam("users", "must be a list of 1 to 1000 user ids");
    const auto connected = std::count_if(users->begin(), users->end(),
                                         [this](const std::string &user) { return m_parts.users.isConnected(user); });
    Audience audience;
    audience.users = *users;
    return push(caller, QStringLiteral("users/send"), params, reader, std::move(audience))
        .map([connected](QJsonObject sent) -> QJsonValue {
            sent[QStringLiteral("usersConnected")] = static_cast<qint64>(connected);
            return sent;
        });
}

Result<QJsonValue> AdminCommands::broadcastSend(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(params,
                       {QStringLiteral("event"), QStringLiteral("params"), QStringLiteral("key"),
                        QStringLiteral("ttlMs"), QStringLiteral("reason")});
    const double connections = m_parts.metrics.value(Gauge::ConnectionsOpen);
    Audience everyone;
    everyone.everyone = true;
    return push(caller, QStringLiteral("broadcast/send"), params, reader, std::move(everyone))
        .map([connections](QJsonObject sent) -> QJsonValue {
            sent[QStringLiteral("connections")] = static_cast<qint64>(connections);
            return sent;
        });
}

Result<QJsonValue> AdminCommands::topicsSend(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(params,
                       {QStringLiteral("topic"), QStringLiteral("event"), QStringLiteral("params"),
                        QStringLiteral("key"), QStringLiteral("ttlMs"), QStringLiteral("reason")});
    Audience audience;
    audience.topic = reader.text(QStringLiteral("topic"), kMaxName).toStdString();
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!isTopicName(audience.topic))
        return invalidParam("topic", "is no topic's name");
    if (!findTopicRule(m_parts.registry()->topics(), audience.topic))
        return invalidParam("topic", "no rule of the events file is for it");
    const size_t subscribers = m_parts.topics.subscribers(audience.topic);
    return push(caller, QStringLiteral("topics/send"), params, reader, std::move(audience))
        .map([subscribers](QJsonObject sent) -> QJsonValue {
            sent[QStringLiteral("connections")] = static_cast<qint64>(subscribers);
            return sent;
        });
}

Result<QJsonObject> AdminCommands::push(const AdminCaller &caller, const QString &method, const QJsonObject &params,
                                        AdminParams &reader, Audience audience)
{
    const QString event = reader.text(QStringLiteral("event"), kMaxName);
    const QString key = reader.text(QStringLiteral("key"), kMaxName);
    const qint64 ttlMs = reader.integer(QStringLiteral("ttlMs"), 0, kMaxTimeToLiveMs).value_or(0);
    const QString reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    const QJsonObject news =
        params.contains(u"params") ? reader.requiredObject(QStringLiteral("params")) : QJsonObject();
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (event.isEmpty())
        return invalidParam("event", "is missing");
    const QByteArray text = jsonText(news);
    if (text.size() > kMaxParamsBytes)
        return invalidParam("params", "must not be larger than 65536 bytes");
    Publication publication;
    publication.audience = std::move(audience);
    publication.event = event.toStdString();
    publication.params = text;
    publication.key = key.toStdString();
    publication.timeToLive = std::chrono::milliseconds(ttlMs);
    const PublishResult published = m_parts.publications.publish(std::move(publication));
    const bool dropsOldest = published == PublishResult::QueuedDroppingOldest;
    QJsonObject sent{{QStringLiteral("queued"), true}, {QStringLiteral("droppedOldest"), dropsOldest}};
    // What was sent stays out of the audit log, as it may be about people; how much and to whom does not.
    QJsonObject after = params;
    after[QStringLiteral("params")] = QStringLiteral("%1 bytes").arg(text.size());
    audit(caller, {.method = method, .reason = reason, .after = after}, QJsonValue(sent));
    return sent;
}

} // namespace sluice::server
