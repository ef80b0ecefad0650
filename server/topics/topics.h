#pragma once

#include "server/config/config.h"
#include "server/events/eventregistry.h"
#include "server/events/outcome.h"
#include "server/topics/topichistory.h"
#include "server/topics/topicpresence.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"
#include "shared/base/result.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace sluice::server {

class PublicationSink;

/// One topic that somebody is subscribed to or whose messages are kept. Its name, epoch and rule never change; the rest
/// is Topics' own.
class Topic
{
public:
    Topic(std::string topicName, std::string topicEpoch, TopicRulePtr topicRule)
        : name(std::move(topicName))
        , epoch(std::move(topicEpoch))
        , rule(std::move(topicRule))
    {
    }

    const std::string name;
    const std::string epoch; ///< A topic of the same name that comes later counts anew, under another one.
    const TopicRulePtr rule; ///< As it was when the topic came to be.

private:
    friend class Topics;

    // Under Topics' mutex.
    quint64 m_seq = 0; // of the newest message that is kept, or was sent
    size_t m_subscribers = 0;
    TopicHistory m_history;
    TopicPresence m_presence;
    quint64 m_reserved = 0; // numbers given, of messages that may not be sent yet
};

using TopicPtr = std::shared_ptr<Topic>;

/// What one who subscribes is told.
struct TopicCatchUp {
    quint64 seq = 0;        ///< The newest message that they need not wait for.
    bool recovered = false; ///< `missed` is everything since their position.
    std::vector<TopicHistory::Text> missed;
};

/// What operators are told of a topic.
struct TopicRow {
    std::string name;
    size_t subscribers = 0;
    size_t users = 0; ///< Those present, where the rule asks for it.
    quint64 seq = 0;
    size_t history = 0; ///< Messages kept.
};

/// All topics of the server: their numbers, their history, who is there. Which connections a topic has is each I/O
/// thread's own index; a publication touches this once a batch, a subscriber when it comes and goes.
/// Order: the messages of a topic are numbered by the one thread that sends them, and kept before they are sent.
/// Thread: any (locks inside), but for what says otherwise.
class Topics
{
public:
    /// `registry`: the rules in force; `epoch`: of this run of the server.
    Topics(const Clock &clock, std::function<EventRegistryPtr()> registry, std::string epoch);

    void setConfig(const Config &config) EXCLUDES(m_mutex);
    /// Where joins and leaves are announced; it lives longer. Null: nowhere. Before the threads start.
    void setPublications(PublicationSink *publications) { m_publications = publications; }

    /// One more connection of that user. Errors: Busy when there are too many topics, or subscribers of this one.
    [[nodiscard]] Result<TopicPtr> enter(const std::string &name, const TopicRulePtr &rule, const std::string &user)
        EXCLUDES(m_mutex);
    /// What enter() counted is gone.
    void leave(const TopicPtr &topic, const std::string &user) EXCLUDES(m_mutex);
    /// Where the topic is, and what has come since a client's position, if that is all here and no more than
    /// `mostBytes`. What is published from now on has a higher number.
    [[nodiscard]] TopicCatchUp catchUp(const Topic &topic, const std::optional<TopicPosition> &since,
                                       size_t mostBytes) const EXCLUDES(m_mutex);

    /// Numbers for that many messages: the first of them. The topic is null when nobody is there to get them and
    /// nothing is kept. Thread: the broadcaster's.
    [[nodiscard]] std::pair<TopicPtr, quint64> reserve(const std::string &name, size_t messages) EXCLUDES(m_mutex);
    /// They are about to be sent. `texts`: whole notifications; empty unless the topic keeps them.
    /// Thread: the broadcaster's. Requires: reserve() gave these numbers, and every one before is kept.
    void keep(Topic &topic, quint64 firstSeq, size_t messages, std::span<const TopicHistory::Text> texts)
        EXCLUDES(m_mutex);

    /// How often expire() is to be called.
    static constexpr Milliseconds kExpireInterval{250};
    /// Announces who did not come back in time, and forgets topics that nobody needs.
    void expire() EXCLUDES(m_mutex);

    [[nodiscard]] size_t subscribers(std::string_view name) const EXCLUDES(m_mutex);
    /// A page of those present by user id, and how many there are.
    [[nodiscard]] std::pair<std::vector<TopicPresence::Member>, size_t> present(std::string_view name, size_t offset,
                                                                                size_t limit) const EXCLUDES(m_mutex);
    [[nodiscard]] std::vector<TopicRow> rows() const EXCLUDES(m_mutex);
    [[nodiscard]] size_t count() const EXCLUDES(m_mutex);
    /// Over all topics.
    [[nodiscard]] size_t subscriptions() const EXCLUDES(m_mutex);
    [[nodiscard]] size_t historyBytes() const EXCLUDES(m_mutex);

private:
    struct Text {
        using is_transparent = void;
        size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    struct Leave {
        TimePoint due;
        TopicPtr topic;
        std::string user;
    };

    [[nodiscard]] TopicPtr findTopic(std::string_view name) const REQUIRES(m_mutex);
    [[nodiscard]] TopicPtr addTopic(const std::string &name, const TopicRulePtr &rule) REQUIRES(m_mutex);
    [[nodiscard]] static quint64 reserveIn(Topic &topic, size_t messages);
    void forgetUnneeded(TimePoint now) REQUIRES(m_mutex);
    void boundHistory(Topic &topic) REQUIRES(m_mutex);
    void announce(const Topic &topic, const char *event, const std::string &user) const;

    const Clock &m_clock;
    const std::function<EventRegistryPtr()> m_registry;
    const std::string m_epoch;
    PublicationSink *m_publications = nullptr;

    mutable Mutex m_mutex;
    std::unordered_map<std::string, TopicPtr, Text, std::equal_to<>> m_topics GUARDED_BY(m_mutex);
    std::unordered_set<Topic *> m_idle GUARDED_BY(m_mutex); // without subscribers
    std::deque<Leave> m_leaves GUARDED_BY(m_mutex);
    size_t m_subscriptions GUARDED_BY(m_mutex) = 0;
    size_t m_historyBytes GUARDED_BY(m_mutex) = 0;
    quint64 m_made GUARDED_BY(m_mutex) = 0;
    size_t m_most GUARDED_BY(m_mutex) = 0;
    size_t m_mostHistoryBytes GUARDED_BY(m_mutex) = 0;
    Milliseconds m_grace GUARDED_BY(m_mutex){0};
};

} // namespace sluice::server
