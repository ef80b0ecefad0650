#include "server/storage/migrator.h"

#include "server/storage/transaction.h"
#include "shared/base/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

// At global scope, where the macro wants to be. A static library's resources are lost unless something names them.
static void ensureResources()
{
    Q_INIT_RESOURCE(sql);
}

namespace sluice::server {

namespace {

constexpr QLatin1String kCurrentVersion("SELECT coalesce(max(version), 0) FROM schema_migrations");
constexpr QLatin1String kRecord("INSERT INTO schema_migrations (version, name, applied_ms) VALUES (?, ?, ?)");

// Another process that migrates the same file is done by then, or stuck.
constexpr std::chrono::seconds kLockWait{30};

// "0001_notes.sql"
Migration readMigration(const QFileInfo &file)
{
    const QString base = file.completeBaseName();
    const auto separator = base.indexOf(u'_');
    QFile source(file.filePath());
    const bool opened = source.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened && separator > 0, "Migrator", qPrintable(file.filePath()));
    return {base.left(separator).toInt(), base.mid(separator + 1), source.readAll()};
}

} // namespace

Migrator::Migrator(Database &database)
    : Migrator(database, builtIn(database.dialect()))
{
}

Migrator::Migrator(Database &database, QList<Migration> migrations)
    : m_database(database)
    , m_migrations(std::move(migrations))
{
}

QList<Migration> Migrator::builtIn(const Dialect &dialect)
{
    ensureResources();
    QList<Migration> migrations;
    const QDir folder(QStringLiteral(":/sluice/sql/") + dialect.name);
    const auto files = folder.entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        migrations.append(readMigration(file));
        Q_ASSERT_X(migrations.constLast().version == migrations.size(), "Migrator", "numbers must follow each other");
    }
    return migrations;
}

Result<void> Migrator::migrate()
{
    auto operation = m_database.unlimitedOperation();
    if (!operation)
        return refuse(operation.error());
    if (auto sound = checkDatabase(*operation); !sound)
        return sound;

    operation->limitTo(m_database.clock().now() + kLockWait);
    auto transaction = Transaction::begin(*operation);
    if (!transaction)
        return refuse(transaction.error());
    if (const QLatin1String lock = m_database.dialect().lockSchema; !lock.isEmpty()) {
        if (auto locked = operation->execute(lock); !locked)
            return refuse(locked.error());
    }
    operation->limitTo(TimePoint::max());
    const auto version = currentVersion(*operation);
    if (!version)
        return tl::unexpected(version.error());
    for (const Migration &migration : m_migrations) {
        if (migration.version <= *version)
            continue;
        if (auto applied = apply(*operation, migration); !applied)
            return applied;
    }
    if (auto committed = transaction->commit(); !committed)
        return refuse(committed.error());
    return {};
}

Result<void> Migrator::checkDatabase(Operation &operation) const
{
    auto rows = operation.execute(operation.dialect().checkDatabase);
    if (!rows)
        return refuse(rows.error());
    const QString verdict = rows->next() ? rows->value(0).toString() : QString();
    if (auto read = rows->status(); !read)
        return refuse(read.error());
    if (verdict != QLatin1String("ok"))
        return refuse(
            QStringLiteral("is damaged or not usable (%1); %2").arg(verdict.simplified(), m_database.dialect().advice));
    return {};
}

Result<int> Migrator::currentVersion(Operation &operation) const
{
    if (auto created = operation.change(operation.dialect().makeMigrations); !created)
        return refuse(created.error());
    auto rows = operation.execute(kCurrentVersion);
    if (!rows)
        return refuse(rows.error());
    const int version = rows->next() ? rows->value(0).toInt() : 0;
    if (auto read = rows->status(); !read)
        return refuse(read.error());
    if (version > m_migrations.size())
        return refuse(QStringLiteral("has schema version %1, newer than this program's %2; run the newer program, or "
                                     "restore a backup of the older database")
                          .arg(version)
                          .arg(m_migrations.size()));
    return version;
}

Result<void> Migrator::apply(Operation &operation, const Migration &migration) const
{
    const auto failed = [&](const Error &cause) {
        return refuse(QStringLiteral("cannot be brought to schema version %1 (%2): %3")
                          .arg(migration.version)
                          .arg(migration.name, cause.detail));
    };
    if (auto ran = operation.executeScript(migration.sql); !ran)
        return failed(ran.error());
    const qint64 now = toUnixMs(m_database.clock().wallNow());
    if (auto recorded = operation.change(kRecord, {migration.version, migration.name, now}); !recorded)
        return failed(recorded.error());
    qCInfo(lcStorage) << "schema changed"
                      << "version=" << migration.version << "name=" << migration.name;
    return {};
}

tl::unexpected<Error> Migrator::refuse(const QString &reason) const
{
    return failure(ErrorCode::Unavailable, {}, QStringLiteral("the database %1 %2").arg(m_database.place(), reason));
}

tl::unexpected<Error> Migrator::refuse(const Error &cause) const
{
    if (cause.code == ErrorCode::Busy)
        return refuse(QStringLiteral("is held by another process (%1)").arg(cause.detail));
    return refuse(QStringLiteral("cannot be used (%1); %2").arg(cause.detail, m_database.dialect().advice));
}

} // namespace sluice::server
