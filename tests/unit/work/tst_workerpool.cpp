#include "server/work/workerpool.h"

#include "server/work/shift.h"
#include "tests/unit/work/testjobs.h"

#include <QRegularExpression>
#include <QTest>

#include <condition_variable>
#include <functional>
#include <latch>
#include <mutex>
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

    void run(Shift &shift) override
    {
        struct Settle {
            BoundedPriorityQueue &queue;
            std::span<const Job> jobs;
            ~Settle() { queue.settled(jobs); }
        } settle{m_queue, shift.jobs()};
        m_script(shift.jobs());
        ran += shift.jobs().size();
    }
    void handOver(Shift &) override { }

    std::atomic<size_t> ran{0};

private:
    BoundedPriorityQueue &m_queue;
    const std::function<void(std::span<const Job>)> m_script;
};

/// Runs jobs as the executor does, inside and outside of handlers; chosen ones hang in theirs until they are let go.
class HangingRunner final : public JobRunner
{
public:
    HangingRunner(BoundedPriorityQueue &queue, const Clock &clock)
        : m_queue(queue)
        , m_clock(clock)
    {
    }

    void run(Shift &shift) override
    {
        while (Job job = shift.next()) {
            shift.enterHandler(m_clock.now());
            if (job->timeout == kHangs) {
                ++hanging;
                std::unique_lock lock(m_mutex);
                m_letGo.wait(lock, [this] { return m_isOver; });
                --hanging;
            }
            shift.leaveHandler();
            shift.finish();
        }
        handOver(shift);
    }

    void handOver(Shift &shift) override
    {
        m_queue.settled(shift.finished());
        done += shift.finished().size();
        shift.finished().clear();
    }

    void letGo()
    {
        std::scoped_lock lock(m_mutex);
        m_isOver = true;
        m_letGo.notify_all();
    }

    static constexpr std::chrono::milliseconds kHangs{999}; ///< The timeout that makes a job hang.
    std::atomic<size_t> done{0};
    std::atomic<int> hanging{0};

private:
    BoundedPriorityQueue &m_queue;
    const Clock &m_clock;
    std::mutex m_mutex;
    std::condition_variable m_letGo;
    bool m_isOver = false;
};

/// A pool with a clock of the test's, whose runner hangs where the test says so.
struct HangingPool {
    explicit HangingPool(Metrics &metrics, std::chrono::nanoseconds handlerTime = std::chrono::microseconds(1))
        : jobs(clock, handlerTime)
        , pool(queue, runner, metrics, clock)
    {
        pool.setStuckLimits(2, 1s);
    }
    ~HangingPool() { runner.letGo(); }

    Job make(bool hangs = false)
    {
        const Job job = jobs.make();
        job->received = clock.now();
        if (hangs)
            job->timeout = HangingRunner::kHangs;
        return job;
    }
    void push(const std::vector<Job> &batch)
    {
        std::vector<Job> rejected;
        queue.push(batch, rejected);
        QVERIFY(rejected.empty());
    }
    /// Until every handler that hangs is stuck.
    void wait()
    {
        clock.advance(1s + WorkerPool::kStuckMargin + 1ms);
        pool.look();
    }

    StoppedClock clock;
    BoundedPriorityQueue queue{clock, {}};
    HangingRunner runner{queue, clock};
    TestJobs jobs;
    WorkerPool pool;
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

    void whatIsBeforeAndBehindAHangingHandlerDoesNotHang()
    {
        HangingPool hung(m_metrics);
        hung.push({hung.make(), hung.make(), hung.make(true), hung.make(), hung.make()});
        hung.pool.setSize(1);
        QTRY_COMPARE(hung.runner.hanging.load(), 1);
        hung.pool.setSize(2);
        hung.clock.advance(WorkerPool::kRelieveAfter - 1ms);
        hung.pool.look();
        QCOMPARE(hung.runner.done.load(), 0u); // a worker in a slow handler is left alone
        hung.clock.advance(1ms);
        hung.pool.look();
        QTRY_COMPARE(hung.runner.done.load(), 4u);
        QCOMPARE(hung.runner.hanging.load(), 1);
        QCOMPARE(hung.pool.stuck(), 0);
        hung.runner.letGo();
        QTRY_COMPARE(hung.runner.done.load(), 5u);
        QCOMPARE(hung.queue.inFlight(), 0u);
    }

