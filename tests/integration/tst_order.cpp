#include "tests/support/expect.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <memory>
#include <vector>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *kEvents = R"(
[[event]]
id            = "a/ordered"
handler       = "bench.echo"
requires-auth = false
ordered       = "connection"

[[event]]
id            = "b/ordered"
handler       = "bench.echo"
requires-auth = false
ordered       = "connection"
priority      = "low"

[[event]]
id            = "slow/ordered"
handler       = "bench.sleep"
requires-auth = false
ordered       = "connection"

[[event]]
id            = "mine/ordered"
handler       = "bench.sleep"
ordered       = "user"

[[event]]
id             = "slow/bounded"
handler        = "bench.sleep"
requires-auth  = false
max-concurrent = 1

[[event]]
id            = "plain"
handler       = "bench.echo"
requires-auth = false
)";

// Longer than any patience: what sleeps so ends because it is cancelled.
constexpr int kForeverMs = 600'000;

QJsonObject forMs(int ms)
{
    return {{u"ms"_qs, ms}};
}

} // namespace

/// Events that wait for others of their kind, through the whole server with several I/O threads and workers.
class OrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void repliesComeInTheOrderOfTheRequests();
    void nobodyElseWaitsForAnOrder();
    void orderOfAUserSpansConnections();
    void whatTimesOutBehindAnotherIsNotRun();
    void boundedEventLeavesWorkersToOthers();

private:
    QTemporaryDir m_files;
    std::unique_ptr<TestServer> m_server;
};

void OrderTest::initTestCase()
{
    QFile file(m_files.filePath(u"events.toml"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(kEvents) > 0);
    file.close();
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs,
                                            QStringList{u"events-file="_qs + file.fileName(), u"threads.io=3"_qs,
                                                        u"channels.worker-pool-size=4"_qs,
                                                        u"timeouts.client-request-ms=%1"_qs.arg(kForeverMs),
                                                        u"timeouts.server-processing-ms=%1"_qs.arg(kForeverMs)});
    SLUICE_START(*m_server);
}

/// Row R9, at a size for every day.
void OrderTest::repliesComeInTheOrderOfTheRequests()
{
    constexpr int kRequests = 15'000;
    constexpr int kWindow = 200;
    std::array<TestClient, 3> clients;
    for (TestClient &client : clients) {
        QVERIFY(client.connectTo(m_server->ports().clients));
        client.takeRaw();
    }
    std::array<int, 3> sent{};
    for (int received = 0; received < kRequests; ++received) {
        for (size_t c = 0; c < clients.size(); ++c) {
            for (; sent[c] < std::min(kRequests, received + kWindow); ++sent[c]) {
                const QString method = sent[c] % 3 == 0 ? u"b/ordered"_qs : u"a/ordered"_qs;
                clients[c].sendRaw(u"{\"jsonrpc\":\"2.0\",\"id\":%1,\"method\":\"%2\"}"_qs.arg(sent[c]).arg(method));
            }
            const std::optional<QString> reply = clients[c].waitForRaw();
            QVERIFY(reply);
            QVERIFY2(reply->contains(u"\"id\":%1,"_qs.arg(received)) || reply->endsWith(u"\"id\":%1}"_qs.arg(received)),
                     qPrintable(*reply));
        }
    }
}

void OrderTest::nobodyElseWaitsForAnOrder()
{
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    const PendingCall first = client.send(u"slow/ordered"_qs, forMs(kForeverMs));
    const PendingCall second = client.send(u"a/ordered"_qs);
    SLUICE_VERIFY_OK(client.call(u"plain"_qs));
    TestClient other;
    QVERIFY(other.connectTo(m_server->ports().clients));
    SLUICE_VERIFY_OK(other.call(u"a/ordered"_qs));
    QVERIFY(!client.hasAnswer(first));
    QVERIFY(!client.hasAnswer(second));
    client.cancel(first);
    SLUICE_VERIFY_OK(client.waitFor(second));
    QVERIFY(client.hasAnswer(first));
}

void OrderTest::orderOfAUserSpansConnections()
{
    TestClient one;
    TestClient two;
    TestClient stranger;
    for (TestClient *client : {&one, &two})
        QVERIFY(client->connectTo(m_server->ports().clients, {m_server->token(u"ada"_qs), {}, {}, u"/"_qs}));
    QVERIFY(stranger.connectTo(m_server->ports().clients, {m_server->token(u"bob"_qs), {}, {}, u"/"_qs}));
    const PendingCall first = one.send(u"mine/ordered"_qs, forMs(kForeverMs));
    QTRY_VERIFY(m_server->metric("sluice_events_in_flight") >= 1);
    const PendingCall second = two.send(u"mine/ordered"_qs, forMs(0));
    SLUICE_VERIFY_OK(stranger.call(u"mine/ordered"_qs, forMs(0)));
    QVERIFY(!two.hasAnswer(second));
    one.cancel(first);
    SLUICE_VERIFY_OK(two.waitFor(second));
}

void OrderTest::whatTimesOutBehindAnotherIsNotRun()
{
    constexpr int kTimeout = -32031;
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    const PendingCall first = client.send(u"slow/ordered"_qs, forMs(kForeverMs));
    const PendingCall second = client.send(u"a/ordered"_qs, QJsonObject(), {{u"timeoutMs"_qs, 100}});
    const PendingCall third = client.send(u"a/ordered"_qs);
    const CallResult result = client.waitFor(second);
    SLUICE_VERIFY_ERROR(result, kTimeout);
    QCOMPARE(result.data()["outcome"_L1].toString(), u"not-run"_qs);
    QTRY_COMPARE(m_server->metric("sluice_queue_depth{lane=\"normal\"}"), 1.0); // it has left, the third waits
    client.cancel(first);
    SLUICE_VERIFY_OK(client.waitFor(third));
}

void OrderTest::boundedEventLeavesWorkersToOthers()
{
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    std::vector<PendingCall> slow;
    for (int i = 0; i < 8; ++i) // twice as many as there are workers
        slow.push_back(client.send(u"slow/bounded"_qs, forMs(kForeverMs)));
    for (int i = 0; i < 20; ++i)
        SLUICE_VERIFY_OK(client.call(u"plain"_qs));
    QTRY_COMPARE(m_server->metric("sluice_events_in_flight"), 1.0);
    QCOMPARE(m_server->metric("sluice_queue_depth{lane=\"normal\"}"), 7.0);
    for (const PendingCall call : slow) {
        client.cancel(call);
        static_cast<void>(client.waitFor(call));
    }
    SLUICE_VERIFY_OK(client.call(u"slow/bounded"_qs, forMs(0)));
}

QTEST_GUILESS_MAIN(OrderTest)
#include "tst_order.moc"
