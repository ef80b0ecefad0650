#include "server/storage/makedatabaseengine.h"
#include "server/storage/migrator.h"
#include "server/storage/postgresengine.h"
#include "server/storage/sqlnotestore.h"
#include "server/storage/transaction.h"
#include "shared/base/random.h"
#include "tests/support/privatepostgres.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <latch>
#include <set>
#include <thread>

#include <sys/stat.h>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;
using test::PrivatePostgres;

namespace {

constexpr QLatin1String kCreate("CREATE TABLE t (id BIGSERIAL, text TEXT NOT NULL UNIQUE, number BIGINT)");
constexpr QLatin1String kInsert("INSERT INTO t (text) VALUES (?)");
constexpr QLatin1String kCountRows("SELECT count(*) FROM t");
constexpr QLatin1String kOne("SELECT 1");
constexpr QLatin1String kBackend("SELECT pg_backend_pid()");
constexpr QLatin1String kSleep("SELECT pg_sleep(60)");
constexpr QLatin1String kLock("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");
constexpr auto kLimit = 400ms;
// What a busy machine may take beyond the limit and its grace; idle it is a few milliseconds.
constexpr qint64 kLateMs = 1000;

QString codeOf(const Error &error)
{
    return QString::number(int(error.code)) + QLatin1String(": ") + error.detail;
}

} // namespace

/// What is particular to a database that is a server: time limits, its end and return, and turns with its connections.
class TestPostgres : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_database.reset(); }

    void valuesComeBackAsTheyWere();
    void statementsArePreparedOnce();
    void slowStatementIsBusyAndTheConnectionLivesOn();
    void lockedRowsAreBusyAfterTheTimeout();
    void deadlockIsBusyForOne();
    void shorterDeadlineCounts();
    void failedTransactionIsNotCommitted();
    void failedSavepointLeavesTheRest();
    void whatIsMeantForOthersIsRefused_data();
    void whatIsMeantForOthersIsRefused();
    void commitsAreDurableWhateverTheDefaultIs();
    void passwordIsAskedFor();
    void configurationIsChecked_data();
    void configurationIsChecked();
    void connectionsAreBounded();
    void writerHasItsOwn();
    void boundIsLive();
    void closedConnectionsAreReplaced();
    void stoppedServerIsUnavailableAndComesBack();
    void silentServerIsUnavailableInTime_data();
    void silentServerIsUnavailableInTime();
    void connectionLostInACommitIsOfUnknownOutcome();
    void nothingAcknowledgedIsLostWhenItCrashes();
    void fullDiskIsTold();

private:
    [[nodiscard]] std::unique_ptr<Database> open(const QString &url, std::chrono::milliseconds timeout = kLimit)
    {
        auto engine = std::make_unique<PostgresEngine>(url, QByteArray(), m_clock);
        auto database = std::make_unique<Database>(std::move(engine), timeout, m_clock);
        database->setMaxConnections(4);
        return database;
    }
    /// The error of doing that, "" where there is none.
    [[nodiscard]] QString fault(QLatin1String sql, TimePoint deadline = TimePoint::max())
    {
        auto operation = m_database->operation(deadline);
        if (!operation)
            return codeOf(operation.error());
        const auto rows = operation->execute(sql);
        return rows ? QString() : codeOf(rows.error());
    }
    [[nodiscard]] qint64 number(QLatin1String sql)
    {
        auto operation = m_database->operation();
        if (!operation)
            return -1;
        auto rows = operation->execute(sql);
        return rows && rows->next() ? rows->value(0).toLongLong() : -1;
    }

    PrivatePostgres m_postgres{PrivatePostgres::Fsync::On};
    SystemClock m_clock;
    SystemRandom m_random;
    QString m_url;
    std::unique_ptr<Database> m_database;
};

void TestPostgres::initTestCase()
{
    const QString fault = m_postgres.start();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestPostgres::init()
{
    m_url = m_postgres.newUrl();
    m_database = open(m_url);
    QVERIFY(m_database->operation()->change(kCreate));
}

void TestPostgres::valuesComeBackAsTheyWere()
{
    auto operation = m_database->operation();
    const QString text = QString::fromUtf8("\xF0\x9F\x92\xA7 '; DROP TABLE t; -- \\ \"");
    const QLatin1String insert("INSERT INTO t (text, number) VALUES (?, ?)");
    QCOMPARE(operation->change(insert, {text, std::numeric_limits<qint64>::min()}).value_or(-1), 1);
    QCOMPARE(operation->change(insert, {QString(), QVariant()}).value_or(-1), 1);
    auto rows = operation->execute(
        QLatin1String("SELECT text, number, number IS NULL, '?' || text FROM t WHERE id > ? ORDER BY id"), {0});
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->value(0), QVariant(text));
    QCOMPARE(rows->value(1).toLongLong(), std::numeric_limits<qint64>::min());
    QCOMPARE(rows->value(2), QVariant(false));
    QCOMPARE(rows->value(3), QVariant(u'?' + text));
    QVERIFY(rows->next());
    QCOMPARE(rows->value(0), QVariant(QString(QLatin1String(""))));
    QVERIFY(!rows->value(1).isValid());
    QVERIFY(!rows->next());
}

