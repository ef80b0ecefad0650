#pragma once

#include "shared/base/clock.h"

#include <QtGlobal>

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace sluice::server {

/// The newest messages of one topic, numbered without a gap, for those who come back.
/// Thread: one at a time.
class TopicHistory
{
public:
    /// A whole notification, shared by all who are sent it.
    using Text = std::shared_ptr<const std::string>;

    /// Keeps it as the newest; drops what is beyond `most` or older than `age`.
    /// Requires: seq is one more than that of the newest, or there is none.
    void add(quint64 seq, Text text, TimePoint now, size_t most, Duration age);
    /// Drops what is older than that.
    void expire(TimePoint now, Duration age);
    void dropOldest();

    /// Whether everything behind `seq` is here. Requires: nothing newer than `newest` was ever added.
    [[nodiscard]] bool reachesBackTo(quint64 seq, quint64 newest) const;
    /// What came behind `seq`, oldest first.
    [[nodiscard]] std::vector<Text> since(quint64 seq) const;

    [[nodiscard]] bool isEmpty() const noexcept { return m_messages.empty(); }
    [[nodiscard]] size_t size() const noexcept { return m_messages.size(); }
    [[nodiscard]] size_t bytes() const noexcept { return m_bytes; }

private:
    struct Message {
        quint64 seq;
        Text text;
        TimePoint at;
    };

    std::deque<Message> m_messages;
    size_t m_bytes = 0;
};

} // namespace sluice::server
