#include "server/handlers/topicsubscribehandler.h"

#include "server/handlers/topicparams.h"
#include "shared/protocol/codec.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace sluice::server {

namespace {

constexpr qint64 kMaxSeq = qint64{1} << 53; // the largest that a JSON number holds exactly
constexpr TextRule kEpochRule{.minimumCharacters = 1, .maximumBytes = 64};

/// Nothing when there is no `since`.
std::optional<TopicPosition> readPosition(ParamReader &reader, const Request &request)
{
    if (!reader.has(QLatin1String("since")))
        return std::nullopt;
    const auto bytes = QByteArray::fromRawData(request.params.data(), static_cast<qsizetype>(request.params.size()));
    const QJsonValue since = QJsonDocument::fromJson(bytes).object().value(QLatin1String("since"));
    if (!since.isObject()) {
        reader.fail(QStringLiteral("since"), QStringLiteral("must be an object with epoch and seq"));
        return std::nullopt;
    }
    ParamReader position(since.toObject(), QStringLiteral("since."));
    const QString epoch = position.text(QLatin1String("epoch"), kEpochRule);
    const qint64 seq = position.integer(QLatin1String("seq"), {0, kMaxSeq});
    if (position.failed())
        reader.failAs(position.error());
    return TopicPosition{epoch.toStdString(), static_cast<quint64>(seq)};
}

} // namespace

HandlerResult TopicSubscribeHandler::handle(const Request &request)
{
    ParamReader reader(request);
    const std::string topic = topicParam(reader);
    std::optional<TopicPosition> since = readPosition(reader, request);
    if (reader.failed())
        return Outcome::error(reader.error());
    const EventRegistryPtr registry = m_registry();
    const TopicRulePtr *rule = findTopicRule(registry->topics(), topic);
    if (!rule || !(*rule)->maySubscribe(*request.principal, topic))
        return Outcome::error(topicRefusal(rule, *request.principal));
    Outcome outcome = Outcome::success();
    outcome.session = std::make_unique<SessionChange>();
    outcome.session->subscribe.push_back({topic, *rule, std::move(since)});
    outcome.session->answersByTopic = true;
    return outcome;
}

HandlerResult TopicUnsubscribeHandler::handle(const Request &request)
{
    ParamReader reader(request);
    std::string topic = topicParam(reader);
    if (reader.failed())
        return Outcome::error(reader.error());
    Outcome outcome = Outcome::success();
    outcome.session = std::make_unique<SessionChange>();
    outcome.session->unsubscribe.push_back(std::move(topic));
    return outcome;
}

} // namespace sluice::server
