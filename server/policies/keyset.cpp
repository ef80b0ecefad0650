// The JSON Web Key Sets of tokenkeys.h.

#include "server/policies/tokenkeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace sluice::server {

namespace {

/// What a single key is to us: usable, none of our business, or wrong.
struct Verdict {
    std::optional<VerificationKey> key = {};
    QString skipped = {};
    QString fault = {};
};

Verdict skip(const QString &why)
{
    return {{}, why, {}};
}

Verdict wrong(const QString &why)
{
    return {{}, {}, why};
}

/// A member in base64url; nothing when it is not.
std::optional<QByteArray> bytesOf(const QJsonObject &jwk, const char *member)
{
    const QByteArray text = jwk.value(QLatin1String(member)).toString().toLatin1();
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded && !(*decoded).isEmpty() ? std::optional(*decoded) : std::nullopt;
}

bool isForVerifying(const QJsonObject &jwk)
{
    const QJsonValue use = jwk.value(u"use");
    const QJsonValue operations = jwk.value(u"key_ops");
    return (use.isUndefined() || use.toString() == QLatin1String("sig"))
        && (operations.isUndefined() || operations.toArray().contains(QLatin1String("verify")));
}

Result<VerificationKey> notBase64(const char *members)
{
    return failure(ErrorCode::InvalidParams, {}, QStringLiteral("%1 must be base64url").arg(QLatin1String(members)));
}

Result<VerificationKey> secretFrom(const QJsonObject &jwk, TokenAlgorithms algorithms)
{
    const auto bytes = bytesOf(jwk, "k");
    return bytes ? VerificationKey::secret(*bytes, algorithms) : notBase64("k");
}

Result<VerificationKey> rsaFrom(const QJsonObject &jwk)
{
    const auto modulus = bytesOf(jwk, "n");
    const auto exponent = bytesOf(jwk, "e");
    return modulus && exponent ? VerificationKey::rsa(*modulus, *exponent) : notBase64("n and e");
}

Result<VerificationKey> p256From(const QJsonObject &jwk)
{
    const auto x = bytesOf(jwk, "x");
    const auto y = bytesOf(jwk, "y");
    return x && y ? VerificationKey::p256(*x, *y) : notBase64("x and y");
}

Result<VerificationKey> ed25519From(const QJsonObject &jwk)
{
    const auto point = bytesOf(jwk, "x");
    return point ? VerificationKey::ed25519(*point) : notBase64("x");
}

/// All algorithms, or the only one that the key is for.
TokenAlgorithms boundTo(std::optional<TokenAlgorithm> algorithm)
{
    if (algorithm)
        return {*algorithm};
    TokenAlgorithms all;
    for (const TokenAlgorithm any : kTokenAlgorithms)
        all.add(any);
    return all;
}

Verdict publicKey(const QJsonObject &jwk, TokenAlgorithms algorithms)
{
    const QString type = jwk.value(u"kty").toString();
    const QString curve = jwk.value(u"crv").toString();
    std::optional<Result<VerificationKey>> made;
    if (type == QLatin1String("RSA"))
        made = rsaFrom(jwk);
    else if (type == QLatin1String("EC") && curve == QLatin1String("P-256"))
        made = p256From(jwk);
    else if (type == QLatin1String("OKP") && curve == QLatin1String("Ed25519"))
        made = ed25519From(jwk);
    if (!made)
        return skip(QStringLiteral("its kty and crv are none that is known here"));
    if (!*made)
        return wrong(made->error().detail);
    if ((*made)->algorithms().common(algorithms).isEmpty())
        return wrong(QStringLiteral("its alg does not go with its kty"));
    return {(*made)->named(jwk.value(u"kid").toString().toUtf8(), algorithms), {}, {}};
}

Verdict secretKey(const QJsonObject &jwk, std::optional<TokenAlgorithm> algorithm, KeySetSource source)
{
    if (source == KeySetSource::Url)
        return wrong(QStringLiteral("is symmetric: whoever can fetch it could make tokens"));
    if (!algorithm)
        return wrong(QStringLiteral("is symmetric and has no alg"));
    const auto made = secretFrom(jwk, {*algorithm});
    if (!made)
        return wrong(made.error().detail);
    return {made->named(jwk.value(u"kid").toString().toUtf8(), {*algorithm}), {}, {}};
}

Verdict judge(const QJsonValue &value, KeySetSource source)
{
    if (!value.isObject())
        return wrong(QStringLiteral("is not an object"));
    const QJsonObject jwk = value.toObject();
    const QJsonValue keyId = jwk.value(u"kid");
    if (!keyId.isUndefined()
        && (!keyId.isString() || keyId.toString().toUtf8().size() > qsizetype{CompactJws::kMostKeyIdBytes}))
        return wrong(QStringLiteral("its kid is not a text of at most 256 bytes"));
    if (!isForVerifying(jwk))
        return skip(QStringLiteral("it is not for checking signatures"));
    if (jwk.contains(u"d"))
        return wrong(
            QStringLiteral("is a private key: whoever reads it could make tokens; only its public half is needed"));
    const QJsonValue name = jwk.value(u"alg");
    const auto algorithm = tokenAlgorithm(name.toString().toStdString());
    if (!name.isUndefined() && !algorithm)
        return skip(QStringLiteral("its alg is none that is known here"));
    if (jwk.value(u"kty").toString() == QLatin1String("oct"))
        return secretKey(jwk, algorithm, source);
    return publicKey(jwk, boundTo(algorithm));
}

} // namespace

Result<KeySet> parseKeySet(const QByteArray &json, KeySetSource source)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    const QJsonValue list = document.object().value(u"keys");
    if (error.error != QJsonParseError::NoError || !list.isArray())
        return failure(ErrorCode::InvalidParams, {}, QStringLiteral("is not a JSON Web Key Set: {\"keys\": [...]}"));
    KeySet set;
    int number = 0;
    const QJsonArray array = list.toArray();
    for (const QJsonValue value : array) {
        ++number;
        Verdict verdict = judge(value, source);
        if (!verdict.fault.isEmpty() && source == KeySetSource::File)
            return failure(ErrorCode::InvalidParams, {}, QStringLiteral("key %1 %2").arg(number).arg(verdict.fault));
        if (verdict.key)
            set.keys.push_back(*std::move(verdict.key));
        else
            set.skipped.append(QStringLiteral("key %1: %2").arg(number).arg(verdict.skipped + verdict.fault));
    }
    return set;
}

} // namespace sluice::server
