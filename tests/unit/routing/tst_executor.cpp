#include "server/routing/executor.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/unit/routing/routingfakes.h"

#include <QPromise>
#include <QTest>

#include <stdexcept>
#include <thread>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

using OutcomePromise = QPromise<OutcomePtr>;

/// Finishes a handler's promise in one way or another.
using Finish = std::function<void(OutcomePromise)>;

OutcomePtr success(QByteArray result)
{
    return std::make_shared<Outcome>(Outcome::success(std::move(result)));
}

} // namespace

class TestExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsHandlersInOrderAndPostsOncePerIoThread();
    void throwingHandlerIsAnInternalErrorWithoutInternals_data();
    void throwingHandlerIsAnInternalErrorWithoutInternals();
    void throwingHandlerDoesNotHarmItsNeighbours();
    void futureIsAnsweredOnceInTheThreadThatFinishesIt_data();
    void futureIsAnsweredOnceInTheThreadThatFinishesIt();
    void futureThatIsFinishedAlreadyIsAnsweredOnce_data();
    void futureThatIsFinishedAlreadyIsAnsweredOnce();
    void pendingFuturePostsNothing();
    void lateFutureIsCountedAndDropped();
    void expiredJobIsNotRun();
    void jobIsRunUpToItsDeadline();
    void claimedJobIsNotRun();
    void deadlineIsLookedAtAnewBeforeEachJob();
    void handlerSeesThatItStarted();
    void recordsTheWaitInItsLane();
    void learnsHowLongHandlersTake();
    void tellsOfShortRunsWithTheBatch();

private:
    /// A request for a handler that does this.
    Request &make(test::FunctionHandler::Function function, Lane lane = Lane::Normal);
    void run();
    /// Everything posted since the last call, as answers.
    QStringList answers();
    void addFinishes();

    test::FakeClock m_clock;
    std::unique_ptr<Metrics> m_metrics;
    test::SeededRandom m_random{1};
    std::unique_ptr<IdempotencyStore> m_idempotency;
    test::PublicationInbox m_publications;
    test::CompletionInbox m_inbox;
    std::unique_ptr<Executor> m_executor;
    std::atomic<size_t> m_settled{0};
    std::vector<std::unique_ptr<test::FunctionHandler>> m_handlers;
    std::vector<std::unique_ptr<Request>> m_requests;
    size_t m_batches = 0;
};

void TestExecutor::init()
{
    m_handlers.clear();
    m_requests.clear();
    m_executor.reset(); // what refers to the metrics goes before them
    m_idempotency.reset();
    m_metrics = std::make_unique<Metrics>();
    m_metrics->reserveEvents(1);
    m_idempotency = std::make_unique<IdempotencyStore>(Config(), *m_metrics, m_random);
    m_executor = std::make_unique<Executor>(*m_metrics, m_publications, *m_idempotency, m_clock);
    m_executor->setSettledCallback([this](std::span<const Job> settled) {
        m_settled += settled.size();
        return BoundedPriorityQueue::HeldOrders();
    });
    m_settled = 0;
    static_cast<void>(answers());
}

Request &TestExecutor::make(test::FunctionHandler::Function function, Lane lane)
{
    m_handlers.push_back(std::make_unique<test::FunctionHandler>(std::move(function)));
    auto spec = std::make_shared<EventSpec>();
    spec->id = "test/event";
    spec->lane = lane;
    spec->handler = m_handlers.back().get();
    m_requests.push_back(std::make_unique<Request>());
    Request &request = *m_requests.back();
    request.text = std::to_string(m_requests.size());
    request.id = request.text;
    request.spec = std::move(spec);
    request.received = request.admitted = m_clock.now();
    request.timeout = 1s;
    request.deadline = m_clock.now() + 1s;
    request.sink = &m_inbox;
    return request;
}

void TestExecutor::run()
{
    std::vector<Job> jobs;
    for (const auto &request : m_requests)
        jobs.push_back(request.get());
    Shift shift;
    shift.begin(jobs);
    m_executor->run(shift);
    shift.end();
}

