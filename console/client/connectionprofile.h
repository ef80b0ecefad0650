// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QString>
#include <QUrl>

class QSettings;

namespace sluice::console {

/// What a server is for; it colours the window, so that nobody acts on the wrong one.
enum class Environment { Unnamed, Development, Staging, Production };

[[nodiscard]] QString toString(Environment environment);
[[nodiscard]] Environment environmentFromString(const QString &text);

inline constexpr quint16 kDefaultAdminPort = 7601;

/// How to reach one server's admin socket. The token itself is never stored, only the file that holds it.
/// Thread: any (a value).
struct ConnectionProfile {
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = kDefaultAdminPort;
    QString tokenFile;
    QString token; ///< For this session only.
    Environment environment = Environment::Unnamed;

    [[nodiscard]] QUrl url() const;
    /// The token, or the first line of the token file.
    /// Errors: Unavailable when the file cannot be read, Unauthorized when there is no token at all.
    [[nodiscard]] Result<QByteArray> readToken() const;
};

/// The last profile, kept in the user's settings.
class ProfileStore
{
public:
    explicit ProfileStore(QSettings &settings)
        : m_settings(settings)
    {
    }

    [[nodiscard]] ConnectionProfile load() const;
    void save(const ConnectionProfile &profile);

private:
    QSettings &m_settings;
};

} // namespace sluice::console
