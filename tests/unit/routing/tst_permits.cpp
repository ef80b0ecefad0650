#include "tests/unit/routing/routerfixture.h"

#include <QTest>

#include <stdexcept>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;
using test::FakeSession;
using test::requestText;
using test::RouterFixture;

namespace {

constexpr int kRequests = 100'000;
constexpr int kBetweenChecks = 1000;
constexpr int kProbes = 3;

Config stormyConfig(QueueOverflow overflow)
{
    Config config;
    config.rateLimits.perUserPerMinute = 0;
    config.rateLimits.refusedPerMinute = 0;
    config.channels.messageQueueSize = 20;
    config.channels.overflow = overflow;
    config.breaker.failures = 3;
    config.breaker.open = 300ms;
    config.breaker.probes = kProbes;
    return config;
}

/// Clients that do everything clients do, at random, to a handler that does everything handlers do.
class Storm
{
public:
    Storm(RouterFixture &pipeline, quint64 seed)
        : m_pipeline(pipeline)
        , m_random(seed)
    {
        for (size_t i = 0; i < m_clients.size(); ++i)
            m_clients[i] = &m_pipeline.connectClient(i % 2);
        m_pipeline.onRun = [this](const Request &) { return act(); };
    }

    /// Sends one request and does a few other things.
    void step()
    {
        FakeSession *&client = m_clients[m_random.below(m_clients.size())];
        m_pipeline.receive(*client, message(*client));
        if (oneIn(3))
            m_pipeline.endTurn();
        if (oneIn(4))
            m_pipeline.work(oneIn(2)); // kept answers come in while the rest goes on
        if (oneIn(3))
            m_pipeline.bringBack();
        if (oneIn(5))
            m_pipeline.pass(std::chrono::milliseconds(m_random.below(200)));
        if (oneIn(10))
            cancelOne();
        if (m_pipeline.running() > m_random.below(50))
            endLater();
        if (oneIn(100))
            replace(client);
        if (oneIn(2000))
            static_cast<void>(m_pipeline.router(m_random.below(2)).abandonAll());
        if (oneIn(500))
            m_trouble = m_random.below(100);
    }
    void becalm() { m_trouble = 0; }
    FakeSession &client() { return *m_clients.front(); }

private:
    struct Sent {
        FakeSession *client;
        quint64 id;
    };

    bool oneIn(quint64 count) { return m_random.below(count) == 0; }

    QByteArray request(FakeSession &client)
    {
        static constexpr std::array kEvents{"test/do",     "test/do",      "test/do",    "test/later",
                                            "test/urgent", "test/low",     "test/quick", "test/private",
                                            "test/typed",  "test/nothing", "test/off"};
        const QByteArray id = QByteArray::number(++m_lastId);
        m_sent[m_lastId % m_sent.size()] = {&client, m_lastId};
        QByteArray more = oneIn(10) ? R"("timeoutMs":50)" : oneIn(2) ? R"("params":{"n":1})" : R"("params":{})";
        if (oneIn(4)) // a key that is used again and again
            more += ",\"idempotencyKey\":\"k" + QByteArray::number(m_random.below(5)) + '"';
        return requestText(oneIn(10) ? "" : id.constData(), kEvents[m_random.below(kEvents.size())], more.constData());
    }
    QByteArray message(FakeSession &client)
    {
        if (!oneIn(10))
            return request(client);
        return '[' + request(client) + ',' + request(client) + ",1]";
    }

    Outcome act()
    {
        if (m_random.below(100) >= m_trouble)
            return Outcome::success();
        switch (m_random.below(4)) {
        case 0: throw std::runtime_error("test");
        case 1: return Outcome::error({ErrorCode::NotFound, {}, {}});
        case 2: return Outcome::error({ErrorCode::InvalidParams, {}, {}});
        default: return Outcome::error({ErrorCode::BackendFailed, {}, {}});
        }
    }

