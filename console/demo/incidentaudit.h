// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace sluice::console {

/// What operators did in the built-in incident.
/// Thread: any (no shared state).
class IncidentAudit
{
public:
    /// One thing that an operator did.
    struct Entry {
        qint64 atMs = 0;
        QString who;
        QString role;
        QString address;
        QString method;
        QString reason;
        QJsonObject before = {};
        QJsonObject after = {};
        QString result = QStringLiteral("done");
        std::optional<qint64> affected = {};
    };

    /// What was done up to the opening.
    IncidentAudit();

    void append(const Entry &entry);
    /// `audit/list`. Errors: as the server.
    [[nodiscard]] Result<QJsonObject> list(const QJsonObject &params) const;

private:
    QList<QJsonObject> m_rows; ///< Oldest first.
    qint64 m_sequence = 1;
};

} // namespace sluice::console
