#include "server/app/watchdog.h"

#include "shared/base/clock.h"
#include "tests/support/fakeclock.h"

#include <QMutex>
#include <QSemaphore>
#include <QTemporaryFile>
#include <QTest>
#include <QThread>

#include <functional>

using namespace sluice;
using namespace sluice::server;
using sluice::test::FakeClock;
using std::chrono::milliseconds;

// Exported, so that the stacks name it.
extern "C" __attribute__((visibility("default"), noinline)) void hangOnPurpose(QSemaphore *released)
{
    released->acquire();
    asm volatile("" ::: "memory"); // not a tail call, which would leave no frame
}

namespace {

/// What was logged since it was made, one message a line.
class LogCapture
{
public:
    LogCapture()
    {
        s_current = this;
        s_before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &text) {
            const QMutexLocker lock(&s_current->m_mutex);
            if (qstrcmp(context.category, "sluice.app") == 0 && type == QtWarningMsg)
                s_current->m_lines.append(text);
        });
    }
    ~LogCapture() { qInstallMessageHandler(s_before); }

    QStringList lines() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_lines;
    }

private:
    static inline LogCapture *s_current = nullptr;
    static inline QtMessageHandler s_before = nullptr;
    mutable QMutex m_mutex;
    QStringList m_lines;
};

/// A loop that runs what was posted when the test says so.
struct ManualLoop {
    std::vector<std::function<void()>> posted;

    [[nodiscard]] Watchdog::Post post()
    {
        return [this](std::function<void()> function) { posted.push_back(std::move(function)); };
    }
    void turn()
    {
        for (const auto &function : std::exchange(posted, {}))
            function();
    }
};

/// A thread with Qt's event loop.
class LoopThread
{
public:
    explicit LoopThread(const QString &name)
    {
        m_thread.setObjectName(name);
        m_worker.moveToThread(&m_thread);
        m_thread.start();
    }
    ~LoopThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    void post(std::function<void()> function) { QMetaObject::invokeMethod(&m_worker, std::move(function)); }

private:
    QThread m_thread;
    QObject m_worker;
};

} // namespace

class TestWatchdog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTurningLoopIsQuiet();
    void aStuckLoopIsReportedOncePerEpisode();
    void exactlyTheLimitIsNotStuck();
    void saysThatAllIsWellUnlessALoopIsStuck();
    void oneStuckLoopDoesNotHideAnother();
    void aPausedProcessIsNoStall();
    void stopsWithAPingUnderWay();
    void aHungLoopShowsWhereItHangs();

