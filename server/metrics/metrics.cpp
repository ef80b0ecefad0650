#include "server/metrics/metrics.h"

namespace sluice::server {

namespace {

// Enough that I/O threads and a default worker pool rarely share one; 16 KB each.
constexpr size_t kStripeCount = 16;
// Per event type memory is dearer: 3 KB each.
constexpr size_t kEventStripeCount = 4;
constexpr size_t kCacheLine = 64;

constexpr size_t kEventCounterCount = static_cast<size_t>(EventCounter::Count_);

template <typename Name>
constexpr size_t at(Name name)
{
    return static_cast<size_t>(name);
}

// Whoever reads an ending and then "received" must find the request that ended among the received: released here,
// acquired in total(). On x86 this costs nothing over relaxed.
void bump(std::atomic<quint64> &counter, quint64 amount)
{
    counter.fetch_add(amount, std::memory_order_release);
}

} // namespace

struct alignas(kCacheLine) Metrics::Stripe {
    std::array<std::atomic<quint64>, kCounterCount> counters{};
    alignas(kCacheLine) std::array<HistogramStripe, kDistributionCount> distributions{};
};

struct Metrics::EventStripes {
    struct alignas(kCacheLine) One {
        std::array<std::atomic<quint64>, kEventCounterCount> counters{};
        HistogramStripe duration;
    };
    std::array<One, kEventStripeCount> stripes{};

    [[nodiscard]] quint64 total(EventCounter counter) const noexcept
    {
        quint64 sum = 0;
        for (const One &stripe : stripes)
            sum += stripe.counters[at(counter)].load(std::memory_order_acquire);
        return sum;
    }
};

Metrics::Metrics()
    : m_stripes(std::make_unique<Stripe[]>(kStripeCount))
    , m_events(std::make_unique<std::atomic<EventStripes *>[]>(kMaxEvents))
{
}

Metrics::~Metrics()
{
    for (size_t event = 0; event < kMaxEvents; ++event)
        delete m_events[event].load(std::memory_order_acquire);
}

size_t Metrics::stripeIndex() noexcept
{
    static std::atomic<size_t> threads{0};
    thread_local const size_t index = threads.fetch_add(1, std::memory_order_relaxed);
    return index;
}

void Metrics::add(Counter counter, quint64 amount) noexcept
{
    bump(m_stripes[stripeIndex() % kStripeCount].counters[at(counter)], amount);
}

quint64 Metrics::total(Counter counter) const noexcept
{
    quint64 sum = 0;
    for (size_t stripe = 0; stripe < kStripeCount; ++stripe)
        sum += m_stripes[stripe].counters[at(counter)].load(std::memory_order_acquire);
    return sum;
}

void Metrics::record(Distribution distribution, Duration duration) noexcept
{
    m_stripes[stripeIndex() % kStripeCount].distributions[at(distribution)].record(duration);
}

HistogramCounts Metrics::counts(Distribution distribution) const
{
    HistogramCounts sum;
    for (size_t stripe = 0; stripe < kStripeCount; ++stripe)
        m_stripes[stripe].distributions[at(distribution)].addTo(sum);
    return sum;
}

void Metrics::reserveEvents(size_t count)
{
    Q_ASSERT(count <= kMaxEvents);
    for (size_t event = 0; event < std::min(count, kMaxEvents); ++event) {
        if (m_events[event].load(std::memory_order_acquire) == nullptr)
            m_events[event].store(new EventStripes, std::memory_order_release);
    }
}

const Metrics::EventStripes *Metrics::eventStripes(EventIndex event) const noexcept
{
    return event.value < kMaxEvents ? m_events[event.value].load(std::memory_order_acquire) : nullptr;
}

Metrics::EventStripes *Metrics::eventStripes(EventIndex event) noexcept
{
    return event.value < kMaxEvents ? m_events[event.value].load(std::memory_order_acquire) : nullptr;
}

void Metrics::add(EventIndex event, EventCounter counter, quint64 amount) noexcept
{
    EventStripes *stripes = eventStripes(event);
    Q_ASSERT(stripes);
    if (stripes)
        bump(stripes->stripes[stripeIndex() % kEventStripeCount].counters[at(counter)], amount);
}

void Metrics::record(EventIndex event, Duration duration) noexcept
{
    EventStripes *stripes = eventStripes(event);
    Q_ASSERT(stripes);
    if (stripes)
        stripes->stripes[stripeIndex() % kEventStripeCount].duration.record(duration);
}

EventTotals Metrics::totals(EventIndex event) const noexcept
{
    EventTotals totals;
    if (const EventStripes *stripes = eventStripes(event)) {
        totals.succeeded = stripes->total(EventCounter::Succeeded);
        totals.failed = stripes->total(EventCounter::Failed);
        totals.timedOut = stripes->total(EventCounter::TimedOut);
        totals.refused = stripes->total(EventCounter::Refused);
        totals.rateLimited = stripes->total(EventCounter::RateLimited);
        // Last, so that it is never less than the endings read before.
        totals.received = stripes->total(EventCounter::Received);
    }
    return totals;
}

HistogramCounts Metrics::counts(EventIndex event) const
{
    HistogramCounts sum;
    if (const EventStripes *stripes = eventStripes(event)) {
        for (const EventStripes::One &stripe : stripes->stripes)
            stripe.duration.addTo(sum);
    }
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
