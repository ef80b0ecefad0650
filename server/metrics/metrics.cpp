#include "server/metrics/metrics.h"

#include "shared/base/cacheline.h"

namespace sluice::server {

namespace {

constexpr size_t kEventCounterCount = static_cast<size_t>(EventCounter::Count_);

template <typename Name>
constexpr size_t at(Name name)
{
    return static_cast<size_t>(name);
}

} // namespace

struct alignas(kCacheLine) Metrics::Stripe {
    std::array<std::atomic<quint64>, kCounterCount> counters{};
    alignas(kCacheLine) std::array<HistogramStripe, kDistributionCount> distributions{};
};

struct alignas(kCacheLine) Metrics::EventStripe {
    std::array<std::atomic<quint64>, kEventCounterCount> counters{};
    HistogramStripe duration;
};

Metrics::Metrics()
    : m_stripes(std::make_unique<Stripes<Stripe>>())
    , m_events(std::make_unique<std::atomic<Stripes<EventStripe> *>[]>(kMaxEvents))
{
}

Metrics::~Metrics()
{
    for (size_t event = 0; event < kMaxEvents; ++event)
        delete m_events[event].load(std::memory_order_acquire);
}

void Metrics::add(Counter counter, quint64 amount) noexcept
{
    const auto [stripe, writers] = m_stripes->own();
    bump(stripe.counters[at(counter)], amount, writers);
}

quint64 Metrics::total(Counter counter) const noexcept
{
    quint64 sum = 0;
    m_stripes->forEach(
        [&](const Stripe &stripe) { sum += stripe.counters[at(counter)].load(std::memory_order_acquire); });
    return sum;
}

void Metrics::record(Distribution distribution, Duration duration) noexcept
{
    const auto [stripe, writers] = m_stripes->own();
    stripe.distributions[at(distribution)].record(duration, writers);
}

HistogramCounts Metrics::counts(Distribution distribution) const
{
    HistogramCounts sum;
    m_stripes->forEach([&](const Stripe &stripe) { stripe.distributions[at(distribution)].addTo(sum); });
    return sum;
}

void Metrics::reserveEvents(size_t count)
{
    Q_ASSERT(count <= kMaxEvents);
    for (size_t event = 0; event < std::min(count, kMaxEvents); ++event) {
        if (m_events[event].load(std::memory_order_acquire) == nullptr)
            m_events[event].store(new Stripes<EventStripe>, std::memory_order_release);
    }
}

Stripes<Metrics::EventStripe> *Metrics::stripesOf(EventIndex event) const noexcept
{
    return event.value < kMaxEvents ? m_events[event.value].load(std::memory_order_acquire) : nullptr;
}

void Metrics::add(EventIndex event, EventCounter counter, quint64 amount) noexcept
{
    Stripes<EventStripe> *stripes = stripesOf(event);
    Q_ASSERT(stripes);
    if (!stripes)
        return;
    const auto [stripe, writers] = stripes->own();
    bump(stripe.counters[at(counter)], amount, writers);
}

void Metrics::record(EventIndex event, Duration duration) noexcept
{
    Stripes<EventStripe> *stripes = stripesOf(event);
    Q_ASSERT(stripes);
    if (!stripes)
        return;
    const auto [stripe, writers] = stripes->own();
    stripe.duration.record(duration, writers);
}

EventTotals Metrics::totals(EventIndex event) const noexcept
{
    EventTotals totals;
    const Stripes<EventStripe> *stripes = stripesOf(event);
    if (!stripes)
        return totals;
    const auto total = [stripes](EventCounter counter) {
        quint64 sum = 0;
        stripes->forEach(
            [&](const EventStripe &stripe) { sum += stripe.counters[at(counter)].load(std::memory_order_acquire); });
        return sum;
    };
    totals.succeeded = total(EventCounter::Succeeded);
    totals.failed = total(EventCounter::Failed);
    totals.timedOut = total(EventCounter::TimedOut);
    totals.refused = total(EventCounter::Refused);
    totals.rateLimited = total(EventCounter::RateLimited);
    totals.dryRun = total(EventCounter::DryRun);
    // Last, so that it is never less than the endings read before.
    totals.received = total(EventCounter::Received);
    return totals;
}

HistogramCounts Metrics::counts(EventIndex event) const
{
    HistogramCounts sum;
    if (const Stripes<EventStripe> *stripes = stripesOf(event))
        stripes->forEach([&](const EventStripe &stripe) { stripe.duration.addTo(sum); });
    return sum;
}

void Metrics::setGauge(Gauge gauge, std::function<double()> read)
{
    const MutexLock lock(m_gaugeMutex);
    m_gauges[at(gauge)] = std::move(read);
}

double Metrics::value(Gauge gauge) const
{
    // Called under the lock, so that setGauge() returns only when the old function runs no more.
    const MutexLock lock(m_gaugeMutex);
    const std::function<double()> &read = m_gauges[at(gauge)];
    return read ? read() : 0.0;
}

} // namespace sluice::server
