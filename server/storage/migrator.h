#pragma once

#include "server/storage/database.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace sluice::server {

/// One numbered change of the schema.
struct Migration {
    int version = 0;
    QString name; ///< "notes", of 0001_notes.sql.
    QByteArray sql;
};

/// Brings the database to the schema this program was built with. All or nothing; safe to run again, and by several
/// processes at once (one works, the others wait and find it done).
/// Thread: any. Blocks: for as long as it takes; run it before anything is served.
class Migrator
{
public:
    /// With the migrations of resources/sql.
    explicit Migrator(Database &database);
    /// With others: for tests.
    Migrator(Database &database, QList<Migration> migrations);

    /// Checks the database, then applies what is missing. The error's detail is for the operator: what is wrong with
    /// which one, and what to do. Errors: Unavailable: damaged, not a database, newer than this program, or held by
    /// another process.
    [[nodiscard]] Result<void> migrate();

    /// The migrations compiled into the program for that kind of database, in order.
    [[nodiscard]] static QList<Migration> builtIn(const Dialect &dialect);

private:
    [[nodiscard]] Result<void> checkDatabase(Operation &operation) const;
    [[nodiscard]] Result<int> currentVersion(Operation &operation) const;
    [[nodiscard]] Result<void> apply(Operation &operation, const Migration &migration) const;
    [[nodiscard]] tl::unexpected<Error> refuse(const QString &reason) const;
    [[nodiscard]] tl::unexpected<Error> refuse(const Error &cause) const;

    Database &m_database;
    const QList<Migration> m_migrations;
};

} // namespace sluice::server
