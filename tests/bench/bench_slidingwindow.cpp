// clazy:excludeall=non-pod-global-static (what BENCHMARK makes)
#include "server/events/handler.h"
#include "server/policies/breakerevidence.h"
#include "server/policies/defaultchain.h"
#include "server/policies/overloadpolicy.h"
#include "server/policies/ratelimitpolicy.h"
#include "server/policies/slidingwindow.h"
#include "server/work/boundedpriorityqueue.h"

#include <benchmark/benchmark.h>

using namespace sluice;
using namespace sluice::server;

namespace {

class IdleHandler final : public Handler
{
public:
    [[nodiscard]] HandlerResult handle(const Request &) override { return Outcome::success(); }
};

/// One check, admitted or refused, at twice the limit's rate; the goal is below 60 ns.
void slidingWindow(benchmark::State &state)
{
    const auto limit = static_cast<int>(state.range(0));
    SlidingWindow window(limit, std::chrono::seconds(60));
    const Duration step = Duration(std::chrono::seconds(60)) / (2 * limit);
    TimePoint now{std::chrono::hours(1)};
    for (auto _ : state) {
        now += step;
        benchmark::DoNotOptimize(window.tryAdmit(now));
    }
}
BENCHMARK(slidingWindow)->Arg(2)->Arg(100)->Arg(256)->Arg(10'000);

/// The whole chain for an authenticated user with all four limits and checked parameters; the goal is below 300 ns.
void policyChain(benchmark::State &state)
{
    SystemClock clock;
    SystemRandom random;
    Metrics metrics;
    BoundedPriorityQueue queue(clock, {});
    Config config;
    config.rateLimits.globalPerSecond = 1'000'000;
    config.rateLimits.perIpPerMinute = 1'000'000;
    config.rateLimits.perUserPerMinute = 1'000'000;
    DefaultChain chain = makeDefaultChain(config, {queue, metrics, clock, random});

    IdleHandler handler;
    handler.breaker().setLimits(config.breaker);
    auto spec = std::make_shared<EventSpec>();
    spec->handler = &handler;
    spec->rateLimit = RateLimit{1'000'000, std::chrono::minutes(1)};
    spec->checkParams = state.range(0) != 0;
    spec->params = {{"title", ParamSpec::Type::String, true, false}, {"content", ParamSpec::Type::String, true, false}};
    auto principal = std::make_shared<Principal>();
    principal->userId = "alice";
    principal->authenticated = true;
    principal->expires = clock.wallNow() + std::chrono::hours(1);
    Request request;
    request.spec = spec;
    request.principal = principal;
    request.address = "203.0.113.200";
    request.text = R"({"title":"a note","content":"with a few words in it"})";
    request.params = request.text;
    TimePoint now = clock.now();
    for (auto _ : state) {
        now += std::chrono::microseconds(100);
        for (const auto &policy : chain.policies)
            benchmark::DoNotOptimize(policy->admit(request, now));
    }
}
BENCHMARK(policyChain)->Arg(0)->Arg(1)->ArgName("params");

/// What a breaker costs an event whose handler is well: admitted, and ended by a worker.
void closedBreaker(benchmark::State &state)
{
    IdleHandler handler;
    handler.breaker().setLimits(Config().breaker);
    Request request;
    auto spec = std::make_shared<EventSpec>();
    spec->handler = &handler;
    request.spec = spec;
    const Result<QByteArray> reply = QByteArray();
    const TimePoint now{std::chrono::hours(1)};
    for (auto _ : state) {
        request.breakerTicket = handler.breaker().tryAdmit(now).ticket;
        reportToBreaker(request, evidenceOf(request, reply, now), now);
        reportToBreaker(request, Evidence::None, now);
    }
}
BENCHMARK(closedBreaker);
/// What overload control costs an event when that many wait before it; the goal is about 10 ns when none does.
void overloadPolicy(benchmark::State &state)
{
    SystemClock clock;
    SystemRandom random;
    Metrics metrics;
    BoundedPriorityQueue queue(clock, {});
    static_cast<void>(queue.setConsumers(10));
    OverloadPolicy policy(Config(), queue, metrics, random);
    auto spec = std::make_shared<EventSpec>();
    spec->meanHandlerNs = 1000;
    std::vector<Request> waiting(static_cast<size_t>(state.range(0)));
    std::vector<Job> jobs;
    std::vector<Job> rejected;
    for (Request &request : waiting) {
        request.spec = spec;
        jobs.push_back(&request);
    }
    queue.push(jobs, rejected);
    Request request;
    request.spec = spec;
    const TimePoint now = clock.now();
    request.deadline = now + std::chrono::hours(1);
    for (auto _ : state)
        benchmark::DoNotOptimize(policy.admit(request, now));
}
BENCHMARK(overloadPolicy)->Arg(0)->Arg(100)->ArgName("waiting");

} // namespace
