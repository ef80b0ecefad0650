#include "tests/support/expect.h"

#include <QElapsedTimer>

#include <algorithm>
#include <memory>
#include <vector>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kTimeout = -32031;
constexpr int kOverloaded = -32030;
constexpr int kUnknownMethod = -32601;
constexpr int kForeverMs = 600'000;
constexpr int kDeadlineMs = 3000;
// Times are asserted at ten times what quality.md says, as everywhere.
constexpr int kLatenessMs = 10 * 250;
constexpr int kAdminMs = 10 * 200;

QJsonObject forMs(int ms)
{
    return {{u"ms"_qs, ms}};
}

} // namespace

/// Row R6: handlers that hang, and look at no stop token.
class HangingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void hungCallersGetTimeoutsAndTheOthersService();
    void allHungRefusesAndStaysAlive();
    void stuckWorkersAreReplacedAndRecover();
    void neighboursOfAHungRequestAreAnswered();

private:
    void start(const QStringList &settings);
    std::vector<PendingCall> hang(int count, int ms = kForeverMs);
    int sleepsDoneWithin(int spanMs);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_client;
};

void HangingTest::cleanup()
{
    m_client.reset();
    m_server.reset(); // hung workers are left behind at the end of a drain
}

void HangingTest::start(const QStringList &settings)
{
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs, settings + QStringList{u"drain.close-spread-ms=0"_qs});
    SLUICE_START(*m_server);
    m_client = std::make_unique<TestClient>();
    QVERIFY(m_client->connectTo(m_server->ports().clients));
}

/// So many requests that hold a worker each.
std::vector<PendingCall> HangingTest::hang(int count, int ms)
{
    std::vector<PendingCall> calls;
    for (int i = 1; i <= count; ++i) {
        calls.push_back(m_client->send(u"bench/hang"_qs, forMs(ms)));
        const bool runs = waitUntil([this, i] { return m_server->metric("sluice_events_in_flight") >= i; });
        if (!runs)
            qWarning("no worker takes the request");
    }
    return calls;
}

/// How much work of 10 ms the workers do in that time, with more of it than they can do.
int HangingTest::sleepsDoneWithin(int spanMs)
{
    TestClient client;
    if (!client.connectTo(m_server->ports().clients))
        return 0;
    constexpr size_t kOutstanding = 16;
    std::vector<PendingCall> calls;
    int done = 0;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < spanMs) {
        while (calls.size() < kOutstanding)
            calls.push_back(client.send(u"bench/sleep"_qs, forMs(10)));
        static_cast<void>(waitUntil([&] { return client.hasAnswer(calls.front()); }));
        done += static_cast<int>(std::erase_if(calls, [&](PendingCall call) { return client.hasAnswer(call); }));
    }
    for (const PendingCall call : calls)
        static_cast<void>(client.waitFor(call));
    return done;
}

void HangingTest::hungCallersGetTimeoutsAndTheOthersService()
{
    start({u"channels.worker-pool-size=4"_qs, u"channels.max-stuck-workers=0"_qs});
    const int before = sleepsDoneWithin(1000);
    QVERIFY(before > 0);
    QElapsedTimer timer;
    timer.start();
    const auto hung = hang(2);
    for (const PendingCall call : hung) {
        const CallResult result = m_client->waitFor(call);
        SLUICE_VERIFY_ERROR(result, kTimeout);
        QCOMPARE(result.data()["outcome"_L1].toString(), u"unknown"_qs);
        QVERIFY2(timer.elapsed() >= kDeadlineMs - 250, QByteArray::number(timer.elapsed()).constData());
        QVERIFY2(timer.elapsed() <= kDeadlineMs + kLatenessMs, QByteArray::number(timer.elapsed()).constData());
    }
    QTRY_COMPARE(m_server->metric("sluice_workers_stuck"), 2.0);
    const int during = sleepsDoneWithin(1000);
    // Half of the workers: half of the work, less what the machine's noise may take.
    QVERIFY2(during >= before * 3 / 10, qPrintable(u"%1 of %2"_qs.arg(during).arg(before)));
}

