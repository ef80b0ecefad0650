#include "server/storage/migrator.h"
#include "tests/unit/storage/testdatabases.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <latch>
#include <random>
#include <thread>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1String kVersions("SELECT count(*), max(version) FROM schema_migrations");

QList<Migration> twoSteps()
{
    return {{1, QStringLiteral("one"), "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1);"},
            {2, QStringLiteral("two"), "CREATE TABLE b (x INTEGER); INSERT INTO b SELECT x FROM a;"}};
}

} // namespace

class TestMigrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInOnesAreComplete();
    void runningTwiceChangesNothing();
    void appliesOnlyWhatIsMissing();
    void concurrentRunsApplyEachOnce();
    void failingStepLeavesTheDatabaseAsItWas();
    void newerDatabaseIsRefused();
    void notADatabaseIsRefused();
    void damagedDatabaseIsRefusedOrServed();

private:
    [[nodiscard]] QString newFile() { return m_folder.filePath(QStringLiteral("%1.db").arg(++m_files)); }
    [[nodiscard]] static QPair<int, int> versions(Database &database);

    QTemporaryDir m_folder;
    test::TestDatabases m_databases;
    SystemClock m_clock;
    int m_files = 0;
};

QPair<int, int> TestMigrator::versions(Database &database)
{
    auto operation = database.operation();
    auto rows = operation->execute(kVersions);
    if (!rows || !rows->next())
        return {-1, -1};
    return {rows->value(0).toInt(), rows->value(1).toInt()};
}

void TestMigrator::builtInOnesAreComplete()
{
    const auto database = test::TestDatabases::open(m_databases.newPlace(), 2s, m_clock);
    const auto migrations = Migrator::builtIn(database->dialect());
    QVERIFY(!migrations.isEmpty());
    for (qsizetype i = 0; i < migrations.size(); ++i) {
        QCOMPARE(migrations.at(i).version, i + 1);
        QVERIFY(!migrations.at(i).name.isEmpty());
        QVERIFY(!migrations.at(i).sql.isEmpty());
    }
}

void TestMigrator::runningTwiceChangesNothing()
{
    const QString place = m_databases.newPlace();
    for (int run = 0; run < 2; ++run) {
        const auto opened = test::TestDatabases::open(place, 2s, m_clock);
        Database &database = *opened;
        const auto done = Migrator(database).migrate();
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        const int newest = int(Migrator::builtIn(database.dialect()).size());
        QCOMPARE(versions(database), qMakePair(newest, newest));
        QVERIFY(database.operation()->execute(QLatin1String("SELECT id FROM notes")));
    }
}

void TestMigrator::appliesOnlyWhatIsMissing()
{
    const auto opened = test::TestDatabases::open(m_databases.newPlace(), 2s, m_clock);
    Database &database = *opened;
    QVERIFY(Migrator(database, twoSteps().mid(0, 1)).migrate());
    QCOMPARE(versions(database), qMakePair(1, 1));
    QVERIFY(Migrator(database, twoSteps()).migrate());
    QCOMPARE(versions(database), qMakePair(2, 2));
}

void TestMigrator::concurrentRunsApplyEachOnce()
{
    constexpr int kRuns = 8;
    const QString place = m_databases.newPlace();
    std::array<bool, kRuns> done{};
    std::latch start(kRuns);
    {
        std::vector<std::jthread> threads;
        for (bool &result : done) {
            threads.emplace_back([&] {
                const auto database = test::TestDatabases::open(place, 5s, m_clock);
                start.arrive_and_wait();
                result = Migrator(*database, twoSteps()).migrate().has_value();
            });
        }
    }
    QVERIFY(std::ranges::all_of(done, std::identity()));
    const auto opened = test::TestDatabases::open(place, 2s, m_clock);
    Database &database = *opened;
    QCOMPARE(versions(database), qMakePair(2, 2));
    auto operation = database.operation();
    auto rows = operation->execute(QLatin1String("SELECT count(*) FROM a"));
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->value(0).toInt(), 1);
}

void TestMigrator::failingStepLeavesTheDatabaseAsItWas()
{
    const auto opened = test::TestDatabases::open(m_databases.newPlace(), 2s, m_clock);
    Database &database = *opened;
    QVERIFY(Migrator(database, twoSteps().mid(0, 1)).migrate());
    auto steps = twoSteps();
    steps[1].sql = "CREATE TABLE b (x INTEGER); INSERT INTO missing VALUES (1);";
    const auto done = Migrator(database, steps).migrate();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Unavailable);
    QVERIFY2(done.error().detail.contains(QLatin1String("version 2 (two)")), qPrintable(done.error().detail));
    QVERIFY2(done.error().detail.contains(QLatin1String("missing")), qPrintable(done.error().detail));
    QCOMPARE(versions(database), qMakePair(1, 1));
    QVERIFY(Migrator(database, twoSteps()).migrate());
}

void TestMigrator::newerDatabaseIsRefused()
{
    const auto opened = test::TestDatabases::open(m_databases.newPlace(), 2s, m_clock);
    Database &database = *opened;
    QVERIFY(Migrator(database, twoSteps()).migrate());
    const auto done = Migrator(database, twoSteps().mid(0, 1)).migrate();
    QVERIFY(!done);
    QVERIFY2(done.error().detail.contains(QLatin1String("schema version 2, newer than this program's 1")),
             qPrintable(done.error().detail));
    QVERIFY2(done.error().detail.contains(database.place()), "the message must name the database");
}

void TestMigrator::notADatabaseIsRefused()
{
    if (test::TestDatabases::isPostgres())
        QSKIP("of files");
    const QString name = newFile();
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray text = QByteArray("this is no database\n").repeated(500);
    file.write(text);
    file.close();

    Database database(name, 2s, m_clock);
    const auto done = Migrator(database).migrate();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Unavailable);
    QVERIFY2(done.error().detail.contains(QLatin1String("not a database")), qPrintable(done.error().detail));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

// D6: whatever is done to the file, starting ends with a message or a database that answers.
void TestMigrator::damagedDatabaseIsRefusedOrServed()
{
    if (test::TestDatabases::isPostgres())
        QSKIP("of files");
    const QString original = newFile();
    {
        Database database(original, 2s, m_clock);
        QVERIFY(Migrator(database).migrate());
        auto operation = database.operation();
        for (int i = 0; i < 200; ++i) {
            QVERIFY(operation->change(QLatin1String("INSERT INTO notes VALUES (?, 'a', 't', ?, 1, 1)"),
                                      {QString::number(i), QString(300, u'x')}));
        }
    }
    QFile source(original);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray sound = source.readAll();

    std::mt19937 random(7);
    int refused = 0;
    for (int i = 0; i < 300; ++i) {
        QByteArray bytes = sound;
        const auto at = qsizetype(random() % size_t(bytes.size()));
        if (i % 3 == 0)
            bytes.truncate(at);
        else if (i % 3 == 1)
            bytes.replace(at, 512, QByteArray(512, '\0'));
        else
            bytes[at] = char(bytes[at] ^ (1 << (random() % 8)));
        const QString name = newFile();
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();

        Database database(name, 2s, m_clock);
        const auto done = Migrator(database).migrate();
        if (!done) {
            ++refused;
            QVERIFY2(done.error().detail.contains(name), qPrintable(done.error().detail));
        } else {
            QVERIFY(database.operation()->execute(QLatin1String("SELECT count(*) FROM notes")));
        }
    }
    QVERIFY2(refused > 10, qPrintable(QStringLiteral("only %1 refused").arg(refused)));
}

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
