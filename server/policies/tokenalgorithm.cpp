#include "server/policies/tokenalgorithm.h"

#include <algorithm>

namespace sluice::server {

namespace {

constexpr std::array<std::string_view, kTokenAlgorithms.size()> kNames{"HS256", "HS384", "HS512", "RS256",
                                                                       "PS256", "ES256", "EdDSA"};

} // namespace

std::string_view nameOf(TokenAlgorithm algorithm) noexcept
{
    return kNames[static_cast<size_t>(algorithm)];
}

std::optional<TokenAlgorithm> tokenAlgorithm(std::string_view name) noexcept
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return std::nullopt;
    return kTokenAlgorithms[static_cast<size_t>(found - kNames.begin())];
}

size_t hmacBytes(TokenAlgorithm algorithm) noexcept
{
    switch (algorithm) {
    case TokenAlgorithm::Hs256: return 32;
    case TokenAlgorithm::Hs384: return 48;
    case TokenAlgorithm::Hs512: return 64;
    default: return 0;
    }
}

TokenAlgorithms TokenAlgorithms::fromNames(const QStringList &names)
{
    TokenAlgorithms algorithms;
    for (const QString &name : names) {
        if (const auto algorithm = tokenAlgorithm(name.toStdString()))
            algorithms.add(*algorithm);
    }
    return algorithms;
}

} // namespace sluice::server
