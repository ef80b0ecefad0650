#include "tests/support/expect.h"
#include "tests/support/processprobe.h"
#include "tests/support/silentclient.h"

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kProtocolError = 1002;
constexpr int kPolicyViolation = 1008;
constexpr int kMessageTooBig = 1009;
constexpr qsizetype kMebibyte = 1024 * 1024;
// After so long without a byte taken the server has stopped reading.
constexpr std::chrono::milliseconds kQuiet{300};

QByteArray request(const QByteArray &method, const QByteArray &params, const QByteArray &id)
{
    return clientFrame(
        {0x81, R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + R"(","params":)" + params + '}'});
}

/// The header of a masked binary frame that promises `length` bytes, and a little of what it promises.
QByteArray frameOf(quint64 length)
{
    QByteArray bytes("\x82\xff", 2);
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(length >> shift);
    return bytes + QByteArray(4 + 100, '\0');
}

QByteArray fragments(int count)
{
    QByteArray bytes = clientFrame({0x01, "x"});
    for (int i = 2; i < count; ++i)
        bytes += clientFrame({0x00, "x"});
    return bytes + clientFrame({0x80, "x"});
}

} // namespace

/// What clients may do to a server, and what it costs it (quality.md, A6 and A7).
class FloodsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unreadAnswersStopTheReading_data();
    void unreadAnswersStopTheReading();
    void pingFloodsAreClosed();
    void pongFloodsAreClosed();
    void tinyFragmentFloodsAreClosed();
    void framesAreRefusedFromTheirHeaders_data();
    void framesAreRefusedFromTheirHeaders();
    void fragmentsAtTheLimit();
    void requestsInFlightAreBounded();
    void nothingIsLostWhileReadingPauses();

private:
    void start(const QStringList &settings = {})
    {
        m_server = std::make_unique<TestServer>(u"bench.toml"_qs, settings);
        SLUICE_START(*m_server);
    }
    [[nodiscard]] std::vector<SilentClient> connected(size_t count, const QByteArray &path = "/")
    {
        std::vector<SilentClient> clients(count);
        for (SilentClient &client : clients) {
            if (!client.connectTo(m_server->ports().clients, path))
                return {};
        }
        return clients;
    }

    std::unique_ptr<TestServer> m_server;
};

