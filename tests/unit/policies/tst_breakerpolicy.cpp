#include "server/policies/breakerevidence.h"
#include "server/policies/breakerpolicy.h"
#include "server/policies/breakers.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/policies/testrequest.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(sluice::server::Evidence)

class TestBreakerPolicy : public QObject
{
    Q_OBJECT

private:
    test::FakeClock m_clock;
    Metrics m_metrics;

    static int retryAfterOf(const std::optional<Refusal> &refusal)
    {
        return dataOf(refusal->error).value(QLatin1String("retryAfterMs")).toInt();
    }
    static Config::Breaker limits()
    {
        Config::Breaker limits;
        limits.failures = 1;
        limits.open = 1000ms;
        limits.probes = 1;
        return limits;
    }

private Q_SLOTS:
    void refusesForTheServersSakeUntilProbesAreLetThrough()
    {
        FixedRandom random;
        BreakerPolicy policy(m_metrics, random);
        TestRequest test;
        Breaker &breaker = test.handler.breaker();
        breaker.setLimits(limits());
        QVERIFY(!policy.admit(test.request, m_clock.now()));
        reportToBreaker(test.request, Evidence::Bad, m_clock.now());
        QCOMPARE(test.request.breakerTicket, 0u);

        const auto refusal = policy.admit(test.request, m_clock.now());
        QVERIFY(refusal);
        QVERIFY(refusal->serverFault);
        QCOMPARE(refusal->error.code, ErrorCode::Unavailable);
        QCOMPARE(dataOf(refusal->error).value(QLatin1String("temporary")).toBool(), true);
        QCOMPARE(retryAfterOf(refusal), 1000);
        QCOMPARE(breaker.status(m_clock.now()).refused, 1u);
        TestRequest other; // another handler's
        QVERIFY(!policy.admit(other.request, m_clock.now()));

        m_clock.advance(1000ms);
        QVERIFY(!policy.admit(test.request, m_clock.now()));
        QCOMPARE(breaker.state(), BreakerState::HalfOpen);
        reportToBreaker(test.request, Evidence::Good, m_clock.now());
        reportToBreaker(test.request, Evidence::Bad, m_clock.now()); // has been given back already
        QCOMPARE(breaker.state(), BreakerState::Closed);
    }

    void dryRunPassesAndIsCounted()
    {
        FixedRandom random;
        BreakerPolicy policy(m_metrics, random);
        TestRequest test(0);
        m_metrics.reserveEvents(1);
        test.spec->dryRun = true;
        Breaker &breaker = test.handler.breaker();
        breaker.setLimits(limits());
        QVERIFY(!policy.admit(test.request, m_clock.now()));
        reportToBreaker(test.request, Evidence::Bad, m_clock.now());
        QCOMPARE(breaker.state(), BreakerState::Open);
        QCOMPARE(m_metrics.totals(EventIndex{0}).dryRun, 0u);
        QVERIFY(!policy.admit(test.request, m_clock.now()));
        QCOMPARE(test.request.breakerTicket, 0u);
        QCOMPARE(m_metrics.totals(EventIndex{0}).dryRun, 1u);
        QCOMPARE(breaker.status(m_clock.now()).refused, 0u);
        test.spec->dryRun = false;
        QVERIFY(policy.admit(test.request, m_clock.now()));
    }

    void retryAfterIsBoundedAndJittered_data()
    {
        QTest::addColumn<int>("openMs");
        QTest::addColumn<quint64>("random");
        QTest::addColumn<int>("expected");
        QTest::newRow("no jitter") << 1000 << quint64{0} << 1000;
        QTest::newRow("most jitter") << 1000 << quint64{500} << 1500;
        QTest::newRow("the least") << 10 << quint64{0} << 50;
    }

    void retryAfterIsBoundedAndJittered()
    {
        QFETCH(int, openMs);
        QFETCH(quint64, random);
        FixedRandom fixed(random);
        BreakerPolicy policy(m_metrics, fixed);
        TestRequest test;
        Config::Breaker own = limits();
        own.open = std::chrono::milliseconds(openMs);
        test.handler.breaker().setLimits(own);
        test.handler.breaker().setMode(BreakerMode::ForcedOpen);
        QTEST(retryAfterOf(policy.admit(test.request, m_clock.now())), "expected");
    }

