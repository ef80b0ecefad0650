#include "server/work/workerpool.h"
#include "tests/unit/work/testjobs.h"

#include <QTest>

#include <functional>
#include <latch>
#include <set>
#include <stdexcept>
#include <thread>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

/// Runs what the test says, then gives the places back as the executor does.
class ScriptedRunner final : public JobRunner
{
public:
    ScriptedRunner(BoundedPriorityQueue &queue, std::function<void(std::span<const Job>)> script)
        : m_queue(queue)
        , m_script(std::move(script))
    {
    }

    void run(std::span<const Job> jobs) override
    {
        struct Settle {
            BoundedPriorityQueue &queue;
            size_t count;
            ~Settle() { queue.settled(count); }
        } settle{m_queue, jobs.size()};
        m_script(jobs);
        ran += jobs.size();
    }

    std::atomic<size_t> ran{0};

private:
    BoundedPriorityQueue &m_queue;
    const std::function<void(std::span<const Job>)> m_script;
};

} // namespace

class TestWorkerPool : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    Metrics m_metrics;

private Q_SLOTS:
    void runsEverythingAndStops()
    {
        BoundedPriorityQueue queue(m_clock, {});
        ScriptedRunner runner(queue, [](auto) {});
        WorkerPool pool(queue, runner, m_metrics, m_clock);
        TestJobs jobs(m_clock);
        const quint64 before = m_metrics.total(Counter::WorkerProcessed);
        std::vector<Job> rejected;
        queue.push(jobs.make(1000), rejected);
        pool.setSize(4);
        QCOMPARE(pool.size(), 4);
        QCOMPARE(m_metrics.value(Gauge::Workers), 4.0);
        pool.stop();
        QVERIFY(pool.waitForStopped(30s).empty());
        QCOMPARE(runner.ran.load(), 1000u);
        QCOMPARE(m_metrics.total(Counter::WorkerProcessed) - before, 1000u);
        QCOMPARE(pool.busy(), 0);
    }

    void growsAtOnceAndShrinksAfterTheBatch()
    {
        BoundedPriorityQueue queue(m_clock, {});
        std::latch entered(3);
        std::latch release(1);
        ScriptedRunner runner(queue, [&](auto) {
            entered.count_down();
            release.wait();
        });
        WorkerPool pool(queue, runner, m_metrics, m_clock);
        TestJobs jobs(m_clock, 1s);
        std::vector<Job> rejected;
        pool.setSize(1);
        queue.push(jobs.make(3), rejected);
        pool.setSize(3);
        entered.wait(); // three slow jobs, three workers at once
        QCOMPARE(pool.busy(), 3);
        QCOMPARE(pool.workers().size(), 3u);
        for (const WorkerStatus &worker : pool.workers())
            QVERIFY(worker.busySince.has_value());
        pool.setSize(1);
        QCOMPARE(pool.workers().size(), 3u);
        release.count_down();
        QTRY_COMPARE(pool.workers().size(), 1u);
        QTRY_COMPARE(runner.ran.load(), 3u); // the one that stays may be the last to finish
    }

    void tellsWhoIsStuck()
    {
        BoundedPriorityQueue queue(m_clock, {});
        std::latch entered(1);
        std::latch release(1);
        ScriptedRunner runner(queue, [&](auto) {
            entered.count_down();
            release.wait();
        });
        WorkerPool pool(queue, runner, m_metrics, m_clock);
        TestJobs jobs(m_clock);
        pool.setSize(2);
        std::vector<Job> rejected;
        queue.push(jobs.make(1), rejected);
        entered.wait();
        pool.stop();
        QTRY_COMPARE(pool.workers().size(), 1u); // the idle one went
        const auto stuck = pool.waitForStopped(1ms);
        QCOMPARE(stuck.size(), 1u);
        QVERIFY(stuck.front().busySince.has_value());
        release.count_down();
        QVERIFY(pool.waitForStopped(30s).empty());
    }

    void survivesAThrowingRunner()
    {
        BoundedPriorityQueue queue(m_clock, {});
        ScriptedRunner runner(queue, [](std::span<const Job> batch) {
            if (batch.front()->spec->lane == Lane::High)
                throw std::runtime_error("handler bug");
            if (batch.front()->spec->lane == Lane::Low)
                throw 42;
        });
        WorkerPool pool(queue, runner, m_metrics, m_clock);
        TestJobs jobs(m_clock, 1s);
        const quint64 before = m_metrics.total(Counter::WorkerErrors);
        std::vector<Job> rejected;
        pool.setSize(1);
        QTest::ignoreMessage(QtCriticalMsg, "runner threw what=\"handler bug\" jobs=1");
        QTest::ignoreMessage(QtCriticalMsg, "runner threw something unknown jobs=1");
        queue.push(jobs.make(1, Lane::High), rejected);
        queue.push(jobs.make(1, Lane::Low), rejected);
        queue.push(jobs.make(1, Lane::Normal), rejected);
        pool.stop();
        QVERIFY(pool.waitForStopped(30s).empty());
        QCOMPARE(runner.ran.load(), 1u);
        QCOMPARE(m_metrics.total(Counter::WorkerErrors) - before, 2u);
    }

    void resizesUnderLoad()
    {
        constexpr size_t kJobs = 20'000;
        BoundedPriorityQueue queue(m_clock, {});
        ScriptedRunner runner(queue, [](auto) {});
        WorkerPool pool(queue, runner, m_metrics, m_clock);
        TestJobs jobs(m_clock);
        const auto all = jobs.make(kJobs);
        std::thread producer([&] {
            std::vector<Job> rejected;
            for (size_t i = 0; i < kJobs; i += 20)
                queue.push(std::span(all).subspan(i, 20), rejected);
            QVERIFY(rejected.empty());
        });
        for (int i = 0; i < 200; ++i)
            pool.setSize(1 + (i * 7) % 8);
        producer.join();
        pool.setSize(2);
        QTRY_COMPARE(runner.ran.load(), kJobs);
        QTRY_COMPARE(pool.workers().size(), 2u);
    }
};

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "tst_workerpool.moc"
