#include "server/admin/pushes.h"

#include "shared/admin/adminparams.h"
#include "shared/base/jsontext.h"

#include <QJsonArray>

#include <optional>
#include <vector>

namespace sluice::server {

using admin::AdminParams;
using admin::invalidParam;

namespace {

constexpr qsizetype kMaxName = 128;
constexpr qsizetype kMostUsers = 1000;
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

QStringList fieldsOf(Pushes::To to)
{
    const QStringList common{QStringLiteral("event"), QStringLiteral("params"), QStringLiteral("key"),
                             QStringLiteral("ttlMs")};
    switch (to) {
    case Pushes::To::Users: return common + QStringList{QStringLiteral("users")};
    case Pushes::To::Topic: return common + QStringList{QStringLiteral("topic"), QStringLiteral("passing")};
    case Pushes::To::Everyone: break;
    }
    return common;
}

} // namespace

Result<void> Pushes::readAudience(To to, const QJsonObject &params, Publication &publication) const
{
    Audience &audience = publication.audience;
    if (to == To::Everyone) {
        audience.everyone = true;
        return {};
    }
    if (to == To::Users) {
        auto users = userIds(params.value(u"users"));
        if (!users)
            return invalidParam("users", "must be a list of 1 to 1000 user ids");
        audience.users = *std::move(users);
        return {};
    }
    audience.topic = params.value(u"topic").toString().toStdString();
    if (!isTopicName(audience.topic))
        return invalidParam("topic", "is no topic's name");
    const EventRegistryPtr registry = m_parts.registry();
    const TopicRulePtr *rule = findTopicRule(registry->topics(), audience.topic);
    if (!rule)
        return invalidParam("topic", "no rule of the events file is for it");
    publication.event = (*rule)->event;
    return {};
}

QJsonObject Pushes::reach(const Audience &audience) const
{
    if (!audience.topic.empty())
        return {{QStringLiteral("connections"), static_cast<qint64>(m_parts.topics.subscribers(audience.topic))}};
    if (audience.everyone)
        return {{QStringLiteral("connections"), static_cast<qint64>(m_parts.metrics.value(Gauge::ConnectionsOpen))}};
    qint64 users = 0;
    qint64 connections = 0;
    for (const std::string &user : audience.users) {
        const auto count = static_cast<qint64>(m_parts.users.connectionsOf(user));
        users += count > 0 ? 1 : 0;
        connections += count;
    }
    return {{QStringLiteral("usersConnected"), users}, {QStringLiteral("connections"), connections}};
}

Result<Pushes::Sent> Pushes::push(To to, const QJsonObject &params, const QStringList &others) const
{
    AdminParams reader(params, fieldsOf(to) + others);
    Publication publication;
    if (!reader.fault()) {
        if (auto read = readAudience(to, params, publication); !read)
            return tl::unexpected(read.error());
    }
    const QString event = reader.text(QStringLiteral("event"), kMaxName);
    const QString key = reader.text(QStringLiteral("key"), kMaxName);
    const qint64 ttlMs = reader.integer(QStringLiteral("ttlMs"), 0, kMaxTimeToLiveMs).value_or(0);
    publication.passing = reader.flag(QStringLiteral("passing"));
    const QJsonObject news =
        params.contains(u"params") ? reader.requiredObject(QStringLiteral("params")) : QJsonObject();
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!event.isEmpty())
        publication.event = event.toStdString();
    if (publication.event.empty() || (event.isEmpty() && params.contains(u"event")))
        return invalidParam("event", event.isNull() ? "is missing" : "must not be empty");
    publication.params = jsonText(news);
    if (publication.params.size() > kMaxParamsBytes)
        return invalidParam("params", "must not be larger than 65536 bytes");
    publication.key = key.toStdString();
    publication.timeToLive = std::chrono::milliseconds(ttlMs);

    Sent sent;
    sent.bytes = publication.params.size();
    sent.answer = reach(publication.audience);
    const PublishResult published = m_parts.publications.publish(std::move(publication));
    sent.answer[QStringLiteral("queued")] = true;
    sent.answer[QStringLiteral("droppedOldest")] = published == PublishResult::QueuedDroppingOldest;
    return sent;
}

} // namespace sluice::server
