// clazy:excludeall=lambda-in-connect (senders and receivers end with the test function)
#include "server/transport/epolldispatcher.h"

#include <QSemaphore>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <array>
#include <atomic>
#include <functional>
#include <thread>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace sluice::server;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr int kPatienceMs = 30'000;

/// A thread whose event loop is the dispatcher.
class Loop
{
public:
    Loop()
        : m_dispatcher(new EpollDispatcher)
    {
        m_thread.setEventDispatcher(m_dispatcher);
        m_worker.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Loop()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    /// Runs it in the thread and waits for it.
    void run(const std::function<void()> &function)
    {
        QMetaObject::invokeMethod(&m_worker, function, Qt::BlockingQueuedConnection);
    }
    EpollDispatcher &dispatcher() { return *m_dispatcher; }
    QObject *worker() { return &m_worker; }
    QThread &thread() { return m_thread; }

private:
    EpollDispatcher *m_dispatcher; // the thread's
    QThread m_thread;
    QObject m_worker;
};

struct Sockets {
    std::array<int, 2> ends{-1, -1};

    Sockets() { [[maybe_unused]] const int made = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()); }
    ~Sockets()
    {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    Sockets(const Sockets &) = delete;
    Sockets &operator=(const Sockets &) = delete;

    void send(const char *bytes = "x") const
    {
        [[maybe_unused]] const auto n = ::write(ends[1], bytes, qstrlen(bytes));
    }
    QByteArray receive() const
    {
        QByteArray bytes(256, Qt::Uninitialized);
        bytes.resize(std::max<qsizetype>(0, ::read(ends[0], bytes.data(), 256)));
        return bytes;
    }
};

struct FunctionWatcher final : EpollDispatcher::Watcher {
    std::function<void(quint32)> function;
    void ready(quint32 events) override { function(events); }
};

/// Counts the calls and checks that they alternate.
struct CountingObserver final : EpollDispatcher::TurnObserver {
    std::atomic<int> ended{0};
    std::atomic<int> began{0};
    std::atomic<int> staysAwakeFor{0};
    std::atomic<bool> alternates{true};

    bool turnEnded() override
    {
        alternates = alternates && ended == began;
        ++ended;
        return staysAwakeFor.fetch_sub(1) <= 0;
    }
    void turnBegan() override
    {
        ++began;
        alternates = alternates && ended == began;
    }
};

} // namespace

/// Qt's objects on the dispatcher, and descriptors without one.
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timersAreNeverEarly_data();
    void timersAreNeverEarly();
    void everyOneOfManyTimersFiresOnce();
    void aTimerCanBeStoppedFromAnothersSlot();
    void aTimerCanBeDeletedFromItsOwnSlot();
    void zeroTimersDoNotStarveTheRest();
    void timersAreListedAndTellTheRemainingTime();
    void notifiersReadAndWrite();
    void aNotifierCanGoInItsOwnSlot();
    void oneDescriptorWithReadAndWrite();
    void queuedCallsWakeIt();
    void watchersAreCalledDirectly();
    void aWatcherMayUnwatchItselfAndOthers();
    void watchersSeeAHangUp();
    void rewatchChangesTheInterest();
    void refusesADescriptorTwice();
    void stormsOfWakeUpsLoseNothing();
    void quitFromWithinAndWithout();
    void excludedNotifiersWaitForTheNextTurn();
    void excludedUserInputChangesNothing();
    void anInterruptBeforeIsForgottenButWakes();
    void postedEventsComeByPriorityAndInOrder();
    void aNestedLoopServesTheRest();
    void aTimerDoesNotComeInsideItsOwnSlot();
    void zeroTimersDoNotStarveNotifiers();
    void aTimerCanBeRestartedInItsOwnSlot();
    void timersMoveToAnotherThread();
    void aNotifierCanBeDisabledInItsOwnSlot();
    void aDescriptorUsedAgainIsNotifiedAgain_data();
    void aDescriptorUsedAgainIsNotifiedAgain();
    void theObserverSeesEachTurnOnce();
    void anObserverThatSaysNoKeepsItAwake();
};

