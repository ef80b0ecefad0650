#include "server/policies/demandmeter.h"

#include "server/policies/bucketcounts.h"

#include <algorithm>

namespace sluice::server {

namespace {

constexpr qint64 kSlotNs = 1'000'000'000 / DemandMeter::kPerSecond;
// A slot is folded when so many have begun since: by then no thread's clock is so far behind.
constexpr qint64 kSettledAfter = 8;

constexpr quint64 packed(qint64 slot, qint32 count) noexcept
{
    return (static_cast<quint64>(static_cast<quint32>(slot)) << 32U) | static_cast<quint32>(count);
}

constexpr bool isOf(quint64 counts, qint64 slot) noexcept
{
    return static_cast<quint32>(counts >> 32U) == static_cast<quint32>(slot);
}

constexpr qint32 countIn(quint64 counts) noexcept
{
    return static_cast<qint32>(static_cast<quint32>(counts));
}

TimePoint beginOf(qint64 slot)
{
    return TimePoint(std::chrono::nanoseconds(slot * kSlotNs));
}

} // namespace

qint64 DemandMeter::slotOf(TimePoint time) noexcept
{
    return BucketCounts::indexOf(std::chrono::nanoseconds(time.time_since_epoch()).count(), kSlotNs);
}

void DemandMeter::count(TimePoint at, int by) noexcept
{
    const qint64 slot = slotOf(at);
    const auto [own, writers] = m_counts.own();
    std::atomic<quint64> &counts = own.slots[static_cast<size_t>(slot) % kRing];
    quint64 before = counts.load(std::memory_order_relaxed);
    const auto after = [slot, by](quint64 old) { return packed(slot, (isOf(old, slot) ? countIn(old) : 0) + by); };
    if (writers == Writers::One) {
        counts.store(after(before), std::memory_order_relaxed);
        return;
    }
    while (!counts.compare_exchange_weak(before, after(before), std::memory_order_relaxed)) { }
}

qint64 DemandMeter::sum(qint64 slot) const
{
    qint64 total = 0;
    m_counts.forEach([&total, slot](const Counts &own) {
        const quint64 counts = own.slots[static_cast<size_t>(slot) % kRing].load(std::memory_order_relaxed);
        total += isOf(counts, slot) ? countIn(counts) : 0;
    });
    return std::max<qint64>(0, total);
}

void DemandMeter::fold(TimePoint now)
{
    const qint64 current = slotOf(now);
    const bool isLost = current - m_next >= kRing - kSettledAfter;
    if (m_folded.empty() || isLost) {
        m_folded.assign(kSlots, 0);
        m_first = m_next = current;
        return;
    }
    for (; m_next < current - kSettledAfter; ++m_next)
        m_folded[static_cast<size_t>(m_next) % kSlots] = static_cast<quint32>(sum(m_next));
    m_first = std::max(m_first, m_next - kSlots);
}

void DemandMeter::clear()
{
    m_folded.clear();
    m_first = m_next = 0;
}

std::vector<DemandSlot> DemandMeter::slots() const
{
    std::vector<DemandSlot> result;
    for (qint64 slot = m_first; slot < m_next; ++slot) {
        if (const quint32 asked = m_folded[static_cast<size_t>(slot) % kSlots])
            result.push_back({beginOf(slot), beginOf(slot + 1), asked});
    }
    return result;
}

Duration DemandMeter::span() const noexcept
{
    return beginOf(m_next) - beginOf(m_first);
}

} // namespace sluice::server
