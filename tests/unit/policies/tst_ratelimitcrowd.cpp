#include "server/app/heaptrimmer.h"
#include "server/metrics/processstats.h"
#include "server/policies/ratelimitpolicy.h"
#include "tests/unit/policies/testrequest.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <barrier>
#include <random>
#include <thread>
#include <vector>

#include <malloc.h>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

constexpr size_t kThreads = 8;

constexpr TimePoint at(Duration sinceStart)
{
    return TimePoint(std::chrono::hours(1) + sinceStart);
}

Config onlyUsersLimited(int perMinute)
{
    Config config;
    config.rateLimits.globalPerSecond = 0;
    config.rateLimits.perIpPerMinute = 0;
    config.rateLimits.perUserPerMinute = perMinute;
    return config;
}

template <typename Function>
void inThreads(Function &&function)
{
    std::vector<std::thread> threads;
    for (size_t number = 0; number < kThreads; ++number)
        threads.emplace_back([&function, number] { function(number); });
    for (auto &thread : threads)
        thread.join();
}

double mebibytes(quint64 now, quint64 before)
{
    return (static_cast<double>(now) - static_cast<double>(before)) / (1024 * 1024);
}

} // namespace

/// Row R8 of the quality plan: many users, several threads, the clock a fake one.
class TestRateLimitCrowd : public QObject
{
    Q_OBJECT

private:
    Metrics m_metrics;
    SystemRandom m_random;

private Q_SLOTS:
    // 100 users at ten times the limit for ten minutes; time moves for all threads at once, so that it is exact.
    void manyUsersAtTenTimesTheLimit()
    {
        constexpr size_t kUsers = 100;
        constexpr int kLimit = 100;
        constexpr auto kStep = 250ms;
        constexpr auto kDuration = 10min;
        constexpr quint64 kPerStep = kUsers * 10 * kLimit / (1min / kStep) / kThreads; // of each thread
        RateLimitPolicy policy(onlyUsersLimited(kLimit), m_metrics, m_random);
        std::array<std::array<std::vector<Duration>, kUsers>, kThreads> admitted;
        std::barrier step(kThreads);
        inThreads([&](size_t number) {
            std::mt19937_64 random(number);
            std::vector<TestRequest> users(kUsers);
            for (size_t user = 0; user < kUsers; ++user)
                users[user].setUser("user-" + std::to_string(user));
            for (Duration now{0}; now < kDuration; now += kStep) {
                for (quint64 i = 0; i <= kPerStep; ++i) {
                    const size_t user = random() % kUsers;
                    if (!policy.admit(users[user].request, at(now)))
                        admitted[number][user].push_back(now);
                }
                step.arrive_and_wait();
            }
        });
        for (size_t user = 0; user < kUsers; ++user) {
            std::vector<Duration> times;
            for (const auto &ofThread : admitted)
                times.insert(times.end(), ofThread[user].begin(), ofThread[user].end());
            std::sort(times.begin(), times.end());
            for (size_t i = kLimit; i < times.size(); ++i)
                QVERIFY2(times[i] - times[i - kLimit] >= 1min, "more than the limit in one window");
            QVERIFY2(times.size() >= kLimit * (kDuration / 1min) * 99 / 100, qPrintable(QString::number(times.size())));
        }
    }

    void aMillionUsersAreSmallAndGoneInTwoMinutes()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer's own memory is larger than what is measured");
#endif
        constexpr size_t kUsers = 1'000'000;
        ::malloc_trim(0);
        const quint64 before = ProcessStats::now().residentBytes;
        RateLimitPolicy policy(onlyUsersLimited(100), m_metrics, m_random);
        std::array<size_t, kThreads> refused{};
        inThreads([&](size_t number) {
            TestRequest test;
            for (size_t user = number; user < kUsers; user += kThreads) {
                test.setUser("user-" + std::to_string(user));
                refused[number] += policy.admit(test.request, at(0s)) ? 1 : 0;
            }
        });
        QCOMPARE(refused, (std::array<size_t, kThreads>{}));
        QCOMPARE(policy.keyCount(), kUsers);
        const double full = mebibytes(ProcessStats::now().residentBytes, before);
        QVERIFY2(full <= 100, qPrintable(QString::number(full)));

        // As the server's housekeeping does it, once a second; then it gives the free memory back.
        int seconds = 0;
        for (; policy.keyCount() > 0 && seconds < 120; ++seconds)
            static_cast<void>(policy.expire(at(std::chrono::seconds(seconds)), RateLimitPolicy::kExpiredPerSecond));
        ::malloc_trim(0);
        std::barrier together(kThreads); // so that each has an arena of its own, those of before
        inThreads([&together](size_t) {
            HeapTrimmer::trimOwnArena();
            together.arrive_and_wait();
        });
        QCOMPARE(policy.keyCount(), 0u);
        const double left = mebibytes(ProcessStats::now().residentBytes, before);
        QVERIFY2(left <= 10, qPrintable(QString::number(left)));
        qInfo("%.1f MiB with a million users, %.1f MiB after %d s", full, left, seconds);
    }
};

QTEST_GUILESS_MAIN(TestRateLimitCrowd)
#include "tst_ratelimitcrowd.moc"