void TestEpollDispatcher::timersAreNeverEarly_data()
{
    QTest::addColumn<int>("interval");
    QTest::addColumn<Qt::TimerType>("type");
    QTest::newRow("1 ms precise") << 1 << Qt::PreciseTimer;
    QTest::newRow("20 ms precise") << 20 << Qt::PreciseTimer;
    QTest::newRow("20 ms coarse") << 20 << Qt::CoarseTimer;
}

void TestEpollDispatcher::timersAreNeverEarly()
{
    QFETCH(int, interval);
    QFETCH(Qt::TimerType, type);
    constexpr int kTimes = 10;
    Loop loop;
    QSemaphore done;
    std::vector<steady_clock::time_point> fired;
    std::unique_ptr<QTimer> timer;
    steady_clock::time_point began;
    loop.run([&] {
        timer = std::make_unique<QTimer>();
        timer->setTimerType(type);
        connect(timer.get(), &QTimer::timeout, timer.get(), [&] {
            fired.push_back(steady_clock::now());
            if (fired.size() == kTimes) {
                timer.reset();
                done.release();
            }
        });
        began = steady_clock::now();
        timer->start(interval);
    });
    QVERIFY(done.tryAcquire(1, kPatienceMs));
    for (size_t i = 0; i < fired.size(); ++i)
        QVERIFY(fired[i] - began >= milliseconds(interval) * static_cast<int>(i + 1));
}

void TestEpollDispatcher::everyOneOfManyTimersFiresOnce()
{
    constexpr int kTimers = 200;
    Loop loop;
    QSemaphore done;
    std::vector<int> order;
    loop.run([&] {
        for (int i = 0; i < kTimers; ++i) {
            const int delay = (i * 37) % kTimers; // a permutation
            QTimer::singleShot(delay * 2, Qt::PreciseTimer, loop.worker(), [&order, &done, delay] {
                order.push_back(delay);
                done.release();
            });
        }
    });
    QVERIFY(done.tryAcquire(kTimers, kPatienceMs));
    loop.run([] {});
    QCOMPARE(order.size(), size_t{kTimers});
    std::vector<int> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    for (int i = 0; i < kTimers; ++i)
        QCOMPARE(sorted[static_cast<size_t>(i)], i); // each once
}

void TestEpollDispatcher::aTimerCanBeStoppedFromAnothersSlot()
{
    Loop loop;
    QSemaphore done;
    int fired = 0;
    loop.run([&] {
        // Both are due in the same turn; whichever comes first stops the other.
        auto *one = new QTimer;
        auto *two = new QTimer;
        for (auto [mine, other] : {std::pair{one, two}, std::pair{two, one}}) {
            connect(mine, &QTimer::timeout, loop.worker(), [&fired, &done, mine = mine, other = other] {
                ++fired;
                mine->stop();
                other->stop();
                mine->deleteLater();
                other->deleteLater();
                QTimer::singleShot(20, mine->thread()->eventDispatcher(), [&done] { done.release(); });
            });
        }
        one->start(5);
        two->start(5);
        const auto due = steady_clock::now() + milliseconds(10);
        while (steady_clock::now() < due) { } // so that both are
    });
    QVERIFY(done.tryAcquire(1, kPatienceMs));
    QCOMPARE(fired, 1);
}

void TestEpollDispatcher::aTimerCanBeDeletedFromItsOwnSlot()
{
    Loop loop;
    QSemaphore done;
    loop.run([&] {
        auto *timer = new QTimer;
        connect(timer, &QTimer::timeout, loop.worker(), [timer, &done] {
            delete timer;
            done.release();
        });
        timer->start(1);
    });
    QVERIFY(done.tryAcquire(1, kPatienceMs));
    loop.run([] {});
    QCOMPARE(done.available(), 0);
}

void TestEpollDispatcher::zeroTimersDoNotStarveTheRest()
{
    Loop loop;
    QSemaphore later;
    const Sockets sockets;
    QSemaphore readable;
    FunctionWatcher watcher;
    watcher.function = [&](quint32) {
        if (!sockets.receive().isEmpty())
            readable.release();
    };
    std::atomic<int> spins{0};
    loop.run([&] {
        auto *busy = new QTimer(&loop.dispatcher());
        connect(busy, &QTimer::timeout, busy, [&spins] { ++spins; });
        busy->start(0);
        QTimer::singleShot(5, loop.worker(), [&later] { later.release(); });
        QVERIFY(loop.dispatcher().watch(sockets.ends[0], EPOLLIN, &watcher));
    });
    QVERIFY(later.tryAcquire(1, kPatienceMs));
    sockets.send();
    QVERIFY(readable.tryAcquire(1, kPatienceMs));
    QVERIFY(spins > 1);
    loop.run([&] { loop.dispatcher().unwatch(sockets.ends[0]); });
}

