// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace sluice::console {

/// One line of CSV with its end, in UTF-8. Source: RFC 4180. A text that a spreadsheet would run as a formula is led by
/// an apostrophe: what clients send ends up in it.
/// Thread: any.
[[nodiscard]] QByteArray csvLine(const QStringList &fields);

} // namespace sluice::console
