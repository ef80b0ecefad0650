#include "server/topics/topichistory.h"

namespace sluice::server {

void TopicHistory::add(quint64 seq, Text text, TimePoint now, size_t most, Duration age)
{
    Q_ASSERT(m_messages.empty() || m_messages.back().seq + 1 == seq);
    m_bytes += text->size();
    m_messages.push_back({seq, std::move(text), now});
    while (m_messages.size() > most)
        dropOldest();
    expire(now, age);
}

void TopicHistory::expire(TimePoint now, Duration age)
{
    while (!m_messages.empty() && now - m_messages.front().at >= age)
        dropOldest();
}

void TopicHistory::dropOldest()
{
    m_bytes -= m_messages.front().text->size();
    m_messages.pop_front();
}

bool TopicHistory::reachesBackTo(quint64 seq, quint64 newest) const
{
    if (seq == newest)
        return true;
    return seq < newest && !m_messages.empty() && m_messages.front().seq <= seq + 1;
}

std::vector<TopicHistory::Text> TopicHistory::since(quint64 seq) const
{
    std::vector<Text> texts;
    for (const Message &message : m_messages) {
        if (message.seq > seq)
            texts.push_back(message.text);
    }
    return texts;
}

} // namespace sluice::server
