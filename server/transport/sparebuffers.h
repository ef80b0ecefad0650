#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sluice::server {

/// Buffers that connections of one thread lend to each other: what has been written gives its memory to what is written
/// next, so that an idle connection keeps none and a busy one does not grow its own anew each turn. Keeps at most
/// kMost buffers of kKeptBytes.
/// Thread: its I/O thread.
class SpareBuffers
{
public:
    static constexpr size_t kMost = 64;
    static constexpr size_t kKeptBytes = 16 * 1024;

    /// An empty buffer, with memory if there is some.
    [[nodiscard]] std::string take()
    {
        if (m_buffers.empty())
            return {};
        std::string buffer = std::move(m_buffers.back());
        m_buffers.pop_back();
        return buffer;
    }
    /// Takes over the buffer's memory, or frees it.
    void give(std::string &&buffer)
    {
        std::string given = std::move(buffer);
        if (m_buffers.size() == kMost || given.capacity() > kKeptBytes || !hasOwnMemory(given))
            return;
        given.clear();
        m_buffers.push_back(std::move(given));
    }
    /// Whether it has more than a std::string holds in itself.
    [[nodiscard]] static bool hasOwnMemory(const std::string &buffer) noexcept
    {
        return buffer.capacity() > std::string().capacity();
    }

private:
    std::vector<std::string> m_buffers;
};

} // namespace sluice::server
