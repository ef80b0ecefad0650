// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Numbers, durations and sizes for people, in the user's locale. NaN reads as "–".
/// Thread: main (the default locale).
namespace sluice::console::format {

/// In a table: digits stand below digits of their weight, also where tables run from right to left.
constexpr Qt::Alignment kNumberAlignment = Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter;
constexpr Qt::Alignment kTextAlignment = Qt::AlignLeft | Qt::AlignVCenter;

/// "12,490".
[[nodiscard]] QString count(double value);
/// At most four characters and a suffix: "9.9k", "96.4k", "1.2M"; below 10,000 as it is.
[[nodiscard]] QString compact(double value);
/// A label of an axis whose labels are `step` apart: no more digits than tell neighbours apart.
[[nodiscard]] QString axisLabel(double value, double step);
/// One decimal below 100, none above: "0.4", "31.0", "5,214".
[[nodiscard]] QString rate(double value);
[[nodiscard]] QString percent(double value);
/// "0.42", "8.1", "206".
[[nodiscard]] QString milliseconds(double value);
/// "61 MB".
[[nodiscard]] QString bytes(double value);
/// Units of `ms`: milliseconds. "0:41", "12:08", "1:02:08".
[[nodiscard]] QString clockSpan(qint64 ms);
/// Units of `ms`: milliseconds. "42 s", "3 min 12 s", "5 h 03 min", "12 d 04:11".
[[nodiscard]] QString uptime(qint64 ms);
/// A bound a window: "100 / min". Units of `windowMs`: milliseconds.
[[nodiscard]] QString perWindow(quint64 count, qint64 windowMs);
/// Keeps number and unit together and in this order in right-to-left text too.
[[nodiscard]] QString withUnit(const QString &number, const QString &unit);
/// What can be seen of a text that withUnit() has made a part of, for where it is not painted.
[[nodiscard]] QString withoutMarks(const QString &text);
/// To be painted: an address, a path or a time, which has nothing that is written from right to left, is not turned
/// round where the language is. Not to be copied from: it has marks that are not seen.
[[nodiscard]] QString inOrder(const QString &text);

} // namespace sluice::console::format
