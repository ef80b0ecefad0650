#include "server/policies/ratelimitpolicy.h"
#include "server/policies/slidingwindow.h"
#include "tests/unit/policies/testrequest.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <unordered_map>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

using Scope = RateLimitPolicy::Scope;

constexpr TimePoint kStart{std::chrono::hours(1)};

/// Who asked when, in order.
struct Ask {
    std::string key;
    TimePoint at;
};

struct Truth {
    quint64 refused = 0;
    quint64 keys = 0;
};

/// What a limit refuses of those who ask from `begin` on, by the window that the server itself uses.
Truth truthOf(const std::vector<Ask> &asks, int limit, std::chrono::milliseconds window, TimePoint begin)
{
    std::unordered_map<std::string, SlidingWindow> windows;
    std::unordered_map<std::string, quint64> refused;
    for (const Ask &ask : asks) {
        if (ask.at <= begin)
            continue;
        auto &counted = windows.try_emplace(ask.key, limit, window).first->second;
        if (!counted.tryAdmit(ask.at))
            ++refused[ask.key];
    }
    Truth truth;
    for (const auto &[key, count] : refused)
        truth.refused += count;
    truth.keys = refused.size();
    return truth;
}

void holds(const ReplayBounds &bounds, quint64 truth, const QByteArray &what)
{
    QVERIFY2(bounds.least <= truth && truth <= bounds.most,
             what + ": " + QByteArray::number(truth) + " is not within " + QByteArray::number(bounds.least) + ".."
                 + QByteArray::number(bounds.most));
}

} // namespace