private:
    quint64 stalls() const { return m_metrics->total(Counter::LoopStalls); }
    // A quarter of a second goes by and the watchdog looks.
    void step(Watchdog &watchdog, int times = 1)
    {
        for (; times > 0; --times) {
            m_clock.advance(Watchdog::kInterval);
            watchdog.look();
        }
    }
    QByteArray stacks()
    {
        QFile file(m_stacks->fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    FakeClock m_clock;
    std::unique_ptr<Metrics> m_metrics;
    std::unique_ptr<QTemporaryFile> m_stacks;
};

void TestWatchdog::init()
{
    m_metrics = std::make_unique<Metrics>();
    m_stacks = std::make_unique<QTemporaryFile>();
    QVERIFY(m_stacks->open());
}

void TestWatchdog::aTurningLoopIsQuiet()
{
    const LogCapture log;
    ManualLoop loop;
    Watchdog watchdog(*m_metrics, m_clock, m_stacks->handle());
    watchdog.watch("io-0", loop.post());
    for (int i = 0; i < 40; ++i) {
        step(watchdog);
        QCOMPARE(loop.posted.size(), size_t{1});
        loop.turn();
    }
    QCOMPARE(log.lines(), QStringList());
    QCOMPARE(stalls(), quint64{0});
    QVERIFY(stacks().isEmpty());
}

void TestWatchdog::aStuckLoopIsReportedOncePerEpisode()
{
    const LogCapture log;
    ManualLoop loop;
    Watchdog watchdog(*m_metrics, m_clock, m_stacks->handle());
    watchdog.watch("io-0", loop.post());
    step(watchdog, 40);
    QCOMPARE(loop.posted.size(), size_t{1}); // nothing piles up in a loop that does not take it
    const QStringList stuck{QStringLiteral("loop stuck name=io-0 ms=1250")};
    QCOMPARE(log.lines(), stuck);
    QCOMPARE(stalls(), quint64{1});

    loop.turn();
    step(watchdog);
    QCOMPARE(log.lines().size(), 2);
    QCOMPARE(log.lines().constLast(), QStringLiteral("loop turns again name=io-0 ms=10000"));

    step(watchdog, 40);
    QCOMPARE(stalls(), quint64{2});
    QCOMPARE(log.lines().size(), 3);
}

void TestWatchdog::exactlyTheLimitIsNotStuck()
{
    ManualLoop loop;
    Watchdog watchdog(*m_metrics, m_clock, m_stacks->handle());
    watchdog.watch("io-0", loop.post());
    watchdog.look();
    step(watchdog, 4);
    QCOMPARE(stalls(), quint64{0});
    m_clock.advance(milliseconds(1));
    watchdog.look();
    QCOMPARE(stalls(), quint64{1});
}

void TestWatchdog::saysThatAllIsWellUnlessALoopIsStuck()
{
    ManualLoop main;
    ManualLoop io;
    int healthy = 0;
    Watchdog watchdog(*m_metrics, m_clock, m_stacks->handle(), [&healthy] { ++healthy; });
    watchdog.watch("main", main.post());
    watchdog.watch("io-0", io.post());
    watchdog.look();
    for (int i = 0; i < 4; ++i) { // late is not stuck yet
        step(watchdog);
        main.turn();
    }
    QCOMPARE(healthy, 5);
    step(watchdog, 3);
    QCOMPARE(healthy, 5);
    io.turn();
    main.turn();
    step(watchdog);
    QCOMPARE(healthy, 6);
}

void TestWatchdog::oneStuckLoopDoesNotHideAnother()
{
    ManualLoop stuck;
    ManualLoop turning;
    Watchdog watchdog(*m_metrics, m_clock, m_stacks->handle());
    watchdog.watch("main", stuck.post());
    watchdog.watch("io-0", turning.post());
    for (int i = 0; i < 20; ++i) {
        step(watchdog);
        turning.turn();
    }
    QCOMPARE(stalls(), quint64{1});
    step(watchdog, 10);
    QCOMPARE(stalls(), quint64{2});
}

void TestWatchdog::aPausedProcessIsNoStall()
{
    ManualLoop loop;
    Watchdog watchdog(*m_metrics, m_clock, m_stacks->handle());
    watchdog.watch("io-0", loop.post());
    step(watchdog, 2);
    m_clock.advance(std::chrono::seconds(30)); // SIGSTOP, then SIGCONT
    watchdog.look();
    QCOMPARE(stalls(), quint64{0});
    step(watchdog, 4);
    QCOMPARE(stalls(), quint64{1}); // it still does not turn
}

void TestWatchdog::stopsWithAPingUnderWay()
{
    ManualLoop loop;
    {
        const SystemClock clock;
        Watchdog watchdog(*m_metrics, clock, m_stacks->handle());
        QSemaphore pinged;
        watchdog.watch("io-0", [&](std::function<void()> function) {
            loop.posted.push_back(std::move(function));
            pinged.release();
        });
        watchdog.start();
        QVERIFY(pinged.tryAcquire(1, 30'000));
    }
    loop.turn(); // the watchdog is gone
}

void TestWatchdog::aHungLoopShowsWhereItHangs()
{
    const LogCapture log;
    const SystemClock clock;
    LoopThread healthy(QStringLiteral("healthy-loop"));
    LoopThread hung(QStringLiteral("hung-loop"));
    Watchdog watchdog(*m_metrics, clock, m_stacks->handle());
    watchdog.watch("healthy", [&](std::function<void()> function) { healthy.post(std::move(function)); });
    watchdog.watch("hung", [&](std::function<void()> function) { hung.post(std::move(function)); });
    QSemaphore released;
    hung.post([&released] { hangOnPurpose(&released); });
    watchdog.start();

    QTRY_COMPARE_WITH_TIMEOUT(stalls(), quint64{1}, 30'000);
    QTRY_VERIFY2_WITH_TIMEOUT(stacks().contains("hangOnPurpose"), stacks().constData(), 30'000);
    released.release();
    QTRY_COMPARE_WITH_TIMEOUT(log.lines().size(), 2, 30'000);
    watchdog.stop();

    QVERIFY(log.lines().constFirst().startsWith(QLatin1String("loop stuck name=hung ms=")));
    QVERIFY(log.lines().constLast().startsWith(QLatin1String("loop turns again name=hung ms=")));
    const QByteArray written = stacks();
    QVERIFY2(written.contains(" hung-loop\n"), written.constData());
    QVERIFY2(written.contains(" healthy-loop\n"), written.constData());
    QVERIFY2(!written.contains(" watchdog\n"), written.constData());
    const qsizetype frame = written.indexOf("hangOnPurpose");
    const qsizetype heading = written.lastIndexOf("thread ", frame);
    QVERIFY2(written.mid(heading, frame - heading).contains(" hung-loop\n"), written.constData());
}

QTEST_GUILESS_MAIN(TestWatchdog)
#include "tst_watchdog.moc"
