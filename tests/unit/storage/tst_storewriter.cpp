#include "server/storage/storewriter.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/storage/recordingvfs.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <optional>
#include <stdexcept>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1String kCreate("CREATE TABLE t (text TEXT NOT NULL UNIQUE)");
constexpr QLatin1String kInsert("INSERT INTO t (text) VALUES (?)");
constexpr QLatin1String kCountRows("SELECT count(*) FROM t");

/// What became of one write.
struct Fate {
    std::atomic<int> settled{0};
    std::atomic<bool> succeeded{false};
    std::atomic<int> code{0};
};

/// Inserts a text, or does what the test wants.
class TestWrite final : public Write
{
public:
    using Change = std::function<Result<void>(Operation &)>;

    TestWrite(Fate &fate, Change change, std::function<void()> onSettled = {})
        : m_fate(fate)
        , m_change(std::move(change))
        , m_onSettled(std::move(onSettled))
    {
    }

    Result<void> apply(Operation &operation) override { return m_change(operation); }
    void settle(Result<void> result) override
    {
        if (m_onSettled)
            m_onSettled();
        m_fate.succeeded = result.has_value();
        if (!result)
            m_fate.code = int(result.error().code);
        ++m_fate.settled;
    }

private:
    Fate &m_fate;
    const Change m_change;
    const std::function<void()> m_onSettled;
};

TestWrite::Change inserting(const QString &text)
{
    return [text](Operation &operation) -> Result<void> {
        auto inserted = operation.change(kInsert, {text});
        if (!inserted)
            return tl::unexpected(inserted.error());
        return {};
    };
}

} // namespace

class TestStoreWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void noAcknowledgementBeforeItsSync();
    void waitingWritesShareOneSync();
    void failedSyncIsNotAcknowledged();
    void fullDiskIsToldAndHeals();
    void oneFailingWriteDoesNotHurtTheOthers_data();
    void oneFailingWriteDoesNotHurtTheOthers();
    void bigWriteGetsATransactionOfItsOwn();
    void writeWhoseDeadlinePassedIsNotRun();
    void slowGroupIsCommittedInParts();
    void queueTakesItsCapacityAndNotOneMore();
    void queueIsBoundedInBytes();
    void stopFinishesWhatWaits();
    void afterStopNothingIsTaken();

private:
    void start(WriterLimits limits = {}) { m_writer = std::make_unique<StoreWriter>(*m_database, limits); }
    std::unique_ptr<TestWrite> write(Fate &fate, const QString &text)
    {
        return std::make_unique<TestWrite>(fate, inserting(text), [this] { m_vfs->acknowledged(); });
    }
    /// Makes the writer wait within a sync, so that what follows gathers in the queue.
    void block(Fate &fate)
    {
        m_vfs->holdSyncs();
        m_writer->submit(write(fate, QStringLiteral("blocks")));
        m_vfs->waitForHeldSync();
    }
    [[nodiscard]] int rowCount();

    test::FakeClock m_clock;
    std::unique_ptr<test::RecordingVfs> m_vfs;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<StoreWriter> m_writer;
};

using Event = test::RecordingVfs::Event;

void TestStoreWriter::init()
{
    m_vfs = std::make_unique<test::RecordingVfs>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<Database>(m_folder->filePath(QStringLiteral("x.db")), 2s, m_clock);
    QVERIFY(m_database->operation()->change(kCreate));
    m_vfs->clear();
}

void TestStoreWriter::cleanup()
{
    m_vfs->releaseSyncs();
    m_writer.reset();
    m_database.reset();
    m_vfs.reset();
}

int TestStoreWriter::rowCount()
{
    auto operation = m_database->operation();
    auto rows = operation->execute(kCountRows);
    return rows && rows->next() ? rows->value(0).toInt() : -1;
}

// The record must show, before each acknowledgement, a sync after the last write to the log.
void TestStoreWriter::noAcknowledgementBeforeItsSync()
{
    constexpr int kWrites = 200;
    start({.groupWrites = 7});
    std::vector<Fate> fates(kWrites);
    for (int i = 0; i < kWrites; ++i)
        m_writer->submit(write(fates[size_t(i)], QString::number(i)));
    m_writer->stop();

    int acknowledged = 0;
    bool synced = false;
    for (const Event event : m_vfs->events()) {
        if (event == Event::Acknowledged) {
            ++acknowledged;
            QVERIFY2(synced, qPrintable(QStringLiteral("acknowledgement %1 came before its sync").arg(acknowledged)));
        } else {
            synced = event == Event::LogSynced;
        }
    }
    QCOMPARE(acknowledged, kWrites);
    QCOMPARE(rowCount(), kWrites);
}

