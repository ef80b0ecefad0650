// clazy:excludeall=non-pod-global-static (what BENCHMARK makes)
#include "server/transport/framedecoder.h"
#include "server/transport/frameencoder.h"
#include "tests/support/clientframes.h"

#include <benchmark/benchmark.h>

using namespace sluice;
using namespace sluice::server;

namespace {

class CountingVisitor final : public FrameVisitor
{
public:
    size_t bytes = 0;

    FrameFlow textReceived(std::string_view text) override
    {
        bytes += text.size();
        return FrameFlow::Continue;
    }
    FrameFlow binaryReceived(std::string_view) override { return FrameFlow::Continue; }
    FrameFlow pingReceived(std::string_view) override { return FrameFlow::Continue; }
    FrameFlow pongReceived(std::string_view) override { return FrameFlow::Continue; }
    void closeReceived(protocol::CloseCode, std::string_view) override { }
    void frameRefused(protocol::CloseCode, std::string_view) override { }
};

/// One masked text frame; the mask is zero, so that the buffer stays the same from turn to turn.
void decodeTextFrame(benchmark::State &state)
{
    std::string payload;
    while (payload.size() < static_cast<size_t>(state.range(0)))
        payload += state.range(1) != 0 ? "日本語" : "ascii ok ";
    std::string frame = test::clientFrame(Opcode::Text, payload, {.mask = {}});
    FrameDecoder decoder;
    CountingVisitor visitor;
    const FrameLimits limits{size_t{1} << 24, 1024};
    for (auto _ : state)
        benchmark::DoNotOptimize(decoder.decode(frame, limits, visitor));
    state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(frame.size()));
}
BENCHMARK(decodeTextFrame)
    ->ArgNames({"bytes", "cjk"})
    ->Args({120, 0})
    ->Args({120, 1})
    ->Args({65000, 0})
    ->Args({65000, 1});

void encodeTextFrame(benchmark::State &state)
{
    const std::string payload(120, 'x');
    std::string out;
    for (auto _ : state) {
        out.clear();
        appendTextFrame(out, payload);
        benchmark::DoNotOptimize(out.data());
    }
}
BENCHMARK(encodeTextFrame);

} // namespace