void TestPostgres::statementsArePreparedOnce()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_database->operation()->change(kInsert, {QString::number(i)}));
    QCOMPARE(number(QLatin1String("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'INSERT%'")), 1);
    QCOMPARE(m_database->connectionCount(), size_t(1));
}

void TestPostgres::slowStatementIsBusyAndTheConnectionLivesOn()
{
    const qint64 backend = number(kBackend);
    QElapsedTimer timer;
    timer.start();
    const QString found = fault(kSleep);
    QVERIFY2(found.startsWith(QLatin1String("-32034: PostgreSQL error 57014")), qPrintable(found));
    QVERIFY(timer.elapsed() >= kLimit.count() * 9 / 10);
    QVERIFY2(timer.elapsed() < kLimit.count() + kLateMs, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(number(kBackend), backend);
}

void TestPostgres::lockedRowsAreBusyAfterTheTimeout()
{
    const auto other = open(m_url);
    auto holding = other->unlimitedOperation();
    auto transaction = std::make_optional(Transaction::begin(*holding));
    QVERIFY(holding->change(kLock));
    const QString found = fault(kCountRows);
    QVERIFY2(found.startsWith(QLatin1String("-32034: PostgreSQL error 55P03")), qPrintable(found));
    transaction.reset();
    QCOMPARE(number(kCountRows), 0);
}

void TestPostgres::deadlockIsBusyForOne()
{
    const auto database = open(m_url, 10s);
    QVERIFY(database->operation()->change(QLatin1String("INSERT INTO t (text, number) VALUES ('a', 0), ('b', 0)")));
    std::latch bothHaveOne(2);
    std::array<QString, 2> faults;
    const auto cross = [&](size_t own, QLatin1String first, QLatin1String second) {
        auto operation = database->operation();
        auto transaction = Transaction::begin(*operation);
        const bool began = operation->change(first).has_value();
        bothHaveOne.arrive_and_wait();
        const auto crossed = operation->change(second);
        faults[own] = began && crossed ? QString() : codeOf(crossed.error());
        if (crossed)
            static_cast<void>(transaction->commit());
    };
    const QLatin1String a("UPDATE t SET number = number + 1 WHERE text = 'a'");
    const QLatin1String b("UPDATE t SET number = number + 1 WHERE text = 'b'");
    {
        const std::jthread one([&] { cross(0, a, b); });
        const std::jthread two([&] { cross(1, b, a); });
    }
    QCOMPARE(faults[0].isEmpty() + faults[1].isEmpty(), 1);
    QVERIFY((faults[0] + faults[1]).startsWith(QLatin1String("-32034: PostgreSQL error 40P01")));
}

void TestPostgres::shorterDeadlineCounts()
{
    m_database->setOperationTimeout(60s);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!fault(kSleep, m_clock.now() + 100ms).isEmpty());
    QVERIFY2(timer.elapsed() < 100 + kLateMs, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(fault(kOne), QString());
    const QString late = fault(kOne, m_clock.now());
    QVERIFY2(late.startsWith(QLatin1String("-32031")), qPrintable(late));
}

// PostgreSQL answers COMMIT with a rollback that it calls a success.
void TestPostgres::failedTransactionIsNotCommitted()
{
    {
        auto operation = m_database->operation();
        auto transaction = Transaction::begin(*operation);
        QVERIFY(operation->change(kInsert, {QStringLiteral("a")}));
        QVERIFY(!operation->change(kInsert, {QStringLiteral("a")}));
        QVERIFY(!transaction->commit());
    }
    QCOMPARE(number(kCountRows), 0);
}

void TestPostgres::failedSavepointLeavesTheRest()
{
    {
        auto operation = m_database->operation();
        auto transaction = Transaction::begin(*operation);
        for (const char *text : {"a", "b", "a", "c"}) {
            auto savepoint = Savepoint::begin(*operation);
            if (operation->change(kInsert, {QString::fromLatin1(text)}))
                QVERIFY(savepoint->release());
        }
        QVERIFY(transaction->commit());
    }
    QCOMPARE(number(kCountRows), 3);
}

void TestPostgres::whatIsMeantForOthersIsRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("reason");
    const QString host = m_postgres.newUrl().section(u'&', 0, 0);
    QTest::newRow("no server") << QStringLiteral("postgresql:///x?host=/nowhere") << QStringLiteral("No such file");
    QTest::newRow("no such database") << QString(host).replace(QLatin1String("/postgres?"), QLatin1String("/none?"))
            + QLatin1String("&user=sluice")
                                      << QStringLiteral("database \"none\" does not exist");
    QTest::newRow("no such user") << host + QLatin1String("&user=nobody-we-know")
                                  << QStringLiteral("role \"nobody-we-know\" does not exist");
    QTest::newRow("a schema that is not there")
        << host + QLatin1String("&user=sluice&options=-csearch_path%3Dnone") << QStringLiteral("no schema");
}

