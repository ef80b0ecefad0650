#include "server/admin/whatif.h"

#include <algorithm>
#include <array>

namespace sluice::server {

namespace {

using admin::Snapshot;
using Scope = RateLimitPolicy::Scope;

constexpr std::chrono::minutes kSpan{10};
// A look at a million windows takes some 50 ms; however many there are, it takes a twentieth of the time.
constexpr int kTimesItsCost = 20;

struct LimitKey {
    QLatin1String key;
    Scope scope;
};
constexpr std::array kLimits{
    LimitKey{QLatin1String("rate-limits.per-user-per-minute"), Scope::User},
    LimitKey{QLatin1String("rate-limits.per-ip-per-minute"), Scope::Ip},
    LimitKey{QLatin1String("rate-limits.global-per-second"), Scope::Global},
};

struct SizeKey {
    QLatin1String key;
    quint64 (*measure)(const Snapshot &sample);
};
constexpr std::array kSizes{
    SizeKey{QLatin1String("channels.message-queue-size"), [](const Snapshot &sample) { return sample.queueDepth(); }},
    SizeKey{QLatin1String("channels.broadcast-buffer-size"),
            [](const Snapshot &sample) { return sample.broadcastsQueued; }},
    SizeKey{QLatin1String("channels.worker-pool-size"), [](const Snapshot &sample) { return sample.workersBusy; }},
    SizeKey{QLatin1String("channels.max-pending-requests"), [](const Snapshot &sample) { return sample.inFlight; }},
    SizeKey{QLatin1String("limits.outbound-total-bytes"), [](const Snapshot &sample) { return sample.outboundBytes; }},
    SizeKey{QLatin1String("limits.connections"), [](const Snapshot &sample) { return sample.connectionsOpen; }},
};

double number(quint64 value)
{
    return static_cast<double>(value);
}

/// A number and how far from it the truth may be.
struct Estimate {
    explicit Estimate(const ReplayBounds &bounds)
        : value(bounds.least + (bounds.most - bounds.least) / 2)
        , plusMinus(bounds.most - value)
    {
    }
    quint64 value;
    quint64 plusMinus;
};

QJsonObject unknown()
{
    return {{QStringLiteral("kind"), QStringLiteral("unknown")}};
}

} // namespace

void WhatIf::tick()
{
    if (m_parts.clock.now() >= m_foldAgain)
        fold();
}

void WhatIf::fold()
{
    const TimePoint began = m_parts.clock.now();
    m_parts.rateLimits.foldDemand(began);
    const TimePoint ended = m_parts.clock.now();
    m_foldAgain = ended + (ended - began) * kTimesItsCost;
}

QJsonArray WhatIf::rows(const std::vector<ConfigChange> &changes)
{
    tick();
    QJsonArray rows;
    for (const ConfigChange &change : changes) {
        QJsonObject row;
        for (const LimitKey &limit : kLimits) {
            if (change.key == limit.key)
                row = limitRow(limit.scope, change.after.toInt());
        }
        for (const SizeKey &size : kSizes) {
            const auto after = static_cast<quint64>(std::max(0.0, change.after.toDouble()));
            if (change.key == size.key && after > 0) // 0: as many as the system allows
                row = sizeRow(size.measure, after);
        }
        if (row.isEmpty())
            continue;
        row[QStringLiteral("key")] = change.key;
        rows.append(row);
    }
    return rows;
}

QJsonObject WhatIf::limitRow(Scope scope, int limit) const
{
    const std::optional<LimitReplay> replay = m_parts.rateLimits.replay(scope, limit);
    if (!replay)
        return unknown();
    const Estimate refused(replay->refused);
    const Estimate keys(replay->keys);
    return {{QStringLiteral("kind"), QStringLiteral("limit")},
            {QStringLiteral("windowSeconds"), std::chrono::duration<double>(replay->span).count()},
            {QStringLiteral("asked"), number(replay->asked)},
            {QStringLiteral("wouldRefuse"), number(refused.value)},
            {QStringLiteral("plusMinus"), number(refused.plusMinus)},
            {QStringLiteral("keys"), number(keys.value)},
            {QStringLiteral("keysPlusMinus"), number(keys.plusMinus)},
            {QStringLiteral("actuallyRefused"), number(replay->actuallyRefused)},
            {QStringLiteral("heldBack"), replay->actuallyRefused > refused.value + refused.plusMinus}};
}

QJsonObject WhatIf::sizeRow(quint64 (*measure)(const Snapshot &sample), quint64 size) const
{
    const std::vector<Snapshot> samples = m_parts.history.last(kSpan);
    if (samples.empty())
        return unknown();
    quint64 most = 0;
    qint64 full = 0;
    for (const Snapshot &sample : samples) {
        const quint64 measured = measure(sample);
        most = std::max(most, measured);
        full += measured >= size ? 1 : 0;
    }
    const auto spanMs = static_cast<double>(samples.back().uptimeMs - samples.front().uptimeMs);
    return {{QStringLiteral("kind"), QStringLiteral("size")},
            {QStringLiteral("windowSeconds"), spanMs / 1000},
            {QStringLiteral("samples"), static_cast<qint64>(samples.size())},
            {QStringLiteral("most"), number(most)},
            {QStringLiteral("fullSamples"), full}};
}

} // namespace sluice::server
