#include "server/admin/adminbudget.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

constexpr double kShare = 0.25;
constexpr AdminBudget::Turn kBusy{1s, 251ms};
constexpr AdminBudget::Turn kLate{1501ms, 10ms};
constexpr AdminBudget::Turn kIdle{1s, 10ms};
constexpr AdminBudget::Turn kBetween{1s, 200ms}; // within the share, but not half of it

/// Looks until the state changes; how many it took, or -1 when it does not.
int looksUntilChange(AdminBudget &budget, const AdminBudget::Turn &turn, int most = 500)
{
    for (int looks = 1; looks <= most; ++looks) {
        if (budget.look(turn, kShare))
            return looks;
    }
    return -1;
}

} // namespace

class TestAdminBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tooMuchInARowExceedsIt_data()
    {
        QTest::addColumn<qint64>("elapsedMs");
        QTest::addColumn<qint64>("cpuMs");
        QTest::addColumn<bool>("exceeds");
        QTest::newRow("idle") << qint64{1000} << qint64{10} << false;
        QTest::newRow("at the share") << qint64{1000} << qint64{250} << false;
        QTest::newRow("beyond the share") << qint64{1000} << qint64{251} << true;
        QTest::newRow("as late as it may be") << qint64{1500} << qint64{10} << false;
        QTest::newRow("too late") << qint64{1501} << qint64{10} << true;
    }

    void tooMuchInARowExceedsIt()
    {
        QFETCH(qint64, elapsedMs);
        QFETCH(qint64, cpuMs);
        QFETCH(bool, exceeds);
        AdminBudget budget;
        const AdminBudget::Turn turn{std::chrono::milliseconds(elapsedMs), std::chrono::milliseconds(cpuMs)};
        QCOMPARE(looksUntilChange(budget, turn), exceeds ? AdminBudget::kPatience : -1);
        QCOMPARE(budget.isExceeded(), exceeds);
    }

    void oneQuietSecondBeginsAnew()
    {
        AdminBudget budget;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(!budget.look(kBusy, kShare));
            QVERIFY(!budget.look(kLate, kShare));
            QVERIFY(!budget.look(kIdle, kShare));
        }
    }

    void returnsWhenHalfIsEnoughForAWhile()
    {
        AdminBudget budget;
        QVERIFY(looksUntilChange(budget, kBusy) > 0);
        QCOMPARE(looksUntilChange(budget, kBetween), -1);
        QCOMPARE(looksUntilChange(budget, kIdle), AdminBudget::kCalm);
        QVERIFY(!budget.isExceeded());
    }

    void waitsLongerWhereTheReturnDidNotLast()
    {
        AdminBudget budget;
        QVERIFY(looksUntilChange(budget, kBusy) > 0);
        for (int calm = AdminBudget::kCalm; calm <= AdminBudget::kMostCalm; calm *= 2) {
            QCOMPARE(looksUntilChange(budget, kIdle), calm);
            QCOMPARE(looksUntilChange(budget, kBusy), AdminBudget::kPatience);
        }
        QCOMPARE(looksUntilChange(budget, kIdle), AdminBudget::kMostCalm);
        // What lasted is forgotten.
        QCOMPARE(looksUntilChange(budget, kIdle, AdminBudget::kMostCalm), -1);
        QCOMPARE(looksUntilChange(budget, kBusy), AdminBudget::kPatience);
        QCOMPARE(looksUntilChange(budget, kIdle), AdminBudget::kCalm);
    }

    void noShareIsNoBudget()
    {
        AdminBudget budget;
        QVERIFY(looksUntilChange(budget, kBusy) > 0);
        QVERIFY(budget.look(kBusy, 0));
        QVERIFY(!budget.isExceeded());
        for (int i = 0; i < 10; ++i)
            QVERIFY(!budget.look(kBusy, 0));
    }

    void aClockThatStandsStillTellsNothing()
    {
        AdminBudget budget;
        for (int i = 0; i < 10; ++i)
            QVERIFY(!budget.look({0ms, 500ms}, kShare));
    }
};

QTEST_APPLESS_MAIN(TestAdminBudget)
#include "tst_adminbudget.moc"
