#include "server/metrics/history.h"
#include "server/metrics/processstats.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void forgetsTheOldest();
    void givesASpanOldestFirst();
    void longSpansComeInSteps();
    void stepsHaveTheWorstAndTheTotals();
    void stepsAreAsLongAsAsked();
    void aQuarterOfAnHourHasEverySample();
    void markersAreBounded();
    void readsTheProcess();
};

namespace {

admin::Snapshot sampleAt(qint64 uptimeMs)
{
    admin::Snapshot sample;
    sample.uptimeMs = uptimeMs;
    return sample;
}

} // namespace

void TestHistory::isEmptyAtFirst()
{
    QVERIFY(History().last(1h).empty());
}

void TestHistory::forgetsTheOldest()
{
    History history({.samples = 3, .coarse = 2, .markers = 1});
    for (qint64 second = 1; second <= 4; ++second)
        history.append(sampleAt(second * 1000));
    QCOMPARE(history.size(), size_t{3});
    QCOMPARE(history.last(3s).front().uptimeMs, 2000);
    for (qint64 second = 5; second <= 45; ++second)
        history.append(sampleAt(second * 1000));
    // Two whole steps, and the one that goes on.
    const auto all = history.last(1h);
    QCOMPARE(all.size(), size_t{3});
    QCOMPARE(all.front().uptimeMs, 29'000);
    QCOMPARE(all.back().uptimeMs, 45'000);
}

void TestHistory::givesASpanOldestFirst()
{
    History history;
    for (qint64 second = 1; second <= 5; ++second)
        history.append(sampleAt(second * 1000));
    const auto last = history.last(2s);
    QCOMPARE(last.size(), size_t{3});
    QCOMPARE(last.front().uptimeMs, 3000);
    QCOMPARE(last.back().uptimeMs, 5000);
    QCOMPARE(history.last(1999ms).size(), size_t{2});
    QCOMPARE(history.last(0s).size(), size_t{1});
}

void TestHistory::longSpansComeInSteps()
{
    constexpr qint64 kSeconds = 7 * 3600;
    History history;
    for (qint64 second = 1; second <= kSeconds; ++second)
        history.append(sampleAt(second * 1000));
    const auto all = history.last(24h);
    QCOMPARE(all.size(), size_t{2160 + 1}); // six hours, and the step that goes on
    QCOMPARE(all.back().uptimeMs, kSeconds * 1000);
    QVERIFY(all.front().uptimeMs <= (kSeconds - 6 * 3600 + 10) * 1000);
    for (size_t i = 1; i + 1 < all.size(); ++i)
        QCOMPARE(all[i].uptimeMs - all[i - 1].uptimeMs, 10'000);
    QCOMPARE(history.last(1h).size(), size_t{361});
}

void TestHistory::stepsHaveTheWorstAndTheTotals()
{
    History history;
    for (qint64 second = 10; second < 20; ++second) {
        admin::Snapshot sample = sampleAt(second * 1000);
        const bool isBad = second == 13;
        sample.eventsReceived = static_cast<quint64>(second) * 100;
        sample.latency = {10, isBad ? 50.0 : 5.0, 60, isBad ? 700.0 : 70.0, 800};
        sample.laneDepth = {isBad ? 9U : 1U, 2, 3};
        sample.overload = isBad ? admin::OverloadState::Shedding : admin::OverloadState::Normal;
        sample.cpuShare = isBad ? 1.0 : 0.0;
        sample.workerList.resize(3);
        history.append(sample);
    }
    const auto steps = history.last(1h, 10s);
    QCOMPARE(steps.size(), size_t{1});
    const admin::Snapshot &step = steps.front();
    QCOMPARE(step.uptimeMs, 19'000);
    QCOMPARE(step.eventsReceived, 1900U); // so that the rate from step to step is exact
    QCOMPARE(step.latency.count, 100U);
    QCOMPARE(step.latency.p50Us, 50.0);
    QCOMPARE(step.latency.p99Us, 700.0);
    QCOMPARE(step.laneDepth, (std::array<quint64, 3>{9, 2, 3}));
    QVERIFY(step.overload == admin::OverloadState::Shedding);
    QCOMPARE(step.cpuShare, 0.1);
    QVERIFY(step.workerList.empty());
}

void TestHistory::stepsAreAsLongAsAsked()
{
    History history;
    for (qint64 second = 0; second < 120; ++second)
        history.append(sampleAt(second * 1000));
    QCOMPARE(history.last(1h, 1s).size(), size_t{120});
    QCOMPARE(history.last(1h, 5s).size(), size_t{24});
    QCOMPARE(history.last(1h, 10s).size(), size_t{12});
    QCOMPARE(history.last(1h, 60s).size(), size_t{2});
    QCOMPARE(history.last(1h, 60s).front().uptimeMs, 59'000);
}

void TestHistory::aQuarterOfAnHourHasEverySample()
{
    History history;
    for (qint64 second = 1; second <= 2000; ++second)
        history.append(sampleAt(second * 1000));
    QCOMPARE(history.size(), size_t{900});
    QCOMPARE(history.last(15min).size(), size_t{900});
    QCOMPARE(history.last(15min + 1ms).size(), size_t{91}); // one more than is kept of every second
}

void TestHistory::markersAreBounded()
{
    History history({.samples = 10, .coarse = 10, .markers = 3});
    history.append(sampleAt(10'000));
    for (qint64 second = 1; second <= 4; ++second) {
        admin::Marker marker;
        marker.uptimeMs = second * 1000;
        history.mark(marker);
    }
    QCOMPARE(history.markers(1h).size(), size_t{3});
    QCOMPARE(history.markers(1h).front().uptimeMs, 2000);
    QCOMPARE(history.markers(7s).size(), size_t{2});
    QCOMPARE(history.markers(7s).front().uptimeMs, 3000);
}

void TestHistory::readsTheProcess()
{
    const ProcessStats before = ProcessStats::now();
    QVERIFY(before.residentBytes > 1'000'000);
    // Burns CPU until the clock ticks of /proc show it.
    const auto giveUp = std::chrono::steady_clock::now() + 10s;
    while (ProcessStats::now().cpuTime <= before.cpuTime && std::chrono::steady_clock::now() < giveUp) { }
    QVERIFY(ProcessStats::now().cpuTime > before.cpuTime);
}

QTEST_APPLESS_MAIN(TestHistory)
#include "tst_history.moc"
