#include "tests/unit/routing/routerfixture.h"

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

constexpr const char *kOnce = R"("params":{},"idempotencyKey":"once")";

Config unlimited()
{
    Config config;
    config.rateLimits.perUserPerMinute = config.rateLimits.perIpPerMinute = config.rateLimits.globalPerSecond = 0;
    return config;
}

QString tryAgain(const char *id)
{
    return errorText(id, ErrorCode::Busy, R"({"retryAfterMs":100,"temporary":true})");
}

} // namespace

/// Requests with an idempotency key, from the text that comes in to the text that goes out.
class TestIdempotency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(unlimited()); }
    void cleanup();

    void retryGetsTheFirstResult();
    void retryGetsAResultThatCameTooLate();
    void keyIsOfOneUserAndEvent();
    void keyWithOtherParamsIsRefused();
    void idempotentEventsNeedNone();
    void failureLeavesTheKeyFree();
    void repeatsWaitForTheFirst_data();
    void repeatsWaitForTheFirst();
    void oneThatWaitsEndsByItself_data();
    void oneThatWaitsEndsByItself();
    void firstThatNeverRunsFreesTheKey_data();
    void firstThatNeverRunsFreesTheKey();
    void notificationsRunOnceToo();
    void sessionChangesAreNotRepeated();
    void resultsAreForgottenInTime();
    void resultsAreForgottenWhenTheyAreTooMany();

private:
    void start(const Config &config)
    {
        m_pipeline = std::make_unique<RouterFixture>(config);
        m_client = &m_pipeline->connectClient();
    }
    void send(FakeSession &client, const char *id, const char *event, const char *more = kOnce)
    {
        m_pipeline->send(client, requestText(id, event, more));
    }
    [[nodiscard]] size_t runs() const { return m_pipeline->ran.size(); }
    [[nodiscard]] quint64 repeats() const { return m_pipeline->total(Counter::IdempotentRepeats); }

    std::unique_ptr<RouterFixture> m_pipeline;
    FakeSession *m_client = nullptr;
};

void TestIdempotency::cleanup()
{
    QCOMPARE(m_pipeline->wrongAtRest(), QStringList());
}

void TestIdempotency::retryGetsTheFirstResult()
{
    int count = 0;
    m_pipeline->onRun = [&count](const Request &) { return Outcome::success(QByteArray::number(++count)); };
    send(*m_client, "1", "test/do");
    m_pipeline->work();
    send(*m_client, "2", "test/do"); // answered at once
    FakeSession &elsewhere = m_pipeline->connectElsewhere(*m_client, 1);
    m_client->die();
    m_pipeline->send(elsewhere, '[' + requestText("3", "test/do", kOnce) + ',' + requestText("4", "test/do") + ']');
    m_pipeline->work();

    QCOMPARE(m_client->told, (QStringList{resultText("1", "1"), resultText("2", "1")}));
    QCOMPARE(elsewhere.told, QStringList{u'[' + resultText("3", "1") + u',' + resultText("4", "2") + u']'});
    QCOMPARE(repeats(), 2u);
    QCOMPARE(m_pipeline->totalsOf("test/do").succeeded, 4u);
}

void TestIdempotency::retryGetsAResultThatCameTooLate()
{
    send(*m_client, "1", "test/later");
    m_pipeline->work();
    m_pipeline->pass(4s);
    m_pipeline->finishLater(Outcome::success("7"));
    send(*m_client, "2", "test/later");
    QCOMPARE(m_client->told,
             (QStringList{errorText("1", ErrorCode::Timeout, R"({"timeoutMs":3000,"outcome":"unknown"})"),
                          resultText("2", "7")}));
    QCOMPARE(m_pipeline->total(Counter::LateResults), 1u);
    QCOMPARE(runs(), size_t{1});
}

void TestIdempotency::keyIsOfOneUserAndEvent()
{
    FakeSession &other = m_pipeline->connectClient();
    send(*m_client, "1", "test/do");
    send(other, "1", "test/do");
    send(*m_client, "2", "test/urgent");
    send(*m_client, "3", "test/do", R"("params":{},"idempotencyKey":"another")");
    m_pipeline->work();
    QCOMPARE(runs(), size_t{4});
    QCOMPARE(repeats(), 0u);
}

