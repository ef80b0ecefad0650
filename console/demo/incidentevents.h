// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/demo/incidentcourse.h"

#include <QJsonObject>
#include <QLatin1StringView>

#include <array>

namespace sluice::console {

/// The kinds of events in the built-in incident, and how many of each there were.
/// Thread: any (no shared state).
class IncidentEvents
{
public:
    struct Kind {
        QLatin1StringView id;
        int lane;            ///< 0: high.
        int limit;           ///< Per minute and client.
        double share;        ///< Of what all but the culprit send.
        double refusedShare; ///< Of what limits of single events refuse.
        double p50Us;
        double p99Us;
    };
    /// What became of those of one kind.
    struct Counts {
        double received = 0;
        double limitedByEvent = 0; ///< Refused for the limit of the event.
        double limited = 0;        ///< For any limit.
    };
    static constexpr int kCount = 4;
    /// What the culprit sends.
    static constexpr int kImport = 3;

    [[nodiscard]] static const Kind &kind(int number);
    [[nodiscard]] static QLatin1StringView laneName(int lane);
    /// Of an event; -1 where there is none of that name.
    [[nodiscard]] static int numberOf(const QString &id);

    void step(const IncidentCourse::Load &load);
    [[nodiscard]] const Counts &counts(int number) const { return m_counts[static_cast<size_t>(number)]; }
    /// The answer of `events/list`.
    [[nodiscard]] QJsonObject list() const;

private:
    std::array<Counts, kCount> m_counts;
};

} // namespace sluice::console
