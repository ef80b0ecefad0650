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

Error topicRefusal(const TopicRulePtr *rule, const Principal &principal)
{
    if (!rule)
        return {ErrorCode::NotFound, {}, QStringLiteral("no rule is for that topic")};
    return {principal.authenticated ? ErrorCode::Forbidden : ErrorCode::Unauthorized,
            {},
            QStringLiteral("the topic's rule is not for them")};
}

} // namespace sluice::server
