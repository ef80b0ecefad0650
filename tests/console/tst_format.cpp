// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/format.h"

#include <QGuiApplication>
#include <QLocale>
#include <QTest>

#include <cmath>

using namespace sluice::console;

class FormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void compactNumbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << "0";
        QTest::newRow("fraction") << 0.42 << "0.4";
        QTest::newRow("hundreds") << 999.0 << "999";
        QTest::newRow("thousands") << 9'940.0 << "9.9k";
        QTest::newRow("hundred thousands") << 120'400.0 << "120k";
        QTest::newRow("rounds up to the next unit") << 999'960.0 << "1.0M";
        QTest::newRow("billions") << 2.5e9 << "2.5G";
        QTest::newRow("unknown") << std::nan("") << QStringLiteral("–");
    }

    void compactNumbers()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(format::compact(value), text);
    }

    void axisLabelsTellNeighboursApart_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("step");
        QTest::addColumn<QString>("text");
        QTest::newRow("small") << 3.0 << 1.0 << "3";
        QTest::newRow("halves") << 1.5 << 0.5 << "1.5";
        QTest::newRow("hundreds apart") << 12'250.0 << 250.0 << "12,250";
        QTest::newRow("thousands apart") << 16'000.0 << 4000.0 << "16k";
        QTest::newRow("zero") << 0.0 << 4000.0 << "0";
    }

    void axisLabelsTellNeighboursApart()
    {
        QFETCH(double, value);
        QFETCH(double, step);
        QFETCH(QString, text);
        QCOMPARE(format::axisLabel(value, step), text);
    }

    void spans_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("clock");
        QTest::addColumn<QString>("uptime");
        QTest::newRow("seconds") << qint64{41'000} << "0:41"
                                 << "41 s";
        QTest::newRow("minutes") << qint64{84'000} << "1:24"
                                 << "1 min 24 s";
        QTest::newRow("hours") << qint64{3'728'000} << "1:02:08"
                               << "1 h 02 min";
        QTest::newRow("days") << qint64{1'051'860'000} << "292:11:00"
                              << "12 d 04:11";
    }

    void spans()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, clock);
        QFETCH(QString, uptime);
        QCOMPARE(format::clockSpan(ms), clock);
        QCOMPARE(format::uptime(ms), uptime);
    }

    void numberAndUnitStayTogether()
    {
        const QString text = format::percent(63);
        QCOMPARE(text.front(), QChar(0x2066));
        QCOMPARE(text.back(), QChar(0x2069));
        QVERIFY(text.contains(QStringLiteral("63\u00a0%")));
        QCOMPARE(format::withoutMarks(QStringLiteral("at ") + text), QStringLiteral("at 63\u00a0%"));
    }

    void whatIsNotTurnedRoundInRightToLeftText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isMarked");
        QTest::newRow("address") << QStringLiteral("2001:db8::1585") << true;
        QTest::newRow("no letters") << QStringLiteral("127.0.0.1:7600") << true;
        QTest::newRow("key") << QStringLiteral("rate-limits.per-user-per-minute") << true;
        QTest::newRow("sentence") << QStringLiteral("5 من 12") << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void whatIsNotTurnedRoundInRightToLeftText()
    {
        QFETCH(QString, text);
        QFETCH(bool, isMarked);
        QCOMPARE(format::inOrder(text), text);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const QString shown = format::inOrder(text);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(shown, isMarked ? QChar(0x2066) + text + QChar(0x2069) : text);
    }
};

QTEST_APPLESS_MAIN(FormatTest)
#include "tst_format.moc"