void TestStoreWriter::waitingWritesShareOneSync()
{
    constexpr int kWaiting = 64;
    start();
    Fate first;
    block(first);
    std::vector<Fate> fates(kWaiting);
    for (int i = 0; i < kWaiting; ++i)
        m_writer->submit(write(fates[size_t(i)], QString::number(i)));
    QCOMPARE(m_writer->depth(), size_t(kWaiting));
    QCOMPARE(first.settled.load(), 0); // its sync has not returned

    m_vfs->releaseSyncs();
    m_writer->stop();
    QCOMPARE(m_vfs->count(Event::LogSynced), 2);
    QCOMPARE(m_vfs->count(Event::Acknowledged), kWaiting + 1);
    for (const Fate &fate : fates) {
        QCOMPARE(fate.settled.load(), 1);
        QVERIFY(fate.succeeded);
    }
}

void TestStoreWriter::failedSyncIsNotAcknowledged()
{
    start();
    Fate first;
    block(first);
    std::array<Fate, 3> fates;
    for (size_t i = 0; i < fates.size(); ++i)
        m_writer->submit(write(fates[i], QString::number(i)));
    m_vfs->failSyncs(SQLITE_IOERR_FSYNC);
    m_vfs->releaseSyncs();
    QTRY_COMPARE(fates.back().settled.load(), 1);
    QVERIFY(!first.succeeded);
    for (const Fate &fate : fates) {
        QCOMPARE(fate.settled.load(), 1);
        QVERIFY(!fate.succeeded);
        QCOMPARE(fate.code.load(), int(ErrorCode::Unavailable));
    }

    m_vfs->failSyncs(SQLITE_OK);
    Fate later;
    m_writer->submit(write(later, QStringLiteral("later")));
    m_writer->stop();
    QVERIFY2(later.succeeded, "the writer must go on when the disk does");
    QCOMPARE(rowCount(), 1);
}

void TestStoreWriter::fullDiskIsToldAndHeals()
{
    start();
    m_vfs->failWrites(SQLITE_FULL);
    Fate refused;
    m_writer->submit(write(refused, QStringLiteral("a")));
    QTRY_COMPARE(refused.settled.load(), 1);
    QCOMPARE(refused.code.load(), int(ErrorCode::StorageFull));
    QCOMPARE(rowCount(), 0); // reads go on

    m_vfs->failWrites(SQLITE_OK);
    Fate taken;
    m_writer->submit(write(taken, QStringLiteral("a")));
    m_writer->stop();
    QVERIFY(taken.succeeded);
    QCOMPARE(rowCount(), 1);
}

void TestStoreWriter::oneFailingWriteDoesNotHurtTheOthers_data()
{
    QTest::addColumn<TestWrite::Change>("change");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("returns an error after a change") << TestWrite::Change([](Operation &operation) -> Result<void> {
        static_cast<void>(operation.change(kInsert, {QStringLiteral("half")}));
        return failure(ErrorCode::Conflict);
    }) << ErrorCode::Conflict;
    QTest::newRow("breaks a constraint") << inserting(QStringLiteral("0")) << ErrorCode::InternalError;
    QTest::newRow("throws") << TestWrite::Change([](Operation &operation) -> Result<void> {
        static_cast<void>(operation.change(kInsert, {QStringLiteral("half")}));
        throw std::runtime_error("no memory");
    }) << ErrorCode::InternalError;
}

void TestStoreWriter::oneFailingWriteDoesNotHurtTheOthers()
{
    QFETCH(TestWrite::Change, change);
    QFETCH(ErrorCode, code);
    start();
    Fate first;
    block(first);
    std::array<Fate, 4> good;
    Fate bad;
    m_writer->submit(write(good[0], QStringLiteral("0")));
    m_writer->submit(write(good[1], QStringLiteral("1")));
    m_writer->submit(std::make_unique<TestWrite>(bad, change));
    m_writer->submit(write(good[2], QStringLiteral("2")));
    m_writer->submit(write(good[3], QStringLiteral("3")));
    m_vfs->releaseSyncs();
    m_writer->stop();

    QCOMPARE(bad.settled.load(), 1);
    QCOMPARE(bad.code.load(), int(code));
    for (const Fate &fate : good)
        QVERIFY(fate.succeeded);
    QCOMPARE(m_vfs->count(Event::LogSynced), 2);
    QCOMPARE(rowCount(), 5);
}

void TestStoreWriter::bigWriteGetsATransactionOfItsOwn()
{
    start();
    Fate first;
    block(first);
    std::array<Fate, 5> fates;
    for (size_t i = 0; i < fates.size(); ++i) {
        auto one = write(fates[i], QString::number(i));
        one->alone = i == 2;
        m_writer->submit(std::move(one));
    }
    m_vfs->releaseSyncs();
    m_writer->stop();
    QCOMPARE(m_vfs->count(Event::LogSynced), 1 + 3);
    QCOMPARE(rowCount(), 6);
}

