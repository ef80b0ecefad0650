#pragma once

#include "server/policies/drainmeter.h"
#include "server/work/depthbounds.h"
#include "server/work/flowmeter.h"

#include <optional>

namespace sluice::server {

/// Tells a burst, which a queue is for, from a standing queue, which only makes everyone wait: CoDel for one lane, with
/// admission in place of dropping.
///
/// - CoDel looks at the least sojourn time of an interval; here it is the least of the means of each look, of the jobs
///   that workers took (of the first that waits, where they took none): users take turns, so that somebody's first job
///   waits little however long the others do. Above the target for an interval it is a standing queue.
/// - As there, a queue that ran empty is never a standing one.
/// - CoDel drops at the head, more often the longer it lasts (interval / sqrt(count)); this refuses at the tail
/// whatever
///   would wait longer than the target at the measured drain rate.
/// - CoDel leaves once the sojourn time is below the target; this once the lane ran empty, or it was below half of it
///   and nobody was refused, for an interval.
///
/// The law of the square root is made for senders that slow down when they lose a packet. Ours do not: at ten times the
/// capacity it would take minutes to shed nine tenths, and what was dropped at the head would have been accepted first.
/// Refused at the tail, it costs little and is answered at once, and what is accepted waits about the target.
///
/// Each lane is controlled by its own wait. Which lane waits is decided by the lane weights: the low lane first, down
/// to the share that they guarantee it, then the normal one, the high one last.
///
/// Source: RFC 8289, sections 3 to 5. Thread: none (its owner locks).
class SojournControl
{
public:
    struct Limits {
        Duration target = Duration::zero(); ///< 0: never sheds.
        Duration interval = Duration::zero();
    };

    /// What happened to the lane in the `elapsed` time up to `now`. Call several times an interval.
    void update(const LaneFlow &flow, Duration elapsed, TimePoint now, const Limits &limits);

    /// The jobs wait longer than the target, at present.
    [[nodiscard]] bool isLate() const { return m_lateSince.has_value(); }
    [[nodiscard]] bool isShedding() const { return m_shedding; }
    /// So many jobs may wait. DepthBounds::kNever unless it is shedding.
    [[nodiscard]] size_t bound() const { return m_bound; }
    /// How fast the lane drains. Units: jobs a second; 0 = not known, as it ran empty.
    [[nodiscard]] double perSecond() const { return m_drain.perSecond(); }

private:
    void judge(const LaneFlow &flow, Duration elapsed, TimePoint now, const Limits &limits);

    DrainMeter m_drain;
    std::optional<TimePoint> m_lateSince;
    std::optional<TimePoint> m_calmSince; // below half of the target
    bool m_shedding = false;
    size_t m_bound = DepthBounds::kNever;
};

} // namespace sluice::server
