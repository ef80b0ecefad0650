#include "server/storage/sqliteconnection.h"

#include "shared/protocol/codec.h"

#include <QDeadlineTimer>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>

namespace sluice::server {

namespace {

using std::chrono::milliseconds;

// Locks are held for a group commit at most, some ten milliseconds; a client that comes back after this finds it over.
constexpr milliseconds kBusyRetry{500};
// Room on a disk comes back when an operator makes it.
constexpr milliseconds kUnavailableRetry{1000};
// A clock read every so many virtual machine steps: well below 1 % of a statement's time, and never 1 ms late.
constexpr int kStepsPerDeadlineCheck = 2000;

constexpr QLatin1String kDriver("QSQLITE");
constexpr QLatin1String kWriteAheadLog("PRAGMA journal_mode = WAL");
constexpr milliseconds kLogSwitchRetry{5};

constexpr std::array kPragmas{
    QLatin1String("PRAGMA synchronous = FULL"),
    QLatin1String("PRAGMA foreign_keys = ON"),
    QLatin1String("PRAGMA trusted_schema = OFF"),          // a damaged or planted schema calls no functions
    QLatin1String("PRAGMA cell_size_check = ON"),          // damaged pages are found before they are used
    QLatin1String("PRAGMA journal_size_limit = 67108864"), // the log gives its disk space back after a burst
};

int remainingMs(TimePoint deadline, TimePoint now) noexcept
{
    if (deadline == TimePoint::max())
        return std::numeric_limits<int>::max();
    const auto left = std::chrono::ceil<milliseconds>(deadline - now).count();
    return static_cast<int>(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

Error errorOf(int sqliteCode, const QString &text)
{
    const QString detail = QStringLiteral("SQLite error %1: %2").arg(sqliteCode).arg(text);
    switch (sqliteCode & 0xff) { // the low byte is the kind, the rest refines it
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_INTERRUPT: return {ErrorCode::Busy, protocol::retryData(kBusyRetry), detail};
    case SQLITE_FULL: return {ErrorCode::StorageFull, {}, detail};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_NOMEM:
    case SQLITE_PERM: return {ErrorCode::Unavailable, protocol::retryData(kUnavailableRetry), detail};
    default: return {ErrorCode::InternalError, {}, detail};
    }
}

Error toError(const QSqlError &error)
{
    return errorOf(error.nativeErrorCode().toInt(), error.databaseText());
}

// Qt binds a null QString as NULL; here it is an empty text like any other.
QVariant notNull(const QVariant &value)
{
    const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
    return nullText ? QVariant(QString(QLatin1String(""))) : value;
}

// To be asked before a thread's first use of QSqlDatabase: it makes Qt load its drivers once. Qt 6.4 does not guard
// this: threads that open their first database at once register Qt's clean-up twice, and the second then repeats for
// ever when the application ends.
bool isDriverAvailable()
{
    static const bool available = QSqlDatabase::isDriverAvailable(kDriver);
    return available;
}

// Every connection that finds a new file switches it to the log. SQLite answers those who meet with "busy" at once,
// without asking the busy timeout, because waiting for each other would be a deadlock.
Result<void> switchToLog(QSqlQuery &query, Duration busyTimeout)
{
    const QDeadlineTimer giveUp(busyTimeout); // some kinds of "busy" have waited that long already
    while (!query.exec(kWriteAheadLog)) {
        Error error = toError(query.lastError());
        if (error.code != ErrorCode::Busy || giveUp.hasExpired())
            return tl::unexpected(std::move(error));
        sqlite3_sleep(static_cast<int>(kLogSwitchRetry.count()));
    }
    return {};
}

} // namespace

Result<void> SqliteStatement::status() const
{
    const QSqlError error = m_query.lastError();
    if (error.type() == QSqlError::NoError)
        return {};
    return tl::unexpected(toError(error));
}

SqliteConnection::SqliteConnection(const Clock &clock)
    : m_clock(clock)
    , m_name(QStringLiteral("sluice-%1").arg(reinterpret_cast<quintptr>(this), 0, 16))
{
}

SqliteConnection::~SqliteConnection()
{
    m_statements.clear();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> SqliteConnection::open(const QString &file, Duration busyTimeout)
{
    if (!isDriverAvailable())
        return failure(ErrorCode::Unavailable, {}, QStringLiteral("Qt's SQLite driver is not installed"));
    m_database = QSqlDatabase::addDatabase(kDriver, m_name);
    return openFile(file, busyTimeout);
}

Result<void> SqliteConnection::openFile(const QString &file, Duration busyTimeout)
{
    const auto busyMs = std::chrono::duration_cast<milliseconds>(busyTimeout).count();
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyMs));
    if (!m_database.open())
        return tl::unexpected(toError(m_database.lastError()));

    const QVariant handle = m_database.driver()->handle();
    Q_ASSERT(qstrcmp(handle.typeName(), "sqlite3*") == 0);
    m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    QSqlQuery query(m_database);
    if (auto switched = switchToLog(query, busyTimeout); !switched)
        return switched;
    for (const QLatin1String pragma : kPragmas) {
        if (!query.exec(pragma))
            return tl::unexpected(toError(query.lastError()));
    }
    sqlite3_progress_handler(m_handle, kStepsPerDeadlineCheck, &SqliteConnection::interruptWhenLate, this);
    return {};
}

Result<Cursor *> SqliteConnection::run(QLatin1String sql, std::initializer_list<QVariant> values)
{
    limitLockWait();
    const auto statement = prepared(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    QSqlQuery &query = (*statement)->query();
    int position = 0;
    for (const QVariant &value : values)
        query.bindValue(position++, notNull(value));
    if (!query.exec()) {
        Error error = toError(query.lastError());
        query.finish();
        return tl::unexpected(std::move(error));
    }
    return *statement;
}

Result<SqliteStatement *> SqliteConnection::prepared(QLatin1String sql)
{
    const std::string_view key(sql.data(), static_cast<size_t>(sql.size()));
    if (const auto found = m_statements.find(key); found != m_statements.end())
        return &found->second;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(toError(query.lastError()));
    return &m_statements.emplace(key, std::move(query)).first->second;
}

void SqliteConnection::limitLockWait() noexcept
{
    sqlite3_busy_timeout(m_handle, remainingMs(m_deadline, m_clock.now()));
}

bool SqliteConnection::inTransaction() const noexcept
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

Result<void> SqliteConnection::executeScript(const QByteArray &sql)
{
    limitLockWait();
    char *message = nullptr;
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, &message);
    const std::unique_ptr<char, decltype(&sqlite3_free)> owner(message, &sqlite3_free);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(code, QString::fromUtf8(message)));
    return {};
}

// Without a time limit: it must not fail, and does no work that waits.
Result<void> SqliteConnection::undo(QLatin1String sql)
{
    const TimePoint before = std::exchange(m_deadline, TimePoint::max());
    const auto undone = run(sql, {});
    if (undone)
        (*undone)->finish();
    m_deadline = before;
    if (!undone)
        return tl::unexpected(undone.error());
    return {};
}

int SqliteConnection::interruptWhenLate(void *connection) noexcept
{
    const auto *self = static_cast<const SqliteConnection *>(connection);
    return self->m_clock.now() >= self->m_deadline ? 1 : 0;
}

} // namespace sluice::server
