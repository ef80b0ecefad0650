#pragma once

#include "server/events/outcome.h"
#include "server/metrics/metrics.h"
#include "server/topics/topics.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace sluice::server {

class Connection;
struct Delivery;

/// Which connections of an I/O thread are subscribed to what. A subscriber gets every message of its topic from its
/// position on, in their order, each once.
/// Thread: its I/O thread.
class TopicIndex
{
public:
    /// A topic among those of a connection.
    struct Membership {
        TopicPtr topic;
        size_t place = 0; ///< In the list of the topic's subscribers.
    };

    /// `topics`: null when nobody is ever subscribed here.
    explicit TopicIndex(Topics *topics)
        : m_topics(topics)
    {
    }

    /// Returns `{topic, epoch, seq, recovered, publications}`; at most `mostBytes` of publications, else it is not
    /// recovered. Once subscribed, it only tells. Errors: InvalidParams when the connection has `mostTopics` already;
    /// Busy.
    [[nodiscard]] Result<QByteArray> subscribe(Connection &connection, const TopicSubscription &wanted,
                                               size_t mostTopics, size_t mostBytes, Metrics &metrics);
    /// Does nothing when it is not subscribed.
    void unsubscribe(Connection &connection, const std::string &topic);
    void leaveAll(Connection &connection);
    /// The connection is another user's now: what they may not have ends.
    void principalChanged(Connection &connection, const PrincipalPtr &before);

    /// Puts it before the topic's subscribers, and calls `delivered` after each, which may end connections. Returns to
    /// how many.
    size_t deliver(const Delivery &delivery, const std::function<void()> &delivered);

private:
    struct Subscriber {
        Connection *connection = nullptr;
        quint64 seq = 0; ///< Where the topic was when it subscribed: what is older is not for it.
    };

    void remove(Connection &connection, size_t index);
    static void deliverTail(Connection &connection, const Delivery &delivery, size_t skipped);

    Topics *const m_topics;
    std::unordered_map<const Topic *, std::vector<Subscriber>> m_subscribers;
};

} // namespace sluice::server
