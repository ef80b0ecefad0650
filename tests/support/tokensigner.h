#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QString>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <memory>

namespace sluice::test {

inline QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// An identity provider with one key, as OpenSSL makes it: independent of what the server checks tokens with.
class TokenSigner
{
public:
    enum class Kind { Rsa2048, Rsa1024, P256, P384, Ed25519 };

    explicit TokenSigner(Kind kind)
        : m_kind(kind)
    {
        EVP_PKEY *key = nullptr;
        switch (kind) {
        case Kind::Rsa2048: key = EVP_RSA_gen(2048); break;
        case Kind::Rsa1024: key = EVP_RSA_gen(1024); break;
        case Kind::P256: key = EVP_EC_gen("P-256"); break;
        case Kind::P384: key = EVP_EC_gen("P-384"); break;
        case Kind::Ed25519: key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"); break;
        }
        m_key.reset(key);
    }

    /// Signs by `algorithm` (RS256, PS256, ES256, EdDSA), whatever `header` says.
    [[nodiscard]] QByteArray sign(const QByteArray &header, const QByteArray &payload,
                                  const QByteArray &algorithm) const
    {
        const QByteArray input = base64Url(header) + '.' + base64Url(payload);
        return input + '.' + base64Url(signature(input, algorithm));
    }
    [[nodiscard]] QByteArray token(const QByteArray &algorithm, const QByteArray &payload,
                                   const QByteArray &keyId = {}) const
    {
        QJsonObject header{{QStringLiteral("alg"), QString::fromLatin1(algorithm)},
                           {QStringLiteral("typ"), QStringLiteral("JWT")}};
        if (!keyId.isEmpty())
            header[QStringLiteral("kid")] = QString::fromUtf8(keyId);
        return sign(QJsonDocument(header).toJson(QJsonDocument::Compact), payload, algorithm);
    }

    /// "PUBLIC KEY".
    [[nodiscard]] QByteArray publicPem() const
    {
        const std::unique_ptr<BIO, Release> bio(BIO_new(BIO_s_mem()));
        PEM_write_bio_PUBKEY(bio.get(), m_key.get());
        return contents(bio.get());
    }
    [[nodiscard]] QByteArray privatePem() const
    {
        const std::unique_ptr<BIO, Release> bio(BIO_new(BIO_s_mem()));
        PEM_write_bio_PKCS8PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        return contents(bio.get());
    }

    /// The public key as a JWK; `extra` is added.
    [[nodiscard]] QJsonObject jwk(const QString &keyId = {}, const QJsonObject &extra = {}) const
    {
        QJsonObject jwk = extra;
        if (!keyId.isEmpty())
            jwk[QStringLiteral("kid")] = keyId;
        const auto put = [&jwk](const char *member, const QByteArray &bytes) {
            jwk[QLatin1String(member)] = QString::fromLatin1(base64Url(bytes));
        };
        switch (m_kind) {
        case Kind::Rsa2048:
        case Kind::Rsa1024:
            jwk[QStringLiteral("kty")] = QStringLiteral("RSA");
            put("n", number(OSSL_PKEY_PARAM_RSA_N, 0));
            put("e", number(OSSL_PKEY_PARAM_RSA_E, 0));
            break;
        case Kind::P256:
        case Kind::P384:
            jwk[QStringLiteral("kty")] = QStringLiteral("EC");
            jwk[QStringLiteral("crv")] = m_kind == Kind::P256 ? QStringLiteral("P-256") : QStringLiteral("P-384");
            put("x", number(OSSL_PKEY_PARAM_EC_PUB_X, coordinateBytes()));
            put("y", number(OSSL_PKEY_PARAM_EC_PUB_Y, coordinateBytes()));
            break;
        case Kind::Ed25519: {
            jwk[QStringLiteral("kty")] = QStringLiteral("OKP");
            jwk[QStringLiteral("crv")] = QStringLiteral("Ed25519");
            QByteArray point(32, '\0');
            size_t size = 32;
            EVP_PKEY_get_raw_public_key(m_key.get(), reinterpret_cast<unsigned char *>(point.data()), &size);
            put("x", point);
            break;
        }
        }
        return jwk;
    }

