#include "tests/unit/routing/routerfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;
using test::errorText;
using test::FakeSession;
using test::requestText;
using test::resultText;
using test::RouterFixture;

namespace {

QByteArray arrayOf(const QByteArrayList &elements)
{
    return '[' + elements.join(',') + ']';
}

// As long as no rate is known a client is told a second, and up to half of it more.
bool isOverloaded(const QString &text, int id)
{
    const QJsonObject answer = QJsonDocument::fromJson(text.toUtf8()).object();
    const QJsonObject error = answer[QLatin1String("error")].toObject();
    const QJsonObject data = error[QLatin1String("data")].toObject();
    const int retryAfterMs = data[QLatin1String("retryAfterMs")].toInt();
    return answer[QLatin1String("id")] == id && error[QLatin1String("code")] == static_cast<int>(ErrorCode::Overloaded)
        && retryAfterMs >= 1000 && retryAfterMs <= 1500 && data[QLatin1String("temporary")].toBool();
}

QString arrayOf(const QStringList &elements)
{
    return u'[' + elements.join(u',') + u']';
}

} // namespace

/// The way in and out, with real policies, queue and executor. After each row everything must have come home, and the
/// counters must have added up after each step.
class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { use({}); }
    void cleanup();

    void requestIsQueuedWithItsTurnAndAnsweredOnce();
    void turnIsFullAtTheBufferSize();
    void turnGoesOnWhileItGrowsByBatches();
    void fullTurnDoesNotGoOn();
    void sessionChangesBeforeTheAnswer();
    void subscriptionCountsAsItIsAnswered();
    void eventThatCannotBeCalledIsUnknown_data();
    void eventThatCannotBeCalledIsUnknown();
    void drainingIsRefusedAndWhatIsInsideFinishes();
    void refusalOfAPolicyIsCountedAndAnswered_data();
    void refusalOfAPolicyIsCountedAndAnswered();
    void notificationIsNeverAnswered_data();
    void notificationIsNeverAnswered();

    void clientOnlyShortensTheDeadline_data();
    void clientOnlyShortensTheDeadline();
    void deadlineOfQueuedWorkIsNotRun();
    void whatEndsBehindItsPredecessorIsNotRun();
    void deadlineOfRunningWorkIsUnknownAndItsResultIsDropped();
    void answerOnItsWayIsNotAnsweredAgain_data();
    void answerOnItsWayIsNotAnsweredAgain();
    void cancelEndsQueuedAndRunningWork();
    void cancelOfWhatIsNotOnesOwnChangesNothing_data();
    void cancelOfWhatIsNotOnesOwnChangesNothing();
    void cancelThatAsksForAnAnswerGetsOne();
    void abandonEndsEverythingAsDraining();

    void arrayIsAnsweredByOneArray();
    void arrayOfNotificationsLeavesNoTrace();
    void arrayOfAGoneConnectionIsForgotten_data();
    void arrayOfAGoneConnectionIsForgotten();
    void refusalInMidArrayEndsIt();
    void detachEndsQueuedAndRunningWork();
    void connectionFoundDeadWhileAnswering_data();
    void connectionFoundDeadWhileAnswering();

    void fullQueueRejectsAndGivesTheLimitBack();
    void fullQueueDropsTheOldestAndItsSessionIsTold();
    void droppedWorkThatHasEndedOnlyComesHome();
    void refusedTooOftenIsClosed_data();
    void refusedTooOftenIsClosed();
    void refusedTooOftenFollowsTheConfiguration();
    void refusedTooOftenAsADryRunOnlyCounts();
    void faultsSpendTheLimitOfTheAddress_data();
    void faultsSpendTheLimitOfTheAddress();
    void whatIsNotTheClientsFaultNeverCloses();
    void newEventsAreForRequestsFromThenOn();
    void requestsAreUsedAgain();
    void keptRequestsAreBounded();
    void largeTextIsNotKept();

private:
    void use(const Config &config)
    {
        m_pipeline = std::make_unique<RouterFixture>(config);
        m_client = &m_pipeline->connectClient();
    }
    quint64 total(Counter counter) const { return m_pipeline->total(counter); }
    const QStringList &told() const { return m_client->told; }

    std::unique_ptr<RouterFixture> m_pipeline;
    FakeSession *m_client = nullptr;
};

void TestRouter::cleanup()
{
    QCOMPARE(m_pipeline->wrongAtRest(), QStringList());
}

void TestRouter::requestIsQueuedWithItsTurnAndAnsweredOnce()
{
    m_pipeline->receive(*m_client, requestText("1", "test/do", R"("params":{"a":1})"));
    m_pipeline->receive(*m_client, requestText(R"("two")", "test/do", R"("params":[2])"));
    QCOMPARE(m_pipeline->queued(), 0u);
    QCOMPARE(m_pipeline->unanswered(), 2u);
    m_pipeline->endTurn();
    QCOMPARE(m_pipeline->queued(), 2u);
    m_pipeline->endTurn();
    QCOMPARE(m_pipeline->queued(), 2u);
    QCOMPARE(told(), QStringList());

    m_pipeline->work();
    QCOMPARE(told(), (QStringList{resultText("1", R"({"a":1})"), resultText(R"("two")", "[2]")}));
    QCOMPARE(m_pipeline->unanswered(), 0u);
    QCOMPARE(total(Counter::EventsReceived), 2u);
    QCOMPARE(total(Counter::EndedSucceeded), 2u);
    QCOMPARE(m_pipeline->totalsOf("test/do").received, 2u);
    QCOMPARE(m_pipeline->totalsOf("test/do").succeeded, 2u);
    m_pipeline->pass(1h); // no deadline is left behind
    QCOMPARE(told().size(), 2);
}

