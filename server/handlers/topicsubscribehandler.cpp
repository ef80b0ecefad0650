#include "server/handlers/topicsubscribehandler.h"

#include "server/handlers/topicparams.h"
#include "shared/protocol/codec.h"

#include <QJsonObject>

namespace sluice::server {

namespace {

constexpr qint64 kMaxSeq = qint64{1} << 53; // the largest that a JSON number holds exactly
constexpr TextRule kEpochRule{.minimumCharacters = 1, .maximumBytes = 64};

/// Nothing when there is no `since`.
Result<std::optional<TopicPosition>> readPosition(const ParamReader &reader)
{
    if (!reader.has(QLatin1String("since")))
        return std::nullopt;
    const QJsonValue since = reader.value(QLatin1String("since"));
    if (!since.isObject())
        return failure(ErrorCode::InvalidParams,
                       protocol::invalidParamsData("since", "must be an object with epoch and seq"));
    ParamReader position(since.toObject(), QStringLiteral("since."));
    const QString epoch = position.text(QLatin1String("epoch"), kEpochRule);
    const qint64 seq = position.integer(QLatin1String("seq"), {0, kMaxSeq});
    if (position.failed())
        return tl::unexpected(position.error());
    return TopicPosition{epoch.toStdString(), static_cast<quint64>(seq)};
}

} // namespace

HandlerResult TopicSubscribeHandler::handle(const Request &request)
{
    ParamReader reader(request);
    const std::string topic = topicParam(reader);
    if (reader.failed())
        return Outcome::error(reader.error());
    Result<std::optional<TopicPosition>> since = readPosition(reader);
    if (!since)
        return Outcome::error(since.error());
    Result<TopicRulePtr> rule = topicRuleFor(*m_registry(), topic, *request.principal, &TopicRule::maySubscribe);
    if (!rule)
        return Outcome::error(rule.error());
    Outcome outcome = Outcome::success();
    outcome.session = std::make_unique<SessionChange>();
    outcome.session->subscribe.push_back({topic, std::move(*rule), std::move(*since)});
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
