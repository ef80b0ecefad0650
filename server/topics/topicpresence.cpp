#include "server/topics/topicpresence.h"

#include <algorithm>

namespace sluice::server {

bool TopicPresence::enter(std::string_view user)
{
    const auto found = m_members.find(user);
    if (found == m_members.end()) {
        m_members.emplace(std::string(user), Stay{1, {}});
        return true;
    }
    ++found->second.connections;
    return false;
}

bool TopicPresence::leave(std::string_view user, TimePoint due)
{
    const auto found = m_members.find(user);
    if (found == m_members.end() || found->second.connections == 0 || --found->second.connections > 0)
        return false;
    found->second.due = due;
    return true;
}

bool TopicPresence::expire(std::string_view user, TimePoint now)
{
    const auto found = m_members.find(user);
    if (found == m_members.end() || found->second.connections > 0 || now < found->second.due)
        return false;
    m_members.erase(found);
    return true;
}

std::vector<TopicPresence::Member> TopicPresence::members(size_t offset, size_t limit) const
{
    std::vector<Member> page;
    if (offset >= m_members.size())
        return page;
    auto next = std::next(m_members.begin(), static_cast<std::ptrdiff_t>(offset));
    for (; next != m_members.end() && page.size() < limit; ++next)
        page.push_back({next->first, next->second.connections});
    return page;
}

} // namespace sluice::server