/// What another limit would have done (issue 6): the numbers told hold the truth, and nothing is told that is not
/// known.
class TestLimitReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_policy.reset();
        m_metrics = std::make_unique<Metrics>();
        m_metrics->reserveEvents(2);
        m_asks.clear();
        m_now = kStart;
    }

    void slotsTellTheTruthWithinBounds()
    {
        for (unsigned seed = 1; seed <= 60; ++seed) {
            std::mt19937 random(seed);
            const int limit = 1 + static_cast<int>(random() % 400);
            std::vector<DemandSlot> slots;
            std::vector<Ask> asks;
            for (int slot = 0; slot < 200; ++slot) {
                DemandSlot one{kStart + slot * 1s, kStart + (slot + 1) * 1s, random() % 3 == 0 ? 0 : random() % 60};
                std::vector<qint64> times(one.asked);
                for (qint64 &ms : times)
                    ms = static_cast<qint64>(random() % 1000);
                std::sort(times.begin(), times.end());
                for (const qint64 ms : times)
                    asks.push_back({"k", one.begin + std::chrono::milliseconds(ms)});
                slots.push_back(one);
            }
            const ReplayBounds bounds = replayLimit(slots, limit, 60s);
            holds(bounds, truthOf(asks, limit, 60s, kStart - 1s).refused, "seed " + QByteArray::number(seed));
            // And they are good for something: in 200 s a limit lets in four times what it says at the most.
            QVERIFY(bounds.most - bounds.least <= static_cast<quint64>(limit) / 2 + 60);
        }
        QVERIFY(replayLimit({}, 5, 60s) == ReplayBounds());
    }

    void atTheLimitAndOneBeyond()
    {
        const DemandSlot slot{kStart, kStart + 1s, 10};
        const ReplayBounds none{0, 0};
        const ReplayBounds one{1, 1};
        QVERIFY(replayLimit(std::array{slot}, 10, 60s) == none);
        QVERIFY(replayLimit(std::array{slot}, 9, 60s) == one);
        QVERIFY(replayLimit(std::array{slot}, 0, 60s) == none); // no limit
    }

    void randomLoadsOfUsers()
    {
        for (unsigned seed = 1; seed <= 5; ++seed)
            randomLoad(seed, Scope::User);
    }
    void randomLoadsOfAddresses()
    {
        for (unsigned seed = 1; seed <= 3; ++seed)
            randomLoad(seed, Scope::Ip);
    }
    void randomLoadsOfAll()
    {
        for (unsigned seed = 1; seed <= 3; ++seed)
            randomLoad(seed, Scope::Global);
    }

    void whoFindsNoRoomIsUncertain()
    {
        // A light crowd fills its half of the traces, a heavy one the rest and more.
        m_policy = std::make_unique<RateLimitPolicy>(configOf(Scope::User, 40), *m_metrics, m_random);
        m_policy->foldDemand(m_now);
        m_now += 1s;
        for (int user = 0; user < 3000; ++user)
            ask("light" + std::to_string(user), 1 + user % 3);
        step();
        auto replay = m_policy->replay(Scope::User, 20);
        QCOMPARE(replay->refused.most, quint64{0}); // none of them came near
        for (int user = 0; user < 1500; ++user)
            ask("heavy" + std::to_string(user), 30 + user % 20); // some are refused
        step();
        replay = m_policy->replay(Scope::User, 20);
        holds(replay->refused, truth(20, *replay).refused, "crowd");
        holds(replay->keys, truth(20, *replay).keys, "crowd's keys");
        QVERIFY(replay->refused.most > replay->refused.least);
        // And they stay so while their windows may hold what nobody remembers.
        m_now += 20s;
        for (int user = 0; user < 1500; ++user)
            ask("heavy" + std::to_string(user), 5);
        step();
        replay = m_policy->replay(Scope::User, 50);
        holds(replay->refused, truth(50, *replay).refused, "raised");
    }

    void whatWasGivenBackDoesNotCount()
    {
        m_policy = std::make_unique<RateLimitPolicy>(configOf(Scope::User, 100), *m_metrics, m_random);
        m_policy->foldDemand(m_now);
        m_now += 1s;
        TestRequest request;
        request.setUser("ada");
        for (int i = 0; i < 10; ++i) {
            QVERIFY(!m_policy->admit(request.request, m_now));
            if (i % 2 == 1)
                m_policy->withdraw(request.request, m_now); // the queue was full
        }
        step();
        const auto replay = m_policy->replay(Scope::User, 3);
        QCOMPARE(replay->asked, quint64{5});
        QVERIFY((replay->refused == ReplayBounds{2, 2}));
    }

    void whatIsOffIsNotKnown()
    {
        m_policy = std::make_unique<RateLimitPolicy>(configOf(Scope::User, 0), *m_metrics, m_random);
        for (int i = 0; i < 5; ++i) {
            ask("ada", 10);
            step();
        }
        for (const Scope scope : {Scope::User, Scope::Ip, Scope::Global})
            QVERIFY(!m_policy->replay(scope, 5));
        // From the time on that it is on, it is.
        m_policy->setLimits(configOf(Scope::User, 100));
        step();
        ask("ada", 7);
        step();
        const auto replay = m_policy->replay(Scope::User, 5);
        QVERIFY(replay);
        QCOMPARE(replay->asked, quint64{7});
        QVERIFY((replay->refused == ReplayBounds{2, 2}));
    }

    void aLongPauseBeginsAnew()
    {
        m_policy = std::make_unique<RateLimitPolicy>(configOf(Scope::User, 100), *m_metrics, m_random);
        m_policy->foldDemand(m_now);
        m_now += 1s;
        ask("ada", 7);
        step();
        QCOMPARE(m_policy->replay(Scope::User, 5)->asked, quint64{7});
        m_now += 31s;
        ask("ada", 7);
        m_policy->foldDemand(m_now);
        QVERIFY(!m_policy->replay(Scope::User, 5));
    }

    void tenMinutesAreRemembered()
    {
        m_policy = std::make_unique<RateLimitPolicy>(configOf(Scope::User, 100), *m_metrics, m_random);
        m_policy->foldDemand(m_now);
        m_now += 1s;
        ask("ada", 50);
        for (int second = 0; second < 590; ++second)
            step();
        QCOMPARE(m_policy->replay(Scope::User, 20)->asked, quint64{50});
        for (int second = 0; second < 15; ++second)
            step();
        QCOMPARE(m_policy->replay(Scope::User, 20)->asked, quint64{0});
        QVERIFY(m_policy->replay(Scope::User, 20)->span >= 600s - 2s);
        QVERIFY(m_policy->replay(Scope::User, 20)->span <= 600s + 1s);
    }

