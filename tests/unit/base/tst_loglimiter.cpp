#include "shared/base/loglimiter.h"

#include "tests/support/fakeclock.h"

#include <QTest>

using namespace sluice;
using sluice::test::FakeClock;
using std::chrono::seconds;

/// How many messages get through, and what is said of those that do not.
class TestLogLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soManyInAnInterval()
    {
        FakeClock clock;
        LogLimiter limiter(3, seconds(10));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(limiter.tryAdmit(clock.now()), std::optional<quint64>(0));
        QVERIFY(!limiter.tryAdmit(clock.now()));
        clock.advance(seconds(9));
        QVERIFY(!limiter.tryAdmit(clock.now()));
        clock.advance(seconds(1));
        QCOMPARE(limiter.tryAdmit(clock.now()), std::optional<quint64>(2));
        QCOMPARE(limiter.tryAdmit(clock.now()), std::optional<quint64>(0));
    }

    void anIntervalBeginsWithItsFirstMessage()
    {
        FakeClock clock;
        LogLimiter limiter(1, seconds(10));
        QVERIFY(limiter.tryAdmit(clock.now()));
        clock.advance(seconds(15));
        QVERIFY(limiter.tryAdmit(clock.now()));
        clock.advance(seconds(9));
        QVERIFY(!limiter.tryAdmit(clock.now()));
    }
};

QTEST_APPLESS_MAIN(TestLogLimiter)
#include "tst_loglimiter.moc"
