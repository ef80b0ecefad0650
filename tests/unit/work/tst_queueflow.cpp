#include "server/work/boundedpriorityqueue.h"
#include "tests/unit/work/testjobs.h"

#include <QTest>

#include <thread>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

constexpr auto kHigh = static_cast<size_t>(Lane::High);
constexpr auto kNormal = static_cast<size_t>(Lane::Normal);
constexpr auto kLow = static_cast<size_t>(Lane::Low);

} // namespace

/// What the queue refuses by its depth, and what it tells those who decide on admission.
class TestQueueFlow : public QObject
{
    Q_OBJECT

private:
    StoppedClock m_clock;
    std::vector<Job> m_rejected;
    std::vector<Job> m_batch;
    BoundedPriorityQueue::Consumer m_consumer;

    static QueueLimits limitsOf(int capacity)
    {
        Config config;
        config.channels.messageQueueSize = capacity;
        return QueueLimits::fromConfig(config);
    }

private Q_SLOTS:
    void init() { m_rejected.clear(); }

    void boundsFollowTheThresholds_data()
    {
        QTest::addColumn<int>("capacity");
        QTest::addColumn<double>("alert");
        QTest::addColumn<double>("drop");
        QTest::addColumn<int>("alertAt");
        QTest::addColumn<int>("normalAt");
        QTest::addColumn<int>("lowAt");
        QTest::newRow("default") << 50000 << 0.7 << 0.9 << 35000 << 47500 << 45000;
        QTest::newRow("rounded") << 10 << 0.74 << 0.86 << 7 << 9 << 9;
        QTest::newRow("never below one") << 1 << 0.01 << 0.02 << 1 << 1 << 1;
        QTest::newRow("drop at full") << 100 << 0.5 << 1.0 << 50 << 100 << 100;
    }

    void boundsFollowTheThresholds()
    {
        QFETCH(int, capacity);
        Config config;
        config.channels.messageQueueSize = capacity;
        QFETCH(double, alert);
        QFETCH(double, drop);
        config.backpressure.alertThreshold = alert;
        config.backpressure.dropThreshold = drop;
        const BoundedPriorityQueue queue(m_clock, QueueLimits::fromConfig(config));
        QTEST(static_cast<int>(queue.alertDepth()), "alertAt");
        QTEST(static_cast<int>(queue.bound(Lane::Normal)), "normalAt");
        QTEST(static_cast<int>(queue.bound(Lane::Low)), "lowAt");
        QCOMPARE(static_cast<int>(queue.bound(Lane::High)), capacity);
    }

    void eachLaneIsRefusedAtItsBoundWithinOnePush_data()
    {
        QTest::addColumn<int>("lane");
        QTest::addColumn<int>("accepted");
        QTest::addColumn<int>("pressed");
        QTest::newRow("low") << int(kLow) << 90 << 20;
        QTest::newRow("normal") << int(kNormal) << 95 << 25;
        QTest::newRow("high") << int(kHigh) << 100 << 30;
    }

    void eachLaneIsRefusedAtItsBoundWithinOnePush()
    {
        QFETCH(int, lane);
        QFETCH(int, accepted);
        BoundedPriorityQueue queue(m_clock, limitsOf(100));
        TestJobs jobs(m_clock);
        const PushResult pushed = queue.push(jobs.make(200, static_cast<Lane>(lane)), m_rejected);
        QCOMPARE(static_cast<int>(pushed.accepted), accepted);
        QTEST(static_cast<int>(pushed.pressed), "pressed");
        QCOMPARE(static_cast<int>(queue.depth()), accepted);
        QCOMPARE(static_cast<int>(m_rejected.size()), 200 - accepted);
        QCOMPARE(queue.takeFlow(m_clock.now()).pressed, pushed.pressed);
    }

