#include "server/app/drain.h"

#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <iterator>

using namespace sluice;
using namespace sluice::server;
using sluice::test::FakeClock;

namespace {

/// A server whose work and clients go when the test says so; it writes down what it is told.
class FakeTarget final : public DrainTarget
{
public:
    void becomeUnready() override { calls << QStringLiteral("unready"); }
    void stopAccepting(bool exits) override
    {
        calls << (exits ? QStringLiteral("stop-accepting") : QStringLiteral("answer-newcomers"));
    }
    void refuseEvents() override { calls << QStringLiteral("refuse-events"); }
    void serveAgain() override { calls << QStringLiteral("serve-again"); }
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
    void refusePushes() override { calls << QStringLiteral("refuse-pushes"); }
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
class TestDrain : public QObject
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
    void forceEndsAPause();
    void forceWithoutADrainDoesNothing();
    void beginTwiceOnlyTells();
    void progressCountsSinceTheBegin();
    void planChangesNothing();
    void withoutExitItStaysDrained();
    void pauseStopsItsTime();
    void extensionGivesWorkMoreTime();
    void resumeTakesItBack_data();
    void resumeTakesItBack();
    void resumeServesAgainAfterADrainThatStaysUp();
    void exitMayComeLater_data();
    void exitMayComeLater();
    void changesAreRefusedWhereTheyMakeNoSense();

private:
    admin::DrainProgress begin(std::chrono::milliseconds grace = std::chrono::seconds(30))
    {
        return m_drain->begin(m_config, {grace, {}, QStringLiteral("upgrade"), QStringLiteral("anna"), m_exits});
    }
    void change(DrainChange::Kind kind, std::chrono::milliseconds more = {})
    {
        m_drain->change({kind, more, QStringLiteral("bob")});
    }
    void force() { change(DrainChange::Kind::Force); }
    QString phase() const { return m_drain->progress().phase; }
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
    std::unique_ptr<Drain> m_drain;
    std::unique_ptr<QSignalSpy> m_finished;
    QStringList m_phases; // each once, as it was reported
    QTimer m_stepCounter; // as slow as the drain's steps
    int m_steps = 0;
    bool m_exits = true;
};

void TestDrain::init()
{
    m_config = {};
    m_exits = true;
    m_phases.clear();
    m_target = std::make_unique<FakeTarget>();
    m_drain = std::make_unique<Drain>(*m_target, m_clock);
    m_finished = std::make_unique<QSignalSpy>(m_drain.get(), &Drain::finished);
    connect(m_drain.get(), &Drain::progressed, this, [this](const admin::DrainProgress &progress) {
        if (m_phases.isEmpty() || m_phases.last() != progress.phase)
            m_phases << progress.phase;
    });
    m_stepCounter.disconnect();
    connect(&m_stepCounter, &QTimer::timeout, this, [this] { ++m_steps; });
    m_stepCounter.start(10);
}

void TestDrain::idleIsThroughAtOnce()
{
    QVERIFY(!m_drain->isRunning());
    begin();
    QVERIFY(m_drain->isRunning());
    QTRY_COMPARE(m_finished->count(), 1);
    QVERIFY(!m_target->calls.contains(QStringLiteral("abandon")));
    QCOMPARE(m_drain->progress().elapsedMs, 0); // no time had to go by
}

void TestDrain::phasesComeInOrder()
{
    m_target->clients = 3;
    m_config.drain.closeSpread = Milliseconds(0);
    begin();
    QTRY_COMPARE(m_finished->count(), 1);
    const QStringList calls{QStringLiteral("unready"), QStringLiteral("stop-accepting"),
                            QStringLiteral("refuse-events"), QStringLiteral("refuse-pushes")};
    QCOMPARE(m_target->calls, calls);
    const QStringList phases{QStringLiteral("balancer-grace"), QStringLiteral("finish-work"),
                             QStringLiteral("flush-broadcasts"), QStringLiteral("close-clients"),
                             QStringLiteral("stopping")};
    QCOMPARE(m_phases, phases);
}

void TestDrain::balancerGraceIsWaitedFor()
{
    m_config.drain.balancerGrace = Milliseconds(5000);
    begin();
    pass(Milliseconds(4999));
    QCOMPARE(phase(), QStringLiteral("balancer-grace"));
    QCOMPARE(m_target->calls, QStringList{QStringLiteral("unready")}); // it still serves
    m_clock.advance(Milliseconds(1));
    QTRY_COMPARE(m_finished->count(), 1);
}

void TestDrain::workIsWaitedFor()
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

void TestDrain::workIsAbandonedAtItsDeadline()
{
    m_target->running = 4;
    begin(Milliseconds(8000));
    pass(Milliseconds(7999));
    QVERIFY(!m_target->calls.contains(QStringLiteral("abandon")));
    m_clock.advance(Milliseconds(1));
    QTRY_COMPARE(m_finished->count(), 1);
    QCOMPARE(m_target->calls.count(QStringLiteral("abandon")), 1);
    QCOMPARE(m_drain->progress().abandoned, quint64{4});
}

void TestDrain::clientsKeepTheirShareOfTheGrace()
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
    QCOMPARE(m_drain->progress().elapsedMs, 8000);
}

