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
    QJsonObject result;
    for (const QJsonValue &name : names)
        result.insert(name.toString(), isEventId(name.toString()) ? kSubscribed : kNoEvent);
    return Outcome::success(jsonText(result));
}

} // namespace sluice::server
