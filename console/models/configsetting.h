// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/admin/configschema.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace sluice::console {

/// One setting as the server's `config/schema` describes it. The console knows no setting by itself, so an older
/// console edits a newer server's settings.
/// Thread: any (a value).
struct ConfigSetting {
    QString key;
    admin::OptionType type = admin::OptionType::Text;
    QString unit;
    QJsonValue defaultValue;
    double minimum = 0;
    double maximum = 0;
    QStringList choices;
    admin::OptionEffect effect = admin::OptionEffect::Live;
    QString text;

    [[nodiscard]] static ConfigSetting fromJson(const QJsonObject &object);

    /// The part before the last dot ("channels"), or nothing.
    [[nodiscard]] QString section() const;
    /// The part after the last dot.
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isNumber() const
    {
        return type == admin::OptionType::Integer || type == admin::OptionType::Real;
    }

    /// The value for people: grouped digits, "on" and "off"; in the user's locale.
    [[nodiscard]] QString display(const QJsonValue &value) const;
    /// What may be entered: "100 … 1 000 000 events", "reject | drop-oldest".
    [[nodiscard]] QString allowedText() const;
    [[nodiscard]] QString effectText() const;
    /// What was typed, as a value of this type; nothing when it is none. The range is the server's to judge.
    [[nodiscard]] std::optional<QJsonValue> parse(const QString &typed) const;
};

} // namespace sluice::console
