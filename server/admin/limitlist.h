#pragma once

#include "server/config/configstore.h"
#include "server/events/eventregistry.h"
#include "server/metrics/metrics.h"
#include "server/policies/ratelimitpolicy.h"
#include "shared/base/clock.h"

#include <QJsonArray>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace sluice::server {

/// What operators see of the rate limits: what each one is, what it has refused, and how fast.
/// Thread: admin.
class LimitList
{
public:
    using Scope = RateLimitPolicy::Scope;

    /// All live longer.
    struct Parts {
        ConfigStore &config;
        const Metrics &metrics;
        const Clock &clock;
        std::function<EventRegistryPtr()> registry;
        RateLimitPolicy &policy;
    };
    /// One limit as it is now.
    struct Limit {
        Scope scope = Scope::User;
        EventSpecPtr event; ///< Scope::Event only.
        RateLimit limit;
        bool isDryRun = false;
        bool isOff = false;
    };

    explicit LimitList(Parts parts);

    /// To be called about once a second: what was refused since the last time is the rate.
    void tick();
    /// The rows of `limits/list`.
    [[nodiscard]] QJsonArray toJson();
    /// The limit of that name ("global", "address", "user" or "event"); nothing when there is none.
    [[nodiscard]] std::optional<Limit> find(const QString &scope, const QString &event) const;

private:
    struct Totals {
        quint64 refused = 0;
        quint64 wouldRefuse = 0;
    };
    struct Rate {
        quint64 refused = 0; // when it was looked at last
        double perSecond = 0;
    };
    using Id = std::pair<Scope, std::string>;

    [[nodiscard]] std::vector<Limit> limits() const;
    [[nodiscard]] Totals totalsOf(const Limit &limit) const;
    [[nodiscard]] static Id idOf(const Limit &limit);
    void countWindows();
    [[nodiscard]] size_t windowsOf(const Limit &limit) const;

    const Parts m_parts;
    std::map<Id, Rate> m_rates;
    TimePoint m_lastTick{};
    RateLimitPolicy::WindowCounts m_windows;
    TimePoint m_countAgain{}; // then the windows are counted anew
};

} // namespace sluice::server
