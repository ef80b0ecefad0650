#include "tests/support/expect.h"
#include "tests/support/hostileorigins.h"
#include "tests/support/plainsocket.h"
#include "tests/support/rawclient.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTimer>

using namespace sluice::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr int kSwitchingProtocols = 101;
constexpr int kPolicyViolation = 1008;

QByteArray refusals(const char *reason)
{
    return QByteArray("sluice_connections_refused_total{reason=\"") + reason + "\"}";
}

} // namespace

/// Who may come in, and that each refusal says why, with its own status and count.
class DoorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server.reset(); }

    void hostileOriginsStayOut();
    void originsChangeWhileTheServerRuns();
    void onlyTheRootIsServed();
    void eachRefusalHasItsStatusAndCount();
    void temporaryRefusalsSayWhenToRetry();
    void addressCapIsExact();
    void connectRateOfAnAddressLeavesOthersAlone();
    void userCapIsExact();
    void clientsBehindAProxyHaveTheirOwnLimits();
    void drippingHandshakeIsCut();
    void drippingMessageIsCut();
    void anHonestSlowClientIsServed();

private:
    void start(const QStringList &settings);
    /// The status that a handshake gets, from 127.0.0.`host`; the connection is gone again.
    [[nodiscard]] std::optional<int> knock(const QByteArray &headers = {}, const QByteArray &path = "/",
                                           quint8 host = 1);
    /// A handshake from 127.0.0.`host` whose socket stays.
    [[nodiscard]] std::optional<int> enter(const QByteArray &headers = {}, quint8 host = 1);
    /// What `send` is fed a byte at a time until the server ends the connection. Returns how long that took.
    [[nodiscard]] std::optional<milliseconds> drip(PlainSocket &socket, const QByteArray &bytes);

    std::unique_ptr<TestServer> m_server;
    std::vector<PlainSocket> m_inside;
};

void DoorTest::start(const QStringList &settings)
{
    m_inside.clear();
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs, settings);
    SLUICE_START(*m_server);
}

std::optional<int> DoorTest::knock(const QByteArray &headers, const QByteArray &path, quint8 host)
{
    PlainSocket socket(m_server->ports().clients, host);
    socket.send(upgradeRequest(headers, path));
    return socket.status();
}

std::optional<int> DoorTest::enter(const QByteArray &headers, quint8 host)
{
    PlainSocket socket(m_server->ports().clients, host);
    socket.send(upgradeRequest(headers));
    const std::optional<int> status = socket.status();
    if (status == kSwitchingProtocols)
        m_inside.push_back(std::move(socket));
    return status;
}

std::optional<milliseconds> DoorTest::drip(PlainSocket &socket, const QByteArray &bytes)
{
    constexpr milliseconds kBetweenBytes{20};
    qsizetype sent = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer,
                     [&] { sent += sent < bytes.size() ? socket.send(bytes.mid(sent, 1)) : 0; });
    timer.start(kBetweenBytes);
    QElapsedTimer elapsed;
    elapsed.start();
    if (!waitUntil([&] { return socket.hasEnded(); }) || sent == bytes.size())
        return {};
    return milliseconds(elapsed.elapsed());
}

// Row M8.
void DoorTest::hostileOriginsStayOut()
{
    start({u"listen.allowed-origins=https://app.example, HTTP://Localhost:8080"_qs});
    for (const char *origin : kHostileOrigins)
        QVERIFY2(knock(QByteArray("Origin: ") + origin + "\r\n") == 403, origin);
    QCOMPARE(knock("Origin: https://app.example\r\nOrigin: https://app.example\r\n"), 400);
    QCOMPARE(knock("Origin: https://app.example\r\n"), kSwitchingProtocols);
    QCOMPARE(knock("Origin: http://LOCALHOST:8080\r\n"), kSwitchingProtocols);
    QCOMPARE(m_server->metric(refusals("origin")), static_cast<double>(kHostileOrigins.size()));
    QCOMPARE(m_server->metric("sluice_connections_accepted_total"), 2.0);
}

void DoorTest::originsChangeWhileTheServerRuns()
{
    start({});
    const QByteArray origin = "Origin: https://app.example\r\n";
    QCOMPARE(knock(origin), 403);
    TestClient admin;
    QVERIFY(admin.connectTo(m_server->ports().admin, {m_server->adminToken(), {}, {}, u"/"_qs}));
    const auto patch = [&](const QJsonValue &value) {
        const QJsonValue revision = admin.call(u"config/get"_qs).result[u"revision"_qs];
        const QJsonObject changes{{u"listen.allowed-origins"_qs, value}};
        return admin.call(u"config/patch"_qs, QJsonObject{{u"base"_qs, revision}, {u"changes"_qs, changes}});
    };
    SLUICE_VERIFY_OK(patch(QJsonArray{u"https://app.example"_qs}));
    QVERIFY(waitUntil([&] { return knock(origin) == kSwitchingProtocols; }));
    SLUICE_VERIFY_ERROR(patch(QJsonArray{u"https://app.example/"_qs}), -32602);
    SLUICE_VERIFY_ERROR(patch(u"https://app.example"_qs), -32602);
    QCOMPARE(knock(origin), kSwitchingProtocols);
}

