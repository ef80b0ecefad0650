// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentwhatif.h"

#include <algorithm>
#include <array>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

using admin::Snapshot;

constexpr qsizetype kSpanSeconds = 600;

struct SizeKey {
    QLatin1StringView key;
    quint64 (*measure)(const Snapshot &sample);
};
constexpr std::array kSizes{
    SizeKey{"channels.message-queue-size"_L1, [](const Snapshot &sample) { return sample.queueDepth(); }},
    SizeKey{"channels.broadcast-buffer-size"_L1, [](const Snapshot &sample) { return sample.broadcastsQueued; }},
    SizeKey{"channels.worker-pool-size"_L1, [](const Snapshot &sample) { return sample.workersBusy; }},
    SizeKey{"channels.max-pending-requests"_L1, [](const Snapshot &sample) { return sample.inFlight; }},
    SizeKey{"limits.outbound-total-bytes"_L1, [](const Snapshot &sample) { return sample.outboundBytes; }},
    SizeKey{"limits.connections"_L1, [](const Snapshot &sample) { return sample.connectionsOpen; }},
};

} // namespace

IncidentWhatIf::IncidentWhatIf(const IncidentLimits &limits, const QList<Snapshot> &samples)
    : m_limits(limits)
    , m_samples(samples)
{
}

QJsonObject IncidentWhatIf::row(const QString &key, const QJsonValue &after) const
{
    const auto size = std::find_if(kSizes.begin(), kSizes.end(), [&key](const SizeKey &one) { return key == one.key; });
    if (size == kSizes.end())
        return m_limits.whatIf(key, after.toInt());
    const auto wanted = static_cast<quint64>(std::max(0.0, after.toDouble()));
    return wanted == 0 ? QJsonObject() : sizeRow(size->measure, wanted); // 0: as many as the system allows
}

QJsonObject IncidentWhatIf::sizeRow(quint64 (*measure)(const Snapshot &sample), quint64 size) const
{
    const QList<Snapshot> samples = m_samples.last(std::min(kSpanSeconds, m_samples.size()));
    quint64 most = 0;
    qint64 full = 0;
    for (const Snapshot &sample : samples) {
        most = std::max(most, measure(sample));
        full += measure(sample) >= size ? 1 : 0;
    }
    const auto spanMs = static_cast<double>(samples.constLast().uptimeMs - samples.constFirst().uptimeMs);
    return {{u"kind"_s, u"size"_s},
            {u"windowSeconds"_s, spanMs / 1000},
            {u"samples"_s, samples.size()},
            {u"most"_s, static_cast<double>(most)},
            {u"fullSamples"_s, full}};
}

} // namespace sluice::console
