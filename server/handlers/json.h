#pragma once

#include "server/events/principal.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace sluice::server {

/// The compact text of an object, for Outcome::success().
[[nodiscard]] QByteArray jsonText(const QJsonObject &object);
[[nodiscard]] QJsonArray rolesToJson(const Principal &principal);

} // namespace sluice::server
