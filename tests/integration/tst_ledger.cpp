#include "tests/support/expect.h"
#include "tests/support/loadclient.h"

using namespace sluice::test;
using namespace Qt::StringLiterals;

/// Every request of a load ends in exactly one way, and the server's counters say the same (quality.md, R1).
class LedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestIsAccountedFor_data();
    void everyRequestIsAccountedFor();
};

void LedgerTest::everyRequestIsAccountedFor_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<QStringList>("load");
    const QStringList mixed{u"--mix"_qs,
                            u"bench/echo=60,bench/sleep=20,bench/broadcast=1,notes/save=5,notes/fetch=5,notes/list=2,"
                            "no/such=1"_qs,
                            u"--churn"_qs,
                            u"20"_qs,
                            u"--cancel"_qs,
                            u"5"_qs,
                            u"--short-timeout"_qs,
                            u"5"_qs};
    QTest::newRow("closed loop, nothing unusual, 1 I/O thread")
        << u"bench.toml"_qs << QStringList{u"threads.io=1"_qs} << QStringList{u"--window"_qs, u"4"_qs};
    QTest::newRow("churn and mix, 1 I/O thread")
        << u"bench.toml"_qs << QStringList{u"threads.io=1"_qs} << mixed + QStringList{u"--rate"_qs, u"3000"_qs};
    QTest::newRow("churn and mix, 3 I/O threads")
        << u"bench.toml"_qs << QStringList{u"threads.io=3"_qs} << mixed + QStringList{u"--rate"_qs, u"3000"_qs};
    QTest::newRow("overload of a small queue")
        << u"bench.toml"_qs
        << QStringList{u"threads.io=2"_qs, u"channels.message-queue-size=100"_qs, u"channels.worker-pool-size=2"_qs}
        << QStringList{u"--mix"_qs, u"bench/sleep=1"_qs, u"--rate"_qs, u"2000"_qs, u"--churn"_qs, u"5"_qs};
    QTest::newRow("overload, the oldest evicted")
        << u"bench.toml"_qs
        << QStringList{u"threads.io=2"_qs, u"channels.message-queue-size=100"_qs, u"channels.worker-pool-size=2"_qs,
                       u"channels.overflow=drop-oldest"_qs}
        << QStringList{u"--mix"_qs, u"bench/sleep=1"_qs, u"--rate"_qs, u"2000"_qs, u"--cancel"_qs, u"5"_qs};
    QTest::newRow("rate limits") << u"bench.toml"_qs << QStringList{u"rate-limits.per-user-per-minute=50"_qs}
                                 << QStringList{u"--users"_qs, u"10"_qs, u"--rate"_qs, u"1000"_qs};
}

void LedgerTest::everyRequestIsAccountedFor()
{
    QFETCH(QString, config);
    QFETCH(QStringList, settings);
    QFETCH(QStringList, load);
    TestServer server(config, settings);
    SLUICE_START(server);
    LoadClient client(QStringList{u"--url"_qs, server.clientUrl(), u"--metrics-url"_qs, server.metricsUrl(),
                                  u"--token-secret-file"_qs, server.statePath(u"jwt.key"_qs), u"--connections"_qs,
                                  u"100"_qs, u"--seconds"_qs, u"4"_qs}
                      + load);
    const std::optional<QJsonObject> summary = client.waitForSummary();
    QVERIFY2(summary, client.output().constData());
    QVERIFY2((*summary)["ok"_L1].toBool(), client.output().constData());
    QVERIFY2((*summary)["ledger"_L1]["replied"_L1].toInteger() > 0, client.output().constData());
    const std::optional<ServerExit> exit = server.terminate();
    QVERIFY(exit && exit->isNormal);
    QCOMPARE(exit->code, 0);
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
