#pragma once

#include "shared/base/clock.h"

#include <QtGlobal>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::server {

/// Who is in one topic. Somebody whose last connection has left is still there for a grace, so that a reconnect is
/// neither a leave nor a join.
/// Thread: one at a time.
class TopicPresence
{
public:
    struct Member {
        std::string user;
        quint32 connections = 0; ///< 0: left, within the grace.
    };

    /// Whether this is news: they were not there before.
    [[nodiscard]] bool enter(std::string_view user);
    /// Whether that was the last of their connections: they are gone at `due` unless they come back.
    [[nodiscard]] bool leave(std::string_view user, TimePoint due);
    /// Whether they are gone now: the grace is over and they did not come back.
    [[nodiscard]] bool expire(std::string_view user, TimePoint now);

    [[nodiscard]] size_t size() const noexcept { return m_members.size(); }
    /// A page of them by user id.
    [[nodiscard]] std::vector<Member> members(size_t offset, size_t limit) const;

private:
    struct Stay {
        quint32 connections = 0;
        TimePoint due{}; // when they are gone, while there is no connection
    };

    std::map<std::string, Stay, std::less<>> m_members;
};

} // namespace sluice::server
