#include "server/policies/tokenrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <optional>

namespace sluice::server {

namespace {

// Beyond any date a token can mean, and far from overflowing the clock's nanoseconds.
constexpr double kLatestUnixSeconds = 4'000'000'000.0;

tl::unexpected<TokenFault> wrongClaim(const char *why)
{
    return tl::unexpected(TokenFault{why, Counter::TokensRefusedClaims});
}

/// A NumericDate; nothing when it is not a sensible one. Source: RFC 7519, section 2.
std::optional<WallTime> numericDate(const QJsonValue &value)
{
    if (!value.isDouble() || std::abs(value.toDouble()) > kLatestUnixSeconds)
        return std::nullopt;
    const auto sinceEpoch = std::chrono::duration<double>(value.toDouble());
    return WallTime(std::chrono::duration_cast<WallTime::duration>(sinceEpoch));
}

bool isPlainText(const QByteArray &text, qsizetype mostBytes)
{
    const bool hasControls =
        std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return !text.isEmpty() && text.size() <= mostBytes && !hasControls;
}

// Names with dots, as "https://example.com/roles", are as usual as objects.
QJsonValue claimAt(const QJsonObject &claims, const QString &path)
{
    if (const auto whole = claims.find(path); whole != claims.end())
        return *whole;
    const qsizetype dot = path.indexOf(u'.');
    const QJsonValue inner = dot > 0 ? claims.value(path.left(dot)) : QJsonValue(QJsonValue::Undefined);
    return inner.isObject() ? claimAt(inner.toObject(), path.mid(dot + 1)) : QJsonValue(QJsonValue::Undefined);
}

bool isScope(const QString &path)
{
    const QString name = path.section(u'.', -1);
    return name == QLatin1String("scope") || name == QLatin1String("scp");
}

/// What the claim lists; nothing when it is there but is not a list of texts.
std::optional<std::vector<std::string>> textsAt(const QJsonObject &claims, const QString &path)
{
    std::vector<std::string> texts;
    const QJsonValue claim = path.isEmpty() ? QJsonValue(QJsonValue::Undefined) : claimAt(claims, path);
    if (claim.isUndefined())
        return texts;
    if (claim.isString() && isScope(path)) {
        for (const QString &word : claim.toString().split(u' ', Qt::SkipEmptyParts))
            texts.push_back(word.toStdString());
        return texts;
    }
    if (!claim.isArray())
        return std::nullopt;
    const QJsonArray list = claim.toArray();
    for (const QJsonValue element : list) {
        if (!element.isString())
            return std::nullopt;
        texts.push_back(element.toString().toStdString());
    }
    return texts;
}

// Source: RFC 7519, section 4.1.3: one text, or a list of them.
bool namesOneOf(const QJsonValue &claim, const QStringList &wanted)
{
    if (claim.isString())
        return wanted.contains(claim.toString());
    const QJsonArray list = claim.toArray();
    return std::any_of(list.begin(), list.end(),
                       [&wanted](const QJsonValue &one) { return one.isString() && wanted.contains(one.toString()); });
}

tl::expected<void, TokenFault> checkParties(const TokenRules &rules, const QJsonObject &claims)
{
    const QJsonValue issuer = claims.value(QLatin1String("iss"));
    if (!rules.issuers.isEmpty() && (!issuer.isString() || !rules.issuers.contains(issuer.toString())))
        return wrongClaim("the token's iss is not one of auth.issuers");
    if (!rules.audiences.isEmpty() && !namesOneOf(claims.value(QLatin1String("aud")), rules.audiences))
        return wrongClaim("the token's aud is not one of auth.audiences");
    return {};
}

tl::expected<void, TokenFault> readTimes(const TokenRules &rules, const QJsonObject &claims, WallTime now,
                                         Principal &principal)
{
    if (claims.contains(QLatin1String("nbf"))) {
        const auto notBefore = numericDate(claims.value(QLatin1String("nbf")));
        if (!notBefore || now + rules.leeway < *notBefore)
            return wrongClaim("the token is not valid yet, or its nbf is not a date");
    }
    if (claims.contains(QLatin1String("iat"))) {
        principal.issued = numericDate(claims.value(QLatin1String("iat")));
        if (!principal.issued) // one in the future is no fault: clocks differ, and are set
            return wrongClaim("the token's iat is not a date");
    }
    if (!claims.contains(QLatin1String("exp"))) {
        if (rules.requireExp)
            return wrongClaim("the token has no exp, which auth.require-exp asks for");
        return {};
    }
    const auto end = numericDate(claims.value(QLatin1String("exp")));
    if (!end)
        return wrongClaim("the token's exp is not a date");
    principal.expires = *end + rules.leeway;
    if (now >= *principal.expires)
        return tl::unexpected(
            TokenFault{"the token's exp has passed", Counter::TokensRefusedExpired, ErrorCode::TokenExpired});
    return {};
}

tl::expected<void, TokenFault> readBearer(const TokenRules &rules, const QJsonObject &claims, Principal &principal)
{
    const QByteArray user = claimAt(claims, rules.userClaim).toString().toUtf8();
    if (!isPlainText(user, TokenRules::kMaxUserIdBytes))
        return wrongClaim("the token's sub (auth.claims.user) is missing, too long or not a plain text");
    principal.userId = user.toStdString();
    auto roles = textsAt(claims, rules.rolesClaim);
    if (!roles)
        return wrongClaim("the token's roles (auth.claims.roles) are not a list of texts");
    principal.roles = std::move(*roles);
    auto topics = textsAt(claims, rules.topicsClaim);
    if (!topics)
        return wrongClaim("the token's topics (auth.claims.topics) are not a list of texts");
    principal.topics = std::move(*topics);
    const QJsonValue tokenId = claims.value(QLatin1String("jti"));
    principal.tokenId = tokenId.toString().toStdString();
    if (!tokenId.isUndefined() && !isPlainText(tokenId.toString().toUtf8(), TokenRules::kMaxTokenIdBytes))
        return wrongClaim("the token's jti is empty, too long or not a plain text");
    return {};
}

} // namespace

TokenRules TokenRules::fromConfig(const Config::Auth &auth)
{
    TokenRules rules;
    rules.algorithms = TokenAlgorithms::fromNames(auth.algorithms);
    rules.issuers = auth.issuers;
    rules.audiences = auth.audiences;
    rules.leeway = auth.leeway;
    rules.requireExp = auth.requireExp;
    rules.userClaim = auth.userClaim;
    rules.rolesClaim = auth.rolesClaim;
    rules.topicsClaim = auth.topicsClaim;
    return rules;
}

tl::expected<Principal, TokenFault> TokenRules::principalFrom(const QByteArray &payload, WallTime now) const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(payload, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return tl::unexpected(TokenFault{"the token's payload is not a JSON object"});
    const QJsonObject claims = document.object();
    Principal principal;
    principal.authenticated = true;
    return readBearer(*this, claims, principal)
        .and_then([&] { return checkParties(*this, claims); })
        .and_then([&] { return readTimes(*this, claims, now, principal); })
        .map([&principal] { return std::move(principal); });
}

} // namespace sluice::server