    /// `{"keys": [...]}`
    [[nodiscard]] static QByteArray keySet(const QJsonArray &keys)
    {
        return QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson(QJsonDocument::Compact);
    }

private:
    struct Release {
        void operator()(EVP_PKEY *key) const noexcept { EVP_PKEY_free(key); }
        void operator()(EVP_MD_CTX *context) const noexcept { EVP_MD_CTX_free(context); }
        void operator()(BIO *bio) const noexcept { BIO_free(bio); }
        void operator()(BIGNUM *number) const noexcept { BN_free(number); }
        void operator()(ECDSA_SIG *signature) const noexcept { ECDSA_SIG_free(signature); }
    };

    [[nodiscard]] static QByteArray contents(BIO *bio)
    {
        char *data = nullptr;
        const long size = BIO_get_mem_data(bio, &data);
        return {data, static_cast<qsizetype>(size)};
    }
    [[nodiscard]] int coordinateBytes() const { return m_kind == Kind::P256 ? 32 : 48; }
    [[nodiscard]] QByteArray number(const char *parameter, int leastBytes) const
    {
        BIGNUM *raw = nullptr;
        EVP_PKEY_get_bn_param(m_key.get(), parameter, &raw);
        const std::unique_ptr<BIGNUM, Release> owned(raw);
        return padded(raw, std::max(BN_num_bytes(raw), leastBytes));
    }
    [[nodiscard]] static QByteArray padded(const BIGNUM *number, int bytes)
    {
        QByteArray text(bytes, '\0');
        BN_bn2binpad(number, reinterpret_cast<unsigned char *>(text.data()), bytes);
        return text;
    }
    [[nodiscard]] QByteArray signature(const QByteArray &input, const QByteArray &algorithm) const
    {
        const std::unique_ptr<EVP_MD_CTX, Release> context(EVP_MD_CTX_new());
        EVP_PKEY_CTX *keyContext = nullptr;
        const EVP_MD *hash = m_kind == Kind::Ed25519 ? nullptr : EVP_sha256();
        EVP_DigestSignInit(context.get(), &keyContext, hash, nullptr, m_key.get());
        if (algorithm.startsWith("PS")) {
            EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST);
        }
        const auto *bytes = reinterpret_cast<const unsigned char *>(input.constData());
        size_t size = 0;
        EVP_DigestSign(context.get(), nullptr, &size, bytes, static_cast<size_t>(input.size()));
        QByteArray result(static_cast<qsizetype>(size), '\0');
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(result.data()), &size, bytes,
                       static_cast<size_t>(input.size()));
        result.truncate(static_cast<qsizetype>(size));
        return m_kind == Kind::P256 || m_kind == Kind::P384 ? fixedLength(result) : result;
    }
    // Of DER to r and s side by side. Source: RFC 7518, section 3.4.
    [[nodiscard]] QByteArray fixedLength(const QByteArray &der) const
    {
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
        const std::unique_ptr<ECDSA_SIG, Release> parts(d2i_ECDSA_SIG(nullptr, &bytes, der.size()));
        return padded(ECDSA_SIG_get0_r(parts.get()), coordinateBytes())
            + padded(ECDSA_SIG_get0_s(parts.get()), coordinateBytes());
    }

    const Kind m_kind;
    std::unique_ptr<EVP_PKEY, Release> m_key;
};

/// A token signed with an HMAC, whatever `header` says.
inline QByteArray hmacToken(const QByteArray &header, const QByteArray &payload, const QByteArray &key,
                            QCryptographicHash::Algorithm hash = QCryptographicHash::Sha256)
{
    const QByteArray input = base64Url(header) + '.' + base64Url(payload);
    return input + '.' + base64Url(QMessageAuthenticationCode::hash(input, key, hash));
}

} // namespace sluice::test
