#include "server/metrics/metrics.h"

#include <QTest>

#include <barrier>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace sluice;
using namespace sluice::server;

class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsFromManyThreads();
    void stripesAreLeftToLaterThreads();
    void endedNeverExceedsReceived();
    void countsPerEvent();
    void eventsGrowWhileOthersCount();
    void gauges();
    void everyMetricIsDescribed();
};

void TestMetrics::countsFromManyThreads()
{
    // More than there are stripes, all at once, so that some share the last one.
    constexpr int kThreads = ThreadStripe::kCount + 8;
    constexpr quint64 kEach = 5'000;
    Metrics metrics;
    std::barrier allThere(kThreads);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&metrics, &allThere] {
            metrics.add(Counter::LoopStalls);
            allThere.arrive_and_wait();
            for (quint64 count = 0; count < kEach; ++count) {
                metrics.add(Counter::EventsReceived);
                metrics.add(Counter::BytesReceived, 3);
                metrics.record(Distribution::EventDuration, std::chrono::microseconds(5));
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(metrics.total(Counter::LoopStalls), quint64{kThreads});
    QCOMPARE(metrics.total(Counter::EventsReceived), kThreads * kEach);
    QCOMPARE(metrics.total(Counter::BytesReceived), 3 * kThreads * kEach);
    QCOMPARE(metrics.total(Counter::EndedFailed), quint64{0});
    const HistogramCounts counts = metrics.counts(Distribution::EventDuration);
    QCOMPARE(counts.count, kThreads * kEach);
    QCOMPARE(counts.sumNs, kThreads * kEach * 5000);
    QCOMPARE(metrics.counts(Distribution::HandlerDuration).count, quint64{0});
}

// A thread that ends leaves its stripe to the next one, which counts on where it stopped.
void TestMetrics::stripesAreLeftToLaterThreads()
{
    constexpr size_t kThreads = ThreadStripe::kCount * 3;
    Metrics metrics;
    std::set<size_t> used;
    for (size_t thread = 0; thread < kThreads; ++thread) {
        std::thread([&] {
            used.insert(ThreadStripe::index());
            metrics.add(Counter::EventsReceived);
        }).join();
    }
    QCOMPARE(used.size(), size_t{1});
    QVERIFY(!used.contains(ThreadStripe::kShared));
    QCOMPARE(metrics.total(Counter::EventsReceived), quint64{kThreads});
}

void TestMetrics::endedNeverExceedsReceived()
{
    Metrics metrics;
    std::atomic<bool> done{false};
    std::thread writer([&] {
        for (int count = 0; count < 50'000; ++count) {
            metrics.add(Counter::EventsReceived);
            metrics.add(Counter::EndedSucceeded);
        }
        done = true;
    });
    bool held = true;
    while (!done) {
        const quint64 ended = metrics.total(Counter::EndedSucceeded);
        held = held && ended <= metrics.total(Counter::EventsReceived);
    }
    writer.join();
    QVERIFY(held);
}

void TestMetrics::countsPerEvent()
{
    Metrics metrics;
    metrics.reserveEvents(2);
    const EventIndex first{0};
    const EventIndex second{1};
    metrics.add(first, EventCounter::Received, 5);
    metrics.add(first, EventCounter::Succeeded, 2);
    metrics.add(first, EventCounter::RateLimited);
    metrics.record(second, std::chrono::milliseconds(1));
    QCOMPARE(metrics.totals(first).received, quint64{5});
    QCOMPARE(metrics.totals(first).succeeded, quint64{2});
    QCOMPARE(metrics.totals(first).rateLimited, quint64{1});
    QCOMPARE(metrics.totals(second).received, quint64{0});
    QCOMPARE(metrics.counts(first).count, quint64{0});
    QCOMPARE(metrics.counts(second).count, quint64{1});
    QCOMPARE(metrics.totals(EventIndex{2}).received, quint64{0});
}

void TestMetrics::eventsGrowWhileOthersCount()
{
    Metrics metrics;
    metrics.reserveEvents(1);
    std::thread counter([&metrics] {
        for (int count = 0; count < 20'000; ++count)
            metrics.add(EventIndex{0}, EventCounter::Received);
    });
    for (size_t events = 2; events < 50; ++events)
        metrics.reserveEvents(events);
    counter.join();
    QCOMPARE(metrics.totals(EventIndex{0}).received, quint64{20'000});
    metrics.add(EventIndex{48}, EventCounter::Failed);
    QCOMPARE(metrics.totals(EventIndex{48}).failed, quint64{1});
}

void TestMetrics::gauges()
{
    Metrics metrics;
    QCOMPARE(metrics.value(Gauge::QueueCapacity), 0.0);
    metrics.setGauge(Gauge::QueueCapacity, [] { return 17.0; });
    QCOMPARE(metrics.value(Gauge::QueueCapacity), 17.0);
    metrics.setGauge(Gauge::QueueCapacity, nullptr);
    QCOMPARE(metrics.value(Gauge::QueueCapacity), 0.0);
}

void TestMetrics::everyMetricIsDescribed()
{
    std::set<std::string> series;
    std::map<std::string, std::string> helpByName;
    const auto check = [&](const MetricInfo &info) {
        const std::string name = info.name ? info.name : "";
        QVERIFY2(name.starts_with("sluice_"), name.c_str());
        QVERIFY2(series.insert(name + info.label).second, name.c_str());
        QVERIFY2(std::string(info.help).ends_with('.'), name.c_str());
        QVERIFY2(helpByName.try_emplace(name, info.help).first->second == info.help, name.c_str());
    };
    for (size_t counter = 0; counter < kCounterCount; ++counter) {
        check(metricInfo(static_cast<Counter>(counter)));
        QVERIFY(std::string(metricInfo(static_cast<Counter>(counter)).name).ends_with("_total"));
    }
    for (size_t gauge = 0; gauge < kGaugeCount; ++gauge)
        check(metricInfo(static_cast<Gauge>(gauge)));
    for (size_t distribution = 0; distribution < kDistributionCount; ++distribution) {
        const MetricInfo &info = metricInfo(static_cast<Distribution>(distribution));
        check(info);
        QVERIFY(std::string(info.name).ends_with('_' + std::string(info.unit)));
    }
}

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
