#include "server/handlers/presencegethandler.h"

#include "server/handlers/json.h"
#include "server/handlers/topicparams.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sluice::server {

namespace {

constexpr qint64 kMostRows = 1000;
constexpr qint64 kDefaultRows = 100;
constexpr qint64 kMaxOffset = 10'000'000;
constexpr qsizetype kMostUsers = 100;
constexpr TextRule kUserRule{.minimumCharacters = 1, .maximumBytes = 256};

} // namespace

HandlerResult PresenceGetHandler::handle(const Request &request)
{
    ParamReader reader(request);
    const std::optional<QStringList> users = reader.texts(QLatin1String("users"), kMostUsers, kUserRule);
    if (reader.failed())
        return Outcome::error(reader.error());
    return users ? ofUsers(request, *users) : ofTopic(request, reader);
}

Outcome PresenceGetHandler::ofTopic(const Request &request, ParamReader &reader) const
{
    const std::string topic = topicParam(reader);
    const qint64 offset = reader.integerOr(QLatin1String("offset"), 0, {0, kMaxOffset});
    const qint64 limit = reader.integerOr(QLatin1String("limit"), kDefaultRows, {1, kMostRows});
    if (reader.failed())
        return Outcome::error(reader.error());
    const Result<TopicRulePtr> rule = topicRuleFor(*m_registry(), topic, *request.principal, &TopicRule::maySubscribe);
    if (!rule)
        return Outcome::error(rule.error());
    if (!(*rule)->presence)
        return Outcome::error({ErrorCode::NotFound, {}, QStringLiteral("the topic's rule does not ask for presence")});
    return Outcome::success(
        jsonText(members(m_topics, topic, static_cast<size_t>(offset), static_cast<size_t>(limit))));
}

QJsonObject PresenceGetHandler::members(const Topics &topics, const std::string &topic, size_t offset, size_t limit)
{
    const auto [present, total] = topics.present(topic, offset, limit);
    QJsonArray rows;
    for (const TopicPresence::Member &member : present)
        rows.append(QJsonObject{{QStringLiteral("user"), QString::fromStdString(member.user)},
                                {QStringLiteral("connections"), static_cast<qint64>(member.connections)}});
    return {{QStringLiteral("total"), static_cast<qint64>(total)}, {QStringLiteral("users"), rows}};
}

Outcome PresenceGetHandler::ofUsers(const Request &request, const QStringList &users) const
{
    if (!request.principal->authenticated)
        return Outcome::error({ErrorCode::Unauthorized, {}, {}});
    QJsonArray rows;
    for (const QString &user : users)
        rows.append(QJsonObject{{QStringLiteral("user"), user},
                                {QStringLiteral("connected"), m_users.isConnected(user.toStdString())}});
    return Outcome::success(jsonText({{QStringLiteral("users"), rows}}));
}

} // namespace sluice::server
