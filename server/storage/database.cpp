#include "server/storage/database.h"

#include "shared/base/logging.h"
#include "shared/protocol/codec.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace sluice::server {

/// One thread's connection with its prepared statements.
/// Thread: its own, except that the database may destroy it when no operation runs.
class DatabaseConnection
{
public:
    explicit DatabaseConnection(const Clock &clock)
        : m_engine(clock)
        , m_name(QStringLiteral("sluice-%1").arg(reinterpret_cast<quintptr>(this), 0, 16))
    {
    }

    ~DatabaseConnection()
    {
        m_statements.clear();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    DatabaseConnection(const DatabaseConnection &) = delete;
    DatabaseConnection &operator=(const DatabaseConnection &) = delete;

    [[nodiscard]] Result<void> open(const QString &file, Duration busyTimeout)
    {
        if (!SqliteEngine::isDriverAvailable())
            return failure(ErrorCode::Unavailable, {}, QStringLiteral("Qt's SQLite driver is not installed"));
        m_database = QSqlDatabase::addDatabase(SqliteEngine::kDriver, m_name);
        return m_engine.open(m_database, file, busyTimeout);
    }

    [[nodiscard]] SqliteEngine &engine() noexcept { return m_engine; }

    [[nodiscard]] Result<QSqlQuery *> prepared(QLatin1String sql)
    {
        const std::string_view key(sql.data(), static_cast<size_t>(sql.size()));
        if (const auto found = m_statements.find(key); found != m_statements.end())
            return &found->second;
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return tl::unexpected(SqliteEngine::toError(query.lastError()));
        return &m_statements.emplace(key, std::move(query)).first->second;
    }

private:
    SqliteEngine m_engine;
    const QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<std::string_view, QSqlQuery> m_statements; // keys are literals
};

/// The open connections of one database. Outlives it for as long as a thread still looks at its own entry.
/// Thread: any.
class Database::Pool
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
        std::weak_ptr<Pool> pool;
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

namespace {

// Qt binds a null QString as NULL; here it is an empty text like any other.
QVariant notNull(const QVariant &value)
{
    const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
    return nullText ? QVariant(QString(QLatin1String(""))) : value;
}

} // namespace

Result<void> Rows::status() const
{
    const QSqlError error = m_query->lastError();
    if (error.type() == QSqlError::NoError)
        return {};
    return tl::unexpected(SqliteEngine::toError(error));
}

void Rows::finish() noexcept
{
    if (m_query)
        m_query->finish();
}

Operation::Operation(DatabaseConnection &connection, TimePoint deadline) noexcept
    : m_connection(&connection)
    , m_deadline(deadline)
{
    m_connection->engine().setDeadline(deadline);
}

Operation::~Operation()
{
    if (m_connection)
        m_connection->engine().clearDeadline();
}

Result<QSqlQuery *> Operation::run(QLatin1String sql, std::initializer_list<QVariant> values)
{
    m_connection->engine().limitLockWait();
    auto query = m_connection->prepared(sql);
    if (!query)
        return query;
    int position = 0;
    for (const QVariant &value : values)
        (*query)->bindValue(position++, notNull(value));
    if (!(*query)->exec()) {
        Error error = SqliteEngine::toError((*query)->lastError());
        (*query)->finish();
        return tl::unexpected(std::move(error));
    }
    return query;
}

Result<Rows> Operation::execute(QLatin1String sql, std::initializer_list<QVariant> values)
{
    const auto query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return Rows(**query);
}

Result<int> Operation::change(QLatin1String sql, std::initializer_list<QVariant> values)
{
    const auto query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    const int changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<void> Operation::executeScript(const QByteArray &sql)
{
    return m_connection->engine().executeScript(sql);
}

bool Operation::inTransaction() const noexcept
{
    return m_connection->engine().inTransaction();
}

void Operation::limitTo(TimePoint deadline) noexcept
{
    m_deadline = deadline;
    m_connection->engine().setDeadline(deadline);
}

void Operation::undo(QLatin1String sql)
{
    m_connection->engine().clearDeadline();
    if (const auto undone = change(sql); !undone)
        qCCritical(lcStorage) << "cannot undo changes"
                              << "statement=" << sql << "reason=" << undone.error().detail;
    m_connection->engine().setDeadline(m_deadline);
}

Database::Database(QString file, std::chrono::milliseconds operationTimeout, const Clock &clock)
    : m_file(std::move(file))
    , m_clock(clock)
    , m_operationTimeoutMs(operationTimeout.count())
    , m_pool(std::make_shared<Pool>())
{
}

Database::~Database()
{
    m_pool->closeAll();
}

Result<Operation> Database::operation(TimePoint deadline)
{
    const TimePoint now = m_clock.now();
    if (now >= deadline)
        return failure(ErrorCode::Timeout, protocol::timeoutData(std::chrono::milliseconds(0), false),
                       QStringLiteral("the deadline passed before the database was asked"));
    const auto own = connection();
    if (!own)
        return tl::unexpected(own.error());
    return Operation(**own, std::min(deadline, now + operationTimeout()));
}

Result<Operation> Database::unlimitedOperation()
{
    const auto own = connection();
    if (!own)
        return tl::unexpected(own.error());
    return Operation(**own, TimePoint::max());
}

void Database::setOperationTimeout(std::chrono::milliseconds timeout) noexcept
{
    m_operationTimeoutMs.store(timeout.count(), std::memory_order_relaxed);
}

size_t Database::connectionCount() const
{
    return m_pool->size();
}

Result<DatabaseConnection *> Database::connection()
{
    auto &entries = ThreadConnections::own().entries;
    for (const auto &entry : entries) {
        if (entry.pool.lock() == m_pool)
            return entry.connection;
    }
    std::erase_if(entries, [](const auto &entry) { return entry.pool.expired(); });

    auto opened = std::make_unique<DatabaseConnection>(m_clock);
    if (auto done = opened->open(m_file, operationTimeout()); !done)
        return tl::unexpected(std::move(done.error()));
    DatabaseConnection *const connection = m_pool->add(std::move(opened));
    entries.push_back({m_pool, connection});
    return connection;
}

std::chrono::milliseconds Database::operationTimeout() const noexcept
{
    return std::chrono::milliseconds(m_operationTimeoutMs.load(std::memory_order_relaxed));
}

} // namespace sluice::server
