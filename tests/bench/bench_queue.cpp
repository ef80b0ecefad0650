// clazy:excludeall=non-pod-global-static (what BENCHMARK makes)
#include "server/work/boundedpriorityqueue.h"

#include <benchmark/benchmark.h>

#include <deque>

using namespace sluice;
using namespace sluice::server;

namespace {

/// Push and pop of one job, in batches as a loop turn makes them; the goal is below 100 ns a job.
void queuePushPop(benchmark::State &state)
{
    const auto batchSize = static_cast<size_t>(state.range(0));
    SystemClock clock;
    BoundedPriorityQueue queue(clock, {});
    static_cast<void>(queue.setConsumers(1));
    auto spec = std::make_shared<EventSpec>();
    spec->meanHandlerNs = 1000;
    std::deque<Request> requests(batchSize);
    std::vector<Job> jobs;
    for (Request &request : requests) {
        request.spec = spec;
        request.admitted = clock.now();
        jobs.push_back(&request);
    }
    std::vector<Job> rejected;
    std::vector<Job> taken;
    BoundedPriorityQueue::Consumer consumer;
    for (auto _ : state) {
        queue.push(jobs, rejected);
        while (queue.depth() > 0)
            queue.settled(queue.pop(consumer, taken));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(queuePushPop)->Arg(1)->Arg(8)->Arg(64)->Arg(512);

} // namespace
