#include "server/storage/database.h"
#include "server/storage/transaction.h"
#include "tests/support/fakeclock.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <latch>
#include <thread>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1String kCreate("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)");
constexpr QLatin1String kInsert("INSERT INTO t (text) VALUES (?)");
constexpr QLatin1String kCountRows("SELECT count(*) FROM t");
constexpr QLatin1String
    kEndless("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n");

// Somebody else's program with the same file.
class OtherProcess
{
public:
    explicit OtherProcess(const QString &file) { sqlite3_open(file.toUtf8().constData(), &m_handle); }
    ~OtherProcess() { sqlite3_close(m_handle); }
    bool run(const char *sql) { return sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachThreadHasItsOwnConnection();
    void connectionsEndWithTheDatabase();
    void endlessStatementIsInterrupted();
    void passedDeadlineIsRefusedAtOnce();
    void lockedDatabaseIsBusyAfterTheTimeout();
    void newFileHeldByAnotherIsBusyAfterTheTimeout();
    void nullTextIsAnEmptyText();
    void uncommittedChangesAreGone();
    void failedSavepointLeavesTheRest();
    void missingFolderIsUnavailable();
    void isDurable();

private:
    [[nodiscard]] QString newFile() { return m_folder.filePath(QStringLiteral("%1.db").arg(++m_files)); }
    [[nodiscard]] int rowCount(Database &database);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    int m_files = 0;
};

int TestDatabase::rowCount(Database &database)
{
    auto operation = database.operation();
    auto rows = operation->execute(kCountRows);
    return rows && rows->next() ? rows->value(0).toInt() : -1;
}

void TestDatabase::eachThreadHasItsOwnConnection()
{
    Database database(newFile(), 2s, m_clock);
    QVERIFY(database.operation()->change(kCreate));
    QCOMPARE(database.connectionCount(), size_t(1));

    std::latch opened(3);
    std::latch counted(1);
    const auto use = [&] {
        const bool worked = database.operation()->change(kInsert, {QString::number(quintptr(&worked), 16)}).has_value();
        opened.arrive_and_wait();
        counted.wait();
    };
    {
        std::jthread one(use);
        std::jthread two(use);
        opened.arrive_and_wait();
        QCOMPARE(database.connectionCount(), size_t(3));
        counted.count_down();
    }
    QCOMPARE(database.connectionCount(), size_t(1));
    QCOMPARE(rowCount(database), 2);
}

void TestDatabase::connectionsEndWithTheDatabase()
{
    const qsizetype before = QSqlDatabase::connectionNames().size();
    std::latch opened(2);
    std::latch closed(1);
    std::jthread other;
    {
        Database database(newFile(), 2s, m_clock);
        QVERIFY(database.operation());
        other = std::jthread([&opened, &closed, &database] {
            static_cast<void>(database.operation());
            opened.arrive_and_wait();
            closed.wait(); // outlives the database
        });
        opened.arrive_and_wait();
        QCOMPARE(QSqlDatabase::connectionNames().size(), before + 2);
    }
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
    closed.count_down();
}

void TestDatabase::endlessStatementIsInterrupted()
{
    Database database(newFile(), 50ms, m_clock);
    QElapsedTimer timer;
    timer.start();
    {
        auto operation = database.operation();
        const auto rows = operation->execute(kEndless);
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, ErrorCode::Busy);
        QVERIFY(rows.error().data.contains("\"retryAfterMs\":"));
    }
    QVERIFY2(timer.elapsed() >= 50, "interrupted before its time");
    QVERIFY2(timer.elapsed() < 2000, "not interrupted in time");
    QVERIFY2(database.operation()->change(kCreate), "the connection must work on");
}

void TestDatabase::passedDeadlineIsRefusedAtOnce()
{
    test::FakeClock clock;
    Database database(newFile(), 2s, clock);
    const TimePoint deadline = clock.now() + 10ms;
    QVERIFY(database.operation(deadline));
    clock.advance(10ms);
    const auto operation = database.operation(deadline);
    QVERIFY(!operation);
    QCOMPARE(operation.error().code, ErrorCode::Timeout);
    QVERIFY(operation.error().data.contains("\"not-run\""));
}

