#include "server/policies/overloadpolicy.h"
#include "tests/unit/policies/modelserver.h"
#include "tests/unit/policies/testrequest.h"
#include "tests/unit/work/testjobs.h"

#include <QTest>

#include <thread>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;
using admin::OverloadState;

namespace {

constexpr auto kHigh = static_cast<size_t>(Lane::High);
constexpr auto kNormal = static_cast<size_t>(Lane::Normal);
constexpr auto kLow = static_cast<size_t>(Lane::Low);

/// Ten workers that need 10 ms each: a thousand jobs a second.
constexpr Duration kHandlerTime = 10ms;
constexpr double kCapacity = 1000;

Config withoutEstimates()
{
    Config config;
    config.backpressure.interval = 0ms;
    return config;
}

} // namespace

class TestOverloadPolicy : public QObject
{
    Q_OBJECT

private:
    StoppedClock m_clock;
    Metrics m_metrics;
    FixedRandom m_random;

    static QueueLimits limitsOf(QueueOverflow overflow = QueueOverflow::Reject)
    {
        Config config;
        config.channels.messageQueueSize = 100;
        config.channels.overflow = overflow;
        return QueueLimits::fromConfig(config);
    }

    static int retryAfterOf(const std::optional<Refusal> &refusal)
    {
        return refusal ? dataOf(refusal->error).value(QLatin1String("retryAfterMs")).toInt() : 0;
    }

private Q_SLOTS:
    void thresholdsByLane_data();
    void thresholdsByLane();
    void theTurnsOwnJobsCount();
    void aQueueThatDropsDecidesItselfAtFull();
    void retryAfterFollowsTheDrainRate();
    void retryAfterIsBoundedAndJittered_data();
    void retryAfterIsBoundedAndJittered();
    void whatTheQueueDidNotTakeIsToldAlike();
    void idleWorkersTakeWhateverWaits();
    void memoryRefusesTheLowLane();

    void tenfoldLoadIsServedAtFullRate_data();
    void tenfoldLoadIsServedAtFullRate();
    void aBurstIsNoOverload();
    void theLowLaneGivesWayFirst();
    void theHighLaneIsShedLast();
    void loadUpAndDownDoesNotFlutter();
    void whatCannotMakeItIsRefused();
    void optionsChangeLive();
    void manyThreadsAtOnce();
    void aFloodOfOneUserRefusesNobodyElse();
};

void TestOverloadPolicy::thresholdsByLane_data()
{
    QTest::addColumn<int>("lane");
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("admitted");
    QTest::newRow("low below drop") << 2 << 89 << true;
    QTest::newRow("low at drop") << 2 << 90 << false;
    QTest::newRow("normal at drop") << 1 << 90 << true;
    QTest::newRow("normal below halfway") << 1 << 94 << true;
    QTest::newRow("normal at halfway") << 1 << 95 << false;
    QTest::newRow("high at halfway") << 0 << 95 << true;
    QTest::newRow("high with one place left") << 0 << 99 << true;
    QTest::newRow("high at full") << 0 << 100 << false;
}

void TestOverloadPolicy::thresholdsByLane()
{
    QFETCH(int, lane);
    QFETCH(int, depth);
    BoundedPriorityQueue queue(m_clock, limitsOf());
    OverloadPolicy policy(withoutEstimates(), queue, m_metrics, m_random);
    TestJobs jobs(m_clock);
    std::vector<Job> rejected;
    queue.push(jobs.make(static_cast<size_t>(depth), Lane::High), rejected);
    TestRequest test(1, static_cast<Lane>(lane));

    const quint64 before = m_metrics.total(Counter::OverloadedByDepth);
    const auto refusal = policy.admit(test.request, m_clock.now());
    QTEST(!refusal, "admitted");
    QCOMPARE(m_metrics.total(Counter::OverloadedByDepth), before + (refusal ? 1 : 0));
    if (refusal) {
        QVERIFY(refusal->serverFault);
        QVERIFY(refusal->error.code == ErrorCode::Overloaded);
        QCOMPARE(dataOf(refusal->error).value(QLatin1String("temporary")).toBool(), true);
    }
}