void DoorTest::onlyTheRootIsServed()
{
    start({});
    for (const char *path : {"/", "/?x", "/?a=/b", "http://127.0.0.1/", "ws://127.0.0.1?x", "/echo"})
        QVERIFY2(knock({}, path) == kSwitchingProtocols, path);
    for (const char *path : {"//", "/%2f", "/..", "/index.html", "*", "127.0.0.1:80", "http:///", "http://a//",
                             "/echo/", "//echo", "/%65cho"})
        QVERIFY2(knock({}, path) == 404, path);
}

void DoorTest::eachRefusalHasItsStatusAndCount()
{
    start({u"limits.header-bytes=8192"_qs});
    QCOMPARE(knock({}, "/nowhere"), 404);
    QCOMPARE(knock("Authorization: Bearer hello\r\n"), 401);
    QCOMPARE(knock("Origin: null\r\n"), 403);
    QCOMPARE(knock("Host: b\r\n"), 400);
    QCOMPARE(knock("Sec-WebSocket-Version: 8\r\n"), 426);
    QCOMPARE(knock("no header\r\n"), 400);
    QCOMPARE(knock("X: " + QByteArray(9000, 'x') + "\r\n"), 431);
    QCOMPARE(knock(QByteArray("X: y\r\n").repeated(101)), 431);
    QCOMPARE(m_server->metric(refusals("path")), 1.0);
    QCOMPARE(m_server->metric(refusals("token")), 1.0);
    QCOMPARE(m_server->metric(refusals("origin")), 1.0);
    QCOMPARE(m_server->metric(refusals("malformed")), 3.0);
    QCOMPARE(m_server->metric(refusals("header-size")), 2.0);
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_connections_open") == 0; }));
    // The log has a line of each, not of all: the client could repeat them.
    QTRY_COMPARE(m_server->log().count("connection refused"), 5);
}

void DoorTest::temporaryRefusalsSayWhenToRetry()
{
    start({u"limits.connections=2"_qs, u"limits.per-address=1"_qs});
    QCOMPARE(enter({}, 2), kSwitchingProtocols);
    for (const quint8 host : {quint8{2}, quint8{3}}) {
        QCOMPARE(enter({}, 3), host == 2 ? kSwitchingProtocols : 503);
        RawClient refused;
        QVERIFY(refused.connectTo(m_server->ports().clients));
        refused.sendUpgrade();
        QCOMPARE(refused.waitForStatus(), 503);
        QVERIFY2(refused.responseHeader().contains("\r\nRetry-After: "), refused.responseHeader().constData());
    }
    m_inside.pop_back();
    QVERIFY(waitUntil([this] { return knock({}, "/", 2) == 429; }));
    QVERIFY(m_server->metric(refusals("full")) >= 3);
    QVERIFY(m_server->metric(refusals("address-full")) >= 1);
}

// Row A12.
void DoorTest::addressCapIsExact()
{
    constexpr int kMost = 5;
    start({u"limits.per-address=%1"_qs.arg(kMost)});
    for (const quint8 host : {quint8{2}, quint8{3}}) {
        for (int i = 0; i < kMost; ++i)
            QCOMPARE(enter({}, host), kSwitchingProtocols);
        QCOMPARE(enter({}, host), 429);
    }
    QCOMPARE(enter({}, 4), kSwitchingProtocols);
    m_inside.front().reset();
    QVERIFY(waitUntil([this] { return enter({}, 2) == kSwitchingProtocols; }));
    QCOMPARE(enter({}, 2), 429);
    QCOMPARE(enter({}, 3), 429);
}

void DoorTest::connectRateOfAnAddressLeavesOthersAlone()
{
    start({u"rate-limits.per-ip-connects-per-second=3"_qs});
    int refused = 0;
    for (int i = 0; i < 100; ++i)
        refused += knock({}, "/", 2) == 429 ? 1 : 0;
    QVERIFY(refused > 0);
    QCOMPARE(knock({}, "/", 3), kSwitchingProtocols);
    QCOMPARE(m_server->metric(refusals("address-rate")), static_cast<double>(refused));
    QVERIFY(waitUntil([this] { return knock({}, "/", 2) == kSwitchingProtocols; }));
}

