#pragma once

#include "server/events/authenticator.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <string_view>

namespace sluice::server {

/// Turns a client's token into a principal: a JWT signed with HS256 and nothing else (the algorithm is ours, not the
/// token's to choose; `kid`, `jku`, `jwk` are ignored and `crit` is refused).
///
/// | claim | rule |
/// |---|---|
/// | sub | required: the user id, 1..kMaxUserIdBytes bytes without control characters |
/// | roles | optional: an array of strings |
/// | topics | optional: an array of names and patterns of topics |
/// | exp, nbf | optional: numbers, checked against the wall clock with kLeeway |
///
/// Errors: Unauthorized, TokenExpired; `detail` says why and never holds any of the token.
/// Source: RFC 7515 (JWS), RFC 7519 (JWT), RFC 8725 (best practices).
/// Thread: any (immutable).
class TokenVerifier final : public Authenticator
{
public:
    static constexpr size_t kMaxTokenBytes = 8192;
    static constexpr qsizetype kMaxUserIdBytes = 128;
    static constexpr std::chrono::seconds kLeeway{5};

    /// Requires: the key is not empty; `clock` outlives the verifier.
    TokenVerifier(const Clock &clock, QByteArray key);

    [[nodiscard]] Result<PrincipalPtr> authenticate(std::string_view token) const override;

private:
    [[nodiscard]] Result<QByteArray> verifiedPayload(std::string_view token) const;
    [[nodiscard]] Result<PrincipalPtr> principalFrom(const QByteArray &payload) const;

    const Clock &m_clock;
    const QByteArray m_key;
};

/// Reads the HMAC key: the file's bytes without a trailing newline.
/// Errors: InternalError whose `detail` names the file and what is wrong: missing, not a regular file, readable by
/// group or others, empty, too large. Blocks: reads a file.
[[nodiscard]] Result<QByteArray> loadTokenKey(const QString &path);

/// As loadTokenKey, but makes the file first when it is missing: 32 random bytes as hex, mode 0600.
[[nodiscard]] Result<QByteArray> loadOrCreateTokenKey(const QString &path, Random &random);

} // namespace sluice::server
