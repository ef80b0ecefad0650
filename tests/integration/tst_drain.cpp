#include "tests/support/expect.h"
#include "tests/support/figure.h"
#include "tests/support/httpget.h"
#include "tests/support/loadclient.h"
#include "tests/support/plainsocket.h"

#include <QElapsedTimer>

#include <csignal>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kConflict = -32021;
constexpr int kRestarting = 1012;
constexpr int kDraining = -32032;

/// Of all series that begin so.
double sumOf(const QByteArray &metrics, const char *begin)
{
    double sum = 0;
    for (const QByteArray &line : metrics.split('\n')) {
        if (line.startsWith(begin))
            sum += line.mid(line.lastIndexOf(' ')).toDouble();
    }
    return sum;
}

} // namespace

/// A server that operators take out of service and back, over its admin socket.
class DrainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drainStaysUpUntilItIsResumed();
    void shutdownIsTakenBack();
    void pausedDrainWaits();
    void drainedServerShutsDown_data();
    void drainedServerShutsDown();
    void drainUnderLoadIsTakenBackAndEveryEventAccountedFor();
    void drainUnderLoadKeepsItsPaceAndItsBooks();

private:
    [[nodiscard]] QString startServer(const QStringList &settings = {})
    {
        m_client = std::make_unique<TestClient>();
        m_admin = std::make_unique<TestClient>();
        m_server = std::make_unique<TestServer>(u"bench.toml"_qs, settings);
        const QString fault = m_server->start();
        if (!fault.isEmpty())
            return fault;
        const bool connected = m_admin->connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()})
            && m_client->connectTo(m_server->ports().clients);
        return connected ? QString() : u"cannot connect"_qs;
    }
    [[nodiscard]] int readiness() const { return httpGet(m_server->ports().http, u"/readyz"_qs).status; }
    [[nodiscard]] QString state() { return m_admin->call(u"server/info"_qs).result["state"_L1].toString(); }
    /// What a client that wants to connect is told.
    [[nodiscard]] std::optional<int> welcome() const
    {
        PlainSocket socket(m_server->ports().clients);
        return socket.send(upgradeRequest()) > 0 ? socket.status() : std::nullopt;
    }
    [[nodiscard]] PendingCall beginLongWork()
    {
        const PendingCall call =
            m_client->send(u"bench/sleep"_qs, QJsonObject{{u"ms"_qs, 60'000}}, QJsonObject{{u"timeoutMs"_qs, 60'000}});
        return call;
    }
    [[nodiscard]] bool workRuns() const
    {
        return waitUntil([this] { return m_server->metric("sluice_events_in_flight") == 1; });
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_admin;
    std::unique_ptr<TestClient> m_client;
};

void DrainTest::drainStaysUpUntilItIsResumed()
{
    const QString fault = startServer({u"drain.close-spread-ms=0"_qs});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    const CallResult plan = m_admin->call(u"drain/plan"_qs);
    SLUICE_VERIFY_OK(plan);
    QCOMPARE(plan.result["connections"_L1].toInt(), 1);
    QCOMPARE(state(), u"running"_qs);
    SLUICE_VERIFY_ERROR(m_admin->call(u"server/resume"_qs), kConflict);

    SLUICE_VERIFY_OK(m_admin->call(u"server/drain"_qs, QJsonObject{{u"reason"_qs, u"test"_qs}}));
    QCOMPARE(m_client->waitForClose(), std::optional(kRestarting));
    QVERIFY(waitUntil([this] { return state() == u"drained"; }));
    QCOMPARE(readiness(), 503);
    QCOMPARE(welcome(), std::optional(503));
    QVERIFY(m_server->isRunning());

    SLUICE_VERIFY_OK(m_admin->call(u"server/resume"_qs));
    QVERIFY(waitUntil([this] { return readiness() == 200; }));
    QVERIFY(waitUntil([this] { return welcome() == 101; }));
    QCOMPARE(state(), u"running"_qs);
    TestClient again;
    QVERIFY(again.connectTo(m_server->ports().clients));
    SLUICE_VERIFY_OK(again.call(u"bench/echo"_qs));
}

