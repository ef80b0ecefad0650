#include "server/work/sleepers.h"

#include <QTest>

#include <atomic>
#include <thread>

using sluice::Mutex;
using sluice::MutexLock;
using sluice::server::Sleepers;

/// Who sleeps is woken exactly once, the last to fall asleep first.
class TestSleepers : public QObject
{
    Q_OBJECT

private:
    // Threads that fall asleep one after the other, each noting its number once it is awake again.
    struct Dormitory {
        Mutex mutex;
        Sleepers sleepers;
        std::vector<int> risen;
        std::vector<std::thread> threads;

        ~Dormitory()
        {
            {
                MutexLock lock(mutex);
                sleepers.wakeAll();
            }
            for (std::thread &thread : threads)
                thread.join();
        }
        void add(int number)
        {
            threads.emplace_back([this, number] {
                MutexLock lock(mutex);
                sleepers.sleep(mutex);
                risen.push_back(number);
            });
        }
        size_t asleep()
        {
            MutexLock lock(mutex);
            return sleepers.asleep();
        }
        size_t waking()
        {
            MutexLock lock(mutex);
            return sleepers.waking();
        }
        std::vector<int> risenSoFar()
        {
            MutexLock lock(mutex);
            return risen;
        }
        Sleepers::Wakes choose(size_t count)
        {
            MutexLock lock(mutex);
            return sleepers.choose(count);
        }
        void fill(int count)
        {
            for (int number = 0; number < count; ++number) {
                add(number);
                QTRY_COMPARE(asleep(), static_cast<size_t>(number + 1));
            }
        }
    };

private Q_SLOTS:
    void theLastAsleepIsWokenFirst()
    {
        Dormitory room;
        room.fill(3);
        room.choose(1).send();
        QTRY_COMPARE(room.risenSoFar(), std::vector<int>({2}));
        room.add(3);
        QTRY_COMPARE(room.asleep(), 3u);
        for (const int next : {3, 1, 0}) {
            room.choose(1).send();
            QTRY_COMPARE(room.risenSoFar().back(), next);
        }
        QCOMPARE(room.asleep(), 0u);
        QCOMPARE(room.waking(), 0u);
    }

    void whoSleepsByTheClockIsWokenLast()
    {
        Dormitory room;
        room.fill(1);
        room.threads.emplace_back([&room] {
            MutexLock lock(room.mutex);
            if (room.sleepers.sleepFor(room.mutex, std::chrono::hours(1)))
                room.risen.push_back(1);
        });
        QTRY_COMPARE(room.asleep(), 2u);
        for (const int next : {0, 1}) {
            room.choose(1).send();
            QTRY_COMPARE(room.risenSoFar().size(), static_cast<size_t>(next + 1));
            QCOMPARE(room.risenSoFar().back(), next);
        }
    }

    void whoIsChosenCountsAsWakingUntilItIsUp()
    {
        Dormitory room;
        room.fill(2);
        {
            MutexLock lock(room.mutex);
            Sleepers::Wakes wakes = room.sleepers.choose(5); // more than there are
            QCOMPARE(room.sleepers.asleep(), 0u);
            QCOMPARE(room.sleepers.waking(), 2u);
            wakes.send();
        }
        QTRY_COMPARE(room.waking(), 0u);
        QCOMPARE(room.risenSoFar().size(), 2u);
    }

    void sleepEndsWithItsTime()
    {
        Mutex mutex;
        Sleepers sleepers;
        MutexLock lock(mutex);
        QVERIFY(!sleepers.sleepFor(mutex, std::chrono::milliseconds(1)));
        QCOMPARE(sleepers.asleep(), 0u);
        QCOMPARE(sleepers.waking(), 0u);
    }

    void sleepEndsBeforeItsTimeWhenChosen()
    {
        Dormitory room;
        std::atomic<bool> woken{false};
        room.threads.emplace_back([&] {
            MutexLock lock(room.mutex);
            woken = room.sleepers.sleepFor(room.mutex, std::chrono::hours(1));
        });
        QTRY_COMPARE(room.asleep(), 1u);
        room.choose(1).send();
        QTRY_VERIFY(woken);
        QCOMPARE(room.waking(), 0u);
    }

    // Time and wake-up race: who is chosen takes its wake-up in any case, so that none is left for the next sleep.
    void noWakeUpIsLeftOver()
    {
        Dormitory room;
        std::atomic<int> chosen{0};
        std::atomic<bool> isOver{false};
        room.threads.emplace_back([&] {
            MutexLock lock(room.mutex);
            for (int i = 0; i < 2000; ++i)
                chosen += room.sleepers.sleepFor(room.mutex, std::chrono::milliseconds(1)) ? 1 : 0;
            isOver = true;
        });
        int sent = 0;
        while (!isOver) {
            MutexLock lock(room.mutex);
            if (room.sleepers.asleep() == 0)
                continue;
            room.sleepers.choose(1).send();
            ++sent;
        }
        QCOMPARE(chosen.load(), sent);
        QCOMPARE(room.waking(), 0u);
    }

    void wakeAllWakesMoreThanOneChoice()
    {
        constexpr int kThreads = 40;
        Dormitory room;
        for (int number = 0; number < kThreads; ++number)
            room.add(number);
        QTRY_COMPARE(room.asleep(), static_cast<size_t>(kThreads));
        {
            MutexLock lock(room.mutex);
            room.sleepers.wakeAll();
        }
        QTRY_COMPARE(room.risenSoFar().size(), static_cast<size_t>(kThreads));
        QCOMPARE(room.waking(), 0u);
    }
};

QTEST_GUILESS_MAIN(TestSleepers)
#include "tst_sleepers.moc"
