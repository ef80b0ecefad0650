#pragma once

#include "server/routing/settlement.h"
#include "server/work/boundedpriorityqueue.h"
#include "server/work/shift.h"
#include "shared/base/clock.h"

#include <functional>

namespace sluice::server {

/// What the workers do: skips what is dead, calls the handlers, settles, and posts the completions of a batch with one
/// wake per I/O thread. A handler that throws is answered as an internal error and contained here.
/// Thread: workers, several at once.
class Executor final : public JobRunner
{
public:
    Executor(Metrics &metrics, PublicationSink &publications, IdempotencyStore &idempotency, const Clock &clock);

    /// Called with jobs that have left their handlers, at once or later when a future is finished. Their answers go to
    /// the I/O threads after it has returned, and before what it returns ends. Requires: set before the first job runs.
    using Settled = std::function<BoundedPriorityQueue::HeldOrders(std::span<const Job>)>;
    void setSettledCallback(Settled settled) { m_settled = std::move(settled); }

    void run(Shift &shift) override;
    void handOver(Shift &shift) override;

private:
    class Lesson;

    /// Runs one job and moves `now` on. True when it is finished, false when its outcome will come later.
    bool runOne(Request &request, TimePoint &now, Shift &shift, Lesson &lesson);
    HandlerResult call(Request &request, Shift &shift);
    void await(Request &request, QFuture<OutcomePtr> future);
    void finishLater(Request &request, Outcome &&outcome);

    Metrics &m_metrics;
    Settlement m_settlement;
    const Clock &m_clock;
    Settled m_settled;
};

} // namespace sluice::server
