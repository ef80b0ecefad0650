#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace sluice {

/// The compact JSON text of any value; QJsonDocument writes objects and arrays only. Thread: any.
[[nodiscard]] QByteArray jsonText(const QJsonValue &value);

} // namespace sluice
