#include "server/http/httpreader.h"
#include "tests/fuzz/require.h"

#include <algorithm>
#include <cstdint>

using namespace sluice::server;

namespace {

constexpr HttpLimits kLimits{.headerBytes = 512, .bodyBytes = 256};

/// What a connection to the backend API reads, in pieces of `piece` bytes: all bodies, and how it ended.
struct Reading {
    std::string bodies;
    int requests = 0;
    int refusal = 0;

    Reading(std::string_view bytes, size_t piece)
    {
        HttpReader reader;
        while (!bytes.empty() && refusal == 0) {
            reader.add(bytes.substr(0, piece));
            bytes.remove_prefix(std::min(piece, bytes.size()));
            while (advance(reader)) { }
        }
    }

    bool operator==(const Reading &) const = default;

private:
    bool advance(HttpReader &reader)
    {
        switch (reader.advance(kLimits)) {
        case HttpReader::Step::More: return false;
        case HttpReader::Step::Head: {
            require(reader.head().headers.size() <= kHeaderFields, "fields are bounded");
            [[maybe_unused]] const bool waits = reader.expectsContinue();
            return true;
        }
        case HttpReader::Step::Body: {
            const std::string body = reader.takeBody();
            require(body.size() <= kLimits.bodyBytes, "a body is bounded");
            bodies += body;
            ++requests;
            if (!reader.keepsAlive())
                refusal = -1;
            reader.next();
            return refusal == 0;
        }
        case HttpReader::Step::Refused:
            refusal = reader.refusal().status;
            require(refusal >= 400 && refusal < 600, "a refusal has a status");
            return false;
        }
        return false;
    }
};

} // namespace

/// The bytes of a connection to the backend API: however they are cut, the same requests are read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);
    const Reading whole(bytes, bytes.size());
    const Reading pieces(bytes, 1 + data[0] % 16);
    require(whole == pieces, "pieces make no difference");
    return 0;
}