    void answersAreEvidence_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<Evidence>("evidence");
        const auto row = [](const char *name, ErrorCode code, Evidence evidence) {
            QTest::newRow(name) << static_cast<int>(code) << evidence;
        };
        QTest::newRow("result") << 0 << Evidence::Good;
        row("not found", ErrorCode::NotFound, Evidence::Good);
        row("conflict", ErrorCode::Conflict, Evidence::Good);
        row("internal error", ErrorCode::InternalError, Evidence::Bad);
        row("backend failed", ErrorCode::BackendFailed, Evidence::Bad);
        row("unavailable", ErrorCode::Unavailable, Evidence::Bad);
        row("busy", ErrorCode::Busy, Evidence::Bad);
        row("invalid params", ErrorCode::InvalidParams, Evidence::None);
        row("forbidden", ErrorCode::Forbidden, Evidence::None);
        row("storage full", ErrorCode::StorageFull, Evidence::None);
        row("cancelled", ErrorCode::Cancelled, Evidence::None);
        row("timeout before it began", ErrorCode::Timeout, Evidence::None);
    }

    void answersAreEvidence()
    {
        QFETCH(int, code);
        TestRequest test;
        const Result<QByteArray> reply = code == 0
            ? Result<QByteArray>(QByteArray())
            : Result<QByteArray>(tl::unexpected(Error{static_cast<ErrorCode>(code), {}, {}}));
        QTEST(evidenceOf(test.request, reply, m_clock.now()), "evidence");
    }

    void timeoutIsEvidenceWhenTheHandlerHadTheTime_data()
    {
        QTest::addColumn<bool>("started");
        QTest::addColumn<int>("ranMs");
        QTest::addColumn<bool>("clients");
        QTest::addColumn<Evidence>("evidence");
        QTest::newRow("ran all the time") << true << 1000 << false << Evidence::Bad;
        QTest::newRow("ran half of it") << true << 500 << false << Evidence::Bad;
        QTest::newRow("waited longer than it ran") << true << 499 << false << Evidence::None;
        QTest::newRow("never ran") << false << 1000 << false << Evidence::None;
        QTest::newRow("the client chose the time") << true << 1000 << true << Evidence::None;
    }

    void timeoutIsEvidenceWhenTheHandlerHadTheTime()
    {
        QFETCH(bool, started);
        QFETCH(int, ranMs);
        QFETCH(bool, clients);
        TestRequest test;
        test.request.timeout = 1000ms;
        test.request.timeoutIsClients = clients;
        test.request.startedAt = m_clock.now() - std::chrono::milliseconds(ranMs);
        test.request.started = started;
        QTEST(timeoutEvidence(test.request, m_clock.now()), "evidence");
        QTEST(evidenceOf(test.request, tl::unexpected(Error{ErrorCode::Timeout, {}, {}}), m_clock.now()), "evidence");
    }

    void allBreakersTogether()
    {
        Metrics metrics;
        HandlerTable handlers;
        handlers.emplace("b", std::make_unique<IdleHandler>());
        handlers.emplace("a", std::make_unique<IdleHandler>());
        {
            Breakers breakers(handlers, metrics, m_clock);
            Config config;
            config.breaker = limits();
            breakers.setLimits(config);
            QVERIFY(!breakers.setMode("c", BreakerMode::ForcedOpen));
            QCOMPARE(breakers.setMode("b", BreakerMode::ForcedOpen), std::optional(BreakerMode::Automatic));
            Breaker &a = handlers.at("a")->breaker();
            a.settle(a.tryAdmit(m_clock.now()).ticket, Evidence::Bad, m_clock.now());
            QCOMPARE(metrics.value(Gauge::BreakersOpen), 2.0);

            const std::vector<Breakers::Row> rows = breakers.list();
            QCOMPARE(rows.size(), 2u);
            QCOMPARE(rows[0].handler, std::string("a"));
            QCOMPARE(rows[0].status.mode, BreakerMode::Automatic);
            QCOMPARE(rows[0].status.state, BreakerState::Open);
            QCOMPARE(rows[0].status.opensAgain, Duration(1000ms));
            QCOMPARE(rows[1].status.mode, BreakerMode::ForcedOpen);
            QCOMPARE(rows[1].status.opened, 1u);
        }
        QCOMPARE(metrics.value(Gauge::BreakersOpen), 0.0); // nobody knows any more
    }
};

QTEST_GUILESS_MAIN(TestBreakerPolicy)
#include "tst_breakerpolicy.moc"
