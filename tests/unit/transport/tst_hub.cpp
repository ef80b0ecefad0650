#include "server/transport/hub.h"

#include "tests/support/fakeclock.h"

#include <QTest>

#include <array>
#include <map>
#include <random>
#include <thread>
#include <utility>
#include <vector>

#include <sys/resource.h>

using namespace sluice::server;
using sluice::test::FakeClock;
using std::chrono::seconds;

/// The places that connections take: each limit at it and one beyond.
class TestHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void connectionsAtTheLimitAndOneBeyond();
    void unlimitedIsWhatTheSystemAllows();
    void addressAtItsLimitAndOneBeyond();
    void connectsOfOneSecondAtTheLimitAndOneBeyond();
    void aRefusedConnectCostsNothing();
    void zeroMeansNoLimit();
    void userAtTheLimitAndOneBeyond();
    void aUserIsConnectedUntilTheLastLeaves();
    void aLowerLimitHoldsForTheNextOne();
    void idleAddressesAreForgotten();
    void aProxyHasNoLimitsOfItsOwn();
    void whomAProxySpeaksForHasThem();
    void aProxyThatSpeaksForNobodyHasThem();
    void aRefusedHandOverLeavesThePlaceWithTheProxy();
    void randomHistoriesFromManyThreadsEndAtZero();
    void countsFromManyThreads();

private:
    bool enters(const std::string &address) { return !m_hub->enter(address).has_value(); }
    void use(const Config &config) { m_hub->setConfig(config); }

    FakeClock m_clock;
    Config m_config;
    std::unique_ptr<Hub> m_hub;
};

void TestHub::init()
{
    m_config = {};
    m_config.limits.connections = 100;
    m_config.limits.perAddress = 0;
    m_config.rateLimits.perIpConnectsPerSecond = 0;
    m_hub = std::make_unique<Hub>(m_clock);
    use(m_config);
}

void TestHub::connectionsAtTheLimitAndOneBeyond()
{
    m_config.limits.connections = 3;
    use(m_config);
    for (const char *address : {"a", "b", "c"})
        QVERIFY(enters(address));
    QVERIFY(m_hub->enter("d") == Hub::Refusal::Full);
    QCOMPARE(m_hub->connections(), 3);
    m_hub->leave("b");
    QVERIFY(enters("d"));
    QVERIFY(m_hub->enter("b") == Hub::Refusal::Full);
}

void TestHub::unlimitedIsWhatTheSystemAllows()
{
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    const int possible = static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1u << 30)) - 64;
    m_config.limits.connections = 0;
    use(m_config);
    QCOMPARE(m_hub->capacity(), possible);
    m_config.limits.connections = possible + 1;
    use(m_config);
    QCOMPARE(m_hub->capacity(), possible);
    m_config.limits.connections = possible - 1;
    use(m_config);
    QCOMPARE(m_hub->capacity(), possible - 1);
}

void TestHub::addressAtItsLimitAndOneBeyond()
{
    m_config.limits.perAddress = 2;
    use(m_config);
    QVERIFY(enters("a"));
    QVERIFY(enters("a"));
    QVERIFY(m_hub->enter("a") == Hub::Refusal::AddressFull);
    QVERIFY(enters("b")); // others are not affected
    m_hub->leave("a");
    QVERIFY(enters("a"));
    QCOMPARE(m_hub->connections(), 3);
}

void TestHub::connectsOfOneSecondAtTheLimitAndOneBeyond()
{
    m_config.rateLimits.perIpConnectsPerSecond = 2;
    use(m_config);
    for (int connect = 0; connect < 2; ++connect) {
        QVERIFY(enters("a"));
        m_hub->leave("a"); // going does not give the connect back
    }
    QVERIFY(m_hub->enter("a") == Hub::Refusal::AddressTooFast);
    QVERIFY(enters("b"));
    m_clock.advance(seconds(1));
    QVERIFY(enters("a"));
    m_clock.advance(std::chrono::milliseconds(600)); // into another second of the clock, not out of the window
    QVERIFY(enters("a"));
    QVERIFY(m_hub->enter("a") == Hub::Refusal::AddressTooFast);
    m_clock.advance(std::chrono::milliseconds(400));
    QVERIFY(enters("a"));
    QVERIFY(m_hub->enter("a") == Hub::Refusal::AddressTooFast);
}

void TestHub::aRefusedConnectCostsNothing()
{
    m_config.limits.perAddress = 1;
    m_config.rateLimits.perIpConnectsPerSecond = 2;
    use(m_config);
    QVERIFY(enters("a"));
    for (int tries = 0; tries < 5; ++tries)
        QVERIFY(m_hub->enter("a") == Hub::Refusal::AddressFull);
    QCOMPARE(m_hub->connections(), 1);
    m_hub->leave("a");
    QVERIFY(enters("a")); // the second connect of this second
}

