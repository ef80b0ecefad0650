#include "server/policies/ratelimitpolicy.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

namespace sluice::server {

namespace {

using protocol::RateScope;

constexpr std::chrono::minutes kMinute{1};
// Told to a new key that the full table cannot take: windows become idle all the time.
constexpr std::chrono::seconds kTableFullRetryAfter{1};
// From the widest to the narrowest, after the global limit.
constexpr std::array kWindowScopes{RateScope::Ip, RateScope::User, RateScope::Event};

// A key also says which limit it is of, so that windows can be counted: two bits for the scope and twelve for the
// event's index, at the cost of so many of its 128.
constexpr unsigned kScopeShift = 62;
constexpr unsigned kEventShift = 50;
constexpr quint64 kEventMask = kMaxEventTypes - 1;
static_assert((kMaxEventTypes & kEventMask) == 0 && kScopeShift - kEventShift == 12 && kMaxEventTypes == 1U << 12U);

KeyHash marked(KeyHash key, RateScope scope, EventIndex event) noexcept
{
    constexpr quint64 kHashMask = (quint64{1} << kEventShift) - 1;
    key.high = (key.high & kHashMask) | (static_cast<quint64>(scope) << kScopeShift)
        | ((event.value & kEventMask) << kEventShift);
    return key;
}

RateLimitPolicy::Holder holderOf(const Request &request) noexcept
{
    const Principal *principal = request.principal.get();
    const bool isKnown = principal != nullptr && principal->authenticated;
    return {isKnown ? std::string_view(principal->userId) : std::string_view(), request.address};
}

constexpr quint8 bitOf(RateScope scope) noexcept
{
    return static_cast<quint8>(1U << static_cast<unsigned>(scope));
}

/// What counts the refusals of one limit.
struct Counters {
    Counter hit;
    Counter dryRun;
};

Counters countersOf(RateScope scope) noexcept
{
    switch (scope) {
    case RateScope::Global: return {Counter::RateLimitHitsGlobal, Counter::DryRunGlobal};
    case RateScope::Ip: return {Counter::RateLimitHitsIp, Counter::DryRunIp};
    case RateScope::User: return {Counter::RateLimitHitsUser, Counter::DryRunUser};
    case RateScope::Event: break;
    }
    return {Counter::RateLimitHitsEvent, Counter::DryRunEvent};
}

Refusal refusalOf(RateScope scope, const RateLimit &limit, Duration wait)
{
    const protocol::RateLimitFacts facts{scope, limit.count, limit.window, std::chrono::ceil<Milliseconds>(wait)};
    return {{ErrorCode::RateLimited, protocol::rateLimitedData(facts), {}}, scope == RateScope::Global};
}

/// The text that stands for a user or an address: the kind first, so that nobody can take the name of another kind. A
/// fixed buffer, because this runs thrice for every event.
class KeyText
{
public:
    static KeyText ofUser(const RateLimitPolicy::Holder &holder) noexcept
    {
        return holder.user.empty() ? KeyText("a", holder.address) : KeyText("u", holder.user);
    }
    static KeyText ofAddress(std::string_view address) noexcept { return {"i", address}; }

    void append(std::string_view text) noexcept
    {
        const size_t taken = std::min(text.size(), sizeof m_text - m_size);
        Q_ASSERT(taken == text.size());
        std::memcpy(m_text + m_size, text.data(), taken);
        m_size += taken;
    }

    [[nodiscard]] std::string_view view() const noexcept { return {m_text, m_size}; }

private:
    KeyText(std::string_view kind, std::string_view name) noexcept
    {
        append(kind);
        append(name);
    }