QStringList TestExecutor::answers()
{
    QStringList texts;
    const auto batches = m_inbox.take();
    m_batches = batches.size();
    for (const CompletionBatch &batch : batches) {
        for (size_t i = 0; i < batch.completions.size(); ++i)
            texts << (batch.completions[i].claimed ? test::answerOf(batch, i) : QStringLiteral("handed back"));
    }
    return texts;
}

void TestExecutor::runsHandlersInOrderAndPostsOncePerIoThread()
{
    test::CompletionInbox otherInbox;
    QStringList ran;
    for (int i = 0; i < 6; ++i) {
        Request &request = make([&ran](const Request &running) -> HandlerResult {
            ran << QString::fromLatin1(running.id.data(), qsizetype(running.id.size()));
            return Outcome::success("true");
        });
        if (i % 2 == 1)
            request.sink = &otherInbox;
    }
    run();
    QCOMPARE(ran.join(u' '), QStringLiteral("1 2 3 4 5 6"));
    QCOMPARE(
        answers(),
        (QStringList{test::resultText("1", "true"), test::resultText("3", "true"), test::resultText("5", "true")}));
    QCOMPARE(m_batches, 1u);
    const auto others = otherInbox.take();
    QCOMPARE(others.size(), 1u);
    QCOMPARE(others[0].completions.size(), 3u);
    QCOMPARE(m_settled.load(), 6u);
}

void TestExecutor::throwingHandlerIsAnInternalErrorWithoutInternals_data()
{
    QTest::addColumn<bool>("standard");
    QTest::newRow("std::exception") << true;
    QTest::newRow("an int") << false;
}

void TestExecutor::throwingHandlerIsAnInternalErrorWithoutInternals()
{
    QFETCH(bool, standard);
    make([standard](const Request &) -> HandlerResult {
        if (standard)
            throw std::runtime_error("password=hunter2");
        throw 42;
    });
    const QString what = standard ? QStringLiteral("password=hunter2") : QStringLiteral("unknown exception");
    QTest::ignoreMessage(QtWarningMsg, qPrintable(QStringLiteral("handler threw event= test/event what= ") + what));
    run();
    QCOMPARE(answers(), QStringList{test::errorText("1", ErrorCode::InternalError)});
    QCOMPARE(m_settled.load(), 1u);
    QCOMPARE(m_metrics->total(Counter::EndedFailed), 1u);
}

void TestExecutor::throwingHandlerDoesNotHarmItsNeighbours()
{
    make([](const Request &) -> HandlerResult { return Outcome::success("1"); });
    make([](const Request &) -> HandlerResult { throw std::runtime_error("broken"); });
    make([](const Request &) -> HandlerResult { return Outcome::success("3"); });
    QTest::ignoreMessage(QtWarningMsg, "handler threw event= test/event what= broken");
    run();
    QCOMPARE(answers(),
             (QStringList{test::resultText("1", "1"), test::errorText("2", ErrorCode::InternalError),
                          test::resultText("3", "3")}));
    QCOMPARE(m_settled.load(), 3u);
}

void TestExecutor::addFinishes()
{
    QTest::addColumn<Finish>("finish");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("warning");
    const QString internalError = test::errorText("1", ErrorCode::InternalError);
    const QString threw = QStringLiteral("handler threw event= test/event what= ");
    const auto row = [](const char *name, Finish finish, const QString &answer, const QString &warning) {
        QTest::newRow(name) << std::move(finish) << answer << warning;
    };
    row("result",
        [](OutcomePromise promise) {
            promise.addResult(success("5"));
            promise.finish();
        },
        test::resultText("1", "5"), {});
    row("error",
        [](OutcomePromise promise) {
            promise.addResult(std::make_shared<Outcome>(Outcome::error({ErrorCode::StorageFull, {}, {}})));
            promise.finish();
        },
        test::errorText("1", ErrorCode::StorageFull), {});
    row(
        "std::exception",
        [](OutcomePromise promise) {
            promise.setException(std::make_exception_ptr(std::runtime_error("password=hunter2")));
            promise.finish();
        },
        internalError, threw + QStringLiteral("password=hunter2"));
    row(
        "an int",
        [](OutcomePromise promise) {
            promise.setException(std::make_exception_ptr(42));
            promise.finish();
        },
        internalError, threw + QStringLiteral("unknown exception"));
    row(
        "given up", [](OutcomePromise) { /* destroyed unfinished */ }, internalError,
        threw + QStringLiteral("the handler gave up its promise"));
    row(
        "finished without a result", [](OutcomePromise promise) { promise.finish(); }, internalError,
        threw + QStringLiteral("the handler gave up its promise"));
    row(
        "finished with nothing",
        [](OutcomePromise promise) {
            promise.addResult(OutcomePtr());
            promise.finish();
        },
        internalError, threw + QStringLiteral("the handler gave up its promise"));
}

