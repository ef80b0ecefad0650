#include "server/policies/overloadpolicy.h"
#include "tests/unit/policies/testrequest.h"
#include "tests/unit/work/testjobs.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

class TestOverloadPolicy : public QObject
{
    Q_OBJECT

private:
    StoppedClock m_clock;
    Metrics m_metrics;
    FixedRandom m_random;

    static QueueLimits limitsOf(QueueOverflow overflow = QueueOverflow::Reject)
    {
        QueueLimits limits;
        limits.capacity = 100;
        limits.overflow = overflow;
        return limits;
    }

    static int retryAfterOf(const std::optional<Refusal> &refusal)
    {
        return dataOf(refusal->error).value(QLatin1String("retryAfterMs")).toInt();
    }

private Q_SLOTS:
    void thresholdsByLane_data()
    {
        QTest::addColumn<int>("lane");
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("admitted");
        QTest::addColumn<bool>("counted");
        QTest::newRow("below alert") << 2 << 69 << true << false;
        QTest::newRow("at alert") << 2 << 70 << true << true;
        QTest::newRow("low below drop") << 2 << 89 << true << true;
        QTest::newRow("low at drop") << 2 << 90 << false << false;
        QTest::newRow("normal at drop") << 1 << 90 << true << true;
        QTest::newRow("normal below halfway") << 1 << 94 << true << true;
        QTest::newRow("normal at halfway") << 1 << 95 << false << false;
        QTest::newRow("high at halfway") << 0 << 95 << true << true;
        QTest::newRow("high with one place left") << 0 << 99 << true << true;
        QTest::newRow("high at full") << 0 << 100 << false << false;
    }

    void thresholdsByLane()
    {
        QFETCH(int, lane);
        QFETCH(int, depth);
        BoundedPriorityQueue queue(m_clock, limitsOf());
        OverloadPolicy policy(Config(), queue, m_metrics, m_random);
        TestJobs jobs(m_clock);
        std::vector<Job> rejected;
        queue.push(jobs.make(static_cast<size_t>(depth)), rejected);
        TestRequest test(1, static_cast<Lane>(lane));

        const quint64 before = m_metrics.total(Counter::AcceptedUnderPressure);
        const auto refusal = policy.admit(test.request, m_clock.now());
        QTEST(!refusal, "admitted");
        QTEST(m_metrics.total(Counter::AcceptedUnderPressure) == before + 1, "counted");
        if (refusal) {
            QVERIFY(refusal->serverFault);
            QVERIFY(refusal->error.code == ErrorCode::Overloaded);
            QCOMPARE(dataOf(refusal->error).value(QLatin1String("temporary")).toBool(), true);
        }
    }

    void aQueueThatDropsDecidesItselfAtFull()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf(QueueOverflow::DropOldest));
        OverloadPolicy policy(Config(), queue, m_metrics, m_random);
        TestJobs jobs(m_clock);
        std::vector<Job> rejected;
        queue.push(jobs.make(100), rejected);
        TestRequest high(1, Lane::High);
        TestRequest low(2, Lane::Low);
        QVERIFY(!policy.admit(high.request, m_clock.now()));
        QVERIFY(policy.admit(low.request, m_clock.now()));
    }

    void thresholdsChangeLive()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf());
        Config config;
        OverloadPolicy policy(config, queue, m_metrics, m_random);
        TestJobs jobs(m_clock);
        std::vector<Job> rejected;
        queue.push(jobs.make(50), rejected);
        TestRequest low(1, Lane::Low);
        QVERIFY(!policy.admit(low.request, m_clock.now()));
        config.backpressure.alertThreshold = 0.3;
        config.backpressure.dropThreshold = 0.5;
        policy.setLimits(config);
        QVERIFY(policy.admit(low.request, m_clock.now()));
    }

    void retryAfterFollowsTheDrainRate()
    {
        BoundedPriorityQueue queue(m_clock, limitsOf());
        OverloadPolicy policy(Config(), queue, m_metrics, m_random);
        TestJobs jobs(m_clock);
        std::vector<Job> rejected;
        std::vector<Job> batch;
        BoundedPriorityQueue::Consumer consumer;
        QCOMPARE(queue.setConsumers(1), 1);
        TestRequest low(1, Lane::Low);

        queue.push(jobs.make(100), rejected);
        QCOMPARE(retryAfterOf(policy.admit(low.request, m_clock.now())), 1000); // not known yet
        queue.pop(consumer, batch);
        queue.settled(batch);
        QCOMPARE(batch.size(), 64u);
        m_clock.advance(640ms); // 100 jobs a second
        queue.push(jobs.make(64), rejected);
        // 11 of 100 have to go until 89 wait.
        QCOMPARE(retryAfterOf(policy.admit(low.request, m_clock.now())), 110);
        // A measurement over a long silence says nothing.
        m_clock.advance(10s);
        QCOMPARE(retryAfterOf(policy.admit(low.request, m_clock.now())), 1000);
    }

    void retryAfterIsBoundedAndJittered_data()
    {
        QTest::addColumn<int>("taken");
        QTest::addColumn<int>("elapsedMs");
        QTest::addColumn<quint64>("random");
        QTest::addColumn<int>("expected");
        QTest::newRow("fast queue") << 64 << 100 << quint64{0} << 50;
        QTest::newRow("fast queue, most jitter") << 64 << 100 << quint64{25} << 75;
        QTest::newRow("slow queue") << 1 << 1900 << quint64{0} << 5000;
        QTest::newRow("slow queue, jitter stays below the bound") << 1 << 1900 << quint64{2500} << 5000;
    }

    void retryAfterIsBoundedAndJittered()
    {
        QFETCH(int, taken);
        QFETCH(int, elapsedMs);
        QFETCH(quint64, random);
        BoundedPriorityQueue queue(m_clock, limitsOf());
        FixedRandom fixed(random);
        OverloadPolicy policy(Config(), queue, m_metrics, fixed);
        TestJobs jobs(m_clock, taken == 1 ? 1s : 1ns);
        std::vector<Job> rejected;
        std::vector<Job> batch;
        BoundedPriorityQueue::Consumer consumer;
        QCOMPARE(queue.setConsumers(1), 1);
        TestRequest low(1, Lane::Low);
        queue.push(jobs.make(100), rejected);
        QVERIFY(policy.admit(low.request, m_clock.now()));
        QCOMPARE(static_cast<int>(queue.pop(consumer, batch)), taken);
        m_clock.advance(std::chrono::milliseconds(elapsedMs));
        queue.push(jobs.make(static_cast<size_t>(taken)), rejected);
        QTEST(retryAfterOf(policy.admit(low.request, m_clock.now())), "expected");
    }
};

QTEST_GUILESS_MAIN(TestOverloadPolicy)
#include "tst_overloadpolicy.moc"
