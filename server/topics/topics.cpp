#include "server/topics/topics.h"

#include "server/events/sinks.h"
#include "shared/base/jsontext.h"
#include "shared/protocol/codec.h"

#include <QJsonObject>

#include <utility>

namespace sluice::server {

namespace {

constexpr Milliseconds kRetryAfter{1000};

tl::unexpected<Error> busy()
{
    return failure(ErrorCode::Busy, protocol::retryData(kRetryAfter));
}

} // namespace

Topics::Topics(const Clock &clock, std::function<EventRegistryPtr()> registry, std::string epoch)
    : m_clock(clock)
    , m_registry(std::move(registry))
    , m_epoch(std::move(epoch))
{
}

void Topics::setConfig(const Config &config)
{
    const MutexLock lock(m_mutex);
    m_most = static_cast<size_t>(config.topics.most);
    m_mostHistoryBytes = static_cast<size_t>(config.topics.historyBytes);
    m_grace = config.topics.presenceGrace;
}

Result<TopicPtr> Topics::enter(const std::string &name, const TopicRulePtr &rule, const std::string &user)
{
    TopicPtr topic;
    bool joined = false;
    {
        const MutexLock lock(m_mutex);
        topic = findTopic(name);
        if (!topic && m_topics.size() >= m_most)
            return busy();
        if (topic && rule->maxSubscribers > 0 && topic->m_subscribers >= static_cast<size_t>(rule->maxSubscribers))
            return busy();
        if (!topic)
            topic = addTopic(name, rule);
        if (++topic->m_subscribers == 1)
            m_idle.erase(topic.get());
        ++m_subscriptions;
        joined = topic->rule->presence && topic->m_presence.enter(user);
    }
    if (joined)
        announce(*topic, "topics/joined", user);
    return topic;
}

void Topics::leave(const TopicPtr &topic, const std::string &user)
{
    const TimePoint now = m_clock.now();
    const MutexLock lock(m_mutex);
    --m_subscriptions;
    if (--topic->m_subscribers == 0)
        m_idle.insert(topic.get());
    if (topic->rule->presence && topic->m_presence.leave(user, now + m_grace))
        m_leaves.push_back({now + m_grace, topic, user});
}

TopicCatchUp Topics::catchUp(const Topic &topic, const std::optional<TopicPosition> &since, size_t mostBytes) const
{
    const MutexLock lock(m_mutex);
    TopicCatchUp catchUp{topic.m_seq, false, {}};
    if (!since || since->epoch != topic.epoch || !topic.m_history.reachesBackTo(since->seq, topic.m_seq))
        return catchUp;
    catchUp.missed = topic.m_history.since(since->seq);
    size_t bytes = 0;
    for (const TopicHistory::Text &text : catchUp.missed)
        bytes += text->size();
    catchUp.recovered = bytes <= mostBytes;
    if (!catchUp.recovered)
        catchUp.missed.clear();
    return catchUp;
}

std::pair<TopicPtr, quint64> Topics::reserve(const std::string &name, size_t messages)
{
    {
        const MutexLock lock(m_mutex);
        if (const TopicPtr topic = findTopic(name))
            return {topic, reserveIn(*topic, messages)};
    }
    const EventRegistryPtr registry = m_registry();
    const TopicRulePtr *rule = findTopicRule(registry->topics(), name);
    if (!rule || (*rule)->history == 0)
        return {nullptr, 0};
    const MutexLock lock(m_mutex);
    TopicPtr topic = findTopic(name); // somebody may have come meanwhile
    if (!topic && m_topics.size() >= m_most)
        return {nullptr, 0};
    if (!topic) {
        topic = addTopic(name, *rule);
        m_idle.insert(topic.get());
    }
    return {topic, reserveIn(*topic, messages)};
}

quint64 Topics::reserveIn(Topic &topic, size_t messages)
{
    return std::exchange(topic.m_reserved, topic.m_reserved + messages) + 1;
}

void Topics::keep(Topic &topic, quint64 firstSeq, size_t messages, std::span<const TopicHistory::Text> texts)
{
    const TimePoint now = m_clock.now();
    const MutexLock lock(m_mutex);
    topic.m_seq = firstSeq + messages - 1;
    const size_t before = topic.m_history.bytes();
    for (size_t i = 0; i < texts.size(); ++i)
        topic.m_history.add(firstSeq + i, texts[i], now, static_cast<size_t>(topic.rule->history),
                            topic.rule->historyAge);
    m_historyBytes = m_historyBytes - before + topic.m_history.bytes();
    boundHistory(topic);
}

// Whoever keeps more than there is room for loses its own oldest, not others'.
void Topics::boundHistory(Topic &topic)
{
    while (m_historyBytes > m_mostHistoryBytes && !topic.m_history.isEmpty()) {
        const size_t before = topic.m_history.bytes();
        topic.m_history.dropOldest();
        m_historyBytes = m_historyBytes - before + topic.m_history.bytes();
    }
}

void Topics::expire()
{
    const TimePoint now = m_clock.now();
    std::vector<Leave> gone;
    {
        const MutexLock lock(m_mutex);
        while (!m_leaves.empty() && m_leaves.front().due <= now) {
            Leave leave = std::move(m_leaves.front());
            m_leaves.pop_front();
            if (leave.topic->m_presence.expire(leave.user, now))
                gone.push_back(std::move(leave));
        }
        forgetUnneeded(now);
    }
    for (const Leave &leave : gone)
        announce(*leave.topic, "topics/left", leave.user);
}

void Topics::forgetUnneeded(TimePoint now)
{
    for (auto idle = m_idle.begin(); idle != m_idle.end();) {
        Topic &topic = **idle;
        const size_t before = topic.m_history.bytes();
        topic.m_history.expire(now, topic.rule->historyAge);
        m_historyBytes = m_historyBytes - before + topic.m_history.bytes();
        // One that was just added for a message which is not kept yet has numbers reserved beyond.
        if (!topic.m_history.isEmpty() || topic.m_presence.size() > 0 || topic.m_reserved != topic.m_seq) {
            ++idle;
            continue;
        }
        idle = m_idle.erase(idle);
        m_topics.erase(topic.name);
    }
}

TopicPtr Topics::findTopic(std::string_view name) const
{
    const auto found = m_topics.find(name);
    return found == m_topics.end() ? nullptr : found->second;
}

TopicPtr Topics::addTopic(const std::string &name, const TopicRulePtr &rule)
{
    auto topic = std::make_shared<Topic>(name, m_epoch + '-' + std::to_string(++m_made), rule);
    m_topics.emplace(name, topic);
    return topic;
}

void Topics::announce(const Topic &topic, const char *event, const std::string &user) const
{
    if (!topic.rule->announces || !m_publications)
        return;
    const QJsonObject params{{QStringLiteral("topic"), QString::fromStdString(topic.name)},
                             {QStringLiteral("user"), QString::fromStdString(user)}};
    Publication publication;
    publication.audience.topic = topic.name;
    publication.event = event;
    publication.params = jsonText(params);
    publication.passing = true;
    m_publications->publish(std::move(publication));
}

size_t Topics::subscribers(std::string_view name) const
{
    const MutexLock lock(m_mutex);
    const TopicPtr topic = findTopic(name);
    return topic ? topic->m_subscribers : 0;
}

std::pair<std::vector<TopicPresence::Member>, size_t> Topics::present(std::string_view name, size_t offset,
                                                                      size_t limit) const
{
    const MutexLock lock(m_mutex);
    const TopicPtr topic = findTopic(name);
    if (!topic)
        return {};
    return {topic->m_presence.members(offset, limit), topic->m_presence.size()};
}

std::vector<TopicRow> Topics::rows() const
{
    const MutexLock lock(m_mutex);
    std::vector<TopicRow> rows;
    rows.reserve(m_topics.size());
    for (const auto &[name, topic] : m_topics)
        rows.push_back({name, topic->m_subscribers, topic->m_presence.size(), topic->m_seq, topic->m_history.size()});
    return rows;
}

size_t Topics::count() const
{
    const MutexLock lock(m_mutex);
    return m_topics.size();
}

size_t Topics::subscriptions() const
{
    const MutexLock lock(m_mutex);
    return m_subscriptions;
}

size_t Topics::historyBytes() const
{
    const MutexLock lock(m_mutex);
    return m_historyBytes;
}

} // namespace sluice::server