void TestPostgres::whatIsMeantForOthersIsRefused()
{
    QFETCH(QString, url);
    QFETCH(QString, reason);
    const auto database = open(url);
    const auto migrated = Migrator(*database).migrate();
    QVERIFY(!migrated);
    QCOMPARE(migrated.error().code, ErrorCode::Unavailable);
    QVERIFY2(migrated.error().detail.contains(reason), qPrintable(migrated.error().detail));
    QVERIFY2(migrated.error().detail.contains(url), "it names the place");
    QVERIFY(!PostgresEngine::checkUrl(QStringLiteral("postgresql://h/d?nonsense=1")));
    QVERIFY(PostgresEngine::checkUrl(url));
}

void TestPostgres::commitsAreDurableWhateverTheDefaultIs()
{
    const QLatin1String show("SHOW synchronous_commit");
    for (const auto &[isDefault, isUsed] : {std::pair("off", "on"), std::pair("remote_apply", "remote_apply")}) {
        QVERIFY(m_postgres.run(QByteArray("ALTER ROLE sluice SET synchronous_commit = ") + isDefault));
        const auto database = open(m_url);
        auto operation = database->operation();
        auto rows = operation->execute(show);
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->value(0).toString(), QLatin1String(isUsed));
    }
    QVERIFY(m_postgres.run("ALTER ROLE sluice RESET synchronous_commit"));
}

void TestPostgres::passwordIsAskedFor()
{
    const QByteArray file = m_postgres.value("SHOW hba_file");
    QVERIFY(m_postgres.run("CREATE ROLE locked LOGIN PASSWORD 'tops3cret'"));
    QVERIFY(m_postgres.run("COPY (SELECT 'local all locked scram-sha-256' UNION ALL SELECT 'local all all trust') TO '"
                           + file + "'"));
    QVERIFY(m_postgres.run("SELECT pg_reload_conf()"));
    const QString url = m_url.replace(QLatin1String("user=sluice"), QLatin1String("user=locked"));
    const auto connects = [&](const QByteArray &password) {
        const PostgresEngine engine(url, password, m_clock);
        const auto connection = engine.open(10s);
        return connection ? QStringLiteral("yes") : connection.error().detail;
    };
    QTRY_VERIFY(connects("wrong").contains(QLatin1String("password authentication failed")));
    QVERIFY(connects("").contains(QLatin1String("no password")));
    QCOMPARE(connects("tops3cret"), QStringLiteral("yes"));
}

void TestPostgres::configurationIsChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("fault"); // empty: none
    const auto url = QStringLiteral("postgresql://sluice@h/d");
    QTest::newRow("right") << url << QByteArray("tops3cret\n") << 0600 << QString();
    QTest::newRow("a parameter that is none")
        << url + QLatin1String("?nonsense=1") << QByteArray("x") << 0600 << QStringLiteral("nonsense");
    QTest::newRow("no password file") << url << QByteArray() << 0 << QStringLiteral("cannot read");
    QTest::newRow("an empty one") << url << QByteArray("\n") << 0600 << QStringLiteral("holds no password");
    QTest::newRow("one that others can read")
        << url << QByteArray("tops3cret") << 0644 << QStringLiteral("is open to others; run: chmod 600");
}

