#include "server/policies/memorywatermark.h"
#include "server/policies/overloadlevel.h"
#include "server/policies/sojourncontrol.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;
using admin::OverloadState;

/// When a lane sheds and what it then takes, from what the queue tells about it.
class TestSojournControl : public QObject
{
    Q_OBJECT

private:
    static constexpr SojournControl::Limits kLimits{100ms, 100ms};
    static constexpr Duration kStep{10ms};
    TimePoint m_now{1h};
    SojournControl m_control;

    void step(Duration wait, quint64 taken = 20, SojournControl::Limits limits = kLimits)
    {
        LaneFlow flow;
        flow.ranEmpty = false;
        flow.taken = taken;
        flow.depth = 1;
        (taken > 0 ? flow.waited : flow.oldestWait) = wait * static_cast<int>(std::max<quint64>(1, taken));
        m_now += kStep;
        m_control.update(flow, kStep, m_now, limits);
    }
    void emptyStep()
    {
        m_now += kStep;
        m_control.update(LaneFlow(), kStep, m_now, kLimits);
    }
    void steps(int count, Duration wait, quint64 taken = 20)
    {
        for (int i = 0; i < count; ++i)
            step(wait, taken);
    }

private Q_SLOTS:
    void init() { m_control = {}; }

    void shedsWhenNothingWaitedLessForAnInterval()
    {
        steps(9, 101ms);
        QVERIFY(m_control.isLate());
        QVERIFY(!m_control.isShedding());
        QCOMPARE(m_control.bound(), DepthBounds::kNever);
        step(101ms);
        QVERIFY(m_control.isShedding());
        QCOMPARE(m_control.bound(), 200u); // 20 in 10 ms: so many drain in the target
    }

    void aShortWaitOrAnEmptyLaneEndsTheCount_data()
    {
        QTest::addColumn<bool>("empty");
        QTest::newRow("one waited no longer than the target") << false;
        QTest::newRow("it ran empty") << true;
    }

    void aShortWaitOrAnEmptyLaneEndsTheCount()
    {
        QFETCH(bool, empty);
        for (int i = 0; i < 20; ++i) {
            steps(9, 150ms);
            if (empty)
                emptyStep();
            else
                step(100ms);
            QVERIFY(!m_control.isShedding());
        }
    }

    void countsTheWaitOfTheFirstWhereNoneIsTaken()
    {
        steps(10, 101ms, 0);
        QVERIFY(m_control.isShedding());
        QCOMPARE(m_control.bound(), 1u); // stuck: no rate is known
    }

    void endsOnlyOnceCalmForAnInterval()
    {
        steps(10, 150ms);
        steps(50, 60ms); // below the target, not below half of it
        QVERIFY(m_control.isShedding());
        steps(9, 49ms);
        step(50ms);
        steps(9, 49ms);
        QVERIFY(m_control.isShedding());
        step(49ms);
        QVERIFY(!m_control.isShedding());
        QCOMPARE(m_control.bound(), DepthBounds::kNever);
    }

    void boundFollowsTheDrainRate()
    {
        steps(10, 150ms);
        QCOMPARE(m_control.bound(), 200u);
        steps(8, 150ms, 40);
        QCOMPARE(m_control.bound(), 400u);
        steps(80, 150ms, 1); // windows of a tenth of a second, as one job says little
        QCOMPARE(m_control.bound(), 10u);
        steps(80, 150ms, 0);
        QCOMPARE(m_control.bound(), 1u);
    }

    void aTargetOfZeroIsOff()
    {
        steps(10, 150ms);
        QVERIFY(m_control.isShedding());
        step(150ms, 20, {0ms, 100ms});
        QVERIFY(!m_control.isShedding());
        QVERIFY(!m_control.isLate());
        QCOMPARE(m_control.bound(), DepthBounds::kNever);
        QCOMPARE(m_control.perSecond(), 2000.0); // still known
    }

    void aPauseCountsLittle()
    {
        steps(8, 50ms, 100);
        step(50ms, 0);
        step(50ms, 0);
        step(50ms, 100); // a window of 30 ms
        QVERIFY2(m_control.perSecond() > 7500, qPrintable(QString::number(m_control.perSecond())));
        emptyStep();
        QCOMPARE(m_control.perSecond(), 0.0);
    }

    void theStateRisesAtOnceAndFallsWhenCalm()
    {
        OverloadLevel level;
        QVERIFY(!level.update(OverloadState::Normal, m_now));
        QVERIFY(level.update(OverloadState::Shedding, m_now) == OverloadState::Normal);
        QVERIFY(level.state() == OverloadState::Shedding);
        for (int i = 0; i < 100; ++i) { // with cause again and again
            m_now += 900ms;
            QVERIFY(!level.update(OverloadState::Normal, m_now));
            m_now += 90ms;
            QVERIFY(!level.update(OverloadState::Shedding, m_now));
        }
        QVERIFY(!level.update(OverloadState::Alert, m_now));
        m_now += OverloadLevel::kCalm;
        QVERIFY(level.update(OverloadState::Alert, m_now) == OverloadState::Shedding);
        QVERIFY(!level.update(OverloadState::Normal, m_now));
        m_now += OverloadLevel::kCalm - 1ms;
        QVERIFY(!level.update(OverloadState::Normal, m_now));
        m_now += 1ms;
        QVERIFY(level.update(OverloadState::Normal, m_now) == OverloadState::Alert);
        QVERIFY(level.state() == OverloadState::Normal);
    }

    void memoryIsShortUntilATwentiethBelowTheMark()
    {
        MemoryWatermark memory;
        QVERIFY(!memory.update(1)); // off
        memory.setHigh(0.8);
        QVERIFY(!memory.update(0.799));
        QVERIFY(memory.update(0.8));
        QVERIFY(memory.update(0.761));
        QVERIFY(!memory.update(0.759));
        QVERIFY(!memory.update(0.799));
        QVERIFY(memory.update(0.9));
        memory.setHigh(0);
        QVERIFY(!memory.update(0.9));
    }
};

QTEST_APPLESS_MAIN(TestSojournControl)
#include "tst_sojourncontrol.moc"
