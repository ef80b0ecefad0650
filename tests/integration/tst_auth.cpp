#include "tests/support/expect.h"
#include "tests/support/rawclient.h"

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kUnauthorized = -32010;
constexpr int kForbidden = -32011;
constexpr int kTokenExpired = -32012;
constexpr int kSwitchingProtocols = 101;

const QString kNeedsLogin = u"notes/list"_qs;
const QString kNeedsAdmin = u"notes/import"_qs;

} // namespace

/// Who may do what, and how a client says who it is.
class AuthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void tokenInHeader();
    void tokenInSubprotocolPair();
    void tokenInLogin();
    void loginReplacesTheUser();
    void badLoginIsRefused_data();
    void badLoginIsRefused();
    void badTokenBeforeTheUpgrade_data();
    void badTokenBeforeTheUpgrade();
    void anonymousMayCallWhatNeedsNoLogin();
    void roleDecides();
    void withoutAnonymousLoginHasATimeLimit();
    void connectionEndsWithItsToken();

private:
    [[nodiscard]] QByteArray foreignToken() const
    {
        return makeToken({u"ada"_qs, {}}, "another key, long enough for HMAC");
    }
    [[nodiscard]] QByteArray expiredToken() const { return m_server.token({u"ada"_qs, {}, std::chrono::hours(-1)}); }

    TestServer m_server{u"sluice.toml"_qs,
                        {u"rate-limits.per-ip-connects-per-second=0"_qs, u"rate-limits.per-user-per-minute=0"_qs,
                         u"auth.leeway-ms=0"_qs}};
};

void AuthTest::initTestCase()
{
    SLUICE_START(m_server);
}

void AuthTest::tokenInHeader()
{
    TestClient client;
    QVERIFY(client.connectTo(m_server.ports().clients, {m_server.token(u"ada"_qs), {}, {}, u"/"_qs}));
    SLUICE_VERIFY_OK(client.call(kNeedsLogin));
}

void AuthTest::tokenInSubprotocolPair()
{
    RawClient client;
    QVERIFY(client.connectTo(m_server.ports().clients));
    client.sendUpgrade("Sec-WebSocket-Protocol: bearer, " + m_server.token(u"ada"_qs) + "\r\n");
    QCOMPARE(client.waitForStatus(), kSwitchingProtocols);
    // The client must find its choice confirmed, and the token must not come back.
    QVERIFY2(client.responseHeader().toLower().contains("sec-websocket-protocol: bearer\r\n"),
             client.responseHeader().constData());
    client.sendFrame({0x81, R"({"jsonrpc":"2.0","id":1,"method":"notes/list"})"});
    const std::optional<RawFrame> answer = client.waitForFrame();
    QVERIFY(answer);
    QVERIFY2(answer->payload.contains("\"result\""), answer->payload.constData());
}

void AuthTest::tokenInLogin()
{
    TestClient client;
    QVERIFY(client.connectTo(m_server.ports().clients));
    SLUICE_VERIFY_ERROR(client.call(kNeedsLogin), kUnauthorized);
    const QString token = QString::fromLatin1(m_server.token(u"ada"_qs));
    SLUICE_VERIFY_OK(client.call(u"rpc.login"_qs, QJsonObject{{u"token"_qs, token}}));
    SLUICE_VERIFY_OK(client.call(kNeedsLogin));
}

void AuthTest::loginReplacesTheUser()
{
    TestClient client;
    QVERIFY(client.connectTo(m_server.ports().clients, {m_server.token(u"ada"_qs), {}, {}, u"/"_qs}));
    const QString token = QString::fromLatin1(m_server.token(u"ben"_qs));
    SLUICE_VERIFY_OK(client.call(u"rpc.login"_qs, QJsonObject{{u"token"_qs, token}}));
    const CallResult saved =
        client.call(u"notes/save"_qs, QJsonObject{{u"title"_qs, u"t"_qs}, {u"content"_qs, u"c"_qs}});
    SLUICE_VERIFY_OK(saved);
    QCOMPARE(saved.result["note"_L1]["author"_L1].toString(), u"ben"_qs);
}

