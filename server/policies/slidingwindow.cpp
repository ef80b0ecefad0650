#include "server/policies/slidingwindow.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace sluice::server {

namespace {

qint64 toNs(TimePoint time) noexcept
{
    return std::chrono::nanoseconds(time.time_since_epoch()).count();
}

/// Rounds towards minus infinity: a steady clock may count from any epoch.
qint64 floorDivide(qint64 value, qint64 divisor) noexcept
{
    const qint64 quotient = value / divisor;
    return value % divisor < 0 ? quotient - 1 : quotient;
}

} // namespace

SlidingWindow::SlidingWindow(int limit, std::chrono::milliseconds window) noexcept
    : m_limit(static_cast<quint32>(limit))
    , m_windowMs(static_cast<quint32>(window.count()))
{
    Q_ASSERT(limit >= 0 && window.count() > 0);
}

SlidingWindow::SlidingWindow(SlidingWindow &&other) noexcept
{
    takeFrom(other);
}

SlidingWindow &SlidingWindow::operator=(SlidingWindow &&other) noexcept
{
    if (this != &other) {
        reset();
        takeFrom(other);
    }
    return *this;
}

SlidingWindow::~SlidingWindow()
{
    reset();
}

bool SlidingWindow::tryAdmit(TimePoint now)
{
    if (m_limit == 0)
        return true;
    if (m_kind == Kind::Buckets)
        return admitCounted(toNs(now));
    return admitExact(toNs(now));
}

bool SlidingWindow::admitExact(qint64 now)
{
    if (m_count > 0)
        now = std::max(now, entry(static_cast<quint16>(m_count - 1)));
    dropExpired(now);
    if (m_count >= m_limit)
        return false;
    if (m_count == m_capacity) {
        if (m_count == kMaxExactEntries) {
            convertToBuckets();
            return admitCounted(now);
        }
        grow();
    }
    const auto slot = static_cast<quint16>((m_head + m_count) % m_capacity);
    entries()[slot] = now;
    ++m_count;
    return true;
}

bool SlidingWindow::admitCounted(qint64 now) noexcept
{
    const qint64 index = std::max(floorDivide(now, bucketNs()), m_buckets->newest);
    advance(index);
    if (m_buckets->total == 0) {
        reset();
        m_inline[0] = now;
        m_count = 1;
        return true;
    }
    if (m_buckets->total >= m_limit)
        return false;
    ++m_buckets->counts[bucketSlot(index)];
    ++m_buckets->total;
    return true;
}

void SlidingWindow::withdraw(TimePoint admitted) noexcept
{
    if (m_kind == Kind::Buckets)
        withdrawCounted(toNs(admitted));
    else
        withdrawExact(toNs(admitted));
}

void SlidingWindow::withdrawExact(qint64 admitted) noexcept
{
    quint16 found = m_count;
    while (found > 0 && entry(static_cast<quint16>(found - 1)) > admitted)
        --found;
    // With none that old its own was recorded later (a clock read before another thread's): the oldest it is then.
    if (found == 0)
        found = 1;
    if (found > m_count)
        return;
    for (quint16 i = found; i < m_count; ++i)
        entries()[(m_head + i - 1) % m_capacity] = entries()[(m_head + i) % m_capacity];
    --m_count;
}

void SlidingWindow::withdrawCounted(qint64 admitted) noexcept
{
    const qint64 oldest = m_buckets->newest - kBuckets;
    qint64 index = std::min(floorDivide(admitted, bucketNs()), m_buckets->newest);
    while (index >= oldest && m_buckets->counts[bucketSlot(index)] == 0)
        --index;
    if (index < oldest)
        return;
    --m_buckets->counts[bucketSlot(index)];
    --m_buckets->total;
}

Duration SlidingWindow::retryAfter(TimePoint now) const noexcept
{
    if (m_limit == 0)
        return Duration::zero();
    if (m_kind == Kind::Buckets)
        return std::chrono::nanoseconds(countedRetryAfter(toNs(now)));
    if (m_count < m_limit)
        return Duration::zero();
    // It must leave before the limit-th newest is a whole window old; after a lowered limit that is not the oldest.
    const qint64 blocking = entry(static_cast<quint16>(m_count - m_limit));
    const qint64 effectiveNow = std::max(toNs(now), entry(static_cast<quint16>(m_count - 1)));
    return std::chrono::nanoseconds(std::max<qint64>(0, blocking + windowNs() - effectiveNow));
}

qint64 SlidingWindow::countedRetryAfter(qint64 now) const noexcept
{
    const qint64 width = bucketNs();
    const qint64 current = std::max(floorDivide(now, width), m_buckets->newest);
    quint32 counting = m_buckets->total;
    for (qint64 index = m_buckets->newest - kBuckets; index <= m_buckets->newest; ++index) {
        const bool expired = index < current - kBuckets;
        if (!expired && counting < m_limit)
            return 0;
        counting -= m_buckets->counts[bucketSlot(index)];
        if (!expired && counting < m_limit)
            return std::max<qint64>(0, (index + kBuckets + 1) * width - now);
    }
    return 0;
}