void TestEpollDispatcher::timersAreListedAndTellTheRemainingTime()
{
    Loop loop;
    loop.run([&] {
        EpollDispatcher &dispatcher = loop.dispatcher();
        const int id = loop.worker()->startTimer(100'000, Qt::PreciseTimer);
        const auto timers = dispatcher.registeredTimers(loop.worker());
        QCOMPARE(timers.size(), 1);
        QCOMPARE(timers.first().timerId, id);
        QCOMPARE(timers.first().interval, 100'000);
        const int left = dispatcher.remainingTime(id);
        QVERIFY(left > 0 && left <= 100'000);
        loop.worker()->killTimer(id);
        QCOMPARE(dispatcher.remainingTime(id), -1);
        QVERIFY(!dispatcher.unregisterTimer(id));
        QVERIFY(!dispatcher.unregisterTimers(loop.worker()));
        QVERIFY(dispatcher.registeredTimers(loop.worker()).isEmpty());
    });
}

void TestEpollDispatcher::notifiersReadAndWrite()
{
    Loop loop;
    const Sockets sockets;
    QSemaphore read;
    QSemaphore written;
    std::unique_ptr<QSocketNotifier> reader;
    std::unique_ptr<QSocketNotifier> writer;
    loop.run([&] {
        reader = std::make_unique<QSocketNotifier>(sockets.ends[0], QSocketNotifier::Read);
        connect(reader.get(), &QSocketNotifier::activated, reader.get(),
                [&] { read.release(static_cast<int>(sockets.receive().size())); });
        writer = std::make_unique<QSocketNotifier>(sockets.ends[1], QSocketNotifier::Write);
        connect(writer.get(), &QSocketNotifier::activated, writer.get(), [&] {
            writer->setEnabled(false);
            written.release();
        });
    });
    QVERIFY(written.tryAcquire(1, kPatienceMs));
    sockets.send("abc");
    QVERIFY(read.tryAcquire(3, kPatienceMs));
    loop.run([&] { writer->setEnabled(true); });
    QVERIFY(written.tryAcquire(1, kPatienceMs));
    loop.run([&] {
        reader.reset();
        writer.reset();
    });
}

void TestEpollDispatcher::aNotifierCanGoInItsOwnSlot()
{
    Loop loop;
    const Sockets sockets;
    QSemaphore read;
    loop.run([&] {
        auto *reader = new QSocketNotifier(sockets.ends[0], QSocketNotifier::Read);
        auto *writer = new QSocketNotifier(sockets.ends[0], QSocketNotifier::Write);
        writer->setEnabled(false);
        connect(reader, &QSocketNotifier::activated, loop.worker(), [&read, reader, writer] {
            writer->setEnabled(true);
            delete writer;
            delete reader;
            read.release();
        });
    });
    sockets.send();
    QVERIFY(read.tryAcquire(1, kPatienceMs));
    sockets.send(); // nobody is there any more
    loop.run([] {});
    QCOMPARE(read.available(), 0);
}

void TestEpollDispatcher::oneDescriptorWithReadAndWrite()
{
    Loop loop;
    const Sockets sockets;
    QSemaphore read;
    QSemaphore written;
    std::unique_ptr<QSocketNotifier> reader;
    std::unique_ptr<QSocketNotifier> writer;
    loop.run([&] {
        reader = std::make_unique<QSocketNotifier>(sockets.ends[0], QSocketNotifier::Read);
        writer = std::make_unique<QSocketNotifier>(sockets.ends[0], QSocketNotifier::Write);
        connect(reader.get(), &QSocketNotifier::activated, reader.get(),
                [&] { read.release(static_cast<int>(sockets.receive().size())); });
        connect(writer.get(), &QSocketNotifier::activated, writer.get(), [&] {
            writer.reset(); // the reader stays registered
            written.release();
        });
    });
    QVERIFY(written.tryAcquire(1, kPatienceMs));
    sockets.send("ab");
    QVERIFY(read.tryAcquire(2, kPatienceMs));
    loop.run([&] { reader.reset(); });
}

void TestEpollDispatcher::queuedCallsWakeIt()
{
    constexpr int kCalls = 500;
    Loop loop;
    int expected = 0;
    bool inOrder = true;
    for (int i = 0; i < kCalls; ++i)
        QMetaObject::invokeMethod(
            loop.worker(), [&, i] { inOrder = inOrder && expected++ == i; }, Qt::QueuedConnection);
    loop.run([] {});
    QVERIFY(inOrder);
    QCOMPARE(expected, kCalls);
}

void TestEpollDispatcher::watchersAreCalledDirectly()
{
    Loop loop;
    const Sockets sockets;
    QSemaphore read;
    std::atomic<QThread *> calledIn{nullptr};
    FunctionWatcher watcher;
    watcher.function = [&](quint32 events) {
        calledIn = QThread::currentThread();
        if (events & EPOLLIN)
            read.release(static_cast<int>(sockets.receive().size()));
    };
    loop.run([&] { QVERIFY(loop.dispatcher().watch(sockets.ends[0], EPOLLIN, &watcher)); });
    sockets.send("abcd");
    QVERIFY(read.tryAcquire(4, kPatienceMs));
    QCOMPARE(calledIn.load(), &loop.thread());
    loop.run([&] { loop.dispatcher().unwatch(sockets.ends[0]); });
    sockets.send();
    loop.run([] {});
    QCOMPARE(read.available(), 0);
}

void TestEpollDispatcher::aWatcherMayUnwatchItselfAndOthers()
{
    Loop loop;
    const Sockets first;
    const Sockets second;
    QSemaphore called;
    FunctionWatcher one;
    FunctionWatcher two;
    bool gone = false;
    const auto leave = [&](quint32) {
        if (std::exchange(gone, true))
            return; // was ready in the same turn, as a watcher has to expect
        loop.dispatcher().unwatch(first.ends[0]);
        loop.dispatcher().unwatch(second.ends[0]);
        called.release();
    };
    one.function = two.function = leave;
    loop.run([&] {
        QVERIFY(loop.dispatcher().watch(first.ends[0], EPOLLIN, &one));
        QVERIFY(loop.dispatcher().watch(second.ends[0], EPOLLIN, &two));
        first.send();
        second.send();
    });
    QVERIFY(called.tryAcquire(1, kPatienceMs));
    first.send();
    second.send();
    loop.run([&] {
        QVERIFY(loop.dispatcher().watch(first.ends[0], EPOLLIN, &one)); // the registration is really gone
        loop.dispatcher().unwatch(first.ends[0]);
    });
    QCOMPARE(called.available(), 0);
}

void TestEpollDispatcher::watchersSeeAHangUp()
{
    Loop loop;
    std::array<int, 2> ends{};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()), 0);
    QSemaphore hungUp;
    FunctionWatcher watcher;
    watcher.function = [&](quint32 events) {
        if (!(events & EPOLLHUP))
            return;
        loop.dispatcher().unwatch(ends[0]);
        hungUp.release();
    };
    loop.run([&] { QVERIFY(loop.dispatcher().watch(ends[0], EPOLLIN, &watcher)); });
    ::close(ends[1]);
    QVERIFY(hungUp.tryAcquire(1, kPatienceMs));
    ::close(ends[0]);
}

void TestEpollDispatcher::rewatchChangesTheInterest()
{
    Loop loop;
    const Sockets sockets;
    QSemaphore readable;
    QSemaphore writable;
    FunctionWatcher watcher;
    watcher.function = [&](quint32 events) {
        if (events & EPOLLIN)
            readable.release(static_cast<int>(sockets.receive().size()));
        if (events & EPOLLOUT) {
            writable.release();
            loop.dispatcher().rewatch(sockets.ends[0], EPOLLIN, &watcher);
        }
    };
    loop.run([&] { QVERIFY(loop.dispatcher().watch(sockets.ends[0], 0, &watcher)); });
    sockets.send("a");
    loop.run([] {});
    QCOMPARE(readable.available(), 0);
    loop.run([&] { loop.dispatcher().rewatch(sockets.ends[0], EPOLLOUT, &watcher); });
    QVERIFY(writable.tryAcquire(1, kPatienceMs));
    QVERIFY(readable.tryAcquire(1, kPatienceMs));
    loop.run([&] { loop.dispatcher().unwatch(sockets.ends[0]); });
}

void TestEpollDispatcher::refusesADescriptorTwice()
{
    Loop loop;
    const Sockets sockets;
    loop.run([&] {
        FunctionWatcher watcher;
        watcher.function = [](quint32) {};
        QVERIFY(loop.dispatcher().watch(sockets.ends[0], EPOLLIN, &watcher));
        QVERIFY(!loop.dispatcher().watch(sockets.ends[0], EPOLLIN, &watcher));
        loop.dispatcher().unwatch(sockets.ends[0]);
        QVERIFY(!loop.dispatcher().watch(-1, EPOLLIN, &watcher));
    });
}

void TestEpollDispatcher::stormsOfWakeUpsLoseNothing()
{
    constexpr int kThreads = 4;
    constexpr int kCalls = 2000;
    Loop loop;
    QSemaphore done;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&] {
            for (int i = 0; i < kCalls; ++i) {
                loop.dispatcher().wakeUp();
                QMetaObject::invokeMethod(
                    loop.worker(), [&done] { done.release(); }, Qt::QueuedConnection);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(done.tryAcquire(kThreads * kCalls, kPatienceMs));
}

void TestEpollDispatcher::quitFromWithinAndWithout()
{
    for (int round = 0; round < 50; ++round) {
        Loop loop;
        if (round % 2 == 0)
            QMetaObject::invokeMethod(
                loop.worker(), [&loop] { loop.thread().quit(); }, Qt::QueuedConnection);
        else
            loop.thread().quit();
        QVERIFY(loop.thread().wait(kPatienceMs));
    }
}

void TestEpollDispatcher::excludedNotifiersWaitForTheNextTurn()
{
    Loop loop;
    const Sockets sockets;
    loop.run([&] {
        int activated = 0;
        int ticks = 0;
        QSocketNotifier reader(sockets.ends[0], QSocketNotifier::Read);
        connect(&reader, &QSocketNotifier::activated, &reader, [&] { activated += !sockets.receive().isEmpty(); });
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&ticks] { ++ticks; });
        timer.start(0);
        sockets.send();
        for (int turn = 0; turn < 3; ++turn)
            loop.dispatcher().processEvents(QEventLoop::ExcludeSocketNotifiers);
        QCOMPARE(activated, 0);
        QVERIFY(ticks >= 3);
        loop.dispatcher().processEvents(QEventLoop::AllEvents);
        QCOMPARE(activated, 1);
    });
}

