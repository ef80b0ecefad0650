#include "adminfixture.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

class TestSampler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersItsSamples();
    void sumsUpEndings();
    void percentilesAreOfTheInterval();
    void sharesAreOfTheInterval();
    void theWorstLoopIsTold();
    void whatElseOperatorsWatchIsThere();
    void showsGaugesAndThresholds();
    void listsWorkersTheStuckOnesFirst();
};

void TestSampler::numbersItsSamples()
{
    AdminFixture fixture;
    Sampler sampler(fixture.sources());
    fixture.clock.advance(1500ms);
    const admin::Snapshot first = sampler.sample();
    QCOMPARE(first.sequence, quint64{1});
    QCOMPARE(first.uptimeMs, 1500);
    QCOMPARE(first.timeMs, 1'700'000'000'000);
    QCOMPARE(first.epoch, QStringLiteral("e1"));
    QCOMPARE(first.configRevision, quint64{1});
    QCOMPARE(sampler.sample().sequence, quint64{2});
}

void TestSampler::sumsUpEndings()
{
    AdminFixture fixture;
    Sampler sampler(fixture.sources());
    const std::array endings{Counter::EndedSucceeded,      Counter::EndedFailed,           Counter::EndedTimedOut,
                             Counter::EndedCancelled,      Counter::EndedConnectionGone,   Counter::EndedAbandoned,
                             Counter::RefusedParse,        Counter::RefusedInvalidRequest, Counter::RefusedUnknown,
                             Counter::RefusedUnauthorized, Counter::RefusedRateLimited,    Counter::RefusedOverloaded,
                             Counter::RefusedUnavailable,  Counter::RefusedInvalidParams,  Counter::RefusedDraining};
    quint64 amount = 1;
    for (const Counter ending : endings) {
        fixture.metrics.add(Counter::EventsReceived, amount);
        fixture.metrics.add(ending, amount);
        amount *= 2;
    }
    const admin::Snapshot s = sampler.sample();
    QCOMPARE(s.eventsReceived, amount - 1);
    QCOMPARE(s.eventsReceived,
             s.eventsSucceeded + s.eventsFailed + s.eventsTimedOut + s.eventsCancelled + s.eventsConnectionGone
                 + s.eventsAbandoned + s.refusedRateLimited + s.refusedOverloaded + s.refusedUnauthorized
                 + s.refusedUnknown + s.refusedInvalid + s.refusedDraining);
    for (const Counter limit : kDryRuns)
        fixture.metrics.add(limit, 2);
    QCOMPARE(sampler.sample().dryRunRefused, quint64{2 * kDryRuns.size()});
}

void TestSampler::theWorstLoopIsTold()
{
    AdminFixture fixture;
    std::array<HistogramStripe, 2> turns;
    const auto read = [&] {
        fixture.loopTurns.assign(2, {});
        for (size_t i = 0; i < turns.size(); ++i)
            turns[i].addTo(fixture.loopTurns[i]);
    };
    turns[0].record(3s); // before the first sample
    read();
    Sampler sampler(fixture.sources());
    QCOMPARE(sampler.sample().loopTurnMaxUs, 0.0);
    turns[0].record(2ms);
    turns[1].record(40ms);
    turns[1].record(1ms);
    read();
    const double worst = sampler.sample().loopTurnMaxUs;
    QVERIFY2(worst >= 40'000 && worst < 50'000, qPrintable(QString::number(worst))); // a bucket's upper end
    QCOMPARE(sampler.sample().loopTurnMaxUs, 0.0);
}

void TestSampler::whatElseOperatorsWatchIsThere()
{
    AdminFixture fixture;
    for (const Counter reason : kTokenRefusals)
        fixture.metrics.add(reason);
    fixture.metrics.add(Counter::TlsHandshakesFailed, 3);
    fixture.metrics.add(Counter::ProtocolErrors, 4);
    fixture.metrics.add(Counter::MuteRefusals, 5);
    fixture.metrics.add(Counter::WorkerErrors, 6);
    fixture.metrics.add(Counter::LogLinesDroppedFull, 2);
    fixture.metrics.add(Counter::LogLinesDroppedUnwritable, 6);
    fixture.metrics.setGauge(Gauge::Mutes, [] { return 9.0; });
    fixture.metrics.setGauge(Gauge::MemoryShare, [] { return 0.25; });
    fixture.metrics.setGauge(Gauge::StorageWritesWaiting, [] { return 10.0; });
    fixture.metrics.setGauge(Gauge::ErrorGroups, [] { return 11.0; });
    const admin::Snapshot sample = admin::Snapshot::fromJson(Sampler(fixture.sources()).sample().toJson());
    QCOMPARE(sample.tokensRefused, quint64{kTokenRefusals.size()});
    QCOMPARE(sample.tlsHandshakesFailed, 3U);
    QCOMPARE(sample.protocolErrors, 4U);
    QCOMPARE(sample.refusedMuted, 5U);
    QCOMPARE(sample.handlerErrors, 6U);
    QCOMPARE(sample.logLinesDropped, 8U);
    QCOMPARE(sample.mutes, 9U);
    QCOMPARE(sample.memoryShare, 0.25);
    QCOMPARE(sample.writesWaiting, 10U);
    QCOMPARE(sample.errorGroups, 11U);
}

