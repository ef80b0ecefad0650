#pragma once

#include "server/storage/databaseengine.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace sluice::server {

/// One prepared statement of a connection, and the rows of its last run.
class SqliteStatement final : public Cursor
{
public:
    explicit SqliteStatement(QSqlQuery query)
        : m_query(std::move(query))
    {
    }

    [[nodiscard]] bool next() override { return m_query.next(); }
    [[nodiscard]] QVariant value(int column) const override { return m_query.value(column); }
    [[nodiscard]] Result<void> status() const override;
    [[nodiscard]] int changedRows() const override { return m_query.numRowsAffected(); }
    void finish() noexcept override { m_query.finish(); }

    [[nodiscard]] QSqlQuery &query() noexcept { return m_query; }

private:
    QSqlQuery m_query;
};

/// A connection to an SQLite file, with its prepared statements: opening, time limits, what its errors mean.
/// Source: https://sqlite.org/c3ref/intro.html, https://sqlite.org/wal.html
/// Thread: its own, except that the database may destroy it when no operation runs.
class SqliteConnection final : public DatabaseConnection
{
public:
    explicit SqliteConnection(const Clock &clock);
    ~SqliteConnection() override;

    /// Opens the file, making it when it is missing: WAL, synchronous=FULL, foreign keys.
    [[nodiscard]] Result<void> open(const QString &file, Duration busyTimeout);

    void setDeadline(TimePoint deadline) noexcept override { m_deadline = deadline; }
    [[nodiscard]] Result<Cursor *> run(QLatin1String sql, std::initializer_list<QVariant> values) override;
    [[nodiscard]] Result<void> executeScript(const QByteArray &sql) override;
    [[nodiscard]] Result<void> undo(QLatin1String sql) override;
    [[nodiscard]] bool inTransaction() const noexcept override;
    [[nodiscard]] bool isUsable() override { return true; }

private:
    [[nodiscard]] Result<void> openFile(const QString &file, Duration busyTimeout);
    [[nodiscard]] Result<SqliteStatement *> prepared(QLatin1String sql);
    /// Tells SQLite how long the next statement may wait for a lock.
    void limitLockWait() noexcept;
    static int interruptWhenLate(void *connection) noexcept;

    const Clock &m_clock;
    const QString m_name;
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
    TimePoint m_deadline = TimePoint::max();
    std::unordered_map<std::string_view, SqliteStatement> m_statements; // keys are literals
};

} // namespace sluice::server
