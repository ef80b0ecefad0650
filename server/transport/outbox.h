#pragma once

#include "server/transport/sparebuffers.h"

#include <QtGlobal>

#include <memory>
#include <string>
#include <vector>

namespace sluice::server {

class Stream;

/// Whole frames, encoded once.
struct FrameBlock {
    std::string bytes;
    /// What a later block replaces while it is unsent: the push's method, a NUL and its key. Empty: nothing. A block
    /// with a key holds one frame.
    std::string key = {};
};

/// Frames that many connections share.
using SharedFrames = std::shared_ptr<const FrameBlock>;

/// What waits to be written to one connection, in lanes: control before replies before events. A frame that was begun
/// is finished before another lane gets its turn.
/// Invariant: the memory it keeps, shared blocks in whole, is at most four times pendingBytes(), and 16 KiB a lane
/// while something waits in it. Thread: its connection's I/O thread.
class Outbox
{
public:
    enum class Progress { Done, Blocked, Failed };

    /// `spares` outlive it.
    explicit Outbox(SpareBuffers &spares)
        : m_spares(spares)
    {
    }

    /// The buffers to append whole frames to.
    [[nodiscard]] std::string &control() { return ready(m_control); }
    [[nodiscard]] std::string &replies() { return ready(m_replies); }
    void addEvents(SharedFrames frames);
    /// Adds a frame behind everything else. Requires: nothing is added after it.
    void addLast(std::string frame) { addEvents(std::make_shared<const FrameBlock>(FrameBlock{std::move(frame)})); }
    /// Drops everything that no byte was sent of, for a client that will not read it.
    void dropUnsent();

    [[nodiscard]] bool isEmpty() const noexcept { return pendingBytes() == 0; }
    /// Units: bytes.
    [[nodiscard]] size_t pendingBytes() const noexcept;

    /// Drops the oldest events that no byte was sent of until at most `bytes` are pending or none is left. Returns how
    /// many frames went.
    size_t dropOldestEvents(size_t bytes);
    /// The same, but only of events without a key.
    size_t dropOldestUnkeyed(size_t bytes);
    /// Drops the events that a later one of the same key has made obsolete. Returns how many went.
    size_t dropReplaced();

    /// Writes what the stream takes, one call a round. `sentBytes` grows by what went out.
    [[nodiscard]] Progress flush(Stream &stream, quint64 &sentBytes);

private:
    [[nodiscard]] std::string &ready(std::string &lane)
    {
        if (lane.empty() && !SpareBuffers::hasOwnMemory(lane))
            lane = m_spares.take();
        return lane;
    }
    void release(std::string &buffer);
    void consume(size_t sent);
    void consumeLane(std::string &lane, size_t &sent);
    void consumeEvents(size_t &sent);
    size_t dropBlock(size_t index);
    void closeGaps();
    void leaveFirstBlock();
    void letGoOfSharedBlock();
    void forgetSpentBlocks();

    SpareBuffers &m_spares;
    std::string m_cut; // the rest of a frame that the socket took only a part of
    size_t m_cutOffset = 0;
    std::string m_control;
    std::string m_replies;
    std::vector<SharedFrames> m_events;
    size_t m_firstEvent = 0;  // blocks before it are gone
    size_t m_eventOffset = 0; // into that first block, always at a frame's start
    size_t m_eventBytes = 0;
};

} // namespace sluice::server
