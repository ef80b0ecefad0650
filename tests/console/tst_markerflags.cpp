// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/markerflags.h"

#include <QTest>

using namespace sluice::console;

class MarkerFlagsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spread_data()
    {
        QTest::addColumn<QList<double>>("places");
        QTest::addColumn<QList<double>>("expected");
        using L = QList<double>;
        QTest::newRow("none") << L{} << L{};
        QTest::newRow("far apart stay") << L{10, 50} << L{10, 50};
        QTest::newRow("exactly one spacing apart stay") << L{10, 25} << L{10, 25};
        QTest::newRow("nearer ones move right") << L{10, 24} << L{10, 25};
        QTest::newRow("a chain moves on") << L{10, 11, 12} << L{10, 25, 40};
        QTest::newRow("at the right edge they move left") << L{99, 100} << L{85, 100};
        QTest::newRow("outside on the left comes in") << L{-5, 3} << L{0, 15};
        QTest::newRow("as many as fit") << L{1, 2, 3, 4, 5, 6, 7} << L{1, 16, 31, 46, 61, 76, 91};
        QTest::newRow("one more: the oldest goes") << L{1, 2, 3, 4, 5, 6, 7, 8} << L{2, 17, 32, 47, 62, 77, 92};
    }

    void spread()
    {
        QFETCH(QList<double>, places);
        QFETCH(QList<double>, expected);
        QCOMPARE(MarkerFlags::spread(places, 0, 100, MarkerFlags::kSpacing), expected);
    }

    void aFlagIsFoundWhereItIsDrawn()
    {
        MarkerFlags flags;
        flags.setMarkers({{-30, QStringLiteral("C"), ColorRole::Violet, QStringLiteral("one")},
                          {-29, QStringLiteral("A"), ColorRole::Critical, QStringLiteral("two")}});
        const QRectF plot(100, 40, 600, 200);
        flags.layOut(plot, [&](double seconds) { return plot.right() + seconds * 10; });
        QCOMPARE(flags.markerAt(flags.flagRect(0).center()), 0);
        QCOMPARE(flags.markerAt(flags.flagRect(1).center()), 1);
        QCOMPARE(flags.flagRect(1).left() - flags.flagRect(0).left(), MarkerFlags::kSpacing);
        QVERIFY(flags.flagRect(0).bottom() < plot.top());
        QCOMPARE(flags.markerAt(plot.center()), -1);
    }
};

QTEST_APPLESS_MAIN(MarkerFlagsTest)
#include "tst_markerflags.moc"
