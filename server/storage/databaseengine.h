#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QLatin1String>
#include <QString>
#include <QVariant>

#include <initializer_list>
#include <memory>

namespace sluice::server {

/// A statement that has run, with the rows it gave. Belongs to its connection, which keeps it prepared.
/// Thread: the connection's own.
class Cursor
{
public:
    virtual ~Cursor() = default;

    /// Steps to the next row. False at the end and on an error, which status() tells.
    [[nodiscard]] virtual bool next() = 0;
    [[nodiscard]] virtual QVariant value(int column) const = 0;
    /// Errors: what ended the reading before its end.
    [[nodiscard]] virtual Result<void> status() const = 0;
    /// How many rows the statement changed.
    [[nodiscard]] virtual int changedRows() const = 0;
    /// Ends the statement, so that nobody keeps an old snapshot alive.
    virtual void finish() noexcept = 0;
};

/// How an engine says what is not common SQL. All of it are literals.
struct Dialect {
    QLatin1String name; ///< "sqlite", "postgresql": the folder of its migrations.
    QLatin1String beginWrite;
    QLatin1String commit{"COMMIT"};
    QLatin1String rollback{"ROLLBACK"};
    QLatin1String savepoint{"SAVEPOINT one"};
    QLatin1String releaseSavepoint{"RELEASE SAVEPOINT one"};
    QLatin1String rollbackToSavepoint{"ROLLBACK TO SAVEPOINT one"};
    QLatin1String lockSchema;     ///< In a transaction, before the schema is looked at; empty: beginWrite does it.
    QLatin1String checkDatabase;  ///< Gives "ok", or what is wrong with the database, in one row.
    QLatin1String makeMigrations; ///< The table of the migrations that were made.
    bool likeIgnoresCase = false; ///< LIKE, for ASCII letters; where it does not, ILIKE does.
    QLatin1String advice;         ///< What an operator can do about a database that cannot be used.
};

/// One open database, for one thread at a time.
/// Errors: Busy when a lock or a statement took too long, StorageFull, Unavailable, InternalError; never throws.
/// Blocks: until the deadline at the latest.
class DatabaseConnection
{
public:
    virtual ~DatabaseConnection() = default;

    /// From now on no statement runs or waits beyond the deadline.
    virtual void setDeadline(TimePoint deadline) noexcept = 0;
    /// Runs one statement, its values in the place of each `?`. Requires: `sql` is a literal.
    [[nodiscard]] virtual Result<Cursor *> run(QLatin1String sql, std::initializer_list<QVariant> values) = 0;
    /// Runs statements separated by semicolons, unprepared.
    [[nodiscard]] virtual Result<void> executeScript(const QByteArray &sql) = 0;
    /// Runs a statement that takes changes back, whatever the deadline says. Errors: then they may still be there.
    [[nodiscard]] virtual Result<void> undo(QLatin1String sql) = 0;
    /// Whether a transaction is open. Some errors end it by themselves.
    [[nodiscard]] virtual bool inTransaction() const noexcept = 0;
    /// Whether it is idle and can be used again, as far as can be seen without asking the server.
    [[nodiscard]] virtual bool isUsable() = 0;
};

/// A kind of database, and where it is.
/// Thread: any (immutable).
class DatabaseEngine
{
public:
    virtual ~DatabaseEngine() = default;

    [[nodiscard]] virtual const Dialect &dialect() const noexcept = 0;
    /// Where the database is, for operators and logs; holds no secret.
    [[nodiscard]] virtual const QString &place() const noexcept = 0;
    /// Whether threads take turns with connections; else each has one of its own, which is used nowhere else.
    [[nodiscard]] virtual bool sharesConnections() const noexcept = 0;
    /// Opens a connection. Blocks: for the limit at most. Errors: Unavailable, Busy.
    [[nodiscard]] virtual Result<std::unique_ptr<DatabaseConnection>> open(Duration limit) const = 0;
};

} // namespace sluice::server
