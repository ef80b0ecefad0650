#pragma once

#include "server/work/job.h"

#include <bit>
#include <vector>

namespace sluice::server {

/// A first-in-first-out lane of jobs in one growing array, which therefore allocates nothing at steady state (a
/// std::deque does, once per 64 jobs). Thread: none (its owner locks).
class JobRing
{
public:
    [[nodiscard]] size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    /// Requires: not empty.
    [[nodiscard]] Job front() const noexcept { return m_slots[m_head]; }

    void pushBack(Job job)
    {
        if (m_size == m_slots.size())
            grow();
        m_slots[(m_head + m_size) & (m_slots.size() - 1)] = job;
        ++m_size;
    }

    /// Requires: not empty.
    Job popFront() noexcept
    {
        const Job job = m_slots[m_head];
        m_head = (m_head + 1) & (m_slots.size() - 1);
        --m_size;
        return job;
    }

private:
    void grow()
    {
        std::vector<Job> larger(std::bit_ceil(m_size + 64));
        for (size_t i = 0; i < m_size; ++i)
            larger[i] = m_slots[(m_head + i) & (m_slots.size() - 1)];
        m_slots.swap(larger);
        m_head = 0;
    }

    std::vector<Job> m_slots; // a power of two long
    size_t m_head = 0;
    size_t m_size = 0;
};

} // namespace sluice::server
