#pragma once

#include "server/events/eventregistry.h"
#include "server/events/handler.h"
#include "server/events/userdirectory.h"
#include "server/topics/topics.h"

#include <QJsonObject>

#include <functional>

namespace sluice::server {

class ParamReader;

/// `presence/get {topic, offset?, limit?}` -> `{total, users: [{user, connections}]}`, for those who may subscribe to
/// it; or `presence/get {users: [..]}` -> `{users: [{user, connected}]}`, for those who have logged in. Somebody with
/// no connection is there still, for topics.presence-grace-ms. Errors: InvalidParams; NotFound when the topic's rule
/// does not ask for presence, or there is none; Unauthorized, Forbidden.
class PresenceGetHandler final : public Handler
{
public:
    PresenceGetHandler(std::function<EventRegistryPtr()> registry, const Topics &topics, const UserDirectory &users)
        : m_registry(std::move(registry))
        , m_topics(topics)
        , m_users(users)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

    /// `{total, users: [{user, connections}]}`: a page of who is there.
    [[nodiscard]] static QJsonObject members(const Topics &topics, const std::string &topic, size_t offset,
                                             size_t limit);

private:
    [[nodiscard]] Outcome ofTopic(const Request &request, ParamReader &reader) const;
    [[nodiscard]] Outcome ofUsers(const Request &request, const QStringList &users) const;

    const std::function<EventRegistryPtr()> m_registry;
    const Topics &m_topics;
    const UserDirectory &m_users;
};

} // namespace sluice::server
