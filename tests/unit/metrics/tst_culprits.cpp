#include "server/metrics/culprits.h"
#include "tests/support/fakeclock.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

Culprits::Charge charge(const std::string &user, Cost cost, quint64 amount)
{
    Culprits::Charge made{{user, true}, {}};
    made.costs[cost] = amount;
    return made;
}

} // namespace

class TestCulprits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyAtFirst();
    void theLargestFirst();
    void usersAndAddressesOfOneNameAreTwo();
    void amountsAreNeverTooSmall();
    void aPeakIsNotASum();
    void windowsPass();
};

void TestCulprits::nobodyAtFirst()
{
    const test::FakeClock clock;
    const Culprits culprits(clock);
    QVERIFY(culprits.top(Cost::Events, 10).empty());
}

void TestCulprits::theLargestFirst()
{
    const test::FakeClock clock;
    Culprits culprits(clock);
    culprits.add(std::array{charge("ada", Cost::Events, 3), charge("bob", Cost::Events, 5),
                            charge("ada", Cost::Events, 4), charge("cyd", Cost::Refusals, 9)});
    const auto rows = culprits.top(Cost::Events, 10);
    QCOMPARE(rows.size(), 2UL);
    QCOMPARE(rows[0].client.name, std::string("ada"));
    QCOMPARE(rows[0].amount, 7UL);
    QCOMPARE(rows[0].error, 0UL);
    QCOMPARE(rows[1].client.name, std::string("bob"));
    QCOMPARE(culprits.top(Cost::Events, 1).size(), 1UL);
    QCOMPARE(culprits.top(Cost::Refusals, 1).front().amount, 9UL);
}

void TestCulprits::usersAndAddressesOfOneNameAreTwo()
{
    const test::FakeClock clock;
    Culprits culprits(clock);
    Culprits::Charge address = charge("127.0.0.1", Cost::Events, 2);
    address.client.isUser = false;
    culprits.add(std::array{charge("127.0.0.1", Cost::Events, 1), address});
    const auto rows = culprits.top(Cost::Events, 10);
    QCOMPARE(rows.size(), 2UL);
    QVERIFY(!rows[0].client.isUser);
}

// Thousands of clients, some of them heavy: what is told is at least the truth and too much by the error at most, and
// the heavy ones are all there.
void TestCulprits::amountsAreNeverTooSmall()
{
    constexpr int kRounds = 200;
    constexpr int kClientsARound = 300;
    constexpr int kHeavy = 10;
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed=%u", seed);
    QRandomGenerator random(seed);
    const test::FakeClock clock;
    Culprits culprits(clock);
    std::map<std::string, quint64> truth;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<Culprits::Charge> charges;
        for (int i = 0; i < kClientsARound; ++i) {
            const bool heavy = i < kHeavy;
            const std::string name =
                heavy ? "heavy" + std::to_string(i) : "user" + std::to_string(random.bounded(5000));
            const auto amount = static_cast<quint64>(heavy ? 1000 + i : 1 + random.bounded(10));
            truth[name] += amount;
            charges.push_back(charge(name, Cost::HandlerUs, amount));
        }
        culprits.add(charges);
    }
    const auto rows = culprits.top(Cost::HandlerUs, Culprits::kKept);
    QCOMPARE(rows.size(), Culprits::kKept);
    for (const Culprits::Row &row : rows) {
        QVERIFY2(row.amount >= truth[row.client.name], row.client.name.c_str());
        QVERIFY2(row.amount - row.error <= truth[row.client.name], row.client.name.c_str());
    }
    for (int i = 0; i < kHeavy; ++i)
        QCOMPARE(rows[static_cast<size_t>(i)].client.name, "heavy" + std::to_string(kHeavy - 1 - i));
}

void TestCulprits::aPeakIsNotASum()
{
    const test::FakeClock clock;
    Culprits culprits(clock);
    culprits.add(std::array{charge("ada", Cost::PendingBytes, 500)});
    culprits.add(std::array{charge("ada", Cost::PendingBytes, 300)});
    QCOMPARE(culprits.top(Cost::PendingBytes, 1).front().amount, 500UL);
}

void TestCulprits::windowsPass()
{
    test::FakeClock clock;
    Culprits culprits(clock);
    culprits.add(std::array{charge("ada", Cost::Events, 1)});
    clock.advance(Culprits::kWindow);
    culprits.add(std::array{charge("ada", Cost::Events, 2), charge("bob", Cost::Events, 1)});
    QCOMPARE(culprits.top(Cost::Events, 1).front().amount, 3UL);
    QCOMPARE(culprits.reach(), Duration(Culprits::kWindow));
    clock.advance(Culprits::kWindow);
    culprits.add(std::array{charge("bob", Cost::Events, 5)});
    QCOMPARE(culprits.top(Cost::Events, 1).front().client.name, std::string("bob"));
    QCOMPARE(culprits.top(Cost::Events, 2).back().amount, 2UL);
    clock.advance(3 * Culprits::kWindow);
    culprits.add({});
    QVERIFY(culprits.top(Cost::Events, 1).empty());
}

QTEST_APPLESS_MAIN(TestCulprits)
#include "tst_culprits.moc"
