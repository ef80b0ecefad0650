#pragma once

#include "server/events/principal.h"
#include "server/events/topicrule.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QFuture>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sluice::server {

/// Who gets a push.
struct Audience {
    bool everyone = false;
    std::vector<std::string> users; ///< User ids; used when not everyone.
    std::string topic = {};         ///< Its subscribers, and nobody else; empty: no topic.
};

/// A push that a handler wants sent: a notification whose method is `event` and whose params are `params`.
struct Publication {
    Audience audience;
    std::string event;
    QByteArray params; ///< JSON text of an object.
    /// What it is the latest news of ("note-17"): under limits.slow-consumer = latest-per-key it replaces an earlier
    /// push of the same event and key that a slow client has not been sent yet. Empty: it replaces nothing.
    std::string key = {};
    /// How long after it was published it is still worth sending; not yet sent then, it is dropped. Zero: for ever.
    std::chrono::milliseconds timeToLive{0};
    bool passing = false; ///< Of a topic: only for those who are there now, neither numbered nor kept.
};

/// How far a client has got with a topic.
struct TopicPosition {
    std::string epoch;
    quint64 seq = 0;
};

/// A topic that a connection wants to get from now on, its right to which has been checked.
struct TopicSubscription {
    std::string topic;
    TopicRulePtr rule;
    std::optional<TopicPosition> since;
};

/// What a session method changes on the connection; applied on the connection's I/O thread.
struct SessionChange {
    PrincipalPtr principal; ///< The new identity, or null to keep the old one.
    std::vector<TopicSubscription> subscribe = {};
    std::vector<std::string> unsubscribe = {}; ///< Topics.
    /// The request is answered where the change is made, by what came of it: for one topic its position and what was
    /// missed. Else the outcome's reply is the answer.
    bool answersByTopic = false;
    /// The new identity only counts for a connection that is still of the same user; else the request is answered as
    /// forbidden.
    bool keepsUser = false;
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