void TestExecutor::futureIsAnsweredOnceInTheThreadThatFinishesIt_data()
{
    addFinishes();
}

void TestExecutor::futureIsAnsweredOnceInTheThreadThatFinishesIt()
{
    QFETCH(Finish, finish);
    QFETCH(QString, answer);
    QFETCH(QString, warning);
    OutcomePromise promise;
    promise.start();
    make([&promise](const Request &) -> HandlerResult { return promise.future(); });
    run();
    QCOMPARE(answers(), QStringList());
    QCOMPARE(m_settled.load(), 0u);
    if (!warning.isEmpty())
        QTest::ignoreMessage(QtWarningMsg, qPrintable(warning));
    std::thread finisher([&] { finish(std::move(promise)); });
    finisher.join();
    QCOMPARE(answers(), QStringList{answer});
    QCOMPARE(m_settled.load(), 1u);
}

void TestExecutor::futureThatIsFinishedAlreadyIsAnsweredOnce_data()
{
    addFinishes();
}

void TestExecutor::futureThatIsFinishedAlreadyIsAnsweredOnce()
{
    QFETCH(Finish, finish);
    QFETCH(QString, answer);
    QFETCH(QString, warning);
    make([&finish](const Request &) -> HandlerResult {
        OutcomePromise promise;
        promise.start();
        auto future = promise.future();
        finish(std::move(promise));
        return future;
    });
    if (!warning.isEmpty())
        QTest::ignoreMessage(QtWarningMsg, qPrintable(warning));
    run();
    QCOMPARE(answers(), QStringList{answer});
    QCOMPARE(m_settled.load(), 1u);
}

void TestExecutor::pendingFuturePostsNothing()
{
    OutcomePromise promise;
    promise.start();
    make([&promise](const Request &) -> HandlerResult { return promise.future(); });
    run();
    QCOMPARE(answers(), QStringList());
    QCOMPARE(m_batches, 0u); // a batch of nothing would wake the I/O thread for nothing
    promise.addResult(success("1"));
    promise.finish();
    QCOMPARE(answers(), QStringList{test::resultText("1", "1")});
    QCOMPARE(m_batches, 1u);
}

void TestExecutor::lateFutureIsCountedAndDropped()
{
    OutcomePromise promise;
    promise.start();
    Request &request = make([&promise](const Request &) -> HandlerResult { return promise.future(); });
    run();
    QVERIFY(request.claim()); // the deadline, say
    promise.addResult(success("1"));
    promise.finish();
    QCOMPARE(answers(), QStringList{QStringLiteral("handed back")});
    QCOMPARE(m_settled.load(), 1u);
    QCOMPARE(m_metrics->total(Counter::LateResults), 1u);
}

void TestExecutor::expiredJobIsNotRun()
{
    bool ran = false;
    Request &request = make([&ran](const Request &) -> HandlerResult {
        ran = true;
        return Outcome::success();
    });
    m_clock.advance(1s);
    run();
    QVERIFY(!ran);
    QVERIFY(!request.started);
    QCOMPARE(answers(),
             QStringList{test::errorText("1", ErrorCode::Timeout, R"({"timeoutMs":1000,"outcome":"not-run"})")});
    QCOMPARE(m_settled.load(), 1u);
    QCOMPARE(m_metrics->total(Counter::EndedTimedOut), 1u);
    QCOMPARE(m_metrics->counts(Distribution::HandlerDuration).count, 0u);
}