void TestEpollDispatcher::excludedUserInputChangesNothing()
{
    Loop loop;
    const Sockets sockets;
    loop.run([&] {
        int activated = 0;
        QSocketNotifier reader(sockets.ends[0], QSocketNotifier::Read);
        connect(&reader, &QSocketNotifier::activated, &reader, [&] { activated += !sockets.receive().isEmpty(); });
        sockets.send();
        QVERIFY(loop.dispatcher().processEvents(QEventLoop::ExcludeUserInputEvents));
        QCOMPARE(activated, 1);
        QVERIFY(!loop.dispatcher().processEvents(QEventLoop::AllEvents)); // nothing is left, and it does not wait
    });
}

// As Qt's own: it ends the turn that is under way, and when there is none the next one does not sleep.
void TestEpollDispatcher::anInterruptBeforeIsForgottenButWakes()
{
    Loop loop;
    loop.run([&] {
        loop.dispatcher().interrupt();
        int posted = 0;
        QMetaObject::invokeMethod(
            loop.worker(), [&posted] { ++posted; }, Qt::QueuedConnection);
        loop.dispatcher().processEvents(QEventLoop::WaitForMoreEvents);
        QCOMPARE(posted, 1);
        // Waits again: only the timer ends this.
        int ticks = 0;
        QTimer::singleShot(20, Qt::PreciseTimer, loop.worker(), [&ticks] { ++ticks; });
        for (int turn = 0; turn < 100 && ticks == 0; ++turn)
            loop.dispatcher().processEvents(QEventLoop::WaitForMoreEvents);
        QCOMPARE(ticks, 1);
    });
}

