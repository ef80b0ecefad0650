// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/client/connectionprofile.h"

#include <QFile>
#include <QSettings>

#include <algorithm>
#include <array>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kEnvironmentNames{""_L1, "development"_L1, "staging"_L1, "production"_L1};

// Longer than any token we make; a wrong file (a core dump, a disk image) is not read into memory.
constexpr qint64 kTokenLimitBytes = 16 * 1024;

} // namespace

QString toString(Environment environment)
{
    return kEnvironmentNames[static_cast<size_t>(environment)];
}

Environment environmentFromString(const QString &text)
{
    const auto found = std::find_if(kEnvironmentNames.begin(), kEnvironmentNames.end(), [&](QLatin1StringView name) {
        return text.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == kEnvironmentNames.end() ? Environment::Unnamed
                                            : static_cast<Environment>(found - kEnvironmentNames.begin());
}

QUrl ConnectionProfile::url() const
{
    QUrl url;
    url.setScheme(u"ws"_s);
    url.setHost(host);
    url.setPort(port);
    url.setPath(u"/"_s);
    return url;
}

Result<QByteArray> ConnectionProfile::readToken() const
{
    if (!token.isEmpty())
        return token.trimmed().toUtf8();
    if (tokenFile.isEmpty())
        return failure(ErrorCode::Unauthorized);
    QFile file(tokenFile);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, {}, u"%1: %2"_s.arg(tokenFile, file.errorString()));
    const QByteArray line = file.readLine(kTokenLimitBytes).trimmed();
    if (line.isEmpty())
        return failure(ErrorCode::Unauthorized);
    return line;
}

ConnectionProfile ProfileStore::load() const
{
    const ConnectionProfile defaults;
    const int port = m_settings.value("connection/port"_L1, defaults.port).toInt();
    return {
        .host = m_settings.value("connection/host"_L1, defaults.host).toString(),
        .port = port > 0 && port <= 65535 ? static_cast<quint16>(port) : defaults.port,
        .tokenFile = m_settings.value("connection/tokenFile"_L1).toString(),
        .token = {},
        .environment = environmentFromString(m_settings.value("connection/environment"_L1).toString()),
    };
}

void ProfileStore::save(const ConnectionProfile &profile)
{
    m_settings.setValue("connection/host"_L1, profile.host);
    m_settings.setValue("connection/port"_L1, profile.port);
    m_settings.setValue("connection/tokenFile"_L1, profile.tokenFile);
    m_settings.setValue("connection/environment"_L1, toString(profile.environment));
}

} // namespace sluice::console
