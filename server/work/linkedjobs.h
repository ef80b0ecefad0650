#pragma once

#include "server/work/job.h"

namespace sluice::server {

/// Jobs in a row through links of their own: nothing is allocated, and each leaves from wherever it stands.
/// Thread: none (its owner locks). Requires: a job is in one row of each pair of links at most.
template <Job QueuePlace::*Previous, Job QueuePlace::*Next>
class LinkedJobs
{
public:
    [[nodiscard]] bool isEmpty() const noexcept { return m_first == nullptr; }
    /// Null when empty.
    [[nodiscard]] Job first() const noexcept { return m_first; }

    void append(Job job) noexcept
    {
        job->place.*Previous = m_last;
        job->place.*Next = nullptr;
        (m_last ? m_last->place.*Next : m_first) = job;
        m_last = job;
    }

    /// Requires: it is in here.
    void remove(Job job) noexcept
    {
        const Job previous = job->place.*Previous;
        const Job next = job->place.*Next;
        (previous ? previous->place.*Next : m_first) = next;
        (next ? next->place.*Previous : m_last) = previous;
    }

private:
    Job m_first = nullptr;
    Job m_last = nullptr;
};

/// The jobs of one user or one order, first come first.
using JobSequence = LinkedJobs<&QueuePlace::before, &QueuePlace::behind>;
/// The jobs of all of them together, the oldest first.
using JobsByAge = LinkedJobs<&QueuePlace::older, &QueuePlace::newer>;

} // namespace sluice::server
