// clazy:excludeall=lambda-in-connect (senders and receivers end with the test function)
#include "server/transport/epolldispatcher.h"

#include <QEventLoop>
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

/// Keeps the thread at work until that moment, so that every timer due before it is due at once.
void spinUntil(steady_clock::time_point when)
{
    while (steady_clock::now() < when) { }
}

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
    void timersFireInTheOrderTheyAreDue();
    void aTimerDoesNotNestInItsOwnSlot();
    void aTimerCanBeRestartedFromItsOwnSlot();
    void timersMoveWithTheirObject();
    void zeroTimersDoNotStarveNotifiers();
    void timersAreListedAndTellTheRemainingTime();
    void notifiersReadAndWrite();
    void aNotifierCanGoInItsOwnSlot();
    void aNotifierCanBeDisabledInItsOwnSlot();
    void whatWasReadyIsNotToldToTheNextOwnerOfTheNumber();
    void aNumberCanComeBackUnderItsOldNotifier();
    void eachKindOfNotifierHearsOfTheEnd_data();
    void eachKindOfNotifierHearsOfTheEnd();
    void oneDescriptorWithReadAndWrite();
    void queuedCallsWakeIt();
    void postedEventsComeByPriority();
    void itWaitsOnlyWhenTold_data();
    void itWaitsOnlyWhenTold();
    void notifiersCanBeExcluded();
    void interruptEndsAWait_data();
    void interruptEndsAWait();
    void nestedLoopsServeEverything();
    void watchersAreCalledDirectly();
    void aWatcherMayUnwatchItselfAndOthers();
    void watchersSeeAHangUp();
    void rewatchChangesTheInterest();
    void refusesADescriptorTwice();
    void stormsOfWakeUpsLoseNothing();
    void quitFromWithinAndWithout();
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
        spinUntil(steady_clock::now() + milliseconds(10)); // so that both are due
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
    std::atomic<int> spins{0}; // counts until the loop has ended
    Loop loop;
    QSemaphore later;
    const Sockets sockets;
    QSemaphore readable;
    FunctionWatcher watcher;
    watcher.function = [&](quint32) {
        if (!sockets.receive().isEmpty())
            readable.release();
    };
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

void TestEpollDispatcher::timersFireInTheOrderTheyAreDue()
{
    Loop loop;
    QSemaphore done;
    std::vector<int> order;
    loop.run([&] {
        for (const int delay : {3, 1, 4, 2}) {
            QTimer::singleShot(delay, Qt::PreciseTimer, loop.worker(), [&, delay] {
                order.push_back(delay);
                done.release();
            });
        }
        spinUntil(steady_clock::now() + milliseconds(10));
    });
    QVERIFY(done.tryAcquire(4, kPatienceMs));
    loop.run([] {});
    QCOMPARE(order, (std::vector<int>{1, 2, 3, 4}));
}

// As in Qt's own dispatchers: while its slot runs a nested event loop, others fire, but not it.
void TestEpollDispatcher::aTimerDoesNotNestInItsOwnSlot()
{
    Loop loop;
    QSemaphore done;
    int depth = 0;
    int deepest = 0;
    loop.run([&] {
        auto *timer = new QTimer(&loop.dispatcher());
        connect(timer, &QTimer::timeout, timer, [&, timer] {
            deepest = std::max(deepest, ++depth);
            QEventLoop nested;
            QTimer::singleShot(5, &nested, &QEventLoop::quit);
            if (depth < 3)
                nested.exec();
            if (--depth == 0) {
                timer->stop();
                done.release();
            }
        });
        timer->start(0);
    });
    QVERIFY(done.tryAcquire(1, kPatienceMs));
    loop.run([] {});
    QCOMPARE(deepest, 1);
}

