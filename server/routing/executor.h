#pragma once

#include "server/routing/settlement.h"
#include "server/work/job.h"
#include "shared/base/clock.h"

#include <functional>

namespace sluice::server {

/// What the workers do: skips what is dead, calls the handlers, settles, and posts the completions of a batch with one
/// wake per I/O thread. A handler that throws is answered as an internal error and contained here.
/// Thread: workers, several at once.
class Executor final : public JobRunner
{
public:
    Executor(Metrics &metrics, PublicationSink &publications, const Clock &clock);

    /// Called with how many jobs have left the handlers, at once or later when a future is finished.
    /// Requires: set before the first job runs.
    void setSettledCallback(std::function<void(size_t)> settled) { m_settled = std::move(settled); }

    void run(std::span<const Job> jobs) override;

private:
    struct Batches;

    /// Runs one job and moves `now` on. True when it is finished, false when its outcome will come later.
    bool runOne(Request &request, TimePoint &now, Batches &batches);
    HandlerResult call(Request &request);
    void await(Request &request, QFuture<OutcomePtr> future);
    void finishLater(Request &request, Outcome &&outcome);

    Metrics &m_metrics;
    Settlement m_settlement;
    const Clock &m_clock;
    std::function<void(size_t)> m_settled;
};

} // namespace sluice::server