    void endLater()
    {
        if (m_random.below(100) < m_trouble)
            m_pipeline.giveUpLater();
        else
            m_pipeline.finishLater();
    }

    void cancelOne()
    {
        const Sent &sent = m_sent[m_random.below(m_sent.size())];
        if (!sent.client || !sent.client->isOpen)
            return;
        const QByteArray params = R"("params":{"id":)" + QByteArray::number(sent.id) + '}';
        m_pipeline.receive(*sent.client, requestText("", "$/cancelRequest", params));
    }

    void replace(FakeSession *&client)
    {
        client->die();
        client = &m_pipeline.connectClient(m_random.below(2));
    }

    RouterFixture &m_pipeline;
    test::SeededRandom m_random;
    std::array<FakeSession *, 8> m_clients{};
    std::array<Sent, 40> m_sent{};
    quint64 m_lastId = 0;
    quint64 m_trouble = 30; // of a hundred
};

} // namespace

/// What a request holds while it is under way comes back, however it ends.
class TestPermits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingLeaksInAStorm_data();
    void nothingLeaksInAStorm();
    void probeComesBackHoweverItsRequestEnds_data();
    void probeComesBackHoweverItsRequestEnds();
    void probeOfARejectedRequestComesBack();
    void refusalByTheBreakerGivesTheLimitBack();
    void clientsTimeoutsOpenNoBreaker();
    void timeoutsOfAHangingHandlerOpenIt();
};

void TestPermits::nothingLeaksInAStorm_data()
{
    QTest::addColumn<int>("overflow");
    QTest::newRow("a full queue rejects") << static_cast<int>(QueueOverflow::Reject);
    QTest::newRow("a full queue drops the oldest") << static_cast<int>(QueueOverflow::DropOldest);
}

void TestPermits::nothingLeaksInAStorm()
{
    QFETCH(int, overflow);
    RouterFixture pipeline(stormyConfig(static_cast<QueueOverflow>(overflow)));
    const quint64 seed = 4711 + static_cast<quint64>(overflow);
    Storm storm(pipeline, seed);
    const auto at = [seed](int request) {
        return QStringLiteral("seed %1, request %2").arg(seed).arg(request).toUtf8();
    };
    for (int request = 1; request <= kRequests; ++request) {
        storm.step();
        if (request % kBetweenChecks != 0)
            continue;
        pipeline.endTurn();
        const QStringList wrong = pipeline.wrongAtRest();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n') + u' ' + QString::fromUtf8(at(request))));
        QVERIFY2(pipeline.breakerStatus().probes == 0, at(request).constData());

        // All places are there: as many probes as there may be find one, and close the breaker.
        storm.becalm();
        pipeline.pass(1s);
        for (int probe = 0; probe < kProbes; ++probe)
            pipeline.send(storm.client(), requestText("0", "test/urgent"));
        pipeline.work();
        QVERIFY2(pipeline.breaker().state() == BreakerState::Closed, at(request).constData());
    }
    QVERIFY(pipeline.breakerStatus().opened > 50);
    for (const Counter counter :
         {Counter::RefusedUnavailable, Counter::RefusedInvalidParams, Counter::RefusedOverloaded,
          Counter::RefusedUnauthorized, Counter::EndedSucceeded, Counter::EndedFailed, Counter::EndedTimedOut,
          Counter::EndedCancelled, Counter::EndedConnectionGone, Counter::EndedAbandoned})
        QVERIFY2(pipeline.total(counter) > 10, metricInfo(counter).label);
}

namespace {

/// Opens the breaker and waits until it lets probes through: the next request is the only one.
void awaitProbe(RouterFixture &pipeline, FakeSession &client)
{
    pipeline.onRun = [](const Request &) { return Outcome::error({ErrorCode::BackendFailed, {}, {}}); };
    while (pipeline.breaker().state() != BreakerState::Open) {
        pipeline.send(client, requestText("0", "test/do"));
        pipeline.work();
    }
    pipeline.onRun = {};
    client.told.clear();
    pipeline.pass(300ms);
}

Config oneProbe()
{
    Config config = stormyConfig(QueueOverflow::Reject);
    config.breaker.probes = 1;
    return config;
}

using Ends = std::function<void(RouterFixture &, FakeSession &)>;

} // namespace

