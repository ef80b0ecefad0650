#include "tests/support/expect.h"
#include "tests/support/httpget.h"

#include <QElapsedTimer>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kTimeout = -32031;
constexpr int kCancelled = -32800;
// Longer than any patience: whoever waits for it to end by itself fails.
constexpr int kForeverMs = 600'000;

QJsonObject sleepFor(int ms)
{
    return {{u"ms"_qs, ms}};
}

QJsonObject within(int timeoutMs)
{
    return {{u"timeoutMs"_qs, timeoutMs}};
}

} // namespace

/// Requests that end before their handler does.
class CancelTimeoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup() { m_client.reset(); }

    void runningRequestIsCancelled();
    void queuedRequestIsCancelled();
    void cancelOfNothingChangesNothing();
    void cancelIsPrivate();
    void clientsTimeoutEndsARunningRequest();
    void queuedRequestTimesOutAsNotRun();
    void clientCannotLengthenTheDeadline();
    void serversTimeoutHoldsWithoutTheClients();
    void workersAreFreeAfterwards();
    void requestsOfAGoneConnectionAreStopped();

private:
    [[nodiscard]] PendingCall occupyTheWorker();

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_client;
};

void CancelTimeoutTest::initTestCase_data()
{
    QTest::addColumn<int>("ioThreads");
    QTest::newRow("1 I/O thread") << 1;
    QTest::newRow("3 I/O threads") << 3;
}

void CancelTimeoutTest::init()
{
    QFETCH_GLOBAL(int, ioThreads);
    // One worker, so that a sleeping request makes the next one wait in the queue; a server timeout beyond every
    // patience.
    m_server =
        std::make_unique<TestServer>(u"bench.toml"_qs,
                                     QStringList{u"threads.io=%1"_qs.arg(ioThreads), u"channels.worker-pool-size=1"_qs,
                                                 u"timeouts.client-request-ms=%1"_qs.arg(kForeverMs),
                                                 u"timeouts.server-processing-ms=%1"_qs.arg(kForeverMs)});
    SLUICE_START(*m_server);
    m_client = std::make_unique<TestClient>();
    QVERIFY(m_client->connectTo(m_server->ports().clients));
}

/// A request that runs when this returns.
PendingCall CancelTimeoutTest::occupyTheWorker()
{
    const PendingCall call = m_client->send(u"bench/sleep"_qs, sleepFor(kForeverMs));
    const bool isRunning = waitUntil(
        [this] { return httpGet(m_server->ports().http, u"/metrics"_qs).body.contains("\nsluice_workers_busy 1\n"); });
    if (!isRunning)
        qWarning("the worker does not take the request");
    return call;
}

void CancelTimeoutTest::runningRequestIsCancelled()
{
    const PendingCall call = occupyTheWorker();
    m_client->cancel(call);
    SLUICE_VERIFY_ERROR(m_client->waitFor(call), kCancelled);
}

void CancelTimeoutTest::queuedRequestIsCancelled()
{
    const PendingCall running = occupyTheWorker();
    const PendingCall queued = m_client->send(u"bench/sleep"_qs, sleepFor(0));
    m_client->cancel(queued);
    SLUICE_VERIFY_ERROR(m_client->waitFor(queued), kCancelled);
    QVERIFY(!m_client->hasAnswer(running));
}

void CancelTimeoutTest::cancelOfNothingChangesNothing()
{
    m_client->cancel({4711});
    const PendingCall done = m_client->send(u"bench/echo"_qs);
    SLUICE_VERIFY_OK(m_client->waitFor(done));
    m_client->cancel(done);
    m_client->notify(u"$/cancelRequest"_qs, QJsonObject());
    SLUICE_VERIFY_OK(m_client->call(u"bench/echo"_qs));
    QVERIFY(!m_client->hasAnswer(done));
}

void CancelTimeoutTest::cancelIsPrivate()
{
    const PendingCall call = occupyTheWorker();
    TestClient other;
    QVERIFY(other.connectTo(m_server->ports().clients));
    other.cancel(call);
    const PendingCall queued = other.send(u"bench/sleep"_qs, sleepFor(0), within(50));
    SLUICE_VERIFY_ERROR(other.waitFor(queued), kTimeout);
    QVERIFY(!m_client->hasAnswer(call));
}

void CancelTimeoutTest::clientsTimeoutEndsARunningRequest()
{
    const CallResult result = m_client->call(u"bench/sleep"_qs, sleepFor(kForeverMs), within(300));
    SLUICE_VERIFY_ERROR(result, kTimeout);
    QCOMPARE(result.data()["timeoutMs"_L1].toInt(), 300);
    QCOMPARE(result.data()["outcome"_L1].toString(), u"unknown"_qs);
}

void CancelTimeoutTest::queuedRequestTimesOutAsNotRun()
{
    (void)occupyTheWorker();
    QElapsedTimer timer;
    timer.start();
    const CallResult result = m_client->call(u"bench/sleep"_qs, sleepFor(0), within(200));
    SLUICE_VERIFY_ERROR(result, kTimeout);
    QVERIFY(timer.elapsed() >= 200);
    QCOMPARE(result.data()["timeoutMs"_L1].toInt(), 200);
    QCOMPARE(result.data()["outcome"_L1].toString(), u"not-run"_qs);
}

void CancelTimeoutTest::clientCannotLengthenTheDeadline()
{
    TestServer server(u"bench.toml"_qs, {u"timeouts.server-processing-ms=2000"_qs});
    SLUICE_START(server);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients));
    const CallResult result = client.call(u"bench/sleep"_qs, sleepFor(kForeverMs), within(kForeverMs));
    SLUICE_VERIFY_ERROR(result, kTimeout);
    QCOMPARE(result.data()["timeoutMs"_L1].toInt(), 2000);
}

void CancelTimeoutTest::serversTimeoutHoldsWithoutTheClients()
{
    TestServer server(u"bench.toml"_qs, {u"timeouts.server-processing-ms=2000"_qs});
    SLUICE_START(server);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients));
    QElapsedTimer timer;
    timer.start();
    SLUICE_VERIFY_ERROR(client.call(u"bench/sleep"_qs, sleepFor(kForeverMs)), kTimeout);
    QVERIFY(timer.elapsed() >= 2000);
}

void CancelTimeoutTest::workersAreFreeAfterwards()
{
    const PendingCall cancelled = occupyTheWorker();
    m_client->cancel(cancelled);
    SLUICE_VERIFY_OK(m_client->call(u"bench/echo"_qs));
    SLUICE_VERIFY_ERROR(m_client->call(u"bench/sleep"_qs, sleepFor(kForeverMs), within(50)), kTimeout);
    SLUICE_VERIFY_OK(m_client->call(u"bench/echo"_qs));
}

void CancelTimeoutTest::requestsOfAGoneConnectionAreStopped()
{
    (void)occupyTheWorker();
    m_client->abort();
    TestClient next;
    QVERIFY(next.connectTo(m_server->ports().clients));
    SLUICE_VERIFY_OK(next.call(u"bench/echo"_qs));
}

QTEST_GUILESS_MAIN(CancelTimeoutTest)
#include "tst_cancel_timeout.moc"
