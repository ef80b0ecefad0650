#include "server/storage/sqliteengine.h"

#include "server/storage/sqliteconnection.h"

namespace sluice::server {

namespace {

constexpr Dialect kDialect{
    .name = QLatin1String("sqlite"),
    // Takes the write lock at once: a transaction that reads first and writes later can fail halfway as busy.
    .beginWrite = QLatin1String("BEGIN IMMEDIATE"),
    .lockSchema = {},
    .checkDatabase = QLatin1String("PRAGMA quick_check(1)"),
    .makeMigrations = QLatin1String("CREATE TABLE IF NOT EXISTS schema_migrations ("
                                    "version INTEGER NOT NULL PRIMARY KEY, "
                                    "name TEXT NOT NULL, "
                                    "applied_ms INTEGER NOT NULL)"),
    .likeIgnoresCase = true,
    .advice = QLatin1String("check the file and its folder, restore a backup, or move it away to start empty"),
};

} // namespace

const Dialect &SqliteEngine::dialect() const noexcept
{
    return kDialect;
}

Result<std::unique_ptr<DatabaseConnection>> SqliteEngine::open(Duration limit) const
{
    auto connection = std::make_unique<SqliteConnection>(m_clock);
    if (auto opened = connection->open(m_file, limit); !opened)
        return tl::unexpected(std::move(opened.error()));
    return connection;
}

} // namespace sluice::server