void TestRouter::turnIsFullAtTheBufferSize()
{
    Config config;
    config.channels.eventBufferSize = 2;
    use(config);
    m_pipeline->receive(*m_client, requestText("1", "test/do"));
    QVERIFY(!m_pipeline->router().isTurnFull());
    m_pipeline->receive(*m_client, requestText("2", "test/do"));
    QVERIFY(m_pipeline->router().isTurnFull());
    m_pipeline->endTurn();
    QVERIFY(!m_pipeline->router().isTurnFull());
}

// Handed over at once only when the sockets have nothing more, or enough has come.
void TestRouter::turnGoesOnWhileItGrowsByBatches()
{
    const auto receive = [this](size_t count) {
        for (size_t i = 0; i < count; ++i)
            m_pipeline->receive(*m_client, requestText("1", "test/do"));
    };
    Config config;
    config.rateLimits.globalPerSecond = config.rateLimits.perIpPerMinute = config.rateLimits.perUserPerMinute = 0;
    config.rateLimits.enforcePerEvent = false;
    use(config);
    Router &router = m_pipeline->router();
    QVERIFY(!router.turnGoesOn());
    receive(BoundedPriorityQueue::kMaxBatch - 1); // few: a worker takes them together as it is
    QVERIFY(!router.turnGoesOn());
    receive(BoundedPriorityQueue::kMaxBatch);
    QVERIFY(router.turnGoesOn());
    QVERIFY(!router.turnGoesOn()); // nothing more has come
    m_pipeline->endTurn();
    QCOMPARE(m_pipeline->queued(), 2 * BoundedPriorityQueue::kMaxBatch - 1);

    receive(BoundedPriorityQueue::kMaxBatch); // a turn of its own
    QVERIFY(router.turnGoesOn());
    receive(1000);
    QVERIFY(!router.turnGoesOn()); // much has waited long enough
    m_pipeline->endTurn();
    m_pipeline->work();
    QCOMPARE(m_pipeline->unanswered(), 0u);
}

void TestRouter::fullTurnDoesNotGoOn()
{
    Config config;
    config.channels.eventBufferSize = static_cast<int>(BoundedPriorityQueue::kMaxBatch);
    use(config);
    for (size_t i = 0; i < BoundedPriorityQueue::kMaxBatch; ++i)
        m_pipeline->receive(*m_client, requestText("1", "test/do"));
    QVERIFY(!m_pipeline->router().turnGoesOn());
    m_pipeline->endTurn();
    m_pipeline->work();
}

void TestRouter::sessionChangesBeforeTheAnswer()
{
    m_pipeline->onRun = [](const Request &) {
        Outcome outcome = Outcome::success();
        outcome.session = std::make_unique<SessionChange>();
        outcome.session->principal = std::make_shared<Principal>(Principal{"alice", {}, true, {}});
        return outcome;
    };
    m_pipeline->send(*m_client, requestText("1", "test/private"));
    m_pipeline->send(*m_client, requestText("2", "test/do"));
    m_pipeline->work();
    m_pipeline->send(*m_client, requestText("3", "test/private"));
    QCOMPARE(told(),
             (QStringList{errorText("1", ErrorCode::Unauthorized), QStringLiteral("apply"), resultText("2", "null")}));
    QCOMPARE(m_pipeline->queued(), 1u);
}

void TestRouter::subscriptionCountsAsItIsAnswered()
{
    m_pipeline->onRun = [](const Request &request) {
        Outcome outcome = Outcome::success();
        outcome.session = std::make_unique<SessionChange>();
        outcome.session->answersByTopic = true;
        if (request.id == "2") // which the session refuses
            outcome.session->subscribe.emplace_back();
        return outcome;
    };
    m_pipeline->send(*m_client, requestText("1", "test/do"));
    m_pipeline->send(*m_client, requestText("2", "test/do"));
    m_pipeline->work();
    QCOMPARE(told(),
             (QStringList{QStringLiteral("apply"), resultText("1", "\"here\""), QStringLiteral("apply"),
                          errorText("2", ErrorCode::Busy)}));
    QCOMPARE(total(Counter::EndedSucceeded), 1u);
    QCOMPARE(total(Counter::EndedFailed), 1u);
    QCOMPARE(m_pipeline->totalsOf("test/do").succeeded, 1u);
    QCOMPARE(m_pipeline->totalsOf("test/do").failed, 1u);
    QCOMPARE(m_pipeline->metrics.counts(Distribution::EventDuration).count, 2u);

    // Who has gone meanwhile is told nothing, and what the handler did counts.
    m_pipeline->send(*m_client, requestText("2", "test/do"));
    m_pipeline->work(true);
    m_client->die();
    m_pipeline->bringBack();
    QCOMPARE(total(Counter::EndedSucceeded), 2u);
}

void TestRouter::eventThatCannotBeCalledIsUnknown_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("unknown") << QByteArray("test/nothing");
    QTest::newRow("disabled") << QByteArray("test/off");
    QTest::newRow("nearly cancel") << QByteArray("$/cancel");
}

