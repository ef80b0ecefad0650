#include "server/policies/ratelimitpolicy.h"
#include "tests/unit/policies/testrequest.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint at(Duration sinceStart)
{
    return TimePoint(std::chrono::hours(1) + sinceStart);
}

Config configOf(int perUser, int maxKeys = 1000)
{
    Config config;
    config.rateLimits.perUserPerMinute = perUser;
    config.rateLimits.maxKeys = maxKeys;
    return config;
}

} // namespace

class TestRateLimitPolicy : public QObject
{
    Q_OBJECT

private:
    Metrics m_metrics;
    SystemRandom m_random;

private Q_SLOTS:
    void userLimitIsExactOverAllEvents()
    {
        RateLimitPolicy policy(configOf(4), m_metrics, m_random);
        TestRequest first(1);
        TestRequest second(2);
        first.setUser("alice");
        second.setUser("alice");
        for (int i = 0; i < 2; ++i) {
            QVERIFY(!policy.admit(first.request, at(0s)));
            QVERIFY(!policy.admit(second.request, at(0s)));
        }
        const auto refusal = policy.admit(first.request, at(20s));
        QVERIFY(refusal);
        QVERIFY(!refusal->serverFault);
        QVERIFY(refusal->error.code == ErrorCode::RateLimited);
        const QJsonObject expected{{QStringLiteral("scope"), QStringLiteral("user")},
                                   {QStringLiteral("limit"), 4},
                                   {QStringLiteral("windowMs"), 60000},
                                   {QStringLiteral("retryAfterMs"), 40000},
                                   {QStringLiteral("temporary"), true}};
        QCOMPARE(dataOf(refusal->error), expected);
        QVERIFY(policy.admit(first.request, at(60s - 1ns)));
        QVERIFY(!policy.admit(first.request, at(60s)));
    }

    void eventLimitIsPerUserAndEvent()
    {
        RateLimitPolicy policy(configOf(100), m_metrics, m_random);
        TestRequest limited(1);
        limited.spec->rateLimit = RateLimit{2, 1000ms};
        limited.setUser("alice");
        QVERIFY(!policy.admit(limited.request, at(0s)));
        QVERIFY(!policy.admit(limited.request, at(0s)));
        const auto refusal = policy.admit(limited.request, at(1ms));
        QVERIFY(refusal);
        QCOMPARE(dataOf(refusal->error).value(QLatin1String("scope")).toString(), QStringLiteral("event"));
        QCOMPARE(dataOf(refusal->error).value(QLatin1String("retryAfterMs")).toInt(), 999);

        TestRequest other(2);
        other.spec->rateLimit = RateLimit{2, 1000ms};
        other.setUser("alice");
        QVERIFY(!policy.admit(other.request, at(1ms)));
        limited.setUser("bob");
        QVERIFY(!policy.admit(limited.request, at(1ms)));
    }

    void retryAfterIsRoundedUp()
    {
        RateLimitPolicy policy(configOf(1), m_metrics, m_random);
        TestRequest test;
        test.setUser("alice");
        QVERIFY(!policy.admit(test.request, at(0s)));
        const auto refusal = policy.admit(test.request, at(60s - 1ns));
        QVERIFY(refusal);
        QCOMPARE(dataOf(refusal->error).value(QLatin1String("retryAfterMs")).toInt(), 1);
    }

    void theUsersPermitStaysSpentWhenTheEventRefuses()
    {
        RateLimitPolicy policy(configOf(3), m_metrics, m_random);
        TestRequest limited(1);
        limited.spec->rateLimit = RateLimit{1, 1000ms};
        limited.setUser("alice");
        QVERIFY(!policy.admit(limited.request, at(0s)));
        QVERIFY(policy.admit(limited.request, at(0s)));
        QVERIFY(policy.admit(limited.request, at(0s)));
        TestRequest other(2);
        other.setUser("alice");
        QVERIFY(policy.admit(other.request, at(0s))); // 1 admitted + 2 spent = 3
    }

    void withdrawGivesBothPermitsBack()
    {
        RateLimitPolicy policy(configOf(1), m_metrics, m_random);
        TestRequest test;
        test.spec->rateLimit = RateLimit{1, 1000ms};
        test.setUser("alice");
        for (int i = 0; i < 5; ++i) {
            QVERIFY(!policy.admit(test.request, at(0s)));
            policy.withdraw(test.request, at(0s));
        }
        QVERIFY(!policy.admit(test.request, at(0s)));
        QVERIFY(policy.admit(test.request, at(0s)));
    }

