#pragma once

#include "server/events/request.h"

namespace sluice::server {

class Shift;

/// A unit of work: an admitted request, borrowed from its I/O thread.
using Job = Request *;

/// The number of its event's lane, for arrays with a place for each.
[[nodiscard]] inline size_t laneOf(Job job) noexcept
{
    return static_cast<size_t>(job->spec->lane);
}

/// What workers do with the jobs they take.
/// Thread: workers, several at once.
class JobRunner
{
public:
    virtual ~JobRunner() = default;

    /// Runs the jobs of a shift that has begun, and hands over what is finished. Errors: never throws.
    virtual void run(Shift &shift) = 0;
    /// Posts what the shift has finished so far and gives back the places of these jobs.
    /// Thread: whoever holds the shift.
    virtual void handOver(Shift &shift) = 0;
};

} // namespace sluice::server