void TestHub::zeroMeansNoLimit()
{
    m_config.limits.perUser = 0;
    use(m_config);
    for (int i = 0; i < 100; ++i) {
        QVERIFY(enters("a"));
        QVERIFY(m_hub->addUser("u"));
    }
}

void TestHub::userAtTheLimitAndOneBeyond()
{
    m_config.limits.perUser = 2;
    use(m_config);
    QVERIFY(m_hub->addUser("u"));
    QVERIFY(m_hub->addUser("u"));
    QVERIFY(!m_hub->addUser("u"));
    QVERIFY(m_hub->addUser("v"));
    m_hub->removeUser("u");
    QVERIFY(m_hub->addUser("u"));
    QVERIFY(!m_hub->addUser("u"));
}

void TestHub::aUserIsConnectedUntilTheLastLeaves()
{
    QVERIFY(!m_hub->isConnected("u"));
    QVERIFY(m_hub->addUser("u"));
    QVERIFY(m_hub->addUser("u"));
    QCOMPARE(m_hub->users(), size_t{1});
    m_hub->removeUser("u");
    QVERIFY(m_hub->isConnected("u"));
    m_hub->removeUser("u");
    QVERIFY(!m_hub->isConnected("u"));
    QCOMPARE(m_hub->users(), size_t{0});
    m_hub->removeUser("u"); // unknown by now
    QVERIFY(m_hub->addUser("u"));
    QVERIFY(m_hub->isConnected("u"));
}

void TestHub::aLowerLimitHoldsForTheNextOne()
{
    m_config.limits.perUser = 5;
    use(m_config);
    for (int i = 0; i < 4; ++i)
        QVERIFY(m_hub->addUser("u"));
    m_config.limits.perUser = 2;
    use(m_config);
    QVERIFY(m_hub->isConnected("u"));
    QVERIFY(!m_hub->addUser("u"));
    for (int i = 0; i < 3; ++i)
        m_hub->removeUser("u");
    QVERIFY(m_hub->addUser("u"));
    QVERIFY(!m_hub->addUser("u"));
}

void TestHub::idleAddressesAreForgotten()
{
    m_config.limits.perAddress = 10;
    use(m_config);
    QVERIFY(enters("staying"));
    for (int i = 0; i < 1000; ++i) {
        const std::string address = "10.0.0." + std::to_string(i);
        QVERIFY(enters(address));
        m_hub->leave(address);
    }
    QCOMPARE(m_hub->addresses(), size_t{1001});
    m_clock.advance(seconds(1));
    QVERIFY(enters("new"));
    QCOMPARE(m_hub->addresses(), size_t{2});
    QCOMPARE(m_hub->connections(), 2);
}

void TestHub::aProxyHasNoLimitsOfItsOwn()
{
    m_config.limits.connections = 10;
    m_config.limits.perAddress = 1;
    m_config.rateLimits.perIpConnectsPerSecond = 1;
    use(m_config);
    for (int i = 0; i < 10; ++i)
        QVERIFY(!m_hub->enter("proxy", Hub::AddressLimits::Exempt));
    QVERIFY(m_hub->enter("proxy", Hub::AddressLimits::Exempt) == Hub::Refusal::Full);
}

void TestHub::whomAProxySpeaksForHasThem()
{
    m_config.limits.perAddress = 2;
    m_config.rateLimits.perIpConnectsPerSecond = 3;
    use(m_config);
    const auto connects = [this](const std::string &client) {
        return m_hub->enter("proxy", Hub::AddressLimits::Exempt) || m_hub->handOver("proxy", client);
    };
    QVERIFY(!connects("a"));
    QVERIFY(enters("a")); // without the proxy it is the same address
    QVERIFY(connects("a"));
    m_hub->leave("proxy");
    QVERIFY(!connects("b"));
    m_hub->leave("a");
    QVERIFY(!connects("a"));
    m_hub->leave("a");
    QVERIFY(!m_hub->enter("proxy", Hub::AddressLimits::Exempt));
    QVERIFY(m_hub->handOver("proxy", "a") == Hub::Refusal::AddressTooFast);
    QCOMPARE(m_hub->connections(), 3); // one of a, one of b, the proxy's
}

void TestHub::aProxyThatSpeaksForNobodyHasThem()
{
    m_config.limits.perAddress = 2;
    use(m_config);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(!m_hub->enter("proxy", Hub::AddressLimits::Exempt));
        QVERIFY(!m_hub->handOver("proxy", "proxy"));
    }
    QVERIFY(!m_hub->enter("proxy", Hub::AddressLimits::Exempt));
    QVERIFY(m_hub->handOver("proxy", "proxy") == Hub::Refusal::AddressFull);
    for (int i = 0; i < 3; ++i)
        m_hub->leave("proxy");
    QCOMPARE(m_hub->connections(), 0);
    QVERIFY(enters("proxy"));
    QVERIFY(enters("proxy"));
    QVERIFY(!enters("proxy"));
}

