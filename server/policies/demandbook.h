#pragma once

#include "server/policies/keyhash.h"
#include "server/policies/limitreplay.h"
#include "server/policies/windowtable.h"
#include "shared/base/clock.h"

#include <array>
#include <deque>
#include <optional>
#include <unordered_map>

namespace sluice::server {

/// What a changed limit would have done with the demand that is remembered.
struct LimitReplay {
    ReplayBounds refused; ///< What the limit would have refused.
    ReplayBounds keys;    ///< Of how many keys.
    quint64 asked = 0;
    quint64 actuallyRefused = 0; ///< By the limits that were running, dry runs included.
    Duration span{0};            ///< So far back.
};

/// Who asked one limit of many keys for permits within the last ten minutes, so that another limit can be replayed on
/// it. Every two seconds one slot: keys that have come to an eighth of the limit have a trace of how often they asked;
/// of all others only a histogram of the peaks of their windows is kept, by which a limit above a peak has refused
/// nothing and a lower one may have refused them all. While there is room everybody has a trace.
///
/// Memory: at most some 2.6 MB, when 2,048 keys had a trace within ten minutes. Who finds no room is told as uncertain.
/// Thread: one at a time.
class DemandBook
{
public:
    static constexpr size_t kSlots = 300;
    static constexpr std::chrono::seconds kSlot{2};
    static constexpr size_t kMostTraces = 2048;

    explicit DemandBook(Duration window)
        : m_window(window)
    {
    }

    /// What follows was asked until now. After a pause that is too long to tell the book begins anew.
    void beginFold(TimePoint now);
    /// One key's demand since it was folded last; `limit` is the running one.
    void add(const KeyHash &key, const WindowTable::Demand &demand, int limit);
    /// `refusedTotal`: all that the running limit has refused, or would have as a dry run.
    void endFold(TimePoint now, quint64 refusedTotal);
    void clear();

    /// Nothing when nothing is known yet.
    [[nodiscard]] std::optional<LimitReplay> replay(int limit) const;

private:
    // Peaks up to 1, 2, 3, 4, 6, 8, 12 ... 1.5 * 2^19, and any.
    static constexpr size_t kPeaks = 41;
    struct Slot {
        TimePoint begin;
        TimePoint end;
        quint64 asked = 0;
        quint64 refused = 0;
        std::array<quint64, kPeaks> untraced{};     // how many asked, by the peaks of their windows
        std::array<quint32, kPeaks> untracedKeys{}; // of how many keys
    };
    struct Trace {
        std::array<quint32, kSlots> asked{}; // by slot number, as in a ring
        qint64 last = 0;                     // the slot in which it asked last
        qint64 first = 0;                    // the one in which the trace began
        quint64 earlier = 0;                 // permits in its window that came before the trace
    };

    [[nodiscard]] static size_t peakClass(quint32 peak);
    [[nodiscard]] static quint64 highestPeak(size_t peakClass);
    [[nodiscard]] qint64 oldest() const { return m_newest - static_cast<qint64>(m_slots.size()) + 1; }
    void openSlot(TimePoint begin, TimePoint end);
    [[nodiscard]] Trace *traceOf(const KeyHash &key, const WindowTable::Demand &demand, int limit);
    void addUntraced(const WindowTable::Demand &demand, int limit);
    [[nodiscard]] ReplayBounds replayTrace(const Trace &trace, int limit) const;

    Duration m_window;
    bool m_isOpen = false;      // there is a slot
    bool m_isFirst = false;     // the fold under way tells of times before the book
    std::deque<Slot> m_slots;   // at most kSlots
    qint64 m_newest = 0;        // number of the newest slot
    qint64 m_crowdedUntil = -1; // up to that slot somebody heavy may be among the untraced
    quint64 m_refusedTotal = 0;
    std::unordered_map<KeyHash, Trace> m_traces;
};

} // namespace sluice::server
