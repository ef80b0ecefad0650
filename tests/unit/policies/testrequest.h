#pragma once

#include "server/events/handler.h"
#include "server/events/request.h"
#include "shared/base/random.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace sluice::server {

/// Is only there for its breaker.
class IdleHandler final : public Handler
{
public:
    [[nodiscard]] HandlerResult handle(const Request &) override { return Outcome::success(); }
};

/// A request of one event type whose spec a test can still change.
struct TestRequest {
    explicit TestRequest(quint32 index = 1, Lane lane = Lane::Normal)
        : spec(std::make_shared<EventSpec>())
    {
        spec->index.value = index;
        spec->lane = lane;
        spec->handler = &handler;
        request.spec = spec;
        request.address = "127.0.0.1";
    }

    void setUser(std::string userId, std::vector<std::string> roles = {}, std::optional<WallTime> expires = {})
    {
        auto principal = std::make_shared<Principal>();
        principal->userId = std::move(userId);
        principal->roles = std::move(roles);
        principal->authenticated = true;
        principal->expires = expires;
        request.principal = std::move(principal);
    }

    void setAnonymous(std::string userId, std::string address)
    {
        auto principal = std::make_shared<Principal>();
        principal->userId = std::move(userId);
        request.principal = std::move(principal);
        request.address = std::move(address);
    }

    void setParams(std::string text)
    {
        request.text = std::move(text);
        request.params = request.text;
    }

    IdleHandler handler;
    std::shared_ptr<EventSpec> spec;
    Request request;
};

/// Always the same number, for what is jittered.
class FixedRandom final : public Random
{
public:
    explicit FixedRandom(quint64 value = 0)
        : m_value(value)
    {
    }
    [[nodiscard]] quint64 next() override { return m_value; }

private:
    quint64 m_value;
};

[[nodiscard]] inline QJsonObject dataOf(const Error &error)
{
    return QJsonDocument::fromJson(error.data).object();
}

} // namespace sluice::server
