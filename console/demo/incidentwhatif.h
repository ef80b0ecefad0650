// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/demo/incidentlimits.h"
#include "shared/admin/snapshot.h"

#include <QList>

namespace sluice::console {

/// What a change of a limit or a size would have meant for the last ten minutes of the built-in incident.
/// Thread: any (no shared state).
class IncidentWhatIf
{
public:
    /// Both live longer. `samples`: one a second, oldest first.
    IncidentWhatIf(const IncidentLimits &limits, const QList<admin::Snapshot> &samples);

    /// A row of `whatIf` in the answer of `config/patch`, without its key; empty where nothing can be said.
    [[nodiscard]] QJsonObject row(const QString &key, const QJsonValue &after) const;

private:
    [[nodiscard]] QJsonObject sizeRow(quint64 (*measure)(const admin::Snapshot &sample), quint64 size) const;

    const IncidentLimits &m_limits;
    const QList<admin::Snapshot> &m_samples;
};

} // namespace sluice::console