void FloodsTest::unreadAnswersStopTheReading_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("large echoes") << QByteArray("/echo") << clientFrame({0x82, QByteArray(60'000, 'x')});
    QTest::newRow("small echoes") << QByteArray("/echo") << clientFrame({0x82, QByteArray(100, 'x')});
    QTest::newRow("large requests") << QByteArray("/")
                                    << request("bench/echo", "[\"" + QByteArray(60'000, 'x') + "\"]", "1");
    QTest::newRow("small requests") << QByteArray("/") << request("bench/echo", "[]", "1");
    QTest::newRow("refused requests") << QByteArray("/") << request("no/such", "[]", "1");
}

void FloodsTest::unreadAnswersStopTheReading()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, message);
    constexpr size_t kClients = 100;
    start();
    std::vector<SilentClient> clients = connected(kClients, path);
    QCOMPARE(clients.size(), kClients);
    const qint64 before = processUse(m_server->processId()).residentBytes;
    const QByteArray flood = message.repeated(8 * kMebibyte / message.size());
    for (const size_t taken : sendToAll(clients, flood, kQuiet))
        QVERIFY2(taken <= 2 * kMebibyte, qPrintable(QString::number(taken)));
    const qint64 grown = processUse(m_server->processId()).residentBytes - before;
    QVERIFY2(grown <= static_cast<qint64>(kClients) * 2 * kMebibyte, qPrintable(QString::number(grown)));
    TestClient honest;
    QVERIFY(honest.connectTo(m_server->ports().clients));
    SLUICE_VERIFY_OK(honest.call(u"rpc.ping"_qs));
}

void FloodsTest::pingFloodsAreClosed()
{
    constexpr size_t kClients = 100;
    start();
    std::vector<SilentClient> clients = connected(kClients);
    QCOMPARE(clients.size(), kClients);
    (void)sendToAll(clients, clientFrame({0x89, QByteArray(125, 'p')}).repeated(50'000), kQuiet);
    for (SilentClient &client : clients)
        QCOMPARE(client.closeCode(), kPolicyViolation);
    QCOMPARE(m_server->metric("sluice_floods_closed_total{of=\"pings\"}"), double(kClients));
}

void FloodsTest::pongFloodsAreClosed()
{
    start();
    SilentClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    (void)client.send(clientFrame({0x8a, {}}).repeated(100), kQuiet);
    QCOMPARE(client.closeCode(), kPolicyViolation);
    QCOMPARE(m_server->metric("sluice_floods_closed_total{of=\"pongs\"}"), 1.0);
}

void FloodsTest::tinyFragmentFloodsAreClosed()
{
    start();
    SilentClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    // Each message is within limits.fragments, and even the empty ones are answered.
    (void)client.send(fragments(500).repeated(100), kQuiet);
    QCOMPARE(client.closeCode(), kPolicyViolation);
    QCOMPARE(m_server->metric("sluice_floods_closed_total{of=\"tiny-fragments\"}"), 1.0);
}

void FloodsTest::framesAreRefusedFromTheirHeaders_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("2 GiB") << frameOf((quint64{1} << 31) - 2) << kMessageTooBig;
    QTest::newRow("2^62") << frameOf(quint64{1} << 62) << kMessageTooBig;
    QTest::newRow("2^63") << frameOf(quint64{1} << 63) << kProtocolError;
    QTest::newRow("a byte over the limit") << frameOf(65536 + 1) << kMessageTooBig;
    QTest::newRow("1,025 fragments") << fragments(1025) << kPolicyViolation;
}

void FloodsTest::framesAreRefusedFromTheirHeaders()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    constexpr qint64 kGrowthBytes = 5 * kMebibyte;
    start();
    std::vector<SilentClient> clients = connected(100);
    QCOMPARE(clients.size(), size_t{100});
    const qint64 before = processUse(m_server->processId()).residentBytes;
    qint64 most = before;
    for (SilentClient &client : clients) {
        (void)client.send(bytes);
        QCOMPARE(client.closeCode(), code);
        most = std::max(most, processUse(m_server->processId()).residentBytes);
    }
    QVERIFY2(most - before <= kGrowthBytes, qPrintable(QString::number(most - before)));
}

void FloodsTest::fragmentsAtTheLimit()
{
    start();
    SilentClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    (void)client.send(fragments(1024));
    const auto frame = client.nextFrame(); // not JSON, but taken
    QVERIFY(frame);
    QVERIFY2(frame->payload.contains("-32700"), frame->payload.constData());
}

// What comes behind the bound waits in the socket: a ping for its answer until a request before it has ended. Only one
// can end here, by its deadline; the others wait longer than the test does.
void FloodsTest::requestsInFlightAreBounded()
{
    start({u"limits.requests-in-flight=2"_qs, u"timeouts.client-request-ms=600000"_qs,
           u"timeouts.server-processing-ms=600000"_qs});
    const QByteArray endless = request("bench/sleep", R"({"ms":600000})", "\"endless\"");
    const QByteArray limited = request("bench/sleep", R"({"ms":600000},"timeoutMs":200)", "\"limited\"");
    const QByteArray ping = request("rpc.ping", "{}", "\"ping\"");

    SilentClient within;
    QVERIFY(within.connectTo(m_server->ports().clients));
    (void)within.send(endless + ping);
    const std::optional<RawFrame> first = within.nextFrame();
    QVERIFY(first && first->payload.contains("\"ping\""));
    QCOMPARE(m_server->metric("sluice_reading_paused_total{until=\"requests-answered\"}"),
             1.0); // the ping was the second

    SilentClient beyond;
    QVERIFY(beyond.connectTo(m_server->ports().clients));
    (void)beyond.send(endless + limited + ping);
    for (const char *expected : {"\"limited\"", "\"ping\""}) {
        const std::optional<RawFrame> answer = beyond.nextFrame();
        QVERIFY(answer);
        QVERIFY2(answer->payload.contains(expected), answer->payload.constData());
    }
}

// Nothing is lost while reading stops and goes on again.
void FloodsTest::nothingIsLostWhileReadingPauses()
{
    constexpr int kRequests = 3000;
    start({u"limits.requests-in-flight=3"_qs});
    SilentClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    QByteArray requests;
    for (int i = 0; i < kRequests; ++i)
        requests += request("bench/echo", "[]", QByteArray::number(i));
    QCOMPARE(client.send(requests), static_cast<size_t>(requests.size()));
    for (int i = 0; i < kRequests; ++i) {
        const std::optional<RawFrame> answer = client.nextFrame();
        QVERIFY(answer);
        QVERIFY2(answer->payload.contains("\"result\""), answer->payload.constData());
    }
    QVERIFY(m_server->metric("sluice_reading_paused_total{until=\"requests-answered\"}") > 100);
}

QTEST_GUILESS_MAIN(FloodsTest)
#include "tst_floods.moc"
