#include "server/handlers/loginhandler.h"

#include "server/handlers/json.h"
#include "server/handlers/paramreader.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sluice::server {

namespace {

// Before login a message has 4 KiB at most, and so has a token elsewhere.
constexpr TextRule kTokenRule{.minimumCharacters = 1, .maximumBytes = 4096};

} // namespace

HandlerResult LoginHandler::handle(const Request &request)
{
    ParamReader reader(request);
    const QString token = reader.text(QLatin1String("token"), kTokenRule);
    if (reader.failed())
        return Outcome::error(reader.error());
    auto principal = m_authenticator.authenticate(token.toStdString());
    if (!principal)
        return Outcome::error(std::move(principal.error()));

    const Principal &user = **principal;
    const bool isRefresh = m_kind == Kind::Refresh;
    if (isRefresh && user.userId != request.principal->userId)
        return Outcome::error(
            {ErrorCode::Forbidden, {}, QStringLiteral("a connection is refreshed with its own user's token")});
    QJsonObject result{{QStringLiteral("user"), QString::fromStdString(user.userId)},
                       {QStringLiteral("roles"), rolesToJson(user)}};
    if (user.expires)
        result.insert(QStringLiteral("expiresMs"), toUnixMs(*user.expires));
    Outcome outcome = Outcome::success(jsonText(result));
    outcome.session = std::make_unique<SessionChange>(SessionChange{std::move(*principal)});
    outcome.session->keepsUser = isRefresh; // looked at again where it is applied: a login may come in between
    return outcome;
}

} // namespace sluice::server