void TestOverloadPolicy::theTurnsOwnJobsCount()
{
    BoundedPriorityQueue queue(m_clock, limitsOf());
    OverloadPolicy policy(withoutEstimates(), queue, m_metrics, m_random);
    TestRequest low(1, Lane::Low);
    low.request.aheadInTurn = 89;
    QVERIFY(!policy.admit(low.request, m_clock.now()));
    low.request.aheadInTurn = 90;
    QVERIFY(policy.admit(low.request, m_clock.now()));
}

void TestOverloadPolicy::aQueueThatDropsDecidesItselfAtFull()
{
    BoundedPriorityQueue queue(m_clock, limitsOf(QueueOverflow::DropOldest));
    OverloadPolicy policy(withoutEstimates(), queue, m_metrics, m_random);
    TestJobs jobs(m_clock);
    std::vector<Job> rejected;
    queue.push(jobs.make(100, Lane::High), rejected);
    TestRequest high(1, Lane::High);
    TestRequest low(2, Lane::Low);
    QVERIFY(!policy.admit(high.request, m_clock.now()));
    QVERIFY(policy.admit(low.request, m_clock.now()));
}

void TestOverloadPolicy::retryAfterFollowsTheDrainRate()
{
    BoundedPriorityQueue queue(m_clock, limitsOf());
    OverloadPolicy policy(withoutEstimates(), queue, m_metrics, m_random);
    TestJobs jobs(m_clock);
    std::vector<Job> rejected;
    std::vector<Job> batch;
    BoundedPriorityQueue::Consumer consumer;
    QCOMPARE(queue.setConsumers(1), 1);
    TestRequest low(1, Lane::Low);

    queue.push(jobs.make(100, Lane::High), rejected);
    QCOMPARE(retryAfterOf(policy.admit(low.request, m_clock.now())), 1000); // not known yet
    queue.pop(consumer, batch);
    queue.settled(batch);
    QCOMPARE(batch.size(), 64u);
    queue.push(jobs.make(64, Lane::High), rejected);
    m_clock.advance(640ms); // 100 jobs a second, and one refused
    // 11 of 100 have to go until 89 wait, and of the refused 1.5625 a second come again.
    QCOMPARE(retryAfterOf(policy.admit(low.request, m_clock.now())), 125);
    // A measurement over a long silence says nothing.
    m_clock.advance(10s);
    QCOMPARE(retryAfterOf(policy.admit(low.request, m_clock.now())), 1000);
}

void TestOverloadPolicy::retryAfterIsBoundedAndJittered_data()
{
    QTest::addColumn<int>("taken");
    QTest::addColumn<int>("elapsedMs");
    QTest::addColumn<quint64>("random");
    QTest::addColumn<int>("expected");
    QTest::newRow("fast queue") << 64 << 10 << quint64{0} << 50;
    QTest::newRow("fast queue, most jitter") << 64 << 10 << quint64{25} << 75;
    QTest::newRow("slow queue") << 1 << 1900 << quint64{0} << 3333;
    QTest::newRow("slow queue, most jitter") << 1 << 1900 << quint64{1666} << 4999;
}

void TestOverloadPolicy::retryAfterIsBoundedAndJittered()
{
    QFETCH(int, taken);
    QFETCH(int, elapsedMs);
    QFETCH(quint64, random);
    BoundedPriorityQueue queue(m_clock, limitsOf());
    FixedRandom fixed(random);
    OverloadPolicy policy(withoutEstimates(), queue, m_metrics, fixed);
    TestJobs jobs(m_clock, taken == 1 ? 1s : 1ns);
    std::vector<Job> rejected;
    std::vector<Job> batch;
    BoundedPriorityQueue::Consumer consumer;
    QCOMPARE(queue.setConsumers(1), 1);
    TestRequest low(1, Lane::Low);
    policy.look(m_clock.now());
    queue.push(jobs.make(100, Lane::High), rejected);
    QCOMPARE(static_cast<int>(queue.pop(consumer, batch)), taken);
    queue.push(jobs.make(static_cast<size_t>(taken), Lane::High), rejected);
    m_clock.advance(std::chrono::milliseconds(elapsedMs));
    QTEST(retryAfterOf(policy.admit(low.request, m_clock.now())), "expected");
}

