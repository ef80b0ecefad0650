#include "server/policies/overloadpolicy.h"

#include "shared/protocol/codec.h"

#include <algorithm>
#include <cmath>

namespace sluice::server {

namespace {

constexpr qint64 kLookEveryNs = 100'000'000;
// What was measured over longer than this says nothing about the present.
constexpr qint64 kStaleAfterNs = 2'000'000'000;

size_t atLeastOne(double jobs) noexcept
{
    return std::max<size_t>(1, static_cast<size_t>(std::lround(jobs)));
}

} // namespace

double DrainRate::update(quint64 totalTaken, TimePoint now) noexcept
{
    const qint64 nowNs = std::chrono::nanoseconds(now.time_since_epoch()).count();
    qint64 lookedAt = m_lookedAtNs.load(std::memory_order_relaxed);
    const qint64 elapsed = nowNs - lookedAt;
    if (elapsed < kLookEveryNs || !m_lookedAtNs.compare_exchange_strong(lookedAt, nowNs, std::memory_order_relaxed))
        return m_perSecond.load(std::memory_order_relaxed);

    const quint64 taken = totalTaken - m_takenThen.exchange(totalTaken, std::memory_order_relaxed);
    const double perSecond =
        elapsed > kStaleAfterNs ? 0 : static_cast<double>(taken) * 1e9 / static_cast<double>(elapsed);
    m_perSecond.store(perSecond, std::memory_order_relaxed);
    return perSecond;
}

OverloadPolicy::OverloadPolicy(const Config &config, const BoundedPriorityQueue &queue, Metrics &metrics,
                               Random &random)
    : m_queue(queue)
    , m_metrics(metrics)
    , m_random(random)
{
    setLimits(config);
}

void OverloadPolicy::setLimits(const Config &config) noexcept
{
    m_alertThreshold.store(config.backpressure.alertThreshold, std::memory_order_relaxed);
    m_dropThreshold.store(config.backpressure.dropThreshold, std::memory_order_relaxed);
}

std::optional<Refusal> OverloadPolicy::admit(const Request &request, TimePoint now)
{
    const size_t depth = m_queue.depth();
    const auto capacity = static_cast<double>(m_queue.capacity());
    if (depth < atLeastOne(m_alertThreshold.load(std::memory_order_relaxed) * capacity))
        return std::nullopt;

    const Lane lane = request.spec->lane;
    const bool queueDecides = lane == Lane::High && m_queue.dropsOldest();
    if (depth >= threshold(lane) && !queueDecides)
        return Refusal{overloaded(lane, now), true};

    static_cast<void>(m_drainRate.update(m_queue.totalTaken(), now)); // so that the rate is known when it is needed
    m_metrics.add(Counter::AcceptedUnderPressure);
    return std::nullopt;
}

Error OverloadPolicy::overloaded(Lane lane, TimePoint now)
{
    return {ErrorCode::Overloaded, protocol::retryData(retryAfter(lane, now)), {}};
}

size_t OverloadPolicy::threshold(Lane lane) const noexcept
{
    const auto capacity = static_cast<double>(m_queue.capacity());
    const double drop = m_dropThreshold.load(std::memory_order_relaxed);
    switch (lane) {
    case Lane::Low: return atLeastOne(drop * capacity);
    case Lane::Normal: return atLeastOne((drop + 1) / 2 * capacity);
    case Lane::High: break;
    }
    return m_queue.capacity();
}

std::chrono::milliseconds OverloadPolicy::retryAfter(Lane lane, TimePoint now)
{
    const double perSecond = m_drainRate.update(m_queue.totalTaken(), now);
    auto waitMs = static_cast<double>(kDefaultRetryAfter.count());
    if (perSecond > 0) {
        const size_t depth = m_queue.depth();
        const size_t surplus = depth - std::min(depth, threshold(lane) - 1);
        waitMs = static_cast<double>(surplus) * 1000 / perSecond;
    }
    constexpr auto kLow = static_cast<double>(kMinRetryAfter.count());
    constexpr auto kHigh = static_cast<double>(kMaxRetryAfter.count());
    const auto base = static_cast<quint64>(std::clamp(waitMs, kLow, kHigh));
    const quint64 jittered = base + m_random.below(base / 2 + 1);
    return std::min(kMaxRetryAfter, std::chrono::milliseconds(jittered));
}

} // namespace sluice::server
