#include "server/handlers/sessionhellohandler.h"

#include "server/handlers/json.h"
#include "shared/protocol/version.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sluice::server {

namespace {

QString protocolVersion()
{
    return QStringLiteral("%1.%2").arg(protocol::kProtocolMajor).arg(protocol::kProtocolMinor);
}

QJsonObject limitsToJson(const Config::Limits &limits)
{
    return {
        {QStringLiteral("messageBytes"), limits.messageBytes},     {QStringLiteral("batch"), limits.batch},
        {QStringLiteral("jsonDepth"), limits.jsonDepth},           {QStringLiteral("fragments"), limits.fragments},
        {QStringLiteral("pingsPerSecond"), limits.pingsPerSecond},
    };
}

} // namespace

HandlerResult SessionHelloHandler::handle(const Request &request)
{
    const ConfigPtr config = m_config();
    const Principal &caller = *request.principal;
    QJsonObject hello{
        {QStringLiteral("server"), QStringLiteral("sluice")},
        {QStringLiteral("version"), QStringLiteral(SLUICE_VERSION)},
        {QStringLiteral("protocol"), protocolVersion()},
        {QStringLiteral("user"), QString::fromStdString(caller.userId)},
        {QStringLiteral("authenticated"), caller.authenticated},
        {QStringLiteral("roles"), rolesToJson(caller)},
        {QStringLiteral("connection"), static_cast<qint64>(request.connection.value)},
        {QStringLiteral("heartbeatMs"), qint64(config->ping.interval.count())},
        {QStringLiteral("clientRequestMs"), qint64(config->timeouts.clientRequest.count())},
        {QStringLiteral("limits"), limitsToJson(config->limits)},
    };
    if (caller.expires)
        hello.insert(QStringLiteral("expiresMs"), qint64(toUnixMs(*caller.expires)));
    return Outcome::success(jsonText(hello));
}

} // namespace sluice::server
