#include "server/metrics/histogram.h"

#include <QTest>

#include <limits>

using namespace sluice;
using namespace sluice::server;

class TestHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueLiesInItsBucket();
    void bucketsAreNarrow();
    void clampsWhatIsTooLong();
    void countsAndSums();
    void percentiles();
    void intervals();
};

namespace {

double lowerBound(size_t bucket)
{
    return bucket == 0 ? 0.0 : histogramUpperBound(bucket - 1);
}

} // namespace

void TestHistogram::everyValueLiesInItsBucket()
{
    for (quint64 power = 1; power < quint64{1} << 43; power *= 2) {
        for (const quint64 value : {power - 1, power, power + 1, power + power / 2, power + power / 3}) {
            const size_t bucket = histogramBucket(value);
            QVERIFY(static_cast<double>(value) >= lowerBound(bucket));
            QVERIFY(static_cast<double>(value) < histogramUpperBound(bucket));
        }
    }
}

void TestHistogram::bucketsAreNarrow()
{
    for (size_t bucket = kHistogramSubBuckets; bucket < kHistogramBuckets; ++bucket) {
        const double width = histogramUpperBound(bucket) - lowerBound(bucket);
        QVERIFY(width > 0);
        QVERIFY(width / lowerBound(bucket) <= 0.125);
    }
    QVERIFY(histogramUpperBound(kHistogramBuckets - 1) > 3600e9); // over an hour
}

void TestHistogram::clampsWhatIsTooLong()
{
    QCOMPARE(histogramBucket(std::numeric_limits<quint64>::max()), kHistogramBuckets - 1);
    HistogramStripe stripe;
    stripe.record(std::chrono::nanoseconds(-5));
    HistogramCounts counts;
    stripe.addTo(counts);
    QCOMPARE(counts.buckets[0], quint64{1});
    QCOMPARE(counts.sumNs, quint64{0});
}

void TestHistogram::countsAndSums()
{
    HistogramStripe one;
    HistogramStripe other;
    one.record(std::chrono::microseconds(1));
    other.record(std::chrono::microseconds(2));
    other.record(std::chrono::microseconds(3));
    HistogramCounts counts;
    one.addTo(counts);
    other.addTo(counts);
    QCOMPARE(counts.count, quint64{3});
    QCOMPARE(counts.sumNs, quint64{6000});
}

void TestHistogram::percentiles()
{
    HistogramCounts none;
    QCOMPARE(none.percentileNs(0.5), 0.0);

    HistogramStripe stripe;
    for (int milliseconds = 1; milliseconds <= 1000; ++milliseconds)
        stripe.record(std::chrono::milliseconds(milliseconds));
    HistogramCounts counts;
    stripe.addTo(counts);
    const auto isNear = [](double value, double expected) { return std::abs(value - expected) <= 0.125 * expected; };
    QVERIFY(isNear(counts.percentileNs(0.5), 500e6));
    QVERIFY(isNear(counts.percentileNs(0.95), 950e6));
    QVERIFY(isNear(counts.percentileNs(0.99), 990e6));
    QVERIFY(isNear(counts.percentileNs(1), 1000e6));
    QVERIFY(isNear(counts.percentileNs(0), 1e6));
    QVERIFY(counts.percentileNs(0.99) <= counts.percentileNs(1));
}

void TestHistogram::intervals()
{
    HistogramStripe stripe;
    stripe.record(std::chrono::milliseconds(1));
    HistogramCounts before;
    stripe.addTo(before);
    stripe.record(std::chrono::milliseconds(100));
    HistogramCounts after;
    stripe.addTo(after);
    const HistogramCounts interval = after.since(before);
    QCOMPARE(interval.count, quint64{1});
    QCOMPARE(interval.sumNs, quint64{100'000'000});
    QVERIFY(interval.percentileNs(0) > 80e6);
    HistogramCounts sum = before;
    sum += interval;
    QCOMPARE(sum.count, after.count);
    QCOMPARE(sum.buckets, after.buckets);
}

QTEST_APPLESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
