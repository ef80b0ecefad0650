#include "server/handlers/usergethandler.h"

#include "server/handlers/noteparams.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sluice::server {

HandlerResult UserGetHandler::handle(const Request &request)
{
    const Principal &caller = *request.principal;
    ParamReader reader(request);
    const QString self = QString::fromStdString(caller.userId);
    const QString id = reader.textOr(QLatin1String("id"), self, kUserIdRule);
    if (reader.failed())
        return Outcome::error(reader.error());

    QJsonObject user{{QStringLiteral("id"), id},
                     {QStringLiteral("connected"), id == self || m_users.isConnected(id.toStdString())}};
    if (id == self)
        user.insert(QStringLiteral("roles"), rolesToJson(caller));
    return Outcome::success(jsonText({{QStringLiteral("user"), user}}));
}

} // namespace sluice::server
