// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/configsetting.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace sluice::console {

/// What a setting's new value would have done in the last minutes, as the server says, in sentences for people.
/// Thread: main (a value).
class WhatIfNote
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::WhatIfNote)

public:
    /// Says nothing.
    WhatIfNote() = default;
    /// `row` is one of the `whatIf` of a checked `config/patch`; `setting`: whose new value is `value`.
    WhatIfNote(const QJsonObject &row, const ConfigSetting &setting, const QJsonValue &value);

    /// Empty: there is nothing to say.
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Somebody would have been worse off.
    [[nodiscard]] bool costs() const { return m_costs; }

private:
    void sayLimit(const QJsonObject &row);
    void saySize(const QJsonObject &row, const ConfigSetting &setting, const QJsonValue &value);

    QString m_text;
    bool m_costs = false;
};

} // namespace sluice::console
