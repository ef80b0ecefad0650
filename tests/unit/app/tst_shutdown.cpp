#include "server/app/shutdown.h"

#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::server;
using sluice::test::FakeClock;

namespace {

/// A server whose work and clients go when the test says so; it writes down what it is told.
class FakeTarget final : public DrainTarget
{
public:
    void becomeUnready() override { calls << QStringLiteral("unready"); }
    void stopAccepting() override { calls << QStringLiteral("stop-accepting"); }
    void refuseEvents() override { calls << QStringLiteral("refuse-events"); }
    quint64 queued() const override { return waiting; }
    quint64 inFlight() const override { return running; }
    quint64 answered() const override { return answers; }
    quint64 abandoned() const override { return given; }
    void abandonWork() override
    {
        calls << QStringLiteral("abandon");
        given += waiting + running;
        waiting = running = 0;
    }
    bool broadcastsDelivered() const override { return delivered; }
    quint64 connections() const override { return clients; }
    void closeConnections(quint64 count) override
    {
        closes.push_back(count);
        clients -= leave ? std::min(count, clients) : 0;
    }

    QStringList calls;
    std::vector<quint64> closes;
    quint64 waiting = 0;
    quint64 running = 0;
    quint64 answers = 100;
    quint64 given = 7;
    quint64 clients = 0;
    bool delivered = true;
    bool leave = true; // whether clients go when they are told
};

} // namespace

/// The drain's phases, on a clock that only the test moves: what it waits for, and for how long at most.
class TestShutdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void idleIsThroughAtOnce();
    void phasesComeInOrder();
    void balancerGraceIsWaitedFor();
    void workIsWaitedFor();
    void workIsAbandonedAtItsDeadline();
    void clientsKeepTheirShareOfTheGrace();
    void aBroadcastThatNeverLeavesIsBounded();
    void clientsAreSentAwayEvenly();
    void clientsThatDoNotGoAreBounded();
    void clientsThatDoNotGoEndWithTheGrace();
    void aShortGraceShortensTheSpread();
    void withoutSpreadAllGoAtOnce();
    void forceSkipsTheRest();
    void forceWithoutADrainDoesNothing();
    void beginTwiceOnlyTells();
    void progressCountsSinceTheBegin();

private:
    admin::DrainProgress begin(std::chrono::milliseconds grace = std::chrono::seconds(30))
    {
        return m_shutdown->begin(m_config, grace, QStringLiteral("upgrade"), QStringLiteral("anna"));
    }
    QString phase() const { return m_shutdown->progress().phase; }
    // Time goes by; the timer's next steps see it.
    void pass(std::chrono::milliseconds time)
    {
        m_clock.advance(time);
        m_steps = 0;
        QTRY_VERIFY(m_steps >= 3);
    }

    FakeClock m_clock;
    Config m_config;
    std::unique_ptr<FakeTarget> m_target;
    std::unique_ptr<Shutdown> m_shutdown;
    std::unique_ptr<QSignalSpy> m_finished;
    QStringList m_phases; // each once, as it was reported
    QTimer m_stepCounter; // as slow as the drain's steps
    int m_steps = 0;
};

void TestShutdown::init()
{
    m_config = {};
    m_phases.clear();
    m_target = std::make_unique<FakeTarget>();
    m_shutdown = std::make_unique<Shutdown>(*m_target, m_clock);
    m_finished = std::make_unique<QSignalSpy>(m_shutdown.get(), &Shutdown::finished);
    connect(m_shutdown.get(), &Shutdown::progressed, this, [this](const admin::DrainProgress &progress) {
        if (m_phases.isEmpty() || m_phases.last() != progress.phase)
            m_phases << progress.phase;
    });
    m_stepCounter.disconnect();
    connect(&m_stepCounter, &QTimer::timeout, this, [this] { ++m_steps; });
    m_stepCounter.start(10);
}

void TestShutdown::idleIsThroughAtOnce()
{
    QVERIFY(!m_shutdown->isRunning());
    begin();
    QVERIFY(m_shutdown->isRunning());
    QTRY_COMPARE(m_finished->count(), 1);
    QVERIFY(!m_target->calls.contains(QStringLiteral("abandon")));
    QCOMPARE(m_shutdown->progress().elapsedMs, 0); // no time had to go by
}

