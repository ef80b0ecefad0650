// clazy:excludeall=non-pod-global-static (what BENCHMARK makes)
#include "server/transport/mailbox.h"

#include <benchmark/benchmark.h>

#include <string>

using namespace sluice::server;

namespace {

/// About the size of an I/O thread's mail.
struct Letter {
    std::string bytes;
    void *receiver = nullptr;
};

/// A batch posted and taken by one thread: the cost of the mailbox without a rival.
void mailboxPostTake(benchmark::State &state)
{
    Mailbox<Letter> mailbox;
    std::vector<Letter> taken;
    for (auto _ : state) {
        for (int64_t i = 0; i < state.range(0); ++i)
            benchmark::DoNotOptimize(mailbox.post(Letter()));
        mailbox.take(taken);
        taken.clear();
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(mailboxPostTake)->Arg(1)->Arg(8)->Arg(64)->Arg(512);

/// All threads post into one mailbox, as workers do; the first one also owns and empties it.
void mailboxSharedBySenders(benchmark::State &state)
{
    static Mailbox<Letter> mailbox; // google-benchmark gives threads nothing else to share
    std::vector<Letter> taken;
    for (auto _ : state) {
        for (int64_t i = 0; i < state.range(0); ++i)
            benchmark::DoNotOptimize(mailbox.post(Letter()));
        if (state.thread_index() == 0) {
            mailbox.take(taken);
            taken.clear();
        }
    }
    mailbox.take(taken);
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(mailboxSharedBySenders)->Arg(8)->Threads(2)->Threads(4)->UseRealTime();

} // namespace