void TestIdempotency::keyWithOtherParamsIsRefused()
{
    send(*m_client, "1", "test/do");
    send(*m_client, "2", "test/do", R"("params":{"a":1},"idempotencyKey":"once")");
    m_pipeline->work();
    QCOMPARE(m_client->told,
             (QStringList{errorText("2", ErrorCode::InvalidParams,
                                    R"({"field":"idempotencyKey","reason":"was used with other params"})"),
                          resultText("1", "{}")}));
    QCOMPARE(runs(), size_t{1});
}

void TestIdempotency::idempotentEventsNeedNone()
{
    send(*m_client, "1", "test/idempotent");
    send(*m_client, "2", "test/idempotent");
    m_pipeline->work();
    QCOMPARE(runs(), size_t{2});
}

void TestIdempotency::failureLeavesTheKeyFree()
{
    m_pipeline->onRun = [](const Request &) { return Outcome::error({ErrorCode::BackendFailed, {}, {}}); };
    send(*m_client, "1", "test/do");
    send(*m_client, "2", "test/do");
    m_pipeline->work();
    m_pipeline->onRun = {};
    send(*m_client, "3", "test/do");
    m_pipeline->work();
    QStringList told = m_client->told;
    told.sort();
    QCOMPARE(told,
             (QStringList{errorText("1", ErrorCode::BackendFailed), errorText("2", ErrorCode::BackendFailed),
                          resultText("3", "{}")}));
    QCOMPARE(runs(), size_t{2});
}

void TestIdempotency::repeatsWaitForTheFirst_data()
{
    QTest::addColumn<bool>("runs"); // already when the others come
    QTest::newRow("in the queue") << false;
    QTest::newRow("with a handler") << true;
}

void TestIdempotency::repeatsWaitForTheFirst()
{
    QFETCH(bool, runs);
    FakeSession &elsewhere = m_pipeline->connectElsewhere(*m_client, 1);
    send(*m_client, "1", "test/later");
    if (runs)
        m_pipeline->work();
    send(*m_client, "2", "test/later");
    send(elsewhere, "3", "test/later");
    m_pipeline->work();
    QCOMPARE(m_client->told + elsewhere.told, QStringList());
    m_pipeline->finishLater(Outcome::success("7"));
    QStringList told = m_client->told;
    told.sort();
    QCOMPARE(told, (QStringList{resultText("1", "7"), resultText("2", "7")}));
    QCOMPARE(elsewhere.told, QStringList{resultText("3", "7")});
    QCOMPARE(this->runs(), size_t{1});
}

void TestIdempotency::oneThatWaitsEndsByItself_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("deadline") << 0;
    QTest::newRow("cancelled") << 1;
    QTest::newRow("connection gone") << 2;
    QTest::newRow("abandoned") << 3;
}

// The first one's handler hangs: who waits must not be kept with it.
void TestIdempotency::oneThatWaitsEndsByItself()
{
    QFETCH(int, how);
    send(*m_client, "1", "test/later");
    m_pipeline->work();
    FakeSession &elsewhere = m_pipeline->connectElsewhere(*m_client, 1);
    send(elsewhere, "2", "test/later", R"("params":{},"idempotencyKey":"once","timeoutMs":100)");
    const auto shortTimeout = [](ErrorCode code) {
        return QStringList{errorText("2", code, R"({"timeoutMs":100,"outcome":"unknown"})")};
    };
    QStringList told;
    switch (how) {
    case 0:
        m_pipeline->pass(200ms);
        told = shortTimeout(ErrorCode::Timeout);
        break;
    case 1:
        m_pipeline->receive(elsewhere, requestText("", "$/cancelRequest", R"("params":{"id":2})"));
        told = shortTimeout(ErrorCode::Cancelled);
        break;
    case 2: elsewhere.die(); break;
    default: QCOMPARE(m_pipeline->router(1).abandonAll(), size_t{1}); told = shortTimeout(ErrorCode::Draining);
    }
    QCOMPARE(elsewhere.told, told);
    QCOMPARE(m_pipeline->router(1).inUse(), size_t{0});
    m_pipeline->finishLater(Outcome::success("7"));
    QCOMPARE(elsewhere.told, told);
    QCOMPARE(m_client->told, QStringList{resultText("1", "7")});
}

void TestIdempotency::firstThatNeverRunsFreesTheKey_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("expired in the queue") << 0;
    QTest::newRow("cancelled in the queue") << 1;
    QTest::newRow("refused by a full queue") << 2;
    QTest::newRow("found expired by a worker") << 3;
}

