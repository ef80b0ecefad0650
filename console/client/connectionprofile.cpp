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

constexpr int kMostProfiles = 100;
constexpr auto kCountKey = "servers/count"_L1;

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
    url.setScheme(security.tls ? u"wss"_s : u"ws"_s);
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
    return read(u"connection/"_s);
}

void ProfileStore::save(const ConnectionProfile &profile)
{
    write(u"connection/"_s, profile);
    QList<ConnectionProfile> profiles = all();
    profiles.removeIf([&](const ConnectionProfile &other) { return other.hasSameAddress(profile); });
    profiles.prepend(profile);
    writeAll(profiles);
}

QList<ConnectionProfile> ProfileStore::all() const
{
    const int count = m_settings.value(kCountKey, 0).toInt();
    QList<ConnectionProfile> profiles;
    for (int i = 0; i < count && i < kMostProfiles; ++i)
        profiles.append(read(u"servers/%1/"_s.arg(i)));
    return profiles;
}

void ProfileStore::forget(const ConnectionProfile &profile)
{
    QList<ConnectionProfile> profiles = all();
    profiles.removeIf([&](const ConnectionProfile &other) { return other.hasSameAddress(profile); });
    writeAll(profiles);
}

void ProfileStore::update(const ConnectionProfile &profile)
{
    QList<ConnectionProfile> profiles = all();
    for (ConnectionProfile &saved : profiles) {
        if (saved.hasSameAddress(profile))
            saved = profile;
    }
    writeAll(profiles);
    if (load().hasSameAddress(profile))
        write(u"connection/"_s, profile);
}

ConnectionProfile ProfileStore::read(const QString &prefix) const
{
    const ConnectionProfile defaults;
    const int port = m_settings.value(prefix + "port"_L1, defaults.port).toInt();
    return {
        .host = m_settings.value(prefix + "host"_L1, defaults.host).toString(),
        .port = port > 0 && port <= 65535 ? static_cast<quint16>(port) : defaults.port,
        .tokenFile = m_settings.value(prefix + "tokenFile"_L1).toString(),
        .token = {},
        .environment = environmentFromString(m_settings.value(prefix + "environment"_L1).toString()),
        .name = m_settings.value(prefix + "name"_L1).toString(),
        .isReadOnly = m_settings.value(prefix + "readOnly"_L1).toBool(),
        .security =
            {
                .tls = m_settings.value(prefix + "tls"_L1).toBool(),
                .authorityFile = m_settings.value(prefix + "authorityFile"_L1).toString(),
                .certificateFile = m_settings.value(prefix + "certificateFile"_L1).toString(),
                .keyFile = m_settings.value(prefix + "keyFile"_L1).toString(),
                .fingerprint = m_settings.value(prefix + "fingerprint"_L1).toString(),
            },
    };
}

void ProfileStore::write(const QString &prefix, const ConnectionProfile &profile)
{
    m_settings.setValue(prefix + "host"_L1, profile.host);
    m_settings.setValue(prefix + "port"_L1, profile.port);
    m_settings.setValue(prefix + "tokenFile"_L1, profile.tokenFile);
    m_settings.setValue(prefix + "environment"_L1, toString(profile.environment));
    m_settings.setValue(prefix + "name"_L1, profile.name);
    m_settings.setValue(prefix + "readOnly"_L1, profile.isReadOnly);
    m_settings.setValue(prefix + "tls"_L1, profile.security.tls);
    m_settings.setValue(prefix + "authorityFile"_L1, profile.security.authorityFile);
    m_settings.setValue(prefix + "certificateFile"_L1, profile.security.certificateFile);
    m_settings.setValue(prefix + "keyFile"_L1, profile.security.keyFile);
    m_settings.setValue(prefix + "fingerprint"_L1, profile.security.fingerprint);
}

void ProfileStore::writeAll(const QList<ConnectionProfile> &profiles)
{
    m_settings.remove(u"servers"_s);
    const qsizetype count = std::min<qsizetype>(profiles.size(), kMostProfiles);
    for (qsizetype i = 0; i < count; ++i)
        write(u"servers/%1/"_s.arg(i), profiles.at(i));
    m_settings.setValue(kCountKey, count);
}

} // namespace sluice::console