    void boundsCountAllLanesAndChangeLive()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(100));
        TestJobs jobs(m_clock);
        queue.push(jobs.make(89, Lane::High), m_rejected);
        QCOMPARE(queue.push(jobs.make(2, Lane::Low), m_rejected).accepted, 1u);
        queue.setLimits(limitsOf(200));
        QCOMPARE(queue.push(jobs.make(100, Lane::Low), m_rejected).accepted, 90u);
    }

    void flowTellsWhatPassed()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(1000));
        TestJobs jobs(m_clock, 1s); // one at a time
        QCOMPARE(queue.setConsumers(1), 1);
        QVERIFY(queue.takeFlow(m_clock.now()).lanes[kNormal].ranEmpty);

        queue.push(jobs.make(1), m_rejected);
        m_clock.advance(30ms);
        queue.push(jobs.make(2), m_rejected);
        QCOMPARE(queue.pop(m_consumer, m_batch), 1u);
        m_clock.advance(10ms);
        QCOMPARE(queue.pop(m_consumer, m_batch), 1u);
        m_clock.advance(5ms);
        const QueueFlow flow = queue.takeFlow(m_clock.now());
        QCOMPARE(flow.taken(), 2u);
        QCOMPARE(flow.elapsed, Duration(45ms));
        QCOMPARE(flow.depth, 1u);
        QCOMPARE(flow.lanes[kNormal].waited, Duration(40ms));
        QCOMPARE(flow.lanes[kNormal].oldestWait, Duration(15ms));
        QVERIFY(flow.lanes[kNormal].ranEmpty); // before the first
        QVERIFY(flow.lanes[kHigh].ranEmpty);

        const QueueFlow nothing = queue.takeFlow(m_clock.now());
        QCOMPARE(nothing.taken(), 0u);
        QCOMPARE(nothing.elapsed, Duration(0));
        QVERIFY(!nothing.lanes[kNormal].ranEmpty);
        QCOMPARE(queue.pop(m_consumer, m_batch), 1u);
        queue.push(jobs.make(1), m_rejected);
        QVERIFY(queue.takeFlow(m_clock.now()).lanes[kNormal].ranEmpty); // in between
    }

    void expectedTimeIsThatOfWhatWaits()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(1000));
        TestJobs jobs(m_clock, 2ms);
        QCOMPARE(queue.setConsumers(1), 1);
        queue.push(jobs.make(3), m_rejected);
        const std::vector<Job> low = jobs.make(1, Lane::Low);
        queue.push(low, m_rejected);
        QCOMPARE(queue.expectedNs(Lane::Normal), 6'000'000);
        QCOMPARE(queue.expectedNs(Lane::Low), 2'000'000);
        low[0]->spec->meanHandlerNs = 7; // what was added is taken away again
        QCOMPARE(queue.pop(m_consumer, m_batch), 1u);
        QCOMPARE(queue.expectedNs(Lane::Normal), 4'000'000);
        QCOMPARE(queue.drainAll().size(), 3u);
        QCOMPARE(queue.expectedNs(Lane::Normal), 0);
        QCOMPARE(queue.expectedNs(Lane::Low), 0);
    }

    void whoSleepsIsIdleWhileJobsMayLeave()
    {
        QueueLimits limits = limitsOf(1000);
        limits.maxInFlight = 1;
        BoundedPriorityQueue queue(m_clock, limits);
        TestJobs jobs(m_clock, 1s);
        QCOMPARE(queue.setConsumers(2), 2);
        QCOMPARE(queue.consumers(), 2u);
        QCOMPARE(queue.idleConsumers(), 0u); // none has asked
        std::thread worker([&queue] {
            BoundedPriorityQueue::Consumer consumer;
            std::vector<Job> batch;
            while (queue.pop(consumer, batch) > 0) { }
        });
        QTRY_COMPARE(queue.idleConsumers(), 1u);
        const std::vector<Job> first = jobs.make(1);
        queue.push(first, m_rejected);
        // It sleeps again, but nothing may leave while one is in flight.
        QTRY_VERIFY(queue.inFlight() == 1 && queue.idleConsumers() == 0);
        queue.push(jobs.make(1), m_rejected);
        static_cast<void>(queue.takeFlow(m_clock.now()));
        QVERIFY(!queue.takeFlow(m_clock.now()).lanes[kNormal].ranEmpty); // it is a queue, whoever sleeps
        queue.settled(first);
        QTRY_COMPARE(queue.depth(), 0u);
        queue.close();
        worker.join();
    }
};

QTEST_GUILESS_MAIN(TestQueueFlow)
#include "tst_queueflow.moc"
