// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/nicescale.h"

#include <QTest>

#include <limits>

using namespace sluice::console;

class NiceScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percentNeverMoves()
    {
        NiceScale scale(NiceScale::Kind::Percent);
        QVERIFY(!scale.fit(0, 3, 0));
        QCOMPARE(scale.maximum(), 100.0);
    }

    void startsWithRoundNumbers_data()
    {
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("maximum");
        QTest::newRow("nothing") << 0.0 << 4.0;
        QTest::newRow("small") << 5.0 << 6.0;
        QTest::newRow("hundreds") << 632.0 << 800.0;
        QTest::newRow("thousands") << 12'300.0 << 16'000.0;
    }

    void startsWithRoundNumbers()
    {
        QFETCH(double, high);
        QFETCH(double, maximum);
        NiceScale scale(NiceScale::Kind::FromZero);
        scale.fit(0, high, 0);
        QCOMPARE(scale.minimum(), 0.0);
        QCOMPARE(scale.maximum(), maximum);
    }

    void growsAtOnce()
    {
        NiceScale scale(NiceScale::Kind::FromZero);
        scale.fit(0, 10, 0);
        QVERIFY(scale.fit(0, 5000, 1));
        QVERIFY(scale.maximum() >= 5000);
    }

    void shrinksOnlyAfterAWhile()
    {
        NiceScale scale(NiceScale::Kind::FromZero);
        scale.fit(0, 5000, 0);
        const double tall = scale.maximum();
        QVERIFY(!scale.fit(0, 50, 1000));
        QVERIFY(!scale.fit(0, 50, 1000 + NiceScale::kShrinkAfterMs - 1));
        QCOMPARE(scale.maximum(), tall);
        QVERIFY(scale.fit(0, 50, 1000 + NiceScale::kShrinkAfterMs));
        QVERIFY(scale.maximum() < tall);
    }

    void aPeakKeepsItTall()
    {
        NiceScale scale(NiceScale::Kind::FromZero);
        scale.fit(0, 5000, 0);
        scale.fit(0, 50, 1000);
        scale.fit(0, 5000, 2000);
        QVERIFY(!scale.fit(0, 50, 3000));
        QVERIFY(!scale.fit(0, 50, 1000 + NiceScale::kShrinkAfterMs));
    }

    void floatingHoldsTheData()
    {
        NiceScale scale(NiceScale::Kind::Floating);
        scale.fit(11'850, 12'560, 0);
        QVERIFY(scale.minimum() > 0);
        QVERIFY(scale.minimum() <= 11'850);
        QVERIFY(scale.maximum() >= 12'560);
    }

    void noDataChangesNothing()
    {
        NiceScale scale(NiceScale::Kind::FromZero);
        const double none = std::numeric_limits<double>::infinity();
        QVERIFY(!scale.fit(none, -none, 0));
    }
};

QTEST_APPLESS_MAIN(NiceScaleTest)
#include "tst_nicescale.moc"
