#include "tests/simulation/simulation.h"

#include <QLoggingCategory>
#include <QTest>

#include <array>

using namespace sluice;
using namespace sluice::sim;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr quint64 kSeeds = 200; // an instrumented one takes several times as long
#else
constexpr quint64 kSeeds = 1000;
#endif
constexpr std::chrono::seconds kSpan{60};

quint64 fromEnvironment(const char *name, quint64 otherwise)
{
    bool isSet = false;
    const quint64 value = qEnvironmentVariable(name).toULongLong(&isSet);
    return isSet ? value : otherwise;
}

std::chrono::seconds span()
{
    return std::chrono::seconds(fromEnvironment("SLUICE_SIM_SECONDS", static_cast<quint64>(kSpan.count())));
}

/// How many events ended in which way.
struct Tally {
    std::array<quint64, static_cast<size_t>(Fate::Count_)> fates{};
    Rarities seen{};
    quint64 received = 0;

    void add(const Auditor &auditor)
    {
        received += auditor.expected(server::Counter::EventsReceived);
        for (size_t fate = 0; fate < fates.size(); ++fate)
            fates[fate] += auditor.fates(static_cast<Fate>(fate));
        for (size_t rarity = 0; rarity < seen.size(); ++rarity)
            seen[rarity] += auditor.seen()[rarity];
    }
    [[nodiscard]] quint64 of(Fate fate) const { return fates[static_cast<size_t>(fate)]; }
    [[nodiscard]] quint64 of(Rarity rarity) const { return seen[static_cast<size_t>(rarity)]; }
};

} // namespace

/// Rows S1 and S2's other half: random clients and random trouble against the whole pipeline, watched at every step.
/// SLUICE_SIM_SEED=N runs one seed, SLUICE_SIM_SEEDS=N so many, SLUICE_SIM_SECONDS=N longer ones; SLUICE_SIM_TRACE=1
/// prints what happens.
class TestSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("*=false\ndefault.info=true")); }

    void everySeedKeepsThePromises();
    void sameSeedIsTheSameRun();
    void permitsAreAllGivenBack();

private:
    void runSeed(quint64 seed, Tally &tally);
};

void TestSimulation::runSeed(quint64 seed, Tally &tally)
{
    Simulation simulation(seed, qEnvironmentVariableIsSet("SLUICE_SIM_TRACE"));
    simulation.run(span());
    QVERIFY2(simulation.fault().empty(),
             qPrintable(QStringLiteral("%1; again with: SLUICE_SIM_SEED=%2 SLUICE_SIM_SECONDS=%3 tst_simulation")
                            .arg(QString::fromStdString(simulation.fault()))
                            .arg(seed)
                            .arg(span().count())));
    tally.add(simulation.auditor());
}

void TestSimulation::everySeedKeepsThePromises()
{
    const bool isOne = qEnvironmentVariableIsSet("SLUICE_SIM_SEED");
    const quint64 first = fromEnvironment("SLUICE_SIM_SEED", 1);
    const quint64 count = fromEnvironment("SLUICE_SIM_SEEDS", isOne ? 1 : kSeeds);
    Tally tally;
    for (quint64 seed = first; seed < first + count; ++seed) {
        runSeed(seed, tally);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%llu seeds, %llu events: refused %llu, succeeded %llu, failed %llu, timed out %llu, cancelled %llu, "
          "gone %llu, abandoned %llu",
          count, tally.received, tally.of(Fate::Refused), tally.of(Fate::Succeeded), tally.of(Fate::Failed),
          tally.of(Fate::TimedOut), tally.of(Fate::Cancelled), tally.of(Fate::Gone), tally.of(Fate::Abandoned));
    qInfo(
        "evicted %llu, aged %llu, parked %llu, without place %llu, withdrawn %llu, relieved %llu, returned %llu, stuck "
        "%llu, late %llu",
        tally.of(Rarity::Evicted), tally.of(Rarity::Aged), tally.of(Rarity::Parked), tally.of(Rarity::WithoutPlace),
        tally.of(Rarity::Withdrawn), tally.of(Rarity::Relieved), tally.of(Rarity::Returned), tally.of(Rarity::Stuck),
        tally.of(Rarity::Late));
    if (count < kSeeds)
        return;
    // A simulation in which something never happens promises nothing about it.
    for (const Fate fate :
         {Fate::Refused, Fate::Succeeded, Fate::Failed, Fate::TimedOut, Fate::Cancelled, Fate::Gone, Fate::Abandoned})
        QVERIFY2(tally.of(fate) >= count / 2, QByteArray::number(static_cast<int>(fate)));
    for (size_t rarity = 0; rarity < tally.seen.size(); ++rarity)
        QVERIFY2(tally.seen[rarity] >= count / 50, QByteArray::number(static_cast<qulonglong>(rarity)));
}

void TestSimulation::sameSeedIsTheSameRun()
{
    QList<quint64> hashes;
    for (quint64 seed = 1; seed <= 20; ++seed) {
        Simulation one(seed);
        one.run(kSpan);
        Simulation other(seed);
        other.run(kSpan);
        QCOMPARE(one.traceHash(), other.traceHash());
        QVERIFY(!hashes.contains(one.traceHash()));
        hashes << one.traceHash();
    }
}

// Each run ends with whole limits, a free gate and free workers; here for as many events as the issue asks.
void TestSimulation::permitsAreAllGivenBack()
{
    constexpr quint64 kEvents = 100'000;
    Tally tally;
    for (quint64 seed = 1'000'001; tally.received < kEvents; ++seed) {
        runSeed(seed, tally);
        if (QTest::currentTestFailed())
            return;
    }
    for (const Fate fate : {Fate::Refused, Fate::TimedOut, Fate::Cancelled, Fate::Gone})
        QVERIFY2(tally.of(fate) > kEvents / 1000, QByteArray::number(static_cast<int>(fate)));
}

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