void TestOverloadPolicy::whatTheQueueDidNotTakeIsToldAlike()
{
    BoundedPriorityQueue queue(m_clock, limitsOf());
    OverloadPolicy policy(Config(), queue, m_metrics, m_random);
    TestRequest low(1, Lane::Low);
    const quint64 before = m_metrics.total(Counter::OverloadedByDepth);
    const auto error = policy.turnAway(low.request);
    QVERIFY(error && error->code == ErrorCode::Overloaded);
    QCOMPARE(dataOf(*error).value(QLatin1String("retryAfterMs")).toInt(), 1000);
    QCOMPARE(m_metrics.total(Counter::OverloadedByDepth), before + 1);
}

void TestOverloadPolicy::idleWorkersTakeWhateverWaits()
{
    BoundedPriorityQueue queue(m_clock, limitsOf());
    OverloadPolicy policy(Config(), queue, m_metrics, m_random);
    QCOMPARE(queue.setConsumers(2), 2);
    std::array<std::thread, 2> workers;
    for (std::thread &worker : workers) {
        worker = std::thread([&queue] {
            BoundedPriorityQueue::Consumer consumer;
            std::vector<Job> batch;
            while (queue.pop(consumer, batch) > 0) { }
        });
    }
    QTRY_COMPARE(queue.idleConsumers(), 2u);
    TestRequest slow;
    slow.spec->meanHandlerNs = std::chrono::nanoseconds(10s).count();
    slow.request.deadline = m_clock.now() + 60s;
    const auto isAdmitted = [&](size_t aheadInTurn) {
        slow.request.aheadInTurn = aheadInTurn;
        return !policy.admit(slow.request, m_clock.now());
    };
    QVERIFY(isAdmitted(0));
    QVERIFY(isAdmitted(1));
    QVERIFY(isAdmitted(2));  // the first that waits
    QVERIFY(!isAdmitted(3)); // for five seconds, if both were at it
    queue.close();
    for (std::thread &worker : workers)
        worker.join();
}

void TestOverloadPolicy::memoryRefusesTheLowLane()
{
    BoundedPriorityQueue queue(m_clock, limitsOf());
    OverloadPolicy policy(Config(), queue, m_metrics, m_random);
    TestRequest low(1, Lane::Low);
    TestRequest normal(2, Lane::Normal);
    QVERIFY(!policy.noteMemory(0.79));
    QVERIFY(!policy.admit(low.request, m_clock.now()));
    QVERIFY(policy.noteMemory(0.8));
    QCOMPARE(retryAfterOf(policy.admit(low.request, m_clock.now())), 1000);
    QVERIFY(!policy.admit(normal.request, m_clock.now()));
    QCOMPARE(m_metrics.total(Counter::OverloadedByMemory), 1u);
    QCOMPARE(m_metrics.value(Gauge::MemoryShare), 0.8);
    m_clock.advance(1s);
    policy.look(m_clock.now());
    QCOMPARE(m_metrics.value(Gauge::OverloadState), 2.0);
    Config config;
    config.backpressure.memoryHigh = 0;
    policy.setLimits(config); // at once
    QVERIFY(!policy.admit(low.request, m_clock.now()));
}

void TestOverloadPolicy::tenfoldLoadIsServedAtFullRate_data()
{
    QTest::addColumn<int>("handlerMs");
    QTest::newRow("1 ms") << 1;
    QTest::newRow("10 ms") << 10;
    QTest::newRow("100 ms") << 100;
}

