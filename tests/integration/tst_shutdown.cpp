#include "tests/support/expect.h"
#include "tests/support/figure.h"
#include "tests/support/httpget.h"
#include "tests/support/loadclient.h"
#include "tests/support/plainsocket.h"
#include "tests/support/rawclient.h"
#include "tests/support/silentclient.h"

#include <QTcpSocket>

#include <csignal>

using namespace sluice::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRestarting = 1012;
constexpr int kDraining = -32032;
// What the design promises; a loaded CI machine gets ten times as long.
constexpr std::chrono::milliseconds kIdleExit = 1s;
constexpr int kSlowMachine = 10;
constexpr std::chrono::milliseconds kGrace = 30s; // as by default

QJsonObject sleepFor(int ms)
{
    return {{u"ms"_qs, ms}};
}

} // namespace

/// How the server ends.
class ShutdownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idleServerEndsAtOnce_data();
    void idleServerEndsAtOnce();
    void idleClientsAreTold();
    void runningWorkIsAnswered();
    void newRequestsAreRefusedWhileDraining();
    void notReadyAndClosedWhileDraining();
    void graceEndsWhatHangs();
    void slowConsumersAndHungHandlersHoldUpNobody();
    void secondSignalEndsAtOnce();
    void secondSignalWaitsForTheSaveUnderWay();
    void underLoadNothingIsLost_data();
    void underLoadNothingIsLost();

private:
    static void terminateUnderLoad(int ioThreads, int clients);
};

void ShutdownTest::idleServerEndsAtOnce_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void ShutdownTest::idleServerEndsAtOnce()
{
    QFETCH(int, signal);
    TestServer server(u"sluice.toml"_qs);
    std::chrono::milliseconds fastest = kSlowMachine * kIdleExit;
    for (int run = 0; run < 10; ++run) {
        SLUICE_START(server);
        server.sendSignal(signal);
        const std::optional<ServerExit> exit = server.waitForExit();
        QVERIFY(exit);
        QVERIFY2(exit->isNormal && exit->code == 0, server.log().constData());
        QVERIFY2(exit->took < kSlowMachine * kIdleExit, qPrintable(QString::number(exit->took.count())));
        fastest = std::min(fastest, exit->took);
    }
    QVERIFY2(fastest < kIdleExit, qPrintable(QString::number(fastest.count())));
}

void ShutdownTest::idleClientsAreTold()
{
    TestServer server(u"bench.toml"_qs, {u"threads.io=3"_qs, u"drain.close-spread-ms=200"_qs});
    SLUICE_START(server);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<RawClient>());
        QVERIFY(clients.back()->connectTo(server.ports().clients));
        clients.back()->sendUpgrade();
        QCOMPARE(clients.back()->waitForStatus(), 101);
    }
    server.sendSignal(SIGTERM);
    for (const auto &client : clients) {
        QCOMPARE(client->waitForClose(), kRestarting);
        QVERIFY2(client->closeReason().contains("retryAfterMs"), client->closeReason().constData());
    }
    const std::optional<ServerExit> exit = server.waitForExit();
    QVERIFY(exit && exit->isNormal);
    QCOMPARE(exit->code, 0);
}

void ShutdownTest::runningWorkIsAnswered()
{
    TestServer server(u"bench.toml"_qs, {u"channels.worker-pool-size=1"_qs, u"drain.close-spread-ms=0"_qs});
    SLUICE_START(server);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients));
    const PendingCall running = client.send(u"bench/sleep"_qs, sleepFor(500));
    const PendingCall queued = client.send(u"bench/echo"_qs, QJsonObject{{u"n"_qs, 1}});
    QVERIFY(waitUntil(
        [&] { return httpGet(server.ports().http, u"/metrics"_qs).body.contains("sluice_events_received_total 2"); }));
    server.sendSignal(SIGTERM);
    SLUICE_VERIFY_OK(client.waitFor(running));
    SLUICE_VERIFY_OK(client.waitFor(queued));
    QCOMPARE(client.waitForClose(), kRestarting);
    const std::optional<ServerExit> exit = server.waitForExit();
    QVERIFY(exit && exit->isNormal);
    QCOMPARE(exit->code, 0);
}

void ShutdownTest::newRequestsAreRefusedWhileDraining()
{
    TestServer server(u"bench.toml"_qs);
    SLUICE_START(server);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients));
    const PendingCall running = client.send(u"bench/sleep"_qs, sleepFor(1500));
    QVERIFY(waitUntil(
        [&] { return httpGet(server.ports().http, u"/metrics"_qs).body.contains("sluice_events_received_total 1"); }));
    server.sendSignal(SIGTERM);
    // Until the server has seen the signal it still answers.
    CallResult refused;
    QVERIFY(waitUntil([&] {
        refused = client.call(u"bench/echo"_qs);
        return !refused.isOk();
    }));
    SLUICE_VERIFY_ERROR(refused, kDraining);
    QVERIFY(refused.data()["retryAfterMs"_L1].isDouble());
    SLUICE_VERIFY_OK(client.waitFor(running));
}