void TestStoreWriter::writeWhoseDeadlinePassedIsNotRun()
{
    start();
    Fate first;
    block(first);
    Fate late;
    Fate inTime;
    auto one = write(late, QStringLiteral("late"));
    one->deadline = m_clock.now() + 100ms;
    auto other = write(inTime, QStringLiteral("in time"));
    other->deadline = m_clock.now() + 101ms;
    m_writer->submit(std::move(one));
    m_writer->submit(std::move(other));
    m_clock.advance(100ms);
    m_vfs->releaseSyncs();
    m_writer->stop();
    QCOMPARE(late.code.load(), int(ErrorCode::Timeout));
    QVERIFY(inTime.succeeded);
    QCOMPARE(rowCount(), 2);
}

// Half of the operation's two seconds is over after each of them.
void TestStoreWriter::slowGroupIsCommittedInParts()
{
    start();
    Fate first;
    block(first);
    std::array<Fate, 3> fates;
    for (size_t i = 0; i < fates.size(); ++i) {
        m_writer->submit(std::make_unique<TestWrite>(fates[i], [this, i](Operation &operation) {
            m_clock.advance(1s);
            return inserting(QString::number(i))(operation);
        }));
    }
    Fate late;
    auto lateOne = write(late, QStringLiteral("late"));
    lateOne->deadline = m_clock.now() + 3s;
    m_writer->submit(std::move(lateOne));
    m_vfs->releaseSyncs();
    m_writer->stop();
    for (const Fate &fate : fates)
        QVERIFY(fate.succeeded);
    QCOMPARE(m_vfs->count(Event::LogSynced), 4);
    QCOMPARE(late.settled.load(), 1);
    QCOMPARE(late.code.load(), int(ErrorCode::Timeout));
    QCOMPARE(rowCount(), 4);
}

void TestStoreWriter::queueTakesItsCapacityAndNotOneMore()
{
    start({.queueWrites = 3});
    Fate first;
    block(first);
    std::array<Fate, 4> fates;
    for (size_t i = 0; i < fates.size(); ++i)
        m_writer->submit(write(fates[i], QString::number(i)));
    QCOMPARE(fates[2].settled.load(), 0);
    QCOMPARE(fates[3].settled.load(), 1); // at once
    QCOMPARE(fates[3].code.load(), int(ErrorCode::Busy));
    m_vfs->releaseSyncs();
    m_writer->stop();
    QCOMPARE(rowCount(), 4);
}

void TestStoreWriter::queueIsBoundedInBytes()
{
    start({.queueBytes = 100});
    Fate first;
    block(first);
    const auto sized = [this](Fate &fate, const QString &text, size_t bytes) {
        auto one = write(fate, text);
        one->sizeBytes = bytes;
        m_writer->submit(std::move(one));
    };
    Fate fits;
    Fate fitsExactly;
    Fate tooMuch;
    sized(fits, QStringLiteral("a"), 60);
    sized(fitsExactly, QStringLiteral("b"), 40);
    sized(tooMuch, QStringLiteral("c"), 1);
    QCOMPARE(tooMuch.code.load(), int(ErrorCode::Busy));
    m_vfs->releaseSyncs();
    QTRY_COMPARE(fitsExactly.settled.load(), 1);

    Fate roomAgain;
    sized(roomAgain, QStringLiteral("d"), 100);
    m_writer->stop();
    QVERIFY(roomAgain.succeeded);
    QCOMPARE(rowCount(), 4);
}

void TestStoreWriter::stopFinishesWhatWaits()
{
    constexpr int kWrites = 1000;
    start();
    std::vector<Fate> fates(kWrites);
    for (int i = 0; i < kWrites; ++i)
        m_writer->submit(write(fates[size_t(i)], QString::number(i)));
    m_writer.reset();
    for (const Fate &fate : fates) {
        QCOMPARE(fate.settled.load(), 1);
        QVERIFY(fate.succeeded);
    }
    QCOMPARE(rowCount(), kWrites);
}

void TestStoreWriter::afterStopNothingIsTaken()
{
    start();
    m_writer->stop();
    Fate fate;
    m_writer->submit(write(fate, QStringLiteral("a")));
    QCOMPARE(fate.settled.load(), 1);
    QCOMPARE(fate.code.load(), int(ErrorCode::Draining));
    m_writer->stop(); // again does nothing
    QCOMPARE(rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestStoreWriter)
#include "tst_storewriter.moc"