void DrainTest::shutdownIsTakenBack()
{
    const QString fault =
        startServer({u"timeouts.server-processing-ms=60000"_qs, u"timeouts.client-request-ms=60000"_qs});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    const PendingCall work = beginLongWork();
    QVERIFY(workRuns());
    SLUICE_VERIFY_OK(m_admin->call(u"server/shutdown"_qs));
    QVERIFY(waitUntil([this] { return readiness() == 503; }));
    QVERIFY(waitUntil([this] { return !welcome(); })); // its port is left to others
    SLUICE_VERIFY_ERROR(m_client->call(u"bench/echo"_qs), kDraining);

    SLUICE_VERIFY_OK(m_admin->call(u"server/resume"_qs));
    QVERIFY(waitUntil([this] { return readiness() == 200; }));
    QCOMPARE(welcome(), std::optional(101));
    SLUICE_VERIFY_OK(m_client->call(u"bench/echo"_qs)); // on the connection that it had
    m_client->cancel(work);
    QVERIFY(m_client->waitFor(work).isAnswered);
    const std::optional<ServerExit> exit = m_server->terminate();
    QVERIFY(exit && exit->isNormal && exit->code == 0);
}

void DrainTest::pausedDrainWaits()
{
    const QString fault = startServer({u"drain.close-spread-ms=0"_qs, u"timeouts.server-processing-ms=60000"_qs,
                                       u"timeouts.client-request-ms=60000"_qs});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    const PendingCall work = beginLongWork();
    QVERIFY(workRuns());
    SLUICE_VERIFY_OK(m_admin->call(u"server/drain"_qs));
    QVERIFY(waitUntil([this] { return m_admin->call(u"drain/pause"_qs).isOk(); }));
    QVERIFY(waitUntil([this] {
        const auto progress = m_admin->waitForNotification(u"server/drainProgress"_qs);
        return progress && (*progress)["paused"_L1].toBool();
    }));
    SLUICE_VERIFY_OK(m_admin->call(u"drain/extend"_qs, QJsonObject{{u"byMs"_qs, 1000}}));
    m_client->cancel(work);
    QVERIFY(m_client->waitFor(work).isAnswered);
    QVERIFY(m_client->isConnected());
    SLUICE_VERIFY_OK(m_admin->call(u"drain/continue"_qs));
    QCOMPARE(m_client->waitForClose(), std::optional(kRestarting));
    QVERIFY(waitUntil([this] { return state() == u"drained"; }));
}

void DrainTest::drainedServerShutsDown_data()
{
    QTest::addColumn<bool>("bySignal");
    QTest::newRow("by signal") << true;
    QTest::newRow("by command") << false;
}

void DrainTest::drainedServerShutsDown()
{
    QFETCH(bool, bySignal);
    const QString fault = startServer({u"drain.close-spread-ms=0"_qs});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    SLUICE_VERIFY_OK(m_admin->call(u"server/drain"_qs));
    QVERIFY(waitUntil([this] { return state() == u"drained"; }));
    if (bySignal)
        m_server->sendSignal(SIGTERM);
    else
        SLUICE_VERIFY_OK(m_admin->call(u"server/shutdown"_qs));
    const std::optional<ServerExit> exit = m_server->waitForExit();
    QVERIFY(exit && exit->isNormal);
    QCOMPARE(exit->code, 0);
}

void DrainTest::drainUnderLoadIsTakenBackAndEveryEventAccountedFor()
{
    constexpr int kClients = 1000;
    const QString fault =
        startServer({u"threads.io=2"_qs, u"backpressure.interval-ms=0"_qs, u"timeouts.server-processing-ms=60000"_qs,
                     u"timeouts.client-request-ms=60000"_qs});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    LoadClient load({u"--url"_qs, m_server->clientUrl(), u"--connections"_qs, QString::number(kClients), u"--rate"_qs,
                     u"2000"_qs, u"--seconds"_qs, u"6"_qs, u"--mix"_qs, u"bench/echo=9,bench/sleep=1"_qs, u"--sleep"_qs,
                     u"20"_qs});
    const auto received = [this] { return m_server->metric("sluice_events_received_total"); };
    QVERIFY(waitUntil([&] { return received() > 2000; }));
    const PendingCall work = beginLongWork();           // for as long as it runs nobody is sent away
    SLUICE_VERIFY_OK(m_client->call(u"bench/echo"_qs)); // it came behind
    SLUICE_VERIFY_OK(m_admin->call(u"server/drain"_qs));
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_events_refused_total{reason=\"draining\"}") > 0; }));
    SLUICE_VERIFY_OK(m_admin->call(u"server/resume"_qs));
    const double then = received();
    QVERIFY(waitUntil([&] { return received() > then + 2000; }));
    m_client->cancel(work);
    QVERIFY(m_client->waitFor(work).isAnswered);
    const std::optional<QJsonObject> summary = load.waitForSummary();
    QVERIFY2(summary && (*summary)["ok"_L1].toBool(), load.output().constData());
    const QByteArray metrics = httpGet(m_server->ports().http, u"/metrics"_qs).body;
    QCOMPARE(sumOf(metrics, "sluice_events_ended_total{") + sumOf(metrics, "sluice_events_refused_total{"), received());
    QVERIFY(m_server->metric("sluice_events_refused_total{reason=\"draining\"}") > 0);
    QCOMPARE(m_server->metric("sluice_events_ended_total{ending=\"abandoned\"}"), 0.0);
}

