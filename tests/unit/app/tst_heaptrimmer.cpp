#include "server/app/heaptrimmer.h"

#include "tests/support/fakeclock.h"

#include <QTest>

#include <memory>

using namespace sluice::server;
using sluice::test::FakeClock;

/// When free memory goes back to the system.
class TestHeapTrimmer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_metrics = std::make_unique<Metrics>();
        m_trimmer = std::make_unique<HeapTrimmer>(*m_metrics, m_clock);
    }

    void afterManyHaveEnded()
    {
        m_metrics->add(Counter::ConnectionsClosed, HeapTrimmer::kEnded - 1);
        QVERIFY(!tick()); // all within a second
        QVERIFY(!tick()); // one too few
        m_metrics->add(Counter::ConnectionsClosed);
        QVERIFY(tick());
        QCOMPARE(m_metrics->total(Counter::HeapTrims), quint64{1});
        QVERIFY(!tick());
    }

    void notWhileTheyLeave()
    {
        for (int second = 0; second < 20; ++second) {
            m_metrics->add(Counter::ConnectionsClosed, HeapTrimmer::kEndedWhenCalm + 1);
            QVERIFY(!tick());
        }
        m_metrics->add(Counter::ConnectionsClosed, HeapTrimmer::kEndedWhenCalm);
        QVERIFY(tick());
    }

    void notTooOften()
    {
        for (int round = 0; round < 2; ++round) {
            m_metrics->add(Counter::ConnectionsClosed, HeapTrimmer::kEnded);
            QVERIFY(!tick());
            for (int second = 0; second < (round == 0 ? 0 : 3); ++second)
                QVERIFY(!tick());
            QVERIFY(tick());
        }
    }

    void afterManyWindowsHaveExpired()
    {
        for (size_t expired = 0; expired < HeapTrimmer::kWindows; expired += 20'000)
            QVERIFY(!tick(20'000));
        QVERIFY(tick(HeapTrimmer::kWindowsWhenCalm));
        QVERIFY(!tick());
        for (int second = 0; second < 10; ++second)
            QVERIFY(!tick(HeapTrimmer::kWindowsWhenCalm)); // calm, but too few
    }

    void atOnceWhileMemoryIsShort()
    {
        m_metrics->add(Counter::ConnectionsClosed, HeapTrimmer::kEndedWhenCalm + 1);
        QVERIFY(tick(0, true));
        for (int second = 0; second < 4; ++second)
            QVERIFY(!tick(0, true));
        QVERIFY(tick(0, true));
        QVERIFY(!tick());
    }

private:
    bool tick(size_t windowsExpired = 0, bool isMemoryShort = false)
    {
        m_clock.advance(std::chrono::seconds(1));
        return m_trimmer->tick({windowsExpired, isMemoryShort});
    }

    FakeClock m_clock;
    std::unique_ptr<Metrics> m_metrics;
    std::unique_ptr<HeapTrimmer> m_trimmer;
};

QTEST_APPLESS_MAIN(TestHeapTrimmer)
#include "tst_heaptrimmer.moc"
