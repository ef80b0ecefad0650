#include "shared/base/timerwheel.h"
#include "tests/support/seededrandom.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace sluice;
using namespace std::chrono_literals;

namespace {

constexpr Duration kTick = 10ms;
constexpr size_t kSlots = 16;
constexpr TimePoint kStart{1h};

struct Alarm : TimerNode {
    int fired = 0;
};

/// Counts what it is given; for `expire`.
void ring(TimerNode &node)
{
    ++static_cast<Alarm &>(node).fired;
}

/// A timer as the model sees it.
struct ModelAlarm : Alarm {
    TimePoint deadline;
    TimePoint armedAt;
};

} // namespace

class TestTimerWheel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNeverEarlyAndAtMostOneTickLate_data();
    void isNeverEarlyAndAtMostOneTickLate();
    void disarmedStaysQuiet();
    void armingAgainMovesIt();
    void armingForThePastComesWithTheNextTick();
    void callbackMayDisarmItsNeighbours();
    void callbackMayArmItselfAgain();
    void callbackThatArmsForThePastComesAgainWithTheNextTick();
    void longPauseFiresEverythingOnce();
    void timeThatRunsBackwardsChangesNothing();
    void agreesWithAModel();
};

void TestTimerWheel::isNeverEarlyAndAtMostOneTickLate_data()
{
    QTest::addColumn<qint64>("delayNs");
    const auto row = [](const char *name, Duration delay) { QTest::newRow(name) << qint64(delay.count()); };
    row("at once", 0ns);
    row("a nanosecond", 1ns);
    row("just below a tick", kTick - 1ns);
    row("a tick", kTick);
    row("just above a tick", kTick + 1ns);
    row("just below a round", kSlots * kTick - 1ns);
    row("a round", kSlots * kTick);
    row("just above a round", kSlots * kTick + 1ns);
    row("many rounds", 7 * kSlots * kTick + 3ms);
}

void TestTimerWheel::isNeverEarlyAndAtMostOneTickLate()
{
    QFETCH(qint64, delayNs);
    const TimePoint deadline = kStart + Duration(delayNs);
    TimerWheel wheel(kTick, kSlots, kStart);
    Alarm alarm;
    wheel.arm(alarm, deadline);

    TimePoint now = kStart;
    while (alarm.fired == 0 && now < deadline + 2 * kTick) {
        wheel.expire(now, ring);
        if (alarm.fired == 0)
            now += 1ms;
    }
    QCOMPARE(alarm.fired, 1);
    QVERIFY(now >= deadline);
    QVERIFY(now <= deadline + kTick);
    QVERIFY(!alarm.isArmed());
    QCOMPARE(wheel.armed(), 0u);
}

void TestTimerWheel::disarmedStaysQuiet()
{
    TimerWheel wheel(kTick, kSlots, kStart);
    Alarm alarm;
    wheel.disarm(alarm); // never armed: nothing to do
    QCOMPARE(wheel.armed(), 0u);
    wheel.arm(alarm, kStart + 3 * kTick);
    QCOMPARE(wheel.armed(), 1u);
    wheel.disarm(alarm);
    QVERIFY(!alarm.isArmed());
    QCOMPARE(wheel.armed(), 0u);
    wheel.expire(kStart + 1h, ring);
    QCOMPARE(alarm.fired, 0);
}

void TestTimerWheel::armingAgainMovesIt()
{
    TimerWheel wheel(kTick, kSlots, kStart);
    Alarm alarm;
    wheel.arm(alarm, kStart + 2 * kTick);
    wheel.arm(alarm, kStart + 40 * kTick);
    QCOMPARE(wheel.armed(), 1u);
    wheel.expire(kStart + 39 * kTick, ring);
    QCOMPARE(alarm.fired, 0);
    wheel.arm(alarm, kStart + 100 * kTick);
    wheel.arm(alarm, kStart + 41 * kTick);
    wheel.expire(kStart + 41 * kTick, ring);
    QCOMPARE(alarm.fired, 1);
    wheel.expire(kStart + 200 * kTick, ring);
    QCOMPARE(alarm.fired, 1);
}

void TestTimerWheel::armingForThePastComesWithTheNextTick()
{
    TimerWheel wheel(kTick, kSlots, kStart);
    wheel.expire(kStart + 5 * kTick, ring);
    Alarm alarm;
    wheel.arm(alarm, kStart - 1h);
    wheel.expire(kStart + 6 * kTick, ring);
    QCOMPARE(alarm.fired, 1);
}

void TestTimerWheel::callbackMayDisarmItsNeighbours()
{
    TimerWheel wheel(kTick, kSlots, kStart);
    std::vector<Alarm> alarms(5); // of one slot, due together
    for (Alarm &alarm : alarms)
        wheel.arm(alarm, kStart + 3 * kTick);
    wheel.expire(kStart + 3 * kTick, [&](TimerNode &node) {
        ring(node);
        for (Alarm &alarm : alarms)
            wheel.disarm(alarm);
    });
    const auto fired = std::count_if(alarms.begin(), alarms.end(), [](const Alarm &alarm) { return alarm.fired > 0; });
    QCOMPARE(fired, 1);
    QCOMPARE(wheel.armed(), 0u);
}

