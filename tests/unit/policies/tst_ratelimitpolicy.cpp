#include "server/policies/ratelimitpolicy.h"
#include "tests/unit/policies/testrequest.h"

#include <QTest>

#include <atomic>
#include <memory>
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

/// Without the limits of all and of an address, unless the test sets them.
Config configOf(int perUser, int maxKeys = 1000)
{
    Config config;
    config.rateLimits.globalPerSecond = 0;
    config.rateLimits.perIpPerMinute = 0;
    config.rateLimits.perUserPerMinute = perUser;
    config.rateLimits.maxKeys = maxKeys;
    return config;
}

QString scopeOf(const std::optional<Refusal> &refusal)
{
    return refusal ? dataOf(refusal->error).value(QLatin1String("scope")).toString() : QStringLiteral("admitted");
}

} // namespace

class TestRateLimitPolicy : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Metrics> m_metrics;
    SystemRandom m_random;

private Q_SLOTS:
    void init()
    {
        m_metrics = std::make_unique<Metrics>();
        m_metrics->reserveEvents(4);
    }

    void userLimitIsExactOverAllEvents()
    {
        RateLimitPolicy policy(configOf(4), *m_metrics, m_random);
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
        RateLimitPolicy policy(configOf(100), *m_metrics, m_random);
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
        RateLimitPolicy policy(configOf(1), *m_metrics, m_random);
        TestRequest test;
        test.setUser("alice");
        QVERIFY(!policy.admit(test.request, at(0s)));
        const auto refusal = policy.admit(test.request, at(60s - 1ns));
        QVERIFY(refusal);
        QCOMPARE(dataOf(refusal->error).value(QLatin1String("retryAfterMs")).toInt(), 1);
    }

    void theUsersPermitStaysSpentWhenTheEventRefuses()
    {
        RateLimitPolicy policy(configOf(3), *m_metrics, m_random);
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
        RateLimitPolicy policy(configOf(1), *m_metrics, m_random);
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
        RateLimitPolicy policy(configOf(1), *m_metrics, m_random);
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
        RateLimitPolicy policy(config, *m_metrics, m_random);
        TestRequest test;
        test.spec->rateLimit = RateLimit{1, 1000ms};
        test.setUser("alice");
        for (int i = 0; i < 1000; ++i)
            QVERIFY(!policy.admit(test.request, at(0s)));
        QCOMPARE(policy.keyCount(), 0u);
    }

    void limitsChangeLiveAndKeepHistory()
    {
        RateLimitPolicy policy(configOf(2), *m_metrics, m_random);
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
        RateLimitPolicy policy(configOf(2, 1), *m_metrics, m_random);
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
        RateLimitPolicy policy(configOf(1), *m_metrics, m_random);
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
            RateLimitPolicy policy(configOf(10), *m_metrics, m_random);
            TestRequest test;
            test.setUser("alice");
            QVERIFY(!policy.admit(test.request, at(0s)));
            QCOMPARE(m_metrics->value(Gauge::RateLimitKeys), 1.0);
            QCOMPARE(policy.expire(at(60s), 10), 1u);
            QCOMPARE(m_metrics->value(Gauge::RateLimitKeys), 0.0);
        }
        QCOMPARE(m_metrics->value(Gauge::RateLimitKeys), 0.0);
    }

    void addressLimitIsOfAllItsUsersTogether()
    {
        Config config = configOf(100);
        config.rateLimits.perIpPerMinute = 3;
        RateLimitPolicy policy(config, *m_metrics, m_random);
        TestRequest test;
        for (const char *user : {"alice", "bob", "carol"}) {
            test.setUser(user);
            QVERIFY(!policy.admit(test.request, at(0s)));
        }
        test.setAnonymous("anon-1", "127.0.0.1");
        const auto refusal = policy.admit(test.request, at(10s));
        QVERIFY(refusal && !refusal->serverFault);
        const QJsonObject expected{{QStringLiteral("scope"), QStringLiteral("ip")},
                                   {QStringLiteral("limit"), 3},
                                   {QStringLiteral("windowMs"), 60000},
                                   {QStringLiteral("retryAfterMs"), 50000},
                                   {QStringLiteral("temporary"), true}};
        QCOMPARE(dataOf(refusal->error), expected);
        test.setAnonymous("anon-1", "10.0.0.9");
        QVERIFY(!policy.admit(test.request, at(10s)));
        QCOMPARE(m_metrics->total(Counter::RateLimitHitsIp), 1u);
    }

    void globalLimitIsForTheServersSakeAndTakesNothing()
    {
        Config config = configOf(3);
        config.rateLimits.perIpPerMinute = 3;
        config.rateLimits.globalPerSecond = 2;
        RateLimitPolicy policy(config, *m_metrics, m_random);
        TestRequest test;
        test.setUser("alice");
        QVERIFY(!policy.admit(test.request, at(0s)));
        QVERIFY(!policy.admit(test.request, at(0s)));
        for (int i = 0; i < 10; ++i) {
            const auto refusal = policy.admit(test.request, at(0s));
            QVERIFY(refusal && refusal->serverFault);
            const QJsonObject data = dataOf(refusal->error);
            QCOMPARE(data.value(QLatin1String("scope")).toString(), QStringLiteral("global"));
            QCOMPARE(data.value(QLatin1String("limit")).toInt(), 2);
            QCOMPARE(data.value(QLatin1String("windowMs")).toInt(), 1000);
            QVERIFY(data.value(QLatin1String("retryAfterMs")).toInt() >= 1000);
            QVERIFY(data.value(QLatin1String("retryAfterMs")).toInt() <= 1008);
        }
        QCOMPARE(m_metrics->total(Counter::RateLimitHitsGlobal), 10u);
        QVERIFY(!policy.admit(test.request, at(2s))); // the third of address and user
        QCOMPARE(scopeOf(policy.admit(test.request, at(2s))), QStringLiteral("ip"));
    }

    void aClientsRefusedFloodLeavesTheGlobalLimitToOthers()
    {
        Config config = configOf(1);
        config.rateLimits.globalPerSecond = 3;
        RateLimitPolicy policy(config, *m_metrics, m_random);
        TestRequest flood;
        flood.setUser("mallory");
        QVERIFY(!policy.admit(flood.request, at(0s)));
        for (int i = 0; i < 100; ++i)
            QCOMPARE(scopeOf(policy.admit(flood.request, at(0s))), QStringLiteral("user"));
        TestRequest other;
        for (const char *user : {"alice", "bob"}) {
            other.setUser(user);
            QVERIFY(!policy.admit(other.request, at(0s)));
        }
        other.setUser("carol");
        QCOMPARE(scopeOf(policy.admit(other.request, at(0s))), QStringLiteral("global"));
    }

    void withdrawGivesAllPermitsBack()
    {
        Config config = configOf(1);
        config.rateLimits.globalPerSecond = 1;
        config.rateLimits.perIpPerMinute = 1;
        RateLimitPolicy policy(config, *m_metrics, m_random);
        TestRequest test;
        test.spec->rateLimit = RateLimit{1, 1000ms};
        test.setUser("alice");
        for (int i = 0; i < 100; ++i) {
            QVERIFY(!policy.admit(test.request, at(0s)));
            policy.withdraw(test.request, at(0s));
            policy.withdraw(test.request, at(0s)); // nothing is given back twice
        }
        QVERIFY(!policy.admit(test.request, at(0s)));
        QCOMPARE(scopeOf(policy.admit(test.request, at(0s))), QStringLiteral("global"));
        QCOMPARE(scopeOf(policy.admit(test.request, at(10s))), QStringLiteral("ip"));
    }

    void whatWasNotTakenIsNotGivenBack()
    {
        Config limited = configOf(1);
        RateLimitPolicy policy(limited, *m_metrics, m_random);
        TestRequest first;
        TestRequest second;
        first.setUser("alice");
        second.setUser("alice");
        QVERIFY(!policy.admit(first.request, at(0s)));
        policy.setLimits(configOf(0));
        QVERIFY(!policy.admit(second.request, at(0s)));
        policy.setLimits(limited);
        policy.withdraw(second.request, at(0s));
        QCOMPARE(scopeOf(policy.admit(second.request, at(0s))), QStringLiteral("user"));
    }

    void faultsSpendTheAddressesLimit()
    {
        Config config = configOf(100);
        config.rateLimits.perIpPerMinute = 3;
        RateLimitPolicy policy(config, *m_metrics, m_random);
        QVERIFY(!policy.admitFault("127.0.0.1", at(0s)));
        QVERIFY(!policy.admitFault("127.0.0.1", at(0s)));
        TestRequest test;
        test.setUser("alice");
        QVERIFY(!policy.admit(test.request, at(0s)));
        QCOMPARE(scopeOf(policy.admitFault("127.0.0.1", at(1s))), QStringLiteral("ip"));
        QCOMPARE(scopeOf(policy.admit(test.request, at(1s))), QStringLiteral("ip"));
        QVERIFY(!policy.admitFault("10.0.0.9", at(1s)));
        QVERIFY(!policy.admitFault("127.0.0.1", at(60s)));
        config.rateLimits.perIpPerMinute = 0;
        policy.setLimits(config);
        QVERIFY(!policy.admitFault("127.0.0.1", at(60s)));
    }

    void dryRunsOnlyCount_data()
    {
        QTest::addColumn<QString>("limit");
        QTest::addColumn<int>("counter");
        QTest::newRow("global") << QStringLiteral("global") << static_cast<int>(Counter::DryRunGlobal);
        QTest::newRow("ip") << QStringLiteral("ip") << static_cast<int>(Counter::DryRunIp);
        QTest::newRow("user") << QStringLiteral("user") << static_cast<int>(Counter::DryRunUser);
        QTest::newRow("event") << QStringLiteral("event") << static_cast<int>(Counter::DryRunEvent);
        QTest::newRow("event, its own") << QStringLiteral("own") << static_cast<int>(Counter::DryRunEvent);
    }

    // A limit of two each; with the dry run ended, it holds as if it had never been one.
    void dryRunsOnlyCount()
    {
        QFETCH(QString, limit);
        QFETCH(int, counter);
        Config config = configOf(limit == QLatin1String("user") ? 2 : 0);
        config.rateLimits.globalPerSecond = limit == QLatin1String("global") ? 2 : 0;
        config.rateLimits.perIpPerMinute = limit == QLatin1String("ip") ? 2 : 0;
        Config::DryRun &dryRun = config.rateLimits.dryRun;
        dryRun = {limit == QLatin1String("global"), limit == QLatin1String("ip"), limit == QLatin1String("user"),
                  limit == QLatin1String("event"), false};
        RateLimitPolicy policy(config, *m_metrics, m_random);
        TestRequest test;
        test.setUser("alice");
        const bool isEvents = limit == QLatin1String("event") || limit == QLatin1String("own");
        if (isEvents)
            test.spec->rateLimit = RateLimit{2, 1000ms};
        test.spec->dryRun = limit == QLatin1String("own");

        for (int i = 0; i < 7; ++i)
            QVERIFY(!policy.admit(test.request, at(0s)));
        QCOMPARE(m_metrics->total(static_cast<Counter>(counter)), 5u);
        QCOMPARE(m_metrics->totals(EventIndex{1}).dryRun, 5u);
        // What went through without a permit has none to give back.
        policy.withdraw(test.request, at(0s));
        dryRun = {};
        policy.setLimits(config);
        test.spec->dryRun = false;
        QVERIFY(scopeOf(policy.admit(test.request, at(0s))) == (isEvents ? QStringLiteral("event") : limit));
        QCOMPARE(m_metrics->total(static_cast<Counter>(counter)), 5u);
        QVERIFY(!policy.admit(test.request, at(60s)));
    }

    void dryRunOfTheAddressLetsFaultsBe()
    {
        Config config = configOf(0);
        config.rateLimits.perIpPerMinute = 1;
        config.rateLimits.dryRun.ip = true;
        RateLimitPolicy policy(config, *m_metrics, m_random);
        for (int i = 0; i < 4; ++i)
            QVERIFY(!policy.admitFault("127.0.0.1", at(0s)));
        QCOMPARE(m_metrics->total(Counter::DryRunIp), 3u);
    }

    void aFullTableGivesEverythingBack()
    {
        Config config = configOf(5, 2);
        config.rateLimits.globalPerSecond = 2;
        config.rateLimits.perIpPerMinute = 2;
        RateLimitPolicy policy(config, *m_metrics, m_random);
        TestRequest test;
        test.setUser("alice");
        test.spec->rateLimit = RateLimit{5, 1000ms};
        // Address and user take the places, so the event finds none.
        for (int i = 0; i < 20; ++i) {
            const auto refusal = policy.admit(test.request, at(0s));
            QVERIFY(refusal && refusal->serverFault);
            QCOMPARE(scopeOf(refusal), QStringLiteral("event"));
        }
    }

    void eightThreadsNeverExceedTheLimit()
    {
        RateLimitPolicy policy(configOf(100), *m_metrics, m_random);
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
