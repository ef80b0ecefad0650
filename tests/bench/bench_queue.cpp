// clazy:excludeall=non-pod-global-static (what BENCHMARK makes)
#include "server/work/boundedpriorityqueue.h"

#include <benchmark/benchmark.h>

#include <deque>

using namespace sluice;
using namespace sluice::server;

namespace {

/// Requests as one loop turn makes them, of so many users in turn.
struct Turn {
    Turn(const Clock &clock, size_t jobCount, size_t users, const EventSpecPtr &spec)
        : requests(jobCount)
    {
        std::vector<PrincipalPtr> principals;
        for (size_t user = 0; user < users; ++user) {
            auto principal = std::make_shared<Principal>();
            principal->userId = "user-" + std::to_string(user);
            principals.push_back(std::move(principal));
        }
        for (size_t i = 0; i < jobCount; ++i) {
            Request &request = requests[i];
            request.spec = spec;
            request.principal = principals[i % users];
            request.userKey = std::hash<std::string>{}(request.principal->userId);
            request.connection = ConnectionId{i % users + 1};
            request.admitted = clock.now();
            jobs.push_back(&request);
        }
    }

    std::deque<Request> requests;
    std::vector<Job> jobs;
};

/// Push and pop of one job, in batches as a loop turn makes them; the goal is below 100 ns a job.
void pushPop(benchmark::State &state, size_t users, const EventSpecPtr &spec)
{
    SystemClock clock;
    BoundedPriorityQueue queue(clock, {});
    static_cast<void>(queue.setConsumers(1));
    const Turn turn(clock, static_cast<size_t>(state.range(0)), users, spec);
    std::vector<Job> rejected;
    std::vector<Job> taken;
    BoundedPriorityQueue::Consumer consumer;
    for (auto _ : state) {
        queue.push(turn.jobs, rejected);
        while (queue.depth() > 0) {
            queue.pop(consumer, taken);
            queue.settled(taken);
        }
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

std::shared_ptr<EventSpec> fastEvent()
{
    auto spec = std::make_shared<EventSpec>();
    spec->meanHandlerNs = 1000;
    return spec;
}

void queuePushPop(benchmark::State &state)
{
    pushPop(state, 1, fastEvent());
}
BENCHMARK(queuePushPop)->Arg(1)->Arg(8)->Arg(64)->Arg(512);

void queuePushPopManyUsers(benchmark::State &state)
{
    pushPop(state, static_cast<size_t>(state.range(0)), fastEvent());
}
BENCHMARK(queuePushPopManyUsers)->Arg(8)->Arg(64)->Arg(512)->Arg(4096);

void queuePushPopOrdered(benchmark::State &state)
{
    const auto spec = fastEvent();
    spec->ordered = Ordering::Connection;
    pushPop(state, static_cast<size_t>(state.range(0)) / 4, spec);
}
BENCHMARK(queuePushPopOrdered)->Arg(64)->Arg(512);

void queuePushPopBounded(benchmark::State &state)
{
    const auto spec = fastEvent();
    spec->maxConcurrent = 16;
    pushPop(state, 8, spec);
}
BENCHMARK(queuePushPopBounded)->Arg(64)->Arg(512);

} // namespace
