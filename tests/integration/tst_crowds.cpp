#include "tests/support/clientframes.h"
#include "tests/support/expect.h"
#include "tests/support/plainsocket.h"
#include "tests/support/processprobe.h"
#include "tests/support/rawclient.h"
#include "tests/support/seededrandom.h"
#include "tests/support/tlssocket.h"

#include <QElapsedTimer>

#include <memory>

using namespace sluice::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr int kSwitchingProtocols = 101;
constexpr qint64 kMebibyte = 1024 * 1024;

/// A client over either, upgraded if it was let in.
class UpgradedClient
{
public:
    UpgradedClient(const ServerPorts &ports, bool tls, quint8 host, const QByteArray &headers = {})
    {
        if (tls) {
            m_tls = std::make_unique<TlsSocket>(ports.clientsTls, host);
            m_status = m_tls->upgrade(headers) ? kSwitchingProtocols : 0;
            return;
        }
        m_plain = PlainSocket(ports.clients, host);
        (void)m_plain.send(upgradeRequest(headers));
        m_status = m_plain.status().value_or(0);
    }

    /// 0 when it was closed without an answer.
    [[nodiscard]] int status() const { return m_status; }
    /// What comes next; empty at the end.
    [[nodiscard]] QByteArray receive() { return m_tls ? m_tls->receive() : m_plain.receive(); }

private:
    PlainSocket m_plain;
    std::unique_ptr<TlsSocket> m_tls;
    int m_status = 0;
};

} // namespace

/// Many at once: what they cost, that the others are served, and that all of it comes back.
class CrowdsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(raiseDescriptorLimit() >= 5000); }
    void halfRequestsAreDropped();
    void headersWithoutEnd();
    void withoutDescriptors();
    void capsAreExact_data();
    void capsAreExact();
    void churn();
    void idleConnectionsAreSmall();
    void idleTlsConnectionsAreSmall();

private:
    void start(const QStringList &settings)
    {
        m_server = std::make_unique<TestServer>(u"bench.toml"_qs, settings);
        SLUICE_START(*m_server);
    }
    [[nodiscard]] ProcessUse use() const { return processUse(m_server->processId()); }
    /// A new client connects and gets an answer. Returns how long that took.
    [[nodiscard]] std::optional<milliseconds> serve()
    {
        QElapsedTimer elapsed;
        elapsed.start();
        TestClient client;
        if (!client.connectTo(m_server->ports().clients) || !client.call(u"bench/echo"_qs).isOk())
            return {};
        return milliseconds(elapsed.elapsed());
    }
    [[nodiscard]] bool isEmpty() const { return m_server->metric("sluice_connections_open") == 0; }

    std::unique_ptr<TestServer> m_server;
};

// Row A1, a fifth of its size. Each time is ten times the row's.
void CrowdsTest::halfRequestsAreDropped()
{
    constexpr int kClients = 2000;
    constexpr int kAddresses = 50;
    start({u"limits.handshake-ms=2000"_qs});
    const ProcessUse before = use();
    std::vector<PlainSocket> clients;
    for (int i = 0; i < kClients; ++i) {
        clients.emplace_back(m_server->ports().clients, static_cast<quint8>(1 + i % kAddresses));
        QVERIFY(clients.back().isOpen());
        QVERIFY(clients.back().send("GET / HTTP/1.1\r\nHost: a\r\n") > 0);
    }
    const auto served = serve();
    QVERIFY(served && *served <= milliseconds(2500));
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_handshakes_timed_out_total") == kClients; }));
    QVERIFY(std::all_of(clients.begin(), clients.end(), [](PlainSocket &client) { return client.hasEnded(); }));
    QVERIFY2(use().residentBytes - before.residentBytes <= 20 * kMebibyte,
             QByteArray::number(use().residentBytes - before.residentBytes));
}