void DoorTest::userCapIsExact()
{
    constexpr int kMost = 3;
    start({u"limits.per-user=%1"_qs.arg(kMost)});
    const auto connected = [this](const QString &user) {
        auto client = std::make_unique<TestClient>();
        (void)client->connectTo(m_server->ports().clients, {m_server->token(user), {}, {}, u"/"_qs});
        return client;
    };
    std::vector<std::unique_ptr<TestClient>> inside;
    for (int i = 0; i < kMost; ++i) {
        inside.push_back(connected(u"ada"_qs));
        SLUICE_VERIFY_OK(inside.back()->call(u"bench/echo"_qs));
    }
    QCOMPARE(connected(u"ada"_qs)->waitForClose(), kPolicyViolation);
    const auto other = connected(u"ben"_qs);
    SLUICE_VERIFY_OK(other->call(u"bench/echo"_qs));

    // Logging in later takes a place too, and as another user it gives the first one's back.
    const auto login = [&](TestClient &client, const QString &user) {
        return client.call(u"rpc.login"_qs, QJsonObject{{u"token"_qs, QString::fromLatin1(m_server->token(user))}});
    };
    SLUICE_VERIFY_OK(login(*inside.back(), u"cyn"_qs));
    inside.push_back(connected(u"ada"_qs));
    SLUICE_VERIFY_OK(inside.back()->call(u"bench/echo"_qs));
    QCOMPARE(connected(u"ada"_qs)->waitForClose(), kPolicyViolation);
    QCOMPARE(m_server->metric("sluice_users_connected"), 3.0);

    inside.clear();
    other->abort();
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_users_connected") == 0; }));
    SLUICE_VERIFY_OK(connected(u"ada"_qs)->call(u"bench/echo"_qs));
}

void DoorTest::clientsBehindAProxyHaveTheirOwnLimits()
{
    start({u"limits.per-address=2"_qs, u"listen.trusted-proxies=127.0.0.2, 127.0.0.64/26"_qs});
    const auto from = [](const QByteArray &value) { return "X-Forwarded-For: " + value + "\r\n"; };
    for (const char *client : {"192.0.2.1", "192.0.2.2", "2001:db8::1"}) {
        QCOMPARE(enter(from(client), 2), kSwitchingProtocols);
        QCOMPARE(enter(from(client) + from("127.0.0.2"), 65), kSwitchingProtocols);
        QCOMPARE(enter(from("192.0.2.99, " + QByteArray(client)), 2), 429);
    }
    // Malformed, or from somebody else: the address it came from.
    QCOMPARE(enter(from("192.0.2.9, what?"), 2), kSwitchingProtocols);
    QCOMPARE(enter({}, 2), kSwitchingProtocols);
    QCOMPARE(enter(from(","), 2), 429);
    QCOMPARE(enter(from("192.0.2.9"), 3), kSwitchingProtocols);
    QCOMPARE(enter(from("192.0.2.8"), 3), kSwitchingProtocols);
    QCOMPARE(enter(from("192.0.2.7"), 3), 429);

    m_inside.clear();
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_connections_open") == 0; }));
    QVERIFY(waitUntil([&] { return enter(from("192.0.2.1"), 2) == kSwitchingProtocols; }));
    QCOMPARE(enter(from("192.0.2.1"), 2), kSwitchingProtocols);
    QCOMPARE(enter(from("192.0.2.1"), 2), 429);
    QTRY_VERIFY(m_server->log().contains("address=192.0.2.1 "));
}

// Row A2.
void DoorTest::drippingHandshakeIsCut()
{
    constexpr milliseconds kHandshake{1000};
    start({u"limits.handshake-ms=%1"_qs.arg(kHandshake.count())});
    PlainSocket socket(m_server->ports().clients);
    const auto took = drip(socket, upgradeRequest("X: " + QByteArray(4000, 'x') + "\r\n"));
    QVERIFY(took);
    QVERIFY2(*took >= kHandshake * 9 / 10 && *took <= kHandshake * 10, qPrintable(QString::number(took->count())));
    QCOMPARE(m_server->metric("sluice_handshakes_timed_out_total"), 1.0);
}

void DoorTest::drippingMessageIsCut()
{
    constexpr milliseconds kMessage{1000};
    start({u"limits.message-ms=%1"_qs.arg(kMessage.count())});
    PlainSocket socket(m_server->ports().clients);
    socket.send(upgradeRequest());
    QCOMPARE(socket.status(), kSwitchingProtocols);
    const auto took = drip(socket, clientFrame({0x81, QByteArray(4000, ' ')}));
    QVERIFY(took);
    QVERIFY2(*took >= kMessage * 9 / 10 && *took <= kMessage * 10, qPrintable(QString::number(took->count())));
}

void DoorTest::anHonestSlowClientIsServed()
{
    // 10 KB/s: 100 bytes each 10 ms, within the default deadlines.
    constexpr qsizetype kPiece = 100;
    constexpr milliseconds kBetweenPieces{10};
    start({});
    RawClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    const auto trickle = [&](const QByteArray &bytes) {
        qsizetype sent = 0;
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            client.send(bytes.mid(sent, kPiece));
            sent += kPiece;
        });
        timer.start(kBetweenPieces);
        return waitUntil([&] { return sent >= bytes.size(); });
    };
    QVERIFY(trickle(upgradeRequest("X: " + QByteArray(4000, 'x') + "\r\n")));
    QCOMPARE(client.waitForStatus(), kSwitchingProtocols);
    const QByteArray message =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"bench/echo\",\"params\":[\"" + QByteArray(20'000, 'x') + "\"]}";
    QVERIFY(trickle(clientFrame({0x81, message})));
    const auto answer = client.waitForFrame();
    QVERIFY(answer && answer->payload.contains("\"result\""));
}

QTEST_GUILESS_MAIN(DoorTest)
#include "tst_door.moc"