void AuthTest::badLoginIsRefused_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("code");
    QTest::newRow("expired") << expiredToken() << kTokenExpired;
    QTest::newRow("signed with another key") << foreignToken() << kUnauthorized;
    QTest::newRow("no token") << QByteArray("hello") << kUnauthorized;
}

void AuthTest::badLoginIsRefused()
{
    QFETCH(QByteArray, token);
    QFETCH(int, code);
    TestClient client;
    QVERIFY(client.connectTo(m_server.ports().clients));
    const QJsonObject params{{u"token"_qs, QString::fromLatin1(token)}};
    SLUICE_VERIFY_ERROR(client.call(u"rpc.login"_qs, params), code);
    SLUICE_VERIFY_ERROR(client.call(kNeedsLogin), kUnauthorized);
}

void AuthTest::badTokenBeforeTheUpgrade_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("expired") << "Authorization: Bearer " + expiredToken() + "\r\n";
    QTest::newRow("signed with another key") << "Authorization: Bearer " + foreignToken() + "\r\n";
    QTest::newRow("no token") << QByteArray("Authorization: Bearer hello\r\n");
    QTest::newRow("in the subprotocol") << "Sec-WebSocket-Protocol: bearer, " + foreignToken() + "\r\n";
}

void AuthTest::badTokenBeforeTheUpgrade()
{
    QFETCH(QByteArray, headers);
    RawClient client;
    QVERIFY(client.connectTo(m_server.ports().clients));
    client.sendUpgrade(headers);
    QCOMPARE(client.waitForStatus(), 401);
    QVERIFY(client.waitForEnd());
}

void AuthTest::anonymousMayCallWhatNeedsNoLogin()
{
    TestClient client;
    QVERIFY(client.connectTo(m_server.ports().clients));
    SLUICE_VERIFY_OK(client.call(u"notes/search"_qs, QJsonObject{{u"query"_qs, u"weir"_qs}}));
    SLUICE_VERIFY_ERROR(client.call(kNeedsLogin), kUnauthorized);
    SLUICE_VERIFY_ERROR(client.call(kNeedsAdmin), kUnauthorized);
}

void AuthTest::roleDecides()
{
    TestClient user;
    QVERIFY(user.connectTo(m_server.ports().clients, {m_server.token({u"ada"_qs, {u"editor"_qs}}), {}, {}, u"/"_qs}));
    SLUICE_VERIFY_ERROR(user.call(kNeedsAdmin), kForbidden);

    TestClient admin;
    QVERIFY(admin.connectTo(m_server.ports().clients,
                            {m_server.token({u"root"_qs, {u"editor"_qs, u"admin"_qs}}), {}, {}, u"/"_qs}));
    const CallResult result = admin.call(kNeedsAdmin);
    QVERIFY2(result.isAnswered && result.code() != kForbidden && result.code() != kUnauthorized,
             result.text().constData());
}

void AuthTest::withoutAnonymousLoginHasATimeLimit()
{
    TestServer server(u"sluice.toml"_qs, {u"auth.anonymous=false"_qs, u"limits.unauthenticated-ms=300"_qs});
    SLUICE_START(server);
    TestClient silent;
    QVERIFY(silent.connectTo(server.ports().clients));
    TestClient loggedIn;
    QVERIFY(loggedIn.connectTo(server.ports().clients));
    const QString token = QString::fromLatin1(server.token(u"ada"_qs));
    SLUICE_VERIFY_OK(loggedIn.call(u"rpc.login"_qs, QJsonObject{{u"token"_qs, token}}));
    QCOMPARE(silent.waitForClose(), 4001);
    SLUICE_VERIFY_OK(loggedIn.call(kNeedsLogin));
}

void AuthTest::connectionEndsWithItsToken()
{
    TestClient client;
    const QByteArray token = m_server.token({u"ada"_qs, {}, std::chrono::seconds(2)});
    QVERIFY(client.connectTo(m_server.ports().clients, {token, {}, {}, u"/"_qs}));
    QCOMPARE(client.waitForClose(), 4009);
}

QTEST_GUILESS_MAIN(AuthTest)
#include "tst_auth.moc"