// Row G4 with SLUICE_DRAIN_CLIENTS=10000.
void DrainTest::drainUnderLoadKeepsItsPaceAndItsBooks()
{
    const int clients = figure("SLUICE_DRAIN_CLIENTS", 1000);
    constexpr int kHung = 3;
    constexpr qint64 kGraceMs = 4000;
    constexpr qint64 kSpreadMs = 2000;
    constexpr qint64 kStepMs = 10; // of a drain
    const QString fault =
        startServer({u"threads.io=2"_qs, u"backpressure.interval-ms=0"_qs, u"timeouts.server-processing-ms=60000"_qs,
                     u"timeouts.client-request-ms=60000"_qs, u"limits.close-ms=20000"_qs});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    LoadClient load({u"--url"_qs, m_server->clientUrl(), u"--connections"_qs, QString::number(clients), u"--rate"_qs,
                     u"2000"_qs, u"--seconds"_qs, u"60"_qs, u"--mix"_qs, u"bench/echo=9,bench/sleep=1"_qs,
                     u"--sleep"_qs, u"20"_qs, u"--stop-when-closed"_qs});
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_events_received_total") > 2000; }));
    for (int i = 0; i < kHung; ++i)
        (void)m_client->send(u"bench/hang"_qs, QJsonObject{{u"ms"_qs, 30'000}});
    SLUICE_VERIFY_OK(m_client->call(u"bench/echo"_qs));
    QElapsedTimer elapsed;
    elapsed.start();
    const QJsonObject request{{u"graceMs"_qs, kGraceMs}, {u"closeSpreadMs"_qs, kSpreadMs}};
    SLUICE_VERIFY_OK(m_admin->call(u"server/drain"_qs, request));

    // What hangs holds up the closes until only their own time of the grace is left.
    qint64 begunMs = -1;
    int looks = 0;
    QVERIFY(waitUntil([&] {
        const double closed = m_server->metric("sluice_connections_closed_total");
        const qint64 nowMs = elapsed.elapsed();
        if (closed > 0 && begunMs < 0)
            begunMs = nowMs;
        const double allowed = double(clients + 1) * double(nowMs - (kGraceMs - kSpreadMs) + 2 * kStepMs) / kSpreadMs;
        ++looks;
        return closed > std::max(0.0, allowed) + 2 // one more for each I/O thread, as shares are rounded up
            || closed == clients + 1;
    }));
    const qint64 tookMs = elapsed.elapsed();
    QCOMPARE(m_server->metric("sluice_connections_closed_total"), double(clients + 1)); // and not too many too early
    qInfo("closes from %lld to %lld ms, %d looks", begunMs, tookMs, looks);
    QVERIFY2(begunMs >= kGraceMs - kSpreadMs - kStepMs, QByteArray::number(begunMs));
    QVERIFY2(tookMs >= kGraceMs - kStepMs * 2, QByteArray::number(tookMs));
    QVERIFY(waitUntil([this] { return state() == u"drained"; }));

    const std::optional<QJsonObject> summary = load.waitForSummary();
    QVERIFY2(summary && (*summary)["ok"_L1].toBool(), load.output().constData());
    QCOMPARE((*summary)["connections"_L1]["closed"_L1].toObject(), (QJsonObject{{u"1012"_qs, clients}}));
    const QByteArray metrics = httpGet(m_server->ports().http, u"/metrics"_qs).body;
    const double abandoned = m_server->metric("sluice_events_ended_total{ending=\"abandoned\"}");
    QVERIFY2(abandoned >= kHung, QByteArray::number(abandoned));
    QVERIFY(m_server->metric("sluice_events_refused_total{reason=\"draining\"}") > 0);
    QCOMPARE(sumOf(metrics, "sluice_events_ended_total{") + sumOf(metrics, "sluice_events_refused_total{"),
             m_server->metric("sluice_events_received_total"));
}

QTEST_GUILESS_MAIN(DrainTest)
#include "tst_drain.moc"