void TestShutdown::phasesComeInOrder()
{
    m_target->clients = 3;
    m_config.drain.closeSpread = Milliseconds(0);
    begin();
    QTRY_COMPARE(m_finished->count(), 1);
    const QStringList calls{QStringLiteral("unready"), QStringLiteral("stop-accepting"),
                            QStringLiteral("refuse-events")};
    QCOMPARE(m_target->calls, calls);
    const QStringList phases{QStringLiteral("balancer-grace"), QStringLiteral("finish-work"),
                             QStringLiteral("flush-broadcasts"), QStringLiteral("close-clients"),
                             QStringLiteral("stopping")};
    QCOMPARE(m_phases, phases);
}

void TestShutdown::balancerGraceIsWaitedFor()
{
    m_config.drain.balancerGrace = Milliseconds(5000);
    begin();
    pass(Milliseconds(4999));
    QCOMPARE(phase(), QStringLiteral("balancer-grace"));
    QCOMPARE(m_target->calls, QStringList{QStringLiteral("unready")}); // it still serves
    m_clock.advance(Milliseconds(1));
    QTRY_COMPARE(m_finished->count(), 1);
}

void TestShutdown::workIsWaitedFor()
{
    m_target->waiting = 2;
    m_target->running = 1;
    begin();
    pass(Milliseconds(10'000));
    QCOMPARE(phase(), QStringLiteral("finish-work"));
    m_target->waiting = 0;
    pass(Milliseconds(10));
    QCOMPARE(phase(), QStringLiteral("finish-work"));
    m_target->running = 0;
    QTRY_COMPARE(m_finished->count(), 1);
    QVERIFY(!m_target->calls.contains(QStringLiteral("abandon")));
}

void TestShutdown::workIsAbandonedAtItsDeadline()
{
    m_target->running = 4;
    begin(Milliseconds(8000));
    pass(Milliseconds(7999));
    QVERIFY(!m_target->calls.contains(QStringLiteral("abandon")));
    m_clock.advance(Milliseconds(1));
    QTRY_COMPARE(m_finished->count(), 1);
    QCOMPARE(m_target->calls.count(QStringLiteral("abandon")), 1);
    QCOMPARE(m_shutdown->progress().abandoned, quint64{4});
}

void TestShutdown::clientsKeepTheirShareOfTheGrace()
{
    m_target->running = 1;
    m_target->clients = 10;
    m_config.drain.closeSpread = Milliseconds(2000);
    begin(Milliseconds(8000));
    pass(Milliseconds(5999));
    QCOMPARE(phase(), QStringLiteral("finish-work"));
    m_clock.advance(Milliseconds(1));
    QTRY_COMPARE(phase(), QStringLiteral("close-clients"));
    pass(Milliseconds(2000));
    QTRY_COMPARE(m_finished->count(), 1);
    QCOMPARE(m_shutdown->progress().elapsedMs, 8000);
}

void TestShutdown::aBroadcastThatNeverLeavesIsBounded()
{
    m_target->delivered = false;
    begin(Milliseconds(8000));
    pass(Milliseconds(8000));
    QCOMPARE(phase(), QStringLiteral("flush-broadcasts"));
    m_clock.advance(Milliseconds(250));
    QTRY_COMPARE(m_finished->count(), 1);
}

void TestShutdown::clientsAreSentAwayEvenly()
{
    m_target->clients = 1000;
    m_config.drain.closeSpread = Milliseconds(2000);
    begin();
    QTRY_COMPARE(phase(), QStringLiteral("close-clients"));
    QCOMPARE(m_target->clients, quint64{995}); // the first step's
    for (int tenth = 1; tenth < 10; ++tenth) {
        pass(Milliseconds(200));
        QCOMPARE(m_target->clients, quint64{995} - static_cast<quint64>(tenth) * 100);
    }
    m_clock.advance(Milliseconds(200));
    QTRY_COMPARE(m_finished->count(), 1);
    QCOMPARE(m_target->clients, quint64{0});
}

void TestShutdown::clientsThatDoNotGoAreBounded()
{
    m_target->clients = 10;
    m_target->leave = false;
    m_config.drain.closeSpread = Milliseconds(1000);
    m_config.limits.close = Milliseconds(2000);
    begin();
    QTRY_COMPARE(phase(), QStringLiteral("close-clients"));
    pass(Milliseconds(2999));
    QCOMPARE(phase(), QStringLiteral("close-clients"));
    quint64 told = 0;
    for (const quint64 count : m_target->closes)
        told += count;
    QCOMPARE(told, quint64{10}); // each once
    m_clock.advance(Milliseconds(1));
    QTRY_COMPARE(m_finished->count(), 1);
    QCOMPARE(m_shutdown->progress().connections, quint64{10});
}

void TestShutdown::clientsThatDoNotGoEndWithTheGrace()
{
    m_target->running = 2; // hangs
    m_target->clients = 500;
    m_target->leave = false;
    m_target->delivered = false;
    m_config.drain.closeSpread = Milliseconds(2000);
    m_config.limits.close = Milliseconds(2000);
    begin(Milliseconds(10'000));
    pass(Milliseconds(8000));
    QCOMPARE(phase(), QStringLiteral("flush-broadcasts"));
    pass(Milliseconds(250));
    QCOMPARE(phase(), QStringLiteral("close-clients"));
    pass(Milliseconds(2249));
    QCOMPARE(phase(), QStringLiteral("close-clients"));
    m_clock.advance(Milliseconds(1));
    QTRY_COMPARE(m_finished->count(), 1);
    QCOMPARE(m_shutdown->progress().elapsedMs, 10'500);
}

void TestShutdown::aShortGraceShortensTheSpread()
{
    m_target->clients = 100;
    m_config.drain.closeSpread = Milliseconds(60'000);
    begin(Milliseconds(2000));
    QTRY_COMPARE(phase(), QStringLiteral("close-clients"));
    pass(Milliseconds(500));
    QCOMPARE(m_target->clients, quint64{49});
    m_clock.advance(Milliseconds(500));
    QTRY_COMPARE(m_finished->count(), 1);
    QCOMPARE(m_target->clients, quint64{0});
}

void TestShutdown::withoutSpreadAllGoAtOnce()
{
    m_target->clients = 1000;
    m_config.drain.closeSpread = Milliseconds(0);
    begin();
    QTRY_COMPARE(m_finished->count(), 1);
    QCOMPARE(m_target->closes, std::vector<quint64>{1000});
}

void TestShutdown::forceSkipsTheRest()
{
    m_target->waiting = 5;
    m_target->clients = 20;
    m_config.drain.balancerGrace = Milliseconds(60'000);
    begin();
    m_shutdown->force();
    QCOMPARE(phase(), QStringLiteral("stopping"));
    const QStringList calls{QStringLiteral("unready"), QStringLiteral("stop-accepting"),
                            QStringLiteral("refuse-events"), QStringLiteral("abandon")};
    QCOMPARE(m_target->calls, calls);
    QCOMPARE(m_target->closes, std::vector<quint64>{20});
    QTRY_COMPARE(m_finished->count(), 1);
    m_shutdown->force();
    pass(Milliseconds(1000));
    QCOMPARE(m_finished->count(), 1);
    QCOMPARE(m_target->calls, calls);
}

void TestShutdown::forceWithoutADrainDoesNothing()
{
    m_shutdown->force();
    QVERIFY(!m_shutdown->isRunning());
    QVERIFY(m_target->calls.isEmpty());
}

void TestShutdown::beginTwiceOnlyTells()
{
    m_target->running = 1;
    begin();
    pass(Milliseconds(1500));
    const admin::DrainProgress second =
        m_shutdown->begin(m_config, Milliseconds(1), QStringLiteral("again"), QStringLiteral("bob"));
    QCOMPARE(second.elapsedMs, 1500);
    QCOMPARE(second.graceMs, 30'000);
    QCOMPARE(second.requestedBy, QStringLiteral("anna"));
    QCOMPARE(m_target->calls.count(QStringLiteral("unready")), 1);
    pass(Milliseconds(1500));
    QCOMPARE(phase(), QStringLiteral("finish-work")); // with the first one's grace
}

void TestShutdown::progressCountsSinceTheBegin()
{
    m_target->waiting = 3;
    m_target->clients = 2;
    const admin::DrainProgress plan = begin();
    QCOMPARE(plan.phase, QStringLiteral("balancer-grace"));
    QCOMPARE(plan.queuedAtStart, quint64{3});
    QCOMPARE(plan.connectionsAtStart, quint64{2});
    QCOMPARE(plan.reason, QStringLiteral("upgrade"));
    m_target->answers += 3;
    m_target->given += 1;
    m_target->waiting = 1;
    const admin::DrainProgress now = m_shutdown->progress();
    QCOMPARE(now.answered, quint64{3});
    QCOMPARE(now.abandoned, quint64{1});
    QCOMPARE(now.queued, quint64{1});
    QCOMPARE(now.queuedAtStart, quint64{3});
}

QTEST_GUILESS_MAIN(TestShutdown)
#include "tst_shutdown.moc"