void TestRouter::eventThatCannotBeCalledIsUnknown()
{
    QFETCH(QByteArray, method);
    m_pipeline->send(*m_client, requestText("1", method));
    m_pipeline->send(*m_client, requestText("", method));
    QCOMPARE(told(), QStringList{errorText("1", ErrorCode::MethodNotFound)});
    QCOMPARE(total(Counter::RefusedUnknown), 2u);
    QCOMPARE(m_pipeline->queued(), 0u);
}

void TestRouter::drainingIsRefusedAndWhatIsInsideFinishes()
{
    m_pipeline->send(*m_client, requestText("1", "test/do"));
    m_pipeline->gate.close();
    m_pipeline->send(*m_client, requestText("2", "test/do"));
    m_pipeline->send(*m_client, requestText("", "test/do"));
    const QString refused = errorText("2", ErrorCode::Draining, R"({"retryAfterMs":2000,"temporary":true})");
    QCOMPARE(told(), QStringList{refused});
    QCOMPARE(total(Counter::RefusedDraining), 2u);
    QCOMPARE(m_pipeline->totalsOf("test/do").received, 3u);
    QCOMPARE(m_pipeline->totalsOf("test/do").refused, 2u);
    m_pipeline->work();
    QCOMPARE(told(), (QStringList{refused, resultText("1", "null")}));
}

void TestRouter::refusalOfAPolicyIsCountedAndAnswered_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("admittedBefore");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("counter");
    const auto row = [](const char *method, int admittedBefore, ErrorCode code, Counter counter) {
        QTest::newRow(sluice::errorText(code).data())
            << QByteArray(method) << admittedBefore << static_cast<int>(code) << static_cast<int>(counter);
    };
    row("test/private", 0, ErrorCode::Unauthorized, Counter::RefusedUnauthorized);
    row("test/typed", 0, ErrorCode::InvalidParams, Counter::RefusedInvalidParams);
    row("test/limited", 1, ErrorCode::RateLimited, Counter::RefusedRateLimited);
    row("test/low", 1, ErrorCode::Overloaded, Counter::RefusedOverloaded);
}

void TestRouter::refusalOfAPolicyIsCountedAndAnswered()
{
    QFETCH(QByteArray, method);
    QFETCH(int, admittedBefore);
    QFETCH(int, code);
    QFETCH(int, counter);
    Config config;
    config.channels.messageQueueSize = 1; // what comes second is overload
    use(config);
    for (int i = 0; i < admittedBefore; ++i)
        m_pipeline->send(*m_client, requestText("0", method));
    m_pipeline->send(*m_client, requestText("1", method));
    m_pipeline->send(*m_client, requestText("", method));

    QCOMPARE(told().size(), 1);
    QVERIFY2(told().first().startsWith(QStringLiteral(R"({"jsonrpc":"2.0","id":1,"error":{"code":%1,)").arg(code)),
             qPrintable(told().first()));
    QCOMPARE(total(static_cast<Counter>(counter)), 2u);
    QCOMPARE(m_pipeline->refused(), 2u);
    const EventTotals totals = m_pipeline->totalsOf(method);
    QCOMPARE(totals.received, static_cast<quint64>(admittedBefore) + 2);
    QCOMPARE(code == static_cast<int>(ErrorCode::RateLimited) ? totals.rateLimited : totals.refused, 2u);
    QCOMPARE(totals.rateLimited + totals.refused, 2u);
    QCOMPARE(m_pipeline->unanswered(), static_cast<size_t>(admittedBefore));
}

void TestRouter::notificationIsNeverAnswered_data()
{
    QTest::addColumn<int>("counter");
    QTest::newRow("success") << static_cast<int>(Counter::EndedSucceeded);
    QTest::newRow("failure") << static_cast<int>(Counter::EndedFailed);
    QTest::newRow("deadline") << static_cast<int>(Counter::EndedTimedOut);
    QTest::newRow("abandoned") << static_cast<int>(Counter::EndedAbandoned);
    QTest::newRow("queue full") << static_cast<int>(Counter::RefusedOverloaded);
}

void TestRouter::notificationIsNeverAnswered()
{
    QFETCH(int, counter);
    const auto expected = static_cast<Counter>(counter);
    if (expected == Counter::RefusedOverloaded) {
        Config config;
        config.channels.messageQueueSize = 1;
        use(config);
        m_pipeline->receive(*m_client, requestText("", "test/do"));
    } else if (expected == Counter::EndedFailed) {
        m_pipeline->onRun = [](const Request &) { return Outcome::error({ErrorCode::NotFound, {}, {}}); };
    }
    m_pipeline->send(*m_client, requestText("", "test/do"));
    if (expected == Counter::EndedTimedOut)
        m_pipeline->pass(1min);
    else if (expected == Counter::EndedAbandoned)
        QCOMPARE(m_pipeline->router().abandonAll(), 1u);
    m_pipeline->work();
    QCOMPARE(told(), QStringList());
    QCOMPARE(total(expected), 1u);
}

void TestRouter::clientOnlyShortensTheDeadline_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<int>("expectedMs");
    QTest::newRow("the server's") << QByteArray("test/do") << QByteArray() << 3000;
    QTest::newRow("the event's") << QByteArray("test/quick") << QByteArray() << 1000;
    QTest::newRow("shorter") << QByteArray("test/do") << QByteArray(R"("timeoutMs":200)") << 200;
    QTest::newRow("shorter than the event's") << QByteArray("test/quick") << QByteArray(R"("timeoutMs":999)") << 999;
    QTest::newRow("longer") << QByteArray("test/do") << QByteArray(R"("timeoutMs":60000)") << 3000;
    QTest::newRow("longer than the event's") << QByteArray("test/quick") << QByteArray(R"("timeoutMs":2000)") << 1000;
}