void TestPermits::probeComesBackHoweverItsRequestEnds_data()
{
    QTest::addColumn<Ends>("ends");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, BreakerState state, const Ends &ends) {
        QTest::newRow(name) << ends << static_cast<int>(state);
    };
    const auto send = [](const char *event, const char *more = "") {
        return [event, more](RouterFixture &pipeline, FakeSession &client) {
            pipeline.send(client, requestText("1", event, more));
        };
    };
    row("refused by a later policy", BreakerState::HalfOpen, send("test/typed"));
    row("succeeded", BreakerState::Closed, [=](RouterFixture &pipeline, FakeSession &client) {
        send("test/do")(pipeline, client);
        pipeline.work();
    });
    row("failed", BreakerState::Open, [=](RouterFixture &pipeline, FakeSession &client) {
        pipeline.onRun = [](const Request &) { return Outcome::error({ErrorCode::BackendFailed, {}, {}}); };
        send("test/do")(pipeline, client);
        pipeline.work();
    });
    row("succeeded later", BreakerState::Closed, [=](RouterFixture &pipeline, FakeSession &client) {
        send("test/later")(pipeline, client);
        pipeline.work();
        pipeline.finishLater();
    });
    row("gave its promise up", BreakerState::Open, [=](RouterFixture &pipeline, FakeSession &client) {
        send("test/later")(pipeline, client);
        pipeline.work();
        pipeline.giveUpLater();
    });
    row("timed out in the queue", BreakerState::HalfOpen, [=](RouterFixture &pipeline, FakeSession &client) {
        send("test/do")(pipeline, client);
        pipeline.pass(3010ms);
    });
    row("found too old by a worker", BreakerState::HalfOpen, [=](RouterFixture &pipeline, FakeSession &client) {
        send("test/do")(pipeline, client);
        pipeline.passUnnoticed(3s);
        pipeline.work();
    });
    row("timed out while it ran", BreakerState::Open, [=](RouterFixture &pipeline, FakeSession &client) {
        send("test/later")(pipeline, client);
        pipeline.work();
        pipeline.pass(3010ms);
    });
    row("timed out as the client wished", BreakerState::HalfOpen, [=](RouterFixture &pipeline, FakeSession &client) {
        send("test/later", R"("timeoutMs":50)")(pipeline, client);
        pipeline.work();
        pipeline.pass(60ms);
    });
    const char *cancel = R"("params":{"id":1})";
    row("cancelled in the queue", BreakerState::HalfOpen, [=](RouterFixture &pipeline, FakeSession &client) {
        send("test/do")(pipeline, client);
        pipeline.receive(client, requestText("", "$/cancelRequest", cancel));
    });
    row("cancelled while it ran", BreakerState::HalfOpen, [=](RouterFixture &pipeline, FakeSession &client) {
        send("test/later")(pipeline, client);
        pipeline.work();
        pipeline.receive(client, requestText("", "$/cancelRequest", cancel));
    });
    row("its connection went", BreakerState::HalfOpen, [=](RouterFixture &pipeline, FakeSession &client) {
        send("test/later")(pipeline, client);
        pipeline.work();
        client.die();
    });
    row("abandoned", BreakerState::HalfOpen, [=](RouterFixture &pipeline, FakeSession &client) {
        send("test/later")(pipeline, client);
        pipeline.work();
        static_cast<void>(pipeline.router().abandonAll());
    });
}