// Row A3.
void CrowdsTest::headersWithoutEnd()
{
    constexpr int kClients = 100;
    start({});
    const ProcessUse before = use();
    const QByteArray flood = "GET / HTTP/1.1\r\n" + ("X: " + QByteArray(1000, 'x') + "\r\n").repeated(20);
    std::vector<PlainSocket> clients;
    for (int i = 0; i < kClients; ++i) {
        clients.emplace_back(m_server->ports().clients);
        (void)clients.back().send(flood);
        QCOMPARE(clients.back().status(), 431);
    }
    QVERIFY2(use().residentBytes - before.residentBytes <= 5 * kMebibyte,
             QByteArray::number(use().residentBytes - before.residentBytes));
    QCOMPARE(m_server->metric("sluice_connections_refused_total{reason=\"header-size\"}"), double(kClients));
}

// Row A10: more clients than descriptors. They are refused, nothing spins, and it goes on when somebody has left.
void CrowdsTest::withoutDescriptors()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("UndefinedBehaviorSanitizer looks at memory through a pipe, and reports nonsense without descriptors.");
#endif
    constexpr int kDescriptors = 256;
    constexpr int kClients = 400;
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs, QStringList{u"limits.connections=100000"_qs});
    m_server->limitDescriptors(kDescriptors);
    SLUICE_START(*m_server);
    std::vector<PlainSocket> clients;
    for (int i = 0; i < kClients; ++i) {
        clients.emplace_back(m_server->ports().clients);
        (void)clients.back().send(upgradeRequest());
    }
    // Asked of its log: a scrape would need a descriptor of it, too.
    QVERIFY(waitUntil([this] { return m_server->log().contains("connection refused status=503"); }));
    QVERIFY(use().descriptors <= kDescriptors);
    const milliseconds before = use().cpu;
    QElapsedTimer elapsed;
    elapsed.start();
    QVERIFY(waitUntil([&] { return elapsed.hasExpired(1000); }));
    QVERIFY2(use().cpu - before <= milliseconds(500), QByteArray::number((use().cpu - before).count()));
    clients.clear();
    const auto served = serve();
    QVERIFY(served && *served <= milliseconds(10'000));
}

void CrowdsTest::capsAreExact_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("refused");
    QTest::newRow("plain") << false << 429;
    QTest::newRow("TLS") << true << 0; // to say why, the server would have to work for whoever comes too often
}

// Row A12, with the caps that are the defaults.
void CrowdsTest::capsAreExact()
{
    constexpr int kPerAddress = 200;
    constexpr int kPerUser = 20;
    QFETCH(bool, tls);
    start({u"limits.per-address=%1"_qs.arg(kPerAddress), u"limits.per-user=%1"_qs.arg(kPerUser)});
    const ServerPorts &ports = m_server->ports();
    std::vector<UpgradedClient> clients;
    for (int i = 0; i < kPerAddress; ++i) {
        clients.emplace_back(ports, tls, 1);
        QCOMPARE(clients.back().status(), kSwitchingProtocols);
    }
    for (int i = 0; i < 5; ++i)
        QTEST(UpgradedClient(ports, tls, 1).status(), "refused");
    QCOMPARE(UpgradedClient(ports, tls, 2).status(), kSwitchingProtocols);
    clients.pop_back();
    QVERIFY(waitUntil([&] { return UpgradedClient(ports, tls, 1).status() == kSwitchingProtocols; }));
    clients.clear();
    QVERIFY(waitUntil([this] { return isEmpty(); }));

    const auto login = [this](const QString &user) {
        return "Authorization: Bearer " + m_server->token(user) + "\r\n";
    };
    for (int i = 0; i < kPerUser; ++i) {
        clients.emplace_back(ports, tls, static_cast<quint8>(1 + i % 3), login(u"ada"_qs));
        QCOMPARE(clients.back().status(), kSwitchingProtocols);
    }
    // Who it is shows only after the upgrade has been accepted on some I/O thread.
    UpgradedClient more(ports, tls, 4, login(u"ada"_qs));
    QVERIFY(more.receive().startsWith("\x88") && more.receive().isEmpty());
    QCOMPARE(UpgradedClient(ports, tls, 4, login(u"ben"_qs)).status(), kSwitchingProtocols);
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_connections_open") == kPerUser; }));
    QCOMPARE(m_server->metric("sluice_users_connected"), 1.0);
}

