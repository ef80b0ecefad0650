#include <QTest>

#include <array>
#include <thread>

/// Races on purpose. ctest passes it when ThreadSanitizer says so.
class TestRaceDetection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void racingCountersAreReported()
    {
        constexpr int kRounds = 10'000;
        int count = 0;
        const auto raise = [&count] {
            for (int round = 0; round < kRounds; ++round)
                ++count;
        };
        std::array threads{std::thread(raise), std::thread(raise)};
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(count <= 2 * kRounds);
    }
};

QTEST_GUILESS_MAIN(TestRaceDetection)
#include "tst_racedetection.moc"
