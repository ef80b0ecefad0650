#pragma once

#include "server/config/configstore.h"
#include "server/metrics/history.h"
#include "server/policies/ratelimitpolicy.h"
#include "shared/base/clock.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace sluice::server {

/// What changed settings would have done within the last ten minutes: limits are replayed on what was asked, sizes on
/// the samples of each second. What is not known is said to be so; nothing is guessed.
/// Thread: admin.
class WhatIf
{
public:
    /// All live longer.
    struct Parts {
        RateLimitPolicy &rateLimits;
        const History &history;
        const Clock &clock;
    };

    explicit WhatIf(Parts parts)
        : m_parts(parts)
    {
    }

    /// To be called about once a second, so that there is something to tell.
    void tick();
    /// A row with its `kind` and `key` for each change of which something can be said.
    /// "limit": windowSeconds, asked, wouldRefuse, plusMinus, keys, keysPlusMinus, actuallyRefused, and heldBack: who
    /// was refused may have asked less than it would have. "size": windowSeconds, samples, most, and fullSamples: of
    /// one a second, how many found as much as the new size holds. "unknown": nothing else.
    [[nodiscard]] QJsonArray rows(const std::vector<ConfigChange> &changes);

private:
    using Scope = RateLimitPolicy::Scope;

    void fold();
    [[nodiscard]] QJsonObject limitRow(Scope scope, int limit) const;
    [[nodiscard]] QJsonObject sizeRow(quint64 (*measure)(const admin::Snapshot &sample), quint64 size) const;

    const Parts m_parts;
    TimePoint m_foldAgain{};
};

} // namespace sluice::server
