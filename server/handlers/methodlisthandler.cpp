#include "server/handlers/methodlisthandler.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sluice::server {

HandlerResult MethodListHandler::handle(const Request &request)
{
    QJsonArray methods;
    for (const EventRegistryPtr registry = m_registry(); const EventSpecPtr &event : registry->events()) {
        if (event->isUsableBy(*request.principal))
            methods.append(QString::fromStdString(event->id));
    }
    return Outcome::success(QJsonDocument(methods).toJson(QJsonDocument::Compact));
}

} // namespace sluice::server