void TestIdempotency::firstThatNeverRunsFreesTheKey()
{
    QFETCH(int, how);
    FakeSession &elsewhere = m_pipeline->connectElsewhere(*m_client, 1);
    Config small = unlimited();
    small.channels.messageQueueSize = 1;
    if (how == 2) {
        m_pipeline->setQueueLimits(small);
        m_pipeline->receive(*m_client, requestText("0", "test/urgent"));
    }
    m_pipeline->receive(*m_client,
                        requestText("1", "test/do", R"("params":{},"idempotencyKey":"once","timeoutMs":100)"));
    m_pipeline->receive(elsewhere, requestText("2", "test/do", kOnce));
    m_pipeline->endTurn();
    switch (how) {
    case 0: m_pipeline->pass(200ms); break;
    case 1: m_pipeline->receive(*m_client, requestText("", "$/cancelRequest", R"("params":{"id":1})")); break;
    case 2: m_pipeline->setQueueLimits(unlimited()); break;
    default: m_pipeline->passUnnoticed(200ms);
    }
    m_pipeline->work();
    QCOMPARE(elsewhere.told, QStringList{tryAgain("2")});
    const size_t before = runs();
    QCOMPARE(before, how == 2 ? size_t{1} : size_t{0});
    send(elsewhere, "3", "test/do");
    m_pipeline->work();
    QCOMPARE(elsewhere.told.last(), resultText("3", "{}"));
    QCOMPARE(runs(), before + 1);
}

void TestIdempotency::notificationsRunOnceToo()
{
    send(*m_client, "", "test/do");
    send(*m_client, "", "test/do");
    m_pipeline->work();
    send(*m_client, "", "test/do");
    m_pipeline->work();
    QCOMPARE(runs(), size_t{1});
    QCOMPARE(m_client->told, QStringList());
}

// What logs one connection in does nothing for another.
void TestIdempotency::sessionChangesAreNotRepeated()
{
    m_pipeline->onRun = [](const Request &request) {
        Outcome outcome = Outcome::success("1");
        outcome.session = std::make_unique<SessionChange>(SessionChange{request.principal});
        return outcome;
    };
    for (const char *id : {"1", "2"}) {
        send(*m_client, id, "test/do");
        m_pipeline->work();
    }
    QCOMPARE(
        m_client->told,
        (QStringList{QStringLiteral("apply"), resultText("1", "1"), QStringLiteral("apply"), resultText("2", "1")}));
    QCOMPARE(runs(), size_t{2});
}

void TestIdempotency::resultsAreForgottenInTime()
{
    send(*m_client, "1", "test/do");
    m_pipeline->work();
    m_pipeline->pass(599'999ms);
    send(*m_client, "2", "test/do");
    QCOMPARE(runs(), size_t{1});
    m_pipeline->pass(1ms);
    send(*m_client, "3", "test/do");
    m_pipeline->work();
    QCOMPARE(runs(), size_t{2});
}

void TestIdempotency::resultsAreForgottenWhenTheyAreTooMany()
{
    constexpr int kKeys = 2000;
    constexpr int kResultBytes = 1000;
    Config small = unlimited();
    small.idempotency.maxBytes = 1'000'000;
    start(small);
    m_pipeline->onRun = [](const Request &) { return Outcome::success('"' + QByteArray(kResultBytes, 'x') + '"'); };
    for (int i = 0; i < kKeys; ++i) {
        const QByteArray more = R"("params":{},"idempotencyKey":")" + QByteArray::number(i) + '"';
        send(*m_client, "1", "test/do", more.constData());
        m_pipeline->work();
    }
    const double bytes = m_pipeline->metrics.value(Gauge::IdempotencyBytes);
    const double keys = m_pipeline->metrics.value(Gauge::IdempotencyKeys);
    QVERIFY2(bytes <= 1'000'000 && bytes > 800'000, QByteArray::number(bytes));
    QVERIFY2(keys * kResultBytes <= bytes && keys > 600, QByteArray::number(keys));
    const size_t before = runs();
    send(*m_client, "1", "test/do", R"("params":{},"idempotencyKey":"1999")");
    QCOMPARE(runs(), before);
    send(*m_client, "1", "test/do", R"("params":{},"idempotencyKey":"0")");
    m_pipeline->work();
    QCOMPARE(runs(), before + 1);
}

QTEST_APPLESS_MAIN(TestIdempotency)
#include "tst_idempotency.moc"
