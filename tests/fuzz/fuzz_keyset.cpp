#include "server/policies/tokenkeys.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace sluice::server;

/// A key set as an identity provider, or whoever stands in its place, may serve it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto fromUrl = parseKeySet(json, KeySetSource::Url);
    const auto fromFile = parseKeySet(json, KeySetSource::File);
    for (const VerificationKey &key : fromUrl ? fromUrl->keys : VerificationKeys()) {
        const TokenAlgorithms secrets{TokenAlgorithm::Hs256, TokenAlgorithm::Hs384, TokenAlgorithm::Hs512};
        if (!key.algorithms().common(secrets).isEmpty() || key.algorithms().isEmpty()) {
            std::fprintf(stderr, "broken: no secret comes from a URL, and each key is for something\n");
            std::abort();
        }
    }
    if (fromFile && !fromUrl) {
        std::fprintf(stderr, "broken: a URL is not stricter than a file about the whole\n");
        std::abort();
    }
    return 0;
}
