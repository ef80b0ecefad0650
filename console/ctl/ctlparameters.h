// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace sluice::console {

class CtlSession;

/// A KEY=VALUE that a command of sluicectl takes.
struct CtlParameter {
    enum class Type { Text, Integer, Span };

    QLatin1StringView key;   ///< As it is typed.
    QLatin1StringView field; ///< As it is sent.
    Type type = Type::Text;
};

/// What KEY=VALUE... mean to the server; or says what is wrong, and ends the session. Thread: main.
[[nodiscard]] std::optional<QJsonObject> readCtlParameters(CtlSession &session, const QStringList &arguments,
                                                           std::span<const CtlParameter> known);

/// A time of the server in local time.
[[nodiscard]] QString ctlTimeText(const QJsonValue &ms);
/// A whole number.
[[nodiscard]] QString ctlCountText(const QJsonValue &value);

} // namespace sluice::console
