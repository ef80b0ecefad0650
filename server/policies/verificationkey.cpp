#include "server/policies/verificationkey.h"

#include <cjose/cjose.h>
#include <openssl/evp.h>

#include <algorithm>
#include <bit>
#include <utility>

namespace sluice::server {

namespace {

constexpr qsizetype kCoordinateBytes = 32;
constexpr qsizetype kEd25519Bytes = 32;
constexpr size_t kEs256SignatureBytes = 64;
constexpr size_t kEd25519SignatureBytes = 64;
constexpr qsizetype kMostExponentBytes = 8;

struct JwsRelease {
    void operator()(cjose_jws_t *jws) const noexcept { cjose_jws_release(jws); }
};
struct JwkRelease {
    void operator()(cjose_jwk_t *jwk) const noexcept { cjose_jwk_release(jwk); }
};
using JwsPtr = std::unique_ptr<cjose_jws_t, JwsRelease>;
using JwkPtr = std::unique_ptr<cjose_jwk_t, JwkRelease>;

struct EvpRelease {
    void operator()(EVP_PKEY *key) const noexcept { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const noexcept { EVP_MD_CTX_free(context); }
};

tl::unexpected<Error> badKey(const QString &why)
{
    return failure(ErrorCode::InvalidParams, {}, why);
}

QByteArray withoutLeadingZeros(QByteArray number)
{
    const auto begin = std::find_if(number.begin(), number.end(), [](char c) { return c != 0; });
    return number.mid(begin - number.begin());
}

// libcjose copies what it is given, but says so in its documentation only.
uint8_t *bytesOf(const QByteArray &bytes)
{
    return const_cast<uint8_t *>(reinterpret_cast<const uint8_t *>(bytes.constData()));
}

size_t sizeOf(const QByteArray &bytes)
{
    return static_cast<size_t>(bytes.size());
}

JwkPtr rsaJwk(const QByteArray &modulus, const QByteArray &exponent)
{
    cjose_jwk_rsa_keyspec spec{};
    spec.n = bytesOf(modulus);
    spec.nlen = sizeOf(modulus);
    spec.e = bytesOf(exponent);
    spec.elen = sizeOf(exponent);
    cjose_err ignored;
    return JwkPtr(cjose_jwk_create_RSA_spec(&spec, &ignored));
}

JwkPtr p256Jwk(const QByteArray &x, const QByteArray &y)
{
    cjose_jwk_ec_keyspec spec{};
    spec.crv = CJOSE_JWK_EC_P_256;
    spec.x = bytesOf(x);
    spec.xlen = sizeOf(x);
    spec.y = bytesOf(y);
    spec.ylen = sizeOf(y);
    cjose_err ignored;
    return JwkPtr(cjose_jwk_create_EC_spec(&spec, &ignored));
}

std::unique_ptr<EVP_PKEY, EvpRelease> ed25519Key(const QByteArray &point)
{
    return std::unique_ptr<EVP_PKEY, EvpRelease>(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(point), sizeOf(point)));
}

} // namespace

VerificationKey::VerificationKey(Kind kind, TokenAlgorithms algorithms, QByteArray first, QByteArray second)
    : m_kind(kind)
    , m_algorithms(algorithms)
    , m_first(std::move(first))
    , m_second(std::move(second))
{
}

Result<VerificationKey> VerificationKey::secret(const QByteArray &bytes, TokenAlgorithms algorithms)
{
    for (const TokenAlgorithm algorithm : kTokenAlgorithms) {
        if (!algorithms.contains(algorithm))
            continue;
        if (hmacBytes(algorithm) == 0)
            return badKey(QStringLiteral("a secret is for HS256, HS384 and HS512 only"));
        if (sizeOf(bytes) < hmacBytes(algorithm))
            return badKey(QStringLiteral("has %1 bytes, %2 needs at least %3 (openssl rand -hex %3)")
                              .arg(bytes.size())
                              .arg(QLatin1String(nameOf(algorithm).data()))
                              .arg(hmacBytes(algorithm)));
    }
    return VerificationKey(Kind::Secret, algorithms, bytes);
}

Result<VerificationKey> VerificationKey::rsa(const QByteArray &modulus, const QByteArray &exponent)
{
    const QByteArray n = withoutLeadingZeros(modulus);
    const QByteArray e = withoutLeadingZeros(exponent);
    const qsizetype bits = n.isEmpty() ? 0 : (n.size() - 1) * 8 + std::bit_width(static_cast<unsigned char>(n.front()));
    if (bits < kLeastRsaBits || bits > kMostRsaBits)
        return badKey(QStringLiteral("is an RSA key of %1 bits, expected %2 to %3")
                          .arg(bits)
                          .arg(kLeastRsaBits)
                          .arg(kMostRsaBits));
    const bool isOdd = !e.isEmpty() && (static_cast<unsigned char>(e.back()) & 1U) != 0;
    if (!isOdd || e.size() > kMostExponentBytes || e == QByteArray("\x01"))
        return badKey(QStringLiteral("is an RSA key with an exponent that none has"));
    if (!rsaJwk(n, e))
        return badKey(QStringLiteral("is not a usable RSA key"));
    return VerificationKey(Kind::Rsa, {TokenAlgorithm::Rs256, TokenAlgorithm::Ps256}, n, e);
}

Result<VerificationKey> VerificationKey::p256(const QByteArray &x, const QByteArray &y)
{
    if (x.size() != kCoordinateBytes || y.size() != kCoordinateBytes || !p256Jwk(x, y))
        return badKey(QStringLiteral("is not a point of the curve P-256"));
    return VerificationKey(Kind::P256, {TokenAlgorithm::Es256}, x, y);
}

Result<VerificationKey> VerificationKey::ed25519(const QByteArray &point)
{
    if (point.size() != kEd25519Bytes || !ed25519Key(point))
        return badKey(QStringLiteral("is not an Ed25519 key of 32 bytes"));
    return VerificationKey(Kind::Ed25519, {TokenAlgorithm::EdDsa}, point);
}

VerificationKey VerificationKey::named(const QByteArray &keyId, TokenAlgorithms algorithms) const
{
    VerificationKey key = *this;
    key.m_keyId = keyId;
    key.m_algorithms = m_algorithms.common(algorithms);
    return key;
}

bool VerificationKey::hasSigned(const CompactJws &jws) const
{
    if (!m_algorithms.contains(jws.algorithm) || sizeOf(jws.signature) != signatureBytes(jws.algorithm))
        return false;
    return m_kind == Kind::Ed25519 ? verifyEd25519(jws) : verifyWithCjose(jws);
}

size_t VerificationKey::signatureBytes(TokenAlgorithm algorithm) const
{
    switch (m_kind) {
    case Kind::Secret: return hmacBytes(algorithm);
    case Kind::Rsa: return sizeOf(m_first);
    case Kind::P256: return kEs256SignatureBytes;
    case Kind::Ed25519: return kEd25519SignatureBytes;
    }
    return 0;
}

bool VerificationKey::verifyWithCjose(const CompactJws &jws) const
{
    cjose_err ignored;
    const JwsPtr imported(cjose_jws_import(jws.text.data(), jws.text.size(), &ignored));
    if (!imported)
        return false;
    // It reads the header itself: should its JSON reader and ours ever see different algorithms, nothing is verified.
    cjose_header_t *header = cjose_jws_get_protected(imported.get());
    const char *algorithm = header ? cjose_header_get(header, CJOSE_HDR_ALG, nullptr) : nullptr;
    if (algorithm == nullptr || std::string_view(algorithm) != nameOf(jws.algorithm))
        return false;
    // A key object for each token: its reference count is not safe between threads.
    JwkPtr jwk;
    switch (m_kind) {
    case Kind::Secret: jwk.reset(cjose_jwk_create_oct_spec(bytesOf(m_first), sizeOf(m_first), &ignored)); break;
    case Kind::Rsa: jwk = rsaJwk(m_first, m_second); break;
    case Kind::P256: jwk = p256Jwk(m_first, m_second); break;
    case Kind::Ed25519: break;
    }
    return jwk && cjose_jws_verify(imported.get(), jwk.get(), &ignored);
}

// libcjose knows no EdDSA. Source: RFC 8037, section 3.1.
bool VerificationKey::verifyEd25519(const CompactJws &jws) const
{
    const auto key = ed25519Key(m_first);
    const std::unique_ptr<EVP_MD_CTX, EvpRelease> context(EVP_MD_CTX_new());
    return key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), bytesOf(jws.signature), sizeOf(jws.signature),
                            reinterpret_cast<const unsigned char *>(jws.signedPart.data()), jws.signedPart.size())
        == 1;
}

} // namespace sluice::server
