#include "server/transport/topicindex.h"

#include "server/transport/connection.h"
#include "server/transport/delivery.h"
#include "shared/protocol/codec.h"

#include <algorithm>

namespace sluice::server {

namespace {

std::vector<TopicIndex::Membership>::iterator find(std::vector<TopicIndex::Membership> &memberships,
                                                   std::string_view topic)
{
    return std::find_if(memberships.begin(), memberships.end(),
                        [topic](const TopicIndex::Membership &membership) { return membership.topic->name == topic; });
}

// A topic's name and epoch need no escapes.
QByteArray describe(const Topic &topic, const TopicCatchUp &catchUp)
{
    QByteArray text = "{\"topic\":\"" + QByteArray::fromStdString(topic.name) + "\",\"epoch\":\""
        + QByteArray::fromStdString(topic.epoch) + "\",\"seq\":" + QByteArray::number(catchUp.seq)
        + ",\"recovered\":" + (catchUp.recovered ? "true" : "false") + ",\"publications\":[";
    for (const TopicHistory::Text &missed : catchUp.missed) {
        if (&missed != &catchUp.missed.front())
            text += ',';
        text.append(missed->data(), static_cast<qsizetype>(missed->size()));
    }
    return text + "]}";
}

} // namespace

Result<QByteArray> TopicIndex::subscribe(Connection &connection, const TopicSubscription &wanted, size_t mostTopics,
                                         size_t mostBytes, Metrics &metrics)
{
    std::vector<Membership> &memberships = connection.topics;
    auto membership = find(memberships, wanted.topic);
    const bool isNew = membership == memberships.end();
    if (isNew) {
        if (memberships.size() >= mostTopics)
            return failure(ErrorCode::InvalidParams,
                           protocol::invalidParamsData("topic", "the connection has as many topics as it may"));
        Result<TopicPtr> topic = m_topics->enter(wanted.topic, wanted.rule, connection.principal()->userId);
        if (!topic)
            return tl::unexpected(topic.error());
        std::vector<Subscriber> &subscribers = m_subscribers[topic->get()];
        memberships.push_back({std::move(*topic), subscribers.size()});
        membership = std::prev(memberships.end());
        subscribers.push_back({&connection, 0});
    }
    const Topic &topic = *membership->topic;
    const TopicCatchUp catchUp = m_topics->catchUp(topic, wanted.since, mostBytes);
    // What is on its way with such a number is not for a newcomer, and who was given it now needs it no more.
    if (isNew || catchUp.recovered)
        m_subscribers[&topic][membership->place].seq = catchUp.seq;
    if (wanted.since)
        metrics.add(catchUp.recovered ? Counter::TopicsRecovered : Counter::TopicsNotRecovered);
    return describe(topic, catchUp);
}

void TopicIndex::unsubscribe(Connection &connection, const std::string &topic)
{
    const auto membership = find(connection.topics, topic);
    if (membership == connection.topics.end())
        return;
    const TopicPtr left = membership->topic;
    remove(connection, static_cast<size_t>(membership - connection.topics.begin()));
    m_topics->leave(left, connection.principal()->userId);
}

void TopicIndex::leaveAll(Connection &connection)
{
    while (!connection.topics.empty()) {
        const TopicPtr left = connection.topics.back().topic;
        remove(connection, connection.topics.size() - 1);
        m_topics->leave(left, connection.principal()->userId);
    }
}

void TopicIndex::principalChanged(Connection &connection, const PrincipalPtr &before)
{
    const Principal &now = *connection.principal();
    for (size_t i = connection.topics.size(); i > 0; --i) {
        Membership &membership = connection.topics[i - 1];
        const TopicPtr topic = membership.topic;
        // As the new user first, so that a topic with one subscriber stays what it is.
        const bool stays = topic->rule->maySubscribe(now, topic->name)
            && (now.userId == before->userId || m_topics->enter(topic->name, topic->rule, now.userId));
        if (!stays)
            remove(connection, i - 1);
        if (!stays || now.userId != before->userId)
            m_topics->leave(topic, before->userId);
    }
}

// The last of each list takes the free place.
void TopicIndex::remove(Connection &connection, size_t index)
{
    const Membership membership = connection.topics[index];
    std::swap(connection.topics[index], connection.topics.back());
    connection.topics.pop_back();
    const auto found = m_subscribers.find(membership.topic.get());
    std::vector<Subscriber> &subscribers = found->second;
    if (membership.place + 1 < subscribers.size()) {
        subscribers[membership.place] = subscribers.back();
        find(subscribers[membership.place].connection->topics, membership.topic->name)->place = membership.place;
    }
    subscribers.pop_back();
    if (subscribers.empty())
        m_subscribers.erase(found);
}

size_t TopicIndex::deliver(const Delivery &delivery, const std::function<void()> &delivered)
{
    const auto found = m_subscribers.find(delivery.topic.get());
    if (found == m_subscribers.end())
        return 0;
    const quint64 last = delivery.firstSeq + delivery.frameEnds.size() - 1;
    const std::vector<Subscriber> subscribers = found->second; // a copy: some may end meanwhile
    size_t recipients = 0;
    for (const Subscriber &subscriber : subscribers) {
        Connection &connection = *subscriber.connection;
        if (!connection.isOpen())
            continue;
        if (delivery.firstSeq == 0 || subscriber.seq < delivery.firstSeq)
            connection.deliverEvents(delivery.blocks);
        else if (subscriber.seq < last)
            deliverTail(connection, delivery, static_cast<size_t>(subscriber.seq - delivery.firstSeq + 1));
        else
            continue;
        ++recipients;
        delivered();
    }
    return recipients;
}

// To one that subscribed while they were on their way, and was told of the first of them.
void TopicIndex::deliverTail(Connection &connection, const Delivery &delivery, size_t skipped)
{
    size_t skippedBytes = delivery.frameEnds[skipped - 1];
    std::vector<SharedFrames> blocks;
    for (const SharedFrames &block : delivery.blocks) {
        const size_t cut = std::min(skippedBytes, block->bytes.size());
        skippedBytes -= cut;
        if (cut == 0)
            blocks.push_back(block);
        else if (cut < block->bytes.size())
            blocks.push_back(std::make_shared<const FrameBlock>(FrameBlock{block->bytes.substr(cut), block->key}));
    }
    connection.deliverEvents(blocks);
}

} // namespace sluice::server
