#include "server/handlers/topicpublishhandler.h"

#include "server/handlers/json.h"
#include "server/handlers/topicparams.h"

#include <QJsonObject>

namespace sluice::server {

namespace {

constexpr TextRule kKeyRule{.maximumBytes = 128};
constexpr qint64 kMaxTimeToLiveMs = 3'600'000;

} // namespace

HandlerResult TopicPublishHandler::handle(const Request &request)
{
    ParamReader reader(request);
    const std::string topic = topicParam(reader);
    const QString key = reader.textOr(QLatin1String("key"), {}, kKeyRule);
    const qint64 ttlMs = reader.integerOr(QLatin1String("ttlMs"), 0, {0, kMaxTimeToLiveMs});
    const QJsonValue data = reader.value(QLatin1String("data"));
    if (data.isUndefined())
        reader.fail(QStringLiteral("data"), QStringLiteral("is missing"));
    if (reader.failed())
        return Outcome::error(reader.error());
    const Result<TopicRulePtr> rule = topicRuleFor(*m_registry(), topic, *request.principal, &TopicRule::mayPublish);
    if (!rule)
        return Outcome::error(rule.error());

    Publication publication;
    publication.audience.topic = topic;
    publication.event = (*rule)->event;
    publication.params = jsonText(
        {{QStringLiteral("user"), QString::fromStdString(request.principal->userId)}, {QStringLiteral("data"), data}});
    publication.key = key.toStdString();
    publication.timeToLive = std::chrono::milliseconds(ttlMs);
    const auto subscribers = static_cast<qint64>(m_topics.subscribers(topic));
    Outcome outcome = Outcome::success(jsonText({{QStringLiteral("subscribers"), subscribers}}));
    outcome.publications.push_back(std::move(publication));
    return outcome;
}

} // namespace sluice::server
