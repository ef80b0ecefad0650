#include "server/policies/bucketcounts.h"

#include <QTest>

using namespace sluice::server;

namespace {

constexpr qint64 kBuckets = BucketCounts::kBuckets;

} // namespace

class TestBucketCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBucketCountsUntilAllOfItIsAWindowOld()
    {
        for (const qint64 first : {qint64{-1000}, qint64{0}, qint64{5'000'000'000}}) {
            BucketCounts counts(first);
            counts.add(first, 3);
            counts.advance(first + 1);
            counts.add(first + 1, 4);
            counts.advance(first + kBuckets);
            QCOMPARE(counts.total(), 7u);
            QCOMPARE(counts.count(first), 3u);
            counts.advance(first + kBuckets + 1);
            QCOMPARE(counts.total(), 4u);
            QCOMPARE(counts.count(first + 1), 4u);
            counts.advance(first + 10 * kBuckets);
            QCOMPARE(counts.total(), 0u);
        }
    }

    void timeDoesNotGoBack()
    {
        BucketCounts counts(10);
        counts.add(10, 1);
        counts.advance(3);
        QCOMPARE(counts.newest(), qint64{10});
        QCOMPARE(counts.total(), 1u);
    }

    void takesBackFromTheNearestAfter()
    {
        BucketCounts counts(0);
        counts.add(0, 2);
        counts.advance(3);
        counts.add(2, 1);
        counts.add(3, 2);
        counts.remove(1, 2);
        QCOMPARE(counts.count(0), 2u);
        QCOMPARE(counts.count(2), 0u);
        QCOMPARE(counts.count(3), 1u);
        counts.remove(2, 2); // one after, then one before
        QCOMPARE(counts.count(3), 0u);
        QCOMPARE(counts.count(0), 1u);
        counts.remove(9, 3); // later than the newest: all there is
        QCOMPARE(counts.total(), 0u);
    }

    void whatNoLongerCountsIsNotTakenBack()
    {
        BucketCounts counts(0);
        counts.add(0, 2);
        counts.advance(kBuckets + 1);
        counts.add(kBuckets + 1, 1);
        counts.remove(0, 2);
        QCOMPARE(counts.total(), 1u);
    }

    void saysFromWhenOnItIsFree()
    {
        BucketCounts counts(0);
        counts.add(0, 2);
        counts.advance(5);
        counts.add(5, 3);
        QCOMPARE(counts.freeFrom(6, 5), qint64{5});
        QCOMPARE(counts.freeFrom(5, 5), kBuckets + 1); // the two of bucket 0 count up to its end
        QCOMPARE(counts.freeFrom(4, 5), kBuckets + 1);
        QCOMPARE(counts.freeFrom(3, 5), 5 + kBuckets + 1);
        QCOMPARE(counts.freeFrom(3, 20), 5 + kBuckets + 1);
        QCOMPARE(counts.freeFrom(4, kBuckets + 1), kBuckets + 1);
        QCOMPARE(counts.freeFrom(1, 100 * kBuckets), 100 * kBuckets);
    }

    void bucketsOfEarlierEpochsRoundDownwards()
    {
        QCOMPARE(BucketCounts::indexOf(0, 10), qint64{0});
        QCOMPARE(BucketCounts::indexOf(9, 10), qint64{0});
        QCOMPARE(BucketCounts::indexOf(-1, 10), qint64{-1});
        QCOMPARE(BucketCounts::indexOf(-10, 10), qint64{-1});
        QCOMPARE(BucketCounts::indexOf(-11, 10), qint64{-2});
    }
};

QTEST_APPLESS_MAIN(TestBucketCounts)
#include "tst_bucketcounts.moc"