void TestRouter::clientOnlyShortensTheDeadline()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, asked);
    QFETCH(int, expectedMs);
    m_pipeline->send(*m_client, requestText("1", method, asked));
    m_pipeline->pass(std::chrono::milliseconds(expectedMs) - 1ns);
    QCOMPARE(told(), QStringList());
    m_pipeline->pass(Router::kDeadlineTick);
    const QByteArray data = R"({"timeoutMs":)" + QByteArray::number(expectedMs) + R"(,"outcome":"not-run"})";
    QCOMPARE(told(), QStringList{errorText("1", ErrorCode::Timeout, data)});
}

void TestRouter::deadlineOfQueuedWorkIsNotRun()
{
    m_pipeline->send(*m_client, requestText("1", "test/do"));
    m_pipeline->pass(3010ms);
    QCOMPARE(told(), QStringList{errorText("1", ErrorCode::Timeout, R"({"timeoutMs":3000,"outcome":"not-run"})")});
    QCOMPARE(m_pipeline->queued(), 0u); // it holds no place until a worker comes by
    QCOMPARE(m_pipeline->router().inUse(), 0u);
    m_pipeline->work();
    QVERIFY(m_pipeline->ran.empty());
    QCOMPARE(told().size(), 1);
    QCOMPARE(total(Counter::EndedTimedOut), 1u);
    QCOMPARE(total(Counter::LateResults), 0u);
    QCOMPARE(m_pipeline->totalsOf("test/do").timedOut, 1u);
}

void TestRouter::whatEndsBehindItsPredecessorIsNotRun()
{
    m_pipeline->send(*m_client, requestText("1", "test/ordered"));
    m_pipeline->send(*m_client, requestText("2", "test/ordered", R"("timeoutMs":1000)"));
    m_pipeline->send(*m_client, requestText("3", "test/ordered"));
    m_pipeline->send(*m_client, requestText("", "$/cancelRequest", R"("params":{"id":1})"));
    m_pipeline->pass(1010ms);
    QCOMPARE(m_pipeline->queued(), 1u);
    m_pipeline->work();
    QCOMPARE(m_pipeline->ran.size(), 1u);
    QCOMPARE(told().size(), 3);
    QVERIFY(told().contains(resultText("3", "null")));
}

void TestRouter::deadlineOfRunningWorkIsUnknownAndItsResultIsDropped()
{
    m_pipeline->send(*m_client, requestText("1", "test/later"));
    m_pipeline->work();
    QCOMPARE(m_pipeline->running(), 1u);
    QVERIFY(!m_pipeline->ran.front()->stop.stop_requested());
    m_pipeline->pass(3010ms);
    const QString timeout = errorText("1", ErrorCode::Timeout, R"({"timeoutMs":3000,"outcome":"unknown"})");
    QCOMPARE(told(), QStringList{timeout});
    QVERIFY(m_pipeline->ran.front()->stop.stop_requested());
    QCOMPARE(m_pipeline->router().inUse(), 1u); // the handler may still read it

    Outcome late = Outcome::success("true");
    late.session = std::make_unique<SessionChange>();
    m_pipeline->finishLater(std::move(late));
    QCOMPARE(told(), QStringList{timeout});
    QCOMPARE(total(Counter::EndedTimedOut), 1u);
    QCOMPARE(total(Counter::EndedSucceeded), 0u);
    QCOMPARE(total(Counter::LateResults), 1u);

    m_pipeline->send(*m_client, requestText("2", "test/do")); // the same request anew, without a trace of its past
    m_pipeline->work();
    QCOMPARE(m_pipeline->ran.at(1), m_pipeline->ran.at(0));
    QCOMPARE(told(), (QStringList{timeout, resultText("2", "null")}));
}

void TestRouter::answerOnItsWayIsNotAnsweredAgain_data()
{
    QTest::addColumn<std::function<void(RouterFixture &, FakeSession &)>>("meanwhile");
    QTest::addColumn<bool>("delivered");
    using Meanwhile = std::function<void(RouterFixture &, FakeSession &)>;
    QTest::newRow("deadline") << Meanwhile([](RouterFixture &pipeline, FakeSession &) {
        pipeline.router().expire(TimePoint(24h));
    }) << true;
    QTest::newRow("cancel") << Meanwhile([](RouterFixture &pipeline, FakeSession &session) {
        pipeline.receive(session, requestText("", "$/cancelRequest", R"("params":{"id":1})"));
    }) << true;
    QTest::newRow("abandon") << Meanwhile([](RouterFixture &pipeline, FakeSession &) {
        QCOMPARE(pipeline.router().abandonAll(), 0u);
    }) << true;
    QTest::newRow("connection gone") << Meanwhile([](RouterFixture &, FakeSession &session) { session.die(); })
                                     << false;
}

void TestRouter::answerOnItsWayIsNotAnsweredAgain()
{
    using Meanwhile = std::function<void(RouterFixture &, FakeSession &)>;
    QFETCH(Meanwhile, meanwhile);
    QFETCH(bool, delivered);
    m_pipeline->send(*m_client, requestText("1", "test/do"));
    m_pipeline->work(true);
    meanwhile(*m_pipeline, *m_client);
    QCOMPARE(told(), QStringList());
    m_pipeline->bringBack();
    QCOMPARE(told(), delivered ? QStringList{resultText("1", "null")} : QStringList());
    QCOMPARE(total(Counter::EndedSucceeded), 1u);
    QCOMPARE(m_pipeline->ended(), 1u);
}

