#pragma once

#include "server/events/request.h"

#include <span>

namespace sluice::server {

/// A unit of work: an admitted request, borrowed from its I/O thread.
using Job = Request *;

/// What workers do with the jobs they take.
/// Thread: workers, several at once.
class JobRunner
{
public:
    virtual ~JobRunner() = default;

    /// Runs all of them and posts their completions. Errors: never throws.
    virtual void run(std::span<const Job> jobs) = 0;
};

} // namespace sluice::server
