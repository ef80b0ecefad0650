#pragma once

#include "server/storage/databaseengine.h"

#include <libpq-fe.h>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sluice::server {

class PostgresConnection;

struct PostgresDeleter {
    void operator()(PGconn *connection) const noexcept { PQfinish(connection); }
    void operator()(PGresult *result) const noexcept { PQclear(result); }
};
using PostgresHandle = std::unique_ptr<PGconn, PostgresDeleter>;
using PostgresResult = std::unique_ptr<PGresult, PostgresDeleter>;

/// One statement of a connection, prepared when it runs for the first time, and the rows of its last run.
class PostgresStatement final : public Cursor
{
public:
    /// `sql` with a `?` for each value.
    PostgresStatement(QLatin1String sql, size_t number);

    [[nodiscard]] bool next() override { return ++m_row < PQntuples(m_result.get()); }
    [[nodiscard]] QVariant value(int column) const override;
    [[nodiscard]] Result<void> status() const override { return {}; } // all rows are here before the first is given
    [[nodiscard]] int changedRows() const override;
    void finish() noexcept override { m_result.reset(); }

private:
    friend class PostgresConnection;

    const std::string m_sql; // with $1, $2 ...
    const std::string m_name;
    bool m_prepared = false;
    PostgresResult m_result;
    int m_row = -1;
};

/// A connection to a PostgreSQL server. It never waits in libpq, only in poll(), so that a server that stops answering
/// holds nobody up: beyond the deadline the connection is closed, which makes the server take back what was open.
/// That a lock or a statement takes too long the server itself says before (lock_timeout, statement_timeout).
/// Thread: one at a time.
class PostgresConnection final : public DatabaseConnection
{
public:
    explicit PostgresConnection(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// Connects and prepares the session. `parameters` are libpq's, keyword and value. Errors: Unavailable.
    [[nodiscard]] Result<void> open(const std::vector<std::pair<std::string, std::string>> &parameters, Duration limit);

    void setDeadline(TimePoint deadline) noexcept override;
    [[nodiscard]] Result<Cursor *> run(QLatin1String sql, std::initializer_list<QVariant> values) override;
    [[nodiscard]] Result<void> executeScript(const QByteArray &sql) override;
    [[nodiscard]] Result<void> undo(QLatin1String sql) override;
    [[nodiscard]] bool inTransaction() const noexcept override;
    [[nodiscard]] bool isUsable() override;

private:
    using Instant = std::chrono::steady_clock::time_point;

    [[nodiscard]] Result<void> connect(Instant until);
    [[nodiscard]] Result<void> limitServer();
    [[nodiscard]] Result<void> prepare(PostgresStatement &statement, std::initializer_list<QVariant> values);
    [[nodiscard]] PostgresStatement &statement(QLatin1String sql);
    /// Keeps what marks a savepoint for later. True: there is nothing to send now.
    [[nodiscard]] bool defer(QLatin1String sql) noexcept;
    /// Sends something, behind what was kept for later, and waits for the whole answer.
    template <typename Send>
    [[nodiscard]] Result<PostgresResult> ask(Send &&send);
    [[nodiscard]] bool sendDeferred();
    [[nodiscard]] Result<PostgresResult> collect(Instant until);
    /// Until the socket is ready or the time is over. False: it is over.
    [[nodiscard]] bool wait(short events, Instant until) const;
    [[nodiscard]] Instant until() const noexcept;
    [[nodiscard]] Error lost(const QString &reason);
    [[nodiscard]] Error failed(const PGresult *result);

    const Clock &m_clock;
    PostgresHandle m_handle; // null once it is of no use any more
    TimePoint m_deadline = TimePoint::max();
    bool m_limitIsNew = true;
    qint64 m_serverLimitMs = -1; // what the server was told last; 0: none
    // A savepoint for each save would be two more waits for the server: its marks go with the next statement.
    bool m_releaseDeferred = false; // before the next
    bool m_savepointDeferred = false;
    PostgresStatement m_nothing{QLatin1String(), 0};                      // what deferred statements give
    std::unordered_map<std::string_view, PostgresStatement> m_statements; // keys are literals
};

} // namespace sluice::server
