#include "server/handlers/subscriptionhandler.h"

#include "server/events/eventspecreader.h"
#include "server/handlers/json.h"
#include "shared/protocol/codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sluice::server {

namespace {

// What rpc-websockets' own server says.
constexpr QLatin1String kSubscribed("ok");
constexpr QLatin1String kNoEvent("provided event is invalid");
constexpr QLatin1String kForbidden("provided event is forbidden");

QJsonArray namesOf(const Request &request)
{
    const auto bytes = QByteArray::fromRawData(request.params.data(), static_cast<qsizetype>(request.params.size()));
    return QJsonDocument::fromJson(bytes).array();
}

bool areNames(const QJsonArray &values)
{
    const bool fits = !values.isEmpty() && values.size() <= SubscriptionHandler::kMaxNames;
    return fits && std::all_of(values.begin(), values.end(), [](const QJsonValue &value) { return value.isString(); });
}

} // namespace

HandlerResult SubscriptionHandler::handle(const Request &request)
{
    const QJsonArray names = namesOf(request);
    if (!areNames(names)) {
        return Outcome::error({ErrorCode::InvalidParams,
                               protocol::invalidParamsData("params", "must be a list of 1 to 100 event names"),
                               {}});
    }
    const EventRegistryPtr registry = m_registry();
    auto session = std::make_unique<SessionChange>();
    QJsonObject result;
    for (const QJsonValue &name : names)
        result.insert(name.toString(), change(name.toString().toStdString(), *request.principal, *registry, *session));
    Outcome outcome = Outcome::success(jsonText(result));
    if (!session->subscribe.empty() || !session->unsubscribe.empty())
        outcome.session = std::move(session);
    return outcome;
}

QString SubscriptionHandler::change(const std::string &name, const Principal &principal, const EventRegistry &registry,
                                    SessionChange &change) const
{
    const TopicRulePtr *rule = isTopicName(name) ? findTopicRule(registry.topics(), name) : nullptr;
    if (!rule)
        return isEventId(QString::fromStdString(name)) ? kSubscribed : kNoEvent;
    if (m_kind == Kind::Off)
        change.unsubscribe.push_back(name);
    else if ((*rule)->maySubscribe(principal, name))
        change.subscribe.push_back({name, *rule, std::nullopt});
    else
        return kForbidden;
    return kSubscribed;
}

} // namespace sluice::server
