#include "server/policies/ratelimitpolicy.h"

#include <algorithm>
#include <cstring>

namespace sluice::server {

namespace {

constexpr std::chrono::minutes kUserWindow{1};
// Told to a new user whom the full table cannot take: windows become idle all the time.
constexpr std::chrono::seconds kTableFullRetryAfter{1};

/// The text that stands for a user: the kind first, so that nobody can take the name of an address. A fixed buffer,
/// because this runs twice for every event.
class KeyText
{
public:
    explicit KeyText(const Request &request) noexcept
    {
        const Principal *principal = request.principal.get();
        const bool known = principal != nullptr && principal->authenticated;
        append(known ? "u" : "a");
        append(known ? std::string_view(principal->userId) : std::string_view(request.address));
    }

    void append(std::string_view text) noexcept
    {
        const size_t taken = std::min(text.size(), sizeof m_text - m_size);
        Q_ASSERT(taken == text.size());
        std::memcpy(m_text + m_size, text.data(), taken);
        m_size += taken;
    }

    [[nodiscard]] std::string_view view() const noexcept { return {m_text, m_size}; }

private:
    char m_text[160]; // NOLINT: filled up to m_size; user ids have at most 128 bytes
    size_t m_size = 0;
};

} // namespace

RateLimitPolicy::RateLimitPolicy(const Config &config, Metrics &metrics, Random &random)
    : m_metrics(metrics)
    , m_hasher(random)
    , m_windows(static_cast<size_t>(config.rateLimits.maxKeys))
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
    m_perUserPerMinute.store(config.rateLimits.perUserPerMinute, std::memory_order_relaxed);
    m_enforcePerEvent.store(config.rateLimits.enforcePerEvent, std::memory_order_relaxed);
    m_windows.setMaxKeys(static_cast<size_t>(config.rateLimits.maxKeys));
}

std::optional<Refusal> RateLimitPolicy::admit(const Request &request, TimePoint now)
{
    const RateLimit perUser = userLimit();
    if (perUser.count > 0) {
        if (auto refusal = admitOne(userKey(request), perUser, protocol::RateScope::User, now))
            return refusal;
    }
    const RateLimit perEvent = eventLimit(request);
    if (perEvent.count == 0)
        return std::nullopt;
    auto refusal = admitOne(eventKey(request), perEvent, protocol::RateScope::Event, now);
    // For the server's sake: the chain asks only earlier policies to give back, so this one sees to its own.
    if (refusal && refusal->serverFault && perUser.count > 0)
        m_windows.withdraw(userKey(request), now);
    return refusal;
}

void RateLimitPolicy::withdraw(const Request &request, TimePoint admitted)
{
    if (userLimit().count > 0)
        m_windows.withdraw(userKey(request), admitted);
    if (eventLimit(request).count > 0)
        m_windows.withdraw(eventKey(request), admitted);
}

std::optional<Refusal> RateLimitPolicy::admitOne(const KeyHash &key, const RateLimit &limit, protocol::RateScope scope,
                                                 TimePoint now)
{
    WindowTable::Decision decision = m_windows.tryAdmit(key, limit, now);
    if (decision.verdict == WindowTable::Verdict::Admitted)
        return std::nullopt;
    const bool tableFull = decision.verdict == WindowTable::Verdict::TableFull;
    const Duration wait = tableFull ? Duration(kTableFullRetryAfter) : decision.retryAfter;
    const protocol::RateLimitFacts facts{scope, limit.count, limit.window, std::chrono::ceil<Milliseconds>(wait)};
    Error error{ErrorCode::RateLimited, protocol::rateLimitedData(facts),
                tableFull ? QStringLiteral("rate-limits.max-keys reached, every key active") : QString()};
    return Refusal{std::move(error), tableFull};
}

KeyHash RateLimitPolicy::userKey(const Request &request) const
{
    return m_hasher(KeyText(request).view());
}

KeyHash RateLimitPolicy::eventKey(const Request &request) const
{
    KeyText text(request);
    const quint32 index = request.spec->index.value;
    char suffix[1 + sizeof index] = {'\0'};
    std::memcpy(suffix + 1, &index, sizeof index);
    text.append({suffix, sizeof suffix});
    return m_hasher(text.view());
}

RateLimit RateLimitPolicy::userLimit() const noexcept
{
    return {m_perUserPerMinute.load(std::memory_order_relaxed), kUserWindow};
}

RateLimit RateLimitPolicy::eventLimit(const Request &request) const noexcept
{
    if (!request.spec->rateLimit || !m_enforcePerEvent.load(std::memory_order_relaxed))
        return {};
    return *request.spec->rateLimit;
}

} // namespace sluice::server