void TestEpollDispatcher::postedEventsComeByPriorityAndInOrder()
{
    struct Recorder final : QObject {
        std::vector<int> order;
        void customEvent(QEvent *event) override { order.push_back(event->type() - QEvent::User); }
    };
    Loop loop;
    loop.run([&] {
        Recorder recorder;
        const auto post = [&](int number, int priority) {
            QCoreApplication::postEvent(&recorder, new QEvent(static_cast<QEvent::Type>(QEvent::User + number)),
                                        priority);
        };
        post(1, Qt::LowEventPriority);
        post(2, Qt::NormalEventPriority);
        post(3, Qt::HighEventPriority);
        post(4, Qt::NormalEventPriority);
        loop.dispatcher().processEvents(QEventLoop::AllEvents);
        const std::vector<int> expected{3, 2, 4, 1};
        QVERIFY(recorder.order == expected);
    });
}

void TestEpollDispatcher::aNestedLoopServesTheRest()
{
    Loop loop;
    const Sockets outer;
    const Sockets inner;
    loop.run([&] {
        QStringList order;
        QEventLoop nested;
        QSocketNotifier first(outer.ends[0], QSocketNotifier::Read);
        connect(&first, &QSocketNotifier::activated, &first, [&] {
            (void)outer.receive();
            order += QStringLiteral("outer");
            inner.send();
            nested.exec();
            order += QStringLiteral("outer again");
        });
        QSocketNotifier second(inner.ends[0], QSocketNotifier::Read);
        connect(&second, &QSocketNotifier::activated, &second, [&] {
            if (inner.receive().isEmpty())
                return;
            order += QStringLiteral("inner");
            QTimer::singleShot(1, &nested, [&] {
                order += QStringLiteral("timer");
                nested.quit();
            });
        });
        outer.send();
        loop.dispatcher().processEvents(QEventLoop::AllEvents);
        const QStringList expected{QStringLiteral("outer"), QStringLiteral("inner"), QStringLiteral("timer"),
                                   QStringLiteral("outer again")};
        QCOMPARE(order, expected);
    });
}

