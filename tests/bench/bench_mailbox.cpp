#include "server/transport/mailbox.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace {

using sluice::server::Mailbox;

/// A message of about a completion batch's size.
struct Message {
    std::string bytes;
    std::vector<int> parts;
};

// One turn of an owner: so many senders' batches, taken with one lock.
void postAndTake(benchmark::State &state)
{
    Mailbox<Message> mailbox;
    std::vector<Message> taken;
    const auto batches = static_cast<size_t>(state.range(0));
    for (auto _ : state) {
        for (size_t i = 0; i < batches; ++i)
            benchmark::DoNotOptimize(mailbox.post(Message{std::string(64, 'x'), {}}));
        mailbox.take(taken);
        benchmark::DoNotOptimize(taken.data());
        taken.clear();
        benchmark::DoNotOptimize(mailbox.announceSleep());
        mailbox.announceAwake();
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(postAndTake)->Arg(1)->Arg(8)->Arg(64);

} // namespace
