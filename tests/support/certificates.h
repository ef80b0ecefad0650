#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace sluice::test {

/// Makes `path`.crt and `path`.key with Debian's openssl: an authority, or what the authority `authority` signed.
/// Returns whether it worked. Blocks: for as long as openssl runs.
[[nodiscard]] inline bool certify(const QString &path, const QString &authority = {})
{
    QStringList arguments{QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj")
                              .split(QLatin1Char(' '))};
    arguments << QStringLiteral("/CN=") + path.section(QLatin1Char('/'), -1) << QStringLiteral("-keyout")
              << path + QStringLiteral(".key") << QStringLiteral("-out") << path + QStringLiteral(".crt");
    if (!authority.isEmpty()) {
        arguments << QStringLiteral("-CA") << authority + QStringLiteral(".crt") << QStringLiteral("-CAkey")
                  << authority + QStringLiteral(".key");
    }
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), arguments);
    return openssl.waitForFinished() && openssl.exitCode() == 0;
}

} // namespace sluice::test