void TestEpollDispatcher::aTimerCanBeRestartedFromItsOwnSlot()
{
    Loop loop;
    QSemaphore done;
    std::vector<int> intervals;
    loop.run([&] {
        auto *timer = new QTimer(&loop.dispatcher());
        connect(timer, &QTimer::timeout, timer, [&, timer] {
            intervals.push_back(timer->interval());
            timer->start(timer->interval() + 1);
            if (intervals.size() == 3) {
                timer->stop();
                done.release();
            }
        });
        timer->start(100'000);
        timer->start(1);
        QCOMPARE(loop.dispatcher().registeredTimers(timer).size(), 1);
    });
    QVERIFY(done.tryAcquire(1, kPatienceMs));
    loop.run([] {});
    QCOMPARE(intervals, (std::vector<int>{1, 2, 3}));
}

void TestEpollDispatcher::timersMoveWithTheirObject()
{
    Loop from;
    Loop to;
    QSemaphore done;
    std::atomic<QThread *> firedIn{nullptr};
    std::unique_ptr<QTimer> timer;
    from.run([&] {
        timer = std::make_unique<QTimer>();
        connect(timer.get(), &QTimer::timeout, timer.get(), [&] {
            timer->stop();
            firedIn = QThread::currentThread();
            done.release();
        });
        timer->start(1);
        timer->moveToThread(&to.thread());
        QVERIFY(from.dispatcher().registeredTimers(timer.get()).isEmpty());
    });
    QVERIFY(done.tryAcquire(1, kPatienceMs));
    QCOMPARE(firedIn.load(), &to.thread());
    to.run([&] { timer.reset(); });
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

void TestEpollDispatcher::aNotifierCanBeDisabledInItsOwnSlot()
{
    Loop loop;
    const Sockets sockets;
    QSemaphore told;
    std::unique_ptr<QSocketNotifier> reader;
    loop.run([&] {
        reader = std::make_unique<QSocketNotifier>(sockets.ends[0], QSocketNotifier::Read);
        connect(reader.get(), &QSocketNotifier::activated, reader.get(), [&] {
            reader->setEnabled(false); // and the byte stays where it is
            told.release();
        });
    });
    sockets.send();
    QVERIFY(told.tryAcquire(1, kPatienceMs));
    for (int turn = 0; turn < 3; ++turn)
        loop.run([] {});
    QCOMPARE(told.available(), 0);
    loop.run([&] { reader->setEnabled(true); });
    QVERIFY(told.tryAcquire(1, kPatienceMs));
    loop.run([&] { reader.reset(); });
}

void TestEpollDispatcher::whatWasReadyIsNotToldToTheNextOwnerOfTheNumber()
{
    Loop loop;
    const std::array<Sockets, 2> sockets;
    const Sockets fresh;
    QSemaphore replaced;
    QSemaphore told;
    std::array<std::unique_ptr<QSocketNotifier>, 2> readers;
    // Both are ready in the same turn; whichever is told first gives the other's number to a fresh socket.
    const auto replace = [&](size_t other) {
        const int number = sockets[other].ends[0];
        readers[1 - other]->setEnabled(false);
        readers[other].reset();
        QVERIFY(::dup2(fresh.ends[0], number) == number);
        readers[other] = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
        connect(readers[other].get(), &QSocketNotifier::activated, readers[other].get(), [&told, &fresh] {
            (void)fresh.receive();
            told.release();
        });
        replaced.release();
    };
    loop.run([&] {
        for (size_t i = 0; i < 2; ++i) {
            readers[i] = std::make_unique<QSocketNotifier>(sockets[i].ends[0], QSocketNotifier::Read);
            connect(readers[i].get(), &QSocketNotifier::activated, readers[i].get(), [&replace, i] { replace(1 - i); });
            sockets[i].send();
        }
    });
    QVERIFY(replaced.tryAcquire(1, kPatienceMs));
    loop.run([] {});
    QCOMPARE(told.available(), 0);
    fresh.send();
    QVERIFY(told.tryAcquire(1, kPatienceMs));
    loop.run([&] { readers = {}; });
}

// Whoever closes a descriptor before its notifier goes must not make the next one deaf.
void TestEpollDispatcher::aNumberCanComeBackUnderItsOldNotifier()
{
    Loop loop;
    const Sockets sockets;
    const Sockets fresh;
    QSemaphore told;
    std::unique_ptr<QSocketNotifier> before;
    std::unique_ptr<QSocketNotifier> after;
    loop.run([&] {
        before = std::make_unique<QSocketNotifier>(sockets.ends[0], QSocketNotifier::Read);
        QVERIFY(::dup2(fresh.ends[0], sockets.ends[0]) >= 0);
        after = std::make_unique<QSocketNotifier>(sockets.ends[0], QSocketNotifier::Read);
        connect(after.get(), &QSocketNotifier::activated, after.get(),
                [&] { told.release(static_cast<int>(fresh.receive().size())); });
    });
    fresh.send("a");
    QVERIFY(told.tryAcquire(1, kPatienceMs));
    loop.run([&] { before.reset(); });
    fresh.send("b");
    QVERIFY(told.tryAcquire(1, kPatienceMs));
    loop.run([&] { after.reset(); });
}

void TestEpollDispatcher::eachKindOfNotifierHearsOfTheEnd_data()
{
    QTest::addColumn<QSocketNotifier::Type>("type");
    QTest::newRow("read") << QSocketNotifier::Read;
    QTest::newRow("write") << QSocketNotifier::Write;
    QTest::newRow("exception") << QSocketNotifier::Exception;
}

void TestEpollDispatcher::eachKindOfNotifierHearsOfTheEnd()
{
    QFETCH(QSocketNotifier::Type, type);
    Loop loop;
    const Sockets sockets;
    QSemaphore told;
    std::unique_ptr<QSocketNotifier> notifier;
    QCOMPARE(::shutdown(sockets.ends[1], SHUT_RDWR), 0);
    loop.run([&] {
        notifier = std::make_unique<QSocketNotifier>(sockets.ends[0], type);
        connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), [&] {
            notifier->setEnabled(false);
            told.release();
        });
    });
    QVERIFY(told.tryAcquire(1, kPatienceMs));
    loop.run([&] { notifier.reset(); });
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

void TestEpollDispatcher::postedEventsComeByPriority()
{
    struct Recorder : QObject {
        std::vector<int> types;
        bool event(QEvent *event) override
        {
            if (event->type() < QEvent::User)
                return QObject::event(event); // that it has moved
            types.push_back(event->type() - QEvent::User);
            return true;
        }
    } recorder;
    Loop loop;
    recorder.moveToThread(&loop.thread());
    loop.run([&] {
        const auto post = [&](int type, Qt::EventPriority priority) {
            QCoreApplication::postEvent(&recorder, new QEvent(QEvent::Type(QEvent::User + type)), priority);
        };
        post(4, Qt::LowEventPriority);
        post(2, Qt::NormalEventPriority);
        post(3, Qt::NormalEventPriority);
        post(1, Qt::HighEventPriority);
    });
    loop.run([] {});
    loop.thread().quit();
    QVERIFY(loop.thread().wait(kPatienceMs));
    QCOMPARE(recorder.types, (std::vector<int>{1, 2, 3, 4}));
}

void TestEpollDispatcher::itWaitsOnlyWhenTold_data()
{
    QTest::addColumn<int>("flags");
    QTest::addColumn<bool>("waits");
    QTest::newRow("all events") << int(QEventLoop::AllEvents) << false;
    QTest::newRow("no user input") << int(QEventLoop::ExcludeUserInputEvents) << false;
    QTest::newRow("wait") << int(QEventLoop::WaitForMoreEvents) << true;
    QTest::newRow("wait, no user input") << int(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeUserInputEvents)
                                         << true;
}

void TestEpollDispatcher::itWaitsOnlyWhenTold()
{
    QFETCH(int, flags);
    QFETCH(bool, waits);
    Loop loop;
    loop.run([&] {
        EpollDispatcher &dispatcher = loop.dispatcher();
        while (dispatcher.processEvents(QEventLoop::AllEvents)) { } // the wake-ups that brought this call
        bool fired = false;
        QTimer timer;
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, &timer, [&fired] { fired = true; });
        timer.start(waits ? 20 : 100'000);
        QCOMPARE(dispatcher.processEvents(QEventLoop::ProcessEventsFlags(flags)), waits);
        QCOMPARE(fired, waits);
    });
}

void TestEpollDispatcher::notifiersCanBeExcluded()
{
    Loop loop;
    const Sockets sockets;
    loop.run([&] {
        EpollDispatcher &dispatcher = loop.dispatcher();
        int told = 0;
        QSocketNotifier reader(sockets.ends[0], QSocketNotifier::Read);
        connect(&reader, &QSocketNotifier::activated, &reader,
                [&] { told += static_cast<int>(sockets.receive().size()); });
        sockets.send();
        bool fired = false;
        QTimer::singleShot(5, &reader, [&fired] { fired = true; });
        int turns = 0;
        while (!fired) {
            ++turns;
            dispatcher.processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers);
        }
        QCOMPARE(told, 0);
        QVERIFY2(turns < 10, qPrintable(QString::number(turns))); // what is ready and excluded does not end the wait
        dispatcher.processEvents(QEventLoop::AllEvents);
        QCOMPARE(told, 1);
    });
}

