#include "server/work/shift.h"

#include "server/work/boundedpriorityqueue.h"

#include <algorithm>
#include <thread>

namespace sluice::server {

Shift::Shift(quint16 worker)
    : m_worker(worker)
{
    m_finished.reserve(BoundedPriorityQueue::kMaxBatch);
}

void Shift::begin(std::span<const Job> jobs)
{
    m_jobs = jobs;
    m_next = 0;
    for (const Job job : jobs.first(std::min<size_t>(jobs.size(), 2)))
        job->prefetch();
}

Job Shift::next() noexcept
{
    if (m_next == m_jobs.size())
        return nullptr;
    m_current = m_jobs[m_next++];
    // The one behind the next comes from another core's cache, the next one is here, and its text may come.
    if (m_next + 1 < m_jobs.size())
        m_jobs[m_next + 1]->prefetch();
    if (m_next < m_jobs.size())
        m_jobs[m_next]->prefetchText();
    return m_current;
}

void Shift::enterHandler(TimePoint now) noexcept
{
    m_startedNs.store(std::chrono::nanoseconds(now.time_since_epoch()).count(), std::memory_order_relaxed);
    m_holder.store(Holder::Nobody, std::memory_order_release);
}

void Shift::leaveHandler() noexcept
{
    for (;;) {
        Holder holder = Holder::Nobody;
        if (m_holder.compare_exchange_weak(holder, Holder::Worker, std::memory_order_acquire,
                                           std::memory_order_relaxed))
            return;
        if (holder == Holder::Other)
            std::this_thread::yield();
    }
}

CompletionBatch &Shift::batchOf(CompletionSink *sink)
{
    for (auto &[known, batch] : m_batches) {
        if (known == sink)
            return batch;
    }
    return m_batches.emplace_back(sink, CompletionBatch{}).second;
}

std::optional<TimePoint> Shift::handlerSince() const noexcept
{
    const qint64 startedNs = m_startedNs.load(std::memory_order_relaxed);
    if (startedNs == kIdle)
        return std::nullopt;
    return TimePoint(std::chrono::nanoseconds(startedNs));
}

bool Shift::tryHold() noexcept
{
    Holder holder = Holder::Nobody;
    return m_holder.compare_exchange_strong(holder, Holder::Other, std::memory_order_acquire,
                                            std::memory_order_relaxed);
}

std::span<const Job> Shift::takeRest() noexcept
{
    const std::span<const Job> rest = m_jobs.subspan(m_next);
    m_jobs = m_jobs.first(m_next);
    return rest;
}

} // namespace sluice::server
