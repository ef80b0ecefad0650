#pragma once

// Sluice's plugin interface, version 1.0: all that a plugin is built against, beside Qt Core and the standard library.
// It is installed as <sluice/handlerplugin.h>; resources/examples/plugin shows a whole plugin.
//
// A plugin is a Qt plugin, a shared library in the server's `plugins.directory`, with
//
//     Q_PLUGIN_METADATA(IID SLUICE_HANDLER_PLUGIN_IID FILE "my.json")
//     Q_INTERFACES(sluice::plugin::HandlerPlugin)
//
// whose metadata names its handlers, {"handlers": ["orders.place", "orders.cancel"]}. In events.toml these are
// `handler = "plugin:orders.place"`. Whatever changes this header in a way that plugins notice gives it another IID,
// and a server refuses plugins of an IID that is not its own.

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>
#include <QtPlugin>

#include <chrono>
#include <memory>
#include <stop_token>
#include <utility>
#include <variant>

#define SLUICE_HANDLER_PLUGIN_IID "org.sluice.HandlerPlugin/1.0"

namespace sluice::plugin {

/// An event to act on. A value: it may be kept for as long as it is needed.
struct Event {
    QString id;                 ///< "orders/place".
    QString user;               ///< The token's `sub`; for anonymous clients a name that only this connection has.
    bool authenticated = false; ///< Never to be concluded from `user`.
    QStringList roles;          ///< The token's.
    QByteArray params;          ///< JSON text, an object or a list; empty when there were none.
    QByteArray idempotencyKey;  ///< The client's; empty for none. The server repeats the answer by itself.
    quint64 connection = 0;     ///< The client's connection; never used again.
    std::chrono::steady_clock::time_point deadline; ///< Nobody waits for the answer after this.
    /// Set when nobody waits any more: past the deadline, cancelled, or gone. Says nothing once the answer is given.
    std::stop_token stop;
};

/// What clients are told besides success. The server knows no others.
enum class ErrorCode : int {
    InvalidParams = -32602,
    Internal = -32603, ///< The plugin's own mistake; counts against it (circuit breaker).
    Unauthorized = -32010,
    Forbidden = -32011,
    NotFound = -32020,
    Conflict = -32021,
    BackendFailed = -32022, ///< What the plugin depends on failed; counts against it, as the next two.
    Unavailable = -32033,
    Busy = -32034,
    StorageFull = -32035,
};

/// A push: a notification whose method is `event`.
struct Publication {
    bool everyone = false; ///< To all connections; else to `users` or to the subscribers of `topic`.
    QStringList users;
    QString topic;
    QString event;     ///< "orders/placed".
    QByteArray params; ///< JSON text of an object.
    QString key;       ///< What it is the latest news of: for a slow client it replaces an unsent one with this key.
    std::chrono::milliseconds timeToLive{0}; ///< Dropped if it is not sent by then; 0: never.
};

/// All that a handler has to say.
struct Answer {
    QByteArray result; ///< JSON text of any value; empty: null.
    bool failed = false;
    ErrorCode code = ErrorCode::Internal; ///< Where it failed, as the next two.
    QByteArray errorData;                 ///< JSON text for the client, as {"field": ..., "reason": ...}; may be empty.
    QString errorDetail;                  ///< For the log; never sent to a client.
    QList<Publication> publications;

    [[nodiscard]] static Answer success(QByteArray result = {})
    {
        Answer answer;
        answer.result = std::move(result);
        return answer;
    }
    [[nodiscard]] static Answer error(ErrorCode code, QByteArray data = {}, QString detail = {})
    {
        Answer answer;
        answer.failed = true;
        answer.code = code;
        answer.errorData = std::move(data);
        answer.errorDetail = std::move(detail);
        return answer;
    }
};

/// An answer now, or later: the worker is free meanwhile. The promise may be finished in any thread.
using Result = std::variant<Answer, QFuture<Answer>>;

/// The code behind an event.
class Handler
{
public:
    virtual ~Handler() = default;

    /// Acts and answers. Called by several threads at once; it should return soon after `event.stop` is set. What it
    /// throws is answered as an internal error; where it hangs, the client is told so at the deadline, and the worker
    /// is replaced.
    [[nodiscard]] virtual Result handle(const Event &event) = 0;
};

/// What the library's instance is.
class HandlerPlugin
{
public:
    virtual ~HandlerPlugin() = default;

    /// Makes the handler of that name, one of those that the metadata lists. Called once for each, when the server
    /// starts; null or an exception ends that start.
    [[nodiscard]] virtual std::unique_ptr<Handler> makeHandler(const QString &name) = 0;
};

} // namespace sluice::plugin

Q_DECLARE_INTERFACE(sluice::plugin::HandlerPlugin, SLUICE_HANDLER_PLUGIN_IID)
