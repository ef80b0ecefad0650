#include "server/admin/limitlist.h"

#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace sluice::server {

namespace {

constexpr std::chrono::seconds kCountApart{1};
// A count of a million windows takes some 50 ms; however often it is asked for, it takes a twentieth of the time.
constexpr int kTimesItsCost = 20;
constexpr std::chrono::minutes kMinute{1};

// In the order of RateScope.
constexpr std::array kNames{QLatin1String("user"), QLatin1String("event"), QLatin1String("address"),
                            QLatin1String("global")};
constexpr std::array kKeys{
    QLatin1String("rate-limits.per-user-per-minute"), QLatin1String("rate-limits.enforce-per-event"),
    QLatin1String("rate-limits.per-ip-per-minute"), QLatin1String("rate-limits.global-per-second")};
constexpr std::array kHits{Counter::RateLimitHitsUser, Counter::RateLimitHitsEvent, Counter::RateLimitHitsIp,
                           Counter::RateLimitHitsGlobal};
constexpr std::array kDryRunHits{Counter::DryRunUser, Counter::DryRunEvent, Counter::DryRunIp, Counter::DryRunGlobal};

size_t indexOf(LimitList::Scope scope)
{
    return static_cast<size_t>(scope);
}

double number(quint64 value)
{
    return static_cast<double>(value);
}

QString modeOf(const LimitList::Limit &limit)
{
    if (limit.isOff)
        return QStringLiteral("off");
    return limit.isDryRun ? QStringLiteral("dry-run") : QStringLiteral("enforce");
}

} // namespace

LimitList::LimitList(Parts parts)
    : m_parts(std::move(parts))
{
}

std::vector<LimitList::Limit> LimitList::limits() const
{
    const ConfigPtr config = m_parts.config.current();
    const Config::RateLimits &rates = config->rateLimits;
    const auto ofAll = [](Scope scope, int count, std::chrono::milliseconds window, bool isDryRun) {
        return Limit{scope, nullptr, {count, window}, isDryRun, count == 0};
    };
    std::vector<Limit> all{
        ofAll(Scope::Global, rates.globalPerSecond, GlobalRateLimit::kWindow, rates.dryRun.global),
        ofAll(Scope::Ip, rates.perIpPerMinute, kMinute, rates.dryRun.ip),
        ofAll(Scope::User, rates.perUserPerMinute, kMinute, rates.dryRun.user),
    };
    const EventRegistryPtr events = m_parts.registry();
    for (const EventSpecPtr &event : events->events()) {
        if (event->rateLimit)
            all.push_back({Scope::Event, event, *event->rateLimit, rates.dryRun.event || event->dryRun,
                           !rates.enforcePerEvent || event->rateLimit->count == 0});
    }
    return all;
}

LimitList::Totals LimitList::totalsOf(const Limit &limit) const
{
    if (limit.scope == Scope::Event) {
        const auto refusals = m_parts.policy.refusals(limit.event->index);
        return {refusals.refused, refusals.dryRun};
    }
    return {m_parts.metrics.total(kHits[indexOf(limit.scope)]),
            m_parts.metrics.total(kDryRunHits[indexOf(limit.scope)])};
}

LimitList::Id LimitList::idOf(const Limit &limit)
{
    return {limit.scope, limit.event ? limit.event->id : std::string()};
}

void LimitList::tick()
{
    const TimePoint now = m_parts.clock.now();
    const double seconds = std::chrono::duration<double>(now - std::exchange(m_lastTick, now)).count();
    std::map<Id, Rate> rates;
    for (const Limit &limit : limits()) {
        const Totals totals = totalsOf(limit);
        const auto before = m_rates.find(idOf(limit));
        Rate rate{totals.refused + totals.wouldRefuse, 0};
        if (before != m_rates.end() && seconds > 0)
            rate.perSecond = number(rate.refused - before->second.refused) / seconds;
        rates.emplace(idOf(limit), rate);
    }
    m_rates = std::move(rates);
}

QJsonArray LimitList::toJson()
{
    countWindows();
    QJsonArray rows;
    for (const Limit &limit : limits()) {
        const Totals totals = totalsOf(limit);
        const auto rate = m_rates.find(idOf(limit));
        QJsonObject row{
            {QStringLiteral("scope"), kNames[indexOf(limit.scope)]},
            {QStringLiteral("key"), kKeys[indexOf(limit.scope)]},
            {QStringLiteral("limit"), limit.limit.count},
            {QStringLiteral("windowMs"), static_cast<qint64>(limit.limit.window.count())},
            {QStringLiteral("mode"), modeOf(limit)},
            {QStringLiteral("keys"), number(windowsOf(limit))},
            {QStringLiteral("refused"), number(totals.refused)},
            {QStringLiteral("wouldRefuse"), number(totals.wouldRefuse)},
            {QStringLiteral("refusedPerSecond"), rate == m_rates.end() ? 0.0 : rate->second.perSecond},
        };
        if (limit.event)
            row[QStringLiteral("event")] = QString::fromStdString(limit.event->id);
        rows.append(row);
    }
    return rows;
}

void LimitList::countWindows()
{
    const TimePoint began = m_parts.clock.now();
    if (began < m_countAgain)
        return;
    m_windows = m_parts.policy.countWindows();
    const TimePoint ended = m_parts.clock.now();
    m_countAgain = ended + std::max<Duration>(kCountApart, (ended - began) * kTimesItsCost);
}

size_t LimitList::windowsOf(const Limit &limit) const
{
    if (limit.scope == Scope::Global)
        return limit.isOff ? 0 : 1; // one for all
    if (limit.scope != Scope::Event)
        return m_windows.of(limit.scope);
    const auto found = m_windows.byEvent.find(limit.event->index.value);
    return found == m_windows.byEvent.end() ? 0 : found->second;
}

std::optional<LimitList::Limit> LimitList::find(const QString &scope, const QString &event) const
{
    for (Limit &limit : limits()) {
        const std::string id = limit.event ? limit.event->id : std::string();
        if (kNames[indexOf(limit.scope)] == scope && id == event.toStdString())
            return std::move(limit);
    }
    return std::nullopt;
}

} // namespace sluice::server
