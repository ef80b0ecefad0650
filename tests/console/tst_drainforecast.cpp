// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/drainforecast.h"

#include <QTest>

using namespace sluice;
using namespace sluice::console;

class DrainForecastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysHowItWillEnd_data()
    {
        QTest::addColumn<quint64>("queued");
        QTest::addColumn<quint64>("abandoned");
        QTest::addColumn<bool>("paused");
        QTest::addColumn<double>("end"); // negative: unknown
        QTest::addColumn<bool>("loses");
        QTest::addColumn<int>("missing");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << quint64{0} << quint64{0} << false << 10.0 << false << 0 << "Nothing was lost";
        QTest::newRow("in time") << quint64{100} << quint64{0} << false << 20.0 << false << 0
                                 << "in about 10 s, 5 s before";
        QTest::newRow("just in time") << quint64{100} << quint64{0} << false << 25.0 << false << 0
                                      << "0 s before the end";
        // A third of 15 s at the present rate lies behind the end of the work.
        QTest::newRow("too late") << quint64{300} << quint64{0} << false << 25.5 << true << 1
                                  << "about 10 events will be lost; 1 s";
        QTest::newRow("far too late") << quint64{300} << quint64{0} << false << 40.0 << true << 15
                                      << "about 150 events";
        QTest::newRow("standing") << quint64{300} << quint64{0} << false << -1.0 << false << 0 << "15 s are left";
        QTest::newRow("paused") << quint64{300} << quint64{0} << true << 40.0 << false << 0 << "Paused";
        QTest::newRow("lost") << quint64{0} << quint64{12} << false << 10.0 << true << 0
                              << "12 events were answered with an error";
    }

    void itSaysHowItWillEnd()
    {
        QFETCH(quint64, queued);
        QFETCH(quint64, abandoned);
        QFETCH(bool, paused);
        QFETCH(double, end);
        admin::DrainProgress drain;
        drain.elapsedMs = 10'000;
        drain.graceMs = 30'000;
        drain.closeSpreadMs = 5'000;
        drain.connections = 10;
        drain.queued = queued;
        drain.abandoned = abandoned;
        drain.paused = paused;
        const DrainForecast forecast = DrainForecast::of(drain, end < 0 ? std::nullopt : std::optional(end));
        QTEST(forecast.losesEvents, "loses");
        QTEST(forecast.missingSeconds, "missing");
        QFETCH(QString, says);
        QVERIFY2(forecast.sentence.contains(says), qPrintable(forecast.sentence));
    }

    void howLongItTakesIsToldFromTheLanes_data()
    {
        using Lanes = std::array<quint64, admin::kLaneCount>;
        QTest::addColumn<Lanes>("depth");
        QTest::addColumn<Lanes>("started"); // in a second
        QTest::addColumn<double>("busy");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing inside") << Lanes{} << Lanes{900, 90, 10} << 1.0 << QString();
        QTest::newRow("a slow lane") << Lanes{100, 100, 2800} << Lanes{900, 90, 100} << 1.0
                                     << QStringLiteral("takes 3.0 to 28 s; the slowest lane decides");
        QTest::newRow("half of the workers idle")
            << Lanes{100, 100, 2800} << Lanes{900, 90, 100} << 0.5 << QStringLiteral("takes 1.5 to 28 s");
        QTest::newRow("one lane, as fast as it can be")
            << Lanes{3000, 0, 0} << Lanes{1000, 0, 0} << 1.0 << QStringLiteral("takes about 3.0 s");
        QTest::newRow("next to nothing") << Lanes{30, 10, 2} << Lanes{900, 90, 10} << 1.0
                                         << QStringLiteral("less than a second");
        QTest::newRow("a lane that stands still")
            << Lanes{0, 0, 3000} << Lanes{1000, 0, 0} << 1.0 << QStringLiteral("takes at least 3.0 s");
        QTest::newRow("an older server") << Lanes{0, 0, 3000} << Lanes{} << 1.0
                                         << QStringLiteral("takes at least 3.0 s");
    }

    void howLongItTakesIsToldFromTheLanes()
    {
        using Lanes = std::array<quint64, admin::kLaneCount>;
        QFETCH(Lanes, depth);
        QFETCH(Lanes, started);
        QFETCH(double, busy);
        QFETCH(QString, says);
        SampleHistory history;
        admin::Snapshot sample;
        for (int second = 0; second < 5; ++second) {
            ++sample.sequence;
            sample.timeMs += 1000;
            sample.uptimeMs += 1000;
            sample.eventsSucceeded += 1000;
            sample.laneDepth = depth;
            sample.workerBusyShare = busy;
            for (size_t lane = 0; lane < started.size(); ++lane)
                sample.laneStarted[lane] += started[lane];
            history.append(sample);
        }
        const std::optional<DrainEstimate> estimate = DrainEstimate::of(history);
        QCOMPARE(estimate.has_value(), !says.isEmpty());
        if (estimate)
            QVERIFY2(estimate->text().contains(says), qPrintable(estimate->text()));
    }

    void withoutClientsAllOfTheGraceIsForTheWork()
    {
        admin::DrainProgress drain;
        drain.graceMs = 30'000;
        drain.closeSpreadMs = 5'000;
        QCOMPARE(workDeadlineMs(drain), 30'000);
        drain.connections = 1;
        QCOMPARE(workDeadlineMs(drain), 25'000);
    }
};

QTEST_MAIN(DrainForecastTest)
#include "tst_drainforecast.moc"
