#pragma once

#include "server/topics/topics.h"
#include "server/transport/outbox.h"

#include <memory>
#include <string>
#include <vector>

namespace sluice::server {

/// Prepared frames for some or all connections of a thread: everyone, a topic's subscribers, or some users.
struct Delivery {
    bool everyone = false;
    std::vector<std::string> users; ///< Used when not everyone and no topic.
    TopicPtr topic;
    quint64 firstSeq = 0;          ///< Of a topic's messages; 0: they have no numbers.
    std::vector<size_t> frameEnds; ///< Of a topic's messages, each in the bytes of all blocks.
    std::vector<SharedFrames> blocks;
    quint64 messages = 1;          ///< How many messages the blocks hold, for the count of sends.
    std::shared_ptr<void> receipt; ///< Freed when the frames are in the outboxes: the sender's bound.
};

} // namespace sluice::server
