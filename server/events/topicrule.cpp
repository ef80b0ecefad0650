#include "server/events/topicrule.h"

#include <algorithm>

namespace sluice::server {

namespace {

constexpr std::string_view kAny = "*";
constexpr std::string_view kUser = "{user}";

bool isNameByte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
        || std::string_view("_.-@:$").find(byte) != std::string_view::npos;
}

bool isSegment(std::string_view segment)
{
    return !segment.empty() && std::all_of(segment.begin(), segment.end(), isNameByte);
}

/// Takes the first segment off.
std::string_view takeSegment(std::string_view &text)
{
    const size_t slash = text.find('/');
    const std::string_view segment = text.substr(0, slash);
    text.remove_prefix(slash == std::string_view::npos ? text.size() : slash + 1);
    return segment;
}

size_t countSegments(std::string_view text)
{
    return static_cast<size_t>(std::count(text.begin(), text.end(), '/')) + 1;
}

/// What stands in the topic where the pattern says {user}; empty when it says so nowhere.
std::string_view ownerIn(std::string_view pattern, std::string_view topic)
{
    while (!pattern.empty()) {
        const std::string_view segment = takeSegment(topic);
        if (takeSegment(pattern) == kUser)
            return segment;
    }
    return {};
}

} // namespace

bool isTopicName(std::string_view text)
{
    if (text.empty() || text.size() > kMaxTopicName || text.back() == '/')
        return false;
    while (!text.empty()) {
        if (!isSegment(takeSegment(text)))
            return false;
    }
    return true;
}

bool isTopicPattern(std::string_view text)
{
    if (text.empty() || text.size() > kMaxTopicName || text.back() == '/')
        return false;
    int owners = 0;
    while (!text.empty()) {
        const std::string_view segment = takeSegment(text);
        if (segment == kUser)
            ++owners;
        else if (segment != kAny && !isSegment(segment))
            return false;
    }
    return owners <= 1;
}

bool topicMatches(std::string_view pattern, std::string_view topic)
{
    if (countSegments(pattern) != countSegments(topic))
        return false;
    while (!pattern.empty()) {
        const std::string_view wanted = takeSegment(pattern);
        const std::string_view segment = takeSegment(topic);
        if (wanted != kAny && wanted != kUser && wanted != segment)
            return false;
    }
    return true;
}

bool TopicRule::matches(std::string_view topic) const
{
    return topicMatches(pattern, topic);
}

bool TopicRule::maySubscribe(const Principal &principal, std::string_view topic) const
{
    return grants(subscribe, principal, topic);
}

bool TopicRule::mayPublish(const Principal &principal, std::string_view topic) const
{
    return grants(publish, principal, topic);
}

bool TopicRule::grants(const TopicAccess &access, const Principal &principal, std::string_view topic) const
{
    if (access.anyone)
        return true;
    if (!principal.authenticated)
        return false;
    if (access.users || (access.owner && ownerIn(pattern, topic) == principal.userId))
        return true;
    if (access.claim
        && std::any_of(principal.topics.begin(), principal.topics.end(),
                       [topic](const std::string &claimed) { return topicMatches(claimed, topic); }))
        return true;
    return std::any_of(access.roles.begin(), access.roles.end(),
                       [&principal](const std::string &role) { return principal.hasRole(role); });
}

const TopicRulePtr *findTopicRule(std::span<const TopicRulePtr> rules, std::string_view topic)
{
    const auto found =
        std::find_if(rules.begin(), rules.end(), [topic](const TopicRulePtr &rule) { return rule->matches(topic); });
    return found == rules.end() ? nullptr : &*found;
}

} // namespace sluice::server