void TestSampler::listsWorkersTheStuckOnesFirst()
{
    AdminFixture fixture;
    for (int number = 1; number <= 40; ++number) {
        admin::WorkerSummary &worker = fixture.workers.emplace_back();
        worker.number = number;
        worker.processed = 7;
        worker.errors = 1;
        worker.busyMs = 250;
        worker.event = QStringLiteral("notes/save");
        worker.eventMs = 12;
        worker.stuck = number == 39;
    }
    Sampler sampler(fixture.sources());
    const admin::Snapshot sample = admin::Snapshot::fromJson(sampler.sample().toJson());
    QCOMPARE(sample.workerList.size(), admin::kMostWorkersListed);
    QCOMPARE(sample.workerList[0].number, 39);
    QVERIFY(sample.workerList[0].stuck);
    const admin::WorkerSummary &second = sample.workerList[1];
    QCOMPARE(second.number, 1);
    QCOMPARE(second.processed, 7u);
    QCOMPARE(second.errors, 1u);
    QCOMPARE(second.busyMs, 250);
    QCOMPARE(second.event, QStringLiteral("notes/save"));
    QCOMPARE(second.eventMs, 12);
    QVERIFY(!second.stuck);
}

void TestSampler::percentilesAreOfTheInterval()
{
    AdminFixture fixture;
    fixture.metrics.record(Distribution::EventDuration, 1h); // before the first sample: nobody's interval
    Sampler sampler(fixture.sources());
    fixture.metrics.record(Distribution::EventDuration, 1ms);
    fixture.metrics.record(Distribution::QueueWaitHigh, 2ms);
    fixture.metrics.record(Distribution::QueueWaitLow, 2ms);
    const admin::Snapshot first = sampler.sample();
    QCOMPARE(first.latency.count, quint64{1});
    QVERIFY(first.latency.p99Us > 800 && first.latency.p99Us < 1200);
    QVERIFY(first.latency.maxUs >= first.latency.p99Us);
    QCOMPARE(first.queueWait.count, quint64{2});
    const admin::Snapshot second = sampler.sample();
    QCOMPARE(second.latency.count, quint64{0});
    QCOMPARE(second.latency.p99Us, 0.0);
}

void TestSampler::sharesAreOfTheInterval()
{
    AdminFixture fixture;
    fixture.metrics.setGauge(Gauge::Workers, [] { return 4.0; });
    Sampler sampler(fixture.sources());
    fixture.metrics.add(Counter::WorkerBusyNs, 1'000'000'000);
    fixture.clock.advance(1s);
    QCOMPARE(sampler.sample().workerBusyShare, 0.25);
    fixture.clock.advance(1s);
    QCOMPARE(sampler.sample().workerBusyShare, 0.0);
    fixture.metrics.add(Counter::WorkerBusyNs, 60'000'000'000);
    fixture.clock.advance(1s);
    QCOMPARE(sampler.sample().workerBusyShare, 1.0);
    QCOMPARE(sampler.sample().workerBusyShare, 0.0); // no time has passed
}

void TestSampler::showsGaugesAndThresholds()
{
    AdminFixture fixture;
    fixture.metrics.setGauge(Gauge::QueueDepthHigh, [] { return 1.0; });
    fixture.metrics.setGauge(Gauge::QueueDepthLow, [] { return 3.0; });
    fixture.metrics.setGauge(Gauge::ConnectionsOpen, [] { return -1.0; }); // a race between two counters
    fixture.metrics.record(Distribution::QueueWaitLow, 1ms);
    fixture.metrics.record(Distribution::QueueWaitLow, 2ms);
    Sampler sampler(fixture.sources());
    const admin::Snapshot sample = sampler.sample();
    QCOMPARE(sample.laneDepth, (std::array<quint64, 3>{1, 0, 3}));
    QCOMPARE(sample.laneStarted, (std::array<quint64, 3>{0, 0, 2}));
    QCOMPARE(sample.connectionsOpen, quint64{0});
    QCOMPARE(sample.alertThreshold, 0.7);
    QCOMPARE(sample.dropThreshold, 0.9);
    QVERIFY(sample.overload == admin::OverloadState::Normal);
    fixture.metrics.setGauge(Gauge::OverloadState, [] { return 2.0; });
    fixture.metrics.add(Counter::OverloadEpisodes, 3);
    const admin::Snapshot shedding = admin::Snapshot::fromJson(sampler.sample().toJson());
    QVERIFY(shedding.overload == admin::OverloadState::Shedding);
    QCOMPARE(shedding.overloadEpisodes, quint64{3});
    QVERIFY(sample.residentBytes > 0);
}

QTEST_APPLESS_MAIN(TestSampler)
#include "tst_sampler.moc"