void TestPostgres::configurationIsChecked()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, password);
    QFETCH(int, mode);
    QFETCH(QString, fault);
    const QTemporaryDir folder;
    Config config;
    config.storage.url = url;
    config.storage.passwordFile = folder.filePath(QStringLiteral("password"));
    if (mode != 0) {
        QFile file(config.storage.passwordFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(password);
        file.close();
        QCOMPARE(::chmod(QFile::encodeName(file.fileName()).constData(), mode_t(mode)), 0);
    }
    const auto engine = makeDatabaseEngine(config, {}, m_clock);
    QCOMPARE(engine.has_value(), fault.isEmpty());
    if (!engine) {
        QVERIFY2(engine.error().detail.contains(fault), qPrintable(engine.error().detail));
        QVERIFY(!engine.error().detail.contains(QLatin1String("tops3cret")));
    }
}

void TestPostgres::connectionsAreBounded()
{
    std::vector<Operation> held;
    for (int i = 0; i < 3; ++i) {
        auto operation = m_database->operation();
        QVERIFY(operation);
        held.push_back(std::move(*operation));
    }
    QElapsedTimer timer;
    timer.start();
    const auto refused = m_database->operation();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Busy);
    QVERIFY(timer.elapsed() >= kLimit.count() - 1);
    QCOMPARE(m_database->connectionCount(), size_t(3));
    QVERIFY(m_database->operation(TimePoint::max(), DatabaseUse::Write));

    std::thread later([&] { held.pop_back(); });
    const bool waited = m_database->operation().has_value();
    later.join();
    QVERIFY2(waited, "who waits gets what comes back");
    QVERIFY(m_database->connectionCount() <= 4);
}

void TestPostgres::writerHasItsOwn()
{
    std::vector<Operation> readers;
    for (int i = 0; i < 3; ++i)
        readers.push_back(std::move(*m_database->operation()));
    auto writer = m_database->operation(TimePoint::max(), DatabaseUse::Write);
    QVERIFY(writer);
    QVERIFY(writer->change(kInsert, {QStringLiteral("a")}));
    QCOMPARE(m_database->connectionCount(), size_t(4));
}

void TestPostgres::boundIsLive()
{
    {
        std::vector<Operation> held;
        for (int i = 0; i < 3; ++i)
            held.push_back(std::move(*m_database->operation()));
        m_database->setMaxConnections(2);
    }
    QCOMPARE(m_database->connectionCount(), size_t(2));
    m_database->setMaxConnections(10);
    std::vector<Operation> held;
    for (int i = 0; i < 9; ++i) {
        auto operation = m_database->operation();
        QVERIFY(operation);
        held.push_back(std::move(*operation));
    }
    QVERIFY(!m_database->operation());
}

void TestPostgres::closedConnectionsAreReplaced()
{
    std::set<qint64> backends;
    for (int i = 0; i < 3; ++i) {
        const qint64 backend = number(kBackend);
        QVERIFY(backend > 0);
        QVERIFY2(backends.insert(backend).second, "it must be another one");
        QVERIFY(m_postgres.run("SELECT pg_terminate_backend(" + QByteArray::number(backend) + ")"));
        QTRY_COMPARE(
            m_postgres.value("SELECT count(*) FROM pg_stat_activity WHERE pid = " + QByteArray::number(backend)),
            QByteArray("0"));
    }
    QCOMPARE(fault(kOne), QString()); // nobody is told of it
}

void TestPostgres::stoppedServerIsUnavailableAndComesBack()
{
    QVERIFY(m_database->operation()->change(kInsert, {QStringLiteral("before")}));
    m_postgres.stopImmediately();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i) {
        const QString found = fault(kOne);
        QVERIFY2(found.startsWith(QLatin1String("-32033")), qPrintable(found));
    }
    QVERIFY2(timer.elapsed() < 2 * kLateMs, "refused at once");
    const QString restarted = m_postgres.start();
    QVERIFY2(restarted.isEmpty(), qPrintable(restarted));
    QTRY_COMPARE(fault(kOne), QString());
    QCOMPARE(number(kCountRows), 1);
    QVERIFY(m_database->operation()->change(kInsert, {QStringLiteral("after")}));
}

void TestPostgres::silentServerIsUnavailableInTime_data()
{
    QTest::addColumn<bool>("isConnected");
    QTest::addColumn<int>("who");
    QTest::newRow("it stops answering") << true << int(PrivatePostgres::Who::Backends);
    QTest::newRow("it accepts and says nothing") << false << int(PrivatePostgres::Who::All);
}