void TestRouter::cancelEndsQueuedAndRunningWork()
{
    m_pipeline->send(*m_client, requestText("1", "test/later"));
    m_pipeline->work();
    m_pipeline->send(*m_client, requestText(R"("1")", "test/do"));
    m_pipeline->receive(*m_client, requestText("", "$/cancelRequest", R"("params":{"id":"1"})"));
    const QString queued = errorText(R"("1")", ErrorCode::Cancelled, R"({"timeoutMs":3000,"outcome":"not-run"})");
    QCOMPARE(told(), QStringList{queued});
    m_pipeline->receive(*m_client, requestText("", "$/cancelRequest", R"("params":{"id":1})"));
    const QString running = errorText("1", ErrorCode::Cancelled, R"({"timeoutMs":3000,"outcome":"unknown"})");
    QCOMPARE(told(), (QStringList{queued, running}));
    QVERIFY(m_pipeline->ran.front()->stop.stop_requested());

    m_pipeline->finishLater();
    m_pipeline->work();
    QCOMPARE(m_pipeline->ran.size(), 1u); // the queued one never ran
    QCOMPARE(told().size(), 2);
    QCOMPARE(total(Counter::EndedCancelled), 2u);
    QCOMPARE(total(Counter::LateResults), 1u);
    QCOMPARE(total(Counter::EventsReceived), 2u); // a cancel is none
}

void TestRouter::cancelOfWhatIsNotOnesOwnChangesNothing_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("somebody else's") << QByteArray(R"("params":{"id":1})");
    QTest::newRow("unknown") << QByteArray(R"("params":{"id":2})");
    QTest::newRow("another type") << QByteArray(R"("params":{"id":"1"})");
    QTest::newRow("no id") << QByteArray(R"("params":{})");
    QTest::newRow("an array") << QByteArray(R"("params":[1])");
    QTest::newRow("no params") << QByteArray();
}

void TestRouter::cancelOfWhatIsNotOnesOwnChangesNothing()
{
    QFETCH(QByteArray, params);
    FakeSession &other = m_pipeline->connectClient();
    FakeSession &canceller = QByteArray(QTest::currentDataTag()) == "somebody else's" ? other : *m_client;
    m_pipeline->send(*m_client, requestText("1", "test/do"));
    m_pipeline->receive(canceller, requestText("", "$/cancelRequest", params));
    QCOMPARE(told() + other.told, QStringList());
    m_pipeline->work();
    QCOMPARE(told(), QStringList{resultText("1", "null")});
    QCOMPARE(other.told, QStringList());
    QCOMPARE(total(Counter::EndedCancelled), 0u);
}

void TestRouter::cancelThatAsksForAnAnswerGetsOne()
{
    m_pipeline->send(*m_client, requestText("1", "test/do"));
    m_pipeline->receive(*m_client, requestText("2", "$/cancelRequest", R"("params":{"id":1})"));
    m_pipeline->receive(*m_client, requestText("3", "$/cancelRequest", R"("params":{"id":1})"));
    m_pipeline->receive(*m_client, arrayOf(QByteArrayList{requestText("4", "$/cancelRequest")}));
    QCOMPARE(
        told(),
        (QStringList{errorText("1", ErrorCode::Cancelled, R"({"timeoutMs":3000,"outcome":"not-run"})"),
                     resultText("2", "null"), resultText("3", "null"), arrayOf(QStringList{resultText("4", "null")})}));
}

void TestRouter::abandonEndsEverythingAsDraining()
{
    m_pipeline->send(*m_client, requestText("1", "test/later"));
    m_pipeline->work();
    m_pipeline->send(*m_client, requestText("2", "test/do"));
    m_pipeline->send(*m_client, requestText("", "test/do"));
    QCOMPARE(m_pipeline->router().abandonAll(), 3u);
    m_pipeline->checkSums();
    QCOMPARE(told(),
             (QStringList{errorText("1", ErrorCode::Draining, R"({"timeoutMs":3000,"outcome":"unknown"})"),
                          errorText("2", ErrorCode::Draining, R"({"timeoutMs":3000,"outcome":"not-run"})")}));
    QCOMPARE(total(Counter::EndedAbandoned), 3u);
    QVERIFY(m_pipeline->ran.front()->stop.stop_requested());
    QCOMPARE(m_pipeline->router().abandonAll(), 0u);
    m_pipeline->finishLater();
    m_pipeline->work();
    QCOMPARE(told().size(), 2);
}

void TestRouter::arrayIsAnsweredByOneArray()
{
    m_pipeline->send(*m_client,
                     arrayOf(QByteArrayList{requestText("1", "test/later"), requestText("", "test/do"),
                                            requestText("2", "test/nothing"), requestText("3", "test/do"), "17"}));
    m_pipeline->send(*m_client, requestText("9", "test/do"));
    m_pipeline->work();
    QCOMPARE(told(), QStringList{resultText("9", "null")}); // the array still waits for its first
    m_pipeline->finishLater(Outcome::success("true"));
    QCOMPARE(told().size(), 2);
    const QString invalid =
        errorText("null", ErrorCode::InvalidRequest, R"({"reason":"not an object"})"); // as the decoder says it
    QCOMPARE(told().last(),
             arrayOf(QStringList{errorText("2", ErrorCode::MethodNotFound), invalid, resultText("3", "null"),
                                 resultText("1", "true")}));
    QCOMPARE(total(Counter::EventsReceived), 6u);
    QCOMPARE(total(Counter::EndedSucceeded), 4u);
}

