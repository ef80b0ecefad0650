#include "server/api/apicalls.h"

#include "server/handlers/presencegethandler.h"
#include "shared/admin/adminparams.h"

#include <QJsonArray>

#include <array>

namespace sluice::server {

using admin::AdminParams;
using admin::invalidParam;

namespace {

constexpr qsizetype kMaxName = 128;
constexpr qint64 kMaxOffset = 10'000'000;
constexpr qint64 kMostRows = 1000;
constexpr qint64 kDefaultRows = 100;

const QString &connectionsField()
{
    static const QString kField = QStringLiteral("connections");
    return kField;
}

/// The parameters of connections/close, which has other ways to say whom it is about.
Result<QJsonObject> closeParams(const QJsonObject &params)
{
    const AdminParams reader(params,
                             {connectionsField(), QStringLiteral("users"), QStringLiteral("code"),
                              QStringLiteral("reason"), QStringLiteral("spreadMs")});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (params.contains(connectionsField()) == params.contains(u"users"))
        return invalidParam("users", "either users or connections must be given");
    QJsonObject close = params;
    if (params.contains(connectionsField()))
        close[QStringLiteral("ids")] = close.take(connectionsField());
    if (!params.contains(u"reason")) // else it is the operators'
        close[QStringLiteral("reason")] = QStringLiteral("closed by the application");
    return close;
}

} // namespace

std::span<const ApiCalls::Route> ApiCalls::routes()
{
    static constexpr std::array kRoutes{
        Route{"POST", "/api/v1/send", "send", ApiRight::Push, &ApiCalls::send},
        Route{"POST", "/api/v1/broadcast", "broadcast", ApiRight::Push, &ApiCalls::broadcast},
        Route{"POST", "/api/v1/publish", "publish", ApiRight::Publish, &ApiCalls::publish},
        Route{"POST", "/api/v1/disconnect", "disconnect", ApiRight::Disconnect, &ApiCalls::disconnect},
        Route{"GET", "/api/v1/connections", "connections", ApiRight::Read, &ApiCalls::connections},
        Route{"GET", "/api/v1/users", "users", ApiRight::Read, &ApiCalls::users},
        Route{"GET", "/api/v1/presence", "presence", ApiRight::Read, &ApiCalls::presence},
        Route{"GET", "/api/v1/info", "info", ApiRight::Read, &ApiCalls::info},
        Route{"GET", "/api/v1/openapi.json", "openapi", ApiRight::None, nullptr},
    };
    return kRoutes;
}

bool ApiCalls::allows(const ApiScopes &scopes, ApiRight right)
{
    switch (right) {
    case ApiRight::None: break;
    case ApiRight::Push: return scopes.push;
    case ApiRight::Publish: return scopes.push || !scopes.topics.empty();
    case ApiRight::Disconnect: return scopes.disconnect;
    case ApiRight::Read: return scopes.read;
    }
    return true;
}

void ApiCalls::send(const ApiCaller &, const QJsonObject &params, const Answer &answer)
{
    answer(push(Pushes::To::Users, params));
}

void ApiCalls::broadcast(const ApiCaller &, const QJsonObject &params, const Answer &answer)
{
    answer(push(Pushes::To::Everyone, params));
}

void ApiCalls::publish(const ApiCaller &caller, const QJsonObject &params, const Answer &answer)
{
    const QString topic = params.value(u"topic").toString();
    if (!topic.isEmpty() && !caller.key->scopes.mayPublish(topic.toStdString())) {
        answer(failure(ErrorCode::Forbidden, R"({"reason":"the key has no scope for that topic"})"));
        return;
    }
    answer(push(Pushes::To::Topic, params));
}

// Inside the gate, so that a drain waits for what was told to be queued.
Result<QJsonObject> ApiCalls::push(Pushes::To to, const QJsonObject &params)
{
    if (!m_parts.pushGate.tryEnter())
        return failure(ErrorCode::Draining, R"({"reason":"nothing is pushed any more"})");
    const Result<Pushes::Sent> sent = m_parts.pushes.push(to, params);
    m_parts.pushGate.leave();
    return sent.map([](const Pushes::Sent &done) { return done.answer; });
}

void ApiCalls::disconnect(const ApiCaller &caller, const QJsonObject &params, const Answer &answer)
{
    const Result<QJsonObject> close = closeParams(params);
    if (!close) {
        answer(tl::unexpected(close.error()));
        return;
    }
    ask(caller, QStringLiteral("connections/close"), *close, [answer](Result<QJsonObject> closed) {
        if (!closed)
            closed.error().data.replace("\"field\":\"ids\"", "\"field\":\"connections\"");
        answer(std::move(closed));
    });
}

void ApiCalls::connections(const ApiCaller &caller, const QJsonObject &params, const Answer &answer)
{
    ask(caller, QStringLiteral("connections/list"), params, answer);
}

void ApiCalls::users(const ApiCaller &caller, const QJsonObject &params, const Answer &answer)
{
    ask(caller, QStringLiteral("users/list"), params, answer);
}

void ApiCalls::ask(const ApiCaller &caller, const QString &method, const QJsonObject &params, const Answer &answer)
{
    const AdminCaller who{QStringLiteral("api:") + QString::fromStdString(caller.key->id), admin::Role::Operator,
                          QString::fromStdString(caller.address)};
    m_parts.ask(who, method, params, [post = m_parts.post, answer](const Result<QJsonValue> &result) {
        post([answer, result] { answer(result.map([](const QJsonValue &value) { return value.toObject(); })); });
    });
}

void ApiCalls::presence(const ApiCaller &, const QJsonObject &params, const Answer &answer)
{
    answer(present(params));
}

Result<QJsonObject> ApiCalls::present(const QJsonObject &params) const
{
    AdminParams reader(params, {QStringLiteral("topic"), QStringLiteral("offset"), QStringLiteral("limit")});
    const std::string topic = reader.text(QStringLiteral("topic"), kMaxName).toStdString();
    const qint64 offset = reader.integer(QStringLiteral("offset"), 0, kMaxOffset).value_or(0);
    const qint64 limit = reader.integer(QStringLiteral("limit"), 1, kMostRows).value_or(kDefaultRows);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!isTopicName(topic))
        return invalidParam("topic", params.contains(u"topic") ? "is no topic's name" : "is missing");
    const EventRegistryPtr registry = m_parts.registry();
    const TopicRulePtr *rule = findTopicRule(registry->topics(), topic);
    if (!rule || !(*rule)->presence)
        return failure(ErrorCode::NotFound,
                       R"({"reason":"no rule of the events file asks for that topic's presence"})");
    return PresenceGetHandler::members(m_parts.topics, topic, static_cast<size_t>(offset), static_cast<size_t>(limit));
}

void ApiCalls::info(const ApiCaller &caller, const QJsonObject &params, const Answer &answer)
{
    const AdminParams reader(params, {});
    if (reader.fault()) {
        answer(tl::unexpected(*reader.fault()));
        return;
    }
    const auto count = [this](Gauge gauge) { return static_cast<qint64>(m_parts.metrics.value(gauge)); };
    QJsonObject info = describeServer(m_parts.facts(), m_parts.clock);
    info[QStringLiteral("connections")] = count(Gauge::ConnectionsOpen);
    info[QStringLiteral("users")] = count(Gauge::UsersConnected);
    info[QStringLiteral("topics")] = count(Gauge::Topics);
    info[QStringLiteral("key")] =
        QJsonObject{{QStringLiteral("id"), QString::fromStdString(caller.key->id)},
                    {QStringLiteral("scopes"), QJsonArray::fromStringList(caller.key->scopes.words())}};
    answer(info);
}

} // namespace sluice::server
