#include "server/app/stackdump.h"

#include "tests/support/smallpipe.h"

#include <QByteArray>
#include <QSemaphore>
#include <QTest>

#include <csignal>
#include <thread>

#include <poll.h>
#include <pthread.h>
#include <unistd.h>

using namespace sluice::server;
using sluice::test::SmallPipe;

namespace {

/// Blocks all signals in this thread.
sigset_t blockAllSignals()
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    return before;
}

} // namespace

/// That the stacks name where threads are, tst_watchdog shows.
class TestStackDump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareStackDump(); }
    void aThreadThatDoesNotAnswerIsNamed();
    void whoeverDoesNotReadHoldsUpOnlyTheDump();
};

void TestStackDump::aThreadThatDoesNotAnswerIsNamed()
{
    QSemaphore isDeaf;
    QSemaphore released;
    pid_t deafId = 0;
    std::thread deaf([&] {
        blockAllSignals();
        deafId = ::gettid();
        isDeaf.release();
        released.acquire();
    });
    isDeaf.acquire();
    SmallPipe pipe;
    std::thread dumper([&] {
        dumpAllStacks(pipe.writeEnd());
        pipe.closeWriteEnd();
    });
    const QByteArray stacks = pipe.readAll();
    dumper.join();
    released.release();
    deaf.join();
    const QByteArray line = "thread " + QByteArray::number(deafId) + " does not answer\n";
    QVERIFY2(stacks.contains(line), stacks.constData());
    QCOMPARE(stacks.count("does not answer"), 1);
    QVERIFY2(stacks.contains("thread " + QByteArray::number(::getpid()) + " tst_stackdump\n"), stacks.constData());
}

void TestStackDump::whoeverDoesNotReadHoldsUpOnlyTheDump()
{
    SmallPipe pipe;
    pipe.fill();
    // So that this thread is asked in the wait below and not before.
    const sigset_t before = blockAllSignals();
    std::thread dumper([&] {
        dumpAllStacks(pipe.writeEnd());
        pipe.closeWriteEnd();
    });
    const timespec patience{30, 0};
    const int woken = ::ppoll(nullptr, 0, &patience, &before);
    const int reason = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    const QByteArray stacks = pipe.readAll(); // lets the dump go on
    dumper.join();
    QCOMPARE(woken, -1);
    QCOMPARE(reason, EINTR); // this thread was asked, answered, and came back
    QVERIFY(stacks.startsWith("####"));
    QVERIFY2(stacks.contains("#thread " + QByteArray::number(::getpid()) + ' '), stacks.constData());
}

QTEST_GUILESS_MAIN(TestStackDump)
#include "tst_stackdump.moc"
