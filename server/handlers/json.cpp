#include "server/handlers/json.h"

#include <QJsonDocument>

namespace sluice::server {

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonArray rolesToJson(const Principal &principal)
{
    QJsonArray roles;
    for (const std::string &role : principal.roles)
        roles.append(QString::fromStdString(role));
    return roles;
}

} // namespace sluice::server
