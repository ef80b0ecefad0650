#pragma once

#include "server/storage/database.h"
#include "shared/base/mutex.h"
#include "shared/base/result.h"

#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace sluice::server {

/// One change that waits for the writer.
class Write
{
public:
    virtual ~Write() = default;

    /// Makes the change. Thread: the writer's. Errors: undo this change only, and go to settle().
    [[nodiscard]] virtual Result<void> apply(Operation &operation) = 0;
    /// Told once what became of it: success means that it is on the disk. Thread: the writer's, or the submitter's when
    /// it was refused at once.
    virtual void settle(Result<void> result) = 0;

    TimePoint deadline = TimePoint::max(); ///< Not begun after this.
    size_t sizeBytes = 0;                  ///< What it holds in memory while it waits.
    bool alone = false; ///< Big: gets a transaction of its own, so that no other waits or fails with it.
};

/// What may wait for the writer, and how much one commit takes.
struct WriterLimits {
    size_t queueWrites = 4096;
    size_t queueBytes = 64u << 20;
    size_t groupWrites = 256;
};

/// The one thread that writes. It groups what waits into one transaction (a savepoint each), so that one fsync serves
/// many, and settles only what is committed.
/// Invariants: a write is settled exactly once; none is settled as a success before its fsync has returned.
/// Thread: any.
class StoreWriter
{
public:
    explicit StoreWriter(Database &database, WriterLimits limits = {});
    ~StoreWriter(); ///< As stop().
    StoreWriter(const StoreWriter &) = delete;
    StoreWriter &operator=(const StoreWriter &) = delete;

    /// Takes the write, or settles it at once: Busy when the queue is full, Draining after stop(). Blocks: never.
    void submit(std::unique_ptr<Write> write) EXCLUDES(m_mutex);
    /// Finishes what waits, then ends. Blocks: until then. Thread: any one.
    void stop() EXCLUDES(m_mutex);
    /// How many writes wait.
    [[nodiscard]] size_t depth() const EXCLUDES(m_mutex);

private:
    using Group = std::vector<std::unique_ptr<Write>>;

    void run() EXCLUDES(m_mutex);
    [[nodiscard]] Group takeGroup() EXCLUDES(m_mutex);
    void process(Group group);
    static void settleLate(Group &group, TimePoint now);
    /// What became of the first of them, at least one; the rest is for another transaction.
    [[nodiscard]] std::vector<Result<void>> applySome(std::span<const std::unique_ptr<Write>> group);

    void noteHealth(const std::optional<Error> &failure);

    Database &m_database;
    const WriterLimits m_limits;
    bool m_failing = false; // writer's thread only

    mutable Mutex m_mutex;
    Condition m_changed;
    std::deque<std::unique_ptr<Write>> m_waiting GUARDED_BY(m_mutex);
    size_t m_waitingBytes GUARDED_BY(m_mutex) = 0;
    bool m_stopping GUARDED_BY(m_mutex) = false;

    std::thread m_thread; // last: it uses the rest
};

} // namespace sluice::server
