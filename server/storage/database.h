#pragma once

#include "server/storage/databaseengine.h"
#include "server/storage/databasepool.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"
#include "shared/base/result.h"

#include <QString>
#include <QVariant>

#include <atomic>
#include <chrono>
#include <initializer_list>
#include <memory>
#include <utility>

namespace sluice::server {

/// The rows that a statement gave. Ends the statement when it goes, so that nobody keeps an old snapshot alive.
/// Thread: the operation's own.
class Rows
{
public:
    explicit Rows(Cursor &cursor)
        : m_cursor(&cursor)
    {
    }
    ~Rows()
    {
        if (m_cursor)
            m_cursor->finish();
    }
    Rows(Rows &&other) noexcept
        : m_cursor(std::exchange(other.m_cursor, nullptr))
    {
    }
    Rows &operator=(Rows &&) = delete;

    /// Steps to the next row. False at the end and on an error, which status() tells.
    [[nodiscard]] bool next() { return m_cursor->next(); }
    [[nodiscard]] QVariant value(int column) const { return m_cursor->value(column); }
    /// Errors: what ended the reading before its end.
    [[nodiscard]] Result<void> status() const { return m_cursor->status(); }

private:
    Cursor *m_cursor;
};

/// One unit of work on a connection, limited in time as a whole.
/// Thread: the one that made it. Blocks: for at most the time limit. Requires: its rows go before it.
class Operation
{
public:
    /// `lease` keeps a connection that is shared.
    Operation(DatabaseConnection &connection, const Dialect &dialect, TimePoint deadline, DatabaseLease lease) noexcept;
    ~Operation();
    Operation(Operation &&other) noexcept
        : m_lease(std::move(other.m_lease))
        , m_connection(std::exchange(other.m_connection, nullptr))
        , m_dialect(other.m_dialect)
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
    [[nodiscard]] bool inTransaction() const noexcept { return m_connection->inTransaction(); }
    [[nodiscard]] const Dialect &dialect() const noexcept { return *m_dialect; }
    /// Replaces the time limit.
    void limitTo(TimePoint deadline) noexcept { m_connection->setDeadline(deadline); }
    /// Runs a statement that takes changes back, whatever the time limit says.
    void undo(QLatin1String sql);

private:
    DatabaseLease m_lease; // goes last
    DatabaseConnection *m_connection;
    const Dialect *m_dialect;
};

/// The database. Of SQLite each thread that asks has a connection, opened at its first operation, closed with the
/// thread or with the database, whichever ends first; to PostgreSQL threads take turns with a few. Thread: any. Errors:
/// never throws. Requires: no operation runs when it is destroyed.
class Database
{
public:
    /// `operationTimeout` is timeouts.db-operation-ms.
    Database(std::unique_ptr<DatabaseEngine> engine, std::chrono::milliseconds operationTimeout, const Clock &clock);
    /// SQLite in that file.
    Database(const QString &file, std::chrono::milliseconds operationTimeout, const Clock &clock);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Begins work that must end by the operation timeout and by `deadline`, whichever is earlier. `use`: the writer
    /// has a connection that nobody else can take. Errors: Timeout when the deadline has passed; what connecting meets.
    [[nodiscard]] Result<Operation> operation(TimePoint deadline = TimePoint::max(),
                                              DatabaseUse use = DatabaseUse::Read);
    /// Begins work without a time limit: for checks and migrations at start, when nobody waits.
    [[nodiscard]] Result<Operation> unlimitedOperation();

    /// How long one operation may take. Thread: any.
    [[nodiscard]] std::chrono::milliseconds operationTimeout() const noexcept;
    /// Thread: any, live.
    void setOperationTimeout(std::chrono::milliseconds timeout) noexcept;
    /// How many connections to a server there may be (storage.max-connections). Thread: any, live.
    void setMaxConnections(int most) { m_shared.setMost(static_cast<size_t>(most)); }
    /// Where it is, for operators: a file's name, or a URL.
    [[nodiscard]] const QString &place() const noexcept { return m_engine->place(); }
    [[nodiscard]] const Dialect &dialect() const noexcept { return m_engine->dialect(); }
    [[nodiscard]] const Clock &clock() const noexcept { return m_clock; }
    /// How many connections there are now.
    [[nodiscard]] size_t connectionCount() const;

private:
    class OwnConnections;
    struct ThreadConnections;

    [[nodiscard]] Result<Operation> begin(TimePoint deadline, DatabaseUse use, Duration limit);
    [[nodiscard]] Result<DatabaseConnection *> ownConnection();

    const std::unique_ptr<DatabaseEngine> m_engine;
    const Clock &m_clock;
    std::atomic<qint64> m_operationTimeoutMs;
    const std::shared_ptr<OwnConnections> m_own; // of threads
    DatabasePool m_shared;
};

} // namespace sluice::server
