#include "server/policies/compactjws.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace sluice::server {

namespace {

constexpr std::array kForeignKeys{"jwk", "jku", "x5c", "x5u"};
constexpr std::array kExtensions{"crit", "b64", "zip", "enc"};

tl::unexpected<TokenFault> malformed(const char *why)
{
    return tl::unexpected(TokenFault{why});
}

tl::unexpected<TokenFault> wrongAlgorithm(const char *why)
{
    return tl::unexpected(TokenFault{why, Counter::TokensRefusedAlgorithm});
}

bool isBase64Url(std::string_view text) noexcept
{
    const auto isDigit = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && text.size() % 4 != 1 && std::all_of(text.begin(), text.end(), isDigit);
}

QByteArray decoded(std::string_view text)
{
    return QByteArray::fromBase64({text.data(), static_cast<qsizetype>(text.size())},
                                  QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool hasAny(const QJsonObject &header, const auto &names)
{
    return std::any_of(names.begin(), names.end(),
                       [&header](const char *name) { return header.contains(QLatin1String(name)); });
}

bool isTypeOfTokens(const QJsonValue &type)
{
    if (type.isUndefined())
        return true;
    QString name = type.toString().toLower();
    if (name.startsWith(QLatin1String("application/")))
        name = name.mid(name.indexOf(u'/') + 1);
    return name == QLatin1String("jwt") || name == QLatin1String("at+jwt");
}

tl::expected<void, TokenFault> readHeader(const QByteArray &json, CompactJws &jws)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return malformed("the token's header is not a JSON object");
    const QJsonObject header = document.object();
    const auto algorithm = tokenAlgorithm(header.value(QLatin1String("alg")).toString().toStdString());
    if (!algorithm)
        return wrongAlgorithm("the token's alg is none that is known here");
    jws.algorithm = *algorithm;
    if (hasAny(header, kForeignKeys))
        return malformed("the token brings its own key or the address of one");
    if (hasAny(header, kExtensions))
        return malformed("the token's header asks for extensions");
    if (!isTypeOfTokens(header.value(QLatin1String("typ"))))
        return malformed("the token's typ is not that of a token");
    const QJsonValue keyId = header.value(QLatin1String("kid"));
    jws.keyId = keyId.toString().toUtf8();
    if (!keyId.isUndefined()
        && (jws.keyId.isEmpty() || jws.keyId.size() > static_cast<qsizetype>(CompactJws::kMostKeyIdBytes)))
        return malformed("the token's kid is empty, too long or not a text");
    return {};
}

} // namespace

// Strict about base64url ourselves, because libcjose 0.6 aborts the process on some that is not ("AB=c": assertion in
// its base64.c), and anybody may send a token.
tl::expected<CompactJws, TokenFault> CompactJws::parse(std::string_view token)
{
    const size_t first = token.find('.');
    const size_t last = token.rfind('.');
    if (first == std::string_view::npos || first == last || !isBase64Url(token.substr(0, first))
        || !isBase64Url(token.substr(first + 1, last - first - 1)) || !isBase64Url(token.substr(last + 1)))
        return malformed("the token is not a JWS in compact form");
    CompactJws jws;
    jws.text = token;
    jws.signedPart = token.substr(0, last);
    jws.payload = decoded(token.substr(first + 1, last - first - 1));
    jws.signature = decoded(token.substr(last + 1));
    return readHeader(decoded(token.substr(0, first)), jws).map([&jws] { return std::move(jws); });
}

} // namespace sluice::server
