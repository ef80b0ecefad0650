#include "tests/support/expect.h"
#include "tests/support/httpget.h"
#include "tests/support/loadclient.h"

#include <QElapsedTimer>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

/// What one scrape says about the ways of all events.
struct Balance {
    double received = 0;
    double ended = 0;  ///< Refused or settled.
    double inside = 0; ///< Queued or in flight, counted on their own.

    [[nodiscard]] QByteArray text() const
    {
        return QByteArray::number(received, 'f', 0) + " received, " + QByteArray::number(ended, 'f', 0) + " ended, "
            + QByteArray::number(inside, 'f', 0) + " inside";
    }
};

Balance balanceIn(const QByteArray &page)
{
    Balance balance;
    for (const QByteArray &line : page.split('\n')) {
        const double value = line.mid(line.lastIndexOf(' ') + 1).toDouble();
        if (line.startsWith("sluice_events_received_total "))
            balance.received = value;
        else if (line.startsWith("sluice_events_ended_total{") || line.startsWith("sluice_events_refused_total{"))
            balance.ended += value;
        else if (line.startsWith("sluice_queue_depth{") || line.startsWith("sluice_events_in_flight "))
            balance.inside += value;
    }
    return balance;
}

} // namespace

/// The counters agree with each other at each single scrape, whatever happens meanwhile (quality.md, S4).
class ScrapesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endedIsNeverMoreThanReceived_data();
    void endedIsNeverMoreThanReceived();
};

void ScrapesTest::endedIsNeverMoreThanReceived_data()
{
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<QStringList>("load");
    QTest::newRow("as fast as it goes") << QStringList{} << QStringList{u"--window"_s, u"4"_s};
    QTest::newRow("all ways to end")
        << QStringList{u"channels.message-queue-size=50"_s, u"channels.worker-pool-size=2"_s,
                       u"rate-limits.per-user-per-minute=1000"_s}
        << QStringList{
               u"--rate"_s,          u"3000"_s, u"--mix"_s,    u"bench/echo=60,bench/sleep=20,notes/save=5,no/such=1"_s,
               u"--churn"_s,         u"20"_s,   u"--cancel"_s, u"5"_s,
               u"--short-timeout"_s, u"5"_s};
}

void ScrapesTest::endedIsNeverMoreThanReceived()
{
    QFETCH(QStringList, settings);
    QFETCH(QStringList, load);
    TestServer server(u"bench.toml"_s, settings + QStringList{u"threads.io=3"_s});
    SLUICE_START(server);
    const auto scrape = [&server] { return balanceIn(httpGet(server.ports().http, u"/metrics"_s).body); };
    LoadClient client(QStringList{u"--url"_s, server.clientUrl(), u"--metrics-url"_s, server.metricsUrl(),
                                  u"--token-secret-file"_s, server.statePath(u"jwt.key"_s), u"--connections"_s,
                                  u"100"_s, u"--seconds"_s, u"4"_s}
                      + load);
    QVERIFY(waitUntil([&] { return scrape().received > 0; }));
    int scrapes = 0;
    double inside = 0;
    qint64 slowestMs = 0;
    while (client.isRunning()) {
        QElapsedTimer elapsed;
        elapsed.start();
        const Balance balance = scrape();
        slowestMs = std::max(slowestMs, elapsed.elapsed());
        QVERIFY2(balance.received > 0 && balance.ended <= balance.received, balance.text());
        inside = std::max(inside, balance.inside);
        ++scrapes;
        QCoreApplication::processEvents();
    }
    qInfo("%d scrapes, the slowest took %lld ms, up to %.0f events inside", scrapes, slowestMs, inside);
    QVERIFY(scrapes > 1); // as often as this machine can
    const std::optional<QJsonObject> summary = client.waitForSummary();
    QVERIFY2(summary && (*summary)["ok"_L1].toBool(), client.output().constData());
    const Balance rest = scrape();
    QVERIFY2(rest.inside == 0 && rest.ended == rest.received, rest.text());
}

QTEST_GUILESS_MAIN(ScrapesTest)
#include "tst_scrapes.moc"
