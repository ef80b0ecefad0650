#include "server/log/logoutput.h"

#include "tests/support/smallpipe.h"

#include <QTest>

#include <csignal>
#include <future>

using namespace sluice::server;
using sluice::test::SmallPipe;

namespace {

constexpr qsizetype kFarTooLong = 20'000;

QByteArray longLine()
{
    return QByteArray(kFarTooLong, 'x') + '\n';
}

} // namespace

class TestLogOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void writesLines()
    {
        const SmallPipe pipe;
        LogOutput output(pipe.writeEnd());
        QVERIFY(output.write("a\n"));
        QVERIFY(output.write("b\n"));
        QCOMPARE(pipe.readAvailable(), "a\nb\n");
    }

    void waitsForTheReader()
    {
        SmallPipe pipe;
        LogOutput output(pipe.writeEnd());
        auto written = std::async(std::launch::async, [&] {
            const bool isWritten = output.write(longLine());
            pipe.closeWriteEnd();
            return isWritten;
        });
        QCOMPARE(pipe.readAll(), longLine());
        QVERIFY(written.get());
    }

    void givesUpOnAReaderThatDoesNotRead()
    {
        const SmallPipe pipe;
        pipe.fill();
        LogOutput output(pipe.writeEnd());
        auto written = std::async(std::launch::async, [&output] { return output.write("a\n"); });
        output.giveUp();
        QVERIFY(!written.get());
        QVERIFY(!output.write("b\n"));
    }

    void aReaderThatIsGoneIsAFailure()
    {
        SmallPipe pipe;
        pipe.closeReadEnd();
        LogOutput output(pipe.writeEnd());
        QVERIFY(!output.write("a\n"));
    }

    void aFullDiskIsAFailure()
    {
        const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
        QVERIFY(full >= 0);
        LogOutput output(full);
        QVERIFY(!output.write("a\n"));
        ::close(full);
    }

    void aLineBehindATornOneBeginsAnew()
    {
        const SmallPipe pipe;
        LogOutput output(pipe.writeEnd());
        output.giveUp(); // so that it does not wait for what the pipe does not hold
        QVERIFY(!output.write(longLine()));
        const QByteArray torn = pipe.readAvailable();
        QVERIFY(!torn.isEmpty());
        QVERIFY(torn.size() < kFarTooLong);
        QVERIFY(output.write("a\n"));
        QVERIFY(output.write("b\n"));
        QCOMPARE(pipe.readAvailable(), "\na\nb\n");
    }
};

QTEST_APPLESS_MAIN(TestLogOutput)
#include "tst_logoutput.moc"
