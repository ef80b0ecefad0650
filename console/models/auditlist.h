// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/listspec.h"

#include <QCoreApplication>

namespace sluice::console {

/// The list of what operators did: `audit/list`. Thread: main.
class AuditList
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::AuditList)

public:
    [[nodiscard]] static ListSpec spec();
    /// Date and time of an entry.
    [[nodiscard]] static QString timeText(const QJsonObject &row);
    [[nodiscard]] static Tone resultTone(const QJsonObject &row);

    /// One member that an operation touched. Undefined: it was, or is, not there.
    struct Change {
        QString name;
        QJsonValue before;
        QJsonValue after;
    };
    /// Of `before` and `after` together; what is the same in both comes without a `before`.
    [[nodiscard]] static QList<Change> changesOf(const QJsonObject &row);
};

} // namespace sluice::console
