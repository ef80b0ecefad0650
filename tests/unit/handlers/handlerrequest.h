#pragma once

#include "server/events/handler.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>
#include <string>
#include <string_view>

namespace sluice::test {

/// A request as a worker sees it, and its way through a handler.
class HandlerRequest
{
public:
    explicit HandlerRequest(std::string params = {}, std::string_view user = "ann")
    {
        auto principal = std::make_shared<server::Principal>();
        principal->authenticated = !user.empty();
        principal->userId = user.empty() ? "anon-1" : std::string(user);
        m_request.principal = std::move(principal);
        m_request.text = std::move(params);
        m_request.params = m_request.text;
        m_request.connection = ConnectionId{7};
        m_request.deadline = TimePoint::max();
    }

    HandlerRequest &as(server::PrincipalPtr principal)
    {
        m_request.principal = std::move(principal);
        return *this;
    }

    [[nodiscard]] server::Request &request() noexcept { return m_request; }

    /// The outcome, waited for where it comes later.
    [[nodiscard]] server::OutcomePtr runIn(server::Handler &handler)
    {
        auto result = handler.handle(m_request);
        if (auto *now = std::get_if<server::Outcome>(&result))
            return std::make_shared<server::Outcome>(std::move(*now));
        auto &later = std::get<QFuture<server::OutcomePtr>>(result);
        later.waitForFinished();
        return later.resultCount() == 1 ? later.result() : nullptr;
    }

private:
    server::Request m_request;
};

/// The result as an object; empty for an error.
[[nodiscard]] inline QJsonObject resultOf(const server::OutcomePtr &outcome)
{
    return outcome && outcome->reply ? QJsonDocument::fromJson(*outcome->reply).object() : QJsonObject();
}

/// "CODE DATA" of an error, "ok" of a success.
[[nodiscard]] inline QString verdictOf(const server::OutcomePtr &outcome)
{
    if (!outcome)
        return QStringLiteral("nothing");
    if (outcome->reply)
        return QStringLiteral("ok");
    const Error &error = outcome->reply.error();
    return (QString::number(int(error.code)) + u' ' + QString::fromUtf8(error.data)).trimmed();
}

} // namespace sluice::test
