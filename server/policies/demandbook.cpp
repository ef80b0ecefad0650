#include "server/policies/demandbook.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace sluice::server {

namespace {

// Between two folds there may be so much, or windows that became idle were forgotten with what they had to tell.
constexpr std::chrono::seconds kLongestPause{30};
// By so much the clock of who asks may be behind, which it reads once a turn of its loop.
constexpr std::chrono::milliseconds kClockSlack{250};
// Who has come to such a part of the limit has a trace.
constexpr quint64 kHeavyPart = 8;
// Nobody knows how many.
constexpr quint64 kUnknown = quint64{1} << 40U;

} // namespace

size_t DemandBook::peakClass(quint32 peak)
{
    size_t found = 0;
    while (found + 1 < kPeaks && highestPeak(found) < peak)
        ++found;
    return found;
}

quint64 DemandBook::highestPeak(size_t peakClass)
{
    if (peakClass + 1 >= kPeaks)
        return std::numeric_limits<quint64>::max();
    if (peakClass == 0)
        return 1;
    const quint64 power = quint64{2} << ((peakClass - 1) / 2);
    return peakClass % 2 == 1 ? power : power + power / 2;
}

void DemandBook::clear()
{
    if (m_isOpen)
        *this = DemandBook(m_window);
}

void DemandBook::beginFold(TimePoint now)
{
    if (m_isOpen && now - m_slots.back().end > kLongestPause)
        clear();
    m_isFirst = !m_isOpen;
    if (m_isFirst)
        openSlot(now - kClockSlack, now);
    else if (m_slots.back().end - m_slots.back().begin >= kSlot)
        openSlot(m_slots.back().end - kClockSlack, now);
    m_slots.back().end = now;
    m_isOpen = true;
}

void DemandBook::openSlot(TimePoint begin, TimePoint end)
{
    ++m_newest;
    if (m_slots.size() == kSlots) {
        m_slots.pop_front();
        const auto ring = static_cast<size_t>(m_newest) % kSlots;
        for (auto &[key, trace] : m_traces)
            trace.asked[ring] = 0;
        std::erase_if(m_traces, [oldest = m_newest - static_cast<qint64>(kSlots)](const auto &entry) {
            return entry.second.last <= oldest;
        });
    }
    m_slots.push_back({begin, end});
}

void DemandBook::add(const KeyHash &key, const WindowTable::Demand &demand, int limit)
{
    if (m_isFirst)
        return;
    m_slots.back().asked += demand.asked;
    if (Trace *trace = traceOf(key, demand, limit)) {
        trace->asked[static_cast<size_t>(m_newest) % kSlots] += demand.asked;
        trace->last = m_newest;
    } else {
        addUntraced(demand, limit);
    }
}

DemandBook::Trace *DemandBook::traceOf(const KeyHash &key, const WindowTable::Demand &demand, int limit)
{
    if (const auto found = m_traces.find(key); found != m_traces.end())
        return &found->second;
    const bool isHeavy = demand.peak * kHeavyPart >= static_cast<quint64>(limit);
    if (m_traces.size() >= kMostTraces || (!isHeavy && m_traces.size() >= kMostTraces / 2))
        return nullptr;
    Trace &trace = m_traces[key];
    trace.first = m_newest;
    trace.earlier = m_newest <= m_crowdedUntil ? kUnknown : demand.before;
    return &trace;
}

// Whose peak is small was never refused, so the peak counts all who asked. Once a heavy one has found no room that
// holds no more for anybody, until its window is over.
void DemandBook::addUntraced(const WindowTable::Demand &demand, int limit)
{
    if (demand.peak * kHeavyPart >= static_cast<quint64>(limit))
        m_crowdedUntil = m_newest + std::chrono::ceil<std::chrono::seconds>(m_window) / kSlot + 1;
    const size_t peak = m_newest <= m_crowdedUntil ? kPeaks - 1 : peakClass(demand.peak);
    m_slots.back().untraced[peak] += demand.asked;
    ++m_slots.back().untracedKeys[peak];
}

void DemandBook::endFold(TimePoint now, quint64 refusedTotal)
{
    m_slots.back().end = now;
    if (!m_isFirst)
        m_slots.back().refused += refusedTotal - m_refusedTotal;
    m_refusedTotal = refusedTotal;
}

ReplayBounds DemandBook::replayTrace(const Trace &trace, int limit) const
{
    const quint64 earlier = trace.first > oldest() ? trace.earlier : 0;
    quint64 sum = 0;
    std::vector<DemandSlot> slots;
    slots.reserve(m_slots.size());
    for (size_t i = 0; i < m_slots.size(); ++i) {
        const quint64 asked = trace.asked[(static_cast<size_t>(oldest()) + i) % kSlots];
        if (asked == 0)
            continue;
        slots.push_back({m_slots[i].begin, m_slots[i].end, asked});
        sum += asked;
    }
    if (earlier + sum <= static_cast<quint64>(limit))
        return {};
    ReplayBounds bounds = replayLimit(slots, limit, m_window);
    // Each of those before the trace may have taken the permit of one in it.
    bounds.most = std::min(bounds.most + earlier, sum);
    return bounds;
}

std::optional<LimitReplay> DemandBook::replay(int limit) const
{
    if (!m_isOpen || m_slots.back().end - m_slots.front().begin <= kClockSlack)
        return std::nullopt;
    LimitReplay result;
    result.span = m_slots.back().end - m_slots.front().begin;
    for (const Slot &slot : m_slots) {
        result.asked += slot.asked;
        result.actuallyRefused += slot.refused;
        for (size_t peak = 0; limit > 0 && peak < kPeaks; ++peak) {
            if (highestPeak(peak) <= static_cast<quint64>(limit))
                continue;
            result.refused.most += slot.untraced[peak];
            result.keys.most += slot.untracedKeys[peak];
        }
    }
    for (const auto &[key, trace] : m_traces) {
        if (limit <= 0)
            break;
        const ReplayBounds bounds = replayTrace(trace, limit);
        result.refused.least += bounds.least;
        result.refused.most += bounds.most;
        result.keys.least += bounds.least > 0 ? 1 : 0;
        result.keys.most += bounds.most > 0 ? 1 : 0;
    }
    result.refused.most = std::min(result.refused.most, result.asked);
    return result;
}

} // namespace sluice::server
