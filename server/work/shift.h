#pragma once

#include "server/events/sinks.h"
#include "server/work/job.h"
#include "shared/base/cacheline.h"
#include "shared/base/clock.h"

#include <atomic>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace sluice::server {

/// A worker's present batch: what has been finished, what it is at, and what it has not begun.
///
/// Nobody but the worker has to do with it, until a handler does not return: then the answers in front of that job and
/// the jobs behind it must not hang with it. So the worker lets go of the shift while it is inside a handler, and
/// others may hold it meanwhile, for moments. That costs one atomic exchange an event, on memory of the worker's own.
///
/// Thread: the worker; others while they hold it (`tryHold`), where it says so.
class alignas(kCacheLine) Shift
{
public:
    using Batches = std::vector<std::pair<CompletionSink *, CompletionBatch>>;

    explicit Shift(quint16 worker = 0);

    // --- the worker ---
    /// Its number.
    [[nodiscard]] quint16 worker() const noexcept { return m_worker; }
    /// Requires: the jobs stay where they are until the shift ends.
    void begin(std::span<const Job> jobs);
    /// The next job of the batch; null at its end.
    [[nodiscard]] Job next() noexcept;
    /// The worker enters the present job's handler, and others may hold the shift.
    void enterHandler(TimePoint now) noexcept;
    /// Blocks: while another holds the shift, which is short.
    void leaveHandler() noexcept;
    /// The present job is done: its completion is in its batch.
    void finish() { m_finished.push_back(m_current); }
    void end() noexcept { m_startedNs.store(kIdle, std::memory_order_relaxed); }
    /// A handler of this worker threw. Thread: any reads `errors`.
    void countError() noexcept { m_errors.fetch_add(1, std::memory_order_relaxed); }
    [[nodiscard]] quint64 errors() const noexcept { return m_errors.load(std::memory_order_relaxed); }
    /// The batch, without what was taken out of it.
    [[nodiscard]] std::span<const Job> jobs() const noexcept { return m_jobs; }

    // --- whoever holds it: the worker when it is in no handler, or another ---
    /// The completions of the batch that go to that I/O thread.
    [[nodiscard]] CompletionBatch &batchOf(CompletionSink *sink);
    [[nodiscard]] Batches &batches() noexcept { return m_batches; }
    [[nodiscard]] std::vector<Job> &finished() noexcept { return m_finished; }

    // --- others ---
    /// When the handler that the worker is in began; unset when it is in none, as far as one can say from outside.
    [[nodiscard]] std::optional<TimePoint> handlerSince() const noexcept;
    /// Takes the shift, if the worker is in a handler. Then the job in it is `current`.
    [[nodiscard]] bool tryHold() noexcept;
    void release() noexcept { m_holder.store(Holder::Nobody, std::memory_order_release); }
    [[nodiscard]] Job current() const noexcept { return m_current; }
    /// Takes out the jobs that are not begun. Requires: it is held.
    [[nodiscard]] std::span<const Job> takeRest() noexcept;

private:
    enum class Holder : quint8 { Worker, Nobody, Other };
    static constexpr qint64 kIdle = -1;

    std::atomic<Holder> m_holder{Holder::Worker};
    std::atomic<qint64> m_startedNs{kIdle};
    const quint16 m_worker;
    std::span<const Job> m_jobs;
    size_t m_next = 0;
    Job m_current = nullptr;
    Batches m_batches; // one for each I/O thread that there is; there are few
    std::vector<Job> m_finished;
    std::atomic<quint64> m_errors{0};
};

} // namespace sluice::server
