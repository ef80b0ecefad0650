#pragma once

#include "server/admin/admincommands.h"
#include "server/admin/pushes.h"
#include "server/api/apikeys.h"
#include "server/work/gate.h"

#include <QJsonObject>

#include <functional>
#include <span>

namespace sluice::server {

/// Who calls the API.
struct ApiCaller {
    ApiKeyPtr key;
    std::string address;
};

/// What a key must be allowed for an endpoint. Publish: to some topic.
enum class ApiRight { None, Push, Publish, Disconnect, Read };

/// What the API does, without HTTP: pushes at once, and asks the admin plane for what operators can do as well.
/// Thread: the API's.
class ApiCalls
{
public:
    /// Called once, within the call or later. Thread: the API's.
    using Answer = std::function<void(Result<QJsonObject>)>;
    using Run = void (ApiCalls::*)(const ApiCaller &caller, const QJsonObject &params, const Answer &answer);

    /// An endpoint. GET takes its parameters from the query, POST from a JSON object.
    struct Route {
        const char *method;
        const char *path;
        const char *name; ///< In metrics.
        ApiRight right;
        Run run; ///< Null: the description of the API.
    };

    /// All live longer.
    struct Parts {
        const Pushes &pushes;
        Gate &pushGate; ///< Closed: nothing is pushed any more.
        const Topics &topics;
        const Metrics &metrics;
        const Clock &clock;
        std::function<EventRegistryPtr()> registry;
        std::function<ServerFacts()> facts;
        /// Has the admin plane carry out a command; what is given is called once, in any thread.
        std::function<void(const AdminCaller &caller, const QString &method, const QJsonObject &params,
                           const std::function<void(Result<QJsonValue>)> &answer)>
            ask;
        std::function<void(std::function<void()>)> post; ///< Runs something in the API's thread.
    };

    explicit ApiCalls(Parts parts)
        : m_parts(std::move(parts))
    {
    }

    /// Every endpoint there is.
    [[nodiscard]] static std::span<const Route> routes();
    [[nodiscard]] static bool allows(const ApiScopes &scopes, ApiRight right);

    void run(const Route &route, const ApiCaller &caller, const QJsonObject &params, const Answer &answer)
    {
        (this->*route.run)(caller, params, answer);
    }

private:
    void send(const ApiCaller &caller, const QJsonObject &params, const Answer &answer);
    void broadcast(const ApiCaller &caller, const QJsonObject &params, const Answer &answer);
    void publish(const ApiCaller &caller, const QJsonObject &params, const Answer &answer);
    void disconnect(const ApiCaller &caller, const QJsonObject &params, const Answer &answer);
    void connections(const ApiCaller &caller, const QJsonObject &params, const Answer &answer);
    void users(const ApiCaller &caller, const QJsonObject &params, const Answer &answer);
    void presence(const ApiCaller &caller, const QJsonObject &params, const Answer &answer);
    void info(const ApiCaller &caller, const QJsonObject &params, const Answer &answer);

    [[nodiscard]] Result<QJsonObject> push(Pushes::To to, const QJsonObject &params);
    void ask(const ApiCaller &caller, const QString &method, const QJsonObject &params, const Answer &answer);
    [[nodiscard]] Result<QJsonObject> present(const QJsonObject &params) const;

    const Parts m_parts;
};

} // namespace sluice::server
