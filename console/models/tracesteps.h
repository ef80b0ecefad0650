// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/listspec.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <optional>

namespace sluice::console {

/// One step on an event's way, as a person reads it. Thread: any (a value).
struct TraceStep {
    QString title;
    QString detail = {};           ///< What it was decided by.
    std::optional<double> ms = {}; ///< How long it took; nothing where the server does not measure it.
    double startMs = 0;            ///< Since receipt.
    Tone tone = Tone::Secondary;
};

/// What a trace record tells about an event's way. Thread: main.
class TraceSteps
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::TraceSteps)

public:
    /// Receipt and policies, each with its verdict, the wait, the handler, the answer.
    [[nodiscard]] static QList<TraceStep> of(const QJsonObject &record);
    /// "limit 100, used 97": the members of a JSON object in one line.
    [[nodiscard]] static QString numbersText(const QJsonValue &numbers);
};

} // namespace sluice::console