void TestTimerWheel::callbackMayArmItselfAgain()
{
    TimerWheel wheel(kTick, kSlots, kStart);
    Alarm alarm;
    wheel.arm(alarm, kStart + kTick);
    TimePoint now = kStart;
    for (int i = 0; i < 100; ++i) {
        now += kTick;
        wheel.expire(now, [&](TimerNode &node) {
            ring(node);
            wheel.arm(node, now + kTick);
        });
    }
    QCOMPARE(alarm.fired, 100);
    wheel.disarm(alarm);
}

void TestTimerWheel::callbackThatArmsForThePastComesAgainWithTheNextTick()
{
    TimerWheel wheel(kTick, kSlots, kStart);
    Alarm alarm;
    wheel.arm(alarm, kStart + kTick);
    const auto again = [&](TimerNode &node) {
        ring(node);
        wheel.arm(node, kStart);
    };
    wheel.expire(kStart + kTick, again);
    QCOMPARE(alarm.fired, 1); // not again and again within one call
    wheel.expire(kStart + 2 * kTick, again);
    QCOMPARE(alarm.fired, 2); // not a whole round later
    wheel.expire(kStart + 10 * kSlots * kTick, again);
    QCOMPARE(alarm.fired, 3); // once after a pause, too
    wheel.disarm(alarm);
}

void TestTimerWheel::longPauseFiresEverythingOnce()
{
    TimerWheel wheel(kTick, kSlots, kStart);
    std::vector<Alarm> due(5 * kSlots);
    for (size_t i = 0; i < due.size(); ++i)
        wheel.arm(due[i], kStart + static_cast<Duration::rep>(i) * kTick);
    Alarm later;
    wheel.arm(later, kStart + 2h);
    wheel.expire(kStart + 1h, ring);
    QVERIFY(std::all_of(due.begin(), due.end(), [](const Alarm &alarm) { return alarm.fired == 1; }));
    QCOMPARE(later.fired, 0);
    QCOMPARE(wheel.armed(), 1u);
    wheel.expire(kStart + 2h, ring);
    QCOMPARE(later.fired, 1);
}

void TestTimerWheel::timeThatRunsBackwardsChangesNothing()
{
    TimerWheel wheel(kTick, kSlots, kStart);
    Alarm alarm;
    wheel.arm(alarm, kStart + 20 * kTick);
    wheel.expire(kStart - 1h, ring);
    wheel.expire(kStart + 19 * kTick, ring);
    wheel.expire(kStart + 3 * kTick, ring);
    QCOMPARE(alarm.fired, 0);
    wheel.expire(kStart + 20 * kTick, ring);
    QCOMPARE(alarm.fired, 1);
}

void TestTimerWheel::agreesWithAModel()
{
    test::SeededRandom random(20261124);
    const auto upTo = [&random](Duration most) { return Duration(random.below(quint64(most.count()) + 1)); };
    std::vector<ModelAlarm> alarms(500);
    TimerWheel wheel(kTick, kSlots, kStart);
    TimePoint now = kStart;
    size_t armed = 0;
    const auto arm = [&](ModelAlarm &alarm) {
        armed += alarm.isArmed() ? 0 : 1;
        // One in eight lies in the past.
        alarm.deadline = random.below(8) == 0 ? now - upTo(50ms) : now + upTo(4 * kSlots * kTick);
        alarm.armedAt = now;
        wheel.arm(alarm, alarm.deadline);
    };
    const auto disarm = [&](ModelAlarm &alarm) {
        armed -= alarm.isArmed() ? 1 : 0;
        wheel.disarm(alarm);
    };
    const auto anyOf = [&]() -> ModelAlarm & { return alarms[random.below(alarms.size())]; };

    qint64 early = 0;
    qint64 late = 0;
    qint64 fired = 0;
    for (int step = 0; step < 20'000; ++step) {
        for (quint64 i = random.below(8); i > 0; --i)
            random.below(4) == 0 ? disarm(anyOf()) : arm(anyOf());
        // Mostly less than a tick, sometimes a pause that jumps over all slots.
        now += random.below(50) == 0 ? upTo(3 * kSlots * kTick) : upTo(2 * kTick);
        wheel.expire(now, [&](TimerNode &node) {
            auto &alarm = static_cast<ModelAlarm &>(node);
            --armed;
            ++fired;
            early += alarm.deadline > now ? 1 : 0;
            switch (random.below(6)) {
            case 0: arm(alarm); break;
            case 1: disarm(anyOf()); break;
            case 2: arm(anyOf()); break;
            default: break;
            }
        });
        late += std::count_if(alarms.begin(), alarms.end(), [&](const ModelAlarm &alarm) {
            return alarm.isArmed() && std::max(alarm.deadline, alarm.armedAt) + kTick <= now;
        });
        QCOMPARE(wheel.armed(), armed);
    }
    QCOMPARE(early, 0);
    QCOMPARE(late, 0);
    QVERIFY(fired > 10'000);
    for (ModelAlarm &alarm : alarms)
        wheel.disarm(alarm);
}

QTEST_APPLESS_MAIN(TestTimerWheel)

#include "tst_timerwheel.moc"