void TestRouter::arrayOfNotificationsLeavesNoTrace()
{
    m_pipeline->send(*m_client, arrayOf(QByteArrayList{requestText("", "test/do"), requestText("", "test/nothing")}));
    m_pipeline->work();
    QCOMPARE(told(), QStringList());
    QCOMPARE(total(Counter::EndedSucceeded), 1u);
    QCOMPARE(total(Counter::RefusedUnknown), 1u);
}

void TestRouter::arrayOfAGoneConnectionIsForgotten_data()
{
    QTest::addColumn<int>("answeredBefore");
    QTest::newRow("before any answer") << 0;
    QTest::newRow("between two answers") << 1;
    QTest::newRow("after all answers") << 2;
}

void TestRouter::arrayOfAGoneConnectionIsForgotten()
{
    QFETCH(int, answeredBefore);
    m_pipeline->send(*m_client,
                     arrayOf(QByteArrayList{requestText("1", "test/later"), requestText("2", "test/later")}));
    m_pipeline->work();
    for (int i = 0; i < answeredBefore; ++i)
        m_pipeline->finishLater();
    m_client->die();
    QCOMPARE(told().size(), answeredBefore == 2 ? 1 : 0);
    QCOMPARE(total(Counter::EndedConnectionGone), static_cast<quint64>(2 - answeredBefore));
    // What the array itself held is LeakSanitizer's to tell.
}

void TestRouter::refusalInMidArrayEndsIt()
{
    Config config;
    config.rateLimits.refusedPerMinute = 1;
    use(config);
    m_pipeline->send(*m_client,
                     arrayOf(QByteArrayList{requestText("1", "test/do"), requestText("2", "test/nothing"),
                                            requestText("3", "test/nothing"), requestText("4", "test/do")}));
    QCOMPARE(told(), QStringList{QStringLiteral("close 1008 refused too often")});
    QCOMPARE(total(Counter::EventsReceived), 3u);
    m_pipeline->work();
    QCOMPARE(told().size(), 1);
}

void TestRouter::detachEndsQueuedAndRunningWork()
{
    m_pipeline->send(*m_client, requestText("1", "test/later"));
    m_pipeline->work();
    m_pipeline->send(*m_client, requestText("2", "test/do"));
    m_pipeline->receive(*m_client, requestText("3", "test/do")); // not even queued yet
    m_client->die();
    QCOMPARE(total(Counter::EndedConnectionGone), 3u);
    QVERIFY(m_pipeline->ran.front()->stop.stop_requested());
    m_pipeline->endTurn();
    m_pipeline->work();
    m_pipeline->finishLater();
    QCOMPARE(m_pipeline->ran.size(), 1u);
    QCOMPARE(total(Counter::LateResults), 1u);
    QCOMPARE(told(), QStringList());
}

void TestRouter::connectionFoundDeadWhileAnswering_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("counter");
    const auto row = [](const char *name, const QByteArray &text, Counter counter) {
        QTest::newRow(name) << text << static_cast<int>(counter);
    };
    row("unknown event", requestText("1", "test/nothing"), Counter::RefusedUnknown);
    row("not a request", "{}", Counter::RefusedInvalidRequest);
    row("refused by a policy", requestText("1", "test/private"), Counter::RefusedUnauthorized);
    row("refused in an array", arrayOf(QByteArrayList{requestText("1", "test/private")}), Counter::RefusedUnauthorized);
    row("done", requestText("1", "test/do"), Counter::EndedSucceeded);
    row("done in an array", arrayOf(QByteArrayList{requestText("1", "test/do")}), Counter::EndedSucceeded);
    row("cancelled", requestText("1", "test/quick"), Counter::EndedCancelled);
    row("too late", requestText("1", "test/quick"), Counter::EndedTimedOut);
}

// A socket's death is often found while writing to it: deliver() then comes back into the router.
void TestRouter::connectionFoundDeadWhileAnswering()
{
    QFETCH(QByteArray, text);
    QFETCH(int, counter);
    m_pipeline->send(*m_client, requestText("0", "test/later"));
    m_pipeline->work();
    m_client->diesOnDelivery = true;
    m_pipeline->send(*m_client, text);
    if (static_cast<Counter>(counter) == Counter::EndedCancelled)
        m_pipeline->receive(*m_client, requestText("", "$/cancelRequest", R"("params":{"id":1})"));
    else if (static_cast<Counter>(counter) == Counter::EndedTimedOut)
        m_pipeline->pass(1010ms);
    else
        m_pipeline->work();
    QCOMPARE(told().size(), 1);
    QCOMPARE(total(static_cast<Counter>(counter)), 1u);
    QCOMPARE(total(Counter::EndedConnectionGone), 1u); // the other request
    QCOMPARE(m_pipeline->gate.inside(), 0u);
}