    void anonymousClientsAreKnownByAddress()
    {
        RateLimitPolicy policy(configOf(1), m_metrics, m_random);
        TestRequest test;
        test.setAnonymous("anon-1", "10.0.0.1");
        QVERIFY(!policy.admit(test.request, at(0s)));
        test.setAnonymous("anon-2", "10.0.0.1"); // reconnected
        QVERIFY(policy.admit(test.request, at(0s)));
        test.setAnonymous("anon-3", "10.0.0.2");
        QVERIFY(!policy.admit(test.request, at(0s)));
        test.setUser("10.0.0.1"); // a user with an address for a name has a window of its own
        QVERIFY(!policy.admit(test.request, at(0s)));
    }

    void zeroIsUnlimitedAndEventLimitsCanBeLifted()
    {
        Config config = configOf(0);
        config.rateLimits.enforcePerEvent = false;
        RateLimitPolicy policy(config, m_metrics, m_random);
        TestRequest test;
        test.spec->rateLimit = RateLimit{1, 1000ms};
        test.setUser("alice");
        for (int i = 0; i < 1000; ++i)
            QVERIFY(!policy.admit(test.request, at(0s)));
        QCOMPARE(policy.keyCount(), 0u);
    }

    void limitsChangeLiveAndKeepHistory()
    {
        RateLimitPolicy policy(configOf(2), m_metrics, m_random);
        TestRequest test;
        test.setUser("alice");
        QVERIFY(!policy.admit(test.request, at(0s)));
        QVERIFY(!policy.admit(test.request, at(0s)));
        QVERIFY(policy.admit(test.request, at(0s)));
        policy.setLimits(configOf(3));
        QVERIFY(!policy.admit(test.request, at(0s)));
        QVERIFY(policy.admit(test.request, at(0s)));
        policy.setLimits(configOf(1));
        QVERIFY(policy.admit(test.request, at(59s)));
    }

    void aFullTableRefusesForTheServersSake()
    {
        RateLimitPolicy policy(configOf(2, 1), m_metrics, m_random);
        TestRequest test;
        test.setUser("alice");
        test.spec->rateLimit = RateLimit{5, 1000ms};
        // The user's window takes the only place, so the event's finds none, and the user's permit comes back.
        for (int i = 0; i < 5; ++i) {
            const auto refusal = policy.admit(test.request, at(0s));
            QVERIFY(refusal);
            QVERIFY(refusal->serverFault);
            QCOMPARE(dataOf(refusal->error).value(QLatin1String("scope")).toString(), QStringLiteral("event"));
        }
        QCOMPARE(policy.keyCount(), 1u);
    }

    void longUserIdsFit()
    {
        RateLimitPolicy policy(configOf(1), m_metrics, m_random);
        TestRequest test;
        test.spec->rateLimit = RateLimit{1, 1000ms};
        test.setUser(std::string(128, 'x'));
        QVERIFY(!policy.admit(test.request, at(0s)));
        test.setUser(std::string(127, 'x') + 'y');
        QVERIFY(!policy.admit(test.request, at(0s)));
    }

    void theGaugeShowsTheKeys()
    {
        {
            RateLimitPolicy policy(configOf(10), m_metrics, m_random);
            TestRequest test;
            test.setUser("alice");
            QVERIFY(!policy.admit(test.request, at(0s)));
            QCOMPARE(m_metrics.value(Gauge::RateLimitKeys), 1.0);
            QCOMPARE(policy.expire(at(60s), 10), 1u);
            QCOMPARE(m_metrics.value(Gauge::RateLimitKeys), 0.0);
        }
        QCOMPARE(m_metrics.value(Gauge::RateLimitKeys), 0.0);
    }

    void eightThreadsNeverExceedTheLimit()
    {
        RateLimitPolicy policy(configOf(100), m_metrics, m_random);
        std::atomic<int> admitted{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                TestRequest test;
                test.setUser("alice");
                for (int attempt = 0; attempt < 200; ++attempt)
                    admitted += policy.admit(test.request, at(0s)) ? 0 : 1;
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(admitted.load(), 100);
    }
};

QTEST_GUILESS_MAIN(TestRateLimitPolicy)
#include "tst_ratelimitpolicy.moc"