private:
    static Config configOf(Scope scope, int limit)
    {
        Config config;
        config.rateLimits.globalPerSecond = scope == Scope::Global ? limit : 0;
        config.rateLimits.perIpPerMinute = scope == Scope::Ip ? limit : 0;
        config.rateLimits.perUserPerMinute = scope == Scope::User ? limit : 0;
        config.rateLimits.maxKeys = 100'000;
        return config;
    }
    void ask(const std::string &key, int count, Scope scope = Scope::User)
    {
        TestRequest request;
        if (scope == Scope::Ip)
            request.setAnonymous("anon-1", key);
        else
            request.setUser(key);
        for (int i = 0; i < count; ++i) {
            (void)m_policy->admit(request.request, m_now);
            m_asks.push_back({scope == Scope::Global ? "all" : key, m_now});
        }
    }
    /// A second passes and is folded.
    void step()
    {
        m_now += 1s;
        m_policy->foldDemand(m_now);
    }
    Truth truth(int limit, const LimitReplay &replay, Scope scope = Scope::User)
    {
        if (scope == Scope::Global) // less than ten minutes
            return truthOf(m_asks, limit, 1s, kStart);
        // What is remembered begins with a fold; slots tell of a quarter of a second before it, for slow clocks.
        return truthOf(m_asks, limit, 60s, m_now - replay.span + 250ms);
    }

    /// Up to fifteen minutes of users that come, go, flood and come again, under one limit and replayed under others.
    void randomLoad(unsigned seed, Scope scope)
    {
        std::mt19937 random(seed);
        const auto below = [&random](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
        m_asks.clear();
        m_now = kStart;
        m_policy = std::make_unique<RateLimitPolicy>(configOf(scope, 10 + below(500)), *m_metrics, m_random);
        m_policy->foldDemand(m_now);
        const int users = 1 + below(12);
        std::vector<int> perSecond(static_cast<size_t>(users));
        const int seconds = 60 + below(scope == Scope::Global ? 500 : 640);
        for (int second = 0; second < seconds; ++second) {
            for (int user = 0; user < users; ++user) {
                int &rate = perSecond[static_cast<size_t>(user)];
                if (below(40) == 0)
                    rate = below(3) == 0 ? 0 : below(below(8) == 0 ? 60 : 6);
            }
            for (int part = 0; part < 4; ++part) {
                m_now += 240ms;
                for (int user = 0; user < users; ++user) {
                    if (const int rate = perSecond[static_cast<size_t>(user)])
                        ask(std::to_string(user), below(rate) / 2, scope);
                }
            }
            m_now += 40ms;
            if (scope == Scope::Global || below(7) > 0) // sometimes the thread is late
                m_policy->foldDemand(m_now);
        }
        m_now += 300ms;
        m_policy->foldDemand(m_now);
        for (const int limit : {1, 17, 60, 240, 300, 2000}) {
            const auto replay = m_policy->replay(scope, limit);
            QVERIFY(replay);
            const Truth told = truth(limit, *replay, scope);
            const QByteArray what = "seed " + QByteArray::number(seed) + " limit " + QByteArray::number(limit);
            holds(replay->refused, told.refused, what);
            holds(replay->keys, told.keys, what + " keys");
        }
    }

    std::unique_ptr<Metrics> m_metrics;
    std::unique_ptr<RateLimitPolicy> m_policy;
    SystemRandom m_random;
    std::vector<Ask> m_asks;
    TimePoint m_now;
};

QTEST_GUILESS_MAIN(TestLimitReplay)
#include "tst_limitreplay.moc"
