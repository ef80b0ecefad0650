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
    m_buckets->advance(BucketCounts::indexOf(now, bucketNs()));
    if (m_buckets->total() == 0) {
        reset();
        m_inline[0] = now;
        m_count = 1;
        return true;
    }
    if (m_buckets->total() >= m_limit)
        return false;
    m_buckets->add(m_buckets->newest(), 1);
    return true;
}

void SlidingWindow::withdraw(TimePoint admitted) noexcept
{
    if (m_kind == Kind::Buckets)
        m_buckets->remove(BucketCounts::indexOf(toNs(admitted), bucketNs()), 1);
    else
        withdrawExact(toNs(admitted));
}

void SlidingWindow::withdrawExact(qint64 admitted) noexcept
{
    quint16 found = m_count;
    while (found > 0 && entry(static_cast<quint16>(found - 1)) > admitted)
        --found;
    // With none that old its own was recorded later (a clock read before another thread's): the oldest it is then,
    // unless its own has left the window.
    if (found == 0)
        found = 1;
    if (m_count == 0 || entry(static_cast<quint16>(m_count - 1)) - admitted >= windowNs())
        return;
    for (quint16 i = found; i < m_count; ++i)
        entries()[(m_head + i - 1) % m_capacity] = entries()[(m_head + i) % m_capacity];
    --m_count;
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
    const qint64 current = std::max(BucketCounts::indexOf(now, width), m_buckets->newest());
    const qint64 free = m_buckets->freeFrom(m_limit, current);
    return free == current ? 0 : std::max<qint64>(0, free * width - now);
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
        return m_buckets->total() == 0
            || BucketCounts::indexOf(toNs(now), bucketNs()) > m_buckets->newest() + BucketCounts::kBuckets;
    return m_count == 0 || toNs(now) - entry(static_cast<quint16>(m_count - 1)) >= windowNs();
}

size_t SlidingWindow::heapBytes() const noexcept
{
    switch (m_kind) {
    case Kind::Inline: return 0;
    case Kind::Ring: return m_capacity * sizeof(qint64);
    case Kind::Buckets: return sizeof(BucketCounts);
    }
    return 0;
}

qint64 SlidingWindow::bucketNs() const noexcept
{
    return (windowNs() + BucketCounts::kBuckets - 1) / BucketCounts::kBuckets;
}

qint64 SlidingWindow::entry(quint16 position) const noexcept
{
    return entries()[(m_head + position) % m_capacity];
}

int SlidingWindow::used() const noexcept
{
    return static_cast<int>(m_kind == Kind::Buckets ? m_buckets->total() : m_count);
}

int SlidingWindow::used(TimePoint now) const noexcept
{
    if (m_kind == Kind::Buckets) {
        BucketCounts counts = *m_buckets;
        counts.advance(BucketCounts::indexOf(toNs(now), bucketNs()));
        return static_cast<int>(counts.total());
    }
    quint16 expired = 0;
    while (expired < m_count && toNs(now) - entry(expired) >= windowNs())
        ++expired;
    return m_count - expired;
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
    const qint64 width = bucketNs();
    auto buckets =
        std::make_unique<BucketCounts>(BucketCounts::indexOf(entry(static_cast<quint16>(m_count - 1)), width));
    for (quint16 i = 0; i < m_count; ++i)
        buckets->add(BucketCounts::indexOf(entry(i), width), 1);
    reset();
    m_buckets = buckets.release();
    m_kind = Kind::Buckets;
}

void SlidingWindow::rebucket(qint64 oldWidth) noexcept
{
    const BucketCounts old = *m_buckets;
    const qint64 width = bucketNs();
    // As young as its admissions can be, so that none of them is forgotten too early.
    const auto youngest = [=](qint64 index) { return (index + 1) * oldWidth - 1; };
    *m_buckets = BucketCounts(BucketCounts::indexOf(youngest(old.newest()), width));
    const qint64 now = old.newest() * oldWidth; // or later
    for (qint64 index = old.oldest(); index <= old.newest(); ++index) {
        if (youngest(index) <= now - windowNs())
            continue;
        const qint64 moved = BucketCounts::indexOf(youngest(index), width);
        m_buckets->add(std::max(moved, m_buckets->oldest()), old.count(index));
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
