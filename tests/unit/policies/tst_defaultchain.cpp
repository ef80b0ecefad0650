#include "server/policies/defaultchain.h"
#include "server/policies/ratelimitpolicy.h"
#include "server/work/boundedpriorityqueue.h"
#include "tests/unit/policies/testrequest.h"
#include "tests/unit/work/testjobs.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

/// One request that every policy would refuse; each repair shows the next refusal, which proves the order.
class TestDefaultChain : public QObject
{
    Q_OBJECT

private:
    static int firstRefusal(const DefaultChain &chain, const Request &request, TimePoint now)
    {
        for (const auto &policy : chain.policies) {
            if (const auto refusal = policy->admit(request, now))
                return static_cast<int>(refusal->error.code);
        }
        return 0;
    }

private Q_SLOTS:
    void asksInTheOrderOfAdmission()
    {
        StoppedClock clock;
        Metrics metrics;
        FixedRandom random;
        QueueLimits limits;
        limits.capacity = 1;
        BoundedPriorityQueue queue(clock, limits);
        TestJobs jobs(clock);
        std::vector<Job> rejected;
        queue.push(jobs.make(1), rejected);

        Config config;
        config.rateLimits.perUserPerMinute = 1;
        DefaultChain chain = makeDefaultChain(config, {queue, metrics, clock, random});
        TestRequest test;
        test.spec->requiresRole = {"admin"};
        test.spec->checkParams = true;
        test.setParams("[]");
        const auto refused = [&](ErrorCode code) {
            return firstRefusal(chain, test.request, clock.now()) == static_cast<int>(code);
        };

        QVERIFY(refused(ErrorCode::Unauthorized));
        test.setUser("alice");
        QVERIFY(refused(ErrorCode::Forbidden));
        test.setUser("alice", {"admin"});
        QVERIFY(refused(ErrorCode::Overloaded)); // took the user's permit on the way
        QVERIFY(refused(ErrorCode::RateLimited));
        config.rateLimits.perUserPerMinute = 0;
        chain.setLimits(config);
        QVERIFY(refused(ErrorCode::Overloaded));
        QCOMPARE(queue.drainAll().size(), 1u);
        test.handler.breaker().setMode(BreakerMode::ForcedOpen);
        QVERIFY(refused(ErrorCode::Unavailable));
        test.handler.breaker().setMode(BreakerMode::Automatic);
        QVERIFY(refused(ErrorCode::InvalidParams));
        test.setParams("{}");
        QCOMPARE(firstRefusal(chain, test.request, clock.now()), 0);
        QCOMPARE(chain.rateLimits->keyCount(), 2u); // the address's and the user's
    }
};

QTEST_GUILESS_MAIN(TestDefaultChain)
#include "tst_defaultchain.moc"
