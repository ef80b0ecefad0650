#include "server/log/loglimits.h"

#include "tests/support/fakeclock.h"

#include <QTest>

#include <memory>

using namespace sluice::server;
using sluice::test::FakeClock;
using std::chrono::milliseconds;

class TestLogLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_limits = std::make_unique<LogLimits>(); }

    void soManyOfEachCategoryInASecond()
    {
        m_limits->setMaxPerSecond(2);
        QVERIFY(admit("app"));
        QVERIFY(admit("app"));
        QVERIFY(!admit("app"));
        QVERIFY(admit("work"));
        m_clock.advance(milliseconds(999));
        QVERIFY(!admit("app"));
        m_clock.advance(milliseconds(1));
        QVERIFY(admit("app"));
    }

    void whatIsSuppressedIsToldOnceItsSecondIsOver()
    {
        m_limits->setMaxPerSecond(1);
        QVERIFY(admit("app"));
        QVERIFY(!admit("app"));
        QVERIFY(!admit("app"));
        QVERIFY(m_limits->takeSuppressed(m_clock.now()).empty());
        m_clock.advance(milliseconds(1000));
        const auto suppressed = m_limits->takeSuppressed(m_clock.now());
        QCOMPARE(suppressed.size(), 1U);
        QCOMPARE(suppressed[0].category, QStringLiteral("app"));
        QCOMPARE(suppressed[0].lines, quint64(2));
        QVERIFY(m_limits->takeSuppressed(m_clock.now()).empty());
    }

    void zeroIsNoLimit()
    {
        m_limits->setMaxPerSecond(0);
        for (int i = 0; i < 10'000; ++i)
            QVERIFY(admit("app"));
    }

    void theLimitChangesAtOnce()
    {
        m_limits->setMaxPerSecond(1);
        QVERIFY(admit("app"));
        QVERIFY(!admit("app"));
        m_limits->setMaxPerSecond(2);
        QVERIFY(admit("app"));
        QVERIFY(!admit("app"));
    }

    void manyCategoriesShareOneLimit()
    {
        m_limits->setMaxPerSecond(1);
        for (size_t i = 0; i < LogLimits::kMaxCategories; ++i)
            QVERIFY2(m_limits->admit(QStringLiteral("c%1").arg(i), m_clock.now()), QByteArray::number(qulonglong(i)));
        QVERIFY(!admit("one more"));
        QVERIFY(!admit("and one"));
        m_clock.advance(milliseconds(1000));
        const auto suppressed = m_limits->takeSuppressed(m_clock.now());
        QCOMPARE(suppressed.size(), 1U);
        QCOMPARE(suppressed[0].lines, quint64(2));
    }

private:
    bool admit(const char *category) { return m_limits->admit(QLatin1String(category), m_clock.now()); }

    FakeClock m_clock;
    std::unique_ptr<LogLimits> m_limits;
};

QTEST_APPLESS_MAIN(TestLogLimits)
#include "tst_loglimits.moc"
