#include "server/storage/database.h"

#include "server/storage/sqliteengine.h"
#include "shared/base/logging.h"
#include "shared/protocol/codec.h"

#include <algorithm>
#include <vector>

namespace sluice::server {

/// The connections that threads have to one database. Outlives it for as long as a thread still looks at its own entry.
/// Thread: any.
class Database::OwnConnections
{
public:
    DatabaseConnection *add(std::unique_ptr<DatabaseConnection> connection) EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        return m_connections.emplace_back(std::move(connection)).get();
    }

    void close(const DatabaseConnection *connection) EXCLUDES(m_mutex)
    {
        std::unique_ptr<DatabaseConnection> closing; // closed without the lock: it may write a checkpoint
        const MutexLock lock(m_mutex);
        const auto found = std::ranges::find(m_connections, connection, &std::unique_ptr<DatabaseConnection>::get);
        if (found == m_connections.end())
            return;
        closing = std::move(*found);
        m_connections.erase(found);
    }

    void closeAll() EXCLUDES(m_mutex)
    {
        std::vector<std::unique_ptr<DatabaseConnection>> closing;
        const MutexLock lock(m_mutex);
        closing.swap(m_connections);
    }

    [[nodiscard]] size_t size() const EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        return m_connections.size();
    }

private:
    mutable Mutex m_mutex;
    std::vector<std::unique_ptr<DatabaseConnection>> m_connections GUARDED_BY(m_mutex);
};

/// The calling thread's connections, of every database it uses (one, but for tests).
struct Database::ThreadConnections {
    struct Entry {
        std::weak_ptr<OwnConnections> pool;
        DatabaseConnection *connection = nullptr;
    };

    ~ThreadConnections()
    {
        for (const Entry &entry : entries) {
            if (const auto pool = entry.pool.lock())
                pool->close(entry.connection);
        }
    }

    static ThreadConnections &own()
    {
        thread_local ThreadConnections connections;
        return connections;
    }

    std::vector<Entry> entries;
};

Operation::Operation(DatabaseConnection &connection, const Dialect &dialect, TimePoint deadline,
                     DatabaseLease lease) noexcept
    : m_lease(std::move(lease))
    , m_connection(&connection)
    , m_dialect(&dialect)
{
    m_connection->setDeadline(deadline);
}

Operation::~Operation()
{
    if (m_connection)
        m_connection->setDeadline(TimePoint::max());
}

Result<Rows> Operation::execute(QLatin1String sql, std::initializer_list<QVariant> values)
{
    const auto cursor = m_connection->run(sql, values);
    if (!cursor)
        return tl::unexpected(cursor.error());
    return Rows(**cursor);
}

Result<int> Operation::change(QLatin1String sql, std::initializer_list<QVariant> values)
{
    const auto cursor = m_connection->run(sql, values);
    if (!cursor)
        return tl::unexpected(cursor.error());
    const int changed = (*cursor)->changedRows();
    (*cursor)->finish();
    return changed;
}

Result<void> Operation::executeScript(const QByteArray &sql)
{
    return m_connection->executeScript(sql);
}

void Operation::undo(QLatin1String sql)
{
    if (const auto undone = m_connection->undo(sql); !undone)
        qCCritical(lcStorage) << "cannot undo changes"
                              << "statement=" << sql << "reason=" << undone.error().detail;
}

Database::Database(std::unique_ptr<DatabaseEngine> engine, std::chrono::milliseconds operationTimeout,
                   const Clock &clock)
    : m_engine(std::move(engine))
    , m_clock(clock)
    , m_operationTimeoutMs(operationTimeout.count())
    , m_own(std::make_shared<OwnConnections>())
    , m_shared(*m_engine, clock)
{
}

Database::Database(const QString &file, std::chrono::milliseconds operationTimeout, const Clock &clock)
    : Database(std::make_unique<SqliteEngine>(file, clock), operationTimeout, clock)
{
}

Database::~Database()
{
    m_own->closeAll();
}

Result<Operation> Database::operation(TimePoint deadline, DatabaseUse use)
{
    const TimePoint now = m_clock.now();
    if (now >= deadline)
        return failure(ErrorCode::Timeout, protocol::timeoutData(std::chrono::milliseconds(0), false),
                       QStringLiteral("the deadline passed before the database was asked"));
    const TimePoint end = std::min(deadline, now + operationTimeout());
    return begin(end, use, end - now);
}

Result<Operation> Database::unlimitedOperation()
{
    return begin(TimePoint::max(), DatabaseUse::Write, operationTimeout());
}

Result<Operation> Database::begin(TimePoint deadline, DatabaseUse use, Duration limit)
{
    if (!m_engine->sharesConnections()) {
        const auto own = ownConnection();
        if (!own)
            return tl::unexpected(own.error());
        return Operation(**own, dialect(), deadline, DatabaseLease());
    }
    auto taken = m_shared.take(use, limit);
    if (!taken)
        return tl::unexpected(std::move(taken.error()));
    DatabaseConnection &connection = **taken;
    return Operation(connection, dialect(), deadline, DatabaseLease(m_shared, use, std::move(*taken)));
}

void Database::setOperationTimeout(std::chrono::milliseconds timeout) noexcept
{
    m_operationTimeoutMs.store(timeout.count(), std::memory_order_relaxed);
}

size_t Database::connectionCount() const
{
    return m_own->size() + m_shared.size();
}

Result<DatabaseConnection *> Database::ownConnection()
{
    auto &entries = ThreadConnections::own().entries;
    for (const auto &entry : entries) {
        if (entry.pool.lock() == m_own)
            return entry.connection;
    }
    std::erase_if(entries, [](const auto &entry) { return entry.pool.expired(); });

    auto opened = m_engine->open(operationTimeout());
    if (!opened)
        return tl::unexpected(std::move(opened.error()));
    DatabaseConnection *const connection = m_own->add(std::move(*opened));
    entries.push_back({m_own, connection});
    return connection;
}

std::chrono::milliseconds Database::operationTimeout() const noexcept
{
    return std::chrono::milliseconds(m_operationTimeoutMs.load(std::memory_order_relaxed));
}

} // namespace sluice::server
