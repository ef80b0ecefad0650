#pragma once

#include <QJsonObject>
#include <QLatin1String>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sluice::admin {

/// How a connection fares.
enum class ConnectionState : quint8 {
    Ok,
    Slow,      ///< It does not read what it is sent, or is not read because too much of it is under way.
    Anonymous, ///< Not logged in.
    Closing,   ///< Its close frame is on the way.
};

/// "ok", "slow", "anonymous" or "closing", as on the wire.
[[nodiscard]] QLatin1String toString(ConnectionState state);
/// Ok for what is none of these.
[[nodiscard]] ConnectionState connectionStateFromString(const QString &text);

/// What a client said about itself when it connected; nobody has checked it.
struct ClientClaims {
    std::string userAgent;
    std::string origin;
};

/// One open connection of a client at the time of a look at it: a row of `connections/list`. Texts are UTF-8.
/// Thread: any (a value).
struct ConnectionRow {
    quint64 id = 0;
    std::string user; ///< Empty: not logged in.
    std::vector<std::string> roles;
    std::string address;
    std::chrono::milliseconds age{0};
    std::optional<std::chrono::microseconds> rtt; ///< Of the last ping that was answered.
    double inPerSecond = 0;                       ///< Events received a second, of late.
    quint64 received = 0;                         ///< Events since it was opened; so too the next two.
    quint64 refused = 0;
    quint64 limited = 0; ///< Of the refused: for a rate limit.
    quint64 pendingBytes = 0;
    ConnectionState state = ConnectionState::Ok;
    bool isTls = false;
    std::string thread;                         ///< The I/O thread it lives in.
    std::shared_ptr<const ClientClaims> claims; ///< Null: it said nothing. Not in the JSON.

    [[nodiscard]] QJsonObject toJson() const;
    /// What toJson() wrote; missing members keep their defaults.
    [[nodiscard]] static ConnectionRow fromJson(const QJsonObject &object);
};

/// One that has ended: a row of `connections/closed`. Texts are UTF-8.
/// Thread: any (a value).
struct ClosedRow {
    quint64 id = 0;
    std::string user; ///< Empty: it was not logged in.
    std::vector<std::string> roles;
    std::string address;
    qint64 closedAtMs = 0; ///< Wall clock. Units: ms since the Unix epoch.
    std::chrono::milliseconds lasted{0};
    int code = 0;          ///< Of the close frame; 1006 when there was none.
    bool byClient = false; ///< It ended the connection, or was lost.
    std::string reason;
    quint64 received = 0; ///< Events.
    quint64 refused = 0;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ClosedRow fromJson(const QJsonObject &object);
};

} // namespace sluice::admin
