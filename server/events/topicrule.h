#pragma once

#include "server/events/principal.h"

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::server {

/// Who may do something with a topic: whoever meets one of these. Nothing set: nobody.
struct TopicAccess {
    bool anyone = false; ///< Also who has not logged in.
    bool users = false;  ///< Who has logged in.
    bool owner = false;  ///< Whose user id stands where the pattern says {user}.
    bool claim = false;  ///< Whose token lists the topic, by name or pattern.
    std::vector<std::string> roles;
};

/// What the topics of one pattern are like, as a `[[topic]]` table of events.toml describes them.
/// Thread: any (immutable).
struct TopicRule {
    std::string pattern; ///< "room/*": segments between slashes, `*` stands for any one, `{user}` for a user id.
    std::string summary;
    std::string event = "topics/message"; ///< The method of what clients publish.
    TopicAccess subscribe;
    TopicAccess publish; ///< By clients; handlers and operators always may.
    int history = 0;     ///< The newest messages that are kept for those who come back; 0: none.
    std::chrono::milliseconds historyAge{0};
    bool presence = false;  ///< Who is there can be asked.
    bool announces = false; ///< And is pushed: topics/joined, topics/left.
    int maxSubscribers = 0; ///< 0: no bound of its own.

    [[nodiscard]] bool matches(std::string_view topic) const;
    [[nodiscard]] bool maySubscribe(const Principal &principal, std::string_view topic) const;
    [[nodiscard]] bool mayPublish(const Principal &principal, std::string_view topic) const;

private:
    [[nodiscard]] bool grants(const TopicAccess &access, const Principal &principal, std::string_view topic) const;
};

using TopicRulePtr = std::shared_ptr<const TopicRule>;

/// The longest name of a topic. Units: bytes.
inline constexpr size_t kMaxTopicName = 128;

/// Whether that can be a topic's name: letters, digits and _ . - @ : $ in segments between slashes, none empty.
[[nodiscard]] bool isTopicName(std::string_view text);

/// The same for a pattern, where a segment may also be `*` or, once, `{user}`.
[[nodiscard]] bool isTopicPattern(std::string_view text);

/// Whether the topic is one of the pattern's; `{user}` stands for any segment.
[[nodiscard]] bool topicMatches(std::string_view pattern, std::string_view topic);

/// The first of the rules that matches, or null.
[[nodiscard]] const TopicRulePtr *findTopicRule(std::span<const TopicRulePtr> rules, std::string_view topic);

} // namespace sluice::server
