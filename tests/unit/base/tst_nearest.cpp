#include "shared/base/nearest.h"

#include <QTest>

using namespace sluice;

class TestNearest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measures_data();
    void measures();
    void findsOnlyWhatIsNear();
};

void TestNearest::measures_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("distance");

    QTest::newRow("same") << QStringLiteral("abc") << QStringLiteral("abc") << 0;
    QTest::newRow("both empty") << QString() << QString() << 0;
    QTest::newRow("from nothing") << QString() << QStringLiteral("abc") << 3;
    QTest::newRow("to nothing") << QStringLiteral("abc") << QString() << 3;
    QTest::newRow("changed") << QStringLiteral("abc") << QStringLiteral("axc") << 1;
    QTest::newRow("added") << QStringLiteral("abc") << QStringLiteral("abxc") << 1;
    QTest::newRow("left out") << QStringLiteral("abc") << QStringLiteral("ac") << 1;
    QTest::newRow("swapped neighbours") << QStringLiteral("abcd") << QStringLiteral("acbd") << 1;
    QTest::newRow("kitten") << QStringLiteral("kitten") << QStringLiteral("sitting") << 3;
}

void TestNearest::measures()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, distance);
    QCOMPARE(editDistance(from, to), distance);
    QCOMPARE(editDistance(to, from), distance);
}

void TestNearest::findsOnlyWhatIsNear()
{
    const QStringList words{QStringLiteral("notes.save"), QStringLiteral("notes.fetch"), QStringLiteral("id")};
    QCOMPARE(nearestWord(u"notes.svae", words), QStringLiteral("notes.save"));
    QCOMPARE(nearestWord(u"iid", words), QStringLiteral("id"));
    QCOMPARE(nearestWord(u"notes.fet", words), QStringLiteral("notes.fetch"));
    QCOMPARE(nearestWord(u"not", words), QString());
    QCOMPARE(nearestWord(u"xyz", words), QString());
    QCOMPARE(nearestWord(u"", words), QString());
    QCOMPARE(nearestWord(u"id", {}), QString());
    QCOMPARE(nearestWord(QString(129, u'x'), {QString(129, u'x')}), QString());
}

QTEST_APPLESS_MAIN(TestNearest)
#include "tst_nearest.moc"
