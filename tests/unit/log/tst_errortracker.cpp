#include "server/log/errortracker.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

namespace {

LogLine line(const QString &message, qint64 atMs = 0, LogLevel level = LogLevel::Warning)
{
    return {WallTime(std::chrono::milliseconds(atMs)), level, QStringLiteral("handlers"), message};
}

} // namespace

class TestErrorTracker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameError_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("numbers") << QStringLiteral("stuck ms=12") << QStringLiteral("stuck ms=7") << true;
        QTest::newRow("quoted words") << QStringLiteral("no \"a b\" here") << QStringLiteral("no \"c\" here") << true;
        QTest::newRow("a quote in quotes") << QStringLiteral("no \"a \\\" b\"") << QStringLiteral("no \"c\"") << true;
        QTest::newRow("other words") << QStringLiteral("stuck") << QStringLiteral("lost") << false;
        QTest::newRow("other event") << QStringLiteral("handler threw event= notes/save what= \"x\"")
                                     << QStringLiteral("handler threw event= notes/list what= \"x\"") << false;
    }

    void theSameError()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, isSame);
        QCOMPARE(errorFingerprint(line(one)) == errorFingerprint(line(other)), isSame);
    }

    void levelAndCategoryTellErrorsApart()
    {
        LogLine other = line(QStringLiteral("x"));
        other.category = QStringLiteral("work");
        QVERIFY(errorFingerprint(line(QStringLiteral("x"))) != errorFingerprint(other));
        QVERIFY(errorFingerprint(line(QStringLiteral("x")))
                != errorFingerprint(line(QStringLiteral("x"), 0, LogLevel::Critical)));
    }

    void fingerprintsAreBounded()
    {
        QCOMPARE(errorFingerprint(line(QString(5000, u'x'))).size(), ErrorTracker::kMaxFingerprintLength);
    }

    void countsAndKeepsTheLatest()
    {
        ErrorTracker tracker;
        tracker.note(line(QStringLiteral("stuck ms=1"), 100));
        tracker.note(line(QStringLiteral("stuck ms=2"), 300));
        const auto groups = tracker.last(10);
        QCOMPARE(groups.size(), 1U);
        QCOMPARE(groups[0].count, quint64(2));
        QCOMPARE(toUnixMs(groups[0].first), 100);
        QCOMPARE(toUnixMs(groups[0].last), 300);
        QCOMPARE(groups[0].sample.message, QStringLiteral("stuck ms=2"));
        QCOMPARE(groups[0].toJson()[QLatin1String("fingerprint")].toString(),
                 QStringLiteral("handlers warning stuck ms=N"));
    }

    void tellsOfTheFirstAndOfEachPowerOfTen()
    {
        ErrorTracker tracker;
        QList<int> told;
        for (int i = 1; i <= 1001; ++i) {
            if (const auto group = tracker.note(line(QStringLiteral("x")))) {
                QCOMPARE(group->count, quint64(i));
                told.append(i);
            }
        }
        QCOMPARE(told, (QList<int>{1, 10, 100, 1000}));
    }

    void theLastSeenComesFirst()
    {
        ErrorTracker tracker;
        tracker.note(line(QStringLiteral("a")));
        tracker.note(line(QStringLiteral("b")));
        tracker.note(line(QStringLiteral("a")));
        const auto groups = tracker.last(2);
        QCOMPARE(groups[0].sample.message, QStringLiteral("a"));
        QCOMPARE(groups[1].sample.message, QStringLiteral("b"));
        QCOMPARE(tracker.last(1).size(), 1U);
    }

    void theLeastRecentlySeenGoes()
    {
        ErrorTracker tracker;
        const auto letters = [](size_t i) { return QString(QChar(char16_t(0x4e00 + i))); };
        for (size_t i = 0; i < ErrorTracker::kMaxGroups; ++i)
            tracker.note(line(letters(i)));
        QCOMPARE(tracker.size(), ErrorTracker::kMaxGroups);
        tracker.note(line(letters(0)));
        tracker.note(line(letters(ErrorTracker::kMaxGroups)));
        QCOMPARE(tracker.size(), ErrorTracker::kMaxGroups);
        QVERIFY(!tracker.note(line(letters(0)))); // still known
        QVERIFY(tracker.note(line(letters(1))));  // gone, so it is new
    }

    void clearForgetsAll()
    {
        ErrorTracker tracker;
        tracker.note(line(QStringLiteral("a")));
        tracker.note(line(QStringLiteral("b")));
        QCOMPARE(tracker.clear(), 2U);
        QVERIFY(tracker.last(10).empty());
        QVERIFY(tracker.note(line(QStringLiteral("a"))));
    }
};

QTEST_APPLESS_MAIN(TestErrorTracker)
#include "tst_errortracker.moc"