void TestPostgres::silentServerIsUnavailableInTime()
{
    QFETCH(bool, isConnected);
    QFETCH(int, who);
    if (!isConnected)
        m_database = open(m_url); // which connects when it is used
    m_postgres.pause(static_cast<PrivatePostgres::Who>(who));
    QElapsedTimer timer;
    timer.start();
    const QString found = fault(kCountRows);
    const qint64 tookMs = timer.elapsed();
    m_postgres.resume();
    QVERIFY2(found.startsWith(QLatin1String("-32033")), qPrintable(found));
    QVERIFY(tookMs >= kLimit.count() - 1);
    QVERIFY2(tookMs < kLimit.count() + kLateMs, qPrintable(QString::number(tookMs)));
    QTRY_COMPARE(number(kCountRows), 0);
}

void TestPostgres::connectionLostInACommitIsOfUnknownOutcome()
{
    auto operation = m_database->operation();
    {
        auto first = Transaction::begin(*operation);
        QVERIFY(operation->change(kInsert, {QStringLiteral("a")}));
        QVERIFY(first->commit()); // prepared from now on: what is lost is the commit itself
    }
    auto transaction = Transaction::begin(*operation);
    QVERIFY(operation->change(kInsert, {QStringLiteral("b")}));
    m_postgres.pause(PrivatePostgres::Who::Backends);
    const auto committed = transaction->commit();
    m_postgres.resume();
    QVERIFY(!committed);
    QCOMPARE(committed.error().code, ErrorCode::Unavailable);
    QVERIFY2(committed.error().data.contains("\"outcome\":\"unknown\""), committed.error().data.constData());
    QVERIFY2(QJsonDocument::fromJson(committed.error().data).isObject(), committed.error().data.constData());
}

// D7: saves go on while the server is stopped at once, again and again.
void TestPostgres::nothingAcknowledgedIsLostWhenItCrashes()
{
    constexpr int kCrashes = 3;
    m_database = open(m_url, 2s);
    QVERIFY(Migrator(*m_database).migrate());
    SqlNoteStore store(*m_database, m_random);
    std::atomic<bool> stopping{false};
    std::atomic<int> acknowledgedCount{0};
    std::set<QString> acknowledged; // the savers' under the mutex
    std::set<int> codes;
    Mutex mutex;
    std::vector<std::jthread> savers;
    for (int saver = 0; saver < 8; ++saver) {
        savers.emplace_back([&, saver] {
            for (int i = 0; !stopping; ++i) {
                NoteDraft draft;
                draft.user = QStringLiteral("ann");
                draft.title = QStringLiteral("%1-%2").arg(saver).arg(i);
                draft.content = QString(200, u'x');
                draft.collaborators = QStringList{QStringLiteral("bob")};
                const auto saved = store.save(draft, TimePoint::max()).result();
                const MutexLock lock(mutex);
                if (saved)
                    acknowledged.insert(saved->id), ++acknowledgedCount;
                else
                    codes.insert(int(saved.error().code));
            }
        });
    }
    for (int crash = 0; crash < kCrashes; ++crash) {
        const int before = acknowledgedCount;
        QTRY_VERIFY(acknowledgedCount > before + 50);
        m_postgres.stopImmediately();
        const QString restarted = m_postgres.start();
        QVERIFY2(restarted.isEmpty(), qPrintable(restarted));
    }
    const int before = acknowledgedCount;
    QTRY_VERIFY(acknowledgedCount > before + 50); // without a restart of ours
    stopping = true;
    savers.clear();
    store.stop();

    auto operation = m_database->unlimitedOperation();
    auto rows = operation->execute(
        QLatin1String("SELECT id, (SELECT count(*) FROM note_collaborators WHERE note_id = id) FROM notes"));
    QVERIFY(rows);
    std::set<QString> stored;
    while (rows->next()) {
        stored.insert(rows->value(0).toString());
        QCOMPARE(rows->value(1).toInt(), 1); // none is half there
    }
    QVERIFY(std::includes(stored.begin(), stored.end(), acknowledged.begin(), acknowledged.end()));
    QCOMPARE(codes, std::set<int>{int(ErrorCode::Unavailable)});
    qInfo("%d crashes, %d acknowledged notes, none lost", kCrashes, acknowledgedCount.load());
}

// PostgreSQL's own word for it, without a disk that is full.
void TestPostgres::fullDiskIsTold()
{
    const QString found = fault(QLatin1String("DO $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$"));
    QVERIFY2(found.startsWith(QLatin1String("-32035")), qPrintable(found));
    QCOMPARE(fault(kOne), QString());
}

QTEST_GUILESS_MAIN(TestPostgres)
#include "tst_postgres.moc"