void TestPermits::probeComesBackHoweverItsRequestEnds()
{
    QFETCH(Ends, ends);
    RouterFixture pipeline(oneProbe());
    FakeSession &client = pipeline.connectClient();
    FakeSession &other = pipeline.connectClient(1);
    awaitProbe(pipeline, client);
    ends(pipeline, client);
    QTEST(static_cast<int>(pipeline.breaker().state()), "state");
    QCOMPARE(pipeline.breakerStatus().probes, 0);
    pipeline.onRun = {};
    pipeline.pass(300ms);
    pipeline.send(other, requestText("2", "test/do"));
    pipeline.work();
    QCOMPARE(other.told, QStringList{test::resultText("2", "null")});
    QCOMPARE(pipeline.wrongAtRest(), QStringList());
}

void TestPermits::probeOfARejectedRequestComesBack()
{
    Config config = stormyConfig(QueueOverflow::Reject);
    config.channels.messageQueueSize = 1;
    config.breaker.probes = 2;
    RouterFixture pipeline(config);
    FakeSession &client = pipeline.connectClient();
    FakeSession &other = pipeline.connectClient(1);
    awaitProbe(pipeline, client);
    // Both I/O threads see room for one.
    pipeline.receive(client, requestText("1", "test/urgent"));
    pipeline.receive(other, requestText("2", "test/urgent"));
    QCOMPARE(pipeline.breakerStatus().probes, 2);
    pipeline.endTurn();
    QCOMPARE(other.told.size(), 1);
    QVERIFY2(other.told.first().contains(QLatin1String("overloaded")), qPrintable(other.told.first()));
    QCOMPARE(pipeline.breakerStatus().probes, 1);
    QCOMPARE(pipeline.wrongAtRest(), QStringList());
}

void TestPermits::refusalByTheBreakerGivesTheLimitBack()
{
    Config config = oneProbe();
    config.rateLimits.perUserPerMinute = 1;
    RouterFixture pipeline(config);
    FakeSession &client = pipeline.connectClient();
    pipeline.breaker().setMode(BreakerMode::ForcedOpen);
    for (int i = 0; i < 10; ++i)
        pipeline.send(client, requestText("1", "test/limited"));
    QCOMPARE(client.told.size(), 10);
    for (const QString &answer : std::as_const(client.told))
        QVERIFY2(answer.contains(QLatin1String("-32033")), qPrintable(answer));
    QCOMPARE(pipeline.total(Counter::RefusedUnavailable), 10u);
    QCOMPARE(pipeline.totalsOf("test/limited").refused, 10u);
    pipeline.breaker().setMode(BreakerMode::Automatic);
    pipeline.send(client, requestText("2", "test/limited"));
    pipeline.work();
    QCOMPARE(client.told.last(), test::resultText("2", "null"));
    QCOMPARE(pipeline.wrongAtRest(), QStringList());
}

void TestPermits::clientsTimeoutsOpenNoBreaker()
{
    RouterFixture pipeline(stormyConfig(QueueOverflow::Reject));
    FakeSession &client = pipeline.connectClient();
    for (int i = 0; i < 100; ++i) {
        pipeline.send(client, requestText("1", "test/later", R"("timeoutMs":1)"));
        pipeline.work();
        pipeline.pass(20ms);
    }
    QCOMPARE(pipeline.total(Counter::EndedTimedOut), 100u);
    QCOMPARE(pipeline.breaker().state(), BreakerState::Closed);
    QCOMPARE(pipeline.wrongAtRest(), QStringList());
}

void TestPermits::timeoutsOfAHangingHandlerOpenIt()
{
    RouterFixture pipeline(stormyConfig(QueueOverflow::Reject));
    FakeSession &client = pipeline.connectClient();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(pipeline.breaker().state(), BreakerState::Closed);
        pipeline.send(client, requestText("1", "test/later"));
    }
    pipeline.work();
    pipeline.pass(3010ms);
    QCOMPARE(pipeline.total(Counter::EndedTimedOut), 3u);
    QCOMPARE(pipeline.breaker().state(), BreakerState::Open);
    QCOMPARE(pipeline.wrongAtRest(), QStringList());
}

QTEST_APPLESS_MAIN(TestPermits)
#include "tst_permits.moc"