void TestDatabase::lockedDatabaseIsBusyAfterTheTimeout()
{
    const QString file = newFile();
    Database database(file, 100ms, m_clock);
    QVERIFY(database.operation()->change(kCreate));
    OtherProcess other(file);
    QVERIFY(other.run("BEGIN IMMEDIATE"));

    QElapsedTimer timer;
    timer.start();
    {
        auto operation = database.operation();
        const auto transaction = Transaction::begin(*operation);
        QVERIFY(!transaction);
        QCOMPARE(transaction.error().code, ErrorCode::Busy);
    }
    QVERIFY(timer.elapsed() >= 100 - 1);
    QVERIFY(timer.elapsed() < 1000);
    QCOMPARE(rowCount(database), 0); // readers go on
    QVERIFY(other.run("ROLLBACK"));
    QVERIFY(database.operation()->change(kInsert, {QStringLiteral("a")}));
}

void TestDatabase::newFileHeldByAnotherIsBusyAfterTheTimeout()
{
    const QString file = newFile();
    OtherProcess other(file);
    QVERIFY(other.run("BEGIN EXCLUSIVE; CREATE TABLE t (x);"));
    Database database(file, 200ms, m_clock);

    QElapsedTimer timer;
    timer.start();
    const auto operation = database.operation();
    QVERIFY(!operation);
    QCOMPARE(operation.error().code, ErrorCode::Busy);
    QVERIFY(timer.elapsed() >= 200 - 1);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(other.run("ROLLBACK"));
    QVERIFY(database.operation());
}

void TestDatabase::nullTextIsAnEmptyText()
{
    Database database(newFile(), 2s, m_clock);
    auto operation = database.operation();
    QVERIFY(operation->change(kCreate));
    QVERIFY(operation->change(kInsert, {QString()}));
    auto rows = operation->execute(QLatin1String("SELECT text = '' FROM t"));
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->value(0).toInt(), 1);
}

void TestDatabase::uncommittedChangesAreGone()
{
    Database database(newFile(), 2s, m_clock);
    QVERIFY(database.operation()->change(kCreate));
    {
        auto operation = database.operation();
        auto transaction = Transaction::begin(*operation);
        QVERIFY(transaction);
        QVERIFY(operation->change(kInsert, {QStringLiteral("a")}));
    }
    QCOMPARE(rowCount(database), 0);
    {
        auto operation = database.operation();
        auto transaction = Transaction::begin(*operation);
        QVERIFY(operation->change(kInsert, {QStringLiteral("a")}));
        QVERIFY(transaction->commit());
    }
    QCOMPARE(rowCount(database), 1);
}

void TestDatabase::failedSavepointLeavesTheRest()
{
    Database database(newFile(), 2s, m_clock);
    QVERIFY(database.operation()->change(kCreate));
    {
        auto operation = database.operation();
        auto transaction = Transaction::begin(*operation);
        {
            auto kept = Savepoint::begin(*operation);
            QVERIFY(operation->change(kInsert, {QStringLiteral("a")}));
            QVERIFY(kept->release());
        }
        {
            auto lost = Savepoint::begin(*operation);
            QVERIFY(operation->change(kInsert, {QStringLiteral("b")}));
            const auto doubled = operation->change(kInsert, {QStringLiteral("a")});
            QVERIFY(!doubled);
            QCOMPARE(doubled.error().code, ErrorCode::InternalError);
        }
        QVERIFY(transaction->commit());
    }
    QCOMPARE(rowCount(database), 1);
}

void TestDatabase::missingFolderIsUnavailable()
{
    Database database(m_folder.filePath(QStringLiteral("missing/x.db")), 2s, m_clock);
    const auto operation = database.operation();
    QVERIFY(!operation);
    QCOMPARE(operation.error().code, ErrorCode::Unavailable);
    QCOMPARE(database.connectionCount(), size_t(0));
}

void TestDatabase::isDurable()
{
    Database database(newFile(), 2s, m_clock);
    auto operation = database.operation();
    const auto pragma = [&](QLatin1String sql) {
        auto rows = operation->execute(sql);
        return rows && rows->next() ? rows->value(0).toString() : QString();
    };
    QCOMPARE(pragma(QLatin1String("PRAGMA journal_mode")), QStringLiteral("wal"));
    QCOMPARE(pragma(QLatin1String("PRAGMA synchronous")), QStringLiteral("2")); // FULL
    QCOMPARE(pragma(QLatin1String("PRAGMA foreign_keys")), QStringLiteral("1"));
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
