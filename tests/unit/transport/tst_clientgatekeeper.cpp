#include "server/transport/clientgatekeeper.h"

#include "tests/support/fakeclock.h"
#include "tests/support/hostileorigins.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using sluice::test::FakeClock;

namespace {

/// Takes the token "good" and calls "old" expired.
class OneToken final : public Authenticator
{
public:
    Result<PrincipalPtr> authenticate(std::string_view token) const override
    {
        if (token != "good")
            return failure(token == "old" ? ErrorCode::TokenExpired : ErrorCode::Unauthorized);
        auto principal = std::make_shared<Principal>();
        principal->userId = "ada";
        principal->authenticated = true;
        return principal;
    }
};

} // namespace

/// Who may come in: origins, proxies, paths, tokens, and how each refusal reads.
class TestClientGatekeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void originsThatMayComeIn_data();
    void originsThatMayComeIn();
    void hostileOrigins_data();
    void hostileOrigins();
    void noOriginsMeansNoBrowsers();
    void severalOriginHeaders();
    void theOriginIsQuotedSafely();
    void aRefusedOriginIsToldWhatToDo();
    void theEchoHasNoOtherOrigins();
    void paths_data();
    void paths();
    void tokens_data();
    void tokens();
    void drainingIsTemporary();
    void fullIsTemporary();
    void anAddressWithoutAProxy();
    void clientsBehindAProxy();
    void aClientThatPosesAsAnother();
    void whatAProxyDoesNotSay();
    void aProxyThatIsNoneAnyMore();
    void aRefusedClientGivesItsPlaceBack();
    void badRequestsOfAClientCountForIt();

private:
    using Verdict = std::variant<Admission, HttpRefusal>;
    void use() { m_gatekeeper->setConfig(std::make_shared<const Config>(m_config)); }
    Verdict judge(const QByteArray &lines, std::string &address, const QByteArray &target = "/");
    int status(const QByteArray &lines, const QByteArray &target = "/");
    HttpRefusal refusal(const QByteArray &lines, const QByteArray &target = "/");
    /// 101, or the status with which a connection from `peer` is refused, which then leaves.
    int connects(const std::string &peer, const QByteArray &forwardedFor = {});

    FakeClock m_clock;
    Config m_config;
    OneToken m_tokens;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<ClientGatekeeper> m_gatekeeper;
    std::vector<std::string> m_inside; // whose places are taken
};

void TestClientGatekeeper::init()
{
    m_config = {};
    m_config.limits.connections = 100;
    m_config.limits.perAddress = 2;
    m_config.rateLimits.perIpConnectsPerSecond = 0;
    m_config.listen.allowedOrigins =
        QStringList{QStringLiteral("https://app.example"), QStringLiteral("HTTP://Localhost:8080")};
    m_config.listen.trustedProxies = QStringList{QStringLiteral("10.0.0.0/8"), QStringLiteral("fd00::/8")};
    m_config.test.echoPath = QStringLiteral("/echo");
    m_hub = std::make_unique<Hub>(m_clock);
    m_hub->setConfig(m_config);
    m_gatekeeper = std::make_unique<ClientGatekeeper>(*m_hub, m_tokens, std::make_shared<const Config>(m_config));
    m_inside.clear();
}

TestClientGatekeeper::Verdict TestClientGatekeeper::judge(const QByteArray &lines, std::string &address,
                                                          const QByteArray &target)
{
    const QByteArray head = "GET " + target
        + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + lines + "\r\n";
    const auto request = parseHttpRequest({head.constData(), static_cast<size_t>(head.size())});
    if (!request)
        return request.error();
    return m_gatekeeper->judge(*request, address);
}

int TestClientGatekeeper::status(const QByteArray &lines, const QByteArray &target)
{
    return refusal(lines, target).status;
}

HttpRefusal TestClientGatekeeper::refusal(const QByteArray &lines, const QByteArray &target)
{
    std::string address = "192.0.2.1";
    const Verdict verdict = judge(lines, address, target);
    return std::holds_alternative<Admission>(verdict) ? HttpRefusal{101} : std::get<HttpRefusal>(verdict);
}

