#pragma once

#include "server/storage/databaseengine.h"
#include "shared/base/mutex.h"

#include <optional>
#include <vector>

namespace sluice::server {

/// What a connection is wanted for. The one for saves is never lent to anybody else, so that readers cannot keep the
/// writer waiting.
enum class DatabaseUse { Read, Write };

/// The connections to a database server, for threads to take turns with: at most so many, opened when they are needed.
/// One that has broken is forgotten, and the next one is opened by whoever asks next, so the pool heals by itself;
/// while the server cannot be reached, it is tried every 100 ms at most, and everybody else is refused at once. Thread:
/// any.
class DatabasePool
{
public:
    /// Both live longer.
    DatabasePool(const DatabaseEngine &engine, const Clock &clock)
        : m_engine(engine)
        , m_clock(clock)
    {
    }

    /// Blocks: for `limit`, until there is one. Errors: Busy when all were in use for all that time, Unavailable.
    [[nodiscard]] Result<std::unique_ptr<DatabaseConnection>> take(DatabaseUse use, Duration limit) EXCLUDES(m_mutex);
    void giveBack(DatabaseUse use, std::unique_ptr<DatabaseConnection> connection) EXCLUDES(m_mutex);

    /// How many there may be, at least 2. Beyond it those that come back are closed. Thread: any, live.
    void setMost(size_t most) EXCLUDES(m_mutex);
    /// How many there are, in use or not.
    [[nodiscard]] size_t size() const EXCLUDES(m_mutex);

private:
    [[nodiscard]] bool isFull(DatabaseUse use) const REQUIRES(m_mutex);
    [[nodiscard]] size_t &lent(DatabaseUse use) REQUIRES(m_mutex)
    {
        return use == DatabaseUse::Write ? m_lentWrites : m_lentReads;
    }
    [[nodiscard]] Result<std::unique_ptr<DatabaseConnection>> open(DatabaseUse use, Duration limit) EXCLUDES(m_mutex);
    [[nodiscard]] std::unique_ptr<DatabaseConnection> takeIdle() EXCLUDES(m_mutex);

    const DatabaseEngine &m_engine;
    const Clock &m_clock;

    mutable Mutex m_mutex;
    Condition m_changed;
    size_t m_most GUARDED_BY(m_mutex) = 2;
    size_t m_lentReads GUARDED_BY(m_mutex) = 0;
    size_t m_lentWrites GUARDED_BY(m_mutex) = 0;
    std::vector<std::unique_ptr<DatabaseConnection>> m_idle GUARDED_BY(m_mutex);
    std::optional<Error> m_failure GUARDED_BY(m_mutex); // of the last attempt to open one
    TimePoint m_retryAt GUARDED_BY(m_mutex);
};

/// A connection that goes back to its pool by itself.
class DatabaseLease
{
public:
    DatabaseLease() = default;
    DatabaseLease(DatabasePool &pool, DatabaseUse use, std::unique_ptr<DatabaseConnection> connection)
        : m_pool(&pool)
        , m_use(use)
        , m_connection(std::move(connection))
    {
    }
    ~DatabaseLease()
    {
        if (m_connection)
            m_pool->giveBack(m_use, std::move(m_connection));
    }
    DatabaseLease(DatabaseLease &&other) noexcept = default;
    DatabaseLease &operator=(DatabaseLease &&) = delete;

private:
    DatabasePool *m_pool = nullptr;
    DatabaseUse m_use = DatabaseUse::Read;
    std::unique_ptr<DatabaseConnection> m_connection;
};

} // namespace sluice::server
