#include "server/app/signalwatcher.h"

#include <QSignalSpy>
#include <QTest>

#include <cerrno>
#include <csignal>

#include <unistd.h>

using namespace sluice::server;

class TestSignalWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopSignals_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }

    void stopSignals()
    {
        QFETCH(int, number);
        // To this thread: Qt Test's own threads were there before the watcher and do not block what it blocks.
        SignalWatcher watcher;
        QSignalSpy stopped(&watcher, &SignalWatcher::stopRequested);
        QCOMPARE(::pthread_kill(::pthread_self(), number), 0);
        QCOMPARE(stopped.count(), 0); // only from the event loop
        QTRY_COMPARE(stopped.count(), 1);
        QCOMPARE(::pthread_kill(::pthread_self(), number), 0);
        QTRY_COMPARE(stopped.count(), 2);
    }

    // As of a daemon, or of a server whose terminal is still there.
    void hangupReloads()
    {
        SignalWatcher watcher;
        QSignalSpy stopped(&watcher, &SignalWatcher::stopRequested);
        QSignalSpy reload(&watcher, &SignalWatcher::reloadRequested);
        QCOMPARE(::pthread_kill(::pthread_self(), SIGHUP), 0);
        QTRY_COMPARE(reload.count(), 1);
        QCOMPARE(stopped.count(), 0);
    }

    void aBrokenPipeIsNoEnd()
    {
        SignalWatcher watcher;
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        ::close(ends[0]);
        QCOMPARE(::write(ends[1], "x", 1), ssize_t{-1});
        QCOMPARE(errno, EPIPE);
        ::close(ends[1]);
    }
};

QTEST_GUILESS_MAIN(TestSignalWatcher)
#include "tst_signalwatcher.moc"