void TestEpollDispatcher::aTimerDoesNotComeInsideItsOwnSlot()
{
    Loop loop;
    loop.run([&] {
        int depth = 0;
        int deepest = 0;
        int fired = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&] {
            deepest = std::max(deepest, ++depth);
            if (++fired <= 3) {
                QEventLoop nested;
                QTimer::singleShot(5, &nested, &QEventLoop::quit);
                nested.exec();
            }
            --depth;
        });
        timer.start(0);
        while (fired < 5)
            loop.dispatcher().processEvents(QEventLoop::WaitForMoreEvents);
        QCOMPARE(deepest, 1);
    });
}

void TestEpollDispatcher::zeroTimersDoNotStarveNotifiers()
{
    constexpr int kMessages = 100;
    Loop loop;
    const Sockets sockets;
    loop.run([&] {
        int received = 0;
        int spins = 0;
        QTimer busy;
        connect(&busy, &QTimer::timeout, &busy, [&spins] { ++spins; });
        busy.start(0);
        QSocketNotifier reader(sockets.ends[0], QSocketNotifier::Read);
        connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            received += static_cast<int>(sockets.receive().size());
            if (received < kMessages)
                sockets.send();
        });
        sockets.send();
        for (int turn = 0; turn < 2 * kMessages && received < kMessages; ++turn)
            loop.dispatcher().processEvents(QEventLoop::WaitForMoreEvents);
        QCOMPARE(received, kMessages);
        QVERIFY(spins >= kMessages / 2); // neither do notifiers starve timers
    });
}

void TestEpollDispatcher::aTimerCanBeRestartedInItsOwnSlot()
{
    Loop loop;
    loop.run([&] {
        std::vector<steady_clock::time_point> fired;
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        connect(&timer, &QTimer::timeout, &timer, [&] {
            fired.push_back(steady_clock::now());
            if (fired.size() == 2)
                timer.start(30); // another interval, and another id
        });
        timer.start(1);
        while (fired.size() < 3)
            loop.dispatcher().processEvents(QEventLoop::WaitForMoreEvents);
        QVERIFY(fired[2] - fired[1] >= milliseconds(30));
        QCOMPARE(timer.interval(), 30);
        QCOMPARE(loop.dispatcher().registeredTimers(&timer).size(), 1);
        timer.stop();
        QVERIFY(loop.dispatcher().registeredTimers(&timer).isEmpty());
    });
}