void ShutdownTest::notReadyAndClosedWhileDraining()
{
    TestServer server(u"bench.toml"_qs);
    SLUICE_START(server);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients));
    const PendingCall running = client.send(u"bench/sleep"_qs, sleepFor(2000));
    QVERIFY(waitUntil(
        [&] { return httpGet(server.ports().http, u"/metrics"_qs).body.contains("sluice_events_received_total 1"); }));
    server.sendSignal(SIGTERM);
    QVERIFY(waitUntil([&] { return httpGet(server.ports().http, u"/readyz"_qs).status == 503; }));
    QCOMPARE(httpGet(server.ports().http, u"/healthz"_qs).status, 200);
    QVERIFY(waitUntil([&] {
        TestClient late;
        return !late.connectTo(server.ports().clients);
    }));
    SLUICE_VERIFY_OK(client.waitFor(running));
}

void ShutdownTest::graceEndsWhatHangs()
{
    TestServer server(u"bench.toml"_qs,
                      {u"timeouts.shutdown-grace-ms=500"_qs, u"timeouts.client-request-ms=600000"_qs,
                       u"timeouts.server-processing-ms=600000"_qs, u"drain.close-spread-ms=0"_qs});
    SLUICE_START(server);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients));
    const PendingCall hanging = client.send(u"bench/sleep"_qs, sleepFor(600'000));
    QVERIFY(waitUntil(
        [&] { return httpGet(server.ports().http, u"/metrics"_qs).body.contains("sluice_events_received_total 1"); }));
    server.sendSignal(SIGTERM);
    const CallResult result = client.waitFor(hanging);
    SLUICE_VERIFY_ERROR(result, kDraining);
    QCOMPARE(result.data()["outcome"_L1].toString(), u"unknown"_qs);
    QCOMPARE(client.waitForClose(), kRestarting);
    const std::optional<ServerExit> exit = server.waitForExit();
    QVERIFY(exit && exit->isNormal);
    QCOMPARE(exit->code, 0);
}

// Row G2, a fifth of its slow consumers.
void ShutdownTest::slowConsumersAndHungHandlersHoldUpNobody()
{
    constexpr size_t kSlow = 100;
    constexpr std::chrono::milliseconds kShortGrace = 3s;
    TestServer server(u"bench.toml"_qs,
                      {u"timeouts.shutdown-grace-ms=%1"_qs.arg(kShortGrace.count()),
                       u"timeouts.client-request-ms=600000"_qs, u"timeouts.server-processing-ms=600000"_qs});
    SLUICE_START(server);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients));
    std::vector<SilentClient> slow(kSlow);
    for (SilentClient &consumer : slow)
        QVERIFY(consumer.connectTo(server.ports().clients));
    const QJsonObject text{{u"text"_qs, QString(50'000, u'x')}};
    for (int i = 0; i < 16; ++i) // more than the kernel holds for them, less than they are cut for at once
        SLUICE_VERIFY_OK(client.call(u"bench/broadcast"_qs, text));
    QVERIFY(waitUntil([&] { return server.metric("sluice_outbound_bytes") > kSlow * 50'000.0; }));
    const std::array hung{client.send(u"bench/hang"_qs, sleepFor(600'000)),
                          client.send(u"bench/hang"_qs, sleepFor(600'000))};
    QVERIFY(waitUntil([&] { return server.metric("sluice_events_in_flight") == 2; }));
    server.sendSignal(SIGTERM);
    for (const PendingCall call : hung) {
        const CallResult result = client.waitFor(call);
        SLUICE_VERIFY_ERROR(result, kDraining);
        QCOMPARE(result.data()["outcome"_L1].toString(), u"unknown"_qs);
    }
    const std::optional<ServerExit> exit = server.waitForExit();
    QVERIFY(exit && exit->isNormal);
    QCOMPARE(exit->code, 0);
    qInfo("ended after %lld ms", static_cast<long long>(exit->took.count()));
    QVERIFY2(exit->took <= kShortGrace + kSlowMachine * 1s, QByteArray::number(qint64(exit->took.count())));
}

void ShutdownTest::secondSignalEndsAtOnce()
{
    TestServer server(u"bench.toml"_qs,
                      {u"timeouts.client-request-ms=600000"_qs, u"timeouts.server-processing-ms=600000"_qs,
                       u"timeouts.shutdown-grace-ms=600000"_qs});
    SLUICE_START(server);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients));
    (void)client.send(u"bench/sleep"_qs, sleepFor(600'000));
    QVERIFY(waitUntil(
        [&] { return httpGet(server.ports().http, u"/metrics"_qs).body.contains("sluice_events_received_total 1"); }));
    server.sendSignal(SIGTERM);
    QVERIFY(waitUntil([&] { return httpGet(server.ports().http, u"/readyz"_qs).status == 503; }));
    server.sendSignal(SIGTERM);
    const std::optional<ServerExit> exit = server.waitForExit(kPatience);
    QVERIFY2(exit, "the server outlives a second SIGTERM");
    QVERIFY2(exit->took < kSlowMachine * kIdleExit, qPrintable(QString::number(exit->took.count())));
}

// Everyone is answered and gone then, but the writer still has what it was given.
void ShutdownTest::secondSignalWaitsForTheSaveUnderWay()
{
    TestServer server(u"sluice.toml"_qs, {u"timeouts.db-operation-ms=1500"_qs});
    SLUICE_START(server);
    QProcess lock;
    lock.start(u"sqlite3"_qs, {server.statePath(u"sluice.db"_qs)});
    lock.write("BEGIN IMMEDIATE; SELECT 'locked';\n");
    QVERIFY(lock.waitForReadyRead());
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients, {server.token(u"ada"_qs), {}, {}, u"/"_qs}));
    const PendingCall save =
        client.send(u"notes/save"_qs, QJsonObject{{u"title"_qs, u"a"_qs}, {u"content"_qs, u"b"_qs}});
    QVERIFY(waitUntil([&] {
        const QByteArray metrics = httpGet(server.ports().http, u"/metrics"_qs).body;
        return metrics.contains("\nsluice_events_in_flight 1\n") && metrics.contains("\nsluice_workers_busy 0\n");
    }));
    server.sendSignal(SIGTERM);
    QVERIFY(waitUntil([&] { return httpGet(server.ports().http, u"/readyz"_qs).status == 503; }));
    server.sendSignal(SIGTERM);
    SLUICE_VERIFY_ERROR(client.waitFor(save), kDraining);
    const std::optional<ServerExit> exit = server.waitForExit();
    QVERIFY(exit && exit->isNormal);
    QVERIFY2(exit->code == 0, server.log().constData());
    lock.kill();
    lock.waitForFinished();
}

void ShutdownTest::underLoadNothingIsLost_data()
{
    QTest::addColumn<int>("ioThreads");
    QTest::newRow("1 I/O thread") << 1;
    QTest::newRow("3 I/O threads") << 3;
}

// Row G1: with SLUICE_TERMINATIONS=25 SLUICE_TERMINATED_CLIENTS=2000 as it says.
void ShutdownTest::underLoadNothingIsLost()
{
    QFETCH(int, ioThreads);
    const int clients = figure("SLUICE_TERMINATED_CLIENTS", 200);
    for (int run = 0; run < figure("SLUICE_TERMINATIONS", 2) && !QTest::currentTestFailed(); ++run)
        terminateUnderLoad(ioThreads, clients);
}

void ShutdownTest::terminateUnderLoad(int ioThreads, int clients)
{
    // However slow this machine: nobody is cut because the close handshake takes long.
    TestServer server(
        u"bench.toml"_qs,
        {u"threads.io=%1"_qs.arg(ioThreads), u"drain.close-spread-ms=300"_qs, u"limits.close-ms=20000"_qs});
    SLUICE_START(server);
    const quint16 port = server.ports().clients;
    LoadClient load({u"--url"_qs, server.clientUrl(), u"--connections"_qs, QString::number(clients), u"--rate"_qs,
                     u"4000"_qs, u"--seconds"_qs, u"60"_qs, u"--mix"_qs,
                     u"bench/echo=8,bench/sleep=1,bench/broadcast=1"_qs, u"--payload"_qs, u"40"_qs,
                     u"--stop-when-closed"_qs});
    QVERIFY(waitUntil([&] {
        const QByteArray metrics = httpGet(server.ports().http, u"/metrics"_qs).body;
        const qsizetype at = metrics.indexOf("\nsluice_events_received_total ");
        return at >= 0 && metrics.mid(at + 30, 20).split('\n').constFirst().toDouble() > 8000;
    }));
    server.sendSignal(SIGTERM);
    // Whoever comes now is turned away, as soon as the server has seen the signal.
    QVERIFY(waitUntil([port] {
        PlainSocket newcomer(port);
        return newcomer.send(upgradeRequest()) == 0 || newcomer.status() != 101;
    }));
    const std::optional<ServerExit> exit = server.waitForExit();
    QVERIFY(exit && exit->isNormal);
    QVERIFY2(exit->code == 0, server.log().constData());
    QVERIFY2(exit->took <= kGrace, QByteArray::number(qint64(exit->took.count())));

    const std::optional<QJsonObject> summary = load.waitForSummary();
    QVERIFY2(summary, load.output().constData());
    QVERIFY2((*summary)["ok"_L1].toBool(), load.output().constData());
    const QJsonObject connections = (*summary)["connections"_L1].toObject();
    QCOMPARE(connections["dropped"_L1].toInt(), 0);
    QCOMPARE(connections["closed"_L1].toObject(), (QJsonObject{{u"1012"_qs, clients}}));
    QCOMPARE((*summary)["ledger"_L1]["connectionDropped"_L1].toInt(), 0);
    QVERIFY((*summary)["ledger"_L1]["replied"_L1].toInteger() > 0);
}

QTEST_GUILESS_MAIN(ShutdownTest)
#include "tst_shutdown.moc"
