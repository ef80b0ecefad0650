#include "server/admin/admintokens.h"

#include "server/config/privatefile.h"
#include "shared/base/logging.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/crypto.h>

namespace sluice::server {

namespace {

constexpr QLatin1String kOwner("owner");

QByteArray hashOf(QByteArrayView token)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(token);
    return hash.result();
}

QByteArray tokensFile(const QByteArray &ownerToken)
{
    const QJsonObject owner{
        {QStringLiteral("name"), kOwner},
        {QStringLiteral("role"), admin::toString(admin::Role::Admin)},
        {QStringLiteral("hash"), QString::fromLatin1(hashOf(ownerToken).toHex())},
    };
    return QJsonDocument(QJsonObject{{QStringLiteral("tokens"), QJsonArray{owner}}}).toJson();
}

Result<QByteArray> makeTokens(const QString &ownerFile, const QString &hashesFile, Random &random)
{
    const QByteArray token =
        random.bytes(AdminTokens::kTokenBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QByteArray hashes = tokensFile(token);
    // The hashes last: if the server dies in between, the next start makes both anew.
    return writePrivateFile(ownerFile, token + '\n')
        .and_then([&] { return writePrivateFile(hashesFile, hashes); })
        .map([&] {
            qCInfo(lcAdmin).noquote().nospace() << "made the owner's token file=" << ownerFile;
            return hashes;
        });
}

tl::unexpected<Error> malformed(const QString &fileName, const QString &what)
{
    return failure(ErrorCode::InvalidParams, {},
                   QStringLiteral("%1: %2; expected {\"tokens\": [{\"name\", \"role\": \"viewer|operator|admin\", "
                                  "\"hash\": SHA-256 in hex}]}")
                       .arg(fileName, what));
}

} // namespace

Result<AdminTokens> AdminTokens::open(const QString &stateDir, Random &random)
{
    const QString ownerFile = QDir(stateDir).filePath(QStringLiteral("admin.token"));
    const QString hashesFile = QDir(stateDir).filePath(QStringLiteral("admin.tokens"));
    Result<QByteArray> hashes = readPrivateFile(hashesFile);
    if (!hashes && hashes.error().code == ErrorCode::NotFound)
        hashes = makeTokens(ownerFile, hashesFile, random);
    return hashes.and_then([&](const QByteArray &json) { return parse(json, hashesFile); });
}

Result<AdminTokens> AdminTokens::parse(const QByteArray &json, const QString &fileName)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return malformed(fileName, error.errorString());

    AdminTokens tokens;
    const QJsonArray entries = root.value(u"tokens").toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject object = value.toObject();
        const QString name = object.value(u"name").toString();
        const auto role = admin::roleFromString(object.value(u"role").toString());
        const QByteArray hash = QByteArray::fromHex(object.value(u"hash").toString().toLatin1());
        if (name.isEmpty() || !role || hash.size() != QCryptographicHash::hashLength(QCryptographicHash::Sha256))
            return malformed(fileName, QStringLiteral("token %1 is not valid").arg(tokens.m_entries.size() + 1));
        tokens.m_entries.push_back({{name, *role}, hash});
    }
    if (tokens.m_entries.empty())
        return malformed(fileName, QStringLiteral("there is no token"));
    return tokens;
}

std::optional<AdminIdentity> AdminTokens::identify(std::string_view token) const
{
    const QByteArray hash = hashOf(QByteArrayView(token.data(), static_cast<qsizetype>(token.size())));
    std::optional<AdminIdentity> identity;
    for (const Entry &entry : m_entries) {
        if (CRYPTO_memcmp(hash.constData(), entry.hash.constData(), static_cast<size_t>(hash.size())) == 0)
            identity = entry.identity;
    }
    return identity;
}

} // namespace sluice::server