void SlidingWindow::reconfigure(int limit, std::chrono::milliseconds window)
{
    Q_ASSERT(limit >= 0 && window.count() > 0);
    const auto newWindowMs = static_cast<quint32>(window.count());
    if (static_cast<quint32>(limit) == m_limit && newWindowMs == m_windowMs)
        return;
    if (limit == 0)
        reset();
    const qint64 oldWidth = bucketNs();
    m_limit = static_cast<quint32>(limit);
    m_windowMs = newWindowMs;
    if (m_kind == Kind::Buckets && bucketNs() != oldWidth)
        rebucket(oldWidth);
}

bool SlidingWindow::isIdle(TimePoint now) const noexcept
{
    if (m_kind == Kind::Buckets)
        return m_buckets->total == 0 || floorDivide(toNs(now), bucketNs()) > m_buckets->newest + kBuckets;
    return m_count == 0 || toNs(now) - entry(static_cast<quint16>(m_count - 1)) >= windowNs();
}

size_t SlidingWindow::heapBytes() const noexcept
{
    switch (m_kind) {
    case Kind::Inline: return 0;
    case Kind::Ring: return m_capacity * sizeof(qint64);
    case Kind::Buckets: return sizeof(Buckets);
    }
    return 0;
}

qint64 SlidingWindow::bucketNs() const noexcept
{
    return (windowNs() + kBuckets - 1) / kBuckets;
}

size_t SlidingWindow::bucketSlot(qint64 index) noexcept
{
    const qint64 rest = index % kSlots;
    return static_cast<size_t>(rest < 0 ? rest + kSlots : rest);
}

qint64 SlidingWindow::entry(quint16 position) const noexcept
{
    return entries()[(m_head + position) % m_capacity];
}

void SlidingWindow::dropExpired(qint64 now) noexcept
{
    while (m_count > 0 && now - entries()[m_head] >= windowNs()) {
        m_head = static_cast<quint16>((m_head + 1) % m_capacity);
        --m_count;
    }
    if (m_count == 0 && m_kind == Kind::Ring)
        reset();
}

void SlidingWindow::grow()
{
    const auto larger =
        static_cast<quint16>(std::min<quint32>({m_capacity * 2u, m_limit, static_cast<quint32>(kMaxExactEntries)}));
    auto *ring = new qint64[larger];
    for (quint16 i = 0; i < m_count; ++i)
        ring[i] = entry(i);
    if (m_kind == Kind::Ring)
        delete[] m_ring;
    m_ring = ring;
    m_kind = Kind::Ring;
    m_capacity = larger;
    m_head = 0;
}

void SlidingWindow::convertToBuckets()
{
    auto buckets = std::make_unique<Buckets>();
    const qint64 width = bucketNs();
    buckets->newest = floorDivide(entry(static_cast<quint16>(m_count - 1)), width);
    buckets->total = m_count;
    for (quint16 i = 0; i < m_count; ++i)
        ++buckets->counts[bucketSlot(floorDivide(entry(i), width))];
    reset();
    m_buckets = buckets.release();
    m_kind = Kind::Buckets;
}

void SlidingWindow::rebucket(qint64 oldWidth) noexcept
{
    const Buckets old = *m_buckets;
    *m_buckets = Buckets();
    const qint64 width = bucketNs();
    m_buckets->newest = floorDivide((old.newest + 1) * oldWidth - 1, width);
    for (qint64 index = old.newest - kBuckets; index <= old.newest; ++index) {
        // As young as its admissions can be, so that none of them is forgotten too early.
        const qint64 moved = floorDivide((index + 1) * oldWidth - 1, width);
        if (moved < m_buckets->newest - kBuckets)
            continue;
        m_buckets->counts[bucketSlot(moved)] += old.counts[bucketSlot(index)];
        m_buckets->total += old.counts[bucketSlot(index)];
    }
}

void SlidingWindow::advance(qint64 index) noexcept
{
    if (index - m_buckets->newest >= kSlots) {
        *m_buckets = Buckets();
        m_buckets->newest = index;
        return;
    }
    while (m_buckets->newest < index) {
        quint32 &reused = m_buckets->counts[bucketSlot(++m_buckets->newest)];
        m_buckets->total -= std::exchange(reused, 0);
    }
}

void SlidingWindow::reset() noexcept
{
    if (m_kind == Kind::Ring)
        delete[] m_ring;
    else if (m_kind == Kind::Buckets)
        delete m_buckets;
    m_kind = Kind::Inline;
    m_capacity = kInlineEntries;
    m_head = 0;
    m_count = 0;
}

void SlidingWindow::takeFrom(SlidingWindow &other) noexcept
{
    m_limit = other.m_limit;
    m_windowMs = other.m_windowMs;
    static_assert(sizeof m_inline >= sizeof(void *));
    std::memcpy(m_inline, other.m_inline, sizeof m_inline);
    m_head = std::exchange(other.m_head, quint16{0});
    m_count = std::exchange(other.m_count, quint16{0});
    m_capacity = std::exchange(other.m_capacity, kInlineEntries);
    m_kind = std::exchange(other.m_kind, Kind::Inline);
}

} // namespace sluice::server
