// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sluice::console {

/// What a changed setting would have done, in one sentence; `row` is one of the `whatIf` of a checked `config/patch`.
[[nodiscard]] QString ctlWhatIfText(const QJsonObject &row);

} // namespace sluice::console
