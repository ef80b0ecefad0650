// clazy:excludeall=non-pod-global-static (what BENCHMARK makes)
#include "server/policies/globalratelimit.h"

#include <benchmark/benchmark.h>

#include <memory>

using namespace sluice;
using namespace sluice::server;

namespace {

/// One permit of one thread, at a tenth of the limit and at ten times it; every refusal is told when to come again.
void globalRateLimit(benchmark::State &state)
{
    GlobalRateLimit global(10'000);
    const Duration step = std::chrono::microseconds(1000 / state.range(0));
    TimePoint now{std::chrono::hours(1)};
    for (auto _ : state) {
        now += step;
        benchmark::DoNotOptimize(global.tryAdmit(now));
    }
}
BENCHMARK(globalRateLimit)->Arg(1)->Arg(100)->ArgName("perMs");

/// The same shared by several threads, each with a clock of its own. Their cost must not be that of a shared line.
void globalRateLimitShared(benchmark::State &state)
{
    static std::unique_ptr<GlobalRateLimit> global;
    if (state.thread_index() == 0)
        global = std::make_unique<GlobalRateLimit>(100'000'000); // the others wait for the loop to begin
    TimePoint now{std::chrono::hours(1)};
    for (auto _ : state) {
        now += std::chrono::nanoseconds(100);
        benchmark::DoNotOptimize(global->tryAdmit(now));
    }
}
BENCHMARK(globalRateLimitShared)->ThreadRange(1, 4)->UseRealTime();

} // namespace