    void stuckWorkerIsReplacedUntilItReturns()
    {
        const quint64 stuckBefore = m_metrics.total(Counter::WorkersGotStuck);
        const quint64 recoveredBefore = m_metrics.total(Counter::WorkersRecovered);
        HangingPool hung(m_metrics);
        hung.pool.setSize(1);
        hung.push({hung.make(true)});
        QTRY_COMPARE(hung.runner.hanging.load(), 1);
        hung.clock.advance(1s + WorkerPool::kStuckMargin);
        hung.pool.look();
        QCOMPARE(hung.pool.stuck(), 0); // at the limit
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^worker stuck event=.* stuck=1")));
        hung.clock.advance(1ms);
        hung.pool.look();
        QCOMPARE(hung.pool.stuck(), 1);
        QCOMPARE(m_metrics.value(Gauge::WorkersStuck), 1.0);
        hung.pool.look(); // counted once
        QCOMPARE(m_metrics.total(Counter::WorkersGotStuck) - stuckBefore, 1u);
        QCOMPARE(hung.pool.size(), 1);
        const auto workers = hung.pool.workers();
        QCOMPARE(workers.size(), 2u);
        QCOMPARE(std::count_if(workers.begin(), workers.end(), [](const auto &worker) { return worker.stuck; }), 1);
        hung.push({hung.make(), hung.make()});
        QTRY_COMPARE(hung.runner.done.load(), 2u);

        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^stuck worker returned worker=1")));
        hung.runner.letGo();
        QTRY_COMPARE(hung.pool.stuck(), 0);
        QTRY_COMPARE(hung.pool.workers().size(), 1u);
        QCOMPARE(m_metrics.total(Counter::WorkersRecovered) - recoveredBefore, 1u);
        hung.push({hung.make()});
        QTRY_COMPARE(hung.runner.done.load(), 4u);
    }

    void soManyAreReplacedAndNoMore()
    {
        HangingPool hung(m_metrics, 1s); // taken one at a time
        hung.pool.setSize(1);
        for (int stuck = 1; stuck <= 3; ++stuck) { // the third one takes the last worker
            hung.push({hung.make(true)});
            QTRY_COMPARE(hung.runner.hanging.load(), stuck);
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^worker stuck ")));
            hung.wait();
            QCOMPARE(hung.pool.stuck(), stuck);
            QCOMPARE(hung.pool.workers().size(), static_cast<size_t>(std::min(stuck + 1, 3)));
        }
        hung.push({hung.make()});
        QCOMPARE(hung.runner.done.load(), 0u);
        hung.pool.setStuckLimits(3, 1s); // live
        QTRY_COMPARE(hung.runner.done.load(), 1u);
        for (int i = 0; i < 3; ++i)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^stuck worker returned ")));
        hung.runner.letGo();
        QTRY_COMPARE(hung.pool.workers().size(), 1u);
        QCOMPARE(hung.pool.stuck(), 0);
    }

    void clientsShorterTimeoutMakesNoHandlerStuck()
    {
        HangingPool hung(m_metrics);
        hung.pool.setSize(1);
        const Job job = hung.make(true);
        job->deadline = job->received + 1ms;
        hung.push({job});
        QTRY_COMPARE(hung.runner.hanging.load(), 1);
        hung.clock.advance(1s);
        hung.pool.look();
        QCOMPARE(hung.pool.stuck(), 0);
    }

    void orderGoesOnWithoutAStuckHandler()
    {
        HangingPool hung(m_metrics);
        auto spec = std::make_shared<EventSpec>();
        spec->id = "a/ordered";
        spec->ordered = Ordering::User;
        hung.pool.setSize(1);
        const Job first = hung.make(true);
        first->spec = spec;
        const Job second = hung.make(true);
        second->spec = spec;
        hung.push({first});
        QTRY_COMPARE(hung.runner.hanging.load(), 1);
        hung.push({second});
        QVERIFY(!hung.queue.mayPop());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^worker stuck event=a/ordered ")));
        hung.wait();
        QTRY_COMPARE(hung.runner.hanging.load(), 2); // it hangs, too: it has begun
    }

    void tellsWhatEachWorkerIsAt()
    {
        HangingPool hung(m_metrics);
        auto spec = std::make_shared<EventSpec>();
        spec->id = "a/slow";
        const Job job = hung.make(true);
        job->spec = spec;
        hung.pool.setSize(1);
        hung.push({hung.make()});
        QTRY_COMPARE(hung.runner.done.load(), 1u);
        hung.push({job});
        QTRY_COMPARE(hung.runner.hanging.load(), 1);
        const TimePoint began = hung.clock.now();
        hung.clock.advance(7ms);
        const auto workers = hung.pool.workers();
        QCOMPARE(workers.size(), 1u);
        QCOMPARE(workers[0].event, std::string("a/slow"));
        QVERIFY(workers[0].eventSince == began);
        QCOMPARE(workers[0].processed, 1u);
        QCOMPARE(workers[0].errors, 0u);
        hung.runner.letGo();
        QTRY_COMPARE(hung.pool.workers()[0].processed, 2u);
        QVERIFY(hung.pool.workers()[0].event.empty());
        QVERIFY(hung.pool.workers()[0].busyTime == 7ms);
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
