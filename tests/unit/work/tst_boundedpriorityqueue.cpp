#include "server/work/boundedpriorityqueue.h"
#include "tests/unit/work/testjobs.h"

#include <QTest>

#include <algorithm>
#include <latch>
#include <thread>
#include <unordered_map>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG) || defined(QT_DEBUG)
constexpr int kJobsPerProducer = 10'000;
constexpr int kWakeRounds = 2'000;
#else
constexpr int kJobsPerProducer = 250'000;
constexpr int kWakeRounds = 20'000;
#endif

QueueLimits limitsOf(int capacity)
{
    QueueLimits limits;
    limits.capacity = capacity;
    return limits;
}

} // namespace

class TestBoundedPriorityQueue : public QObject
{
    Q_OBJECT

private:
    StoppedClock m_clock;

    /// Everything that waits, in the order in which one worker gets it.
    static std::vector<Job> popAll(BoundedPriorityQueue &queue)
    {
        std::vector<Job> all;
        std::vector<Job> batch;
        BoundedPriorityQueue::Consumer consumer;
        while (queue.depth() > 0) {
            queue.pop(consumer, batch);
            queue.settled(batch);
            all.insert(all.end(), batch.begin(), batch.end());
        }
        return all;
    }

private Q_SLOTS:
    void oneLaneIsFirstInFirstOut()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(1000));
        TestJobs jobs(m_clock);
        QCOMPARE(queue.setConsumers(1), 1);
        std::vector<Job> rejected;
        const auto first = jobs.make(300);
        const auto second = jobs.make(200);
        QCOMPARE(queue.push(first, rejected).accepted, 300u);
        QCOMPARE(queue.push(second, rejected).accepted, 200u);

        std::vector<Job> expected = first;
        expected.insert(expected.end(), second.begin(), second.end());
        QVERIFY(popAll(queue) == expected);
        QVERIFY(rejected.empty());
    }

    void lanesShareByWeight()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(10'000));
        TestJobs jobs(m_clock);
        QCOMPARE(queue.setConsumers(1), 1);
        std::vector<Job> rejected;
        for (Lane lane : {Lane::Low, Lane::Normal, Lane::High})
            queue.push(jobs.make(1000, lane), rejected);

        std::vector<Job> order = popAll(queue);
        QCOMPARE(order.size(), 3000u);
        std::array<int, kLaneCount> counts{};
        for (size_t i = 0; i < 1300; ++i) // 100 rounds of 8 + 4 + 1
            ++counts[static_cast<size_t>(order[i]->spec->lane)];
        QCOMPARE(counts[0], 800);
        QCOMPARE(counts[1], 400);
        QCOMPARE(counts[2], 100);
    }

    void anEmptyLaneLeavesItsTurnsToOthers()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(100));
        TestJobs jobs(m_clock);
        QCOMPARE(queue.setConsumers(1), 1);
        std::vector<Job> rejected;
        queue.push(jobs.make(50, Lane::Low), rejected);
        QCOMPARE(popAll(queue).size(), 50u);
    }

    void agedJobsGoFirstOldestFirst()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(100));
        TestJobs jobs(m_clock);
        QCOMPARE(queue.setConsumers(1), 1);
        std::vector<Job> rejected;
        const auto low = jobs.make(2, Lane::Low);
        queue.push(low, rejected);
        m_clock.advance(1ms);
        const auto normal = jobs.make(2, Lane::Normal);
        queue.push(normal, rejected);
        m_clock.advance(2000ms);
        const auto high = jobs.make(2, Lane::High);
        queue.push(high, rejected);

        // The low ones waited 2001 ms, the normal ones exactly 2000: only the low ones are beyond the ageing.
        const std::vector<Job> expected{low[0], low[1], high[0], high[1], normal[0], normal[1]};
        QVERIFY(popAll(queue) == expected);
    }

    void ageingCanBeOff()
    {
        QueueLimits limits = limitsOf(100);
        limits.ageing = 0ms;
        BoundedPriorityQueue queue(m_clock, limits);
        TestJobs jobs(m_clock);
        QCOMPARE(queue.setConsumers(1), 1);
        std::vector<Job> rejected;
        queue.push(jobs.make(1, Lane::Low), rejected);
        m_clock.advance(1h);
        const auto high = jobs.make(1, Lane::High);
        queue.push(high, rejected);
        QCOMPARE(popAll(queue).front(), high.front());
    }

    void capacityIsExactOverAllLanes()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(10));
        TestJobs jobs(m_clock);
        std::vector<Job> rejected;
        QCOMPARE(queue.push(jobs.make(4, Lane::High), rejected).accepted, 4u);
        QCOMPARE(queue.push(jobs.make(5, Lane::Low), rejected).accepted, 5u);
        QVERIFY(rejected.empty());
        const auto last = jobs.make(2, Lane::Normal);
        QCOMPARE(queue.push(last, rejected).accepted, 1u);
        QCOMPARE(rejected, std::vector<Job>{last[1]});
        QCOMPARE(queue.depth(), 10u);
        QCOMPARE(queue.depth(Lane::High), 4u);
        QCOMPARE(queue.depth(Lane::Normal), 1u);
        QCOMPARE(queue.depth(Lane::Low), 5u);
    }

    void capacityChangesLive()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(10));
        TestJobs jobs(m_clock);
        std::vector<Job> rejected;
        queue.push(jobs.make(10), rejected);
        queue.setLimits(limitsOf(5));
        QCOMPARE(queue.depth(), 10u);
        QCOMPARE(queue.capacity(), 5u);
        queue.push(jobs.make(1), rejected);
        QCOMPARE(rejected.size(), 1u);
        queue.setLimits(limitsOf(11));
        QCOMPARE(queue.push(jobs.make(2), rejected).accepted, 1u);
    }

    void dropOldestEvictsFromTheLowestLane()
    {
        QueueLimits limits = limitsOf(4);
        limits.overflow = QueueOverflow::DropOldest;
        BoundedPriorityQueue queue(m_clock, limits);
        QVERIFY(queue.dropsOldest());
        TestJobs jobs(m_clock);
        std::vector<Job> rejected;
        const auto low = jobs.make(2, Lane::Low);
        const auto high = jobs.make(2, Lane::High);
        queue.push(low, rejected);
        queue.push(high, rejected);
        QVERIFY(rejected.empty());

        const auto newer = jobs.make(3, Lane::High);
        const PushResult result = queue.push(newer, rejected);
        QCOMPARE(result.accepted, 3u);
        QCOMPARE(result.evicted, 3u);
        QCOMPARE(rejected, (std::vector<Job>{low[0], low[1], high[0]}));
        QCOMPARE(queue.depth(), 4u);
    }

    void dropOldestNeverEvictsForALowerLane()
    {
        QueueLimits limits = limitsOf(2);
        limits.overflow = QueueOverflow::DropOldest;
        BoundedPriorityQueue queue(m_clock, limits);
        TestJobs jobs(m_clock);
        std::vector<Job> rejected;
        queue.push(jobs.make(2, Lane::High), rejected);
        const auto low = jobs.make(1, Lane::Low);
        QCOMPARE(queue.push(low, rejected).evicted, 0u);
        QCOMPARE(rejected, low);
    }

    void batchesFollowDepthAndTime_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("handlerUs");
        QTest::addColumn<int>("taken");
        QTest::newRow("all there are") << 8 << 1 << 8;
        QTest::newRow("never more than the largest batch") << 1000 << 1 << 64;
        QTest::newRow("the time budget exactly") << 100 << 10 << 10;
        QTest::newRow("and not beyond it") << 100 << 11 << 9;
        QTest::newRow("slow handlers one at a time") << 100 << 51 << 1;
        QTest::newRow("very slow ones too") << 3 << 3'000'000 << 1;
    }

    void batchesFollowDepthAndTime()
    {
        QFETCH(int, depth);
        QFETCH(int, handlerUs);
        BoundedPriorityQueue queue(m_clock, limitsOf(1000));
        TestJobs jobs(m_clock, std::chrono::microseconds(handlerUs));
        QCOMPARE(queue.setConsumers(4), 4);
        std::vector<Job> rejected;
        queue.push(jobs.make(static_cast<size_t>(depth)), rejected);
        std::vector<Job> batch;
        BoundedPriorityQueue::Consumer consumer;
        QTEST(static_cast<int>(queue.pop(consumer, batch)), "taken");
    }

    void nothingLeavesBeyondMaxInFlight()
    {
        QueueLimits limits = limitsOf(100);
        limits.maxInFlight = 3;
        BoundedPriorityQueue queue(m_clock, limits);
        TestJobs jobs(m_clock);
        QCOMPARE(queue.setConsumers(1), 1);
        std::vector<Job> rejected;
        queue.push(jobs.make(8), rejected);

        std::vector<Job> batch;
        BoundedPriorityQueue::Consumer consumer;
        QCOMPARE(queue.pop(consumer, batch), 3u);
        QCOMPARE(queue.inFlight(), 3u);

        const std::vector<Job> first = batch;
        std::latch begun(1);
        std::atomic<size_t> second{0};
        std::thread worker([&] {
            begun.count_down();
            second = queue.pop(consumer, batch);
        });
        begun.wait();
        QCOMPARE(second.load(), 0u);
        queue.settled(std::span(first).first(1));
        worker.join();
        QCOMPARE(second.load(), 1u);
        QCOMPARE(queue.inFlight(), 3u);
        QCOMPARE(queue.depth(), 4u);
    }

    void closedQueueHandsOutTheRestThenEnds()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(100));
        TestJobs jobs(m_clock);
        QCOMPARE(queue.setConsumers(1), 1);
        std::vector<Job> rejected;
        queue.push(jobs.make(5), rejected);
        queue.close();
        const auto late = jobs.make(2);
        QCOMPARE(queue.push(late, rejected).accepted, 0u);
        QCOMPARE(rejected, late);

        std::vector<Job> batch;
        BoundedPriorityQueue::Consumer consumer;
        QCOMPARE(queue.pop(consumer, batch), 5u);
        QCOMPARE(queue.pop(consumer, batch), 0u);
    }

    void closeWakesASleepingWorker()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(100));
        QCOMPARE(queue.setConsumers(1), 1);
        std::thread worker([&queue] {
            std::vector<Job> batch;
            BoundedPriorityQueue::Consumer consumer;
            QCOMPARE(queue.pop(consumer, batch), 0u);
        });
        queue.close();
        worker.join();
    }

    void drainAllTakesEverythingOut()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(100));
        TestJobs jobs(m_clock);
        std::vector<Job> rejected;
        queue.push(jobs.make(3, Lane::Low), rejected);
        queue.push(jobs.make(2, Lane::High), rejected);
        QCOMPARE(queue.drainAll().size(), 5u);
        QCOMPARE(queue.depth(), 0u);
        QCOMPARE(queue.depth(Lane::Low), 0u);
        QCOMPARE(queue.inFlight(), 0u);
    }

    void surplusConsumersEnd()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(100));
        QCOMPARE(queue.setConsumers(3), 3);
        QCOMPARE(queue.setConsumers(1), 0);
        std::vector<Job> batch;
        for (int i = 0; i < 2; ++i) {
            BoundedPriorityQueue::Consumer consumer;
            QCOMPARE(queue.pop(consumer, batch), 0u);
        }
        QCOMPARE(queue.setConsumers(2), 1);
    }

    void oldestWaitsAreTold()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(100));
        TestJobs jobs(m_clock);
        std::vector<Job> rejected;
        queue.push(jobs.make(1, Lane::High), rejected);
        m_clock.advance(5ms);
        queue.push(jobs.make(1, Lane::High), rejected);
        queue.push(jobs.make(1, Lane::Low), rejected);
        m_clock.advance(2ms);
        const auto waits = queue.oldestWaits(m_clock.now());
        QVERIFY(waits[0] == 7ms);
        QVERIFY(waits[1] == 0ms);
        QVERIFY(waits[2] == 2ms);
    }

    void everyJobIsTakenOnceByManyThreads()
    {
        constexpr int kProducers = 4;
        constexpr int kConsumers = 4;
        SystemClock clock;
        QueueLimits limits = limitsOf(5000);
        limits.maxInFlight = 200;
        BoundedPriorityQueue queue(clock, limits);
        QCOMPARE(queue.setConsumers(kConsumers), kConsumers);

        std::vector<std::unique_ptr<TestJobs>> makers;
        std::vector<std::vector<Job>> inputs;
        std::unordered_map<Job, std::atomic<int>> taken;
        for (int i = 0; i < kProducers; ++i) {
            makers.push_back(std::make_unique<TestJobs>(clock));
            inputs.push_back(makers.back()->make(static_cast<size_t>(kJobsPerProducer), static_cast<Lane>(i % 3)));
            for (Job job : inputs.back())
                taken[job] = 0;
        }

        std::atomic<bool> overfull{false};
        std::vector<std::thread> consumers;
        for (int i = 0; i < kConsumers; ++i) {
            consumers.emplace_back([&] {
                std::vector<Job> batch;
                BoundedPriorityQueue::Consumer consumer;
                while (queue.pop(consumer, batch) > 0) {
                    for (Job job : batch)
                        ++taken.find(job)->second;
                    if (queue.depth() > 5000 || queue.inFlight() > 200)
                        overfull = true;
                    queue.settled(batch);
                }
            });
        }
        std::vector<std::thread> producers;
        for (int i = 0; i < kProducers; ++i) {
            producers.emplace_back([&, i] {
                std::span<const Job> rest(inputs[static_cast<size_t>(i)]);
                std::vector<Job> rejected;
                std::vector<Job> again;
                while (!rest.empty() || !again.empty()) {
                    const size_t count = std::min<size_t>(rest.size(), 37);
                    again.insert(again.end(), rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(count));
                    rest = rest.subspan(count);
                    rejected.clear();
                    queue.push(again, rejected);
                    again.swap(rejected);
                    if (!again.empty())
                        std::this_thread::yield();
                }
            });
        }
        for (auto &producer : producers)
            producer.join();
        queue.close();
        for (auto &consumer : consumers)
            consumer.join();

        QVERIFY(!overfull);
        QCOMPARE(queue.depth(), 0u);
        QCOMPARE(queue.inFlight(), 0u);
        QCOMPARE(queue.takeFlow(m_clock.now()).taken(), static_cast<quint64>(kProducers * kJobsPerProducer));
        QVERIFY(std::all_of(taken.begin(), taken.end(), [](const auto &entry) { return entry.second == 1; }));
    }

    /// Each push comes when workers may be anywhere between running, asking and sleeping, and nothing but it can wake
    /// them: a lost wake-up hangs the test.
    void noWakeUpIsLost()
    {
        SystemClock clock;
        BoundedPriorityQueue queue(clock, limitsOf(100));
        TestJobs jobs(clock);
        const auto pool = jobs.make(3);
        constexpr int kConsumers = 4;
        QCOMPARE(queue.setConsumers(kConsumers), kConsumers);
        std::atomic<int> done{0};
        std::vector<std::thread> consumers;
        for (int i = 0; i < kConsumers; ++i) {
            consumers.emplace_back([&] {
                std::vector<Job> batch;
                BoundedPriorityQueue::Consumer consumer;
                while (queue.pop(consumer, batch) > 0) {
                    queue.settled(batch);
                    done += static_cast<int>(batch.size());
                    done.notify_all();
                }
            });
        }
        std::vector<Job> rejected;
        int expected = 0;
        for (int round = 0; round < kWakeRounds; ++round) {
            const size_t count = 1 + static_cast<size_t>(round) % 3;
            queue.push(std::span(pool).first(count), rejected);
            expected += static_cast<int>(count);
            for (int seen = done; seen != expected; seen = done)
                done.wait(seen);
        }
        queue.close();
        for (auto &consumer : consumers)
            consumer.join();
        QVERIFY(rejected.empty());
    }

    /// A handler that was expected to be fast holds its worker; what comes meanwhile must reach another worker.
    void jobsBehindAStuckWorkerAreFetched()
    {
        SystemClock clock;
        BoundedPriorityQueue queue(clock, limitsOf(100));
        TestJobs jobs(clock);
        const auto stuck = jobs.make(1);
        QCOMPARE(queue.setConsumers(3), 3);
        std::latch release(1);
        std::latch entered(1);
        std::atomic<int> others{0};
        std::vector<std::thread> consumers;
        for (int i = 0; i < 3; ++i) {
            consumers.emplace_back([&] {
                std::vector<Job> batch;
                BoundedPriorityQueue::Consumer consumer;
                while (queue.pop(consumer, batch) > 0) {
                    if (batch.front() == stuck.front()) {
                        entered.count_down();
                        release.wait();
                    } else {
                        ++others;
                        others.notify_all();
                    }
                    queue.settled(batch);
                }
            });
        }
        std::vector<Job> rejected;
        queue.push(stuck, rejected);
        entered.wait();
        for (int i = 0; i < 50; ++i) {
            queue.push(jobs.make(1), rejected);
            others.wait(i); // would hang if the job waited for the stuck worker
        }
        release.count_down();
        queue.close();
        for (auto &consumer : consumers)
            consumer.join();
        QCOMPARE(others.load(), 50);
    }
};

QTEST_GUILESS_MAIN(TestBoundedPriorityQueue)
#include "tst_boundedpriorityqueue.moc"