// Row A11, with all the ways to leave. The first round fills the pools and caches that stay.
void CrowdsTest::churn()
{
    constexpr int kRounds = 10;
    constexpr int kOpen = 500;
    constexpr int kPerRound = 5000;
    start({u"limits.handshake-ms=60000"_qs});
    SeededRandom random(20'261'126);
    const QByteArray request =
        clientFrame({0x81, R"({"jsonrpc":"2.0","id":1,"method":"bench/echo","params":{"text":"x"}})"});
    std::vector<PlainSocket> open(kOpen);
    ProcessUse before;
    for (int round = 0; round <= kRounds; ++round) {
        for (int i = 0; i < kPerRound; ++i) {
            PlainSocket &socket = open[random.below(kOpen)];
            if (socket.isOpen()) {
                switch (random.below(4)) {
                case 0: (void)socket.send(clientFrame({0x88, QByteArray("\x03\xe8", 2)})); break;
                case 1: socket.shutDown(); break;
                case 2: socket.reset(); break;
                default: break;
                }
            }
            socket = PlainSocket(m_server->ports().clients);
            QVERIFY(socket.isOpen());
            // Half of a handshake, a whole one, one with traffic behind it, the last of it cut.
            const quint64 kind = random.below(8);
            (void)socket.send(kind == 0 ? QByteArray("GET / HT") : upgradeRequest());
            if (kind > 4)
                (void)socket.send(request.repeated(3));
            if (kind > 6)
                (void)socket.send(request.left(request.size() / 2));
        }
        open.clear();
        open.resize(kOpen);
        QVERIFY(waitUntil([this] { return isEmpty(); }));
        if (round == 0)
            before = use();
    }
    QVERIFY(waitUntil([&] { return use().descriptors <= before.descriptors; }));
    QVERIFY2(waitUntil([&] { return use().residentBytes - before.residentBytes <= 10 * kMebibyte; }),
             QByteArray::number(use().residentBytes - before.residentBytes));
    for (const char *gauge : {"sluice_users_connected", "sluice_events_in_flight", "sluice_outbound_bytes"})
        QCOMPARE(m_server->metric(gauge), 0.0);
    QCOMPARE(m_server->metric("sluice_connections_accepted_total"),
             m_server->metric("sluice_connections_closed_total"));
    QVERIFY(serve());
}

// Row A13, a fifth of its size: logged in, all limits and timers on.
void CrowdsTest::idleConnectionsAreSmall()
{
    constexpr int kClients = 2000;
    constexpr qint64 kEach = 3 * 1024;
    constexpr qint64 kNoise = 2 * kMebibyte; // the allocator's pages
    m_server = std::make_unique<TestServer>(
        u"sluice.toml"_qs, QStringList{u"limits.per-address=0"_qs, u"rate-limits.per-ip-connects-per-second=0"_qs});
    SLUICE_START(*m_server);
    const auto login = [this](int user) {
        return "Authorization: Bearer " + m_server->token(u"user-%1"_qs.arg(user)) + "\r\n";
    };
    std::vector<PlainSocket> clients;
    qint64 before = 0;
    for (int i = 0; i < kClients + 50; ++i) {
        if (i == 50) // the first ones make what all share
            before = use().residentBytes;
        clients.emplace_back(m_server->ports().clients);
        (void)clients.back().send(upgradeRequest(login(i)));
        QCOMPARE(clients.back().status(), kSwitchingProtocols);
    }
    QCOMPARE(m_server->metric("sluice_users_connected"), double(kClients + 50));
    const qint64 grown = use().residentBytes - before;
    QVERIFY2(grown <= kClients * kEach + kNoise, QByteArray::number(grown / kClients));
}

void CrowdsTest::idleTlsConnectionsAreSmall()
{
    constexpr int kClients = 500;
    constexpr qint64 kEach = 40 * 1024;
    start({});
    std::vector<std::unique_ptr<TlsSocket>> clients;
    qint64 before = 0;
    for (int i = 0; i < kClients + 50; ++i) {
        if (i == 50)
            before = use().residentBytes;
        clients.push_back(std::make_unique<TlsSocket>(m_server->ports().clientsTls));
        QVERIFY(clients.back()->upgrade());
    }
    const qint64 each = (use().residentBytes - before) / kClients;
    QVERIFY2(each <= kEach, QByteArray::number(each));
    qInfo("%lld bytes each", each);
}

QTEST_GUILESS_MAIN(CrowdsTest)
#include "tst_crowds.moc"
