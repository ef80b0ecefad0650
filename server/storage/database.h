#pragma once

#include "server/storage/sqliteengine.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"
#include "shared/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <atomic>
#include <chrono>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>

namespace sluice::server {

class DatabaseConnection;

/// The rows that a statement gave. Ends the statement when it goes, so that nobody keeps an old snapshot alive.
/// Thread: the connection's own.
class Rows
{
public:
    explicit Rows(QSqlQuery &query)
        : m_query(&query)
    {
    }
    ~Rows() { finish(); }
    Rows(Rows &&other) noexcept
        : m_query(std::exchange(other.m_query, nullptr))
    {
    }
    Rows &operator=(Rows &&) = delete;

    /// Steps to the next row. False at the end and on an error, which status() tells.
    [[nodiscard]] bool next() { return m_query->next(); }
    [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }
    /// Errors: what ended the reading before its end.
    [[nodiscard]] Result<void> status() const;

private:
    void finish() noexcept;

    QSqlQuery *m_query;
};

/// One unit of work on the calling thread's connection, limited in time as a whole.
/// Thread: the one that made it. Blocks: for at most the time limit.
class Operation
{
public:
    Operation(DatabaseConnection &connection, TimePoint deadline) noexcept;
    ~Operation();
    Operation(Operation &&other) noexcept
        : m_connection(std::exchange(other.m_connection, nullptr))
        , m_deadline(other.m_deadline)
    {
    }
    Operation &operator=(Operation &&) = delete;

    /// Runs one statement with its values bound in order; the prepared statement is kept for the next time.
    /// Requires: `sql` is a literal, which keeps the cache bounded and values out of the text.
    [[nodiscard]] Result<Rows> execute(QLatin1String sql, std::initializer_list<QVariant> values = {});
    /// execute() for statements without rows. Returns how many rows they changed.
    [[nodiscard]] Result<int> change(QLatin1String sql, std::initializer_list<QVariant> values = {});
    /// Runs statements separated by semicolons, unprepared.
    [[nodiscard]] Result<void> executeScript(const QByteArray &sql);
    [[nodiscard]] bool inTransaction() const noexcept;
    /// Replaces the time limit.
    void limitTo(TimePoint deadline) noexcept;
    /// Runs a statement that takes changes back. It has no time limit: it must not fail, and does no work that waits.
    void undo(QLatin1String sql);

private:
    [[nodiscard]] Result<QSqlQuery *> run(QLatin1String sql, std::initializer_list<QVariant> values);

    DatabaseConnection *m_connection;
    TimePoint m_deadline;
};

/// The database: a connection for each thread that asks, opened at its first operation, closed with the thread or with
/// the database, whichever ends first.
/// Thread: any. Errors: never throws. Requires: no operation runs when it is destroyed.
class Database
{
public:
    /// `operationTimeout` is timeouts.db-operation-ms.
    Database(QString file, std::chrono::milliseconds operationTimeout, const Clock &clock);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Begins work that must end by the operation timeout and by `deadline`, whichever is earlier.
    /// Errors: Timeout when the deadline has passed; what opening the file meets.
    [[nodiscard]] Result<Operation> operation(TimePoint deadline = TimePoint::max());
    /// Begins work without a time limit: for checks and migrations at start, when nobody waits.
    [[nodiscard]] Result<Operation> unlimitedOperation();

    /// Thread: any, live.
    void setOperationTimeout(std::chrono::milliseconds timeout) noexcept;
    [[nodiscard]] const QString &file() const noexcept { return m_file; }
    [[nodiscard]] const Clock &clock() const noexcept { return m_clock; }
    /// How many threads have a connection now.
    [[nodiscard]] size_t connectionCount() const;

private:
    class Pool;
    struct ThreadConnections;

    [[nodiscard]] Result<DatabaseConnection *> connection();
    [[nodiscard]] std::chrono::milliseconds operationTimeout() const noexcept;

    const QString m_file;
    const Clock &m_clock;
    std::atomic<qint64> m_operationTimeoutMs;
    const std::shared_ptr<Pool> m_pool;
};

} // namespace sluice::server
