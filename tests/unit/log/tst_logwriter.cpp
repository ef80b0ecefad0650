#include "server/log/logwriter.h"

#include "tests/support/smallpipe.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace sluice;
using namespace sluice::server;
using sluice::test::SmallPipe;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kPatience{30'000};

LogLinePtr line(const QString &message)
{
    return std::make_shared<const LogLine>(LogLine{{}, LogLevel::Info, QStringLiteral("app"), message});
}

void push(LogWriter &writer, size_t count)
{
    for (size_t i = 0; i < count; ++i)
        writer.push(line(QString::number(i)));
}

} // namespace

class TestLogWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void writesInOrder();
    void theStyleChangesForTheNextLine();
    void dropsAndCountsWhatFindsTheQueueFull();
    void saysWhatWasLostOnceItIsRead();
    void countsWhatCannotBeWritten();
    void stopsAlthoughNobodyReads();
    void stopWritesWhatWaits();

private:
    Metrics m_metrics;
};

void TestLogWriter::writesInOrder()
{
    const SmallPipe pipe;
    LogWriter writer(m_metrics, pipe.writeEnd());
    writer.setStyle({.isJournal = true});
    writer.start();
    push(writer, 3);
    QVERIFY(writer.flush(kPatience));
    QCOMPARE(pipe.readAvailable(), "<6>info sluice.app 0\n<6>info sluice.app 1\n<6>info sluice.app 2\n");
    QCOMPARE(m_metrics.total(Counter::LogLinesWritten), 3U);
    QCOMPARE(writer.depth(), 0U);
}

void TestLogWriter::theStyleChangesForTheNextLine()
{
    const SmallPipe pipe;
    LogWriter writer(m_metrics, pipe.writeEnd());
    writer.start();
    writer.setStyle({.isJson = true});
    push(writer, 1);
    QVERIFY(writer.flush(kPatience));
    QVERIFY(pipe.readAvailable().startsWith('{'));
    writer.setStyle({});
    push(writer, 1);
    QVERIFY(writer.flush(kPatience));
    QVERIFY(!pipe.readAvailable().startsWith('{'));
}

void TestLogWriter::dropsAndCountsWhatFindsTheQueueFull()
{
    Metrics metrics;
    const SmallPipe pipe;
    pipe.fill();
    LogWriter writer(metrics, pipe.writeEnd());
    writer.start();
    push(writer, LogWriter::kCapacityLines);
    QCOMPARE(writer.depth(), LogWriter::kCapacityLines);
    QCOMPARE(metrics.total(Counter::LogLinesDroppedFull), 0U);
    push(writer, 1);
    QCOMPARE(writer.depth(), LogWriter::kCapacityLines);
    QCOMPARE(metrics.total(Counter::LogLinesDroppedFull), 1U);
    QVERIFY(!writer.flush(milliseconds(1)));
}

void TestLogWriter::saysWhatWasLostOnceItIsRead()
{
    Metrics metrics;
    const SmallPipe pipe;
    pipe.fill();
    LogWriter writer(metrics, pipe.writeEnd());
    writer.setStyle({.isJournal = true});
    writer.start();
    push(writer, LogWriter::kCapacityLines + 7);
    QByteArray read;
    QTRY_VERIFY_WITH_TIMEOUT((read += pipe.readAvailable(), writer.depth() == 0), 30'000);
    read += pipe.readAvailable();
    QVERIFY(read.contains("<6>info sluice.app 4095\n"));
    QCOMPARE(read.count("<4>warning sluice.app log lines dropped count=7\n"), 1);
    push(writer, 1);
    QVERIFY(writer.flush(kPatience));
    QCOMPARE(pipe.readAvailable(), "<6>info sluice.app 0\n"); // and it is said once
}

void TestLogWriter::countsWhatCannotBeWritten()
{
    Metrics metrics;
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    LogWriter writer(metrics, full);
    writer.start();
    push(writer, 5);
    QVERIFY(writer.flush(kPatience));
    QCOMPARE(metrics.total(Counter::LogLinesDroppedUnwritable), 5U);
    QCOMPARE(metrics.total(Counter::LogLinesWritten), 0U);
    ::close(full);
}

void TestLogWriter::stopsAlthoughNobodyReads()
{
    Metrics metrics;
    const SmallPipe pipe;
    pipe.fill();
    LogWriter writer(metrics, pipe.writeEnd());
    writer.start();
    push(writer, 100);
    QElapsedTimer timer;
    timer.start();
    writer.stop(milliseconds(50));
    QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()).constData());
    QCOMPARE(metrics.total(Counter::LogLinesDroppedUnwritable), 100U);
}

void TestLogWriter::stopWritesWhatWaits()
{
    const SmallPipe pipe;
    LogWriter writer(m_metrics, pipe.writeEnd());
    writer.setStyle({.isJournal = true});
    push(writer, 2);
    writer.start();
    writer.stop(kPatience);
    QCOMPARE(pipe.readAvailable(), "<6>info sluice.app 0\n<6>info sluice.app 1\n");
}

QTEST_APPLESS_MAIN(TestLogWriter)
#include "tst_logwriter.moc"
