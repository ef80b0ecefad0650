// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentevents.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kKinds{
    IncidentEvents::Kind{"notes/fetch"_L1, 0, 600, 0.42, 0.05, 8'100, 44'000},
    IncidentEvents::Kind{"notes/save"_L1, 1, 120, 0.21, 0.25, 14'200, 188'000},
    IncidentEvents::Kind{"notes/query"_L1, 1, 300, 0.36, 0.6, 11'300, 96'000},
    IncidentEvents::Kind{"notes/import"_L1, 2, 60'000, 0.01, 0.1, 214'000, 1'840'000},
};
static_assert(kKinds.size() == IncidentEvents::kCount);
constexpr std::array kLanes{"high"_L1, "normal"_L1, "low"_L1};
constexpr double kFailed = 0.00002; // of what was received
constexpr double kTimedOut = 0.000004;

} // namespace

const IncidentEvents::Kind &IncidentEvents::kind(int number)
{
    return kKinds[static_cast<size_t>(number)];
}

QLatin1StringView IncidentEvents::laneName(int lane)
{
    return kLanes[static_cast<size_t>(lane)];
}

int IncidentEvents::numberOf(const QString &id)
{
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&id](const Kind &one) { return id == one.id; });
    return found == kKinds.end() ? -1 : static_cast<int>(found - kKinds.begin());
}

void IncidentEvents::step(const IncidentCourse::Load &load)
{
    for (int number = 0; number < kCount; ++number) {
        Counts &counts = m_counts[static_cast<size_t>(number)];
        const Kind &one = kind(number);
        const double imports = number == kImport ? load.culprit : 0;
        const double importsRefused = number == kImport ? load.culpritRefused : 0;
        counts.received += one.share * (load.received - load.culprit) + imports;
        counts.limitedByEvent += one.refusedShare * load.eventsRefused;
        counts.limited += one.refusedShare * load.eventsRefused + one.share * load.usersRefused + importsRefused;
    }
}

QJsonObject IncidentEvents::list() const
{
    QJsonArray rows;
    for (int number = 0; number < kCount; ++number) {
        const Kind &one = kind(number);
        const double received = std::floor(counts(number).received);
        const double limited = std::floor(counts(number).limited);
        const double failed = std::floor(received * kFailed);
        const double timedOut = std::floor(received * kTimedOut);
        rows.append(QJsonObject{{u"id"_s, one.id},
                                {u"handler"_s, one.id},
                                {u"priority"_s, laneName(one.lane)},
                                {u"rateLimit"_s, QJsonObject{{u"count"_s, one.limit}, {u"windowMs"_s, 60'000}}},
                                {u"timeoutMs"_s, 3000},
                                {u"requiresAuth"_s, true},
                                {u"requiresRole"_s, QJsonArray()},
                                {u"idempotent"_s, number == 0 || number == 2},
                                {u"enabled"_s, true},
                                {u"received"_s, received},
                                {u"succeeded"_s, received - limited - failed - timedOut},
                                {u"failed"_s, failed},
                                {u"timedOut"_s, timedOut},
                                {u"rateLimited"_s, limited},
                                {u"dryRun"_s, false},
                                {u"dryRunRefused"_s, 0},
                                {u"p50Us"_s, one.p50Us},
                                {u"p99Us"_s, one.p99Us}});
    }
    return {{u"events"_s, rows}};
}

} // namespace sluice::console