void TestExecutor::jobIsRunUpToItsDeadline()
{
    make([](const Request &) -> HandlerResult { return Outcome::success("1"); });
    m_clock.advance(1s - 1ns);
    run();
    QCOMPARE(answers(), QStringList{test::resultText("1", "1")});
}

void TestExecutor::claimedJobIsNotRun()
{
    bool ran = false;
    Request &request = make([&ran](const Request &) -> HandlerResult {
        ran = true;
        return Outcome::success();
    });
    QVERIFY(request.claim());
    run();
    QVERIFY(!ran);
    QCOMPARE(answers(), QStringList{QStringLiteral("handed back")});
    QCOMPARE(m_settled.load(), 1u);
    QCOMPARE(m_metrics->total(Counter::LateResults), 0u);
}

void TestExecutor::deadlineIsLookedAtAnewBeforeEachJob()
{
    make([this](const Request &) -> HandlerResult {
        m_clock.advance(2s);
        return Outcome::success("1");
    });
    make([](const Request &) -> HandlerResult { return Outcome::success("2"); });
    run();
    QCOMPARE(answers(),
             (QStringList{test::resultText("1", "1"),
                          test::errorText("2", ErrorCode::Timeout, R"({"timeoutMs":1000,"outcome":"not-run"})")}));
}

void TestExecutor::handlerSeesThatItStarted()
{
    bool started = false;
    make([&started](const Request &request) -> HandlerResult {
        started = request.started;
        return Outcome::success();
    });
    run();
    QVERIFY(started);
}

void TestExecutor::recordsTheWaitInItsLane()
{
    const auto done = [](const Request &) -> HandlerResult { return Outcome::success(); };
    make(done, Lane::High);
    make(done, Lane::Low);
    make(done, Lane::Low);
    run();
    QCOMPARE(m_metrics->counts(Distribution::QueueWaitHigh).count, 1u);
    QCOMPARE(m_metrics->counts(Distribution::QueueWaitNormal).count, 0u);
    QCOMPARE(m_metrics->counts(Distribution::QueueWaitLow).count, 2u);
    QCOMPARE(m_metrics->counts(Distribution::HandlerDuration).count, 3u);
}

void TestExecutor::learnsHowLongHandlersTake()
{
    Request &request = make([this](const Request &) -> HandlerResult {
        m_clock.advance(8ms);
        return Outcome::success();
    });
    const auto mean = [&request] { return std::chrono::nanoseconds(request.spec->meanHandlerNs.load()); };
    const auto before = mean();
    run();
    QCOMPARE(mean(), before + (8ms - before) / 8);
    for (int i = 0; i < 50; ++i) {
        const EventSpecPtr spec = request.spec;
        request.recycle();
        request.spec = spec;
        request.deadline = m_clock.now() + 1s;
        run();
    }
    QVERIFY(mean() > 7900us && mean() <= 8ms);
}

// What is read for each event is not written for each; each event's runs count for itself, and for long ones nobody
// waits.
void TestExecutor::tellsOfShortRunsWithTheBatch()
{
    const std::vector<Duration> spans{20us, 40us, 8ms, 1ms};
    std::vector<qint64> seen;
    for (size_t i = 0; i < spans.size(); ++i) {
        Request &request = make([this, &seen, &spans](const Request &running) -> HandlerResult {
            m_clock.advance(spans[seen.size()]);
            seen.push_back(running.spec->meanHandlerNs.load());
            return Outcome::success();
        });
        if (i % 2 == 1)
            request.spec = m_requests[i - 1]->spec;
    }
    const EventSpec &quick = *m_requests[0]->spec;
    const EventSpec &slow = *m_requests[2]->spec;
    const qint64 before = quick.meanHandlerNs;
    run();
    const auto after = [](qint64 mean, std::chrono::nanoseconds took) { return mean + (took.count() - mean) / 8; };
    QCOMPARE(seen, (std::vector<qint64>{before, before, before, after(before, 8ms)}));
    QCOMPARE(quick.meanHandlerNs.load(), after(after(before, 20us), 40us));
    QCOMPARE(slow.meanHandlerNs.load(), after(after(before, 8ms), 1ms));
}

QTEST_APPLESS_MAIN(TestExecutor)

#include "tst_executor.moc"