void HangingTest::allHungRefusesAndStaysAlive()
{
    start(
        {u"channels.worker-pool-size=2"_qs, u"channels.max-stuck-workers=1"_qs, u"channels.message-queue-size=20"_qs});
    auto hung = hang(2);
    QTRY_COMPARE(m_server->metric("sluice_workers"), 2.0);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->metric("sluice_workers_stuck"), 2.0, 30'000);
    hung.push_back(hang(1).front()); // the worker that came for one of them
    QTRY_COMPARE_WITH_TIMEOUT(m_server->metric("sluice_workers_stuck"), 3.0, 30'000);

    std::vector<PendingCall> calls;
    for (int i = 0; i < 60; ++i)
        calls.push_back(m_client->send(u"bench/echo"_qs));
    TestClient admin;
    QVERIFY(admin.connectTo(m_server->ports().admin, {m_server->adminToken(), {}, {}, u"/"_qs}));
    std::vector<qint64> times;
    for (int i = 0; i < 50; ++i) {
        QElapsedTimer timer;
        timer.start();
        SLUICE_VERIFY_OK(admin.call(u"server/info"_qs));
        times.push_back(timer.elapsed());
    }
    std::sort(times.begin(), times.end());
    QVERIFY2(times[48] <= kAdminMs, QByteArray::number(times[48]).constData());
    SLUICE_VERIFY_ERROR(m_client->call(u"no/such"_qs), kUnknownMethod); // the I/O loop turns

    int refused = 0;
    int timedOut = 0;
    for (const PendingCall call : calls) {
        const CallResult result = m_client->waitFor(call);
        refused += result.code() == kOverloaded ? 1 : 0;
        timedOut += result.code() == kTimeout ? 1 : 0;
    }
    QCOMPARE(refused + timedOut, 60);
    QVERIFY(refused >= 40);
    for (const PendingCall call : hung)
        SLUICE_VERIFY_ERROR(m_client->waitFor(call), kTimeout);
    // What timed out while it waited has left the queue without a worker.
    QTRY_COMPARE(m_server->metric("sluice_queue_depth{lane=\"normal\"}"), 0.0);
}

void HangingTest::stuckWorkersAreReplacedAndRecover()
{
    start({u"channels.worker-pool-size=2"_qs, u"timeouts.server-processing-ms=500"_qs,
           u"timeouts.db-operation-ms=500"_qs});
    const auto hung = hang(2, 8000);
    for (const PendingCall call : hung)
        SLUICE_VERIFY_ERROR(m_client->waitFor(call), kTimeout);
    QTRY_COMPARE(m_server->metric("sluice_workers_stuck"), 2.0);
    SLUICE_VERIFY_OK(m_client->call(u"bench/echo"_qs));
    QCOMPARE(m_server->metric("sluice_workers"), 2.0);
    QVERIFY(m_server->log().contains("worker stuck event=bench/hang worker="));

    QTRY_COMPARE_WITH_TIMEOUT(m_server->metric("sluice_workers_stuck"), 0.0, 30'000);
    QCOMPARE(m_server->metric("sluice_workers_got_stuck_total"), 2.0);
    QCOMPARE(m_server->metric("sluice_workers_recovered_total"), 2.0);
    QCOMPARE(m_server->metric("sluice_late_results_total"), 2.0);
    QTRY_COMPARE(m_server->metric("sluice_events_in_flight"), 0.0);
    SLUICE_VERIFY_OK(m_client->call(u"bench/echo"_qs));
    QCOMPARE(m_server->terminate().value_or(ServerExit{}).code, 0);
}

void HangingTest::neighboursOfAHungRequestAreAnswered()
{
    start({u"channels.worker-pool-size=2"_qs, u"threads.io=1"_qs});
    SLUICE_VERIFY_OK(m_client->call(u"bench/hang"_qs, forMs(0))); // known as fast from now on
    for (int i = 0; i < 50; ++i)
        SLUICE_VERIFY_OK(m_client->call(u"bench/hang"_qs, forMs(0)));
    std::vector<PendingCall> neighbours;
    PendingCall hung;
    for (int i = 0; i < 60; ++i) {
        if (i == 30)
            hung = m_client->send(u"bench/hang"_qs, forMs(kForeverMs));
        neighbours.push_back(m_client->send(u"bench/echo"_qs));
    }
    for (const PendingCall call : neighbours)
        SLUICE_VERIFY_OK(m_client->waitFor(call));
    QVERIFY(!m_client->hasAnswer(hung));
    SLUICE_VERIFY_ERROR(m_client->waitFor(hung), kTimeout);
}

QTEST_GUILESS_MAIN(HangingTest)
#include "tst_hanging.moc"
