#include "server/policies/windowtable.h"

#include <QTest>

#include <atomic>
#include <set>
#include <thread>
#include <vector>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

using Verdict = WindowTable::Verdict;

KeyHash keyOf(quint64 number)
{
    static const KeyHasher hasher(3, 4);
    return hasher(std::string_view(reinterpret_cast<const char *>(&number), sizeof number));
}

constexpr RateLimit kTwoPerSecond{2, 1000ms};

constexpr TimePoint at(Duration sinceStart)
{
    return TimePoint(std::chrono::hours(1) + sinceStart);
}

} // namespace

class TestWindowTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysHaveTheirOwnWindows()
    {
        WindowTable table(10);
        for (quint64 key : {1u, 2u}) {
            QVERIFY(table.tryAdmit(keyOf(key), kTwoPerSecond, at(0s)).verdict == Verdict::Admitted);
            QVERIFY(table.tryAdmit(keyOf(key), kTwoPerSecond, at(100ms)).verdict == Verdict::Admitted);
            const auto third = table.tryAdmit(keyOf(key), kTwoPerSecond, at(400ms));
            QVERIFY(third.verdict == Verdict::Limited);
            QVERIFY(third.retryAfter == 600ms);
        }
        QCOMPARE(table.size(), 2u);
    }

    void limitsChangeAtTheNextUse()
    {
        WindowTable table(10);
        QVERIFY(table.tryAdmit(keyOf(1), {1, 1000ms}, at(0s)).verdict == Verdict::Admitted);
        QVERIFY(table.tryAdmit(keyOf(1), {1, 1000ms}, at(0s)).verdict == Verdict::Limited);
        QVERIFY(table.tryAdmit(keyOf(1), {2, 1000ms}, at(0s)).verdict == Verdict::Admitted);
        QVERIFY(table.tryAdmit(keyOf(1), {2, 1000ms}, at(0s)).verdict == Verdict::Limited);
    }

    void withdrawGivesBack()
    {
        WindowTable table(10);
        QVERIFY(table.tryAdmit(keyOf(1), {1, 1000ms}, at(0s)).verdict == Verdict::Admitted);
        table.withdraw(keyOf(1), at(0s));
        table.withdraw(keyOf(2), at(0s)); // unknown: nothing
        QVERIFY(table.tryAdmit(keyOf(1), {1, 1000ms}, at(0s)).verdict == Verdict::Admitted);
    }

    void looksWithoutAsking()
    {
        WindowTable table(10);
        QVERIFY(!table.look(keyOf(1), at(0s)));
        QVERIFY(table.tryAdmit(keyOf(1), kTwoPerSecond, at(0s)).verdict == Verdict::Admitted);
        QCOMPARE(table.look(keyOf(1), at(0s))->used, 1);
        QVERIFY(table.look(keyOf(1), at(0s))->freeIn == 0ms);
        QVERIFY(table.tryAdmit(keyOf(1), kTwoPerSecond, at(400ms)).verdict == Verdict::Admitted);
        QCOMPARE(table.look(keyOf(1), at(500ms))->used, 2);
        QVERIFY(table.look(keyOf(1), at(500ms))->freeIn == 500ms);
        QCOMPARE(table.look(keyOf(1), at(1s))->used, 1);
        QCOMPARE(table.look(keyOf(1), at(1400ms))->used, 0);
        QCOMPARE(table.used(keyOf(1)), 2);       // nothing was touched
        constexpr RateLimit kMany{1000, 1000ms}; // counted, not kept
        for (int i = 0; i < 600; ++i)
            QVERIFY(table.tryAdmit(keyOf(2), kMany, at(0s)).verdict == Verdict::Admitted);
        QCOMPARE(table.look(keyOf(2), at(500ms))->used, 600);
        QCOMPARE(table.look(keyOf(2), at(2s))->used, 0);
    }

    void visitsEachKeyOnce()
    {
        constexpr quint64 kKeys = 50'000; // several visits a shard
        WindowTable table(kKeys);
        for (quint64 key = 0; key < kKeys; ++key)
            QVERIFY(table.tryAdmit(keyOf(key), kTwoPerSecond, at(0s)).verdict == Verdict::Admitted);
        std::set<quint64> seen;
        size_t visits = 0;
        table.visit([&](const KeyHash &key, const SlidingWindow &) {
            seen.insert(key.low);
            ++visits;
        });
        QCOMPARE(visits, size_t{kKeys});
        QCOMPARE(seen.size(), size_t{kKeys});
    }

    void aFullTableRefusesNewKeysWhileAllAreActive()
    {
        constexpr size_t kKeys = 200;
        WindowTable table(kKeys);
        for (quint64 key = 0; key < kKeys; ++key)
            QVERIFY(table.tryAdmit(keyOf(key), kTwoPerSecond, at(0s)).verdict == Verdict::Admitted);
        QVERIFY(table.tryAdmit(keyOf(kKeys), kTwoPerSecond, at(1s - 1ns)).verdict == Verdict::TableFull);
        QCOMPARE(table.size(), kKeys);
        QVERIFY(table.tryAdmit(keyOf(0), kTwoPerSecond, at(1s - 1ns)).verdict == Verdict::Admitted);
        QVERIFY(table.tryAdmit(keyOf(kKeys), kTwoPerSecond, at(1s)).verdict == Verdict::Admitted);
        QVERIFY(table.size() <= kKeys);
    }

    void anActiveKeyIsNeverEvicted()
    {
        WindowTable table(2);
        QVERIFY(table.tryAdmit(keyOf(1), {1, 10'000ms}, at(0s)).verdict == Verdict::Admitted);
        QVERIFY(table.tryAdmit(keyOf(2), {1, 1000ms}, at(0s)).verdict == Verdict::Admitted);
        for (quint64 key = 3; key < 50; ++key) { // each takes the place of the short one before it
            const auto now = at(std::chrono::milliseconds(key * 1000 / 10));
            static_cast<void>(table.tryAdmit(keyOf(key), {1, 50ms}, now));
            QVERIFY(table.size() <= 2);
        }
        QVERIFY(table.tryAdmit(keyOf(1), {1, 10'000ms}, at(9s)).verdict == Verdict::Limited);
    }

    void idleKeysGoWithoutASweep()
    {
        WindowTable table(100'000);
        for (quint64 key = 0; key < 20'000; ++key)
            QVERIFY(table.tryAdmit(keyOf(key), kTwoPerSecond, at(0s)).verdict == Verdict::Admitted);
        QCOMPARE(table.size(), 20'000u);
        for (quint64 key = 0; key < 20'000; ++key) // each access takes away up to two idle ones
            QVERIFY(table.tryAdmit(keyOf(1'000'000 + key % 500), {1000, 1000ms}, at(5s)).verdict == Verdict::Admitted);
        QVERIFY2(table.size() < 1000, qPrintable(QString::number(table.size())));
    }

    void aTimerEmptiesASilentTable()
    {
        WindowTable table(10'000);
        for (quint64 key = 0; key < 1000; ++key)
            QVERIFY(table.tryAdmit(keyOf(key), kTwoPerSecond, at(0s)).verdict == Verdict::Admitted);
        QCOMPARE(table.expire(at(1s - 1ns), 10'000), 0u);
        QCOMPARE(table.expire(at(1s), 300), 300u);
        QCOMPARE(table.size(), 700u);
        QCOMPARE(table.expire(at(1s), 10'000), 700u);
        QCOMPARE(table.size(), 0u);
    }

    void manyThreadsNeverExceedALimit()
    {
        constexpr int kThreads = 8;
        constexpr int kLimit = 100;
        WindowTable table(1000);
        std::array<std::atomic<int>, 20> admitted{};
        std::vector<std::thread> threads;
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([&] {
                for (int round = 0; round < 40; ++round) {
                    for (quint64 key = 0; key < admitted.size(); ++key) {
                        if (table.tryAdmit(keyOf(key), {kLimit, 60'000ms}, at(0s)).verdict == Verdict::Admitted)
                            ++admitted[key];
                    }
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        for (const auto &count : admitted)
            QCOMPARE(count.load(), kLimit);
        QCOMPARE(table.size(), admitted.size());
    }

    void manyThreadsNeverExceedTheKeys()
    {
        WindowTable table(50);
        std::atomic<bool> exceeded{false};
        std::vector<std::thread> threads;
        for (quint64 i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] {
                for (quint64 step = 0; step < 5000; ++step) {
                    const auto now = at(std::chrono::microseconds(step * 100));
                    static_cast<void>(table.tryAdmit(keyOf(i * 10'000 + step), {1, 1ms}, now));
                    if (table.size() > 50)
                        exceeded = true;
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        QVERIFY(!exceeded);
    }
};

QTEST_GUILESS_MAIN(TestWindowTable)
#include "tst_windowtable.moc"