void TestRouter::fullQueueRejectsAndGivesTheLimitBack()
{
    Config config;
    config.channels.messageQueueSize = 1;
    config.rateLimits.perUserPerMinute = 2;
    use(config);
    FakeSession &other = m_pipeline->connectClient(1); // whose turn ends last
    m_pipeline->receive(*m_client, requestText("1", "test/urgent"));
    m_pipeline->receive(other, requestText("2", "test/urgent"));
    m_pipeline->endTurn();
    QCOMPARE(other.told.size(), 1);
    QVERIFY2(isOverloaded(other.told.first(), 2), qPrintable(other.told.first()));
    QCOMPARE(total(Counter::RefusedOverloaded), 1u);
    QCOMPARE(total(Counter::OverloadedByDepth), 1u);
    QCOMPARE(m_pipeline->totalsOf("test/urgent").refused, 1u);
    m_pipeline->work();
    for (const char *id : {"3", "4"}) { // within the limit of two, as the first was not served
        m_pipeline->send(other, requestText(id, "test/urgent"));
        m_pipeline->work();
    }
    QCOMPARE(told(), QStringList{resultText("1", "null")});
    QCOMPARE(other.told.mid(1), (QStringList{resultText("3", "null"), resultText("4", "null")}));
}

void TestRouter::fullQueueDropsTheOldestAndItsSessionIsTold()
{
    Config config;
    config.channels.messageQueueSize = 1;
    config.channels.overflow = QueueOverflow::DropOldest;
    config.rateLimits.perUserPerMinute = 1;
    use(config);
    FakeSession &other = m_pipeline->connectClient(1);
    m_pipeline->send(other, requestText("1", "test/low"));
    m_pipeline->send(*m_client, requestText("2", "test/urgent"));
    QCOMPARE(other.told.size(), 1);
    QVERIFY2(isOverloaded(other.told.first(), 1), qPrintable(other.told.first()));
    QCOMPARE(told(), QStringList());
    QCOMPARE(m_pipeline->totalsOf("test/low").refused, 1u);
    m_pipeline->work();
    QCOMPARE(told(), QStringList{resultText("2", "null")});
    QCOMPARE(m_pipeline->ran.size(), 1u);
    m_pipeline->send(other, requestText("3", "test/low")); // its limit was given back
    QCOMPARE(m_pipeline->queued(), 1u);
}

void TestRouter::droppedWorkThatHasEndedOnlyComesHome()
{
    Config config;
    config.channels.messageQueueSize = 1;
    config.channels.overflow = QueueOverflow::DropOldest;
    use(config);
    FakeSession &other = m_pipeline->connectClient(1);
    m_pipeline->send(other, requestText("1", "test/low"));
    m_pipeline->receive(other, requestText("", "$/cancelRequest", R"("params":{"id":1})"));
    m_pipeline->send(*m_client, requestText("2", "test/urgent"));
    QCOMPARE(other.told,
             QStringList{errorText("1", ErrorCode::Cancelled, R"({"timeoutMs":3000,"outcome":"not-run"})")});
    QCOMPARE(total(Counter::RefusedOverloaded), 0u);
    QCOMPARE(m_pipeline->router(1).inUse(), 0u);
}

void TestRouter::refusedTooOftenIsClosed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("not a request") << QByteArray("{}");
    QTest::newRow("unknown event") << requestText("1", "test/nothing");
    QTest::newRow("unknown event, no answer") << requestText("", "test/nothing");
    QTest::newRow("not allowed") << requestText("1", "test/private");
}

void TestRouter::refusedTooOftenIsClosed()
{
    QFETCH(QByteArray, text);
    Config config;
    config.rateLimits.refusedPerMinute = 3;
    use(config);
    const auto isClosed = [this] {
        return !told().isEmpty() && told().last() == QLatin1String("close 1008 refused too often");
    };
    for (int i = 0; i < 3; ++i)
        m_pipeline->send(*m_client, text);
    QVERIFY(!isClosed());
    m_pipeline->pass(1min - 1ns);
    m_pipeline->send(*m_client, text);
    QVERIFY(isClosed());

    FakeSession &patient = m_pipeline->connectClient();
    m_client = &patient;
    for (int i = 0; i < 6; ++i) {
        if (i == 3)
            m_pipeline->pass(1min);
        m_pipeline->send(*m_client, text);
    }
    QVERIFY(!isClosed());
}

void TestRouter::refusedTooOftenFollowsTheConfiguration()
{
    Config config;
    config.rateLimits.refusedPerMinute = 3;
    use(config);
    for (int i = 0; i < 3; ++i)
        m_pipeline->send(*m_client, "{}");
    config.rateLimits.refusedPerMinute = 4;
    m_pipeline->setConfig(config);
    m_pipeline->send(*m_client, "{}");
    QVERIFY(m_client->isOpen);
    config.rateLimits.refusedPerMinute = 2; // what was counted stays counted
    m_pipeline->setConfig(config);
    m_pipeline->pass(59s);
    m_pipeline->send(*m_client, "{}");
    QVERIFY(!m_client->isOpen);
}

void TestRouter::refusedTooOftenAsADryRunOnlyCounts()
{
    Config config;
    config.rateLimits.refusedPerMinute = 3;
    config.rateLimits.dryRun.refused = true;
    use(config);
    for (int i = 0; i < 5; ++i)
        m_pipeline->send(*m_client, "{}");
    QVERIFY(m_client->isOpen);
    QCOMPARE(total(Counter::DryRunRefused), 2u);
    config.rateLimits.dryRun.refused = false;
    m_pipeline->setConfig(config);
    m_pipeline->send(*m_client, "{}");
    QVERIFY(!m_client->isOpen);
}

void TestRouter::faultsSpendTheLimitOfTheAddress_data()
{
    refusedTooOftenIsClosed_data();
}

