#include "server/policies/sojourncontrol.h"

namespace sluice::server {

namespace {

// Since when something holds, given whether it holds now and that it may have begun at `from`.
void follow(std::optional<TimePoint> &since, bool holds, TimePoint from)
{
    if (!holds)
        since.reset();
    else if (!since)
        since = from;
}

bool lasted(const std::optional<TimePoint> &since, TimePoint now, Duration least)
{
    return since && now - *since >= least;
}

} // namespace

void SojournControl::update(const LaneFlow &flow, Duration elapsed, TimePoint now, const Limits &limits)
{
    if (flow.ranEmpty)
        m_drain.forget();
    else
        m_drain.note(flow.taken, elapsed);
    judge(flow, elapsed, now, limits);
    m_bound = DepthBounds::kNever;
    if (m_shedding) {
        const double seconds = std::chrono::duration<double>(limits.target).count();
        m_bound = std::max<size_t>(1, static_cast<size_t>(m_drain.perSecond() * seconds));
    }
}

void SojournControl::judge(const LaneFlow &flow, Duration elapsed, TimePoint now, const Limits &limits)
{
    const Duration wait = flow.taken > 0 ? Duration(flow.waited / static_cast<qint64>(flow.taken)) : flow.oldestWait;
    const bool isOn = limits.target > Duration::zero();
    follow(m_lateSince, isOn && !flow.ranEmpty && wait > limits.target, now - elapsed);
    follow(m_calmSince, flow.ranEmpty || (wait < limits.target / 2 && !flow.refused), now - elapsed);
    if (!isOn || lasted(m_calmSince, now, limits.interval))
        m_shedding = false;
    else if (lasted(m_lateSince, now, limits.interval))
        m_shedding = true;
}

} // namespace sluice::server
