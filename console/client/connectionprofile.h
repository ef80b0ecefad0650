// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/linksecurity.h"
#include "shared/base/result.h"

#include <QList>
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
    QString name = {};       ///< As the server called itself when it was last connected to.
    bool isReadOnly = false; ///< The operator's own switch: nothing is changed there from this console.
    LinkSecurity security = {};

    [[nodiscard]] QUrl url() const;
    /// "host:port".
    [[nodiscard]] QString address() const { return QStringLiteral("%1:%2").arg(host).arg(port); }
    /// Whether both lead to the same server.
    [[nodiscard]] bool hasSameAddress(const ConnectionProfile &other) const
    {
        return host == other.host && port == other.port;
    }
    /// The token, or the first line of the token file.
    /// Errors: Unavailable when the file cannot be read, Unauthorized when there is no token at all.
    [[nodiscard]] Result<QByteArray> readToken() const;
};

/// The profiles that were used, kept in the user's settings: the last one, and one for each address.
class ProfileStore
{
public:
    explicit ProfileStore(QSettings &settings)
        : m_settings(settings)
    {
    }

    /// The one saved last.
    [[nodiscard]] ConnectionProfile load() const;
    void save(const ConnectionProfile &profile);

    /// The one saved last first.
    [[nodiscard]] QList<ConnectionProfile> all() const;
    void forget(const ConnectionProfile &profile);
    /// Changes the saved one of that address, in its place.
    void update(const ConnectionProfile &profile);

private:
    [[nodiscard]] ConnectionProfile read(const QString &prefix) const;
    void write(const QString &prefix, const ConnectionProfile &profile);
    void writeAll(const QList<ConnectionProfile> &profiles);

    QSettings &m_settings;
};

} // namespace sluice::console