void TestDrain::aBroadcastThatNeverLeavesIsBounded()
{
    m_target->delivered = false;
    begin(Milliseconds(8000));
    pass(Milliseconds(8000));
    QCOMPARE(phase(), QStringLiteral("flush-broadcasts"));
    m_clock.advance(Milliseconds(250));
    QTRY_COMPARE(m_finished->count(), 1);
}

void TestDrain::clientsAreSentAwayEvenly()
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

void TestDrain::clientsThatDoNotGoAreBounded()
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
    QCOMPARE(m_drain->progress().connections, quint64{10});
}

void TestDrain::clientsThatDoNotGoEndWithTheGrace()
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
    QCOMPARE(m_drain->progress().elapsedMs, 10'500);
}

void TestDrain::aShortGraceShortensTheSpread()
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

void TestDrain::withoutSpreadAllGoAtOnce()
{
    m_target->clients = 1000;
    m_config.drain.closeSpread = Milliseconds(0);
    begin();
    QTRY_COMPARE(m_finished->count(), 1);
    QCOMPARE(m_target->closes, std::vector<quint64>{1000});
}

void TestDrain::forceSkipsTheRest()
{
    m_target->waiting = 5;
    m_target->clients = 20;
    m_config.drain.balancerGrace = Milliseconds(60'000);
    begin();
    force();
    QCOMPARE(phase(), QStringLiteral("stopping"));
    const QStringList calls{QStringLiteral("unready"), QStringLiteral("stop-accepting"),
                            QStringLiteral("refuse-events"), QStringLiteral("refuse-pushes"),
                            QStringLiteral("abandon")};
    QCOMPARE(m_target->calls, calls);
    QCOMPARE(m_target->closes, std::vector<quint64>{20});
    QTRY_COMPARE(m_finished->count(), 1);
    force();
    pass(Milliseconds(1000));
    QCOMPARE(m_finished->count(), 1);
    QCOMPARE(m_target->calls, calls);
}

void TestDrain::forceEndsAPause()
{
    m_target->waiting = 5;
    m_target->clients = 20;
    begin();
    change(DrainChange::Kind::Pause);
    pass(Milliseconds(60'000));
    force();
    QVERIFY(!m_drain->progress().paused);
    QCOMPARE(phase(), QStringLiteral("stopping"));
    QVERIFY(m_target->calls.contains(QStringLiteral("abandon")));
    QTRY_COMPARE(m_finished->count(), 1);
}

void TestDrain::forceWithoutADrainDoesNothing()
{
    force();
    QVERIFY(!m_drain->isRunning());
    QVERIFY(m_target->calls.isEmpty());
}

void TestDrain::beginTwiceOnlyTells()
{
    m_target->running = 1;
    begin();
    pass(Milliseconds(1500));
    const admin::DrainProgress second =
        m_drain->begin(m_config, {Milliseconds(1), {}, QStringLiteral("again"), QStringLiteral("bob"), true});
    QCOMPARE(second.elapsedMs, 1500);
    QCOMPARE(second.graceMs, 30'000);
    QCOMPARE(second.requestedBy, QStringLiteral("anna"));
    QCOMPARE(m_target->calls.count(QStringLiteral("unready")), 1);
    pass(Milliseconds(1500));
    QCOMPARE(phase(), QStringLiteral("finish-work")); // with the first one's grace
}

void TestDrain::progressCountsSinceTheBegin()
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
    const admin::DrainProgress now = m_drain->progress();
    QCOMPARE(now.answered, quint64{3});
    QCOMPARE(now.abandoned, quint64{1});
    QCOMPARE(now.queued, quint64{1});
    QCOMPARE(now.queuedAtStart, quint64{3});
}

void TestDrain::planChangesNothing()
{
    m_target->waiting = 3;
    m_target->clients = 40;
    const admin::DrainProgress plan =
        m_drain->plan(m_config, {std::chrono::seconds(10), std::chrono::seconds(8), {}, {}, false});
    QCOMPARE(plan.queued, quint64{3});
    QCOMPARE(plan.connections, quint64{40});
    QCOMPARE(plan.graceMs, 10'000);
    QCOMPARE(plan.closeSpreadMs, 5000); // never more than half of the grace
    QVERIFY(!m_drain->isRunning());
    QCOMPARE(m_target->calls, QStringList());
}

void TestDrain::withoutExitItStaysDrained()
{
    m_exits = false;
    m_target->clients = 3;
    m_config.drain.closeSpread = Milliseconds(0);
    begin();
    QTRY_COMPARE(phase(), QStringLiteral("drained"));
    pass(Milliseconds(60'000));
    QCOMPARE(phase(), QStringLiteral("drained"));
    QCOMPARE(m_finished->count(), 0);
    QCOMPARE(m_target->clients, quint64{0});
    QVERIFY(m_target->calls.contains(QStringLiteral("answer-newcomers")));
    QVERIFY(!m_target->calls.contains(QStringLiteral("stop-accepting")));
}

void TestDrain::pauseStopsItsTime()
{
    m_target->running = 1;
    begin(Milliseconds(8000));
    pass(Milliseconds(5000));
    change(DrainChange::Kind::Pause);
    QVERIFY(m_drain->progress().paused);
    m_target->running = 0;
    pass(Milliseconds(60'000));
    QCOMPARE(phase(), QStringLiteral("finish-work"));
    QCOMPARE(m_drain->progress().elapsedMs, 5000);
    m_target->running = 1;
    change(DrainChange::Kind::Continue);
    QVERIFY(!m_drain->progress().paused);
    pass(Milliseconds(2999));
    QCOMPARE(phase(), QStringLiteral("finish-work"));
    m_clock.advance(Milliseconds(1));
    QTRY_COMPARE(m_finished->count(), 1);
    QCOMPARE(m_drain->progress().elapsedMs, 8000);
}

void TestDrain::extensionGivesWorkMoreTime()
{
    m_target->running = 1;
    begin(Milliseconds(8000));
    pass(Milliseconds(7000));
    change(DrainChange::Kind::Extend, Milliseconds(4000));
    QCOMPARE(m_drain->progress().graceMs, 12'000);
    pass(Milliseconds(4999));
    QVERIFY(!m_target->calls.contains(QStringLiteral("abandon")));
    m_clock.advance(Milliseconds(1));
    QTRY_COMPARE(m_finished->count(), 1);
    QCOMPARE(m_drain->progress().abandoned, quint64{1});
}

void TestDrain::resumeTakesItBack_data()
{
    QTest::addColumn<bool>("exits");
    QTest::addColumn<bool>("paused");
    QTest::newRow("a shutdown") << true << false;
    QTest::newRow("a paused shutdown") << true << true;
    QTest::newRow("a drain") << false << false;
}

void TestDrain::resumeTakesItBack()
{
    QFETCH(bool, paused);
    QFETCH(bool, exits);
    m_exits = exits;
    m_target->running = 1;
    begin();
    pass(Milliseconds(1000));
    if (paused)
        change(DrainChange::Kind::Pause);
    change(DrainChange::Kind::Resume);
    QVERIFY(!m_drain->isRunning());
    QCOMPARE(m_phases.last(), QStringLiteral("resumed"));
    QCOMPARE(m_target->calls.last(), QStringLiteral("serve-again"));
    m_target->running = 0;
    pass(Milliseconds(60'000));
    QCOMPARE(m_finished->count(), 0);

    begin(); // all over again
    QTRY_COMPARE(phase(), exits ? QStringLiteral("stopping") : QStringLiteral("drained"));
    QCOMPARE(m_drain->progress().elapsedMs, 0);
}

void TestDrain::resumeServesAgainAfterADrainThatStaysUp()
{
    m_exits = false;
    begin();
    QTRY_COMPARE(phase(), QStringLiteral("drained"));
    change(DrainChange::Kind::Resume);
    QVERIFY(!m_drain->isRunning());
    QCOMPARE(m_target->calls.last(), QStringLiteral("serve-again"));
}

void TestDrain::exitMayComeLater_data()
{
    QTest::addColumn<bool>("drained");
    QTest::newRow("while it drains") << false;
    QTest::newRow("when it has drained") << true;
}

void TestDrain::exitMayComeLater()
{
    QFETCH(bool, drained);
    m_exits = false;
    m_target->running = drained ? 0 : 1;
    begin();
    if (drained)
        QTRY_COMPARE(phase(), QStringLiteral("drained"));
    m_exits = true;
    QCOMPARE(begin().thenExit, true);
    m_target->running = 0;
    QTRY_COMPARE(m_finished->count(), 1);
}

void TestDrain::changesAreRefusedWhereTheyMakeNoSense()
{
    constexpr std::array kAll{DrainChange::Kind::Extend, DrainChange::Kind::Pause, DrainChange::Kind::Continue,
                              DrainChange::Kind::Force, DrainChange::Kind::Resume};
    const auto allowed = [this, &kAll] {
        std::vector<DrainChange::Kind> kinds;
        std::copy_if(kAll.begin(), kAll.end(), std::back_inserter(kinds),
                     [this](DrainChange::Kind kind) { return m_drain->allows(kind); });
        return kinds;
    };
    using Kinds = std::vector<DrainChange::Kind>;
    using enum DrainChange::Kind;
    QCOMPARE(allowed(), Kinds());
    m_target->running = 1;
    m_target->clients = 10;
    begin();
    QCOMPARE(allowed(), (Kinds{Extend, Pause, Force, Resume}));
    change(Pause);
    QCOMPARE(allowed(), (Kinds{Extend, Continue, Force, Resume}));
    change(Continue);
    m_target->running = 0;
    QTRY_COMPARE(phase(), QStringLiteral("close-clients"));
    QCOMPARE(allowed(), Kinds{Force}); // there is no way back: some clients are gone
    force();
    QCOMPARE(allowed(), Kinds());
}

QTEST_GUILESS_MAIN(TestDrain)
#include "tst_drain.moc"