void TestOverloadPolicy::tenfoldLoadIsServedAtFullRate()
{
    QFETCH(int, handlerMs);
    const std::chrono::milliseconds handler(handlerMs);
    ModelServer server(Config(), handler);
    const double capacity = 10.0 * 1000 / handlerMs;
    server.run(2s, {0, capacity / 2, 0});
    QCOMPARE(server.total(Counter::OverloadedBySojourn), 0u);
    QVERIFY(server.policy->state() == OverloadState::Normal);

    const LaneTally tenfold = server.run(20s, {0, capacity * 10, 0})[kNormal];
    QVERIFY2(double(tenfold.served) >= 0.95 * 20 * capacity, QByteArray::number(tenfold.served));
    const Duration most = 100ms + handler + 50ms;
    QVERIFY2(tenfold.longestWait <= most, QByteArray::number(qint64(tenfold.longestWait.count())));
    QCOMPARE(server.total(Counter::OverloadedBySojourn), tenfold.offered - tenfold.admitted);
    QVERIFY(server.policy->state() == OverloadState::Shedding);
    QCOMPARE(server.total(Counter::OverloadEpisodes), 1u);

    server.run(1s, {0, capacity / 2, 0});
    const LaneTally half = server.run(2s, {0, capacity / 2, 0})[kNormal];
    QCOMPARE(half.admitted, half.offered);
    QVERIFY2(half.longestWait <= 2 * handler, QByteArray::number(qint64(half.longestWait.count())));
    QVERIFY(server.policy->state() == OverloadState::Normal);
    QCOMPARE(server.total(Counter::OverloadEpisodes), 1u);
}

void TestOverloadPolicy::aBurstIsNoOverload()
{
    ModelServer server(Config(), kHandlerTime);
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(server.burst(Lane::Normal, 140), 0u); // 140 ms
        server.run(160ms, {});
        QCOMPARE(server.depth(), 0u);
    }
    QCOMPARE(server.total(Counter::OverloadEpisodes), 0u);
    QVERIFY(server.burst(Lane::Normal, 400) > 200);
}

void TestOverloadPolicy::theLowLaneGivesWayFirst()
{
    ModelServer server(Config(), kHandlerTime);
    server.run(1s, {kCapacity / 2, 0, 0});
    const auto lanes = server.run(20s, {kCapacity / 2, 0, 9.5 * kCapacity});
    QCOMPARE(lanes[kHigh].admitted, lanes[kHigh].offered);
    QVERIFY2(lanes[kHigh].longestWait <= 50ms, QByteArray::number(qint64(lanes[kHigh].longestWait.count())));
    QVERIFY(double(lanes[kLow].served) >= 0.01 * double(lanes[kLow].offered));
    QVERIFY(double(lanes[kLow].served + lanes[kHigh].served) >= 0.95 * 20 * kCapacity);

    // With every lane overloaded each has the share of its weight, and none waits much longer than the target.
    const Offer all10{2 * kCapacity, 4 * kCapacity, 4 * kCapacity};
    server.run(2s, all10);
    const auto all = server.run(20s, all10);
    for (const LaneTally &lane : all)
        QVERIFY2(lane.longestWait <= 200ms, QByteArray::number(qint64(lane.longestWait.count())));
    QVERIFY(all[kHigh].served > all[kNormal].served && all[kNormal].served > all[kLow].served);
    QVERIFY(double(all[kLow].served) >= 0.9 * 20 * kCapacity / 13);
}

void TestOverloadPolicy::theHighLaneIsShedLast()
{
    ModelServer server(Config(), kHandlerTime);
    server.run(1s, {kCapacity / 2, 0, 0});
    const auto lanes = server.run(20s, {10 * kCapacity, 0, 0});
    QVERIFY(lanes[kHigh].admitted < lanes[kHigh].offered);
    QVERIFY2(lanes[kHigh].longestWait <= 160ms, QByteArray::number(qint64(lanes[kHigh].longestWait.count())));
    QVERIFY(double(lanes[kHigh].served) >= 0.95 * 20 * kCapacity);
}

