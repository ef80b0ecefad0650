#include "server/transport/outbox.h"

#include "server/transport/frameencoder.h"
#include "server/transport/stream.h"

#include <algorithm>
#include <array>
#include <set>

namespace sluice::server {

namespace {

constexpr size_t kBuffersPerCall = 64;
// An idle connection keeps no list of blocks larger than this.
constexpr size_t kKeptCapacityBytes = 1024;
// What was sent of a buffer or block is kept up to so much before what is left moves.
constexpr size_t kSpentBytes = 16 * 1024;
// Fewer spent blocks than that are not worth moving the others.
constexpr size_t kSpentBlocks = 64;

bool isMostlySpent(size_t bytes, size_t spentBytes)
{
    return spentBytes > kSpentBytes && spentBytes > bytes / 2;
}

// How far the frames reach that begin at or before `sent`, counted from `begin`, the start of a frame.
size_t endOfCutFrame(std::string_view bytes, size_t begin, size_t sent)
{
    size_t end = begin;
    while (end < sent)
        end += frameSize(bytes.substr(end));
    return end;
}

} // namespace

void Outbox::release(std::string &buffer)
{
    m_spares.give(std::move(buffer));
    buffer.clear();
}

void Outbox::addEvents(SharedFrames frames)
{
    m_eventBytes += frames->bytes.size();
    m_events.push_back(std::move(frames));
}

size_t Outbox::pendingBytes() const noexcept
{
    return m_cut.size() - m_cutOffset + m_control.size() + m_replies.size() + m_eventBytes;
}

size_t Outbox::dropOldestEvents(size_t bytes)
{
    size_t dropped = 0;
    while (pendingBytes() > bytes && m_firstEvent < m_events.size()) {
        const std::string_view block = m_events[m_firstEvent]->bytes;
        const size_t size = frameSize(block.substr(m_eventOffset));
        m_eventOffset += size;
        m_eventBytes -= size;
        if (m_eventOffset == block.size())
            leaveFirstBlock();
        ++dropped;
    }
    forgetSpentBlocks();
    return dropped;
}

size_t Outbox::dropOldestUnkeyed(size_t bytes)
{
    size_t dropped = 0;
    for (size_t i = m_firstEvent; i < m_events.size() && pendingBytes() > bytes; ++i) {
        if (m_events[i]->key.empty())
            dropped += dropBlock(i);
    }
    closeGaps();
    return dropped;
}

// A sorted set, because keys may come from clients, who must not be able to make it slow.
size_t Outbox::dropReplaced()
{
    std::set<std::string_view> later;
    size_t dropped = 0;
    for (size_t i = m_events.size(); i > m_firstEvent; --i) {
        const std::string &key = m_events[i - 1]->key;
        if (!key.empty() && !later.insert(key).second)
            dropped += dropBlock(i - 1);
    }
    closeGaps();
    return dropped;
}

// Drops what is left of a block and leaves a gap. Returns how many frames went.
size_t Outbox::dropBlock(size_t index)
{
    const std::string_view block = m_events[index]->bytes;
    size_t frames = 0;
    for (size_t at = index == m_firstEvent ? m_eventOffset : 0; at < block.size(); ++frames) {
        const size_t size = frameSize(block.substr(at));
        at += size;
        m_eventBytes -= size;
    }
    m_events[index].reset();
    return frames;
}

void Outbox::closeGaps()
{
    if (m_firstEvent < m_events.size() && !m_events[m_firstEvent])
        m_eventOffset = 0; // what was sent of a block is forgotten only with the block
    m_events.erase(m_events.begin(), m_events.begin() + static_cast<std::ptrdiff_t>(m_firstEvent));
    m_firstEvent = 0;
    std::erase(m_events, nullptr);
    forgetSpentBlocks();
}

void Outbox::leaveFirstBlock()
{
    m_eventOffset = 0;
    m_events[m_firstEvent++].reset();
}

void Outbox::dropUnsent()
{
    release(m_control);
    release(m_replies);
    m_events.clear();
    m_firstEvent = m_eventOffset = m_eventBytes = 0;
}

Outbox::Progress Outbox::flush(Stream &stream, quint64 &sentBytes)
{
    while (!isEmpty()) {
        std::array<iovec, kBuffersPerCall> buffers;
        size_t count = 0;
        size_t offered = 0;
        const auto offer = [&](const std::string &bytes, size_t offset) {
            if (bytes.size() == offset)
                return;
            buffers[count++] = {const_cast<char *>(bytes.data()) + offset, bytes.size() - offset};
            offered += bytes.size() - offset;
        };
        offer(m_cut, m_cutOffset);
        offer(m_control, 0);
        offer(m_replies, 0);
        for (size_t i = m_firstEvent; i < m_events.size() && count < kBuffersPerCall; ++i)
            offer(m_events[i]->bytes, i == m_firstEvent ? m_eventOffset : 0);

        const IoResult sent = stream.write(std::span(buffers).first(count));
        if (sent.status != IoStatus::Done)
            return sent.status == IoStatus::WouldBlock ? Progress::Blocked : Progress::Failed;
        sentBytes += sent.bytes;
        consume(sent.bytes);
        if (sent.bytes < offered)
            return Progress::Blocked;
    }
    switch (stream.flush()) {
    case IoStatus::Done: return Progress::Done;
    case IoStatus::WouldBlock: return Progress::Blocked;
    case IoStatus::Ended: break;
    }
    return Progress::Failed;
}

void Outbox::consume(size_t sent)
{
    const size_t ofCut = std::min(sent, m_cut.size() - m_cutOffset);
    m_cutOffset += ofCut;
    sent -= ofCut;
    if (m_cutOffset == m_cut.size()) {
        m_cutOffset = 0;
        release(m_cut);
    } else if (isMostlySpent(m_cut.size(), m_cutOffset)) {
        m_cut = m_cut.substr(m_cutOffset);
        m_cutOffset = 0;
    }
    consumeLane(m_control, sent);
    consumeLane(m_replies, sent);
    consumeEvents(sent);
}

void Outbox::consumeLane(std::string &lane, size_t &sent)
{
    if (sent == 0)
        return;
    if (sent >= lane.size()) {
        sent -= lane.size();
        release(lane);
        return;
    }
    const size_t end = endOfCutFrame(lane, 0, sent);
    m_cut.assign(lane, sent, end - sent);
    lane.erase(0, end);
    if (lane.capacity() > kSpentBytes + 4 * lane.size())
        lane.shrink_to_fit();
    sent = 0;
}

void Outbox::consumeEvents(size_t &sent)
{
    while (sent > 0 && m_firstEvent < m_events.size()) {
        const std::string &block = m_events[m_firstEvent]->bytes;
        const size_t left = block.size() - m_eventOffset;
        const size_t gone = std::min(sent, left);
        const size_t end = gone == left ? block.size() : endOfCutFrame(block, m_eventOffset, m_eventOffset + gone);
        m_cut.assign(block, m_eventOffset + gone, end - m_eventOffset - gone);
        m_eventBytes -= end - m_eventOffset;
        sent -= gone;
        m_eventOffset = end;
        if (end == block.size())
            leaveFirstBlock();
        if (gone < left)
            break;
    }
    forgetSpentBlocks();
}

// One client that takes little of a large block must not keep all of it alive: what waits of it becomes its own.
void Outbox::letGoOfSharedBlock()
{
    const FrameBlock &block = *m_events[m_firstEvent];
    if (!isMostlySpent(block.bytes.size(), m_eventOffset))
        return;
    m_events[m_firstEvent] =
        std::make_shared<const FrameBlock>(FrameBlock{block.bytes.substr(m_eventOffset), block.key});
    m_eventOffset = 0;
}

// Also while blocks are left: the outbox of a consumer that always lags a little is never empty.
void Outbox::forgetSpentBlocks()
{
    if (m_firstEvent == m_events.size()) {
        m_firstEvent = 0;
        m_events.clear();
        if (m_events.capacity() * sizeof(SharedFrames) > kKeptCapacityBytes)
            m_events.shrink_to_fit();
        return;
    }
    letGoOfSharedBlock();
    if (m_firstEvent >= kSpentBlocks && m_firstEvent * 2 >= m_events.size()) {
        m_events.erase(m_events.begin(), m_events.begin() + static_cast<std::ptrdiff_t>(m_firstEvent));
        m_firstEvent = 0;
    }
}

} // namespace sluice::server