int TestClientGatekeeper::connects(const std::string &peer, const QByteArray &forwardedFor)
{
    std::string address = peer;
    if (const auto refusal = m_gatekeeper->enter(address))
        return refusal->status;
    const Verdict verdict =
        judge(forwardedFor.isEmpty() ? QByteArray() : "X-Forwarded-For: " + forwardedFor + "\r\n", address);
    if (const auto *refusal = std::get_if<HttpRefusal>(&verdict)) {
        m_gatekeeper->leave(address);
        return refusal->status;
    }
    m_inside.push_back(address);
    return 101;
}

void TestClientGatekeeper::originsThatMayComeIn_data()
{
    QTest::addColumn<QByteArray>("origin");
    for (const char *origin :
         {"https://app.example", "HTTPS://APP.example", "https://app.example:443", "http://localhost:8080"})
        QTest::newRow(origin) << QByteArray(origin);
}

void TestClientGatekeeper::originsThatMayComeIn()
{
    QFETCH(QByteArray, origin);
    QCOMPARE(status("Origin: " + origin + "\r\n"), 101);
}

// Row M8: what looks like an allowed origin and is none.
void TestClientGatekeeper::hostileOrigins_data()
{
    QTest::addColumn<QByteArray>("origin");
    for (const char *origin : test::kHostileOrigins)
        QTest::addRow("'%s'", origin) << QByteArray(origin);
}

void TestClientGatekeeper::hostileOrigins()
{
    QFETCH(QByteArray, origin);
    const HttpRefusal refused = refusal("Origin: " + origin + "\r\n");
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.countedAs == Counter::ConnectionsRefusedOrigin);
}

void TestClientGatekeeper::noOriginsMeansNoBrowsers()
{
    m_config.listen.allowedOrigins.clear();
    use();
    QCOMPARE(status("Origin: https://app.example\r\n"), 403);
    QCOMPARE(status({}), 101);
}

void TestClientGatekeeper::severalOriginHeaders()
{
    QCOMPARE(status("Origin: https://app.example\r\nOrigin: https://app.example\r\n"), 400);
    QCOMPARE(status("Origin: https://app.example\r\norigin: https://evil.example\r\n"), 400);
}

void TestClientGatekeeper::theOriginIsQuotedSafely()
{
    const std::string text = refusal("Origin: https://" + QByteArray(4000, 'a') + "\"\xff\x1b" + "\r\n").text;
    QVERIFY(text.empty() || text.size() < 300);
    const std::string odd = refusal("Origin: \"\\\xff\tx\r\n").text;
    QVERIFY2(odd.starts_with("The origin ????x is not allowed"), odd.c_str());
    const std::string longest = refusal("Origin: " + QByteArray(100, 'a') + "\r\n").text;
    QVERIFY(longest.find(std::string(100, 'a') + " is") != std::string::npos);
    const std::string longer = refusal("Origin: " + QByteArray(101, 'a') + "\r\n").text;
    QVERIFY(longer.find(std::string(100, 'a') + "... is") != std::string::npos);
}

void TestClientGatekeeper::aRefusedOriginIsToldWhatToDo()
{
    const std::string text = refusal("Origin: https://evil.example\r\n").text;
    QVERIFY(text.find("https://evil.example") != std::string::npos);
    QVERIFY(text.find("listen.allowed-origins") != std::string::npos);
}

void TestClientGatekeeper::theEchoHasNoOtherOrigins()
{
    QCOMPARE(status("Origin: https://app.example\r\n", "/echo"), 101);
    QCOMPARE(status("Origin: https://evil.example\r\n", "/echo"), 403);
}

void TestClientGatekeeper::paths_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    for (const char *target : {"/", "/?x", "/?", "/?a=/b", "http://a/", "https://a", "ws://a?x", "/echo", "/echo?x"})
        QTest::newRow(target) << QByteArray(target) << 101;
    for (const char *target :
         {"//",          "/%2f",   "/%2F",   "/.",         "/./",     "/..",      "/../",       "/;",       "/#",
          "/index.html", "*",      "a",      "a:80",       "http://", "http:///", "http://a//", "ftp://a/", "http:/",
          "/Echo",       "/echo/", "//echo", "/x/../echo", "/%65cho", "\\",       "/\\"})
        QTest::newRow(target) << QByteArray(target) << 404;
    QTest::newRow("a space") << QByteArray("/ x") << 400;
}

