// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/samplehistory.h"

#include <QTest>

#include <cmath>

using namespace sluice;
using namespace sluice::console;

namespace {

constexpr qint64 kStartMs = 1'700'000'000'000;

/// One sample per call, `elapsedMs` after the one before.
class Source
{
public:
    admin::Snapshot next(quint64 received, qint64 elapsedMs = 1000)
    {
        ++now.sequence;
        now.uptimeMs += elapsedMs;
        now.timeMs += elapsedMs;
        now.eventsReceived += received;
        return now;
    }

    admin::Snapshot now = [] {
        admin::Snapshot first;
        first.epoch = QStringLiteral("a");
        first.timeMs = kStartMs;
        first.queueCapacity = 200;
        return first;
    }();
};

} // namespace

class SampleHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesAreDifferencesOverUptime()
    {
        Source source;
        SampleHistory history;
        history.append(source.next(10));
        QVERIFY(std::isnan(history.value(Metric::ReceivedRate)));
        history.append(source.next(500, 1000));
        QCOMPARE(history.value(Metric::ReceivedRate), 500.0);
        history.append(source.next(500, 2000));
        QCOMPARE(history.value(Metric::ReceivedRate), 250.0);
    }

    void aCorrectedWallClockMovesNothing()
    {
        Source source;
        SampleHistory history;
        history.append(source.next(1));
        const qint64 before = history.latestMs();
        source.now.timeMs -= 3'600'000;
        history.append(source.next(100));
        QCOMPARE(history.latestMs(), before + 1000);
        QCOMPARE(history.value(Metric::ReceivedRate), 100.0);
    }

    void lanesAreShareOfTheTotalCapacity()
    {
        Source source;
        source.now.laneDepth = {10, 20, 50};
        SampleHistory history;
        history.append(source.next(0));
        QCOMPARE(history.value(Metric::LaneHigh), 5.0);
        QCOMPARE(history.value(Metric::LaneLow), 25.0);
        QCOMPARE(history.value(Metric::QueueFill), 40.0);
    }

    void aLostSampleCostsResolutionNotTruth()
    {
        Source source;
        SampleHistory history;
        history.append(source.next(100));
        source.next(100);
        history.append(source.next(100));
        QCOMPARE(history.value(Metric::ReceivedRate), 100.0);
        QCOMPARE(history.lostSamples(), 1U);
    }

    void rareSamplesThatWereToldAreNeitherLostNorAGap()
    {
        Source source;
        source.now.intervalMs = 5000;
        SampleHistory history;
        history.append(source.next(100));
        QVERIFY(history.areUpdatesReduced());
        source.now.sequence += 4;
        source.now.intervalMs = 1000;
        history.append(source.next(500, 5000));
        QVERIFY(!history.areUpdatesReduced());
        QCOMPARE(history.lostSamples(), 0U);
        QCOMPARE(history.value(Metric::ReceivedRate), 100.0);
        QCOMPARE(history.points(Metric::ReceivedRate, history.latestMs(), 5).size(), 2);
        QVERIFY(history.gaps(history.latestMs(), 5).isEmpty());
        // One that is missing beyond what was told is lost, and the gap is one again.
        source.now.sequence += 5;
        history.append(source.next(500, 6000));
        QCOMPARE(history.lostSamples(), 5U);
        QCOMPARE(history.gaps(history.latestMs(), 5).size(), 1);
    }

    void aNewEpochMakesNoSpike()
    {
        Source source;
        SampleHistory history;
        history.append(source.next(1'000'000));
        history.append(source.next(1'000));
        source.now.epoch = QStringLiteral("b");
        source.now.eventsReceived = 0;
        source.now.uptimeMs = 0;
        source.now.sequence = 0;
        history.append(source.next(70));
        QVERIFY(std::isnan(history.value(Metric::ReceivedRate)));
        QCOMPARE(history.lostSamples(), 0U);
        history.append(source.next(80));
        QCOMPARE(history.value(Metric::ReceivedRate), 80.0);
    }

    void anEpochWithAnEarlierClockStillFollows()
    {
        Source source;
        SampleHistory history;
        history.append(source.next(1));
        const qint64 before = history.latestMs();
        source.now.epoch = QStringLiteral("b");
        source.now.uptimeMs = 0;
        source.now.timeMs = kStartMs - 60'000;
        history.append(source.next(1));
        QVERIFY(history.latestMs() > before);
        QCOMPARE(history.samples().size(), 2);
    }

    void aCoarseRingKeepsTheWorstOfEachStep()
    {
        Source source;
        SampleHistory history(3, 10'000);
        for (int second = 1; second <= 40; ++second) {
            source.now.laneDepth[0] = second == 15 ? 100 : 10;
            source.now.latency.p99Us = second == 25 ? 9000 : 1000;
            history.append(source.next(50));
        }
        QCOMPARE(history.samples().size(), 3); // 10 to 19, 20 to 29, 30 to 39 and 40: the first went
        QCOMPARE(history.samples().at(0).values[static_cast<size_t>(Metric::LatencyP99)], 9.0);
        QCOMPARE(history.samples().at(1).values[static_cast<size_t>(Metric::LatencyP99)], 1.0);
        for (const SampleHistory::Sample &sample : history.samples())
            QCOMPARE(sample.values[static_cast<size_t>(Metric::ReceivedRate)], 50.0);
        QVERIFY(history.gaps(history.latestMs(), 20).isEmpty());
        history.append(source.next(50, 25'000));
        QVERIFY(history.gaps(history.latestMs(), 20).isEmpty());
        history.append(source.next(50, 25'001));
        QCOMPARE(history.gaps(history.latestMs(), 20).size(), 0); // 20 s lie within it
        QCOMPARE(history.gaps(history.latestMs(), 26).size(), 1);
    }

    void aBurstOfSamplesIsNoSpike()
    {
        Source source;
        SampleHistory history;
        history.append(source.next(100));
        history.append(source.next(100, 998));
        history.append(source.next(3, 2));
        QCOMPARE(history.samples().size(), 2);
        QCOMPARE(history.value(Metric::ReceivedRate), 103.0);
        QCOMPARE(history.lostSamples(), 0U);
        history.append(source.next(25, 250));
        QCOMPARE(history.samples().size(), 3);
        QCOMPARE(history.value(Metric::ReceivedRate), 100.0);
    }

    void momentsOfTheEpochHaveTheirPlace()
    {
        Source source;
        SampleHistory history;
        QVERIFY(!history.timeAt(0));
        history.append(source.next(1));
        QCOMPARE(*history.timeAt(500), kStartMs + 500);
        source.now.timeMs += 3'600'000; // corrected
        history.append(source.next(1));
        QCOMPARE(*history.timeAt(1500), kStartMs + 1500);
    }

    void aHoleIsANanPointAndAGap()
    {
        Source source;
        SampleHistory history;
        for (int i = 0; i < 3; ++i)
            history.append(source.next(10));
        history.append(source.next(10, 20'000));
        history.append(source.next(10));
        const QList<QPointF> points = history.points(Metric::Connections, history.latestMs(), 60);
        QCOMPARE(points.size(), 6);
        QVERIFY(std::isnan(points.at(3).y()));
        QCOMPARE(points.constLast().x(), 0.0);
        const QList<Gap> gaps = history.gaps(history.latestMs(), 60);
        // Before the first sample there is nothing either.
        QCOMPARE(gaps.size(), 2);
        QCOMPARE(gaps.at(0).from, -60.0);
        QCOMPARE(gaps.at(1).from, -21.0);
        QCOMPARE(gaps.at(1).to, -1.0);
    }

    void gapsBeginBeyondTheLimit_data()
    {
        QTest::addColumn<qint64>("pauseMs");
        QTest::addColumn<bool>("gap");
        QTest::newRow("at the limit") << SampleHistory::kGapMs << false;
        QTest::newRow("beyond") << SampleHistory::kGapMs + 1 << true;
    }

    void gapsBeginBeyondTheLimit()
    {
        QFETCH(qint64, pauseMs);
        QFETCH(bool, gap);
        Source source;
        SampleHistory history;
        history.append(source.next(1));
        history.append(source.next(1, pauseMs));
        QCOMPARE(history.points(Metric::Connections, history.latestMs(), 60).size(), gap ? 3 : 2);
    }

    void oldDataEndsInAGap()
    {
        Source source;
        SampleHistory history;
        for (int i = 0; i < 70; ++i)
            history.append(source.next(1));
        const QList<Gap> gaps = history.gaps(history.latestMs() + 10'000, 60);
        QCOMPARE(gaps.size(), 1);
        QCOMPARE(gaps.at(0).from, -10.0);
        QCOMPARE(gaps.at(0).to, 0.0);
    }

    void isBounded()
    {
        Source source;
        SampleHistory history;
        for (int i = 0; i < SampleHistory::kCapacity + 50; ++i)
            history.append(source.next(1));
        QCOMPARE(history.samples().size(), SampleHistory::kCapacity);
    }

    void ignoresDuplicates()
    {
        Source source;
        SampleHistory history;
        const admin::Snapshot sample = source.next(1);
        history.append(sample);
        history.append(sample);
        QCOMPARE(history.samples().size(), 1);
    }

    void restoringFillsTheHoleFromTheServersRing()
    {
        Source source;
        SampleHistory history;
        QList<admin::Snapshot> ring;
        for (int i = 0; i < 30; ++i) {
            ring.append(source.next(100));
            if (i < 5)
                history.append(ring.constLast());
        }
        const admin::Snapshot live = source.next(100);
        history.append(live);
        QCOMPARE(history.gaps(history.latestMs(), 25).size(), 1);
        history.restore(ring);
        QCOMPARE(history.gaps(history.latestMs(), 25).size(), 0);
        QCOMPARE(history.samples().size(), 31);
        QCOMPARE(history.value(Metric::ReceivedRate), 100.0);
        QCOMPARE(history.lostSamples(), 0U);
    }

    void restoringKeepsWhatAnEarlierEpochShowed()
    {
        Source source;
        SampleHistory history;
        history.append(source.next(1));
        history.append(source.next(1));
        source.now.epoch = QStringLiteral("b");
        source.now.uptimeMs = 0;
        const QList<admin::Snapshot> ring{source.next(1, 5000), source.next(1)};
        history.restore(ring);
        QCOMPARE(history.samples().size(), 4);
        QCOMPARE(history.latest().epoch, QStringLiteral("b"));
    }

    void valuesOfAgo()
    {
        Source source;
        SampleHistory history;
        for (quint64 i = 0; i < 10; ++i) {
            source.now.connectionsOpen = i;
            history.append(source.next(1));
        }
        QCOMPARE(history.valueAgo(Metric::Connections, 4000), 5.0);
        QVERIFY(std::isnan(history.valueAgo(Metric::Connections, 60'000)));
    }
};

QTEST_APPLESS_MAIN(SampleHistoryTest)
#include "tst_samplehistory.moc"
