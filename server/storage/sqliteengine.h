#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QLatin1String>
#include <QSqlDatabase>
#include <QSqlError>

struct sqlite3;

namespace sluice::server {

/// All that is particular to SQLite: opening, its dialect where it is not common SQL, time limits, what its errors
/// mean. Source: https://sqlite.org/c3ref/intro.html, https://sqlite.org/wal.html Thread: the connection's own. Errors:
/// never throws.
class SqliteEngine
{
public:
    static constexpr QLatin1String kDriver{"QSQLITE"};
    /// Takes the write lock at once: a transaction that reads first and writes later can fail halfway as busy.
    static constexpr QLatin1String kBeginWrite{"BEGIN IMMEDIATE"};
    static constexpr QLatin1String kCommit{"COMMIT"};
    static constexpr QLatin1String kRollback{"ROLLBACK"};
    static constexpr QLatin1String kSavepoint{"SAVEPOINT one"};
    static constexpr QLatin1String kReleaseSavepoint{"RELEASE one"};
    static constexpr QLatin1String kRollbackToSavepoint{"ROLLBACK TO one"};

    explicit SqliteEngine(const Clock &clock)
        : m_clock(clock)
    {
    }
    SqliteEngine(const SqliteEngine &) = delete;
    SqliteEngine &operator=(const SqliteEngine &) = delete;

    /// Whether Qt has its SQLite driver. To be asked before a thread's first use of QSqlDatabase: it makes Qt load its
    /// drivers once. Thread: any.
    [[nodiscard]] static bool isDriverAvailable();
    /// Opens the file, making it when it is missing: WAL, synchronous=FULL, foreign keys.
    [[nodiscard]] Result<void> open(QSqlDatabase &database, const QString &file, Duration busyTimeout);

    /// From now on no statement runs or waits for a lock beyond the deadline; what does fails as Busy.
    void setDeadline(TimePoint deadline) noexcept { m_deadline = deadline; }
    void clearDeadline() noexcept { m_deadline = TimePoint::max(); }
    /// Tells SQLite how long the next statement may wait for a lock.
    void limitLockWait() noexcept;

    /// Whether a transaction is open. Some errors (disk full, interrupted) end it by themselves.
    [[nodiscard]] bool inTransaction() const noexcept;
    /// Runs statements separated by semicolons.
    [[nodiscard]] Result<void> executeScript(const QByteArray &sql);
    /// What an operator reads about `error`, and what a client is told.
    [[nodiscard]] static Error toError(const QSqlError &error);

private:
    static int interruptWhenLate(void *engine) noexcept;

    const Clock &m_clock;
    sqlite3 *m_handle = nullptr;
    TimePoint m_deadline = TimePoint::max();
};

} // namespace sluice::server
