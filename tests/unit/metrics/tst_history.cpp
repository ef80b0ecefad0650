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
    History history(3);
    for (qint64 second = 1; second <= 4; ++second)
        history.append(sampleAt(second * 1000));
    QCOMPARE(history.size(), size_t{3});
    QCOMPARE(history.last(1h).front().uptimeMs, 2000);
}

void TestHistory::givesASpanOldestFirst()
{
    History history(10);
    for (qint64 second = 1; second <= 5; ++second)
        history.append(sampleAt(second * 1000));
    const auto last = history.last(2s);
    QCOMPARE(last.size(), size_t{3});
    QCOMPARE(last.front().uptimeMs, 3000);
    QCOMPARE(last.back().uptimeMs, 5000);
    QCOMPARE(history.last(1999ms).size(), size_t{2});
    QCOMPARE(history.last(0s).size(), size_t{1});
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
