#pragma once

#include "server/metrics/metrics.h"
#include "server/policies/tokenalgorithm.h"
#include "shared/base/errorcode.h"

#include <tl/expected.hpp>

#include <QByteArray>

#include <string_view>

namespace sluice::server {

/// Why a token was refused. The words are ours: nothing of a token gets into them.
struct TokenFault {
    const char *why = "";
    Counter countedAs = Counter::TokensRefusedMalformed;
    ErrorCode code = ErrorCode::Unauthorized;
};

/// A token taken apart, its signature not yet looked at.
///
/// | header | rule |
/// |---|---|
/// | alg | required, one of TokenAlgorithm by its exact name; never "none" |
/// | kid | optional: a text of at most kMostKeyIdBytes, which is compared and nothing else |
/// | typ | absent, "JWT" or "at+jwt", so that other signed things of the same issuer are no tokens |
/// | crit, b64, zip | refused: we would have to understand them |
/// | jwk, jku, x5c, x5u | refused: a token does not say by which key it is checked |
///
/// Errors: of parse(): malformed or algorithm. The views of the result point into the token.
/// Source: RFC 7515, sections 4 and 5.2; RFC 8725, section 3. Thread: any (a value).
struct CompactJws {
    static constexpr size_t kMostKeyIdBytes = 256;

    [[nodiscard]] static tl::expected<CompactJws, TokenFault> parse(std::string_view token);

    std::string_view text;
    std::string_view signedPart; ///< What the signature is of: header and payload, encoded.
    TokenAlgorithm algorithm{};
    QByteArray keyId; ///< Empty when it names none.
    QByteArray payload;
    QByteArray signature;
};

} // namespace sluice::server