    char m_text[160]; // NOLINT: filled up to m_size; user ids have at most 128 bytes
    size_t m_size = 0;
};

} // namespace

RateLimitPolicy::RateLimitPolicy(const Config &config, Metrics &metrics, Random &random)
    : m_metrics(metrics)
    , m_hasher(random)
    , m_windows(static_cast<size_t>(config.rateLimits.maxKeys))
    , m_userDemand(kMinute)
    , m_addressDemand(kMinute)
{
    setLimits(config);
    m_metrics.setGauge(Gauge::RateLimitKeys, [this] { return static_cast<double>(keyCount()); });
}

RateLimitPolicy::~RateLimitPolicy()
{
    m_metrics.setGauge(Gauge::RateLimitKeys, {});
}

void RateLimitPolicy::setLimits(const Config &config) noexcept
{
    const Config::RateLimits &limits = config.rateLimits;
    m_global.setLimit(limits.globalPerSecond);
    m_perIpPerMinute.store(limits.perIpPerMinute, std::memory_order_relaxed);
    m_perUserPerMinute.store(limits.perUserPerMinute, std::memory_order_relaxed);
    m_enforcePerEvent.store(limits.enforcePerEvent, std::memory_order_relaxed);
    m_windows.setMaxKeys(static_cast<size_t>(limits.maxKeys));
    const auto bitIf = [](bool isDryRun, Scope scope) { return isDryRun ? unsigned{bitOf(scope)} : 0U; };
    const Config::DryRun &dryRun = limits.dryRun;
    m_dryRuns.store(static_cast<quint8>(bitIf(dryRun.global, Scope::Global) | bitIf(dryRun.ip, Scope::Ip)
                                        | bitIf(dryRun.user, Scope::User) | bitIf(dryRun.event, Scope::Event)),
                    std::memory_order_relaxed);
}

std::optional<Refusal> RateLimitPolicy::admit(const Request &request, TimePoint now)
{
    request.ratePermits = 0;
    if (auto refusal = conclude(request, Scope::Global, askGlobal(now)))
        return refusal;
    for (const Scope scope : kWindowScopes) {
        const RateLimit limit = limitOf(scope, request);
        if (limit.count == 0)
            continue;
        auto refusal = conclude(request, scope, askWindow(keyOf(scope, request), limit, scope, now));
        if (!refusal)
            continue;
        // The chain asks only earlier policies to give back, so this one sees to its own.
        if (!refusal->serverFault)
            request.ratePermits &= bitOf(Scope::Global);
        withdraw(request, now);
        return refusal;
    }
    return std::nullopt;
}

std::string RateLimitPolicy::explain(const Request &request)
{
    constexpr std::array kNames{"user", "event", "ip", "global"}; // in the order of Scope
    std::string numbers;
    for (const Scope scope : kWindowScopes) {
        const RateLimit limit = limitOf(scope, request);
        if (limit.count == 0)
            continue;
        numbers += numbers.empty() ? "{\"" : ",\"";
        numbers += kNames[static_cast<size_t>(scope)];
        numbers += "\":{\"used\":" + std::to_string(m_windows.used(keyOf(scope, request)));
        numbers += ",\"limit\":" + std::to_string(limit.count);
        numbers += ",\"windowMs\":" + std::to_string(limit.window.count()) + '}';
    }
    return numbers.empty() ? numbers : numbers + '}';
}

void RateLimitPolicy::withdraw(const Request &request, TimePoint admitted)
{
    const quint8 permits = std::exchange(request.ratePermits, quint8{0});
    if ((permits & bitOf(Scope::Global)) != 0) {
        m_global.withdraw(admitted);
        m_globalDemand.count(admitted, -1);
    }
    for (const Scope scope : kWindowScopes) {
        if ((permits & bitOf(scope)) != 0)
            m_windows.withdraw(keyOf(scope, request), admitted);
    }
}

std::optional<Refusal> RateLimitPolicy::admitFault(std::string_view address, TimePoint now)
{
    const RateLimit limit = addressLimit();
    if (limit.count == 0)
        return std::nullopt;
    Answer answer = askWindow(keyOf(Scope::Ip, Holder{{}, address}, {}), limit, Scope::Ip, now);
    if (!answer.refusal || !holds(Scope::Ip, isDryRun(Scope::Ip)))
        return std::nullopt;
    return std::move(answer.refusal);
}

RateLimitPolicy::Answer RateLimitPolicy::askGlobal(TimePoint now)
{
    const RateLimit limit{m_global.limit(), GlobalRateLimit::kWindow};
    if (limit.count == 0)
        return {};
    m_globalDemand.count(now, 1);
    const GlobalRateLimit::Decision decision = m_global.tryAdmit(now);
    if (decision.isAdmitted)
        return {true, std::nullopt};
    return {false, refusalOf(Scope::Global, limit, decision.retryAfter)};
}

RateLimitPolicy::Answer RateLimitPolicy::askWindow(const KeyHash &key, const RateLimit &limit, Scope scope,
                                                   TimePoint now)
{
    const WindowTable::Decision decision = m_windows.tryAdmit(key, limit, now);
    if (decision.verdict == WindowTable::Verdict::Admitted)
        return {true, std::nullopt};
    if (decision.verdict == WindowTable::Verdict::Limited)
        return {false, refusalOf(scope, limit, decision.retryAfter)};
    Refusal refusal = refusalOf(scope, limit, kTableFullRetryAfter);
    refusal.error.detail = QStringLiteral("rate-limits.max-keys reached, every key active");
    refusal.serverFault = true;
    return {false, std::move(refusal)};
}

std::optional<Refusal> RateLimitPolicy::conclude(const Request &request, Scope scope, Answer &&answer)
{
    if (answer.hasPermit)
        request.ratePermits |= bitOf(scope);
    if (!answer.refusal)
        return std::nullopt;
    const bool isTried = isDryRun(scope) || (scope == Scope::Event && request.spec->dryRun);
    if (scope == Scope::Event)
        countRefusal(request, isTried);
    if (holds(scope, isTried))
        return std::move(answer.refusal);
    m_metrics.add(request.spec->index, EventCounter::DryRun);
    return std::nullopt;
}

// Whether the refusal of that limit holds, or is a dry run's; it is counted as what it is.
bool RateLimitPolicy::holds(Scope scope, bool isDryRun)
{
    const Counters counters = countersOf(scope);
    m_metrics.add(isDryRun ? counters.dryRun : counters.hit);
    return !isDryRun;
}

bool RateLimitPolicy::isDryRun(Scope scope) const noexcept
{
    return (m_dryRuns.load(std::memory_order_relaxed) & bitOf(scope)) != 0;
}

KeyHash RateLimitPolicy::keyOf(Scope scope, const Request &request) const
{
    return keyOf(scope, holderOf(request), request.spec->index);
}

KeyHash RateLimitPolicy::keyOf(Scope scope, const Holder &holder, EventIndex event) const
{
    if (scope == Scope::Ip)
        return marked(m_hasher(KeyText::ofAddress(holder.address).view()), scope, {});
    KeyText text = KeyText::ofUser(holder);
    if (scope != Scope::Event)
        return marked(m_hasher(text.view()), scope, {});
    const quint32 index = event.value;
    char suffix[1 + sizeof index] = {'\0'};
    std::memcpy(suffix + 1, &index, sizeof index);
    text.append({suffix, sizeof suffix});
    return marked(m_hasher(text.view()), scope, event);
}

std::optional<WindowTable::Look> RateLimitPolicy::look(Scope scope, const Holder &holder, EventIndex event,
                                                       TimePoint now)
{
    return m_windows.look(keyOf(scope, holder, event), now);
}

RateLimitPolicy::WindowCounts RateLimitPolicy::countWindows()
{
    WindowCounts counts;
    std::vector<quint32> byEvent(kMaxEventTypes);
    m_windows.visit([&](const KeyHash &key, const SlidingWindow &) {
        const quint64 scope = key.high >> kScopeShift;
        ++counts.byScope[std::min<quint64>(scope, counts.byScope.size() - 1)];
        if (scope == static_cast<quint64>(Scope::Event))
            ++byEvent[(key.high >> kEventShift) & kEventMask];
    });
    for (size_t event = 0; event < byEvent.size(); ++event) {
        if (byEvent[event] > 0)
            counts.byEvent[static_cast<quint32>(event)] = byEvent[event];
    }
    return counts;
}

void RateLimitPolicy::foldDemand(TimePoint now)
{
    foldGlobalDemand(now);
    struct Book {
        Scope scope;
        DemandBook &book;
        int limit;
    };
    const std::array books{
        Book{Scope::User, m_userDemand, m_perUserPerMinute.load(std::memory_order_relaxed)},
        Book{Scope::Ip, m_addressDemand, m_perIpPerMinute.load(std::memory_order_relaxed)},
    };
    for (const Book &one : books) {
        if (one.limit == 0) // then nobody is counted
            one.book.clear();
        else
            one.book.beginFold(now);
    }
    m_windows.collect([&books](const KeyHash &key, const WindowTable::Demand &demand) {
        for (const Book &one : books) {
            if (one.limit > 0 && key.high >> kScopeShift == static_cast<quint64>(one.scope))
                one.book.add(key, demand, one.limit);
        }
    });
    for (const Book &one : books) {
        if (one.limit > 0)
            one.book.endFold(now, refusedTotal(one.scope));
    }
}

void RateLimitPolicy::foldGlobalDemand(TimePoint now)
{
    if (m_global.limit() == 0) { // then nobody is counted
        m_globalDemand.clear();
        m_globalRefused.clear();
        return;
    }
    m_globalDemand.fold(now);
    m_globalRefused.push_back({now, refusedTotal(Scope::Global)});
    while (m_globalRefused.size() > 1 && m_globalRefused[1].at <= now - m_globalDemand.span())
        m_globalRefused.pop_front();
}

std::optional<LimitReplay> RateLimitPolicy::replay(Scope scope, int limit) const
{
    if (scope == Scope::Global)
        return replayGlobal(limit);
    return (scope == Scope::User ? m_userDemand : m_addressDemand).replay(limit);
}

std::optional<LimitReplay> RateLimitPolicy::replayGlobal(int limit) const
{
    LimitReplay result;
    result.span = m_globalDemand.span();
    if (result.span <= Duration::zero())
        return std::nullopt;
    const std::vector<DemandSlot> slots = m_globalDemand.slots();
    for (const DemandSlot &slot : slots)
        result.asked += slot.asked;
    result.refused = replayLimit(slots, limit, GlobalRateLimit::kWindow);
    result.keys = {result.refused.least > 0 ? quint64{1} : 0, result.refused.most > 0 ? quint64{1} : 0};
    result.actuallyRefused = m_globalRefused.back().total - m_globalRefused.front().total;
    return result;
}

quint64 RateLimitPolicy::refusedTotal(Scope scope) const
{
    const Counters counters = countersOf(scope);
    return m_metrics.total(counters.hit) + m_metrics.total(counters.dryRun);
}

void RateLimitPolicy::countRefusal(const Request &request, bool isDryRun) noexcept
{
    EventCounts &counts = m_eventCounts[request.spec->index.value % m_eventCounts.size()];
    (isDryRun ? counts.dryRun : counts.refused).fetch_add(1, std::memory_order_relaxed);
}

RateLimitPolicy::EventRefusals RateLimitPolicy::refusals(EventIndex event) const noexcept
{
    const EventCounts &counts = m_eventCounts[event.value % m_eventCounts.size()];
    return {counts.refused.load(std::memory_order_relaxed), counts.dryRun.load(std::memory_order_relaxed)};
}

RateLimit RateLimitPolicy::limitOf(Scope scope, const Request &request) const noexcept
{
    if (scope == Scope::Ip)
        return addressLimit();
    if (scope == Scope::User)
        return {m_perUserPerMinute.load(std::memory_order_relaxed), kMinute};
    if (!request.spec->rateLimit || !m_enforcePerEvent.load(std::memory_order_relaxed))
        return {};
    return *request.spec->rateLimit;
}

RateLimit RateLimitPolicy::addressLimit() const noexcept
{
    return {m_perIpPerMinute.load(std::memory_order_relaxed), kMinute};
}

} // namespace sluice::server
