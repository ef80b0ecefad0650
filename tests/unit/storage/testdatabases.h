#pragma once

#include "server/storage/database.h"
#include "server/storage/postgresengine.h"
#include "tests/support/privatepostgres.h"

#include <QTemporaryDir>

#include <chrono>
#include <memory>

namespace sluice::test {

/// New databases of the kind that this run of a test is for: the environment's SLUICE_TEST_ENGINE is "postgresql", or
/// unset for SQLite. Both kinds have to pass the same tests.
class TestDatabases
{
public:
    [[nodiscard]] static bool isPostgres() { return qgetenv("SLUICE_TEST_ENGINE") == "postgresql"; }

    explicit TestDatabases(PrivatePostgres::Fsync fsync = PrivatePostgres::Fsync::Off)
    {
        if (!isPostgres())
            return;
        m_postgres = std::make_unique<PrivatePostgres>(fsync);
        if (const QString fault = m_postgres->start(); !fault.isEmpty())
            qFatal("%s", qPrintable(fault));
    }

    /// The place of an empty one.
    [[nodiscard]] QString newPlace()
    {
        return isPostgres() ? m_postgres->newUrl() : m_folder.filePath(QStringLiteral("%1.db").arg(++m_files));
    }
    [[nodiscard]] static std::unique_ptr<server::Database> open(const QString &place, std::chrono::milliseconds timeout,
                                                                const Clock &clock)
    {
        if (!isPostgres())
            return std::make_unique<server::Database>(place, timeout, clock);
        auto engine = std::make_unique<server::PostgresEngine>(place, QByteArray(), clock);
        auto database = std::make_unique<server::Database>(std::move(engine), timeout, clock);
        database->setMaxConnections(10);
        return database;
    }
    [[nodiscard]] PrivatePostgres &postgres() { return *m_postgres; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PrivatePostgres> m_postgres;
    int m_files = 0;
};

} // namespace sluice::test