void TestEpollDispatcher::timersMoveToAnotherThread()
{
    Loop from;
    Loop to;
    QSemaphore fired;
    std::atomic<QThread *> firedIn{nullptr};
    auto timer = std::make_unique<QTimer>();
    QTimer *moved = timer.get();
    connect(moved, &QTimer::timeout, moved, [&] {
        firedIn = QThread::currentThread();
        fired.release();
    });
    moved->setInterval(20);
    moved->moveToThread(&from.thread());
    from.run([&] {
        moved->start();
        moved->moveToThread(&to.thread());
        QVERIFY(from.dispatcher().registeredTimers(moved).isEmpty());
    });
    QVERIFY(fired.tryAcquire(2, kPatienceMs));
    QCOMPARE(firedIn.load(), &to.thread());
    to.run([&] { timer.reset(); });
}

void TestEpollDispatcher::aNotifierCanBeDisabledInItsOwnSlot()
{
    Loop loop;
    const Sockets sockets;
    loop.run([&] {
        int activated = 0;
        QSocketNotifier reader(sockets.ends[0], QSocketNotifier::Read);
        connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            ++activated; // without reading: it stays ready
            reader.setEnabled(false);
        });
        sockets.send();
        for (int turn = 0; turn < 3; ++turn)
            loop.dispatcher().processEvents(QEventLoop::AllEvents);
        QCOMPARE(activated, 1);
        reader.setEnabled(true);
        loop.dispatcher().processEvents(QEventLoop::AllEvents);
        QCOMPARE(activated, 2);
    });
}

void TestEpollDispatcher::aDescriptorUsedAgainIsNotifiedAgain_data()
{
    QTest::addColumn<bool>("isInOrder");
    QTest::newRow("notifier gone before the descriptor") << true;
    QTest::newRow("descriptor closed under its notifier") << false;
}

void TestEpollDispatcher::aDescriptorUsedAgainIsNotifiedAgain()
{
    QFETCH(bool, isInOrder);
    Loop loop;
    loop.run([&] {
        Sockets before;
        const int number = before.ends[0];
        int old = 0;
        auto first = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
        connect(first.get(), &QSocketNotifier::activated, first.get(), [&old] { ++old; });
        if (isInOrder)
            first.reset();
        const Sockets after;
        QCOMPARE(::dup2(after.ends[0], number), number); // closes what was there
        int activated = 0;
        QSocketNotifier second(number, QSocketNotifier::Read);
        connect(&second, &QSocketNotifier::activated, &second, [&] { activated += !after.receive().isEmpty(); });
        first.reset();
        after.send();
        loop.dispatcher().processEvents(QEventLoop::AllEvents);
        QCOMPARE(activated, 1);
        QCOMPARE(old, 0);
        second.setEnabled(false);
    });
}

void TestEpollDispatcher::theObserverSeesEachTurnOnce()
{
    CountingObserver observer;
    Loop loop;
    loop.run([&] { loop.dispatcher().setTurnObserver(&observer); });
    for (int i = 0; i < 100; ++i)
        loop.run([] {});
    loop.run([&] { loop.dispatcher().setTurnObserver(nullptr); });
    QVERIFY(observer.alternates);
    QVERIFY(observer.ended >= 100);
    QVERIFY(observer.ended - observer.began <= 1); // the last turn has begun without an observer
}

void TestEpollDispatcher::anObserverThatSaysNoKeepsItAwake()
{
    CountingObserver observer;
    observer.staysAwakeFor = 1000;
    Loop loop;
    loop.run([&] { loop.dispatcher().setTurnObserver(&observer); });
    QTRY_VERIFY_WITH_TIMEOUT(observer.began >= 1000, kPatienceMs); // nothing else woke it
    loop.run([&] { loop.dispatcher().setTurnObserver(nullptr); });
    QVERIFY(observer.alternates);
}

QTEST_GUILESS_MAIN(TestEpollDispatcher)
#include "tst_epolldispatcher.moc"
