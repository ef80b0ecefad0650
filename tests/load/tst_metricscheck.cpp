// clazy:excludeall=non-pod-global-static (constants of the test)
#include "tests/load/metricscheck.h"

#include <QTest>

using namespace sluice::load;

namespace {

const std::string kReceived = "sluice_events_received_total";
const std::string kSucceeded = R"(sluice_events_ended_total{ending="succeeded"})";
const std::string kGone = R"(sluice_events_ended_total{ending="connection-gone"})";

} // namespace

class MetricsCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPrometheusText();
    void sumsThatAgree();
    void differencesAreNamed_data();
    void differencesAreNamed();
    void connectionsThatWentWidenTheRange();
    void restNeedsEmptyQueues();
};

void MetricsCheckTest::readsPrometheusText()
{
    const Scrape scrape = parseScrape("# HELP a b\n# TYPE a counter\na 3\nb{x=\"1 2\"} 4.5\n\nc 1e3");
    QCOMPARE(scrape, (Scrape{{"a", 3}, {R"(b{x="1 2"})", 4.5}, {"c", 1000}}));
}

void MetricsCheckTest::sumsThatAgree()
{
    LedgerTotals ledger;
    ledger.sent = 10;
    ledger.replied = 9;
    ledger.refused[-32029] = 1;
    const Scrape before{{kReceived, 5}, {kSucceeded, 5}};
    const Scrape after{{kReceived, 15}, {kSucceeded, 14}, {R"(sluice_events_refused_total{reason="rate-limited"})", 1}};
    QCOMPARE(contradictions(ledger, before, after), std::vector<std::string>{});
}

void MetricsCheckTest::differencesAreNamed_data()
{
    QTest::addColumn<double>("received");
    QTest::addColumn<double>("succeeded");
    QTest::addColumn<QString>("named");
    QTest::newRow("one too many received") << 11.0 << 10.0 << QStringLiteral("sluice_events_received_total");
    QTest::newRow("one too few received") << 9.0 << 9.0 << QStringLiteral("sluice_events_received_total");
    QTest::newRow("one too few succeeded") << 10.0 << 9.0 << QStringLiteral("succeeded");
    QTest::newRow("not at rest") << 10.0 << 9.0 << QStringLiteral("not at rest");
}

void MetricsCheckTest::differencesAreNamed()
{
    QFETCH(double, received);
    QFETCH(double, succeeded);
    QFETCH(QString, named);
    LedgerTotals ledger;
    ledger.sent = 10;
    ledger.replied = 10;
    const auto faults = contradictions(ledger, {}, {{kReceived, received}, {kSucceeded, succeeded}});
    QVERIFY(std::any_of(faults.begin(), faults.end(),
                        [&](const std::string &fault) { return QString::fromStdString(fault).contains(named); }));
}

void MetricsCheckTest::connectionsThatWentWidenTheRange()
{
    LedgerTotals ledger;
    ledger.sent = 10;
    ledger.replied = 7;
    ledger.leftInOrder = 1; // arrived for certain
    ledger.leftAbruptly = 2;
    QCOMPARE(contradictions(ledger, {}, {{kReceived, 8}, {kSucceeded, 7}, {kGone, 1}}).size(), size_t{0});
    QCOMPARE(contradictions(ledger, {}, {{kReceived, 10}, {kSucceeded, 10}}).size(), size_t{0});
    QVERIFY(!contradictions(ledger, {}, {{kReceived, 7}, {kSucceeded, 7}}).empty());
    QVERIFY(!contradictions(ledger, {}, {{kReceived, 11}, {kSucceeded, 11}}).empty());
}

void MetricsCheckTest::restNeedsEmptyQueues()
{
    const Scrape scrape{{kReceived, 2}, {kSucceeded, 2}};
    QVERIFY(isAtRest(scrape));
    for (const char *busy : {"sluice_events_in_flight", R"(sluice_queue_depth{lane="low"})"}) {
        Scrape other = scrape;
        other[busy] = 1;
        QVERIFY(!isAtRest(other));
    }
}

QTEST_APPLESS_MAIN(MetricsCheckTest)
#include "tst_metricscheck.moc"
