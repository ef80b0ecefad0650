#include "server/handlers/topicparams.h"

namespace sluice::server {

namespace {

constexpr TextRule kNameRule{.minimumCharacters = 1, .maximumBytes = kMaxTopicName};

} // namespace

std::string topicParam(ParamReader &reader)
{
    std::string topic = reader.text(QLatin1String("topic"), kNameRule).toStdString();
    if (!reader.failed() && !isTopicName(topic))
        reader.fail(QStringLiteral("topic"),
                    QStringLiteral("must be letters, digits and _ . - @ : $ in segments between slashes"));
    return topic;
}

Result<TopicRulePtr> topicRuleFor(const EventRegistry &registry, const std::string &topic, const Principal &principal,
                                  TopicRight right)
{
    const TopicRulePtr *rule = findTopicRule(registry.topics(), topic);
    if (!rule)
        return failure(ErrorCode::NotFound, {}, QStringLiteral("no rule is for that topic"));
    if (!((**rule).*right)(principal, topic))
        return failure(principal.authenticated ? ErrorCode::Forbidden : ErrorCode::Unauthorized, {},
                       QStringLiteral("the topic's rule is not for them"));
    return *rule;
}

} // namespace sluice::server