void TestOverloadPolicy::loadUpAndDownDoesNotFlutter()
{
    ModelServer server(Config(), kHandlerTime);
    quint64 served = 0;
    for (int i = 0; i < 40; ++i) {
        const LaneTally up = server.run(300ms, {0, 3 * kCapacity, 0})[kNormal];
        const LaneTally down = server.run(300ms, {0, 0.2 * kCapacity, 0})[kNormal];
        served += up.served + down.served;
        QVERIFY2(up.longestWait <= 160ms, QByteArray::number(qint64(up.longestWait.count())));
    }
    QCOMPARE(server.total(Counter::OverloadEpisodes), 1u); // one, all of it
    // All that the workers could: while it is up, and for the target after it.
    QVERIFY2(double(served) >= 40 * kCapacity * (0.3 + 0.1 + 0.2 * 0.2) * 0.95, QByteArray::number(served));
}

void TestOverloadPolicy::whatCannotMakeItIsRefused()
{
    Config config;
    config.backpressure.targetQueue = 0ms;
    ModelServer server(config, kHandlerTime);
    server.setTimeout(500ms);
    server.run(1s, {0, kCapacity / 2, 0});
    const LaneTally tenfold = server.run(20s, {0, 10 * kCapacity, 0})[kNormal];
    QVERIFY(double(tenfold.served) >= 0.95 * 20 * kCapacity);
    QVERIFY2(double(tenfold.dead) <= 0.01 * double(tenfold.served), QByteArray::number(tenfold.dead));
    QCOMPARE(server.total(Counter::OverloadedByWait), tenfold.offered - tenfold.admitted);
    QCOMPARE(server.total(Counter::OverloadedBySojourn), 0u);
    // What a client may ask for says nothing about the server.
    QCOMPARE(server.total(Counter::OverloadEpisodes), 0u);
}

void TestOverloadPolicy::optionsChangeLive()
{
    Config config;
    config.channels.messageQueueSize = 10'000;
    ModelServer server(config, kHandlerTime);
    server.setTimeout(1h);
    const Offer tenfold{0, 10 * kCapacity, 0};
    server.run(2s, tenfold);
    QVERIFY(server.depth() < 160);

    config.backpressure.targetQueue = 1000ms;
    server.setConfig(config);
    server.run(3s, tenfold);
    QVERIFY2(server.depth() > 900 && server.depth() < 1100, QByteArray::number(qint64(server.depth())));

    config.backpressure.targetQueue = 0ms;
    server.setConfig(config);
    const quint64 sojourn = server.total(Counter::OverloadedBySojourn);
    server.run(3s, tenfold);
    QCOMPARE(server.depth(), 9500u); // the normal lane's own bound
    QCOMPARE(server.total(Counter::OverloadedBySojourn), sojourn);
    QVERIFY(server.total(Counter::OverloadedByDepth) > 0);

    config.backpressure.dropThreshold = 0.8;
    server.setConfig(config);
    server.run(3s, tenfold);
    QVERIFY2(server.depth() <= 9000, QByteArray::number(qint64(server.depth())));

    server.setTimeout(100ms);
    const quint64 wait = server.total(Counter::OverloadedByWait);
    config.backpressure.interval = 0ms; // neither by sojourn nor by wait
    config.backpressure.targetQueue = 100ms;
    server.setConfig(config);
    server.run(1s, tenfold);
    QCOMPARE(server.total(Counter::OverloadedByWait), wait);
    QCOMPARE(server.total(Counter::OverloadedBySojourn), sojourn);

    config.backpressure.interval = 100ms;
    server.setConfig(config);
    server.run(10s, tenfold);
    QVERIFY2(server.depth() < 160, QByteArray::number(qint64(server.depth())));
    QVERIFY(server.total(Counter::OverloadedBySojourn) > sojourn);
}

