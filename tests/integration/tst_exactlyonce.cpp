#include "tests/support/expect.h"
#include "tests/support/figure.h"
#include "tests/support/loadclient.h"

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kClients = 2000;
constexpr double kShareOfCapacity = 0.8;
constexpr int kProbeSeconds = 3;
constexpr int kLoadSeconds = 10; // the row says 600: SLUICE_LOAD_SECONDS
constexpr std::chrono::seconds kRest{60};

} // namespace

/// Row R1: 2,000 clients at 80 % of what the server can do here, and ones that leave or are cut all the time. Each
/// request ends in exactly one way, at the client that sent it, and the server's counters say the same.
class ExactlyOnceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostDoubledOrMisdirected_data();
    void nothingIsLostDoubledOrMisdirected();

private:
    [[nodiscard]] std::optional<QJsonObject> run(const TestServer &server, int seconds, const QStringList &load);
    QByteArray m_output;
};

std::optional<QJsonObject> ExactlyOnceTest::run(const TestServer &server, int seconds, const QStringList &load)
{
    LoadClient client(QStringList{u"--url"_qs, server.clientUrl(), u"--metrics-url"_qs, server.metricsUrl(),
                                  u"--token-secret-file"_qs, server.statePath(u"jwt.key"_qs), u"--connections"_qs,
                                  QString::number(kClients), u"--seconds"_qs, QString::number(seconds)}
                      + load);
    std::optional<QJsonObject> summary = client.waitForSummary(std::chrono::seconds(seconds) + kRest);
    m_output = client.output();
    return summary;
}

void ExactlyOnceTest::nothingIsLostDoubledOrMisdirected_data()
{
    QTest::addColumn<QString>("ioThreads");
    QTest::newRow("1 I/O thread") << u"threads.io=1"_qs;
    QTest::newRow("3 I/O threads") << u"threads.io=3"_qs;
}

void ExactlyOnceTest::nothingIsLostDoubledOrMisdirected()
{
    QFETCH(QString, ioThreads);
    TestServer server(u"bench.toml"_qs, {ioThreads});
    SLUICE_START(server);
    const std::optional<QJsonObject> probe = run(server, kProbeSeconds, {u"--window"_qs, u"2"_qs});
    QVERIFY2(probe && (*probe)["ok"_L1].toBool(), m_output);
    const double rate = (*probe)["answeredPerSecond"_L1].toDouble() * kShareOfCapacity;

    const std::optional<QJsonObject> load =
        run(server, figure("SLUICE_LOAD_SECONDS", kLoadSeconds),
            {u"--rate"_qs, QString::number(rate), u"--churn"_qs, u"5"_qs, u"--cancel"_qs, u"1"_qs});
    QVERIFY2(load && (*load)["ok"_L1].toBool(), m_output); // the ledger and the server's sums agree
    const QJsonObject ledger = (*load)["ledger"_L1].toObject();
    QCOMPARE((*load)["unaccounted"_L1].toInteger(-1), 0);
    QCOMPARE((*load)["violations"_L1].toInteger(-1), 0);
    // Enough of all that could go wrong has happened: the clients were there, and went.
    QVERIFY2((*load)["connections"_L1]["left"_L1].toInteger() > kClients, m_output);
    QVERIFY2(ledger["leftInOrder"_L1].toInteger() + ledger["leftAbruptly"_L1].toInteger() > 0, m_output);
    const qint64 sent = ledger["sent"_L1].toInteger();
    QVERIFY2(ledger["replied"_L1].toInteger() > sent / 2 && sent > kClients, m_output);
    qInfo("%lld requests at %.0f a second, %lld connections left", static_cast<long long>(sent), rate,
          static_cast<long long>((*load)["connections"_L1]["left"_L1].toInteger()));
}

QTEST_GUILESS_MAIN(ExactlyOnceTest)
#include "tst_exactlyonce.moc"
