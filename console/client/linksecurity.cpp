// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/client/linksecurity.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslKey>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// More than any bundle of authorities; a wrong file is not read into memory.
constexpr qint64 kLimitBytes = 4 * 1024 * 1024;

Result<QByteArray> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, {}, u"%1: %2"_s.arg(path, file.errorString()));
    return file.read(kLimitBytes);
}

tl::unexpected<Error> noneIn(const QString &path, QLatin1StringView what)
{
    return failure(ErrorCode::InvalidParams, {}, u"%1: no %2 in it"_s.arg(path, what));
}

Result<QList<QSslCertificate>> certificatesIn(const QString &path)
{
    return read(path).and_then([&](const QByteArray &pem) -> Result<QList<QSslCertificate>> {
        const QList<QSslCertificate> found = QSslCertificate::fromData(pem);
        if (found.isEmpty())
            return noneIn(path, "certificate"_L1);
        return found;
    });
}

Result<QSslKey> keyIn(const QString &path)
{
    return read(path).and_then([&](const QByteArray &pem) -> Result<QSslKey> {
        for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
            if (const QSslKey key(pem, algorithm); !key.isNull())
                return key;
        }
        return noneIn(path, "RSA or EC key without a password"_L1);
    });
}

} // namespace

Result<QSslConfiguration> LinkSecurity::configuration() const
{
    QSslConfiguration made = QSslConfiguration::defaultConfiguration();
    made.setProtocol(QSsl::TlsV1_2OrLater);
    if (!authorityFile.isEmpty()) {
        const auto authorities = certificatesIn(authorityFile);
        if (!authorities)
            return tl::unexpected(authorities.error());
        made.addCaCertificates(*authorities);
    }
    if (!certificateFile.isEmpty()) {
        const auto own = certificatesIn(certificateFile);
        if (!own)
            return tl::unexpected(own.error());
        const auto key = keyIn(keyFile.isEmpty() ? certificateFile : keyFile);
        if (!key)
            return tl::unexpected(key.error());
        made.setLocalCertificateChain(*own);
        made.setPrivateKey(*key);
    }
    return made;
}

QString fingerprintOf(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

} // namespace sluice::console