/// What ThreadSanitizer watches: I/O threads admit, workers take, the main thread changes options and looks.
void TestOverloadPolicy::manyThreadsAtOnce()
{
    constexpr int kTurns = 500;
    constexpr size_t kJobsPerTurn = 20;
    Config config;
    config.channels.messageQueueSize = 200;
    BoundedPriorityQueue queue(m_clock, QueueLimits::fromConfig(config));
    OverloadPolicy policy(config, queue, m_metrics, m_random);
    QCOMPARE(queue.setConsumers(2), 2);
    const auto refusedSoFar = [this] {
        return m_metrics.total(Counter::OverloadedByDepth) + m_metrics.total(Counter::OverloadedBySojourn)
            + m_metrics.total(Counter::OverloadedByWait) + m_metrics.total(Counter::OverloadedByMemory);
    };
    const quint64 before = refusedSoFar();
    std::atomic<quint64> refused{0};
    std::atomic<quint64> admitted{0};
    std::atomic<quint64> taken{0};
    std::atomic<int> running{3};
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i) {
        threads.emplace_back([&] {
            BoundedPriorityQueue::Consumer consumer;
            std::vector<Job> batch;
            while (queue.pop(consumer, batch) > 0) {
                taken += batch.size();
                queue.settled(batch);
            }
        });
    }
    std::deque<TestJobs> jobs; // they are the queue's until the end
    for (int i = 0; i < 3; ++i)
        jobs.emplace_back(m_clock, 1ms);
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&, &own = jobs[static_cast<size_t>(i)]] {
            std::vector<Job> turn;
            std::vector<Job> rejected;
            for (int t = 0; t < kTurns; ++t) {
                turn.clear();
                rejected.clear();
                for (size_t j = 0; j < kJobsPerTurn; ++j) {
                    Job job = own.make(static_cast<Lane>(j % kLaneCount));
                    job->deadline = m_clock.now() + 1s;
                    job->aheadInTurn = turn.size();
                    if (policy.admit(*job, m_clock.now()))
                        ++refused;
                    else
                        turn.push_back(job);
                }
                queue.push(turn, rejected);
                for (Job job : rejected)
                    refused += policy.turnAway(*job) ? 1 : 0;
                admitted += turn.size() - rejected.size();
                m_clock.advance(1ms);
            }
            --running;
        });
    }
    for (int i = 0; running > 0; ++i) {
        config.backpressure.targetQueue = std::chrono::milliseconds(i % 3);
        config.backpressure.interval = std::chrono::milliseconds(i % 5);
        policy.setLimits(config);
        policy.noteMemory(i % 7 == 0 ? 0.9 : 0.1);
        policy.look(m_clock.now());
        std::this_thread::yield();
    }
    queue.close();
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(taken.load(), admitted.load());
    QCOMPARE(refused + admitted, quint64{3} * kTurns * kJobsPerTurn);
    QCOMPARE(refusedSoFar() - before, refused.load());
}

/// Users take turns in the queue, so that who floods waits behind himself only.
void TestOverloadPolicy::aFloodOfOneUserRefusesNobodyElse()
{
    Config config;
    BoundedPriorityQueue queue(m_clock, QueueLimits::fromConfig(config));
    OverloadPolicy policy(config, queue, m_metrics, m_random);
    QCOMPARE(queue.setConsumers(1), 1);
    TestJobs jobs(m_clock, 1ms);
    std::vector<Job> rejected;
    queue.push(jobs.make(1000), rejected); // a second of work, all of one user
    QCOMPARE(queue.users(Lane::Normal), 1u);
    TestRequest test;
    test.request.deadline = m_clock.now() + 500ms;
    test.request.ownInFlight = 1;
    QVERIFY(!policy.admit(test.request, m_clock.now()));
    test.request.ownInFlight = 1001;
    QVERIFY(policy.admit(test.request, m_clock.now()));
}

QTEST_GUILESS_MAIN(TestOverloadPolicy)
#include "tst_overloadpolicy.moc"
