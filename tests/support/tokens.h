#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>

namespace sluice::test {

/// What a development token says about its bearer.
struct TokenClaims {
    QString subject;
    QStringList roles;
    /// From now; negative for a token that has expired already.
    std::chrono::seconds lifetime = std::chrono::hours(1);
};

/// A JSON web token signed with HMAC-SHA256.
/// Source: RFC 7519, RFC 7515 (JWS compact serialization).
[[nodiscard]] QByteArray makeToken(const TokenClaims &claims, const QByteArray &key);

/// The signing key in a file as the server reads it: the bytes without a trailing newline; empty when unreadable.
[[nodiscard]] QByteArray readTokenKey(const QString &path);

} // namespace sluice::test
