#include "tests/support/tokens.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

namespace sluice::test {

namespace {

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray encodedPart(const QJsonObject &object)
{
    return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

QByteArray makeToken(const TokenClaims &claims, const QByteArray &key)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const qint64 expires = now + claims.lifetime.count();
    const QJsonObject header{{QStringLiteral("alg"), QStringLiteral("HS256")},
                             {QStringLiteral("typ"), QStringLiteral("JWT")}};
    const QJsonObject payload{{QStringLiteral("sub"), claims.subject},
                              {QStringLiteral("roles"), QJsonArray::fromStringList(claims.roles)},
                              {QStringLiteral("iat"), std::min(now, expires)},
                              {QStringLiteral("exp"), expires}};
    const QByteArray signedPart = encodedPart(header) + '.' + encodedPart(payload);
    return signedPart + '.' + base64Url(QMessageAuthenticationCode::hash(signedPart, key, QCryptographicHash::Sha256));
}

QByteArray readTokenKey(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray key = file.readAll();
    if (key.endsWith('\n'))
        key.chop(1);
    return key;
}

} // namespace sluice::test
