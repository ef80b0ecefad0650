// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/listspec.h"

/// Values of the admin protocol's rows as people read them. Thread: main (the default locale).
namespace sluice::console::listvalues {

/// The text of a member as it is.
[[nodiscard]] ListColumn::Text text(const QString &field);
/// A whole number with its groups; "–" where there is none.
[[nodiscard]] ListColumn::Text number(const QString &field);
/// A number a second.
[[nodiscard]] ListColumn::Text rate(const QString &field);
/// A number of ms as a span: "5:21".
[[nodiscard]] ListColumn::Text span(const QString &field);
/// A list of texts, with commas.
[[nodiscard]] ListColumn::Text words(const QString &field);
/// A number of ms since the Unix epoch as a time of that day: "15:04:59".
[[nodiscard]] ListColumn::Text timeOfDay(const QString &field);

/// The tone where the member is a number above 0, otherwise Secondary.
[[nodiscard]] std::function<Tone(const QJsonObject &)> toneIfAny(const QString &field, Tone tone);
[[nodiscard]] std::function<Tone(const QJsonObject &)> always(Tone tone);

/// "2026-11-29 15:04:59" in the user's locale. Units of `ms`: ms since the Unix epoch.
[[nodiscard]] QString dateAndTime(qint64 ms);
/// A JSON value on one line, as it would be typed.
[[nodiscard]] QString json(const QJsonValue &value);

} // namespace sluice::console::listvalues
