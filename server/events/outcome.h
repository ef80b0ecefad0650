#pragma once

#include "server/events/principal.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QFuture>

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace sluice::server {

/// Who gets a push.
struct Audience {
    bool everyone = false;
    std::vector<std::string> users; ///< User ids; used when not everyone.
};

/// A push that a handler wants sent: a notification whose method is `event` and whose params are `params`.
struct Publication {
    Audience audience;
    std::string event;
    QByteArray params; ///< JSON text of an object.
    /// What it is the latest news of ("note-17"): under limits.slow-consumer = latest-per-key it replaces an earlier
    /// push of the same event and key that a slow client has not been sent yet. Empty: it replaces nothing.
    std::string key = {};
};

/// What a session method changes on the connection; applied on the connection's I/O thread.
struct SessionChange {
    PrincipalPtr principal; ///< The new identity, or null to keep the old one.
};

/// Everything a handler has to say. It sends and publishes nothing itself.
struct Outcome {
    Result<QByteArray> reply{QByteArray()}; ///< JSON text of `result` (empty = null), or the error.
    std::vector<Publication> publications;
    std::unique_ptr<SessionChange> session;

    [[nodiscard]] static Outcome success(QByteArray result = {})
    {
        Outcome outcome;
        outcome.reply = std::move(result);
        return outcome;
    }
    [[nodiscard]] static Outcome error(Error error)
    {
        Outcome outcome;
        outcome.reply = tl::unexpected(std::move(error));
        return outcome;
    }
};

/// Shared because QFuture wants a copyable type; one owner in fact: whoever settles takes the contents.
using OutcomePtr = std::shared_ptr<Outcome>;

/// An outcome now, or later: the worker is free meanwhile.
using HandlerResult = std::variant<Outcome, QFuture<OutcomePtr>>;

} // namespace sluice::server