void TestEpollDispatcher::interruptEndsAWait_data()
{
    QTest::addColumn<bool>("before");
    QTest::newRow("before it") << true;
    QTest::newRow("from another thread") << false;
}

void TestEpollDispatcher::interruptEndsAWait()
{
    QFETCH(bool, before);
    Loop loop;
    QSemaphore waiting;
    QSemaphore back;
    QMetaObject::invokeMethod(
        loop.worker(),
        [&] {
            EpollDispatcher &dispatcher = loop.dispatcher();
            while (dispatcher.processEvents(QEventLoop::AllEvents)) { }
            connect(&dispatcher, &QAbstractEventDispatcher::aboutToBlock, &dispatcher,
                    [&waiting] { waiting.release(); });
            if (before)
                dispatcher.interrupt();
            dispatcher.processEvents(QEventLoop::WaitForMoreEvents);
            disconnect(&dispatcher, nullptr, &dispatcher, nullptr);
            back.release();
        },
        Qt::QueuedConnection);
    if (!before) {
        QVERIFY(waiting.tryAcquire(1, kPatienceMs));
        loop.dispatcher().interrupt();
    }
    QVERIFY(back.tryAcquire(1, kPatienceMs));
}

void TestEpollDispatcher::nestedLoopsServeEverything()
{
    Loop loop;
    const Sockets sockets;
    int served = 0;
    loop.run([&] {
        QEventLoop nested;
        const auto serve = [&] {
            if (++served == 4)
                nested.quit();
        };
        QSocketNotifier reader(sockets.ends[0], QSocketNotifier::Read);
        connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            (void)sockets.receive();
            serve();
        });
        QTimer::singleShot(1, &nested, serve);
        QMetaObject::invokeMethod(&nested, serve, Qt::QueuedConnection);
        QMetaObject::invokeMethod(
            &nested,
            [&] {
                QEventLoop innermost;
                QMetaObject::invokeMethod(&innermost, &QEventLoop::quit, Qt::QueuedConnection);
                innermost.exec();
                serve();
            },
            Qt::QueuedConnection);
        sockets.send();
        nested.exec();
    });
    QCOMPARE(served, 4);
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

QTEST_GUILESS_MAIN(TestEpollDispatcher)
#include "tst_epolldispatcher.moc"
