#pragma once

#include "server/policies/compactjws.h"
#include "server/policies/tokenalgorithm.h"
#include "shared/base/result.h"

#include <QByteArray>

#include <memory>

namespace sluice::server {

/// A key that tokens are checked with, bound to the algorithms that it is for: a public key is never an HMAC's secret,
/// whatever a token's `alg` says.
/// Errors of the makers: InvalidParams whose `detail` says what is wrong with the key, without the key.
/// Thread: any (immutable).
class VerificationKey
{
public:
    static constexpr int kLeastRsaBits = 2048;
    static constexpr int kMostRsaBits = 8192; ///< Checking costs with the square of it.

    /// `algorithms`: HMACs, none with a hash longer than the secret.
    [[nodiscard]] static Result<VerificationKey> secret(const QByteArray &bytes, TokenAlgorithms algorithms);
    /// For RS256 and PS256. `modulus` and `exponent`: big-endian.
    [[nodiscard]] static Result<VerificationKey> rsa(const QByteArray &modulus, const QByteArray &exponent);
    /// For ES256. Both coordinates have 32 bytes.
    [[nodiscard]] static Result<VerificationKey> p256(const QByteArray &x, const QByteArray &y);
    /// For EdDSA. 32 bytes.
    [[nodiscard]] static Result<VerificationKey> ed25519(const QByteArray &point);

    /// Names it, and keeps only those of its algorithms.
    [[nodiscard]] VerificationKey named(const QByteArray &keyId, TokenAlgorithms algorithms) const;

    [[nodiscard]] const QByteArray &keyId() const noexcept { return m_keyId; } ///< Empty: it has no name.
    [[nodiscard]] TokenAlgorithms algorithms() const noexcept { return m_algorithms; }
    /// Whether the token's signature is this key's. False when it is not for the token's algorithm.
    [[nodiscard]] bool hasSigned(const CompactJws &jws) const;

private:
    enum class Kind : quint8 { Secret, Rsa, P256, Ed25519 };

    VerificationKey(Kind kind, TokenAlgorithms algorithms, QByteArray first, QByteArray second = {});

    [[nodiscard]] size_t signatureBytes(TokenAlgorithm algorithm) const;
    [[nodiscard]] bool verifyWithCjose(const CompactJws &jws) const;
    [[nodiscard]] bool verifyEd25519(const CompactJws &jws) const;

    Kind m_kind;
    TokenAlgorithms m_algorithms;
    QByteArray m_keyId;
    QByteArray m_first;  // the secret, the modulus, x, the point
    QByteArray m_second; // the exponent, y
};

} // namespace sluice::server