void TestClientGatekeeper::paths()
{
    QFETCH(QByteArray, target);
    QTEST(status({}, target), "status");
}

void TestClientGatekeeper::tokens_data()
{
    QTest::addColumn<bool>("anonymous");
    QTest::addColumn<QByteArray>("token"); // empty: none
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("loginRequired");
    QTest::newRow("none, anonymous allowed") << true << QByteArray() << 101 << false;
    QTest::newRow("none, login needed") << false << QByteArray() << 101 << true;
    QTest::newRow("good") << false << QByteArray("good") << 101 << false;
    QTest::newRow("bad, though anonymous would do") << true << QByteArray("bad") << 401 << false;
    QTest::newRow("expired") << true << QByteArray("old") << 401 << false;
}

void TestClientGatekeeper::tokens()
{
    QFETCH(bool, anonymous);
    QFETCH(QByteArray, token);
    QFETCH(int, status);
    m_config.auth.anonymous = anonymous;
    use();
    std::string address = "192.0.2.1";
    const Verdict verdict = judge(token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n", address);
    if (const auto *refused = std::get_if<HttpRefusal>(&verdict)) {
        QCOMPARE(refused->status, status);
        QCOMPARE(refused->extraHeader, std::string("WWW-Authenticate: Bearer"));
        QCOMPARE(refused->text.find("expired") != std::string::npos, token == "old");
        QVERIFY(refused->countedAs == Counter::ConnectionsRefusedToken);
        return;
    }
    QCOMPARE(status, 101);
    const auto &admission = std::get<Admission>(verdict);
    QTEST(admission.loginRequired, "loginRequired");
    QCOMPARE(admission.principal->authenticated, !token.isEmpty());
}

void TestClientGatekeeper::drainingIsTemporary()
{
    m_gatekeeper->setDraining(true);
    const auto refused = m_gatekeeper->enter("192.0.2.1");
    QVERIFY(refused && refused->status == 503 && refused->retryAfterSeconds > 0);
    QVERIFY(refused->countedAs == Counter::ConnectionsRefusedDraining);
    QCOMPARE(m_hub->connections(), 0);
}

void TestClientGatekeeper::fullIsTemporary()
{
    m_config.limits.connections = 1;
    m_hub->setConfig(m_config);
    QCOMPARE(connects("192.0.2.1"), 101);
    for (const char *peer : {"192.0.2.2", "10.0.0.1"}) {
        const auto refused = m_gatekeeper->enter(peer);
        QVERIFY(refused && refused->status == 503 && refused->retryAfterSeconds > 0);
        QVERIFY(refused->countedAs == Counter::ConnectionsRefusedFull);
    }
}

void TestClientGatekeeper::anAddressWithoutAProxy()
{
    QCOMPARE(connects("192.0.2.1"), 101);
    QCOMPARE(connects("192.0.2.1"), 101);
    const auto refused = m_gatekeeper->enter("192.0.2.1");
    QVERIFY(refused && refused->status == 429 && refused->retryAfterSeconds > 0);
    QVERIFY(refused->countedAs == Counter::ConnectionsRefusedAddressFull);

    m_config.rateLimits.perIpConnectsPerSecond = 1;
    m_hub->setConfig(m_config);
    QCOMPARE(connects("192.0.2.2"), 101);
    const auto tooFast = m_gatekeeper->enter("192.0.2.2");
    QVERIFY(tooFast && tooFast->status == 429 && tooFast->retryAfterSeconds > 0);
    QVERIFY(tooFast->countedAs == Counter::ConnectionsRefusedAddressRate);
}

void TestClientGatekeeper::clientsBehindAProxy()
{
    for (const char *client : {"192.0.2.1", "192.0.2.2", "192.0.2.3", "2001:db8::1"}) {
        QCOMPARE(connects("10.0.0.1", client), 101);
        QCOMPARE(connects("fd00::1", client), 101);
        QCOMPARE(connects("10.0.0.1", client), 429);
        QCOMPARE(m_inside.back(), std::string(client));
    }
    QCOMPARE(connects("192.0.2.1"), 429); // with or without the proxy it is the same client
    QCOMPARE(m_hub->connections(), 8);
    for (const std::string &address : m_inside)
        m_gatekeeper->leave(address);
    QCOMPARE(m_hub->connections(), 0);
    QCOMPARE(connects("10.0.0.1", "192.0.2.1"), 101);
}

void TestClientGatekeeper::aClientThatPosesAsAnother()
{
    // Not through a proxy: the header is only a claim.
    QCOMPARE(connects("192.0.2.1", "192.0.2.7"), 101);
    QCOMPARE(connects("192.0.2.1", "192.0.2.8"), 101);
    QCOMPARE(connects("192.0.2.1", "192.0.2.9"), 429);
    QCOMPARE(m_inside.back(), std::string("192.0.2.1"));
    // Through one: what it wrote stands left of what the proxy added.
    QCOMPARE(connects("10.0.0.1", "192.0.2.7, 192.0.2.2"), 101);
    QCOMPARE(connects("10.0.0.1", "10.0.0.1, 192.0.2.2"), 101);
    QCOMPARE(connects("10.0.0.1", "192.0.2.9, 192.0.2.2"), 429);
}

void TestClientGatekeeper::whatAProxyDoesNotSay()
{
    // Then it is the proxy's own connection, and its address has limits as any other.
    QCOMPARE(connects("10.0.0.1"), 101);
    QCOMPARE(connects("10.0.0.1", "nonsense"), 101);
    QCOMPARE(connects("10.0.0.1", "192.0.2.1, nonsense"), 429);
    QCOMPARE(m_inside.back(), std::string("10.0.0.1"));
    QCOMPARE(connects("10.0.0.1", "192.0.2.1"), 101);
}

void TestClientGatekeeper::aProxyThatIsNoneAnyMore()
{
    std::string address = "10.0.0.1";
    QVERIFY(!m_gatekeeper->enter(address));
    m_config.listen.trustedProxies.clear();
    use();
    const Verdict verdict = judge("X-Forwarded-For: 192.0.2.1\r\n", address);
    QVERIFY(std::holds_alternative<Admission>(verdict));
    QCOMPARE(address, std::string("10.0.0.1"));
    QCOMPARE(connects("10.0.0.1"), 101);
    QCOMPARE(connects("10.0.0.1"), 429);
    m_gatekeeper->leave(address);
    QCOMPARE(connects("10.0.0.1"), 101);
}

void TestClientGatekeeper::aRefusedClientGivesItsPlaceBack()
{
    for (int i = 0; i < 5; ++i) {
        std::string address = "10.0.0.1";
        QVERIFY(!m_gatekeeper->enter(address));
        const Verdict verdict = judge("X-Forwarded-For: 192.0.2.1\r\nOrigin: null\r\n", address);
        QCOMPARE(std::get<HttpRefusal>(verdict).status, 403);
        QCOMPARE(address, std::string("192.0.2.1"));
        m_gatekeeper->leave(address);
    }
    QCOMPARE(m_hub->connections(), 0);
    QCOMPARE(connects("192.0.2.1"), 101);
    QCOMPARE(connects("192.0.2.1"), 101);
}

void TestClientGatekeeper::badRequestsOfAClientCountForIt()
{
    m_config.rateLimits.perIpConnectsPerSecond = 3;
    m_hub->setConfig(m_config);
    const auto attempt = [this](const QByteArray &client, const QByteArray &token) {
        std::string address = "10.0.0.1";
        if (m_gatekeeper->enter(address))
            return HttpRefusal{};
        const Verdict verdict =
            judge("X-Forwarded-For: " + client + "\r\nAuthorization: Bearer " + token + "\r\n", address);
        m_gatekeeper->leave(address);
        return std::holds_alternative<Admission>(verdict) ? HttpRefusal{101} : std::get<HttpRefusal>(verdict);
    };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(attempt("192.0.2.1", "guess").status, 401);
    const HttpRefusal refused = attempt("192.0.2.1", "good");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.client, std::string("192.0.2.1")); // the log names it, not the proxy
    QCOMPARE(attempt("192.0.2.2", "good").status, 101);
}

QTEST_APPLESS_MAIN(TestClientGatekeeper)
#include "tst_clientgatekeeper.moc"