void TestHub::aRefusedHandOverLeavesThePlaceWithTheProxy()
{
    m_config.limits.perAddress = 1;
    use(m_config);
    QVERIFY(enters("a"));
    QVERIFY(!m_hub->enter("proxy", Hub::AddressLimits::Exempt));
    QVERIFY(m_hub->handOver("proxy", "a") == Hub::Refusal::AddressFull);
    m_hub->leave("proxy");
    m_hub->leave("a");
    QVERIFY(enters("a"));
    QCOMPARE(m_hub->connections(), 1);
}

// Connects, proxies that hand over, logins, changes of identity and all ways out, in any order: what is counted is what
// each thread holds, and nothing in the end.
void TestHub::randomHistoriesFromManyThreadsEndAtZero()
{
    struct Visit {
        std::string address;
        std::string user; // empty: nobody
    };
    m_config.limits.connections = 60;
    m_config.limits.perAddress = 12;
    m_config.limits.perUser = 9;
    use(m_config);
    std::vector<std::thread> threads;
    std::array<std::vector<Visit>, 4> inside;
    for (unsigned seed = 0; seed < inside.size(); ++seed) {
        threads.emplace_back([this, seed, &visits = inside[seed]] {
            std::mt19937 random(seed);
            const auto any = [&random](unsigned count) { return random() % count; };
            const auto logOut = [this](Visit &visit) {
                if (!visit.user.empty())
                    m_hub->removeUser(std::exchange(visit.user, {}));
            };
            for (int step = 0; step < 20'000; ++step) {
                const std::string address = "address" + std::to_string(any(6));
                Visit *visit = visits.empty() ? nullptr : &visits[any(static_cast<unsigned>(visits.size()))];
                switch (any(4)) {
                case 0:
                    if (enters(address))
                        visits.push_back({address, {}});
                    break;
                case 1:
                    if (!m_hub->enter("proxy", Hub::AddressLimits::Exempt))
                        visits.push_back({m_hub->handOver("proxy", address) ? "proxy" : address, {}});
                    break;
                case 2:
                    if (!visit)
                        break;
                    logOut(*visit);
                    if (std::string user = "user" + std::to_string(any(5)); m_hub->addUser(user))
                        visit->user = std::move(user);
                    break;
                default:
                    if (!visit)
                        break;
                    logOut(*visit);
                    m_hub->leave(visit->address);
                    std::swap(*visit, visits.back());
                    visits.pop_back();
                }
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();

    size_t connections = 0;
    std::map<std::string, int> users;
    for (const auto &visits : inside) {
        connections += visits.size();
        for (const Visit &visit : visits) {
            if (!visit.user.empty())
                ++users[visit.user];
        }
    }
    QCOMPARE(static_cast<size_t>(m_hub->connections()), connections);
    QVERIFY(connections > 0 && connections <= 60);
    QCOMPARE(m_hub->users(), users.size());
    for (const auto &[user, count] : users)
        QVERIFY(count <= 9 && m_hub->isConnected(user));

    for (const auto &visits : inside) {
        for (const Visit &visit : visits) {
            if (!visit.user.empty())
                m_hub->removeUser(visit.user);
            m_hub->leave(visit.address);
        }
    }
    QCOMPARE(m_hub->connections(), 0);
    QCOMPARE(m_hub->users(), size_t{0});
    m_clock.advance(seconds(1));
    QVERIFY(enters("last"));
    QCOMPARE(m_hub->addresses(), size_t{1}); // no other has a place
}

void TestHub::countsFromManyThreads()
{
    m_config.limits.connections = 7;
    use(m_config);
    std::atomic<int> most{0};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([this, thread, &most] {
            const std::string name = "t" + std::to_string(thread);
            for (int round = 0; round < 2000; ++round) {
                int inside = 0;
                for (int place = 0; place < 3; ++place)
                    inside += enters(name) ? 1 : 0;
                const int seen = m_hub->connections();
                for (int before = most; seen > before && !most.compare_exchange_weak(before, seen);) { }
                for (; inside > 0; --inside)
                    m_hub->leave(name);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(m_hub->connections(), 0);
    QVERIFY(most <= 7);
    for (int i = 0; i < 7; ++i)
        QVERIFY(enters("a"));
    QVERIFY(!enters("a"));
}

QTEST_GUILESS_MAIN(TestHub)
#include "tst_hub.moc"