// Who is closed for faults and connects again has no fresh limit.
void TestRouter::faultsSpendTheLimitOfTheAddress()
{
    QFETCH(QByteArray, text);
    Config config;
    config.rateLimits.refusedPerMinute = 2;
    config.rateLimits.perIpPerMinute = 4;
    use(config);
    for (int i = 0; i < 3; ++i)
        m_pipeline->send(*m_client, text);
    QVERIFY(!m_client->isOpen);

    FakeSession &again = m_pipeline->connectAgain(*m_client);
    m_pipeline->send(again, text);
    QCOMPARE(total(Counter::RefusedRateLimited), 0u);
    m_pipeline->send(again, text);
    QCOMPARE(total(Counter::RefusedRateLimited), 1u);
    QCOMPARE(total(Counter::RateLimitHitsIp), 1u);
    if (!again.told.isEmpty()) // notifications are not answered
        QVERIFY2(again.told.last().contains(QLatin1String(R"("scope":"ip","limit":4)")), qPrintable(again.told.last()));
    m_pipeline->send(again, requestText("9", "test/do")); // nor are its good ones let in
    QCOMPARE(m_pipeline->queued(), 0u);
    QVERIFY(again.isOpen);
    m_pipeline->send(again, text); // and it still counts for being closed
    QVERIFY(!again.isOpen);

    FakeSession &neighbour = m_pipeline->connectClient();
    m_pipeline->send(neighbour, requestText("1", "test/do"));
    QCOMPARE(m_pipeline->queued(), 1u);
    m_pipeline->work();
}

void TestRouter::newEventsAreForRequestsFromThenOn()
{
    m_pipeline->send(*m_client, requestText("1", "test/do"));
    m_pipeline->setEvents(R"(
        [[event]]
        id = "test/later"
        handler = "test"
        requires-auth = false
        [[event]]
        id = "test/new"
        handler = "test"
        requires-auth = false)");
    m_pipeline->send(*m_client, requestText("2", "test/do"));
    m_pipeline->send(*m_client, requestText("3", "test/new"));
    QCOMPARE(told(), QStringList{errorText("2", ErrorCode::MethodNotFound)});
    m_pipeline->work();
    QCOMPARE(told().mid(1), (QStringList{resultText("1", "null"), resultText("3", "null")}));
    QCOMPARE(m_pipeline->ran.size(), 2u);
    QCOMPARE(m_pipeline->totalsOf("test/new").succeeded, 1u);
    QCOMPARE(m_pipeline->metrics.totals(EventIndex{0}).succeeded, 1u); // that of test/do, as before
}

void TestRouter::whatIsNotTheClientsFaultNeverCloses()
{
    Config config;
    config.rateLimits.refusedPerMinute = 1;
    use(config);
    for (int i = 0; i < 5; ++i) {
        m_pipeline->send(*m_client, requestText("", "test/limited"));
        m_pipeline->send(*m_client, requestText("", "test/typed"));
    }
    m_pipeline->gate.close();
    for (int i = 0; i < 5; ++i)
        m_pipeline->send(*m_client, requestText("", "test/do"));
    QCOMPARE(m_pipeline->refused(), 14u);
    QCOMPARE(told(), QStringList());

    config.rateLimits.refusedPerMinute = 0; // off
    use(config);
    for (int i = 0; i < 100; ++i)
        m_pipeline->send(*m_client, requestText("", "test/nothing"));
    QCOMPARE(told(), QStringList());
}

void TestRouter::requestsAreUsedAgain()
{
    for (int i = 0; i < 100; ++i) {
        m_pipeline->send(*m_client, requestText("1", "test/do"));
        m_pipeline->work();
        m_pipeline->send(*m_client, requestText("1", "test/private"));
    }
    QCOMPARE(m_pipeline->router().pooled(), 1u);
    QCOMPARE(m_pipeline->router().inUse(), 0u);
}

void TestRouter::keptRequestsAreBounded()
{
    Config config;
    config.rateLimits.globalPerSecond = config.rateLimits.perIpPerMinute = config.rateLimits.perUserPerMinute = 0;
    config.backpressure.interval = Milliseconds(0); // so many would not be served soon
    use(config);
    const size_t many = Router::kFreeRequests + 10;
    for (size_t i = 0; i < many; ++i)
        m_pipeline->receive(*m_client, requestText("1", "test/do"));
    m_pipeline->endTurn();
    QCOMPARE(m_pipeline->router().pooled(), many);
    m_pipeline->work();
    QCOMPARE(m_pipeline->router().pooled(), Router::kFreeRequests);
    QCOMPARE(told().size(), static_cast<qsizetype>(many));
    m_pipeline->send(*m_client, requestText("2", "test/do"));
    m_pipeline->work();
    QCOMPARE(told().last(), resultText("2", "null"));
}

void TestRouter::largeTextIsNotKept()
{
    std::vector<size_t> capacities;
    m_pipeline->onRun = [&capacities](const Request &request) {
        capacities.push_back(request.text.capacity());
        return Outcome::success();
    };
    const QByteArray large = R"("params":[")" + QByteArray(60'000, 'x') + R"("])";
    for (const QByteArray &more : {large, QByteArray()}) {
        m_pipeline->send(*m_client, requestText("1", "test/do", more));
        m_pipeline->work();
    }
    QCOMPARE(m_pipeline->router().pooled(), 1u);
    QVERIFY(capacities.at(0) >= 60'000);
    QVERIFY2(capacities.at(1) < 5'000, qPrintable(QString::number(capacities.at(1))));
}

QTEST_APPLESS_MAIN(TestRouter)

#include "tst_router.moc"
