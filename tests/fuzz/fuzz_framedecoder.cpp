#include "server/transport/framedecoder.h"
#include "server/transport/utf8validator.h"
#include "tests/fuzz/require.h"
#include "tests/support/framerecorder.h"

using namespace sluice::server;
using namespace sluice::test;

namespace {

constexpr FrameLimits kLimits{4096, 16};

} // namespace

/// The first bytes say how the rest is cut; the events must be those of the uncut bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, size_t size)
{
    constexpr size_t kPatternBytes = 4;
    if (size < kPatternBytes)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + kPatternBytes, size - kPatternBytes);

    std::vector<char> whole(bytes.begin(), bytes.end());
    FrameDecoder uncut;
    FrameRecorder expected;
    require(uncut.decode(whole, kLimits, expected) == whole.size(), "everything is taken without a pause");

    FrameDecoder decoder;
    FrameRecorder recorder;
    size_t turn = 0;
    recorder.pauses = [&turn, data] { return (data[turn % kPatternBytes] & 1) != 0; };
    feedInPieces(decoder, bytes, kLimits, recorder, [&turn, data] { return size_t{data[turn++ % kPatternBytes]}; });
    require(recorder.log() == expected.log(), "cuts and pauses change nothing");
    require(decoder.isFinished() == uncut.isFinished(), "cuts do not change the end");
    require(decoder.isInProgress() == uncut.isInProgress(), "cuts do not change what is in progress");
    return 0;
}
