#include "tests/support/expect.h"
#include "tests/support/plainsocket.h"
#include "tests/support/program.h"
#include "tests/support/rawclient.h"
#include "tests/support/tokensigner.h"

#include <QHostAddress>
#include <QTcpServer>

#include <csignal>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kUnauthorized = -32010;
constexpr int kForbidden = -32011;
constexpr int kTokenExpired = -32012;
constexpr int kSwitchingProtocols = 101;
const QString kNeedsLogin = u"notes/list"_qs;

QByteArray payload(const QString &user, std::chrono::seconds lifetime = std::chrono::hours(1),
                   const QJsonObject &extra = {})
{
    QJsonObject claims = extra;
    claims[u"sub"_qs] = user;
    claims[u"exp"_qs] = QDateTime::currentSecsSinceEpoch() + qint64{lifetime.count()};
    return QJsonDocument(claims).toJson(QJsonDocument::Compact);
}

/// An identity provider's HTTP server, with one answer for everybody. Thread: the test's.
class KeyServer
{
public:
    KeyServer()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                ++requests;
                socket->write("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: "
                              + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no key server");
    }
    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1/keys"_qs.arg(m_server.serverPort()); }

    QByteArray status = "200 OK";
    QByteArray body;
    int requests = 0;

private:
    QTcpServer m_server;
};

} // namespace

/// Tokens over their whole life: where their keys come from, how they are presented, renewed and revoked.
class IdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void refreshKeepsTheConnection();
    void refreshIsForTheSameUser_data();
    void refreshIsForTheSameUser();
    void aLoginBeforeItTurnsARefreshAway();
    void revokedUsersArePutOut();
    void revokedTokensArePutOut_data();
    void revokedTokensArePutOut();
    void revocationsOutliveARestart();
    void cookiesCountWithAnAllowedOrigin_data();
    void cookiesCountWithAnAllowedOrigin();
    void queryTokensCountWhereConfigured();
    void publicKeysAreReadAgain();
    void badKeysAreRefusedByFile_data();
    void badKeysAreRefusedByFile();
    void keySetsAreFetchedAndRotate();
    void withKeysOfItsOwnThereIsNoOwnSecret();

private:
    int handshake(TestServer &server, const QByteArray &headers, const QByteArray &path = "/");
    int handshakeWith(TestServer &server, const QByteArray &token)
    {
        return handshake(server, "Authorization: Bearer " + token + "\r\n");
    }
    QByteArray token(const QString &user, std::chrono::seconds lifetime = std::chrono::hours(1),
                     const QJsonObject &extra = {})
    {
        return hmacToken(R"({"alg":"HS256","typ":"JWT"})", payload(user, lifetime, extra),
                         readTokenKey(m_server.statePath(u"jwt.key"_qs)));
    }
    static QString writeFile(const QTemporaryDir &dir, const char *name, const QByteArray &text)
    {
        QFile file(dir.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return file.fileName();
    }

    TestServer m_server{u"sluice.toml"_qs,
                        {u"auth.leeway-ms=0"_qs, u"rate-limits.per-ip-connects-per-second=0"_qs,
                         u"auth.cookie-name=session"_qs, u"auth.query-token=true"_qs,
                         u"listen.allowed-origins=https://app.example"_qs}};
};

void IdentityTest::initTestCase()
{
    SLUICE_START(m_server);
}

int IdentityTest::handshake(TestServer &server, const QByteArray &headers, const QByteArray &path)
{
    PlainSocket socket(server.ports().clients);
    socket.send(upgradeRequest(headers, path));
    return socket.status().value_or(0);
}

void IdentityTest::refreshKeepsTheConnection()
{
    TestClient leaves;
    TestClient stays;
    const QByteArray brief = token(u"ada"_qs, std::chrono::seconds(2));
    QVERIFY(leaves.connectTo(m_server.ports().clients, {brief}));
    QVERIFY(stays.connectTo(m_server.ports().clients, {brief}));
    const CallResult hello = stays.call(u"rpc.session.hello"_qs);
    const double ends = hello.result["expiresMs"_L1].toDouble();
    QVERIFY2(ends > 0, hello.text().constData());
    const QByteArray longer =
        token(u"ada"_qs, std::chrono::hours(1), {{u"roles"_qs, QJsonArray{u"editor"_qs}}, {u"jti"_qs, u"second"_qs}});
    const CallResult refreshed =
        stays.call(u"rpc.session.refresh"_qs, QJsonObject{{u"token"_qs, QString::fromLatin1(longer)}});
    SLUICE_VERIFY_OK(refreshed);
    QCOMPARE(refreshed.result["user"_L1].toString(), u"ada"_qs);
    QCOMPARE(refreshed.result["roles"_L1][0].toString(), u"editor"_qs);
    QVERIFY(refreshed.result["expiresMs"_L1].toDouble() > ends + 3'000'000);
    QCOMPARE(leaves.waitForClose(), 4009); // by now the first token is over
    SLUICE_VERIFY_OK(stays.call(kNeedsLogin));
    QVERIFY(stays.isConnected());
}

void IdentityTest::refreshIsForTheSameUser_data()
{
    QTest::addColumn<QString>("user"); // empty: nobody has logged in
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("code");
    QTest::newRow("another user's") << u"ada"_qs << token(u"ben"_qs) << kForbidden;
    QTest::newRow("nobody yet") << QString() << token(u"ada"_qs) << kUnauthorized;
    QTest::newRow("no token") << u"ada"_qs << QByteArray("hello") << kUnauthorized;
    QTest::newRow("expired") << u"ada"_qs << token(u"ada"_qs, std::chrono::seconds(-1)) << kTokenExpired;
    QTest::newRow("of another key") << u"ada"_qs
                                    << hmacToken(R"({"alg":"HS256"})", payload(u"ada"_qs), QByteArray(32, 'k'))
                                    << kUnauthorized;
}

void IdentityTest::refreshIsForTheSameUser()
{
    QFETCH(QString, user);
    QFETCH(QByteArray, token);
    QFETCH(int, code);
    TestClient client;
    QVERIFY(client.connectTo(m_server.ports().clients, {user.isEmpty() ? QByteArray() : this->token(user)}));
    SLUICE_VERIFY_ERROR(client.call(u"rpc.session.refresh"_qs, QJsonObject{{u"token"_qs, QString::fromLatin1(token)}}),
                        code);
    QCOMPARE(client.call(u"rpc.session.hello"_qs).result["authenticated"_L1].toBool(), !user.isEmpty());
}

/// Whichever comes first, the connection never is half of one user and half of the other.
void IdentityTest::aLoginBeforeItTurnsARefreshAway()
{
    TestClient client;
    QVERIFY(client.connectTo(m_server.ports().clients, {token(u"ada"_qs)}));
    const QString ada = QString::fromLatin1(token(u"ada"_qs));
    const QString ben = QString::fromLatin1(token(u"ben"_qs));
    for (int i = 0; i < 20; ++i) {
        const PendingCall login = client.send(u"rpc.login"_qs, QJsonObject{{u"token"_qs, ben}});
        const PendingCall refresh = client.send(u"rpc.session.refresh"_qs, QJsonObject{{u"token"_qs, ada}});
        SLUICE_VERIFY_OK(client.waitFor(login));
        const CallResult end = client.waitFor(refresh); // done before the login, or forbidden behind it
        QVERIFY2(end.isOk() || end.code() == kForbidden, end.text().constData());
        QCOMPARE(client.call(u"rpc.session.hello"_qs).result["user"_L1].toString(), u"ben"_qs);
        SLUICE_VERIFY_OK(client.call(u"rpc.login"_qs, QJsonObject{{u"token"_qs, ada}}));
    }
}

/// Row M7 of the quality criteria, and what an operator needs after it: taking it back.
void IdentityTest::revokedUsersArePutOut()
{
    TestClient admin;
    QVERIFY(admin.connectTo(m_server.ports().admin, {m_server.adminToken()}));
    TestClient mallory;
    TestClient other;
    TestClient loggedIn;
    QVERIFY(mallory.connectTo(m_server.ports().clients, {token(u"mallory"_qs)}));
    QVERIFY(other.connectTo(m_server.ports().clients, {token(u"ben"_qs)}));
    QVERIFY(loggedIn.connectTo(m_server.ports().clients));
    const QJsonObject login{{u"token"_qs, QString::fromLatin1(token(u"mallory"_qs))}};
    SLUICE_VERIFY_OK(loggedIn.call(u"rpc.login"_qs, login));
    QElapsedTimer took;
    took.start();
    const CallResult revoked =
        admin.call(u"tokens/revoke"_qs, QJsonObject{{u"user"_qs, u"mallory"_qs}, {u"reason"_qs, u"stolen"_qs}});
    SLUICE_VERIFY_OK(revoked);
    QCOMPARE(mallory.waitForClose(), 4009);
    QCOMPARE(loggedIn.waitForClose(), 4009);
    QVERIFY2(took.elapsed() < 5000, qPrintable(QString::number(took.elapsed())));
    SLUICE_VERIFY_OK(other.call(kNeedsLogin));
    QCOMPARE(handshakeWith(m_server, token(u"mallory"_qs)), 401);
    SLUICE_VERIFY_ERROR(other.call(u"rpc.login"_qs, login), kUnauthorized);
    QCOMPARE(other.call(u"rpc.session.hello"_qs).result["user"_L1].toString(), u"ben"_qs);
    QCOMPARE(m_server.metric("sluice_connections_revoked_total"), 2.0);
    SLUICE_VERIFY_OK(
        admin.call(u"tokens/restore"_qs, QJsonObject{{u"id"_qs, revoked.result["revocation"_L1]["id"_L1]}}));
    QCOMPARE(handshakeWith(m_server, token(u"mallory"_qs)), kSwitchingProtocols);
}

void IdentityTest::revokedTokensArePutOut_data()
{
    QTest::addColumn<QJsonObject>("revocation");
    QTest::addColumn<QJsonObject>("taken");   // claims that still hold
    QTest::addColumn<QJsonObject>("refused"); // claims that do not
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QTest::newRow("by its id") << QJsonObject{{u"tokenId"_qs, u"t-1"_qs}} << QJsonObject{{u"jti"_qs, u"t-2"_qs}}
                               << QJsonObject{{u"jti"_qs, u"t-1"_qs}};
    QTest::newRow("of a user, issued before")
        << QJsonObject{{u"user"_qs, u"eve"_qs}, {u"issuedBeforeMs"_qs, (now - 50) * 1000}}
        << QJsonObject{{u"iat"_qs, now - 50}} << QJsonObject{{u"iat"_qs, now - 51}};
    QTest::newRow("of a user, without iat")
        << QJsonObject{{u"user"_qs, u"eve"_qs}, {u"issuedBeforeMs"_qs, (now - 50) * 1000}}
        << QJsonObject{{u"iat"_qs, now - 10}} << QJsonObject{};
}

void IdentityTest::revokedTokensArePutOut()
{
    QFETCH(QJsonObject, revocation);
    QFETCH(QJsonObject, taken);
    QFETCH(QJsonObject, refused);
    const std::chrono::hours hour(1);
    TestClient admin;
    TestClient stays;
    TestClient leaves;
    QVERIFY(admin.connectTo(m_server.ports().admin, {m_server.adminToken()}));
    QVERIFY(stays.connectTo(m_server.ports().clients, {token(u"eve"_qs, hour, taken)}));
    QVERIFY(leaves.connectTo(m_server.ports().clients, {token(u"eve"_qs, hour, refused)}));
    const CallResult made = admin.call(u"tokens/revoke"_qs, revocation);
    SLUICE_VERIFY_OK(made);
    QCOMPARE(leaves.waitForClose(), 4009);
    SLUICE_VERIFY_OK(stays.call(kNeedsLogin));
    QCOMPARE(handshakeWith(m_server, token(u"eve"_qs, hour, refused)), 401);
    QCOMPARE(handshakeWith(m_server, token(u"eve"_qs, hour, taken)), kSwitchingProtocols);
    SLUICE_VERIFY_OK(admin.call(u"tokens/restore"_qs, QJsonObject{{u"id"_qs, made.result["revocation"_L1]["id"_L1]}}));
}

void IdentityTest::revocationsOutliveARestart()
{
    TestServer server(u"sluice.toml"_qs);
    SLUICE_START(server);
    {
        TestClient admin;
        QVERIFY(admin.connectTo(server.ports().admin, {server.adminToken()}));
        SLUICE_VERIFY_OK(admin.call(u"tokens/revoke"_qs, QJsonObject{{u"user"_qs, u"mallory"_qs}}));
    }
    server.kill(); // what was answered is on the disk
    SLUICE_START(server);
    QCOMPARE(handshakeWith(server, server.token(u"mallory"_qs)), 401);
    QCOMPARE(handshakeWith(server, server.token(u"ada"_qs)), kSwitchingProtocols);
    QCOMPARE(server.metric("sluice_revocations"), 1.0);
    QVERIFY2(server.log().contains("reason=\"the token is revoked\""), server.log().constData());
}

void IdentityTest::cookiesCountWithAnAllowedOrigin_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    const QByteArray good = token(u"ada"_qs);
    const QByteArray origin = "Origin: https://app.example\r\n";
    const auto row = [](const char *name, const QByteArray &headers, int status) {
        QTest::newRow(name) << headers << status;
    };
    row("with its Origin", origin + "Cookie: session=" + good + "\r\n", kSwitchingProtocols);
    row("among others", origin + "Cookie: a=b; session=" + good + "; c=d\r\n", kSwitchingProtocols);
    row("a bad one", origin + "Cookie: session=" + good + "x\r\n", 401);
    row("without Origin", "Cookie: session=" + good + "\r\n", 401);
    row("of another page", "Origin: https://evil.example\r\nCookie: session=" + good + "\r\n", 403);
    row("of no page", "Origin: null\r\nCookie: session=" + good + "\r\n", 403);
    row("twice", origin + "Cookie: session=" + good + "; session=" + good + "\r\n", 400);
    row("twice, in two headers", origin + "Cookie: session=x\r\nCookie: session=" + good + "\r\n", 400);
    row("a bad one, and a header that is right", origin + "Cookie: session=x\r\nAuthorization: Bearer " + good + "\r\n",
        kSwitchingProtocols);
    row("a right one, and a header that is wrong",
        origin + "Cookie: session=" + good + "\r\nAuthorization: Bearer x\r\n", 401);
    row("of another name", origin + "Cookie: Session=x; sessions=x; xsession=x\r\n", kSwitchingProtocols); // as nobody
}

void IdentityTest::cookiesCountWithAnAllowedOrigin()
{
    QFETCH(QByteArray, headers);
    QTEST(handshake(m_server, headers), "status");
}

void IdentityTest::queryTokensCountWhereConfigured()
{
    const QByteArray good = token(u"ada"_qs);
    QCOMPARE(handshake(m_server, {}, "/?access_token=" + good), kSwitchingProtocols);
    QCOMPARE(handshake(m_server, {}, "/?v=1&access_token=" + good + "&x=2"), kSwitchingProtocols);
    QCOMPARE(handshake(m_server, {}, "/?access_token=" + good + "x"), 401);
    QCOMPARE(handshake(m_server, "Origin: https://evil.example\r\n", "/?access_token=" + good), 403);
    QCOMPARE(handshake(m_server, {}, "/elsewhere?access_token=" + good), 404);
    QVERIFY(!m_server.log().contains(good.right(20)));

    TestServer usual(u"sluice.toml"_qs);
    SLUICE_START(usual);
    TestClient client;
    QVERIFY(client.connectTo(usual.ports().clients,
                             {{}, {}, {}, u"/?access_token="_qs + QString::fromLatin1(usual.token(u"ada"_qs))}));
    QVERIFY(!client.call(u"rpc.session.hello"_qs).result["authenticated"_L1].toBool(true));
}

void IdentityTest::publicKeysAreReadAgain()
{
    const QTemporaryDir dir;
    const TokenSigner before(TokenSigner::Kind::P256);
    const TokenSigner after(TokenSigner::Kind::Rsa2048);
    const QString file = writeFile(dir, "keys.pem", before.publicPem());
    TestServer server(u"sluice.toml"_qs, {u"auth.public-key-files="_qs + file});
    SLUICE_START(server);
    QCOMPARE(handshakeWith(server, before.token("ES256", payload(u"ada"_qs))), kSwitchingProtocols);
    QCOMPARE(handshakeWith(server, after.token("RS256", payload(u"ada"_qs))), 401);

    writeFile(dir, "keys.pem", after.privatePem()); // a mistake: the keys of before stay
    server.sendSignal(SIGHUP);
    QVERIFY(waitUntil([&server] { return server.log().contains("holds a private key"); }));
    QCOMPARE(handshakeWith(server, before.token("ES256", payload(u"ada"_qs))), kSwitchingProtocols);

    writeFile(dir, "keys.pem", after.publicPem());
    server.sendSignal(SIGHUP);
    QVERIFY(waitUntil([&server] { return server.log().contains("token keys loaded by=SIGHUP"); }));
    QCOMPARE(handshakeWith(server, before.token("ES256", payload(u"ada"_qs))), 401);
    QCOMPARE(handshakeWith(server, after.token("PS256", payload(u"ada"_qs))), kSwitchingProtocols);

    TestClient admin;
    QVERIFY(admin.connectTo(server.ports().admin, {server.adminToken()}));
    const QJsonValue revision = admin.call(u"config/get"_qs).result["revision"_L1];
    const auto patch = [&](const QString &key, const QJsonValue &value) {
        return admin.call(u"config/patch"_qs,
                          QJsonObject{{u"base"_qs, revision}, {u"changes"_qs, QJsonObject{{key, value}}}});
    };
    const CallResult missing = patch(u"auth.jwks-file"_qs, u"/no/such/file"_qs);
    QVERIFY2(missing.data()["errors"_L1][0]["reason"_L1].toString().contains("/no/such/file"_L1), missing.text());
    SLUICE_VERIFY_OK(patch(u"auth.algorithms"_qs, QJsonArray{u"RS256"_qs}));
    QVERIFY(waitUntil([&] { return handshakeWith(server, after.token("PS256", payload(u"ada"_qs))) == 401; }));
    QCOMPARE(handshakeWith(server, after.token("RS256", payload(u"ada"_qs))), kSwitchingProtocols);
}

void IdentityTest::badKeysAreRefusedByFile_data()
{
    QTest::addColumn<QString>("setting"); // %1: the file
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("a short secret") << u"auth.hs256-secret-file=%1"_qs << QByteArray("too short")
                                    << u"has 9 bytes, HS256 needs at least 32"_qs;
    QTest::newRow("a weak key") << u"auth.public-key-files=%1"_qs << TokenSigner(TokenSigner::Kind::Rsa1024).publicPem()
                                << u"1024 bits"_qs;
    QTest::newRow("no key set") << u"auth.jwks-file=%1"_qs << QByteArray("<html>") << u"is not a JSON Web Key Set"_qs;
    QTest::newRow("no key for the algorithms")
        << u"auth.jwks-file=%1"_qs << QByteArray(R"({"keys":[]})") << u"no key for any of these algorithms"_qs;
    QTest::newRow("an address in plain text")
        << u"auth.jwks-url=http://id.example/keys"_qs << QByteArray() << u"without TLS"_qs;
    QTest::newRow("a password in the address")
        << u"auth.jwks-url=https://me:secret@id.example/keys"_qs << QByteArray() << u"user or password"_qs;
    QTest::newRow("no such algorithm") << u"auth.algorithms=HS256,none"_qs << QByteArray()
                                       << u"must name signature algorithms"_qs;
    QTest::newRow("a cookie with a space")
        << u"auth.cookie-name=a b"_qs << QByteArray() << u"is not a cookie's name"_qs;
}

void IdentityTest::badKeysAreRefusedByFile()
{
    QFETCH(QString, setting);
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    const QTemporaryDir dir;
    const QString file = writeFile(dir, "key", text);
    const bool hasFile = setting.contains("%1"_L1);
    const ProgramExit exit = runProgram(serverProgram(),
                                        {u"--check-config"_qs, u"--set"_qs, u"state-dir="_qs + dir.path(), u"--set"_qs,
                                         hasFile ? setting.arg(file) : setting});
    QCOMPARE(exit.code, 2);
    QVERIFY2(exit.err.contains(problem), qPrintable(exit.err));
    QVERIFY2(exit.err.contains(setting.section(u'=', 0, 0)) || problem.contains("algorithms"_L1), qPrintable(exit.err));
    QVERIFY2(!text.startsWith("too") || exit.err.contains(file), qPrintable(exit.err));
}

void IdentityTest::keySetsAreFetchedAndRotate()
{
    const TokenSigner first(TokenSigner::Kind::Ed25519);
    const TokenSigner second(TokenSigner::Kind::P256);
    KeyServer keys;
    keys.body = TokenSigner::keySet({first.jwk(u"k1"_qs)});
    TestServer server(u"sluice.toml"_qs,
                      {u"auth.jwks-url="_qs + keys.url(), u"auth.jwks-refresh-ms=200"_qs,
                       u"auth.jwks-max-bytes=4096"_qs, u"rate-limits.per-ip-connects-per-second=0"_qs});
    SLUICE_START(server);
    const auto isTaken = [&server, this](const QByteArray &token) {
        return handshakeWith(server, token) == kSwitchingProtocols;
    };
    const auto old = [&first] { return first.token("EdDSA", payload(u"ada"_qs), "k1"); };
    const auto fresh = [&second] { return second.token("ES256", payload(u"ada"_qs), "k2"); };
    QVERIFY(waitUntil([&] { return server.metric("sluice_token_keys") == 1.0; }));
    QVERIFY(isTaken(old()));
    QVERIFY(!isTaken(second.token("ES256", payload(u"ada"_qs), "k1")));

    // What cannot be used takes nothing away.
    double failures = 0;
    const QByteArrayList bad{"<html>", QByteArray(5000, ' '), R"({"keys":[]})",
                             TokenSigner::keySet({QJsonObject{
                                 {u"kty"_qs, u"oct"_qs}, {u"alg"_qs, u"HS256"_qs}, {u"k"_qs, QString(64, u'A')}}})};
    for (const QByteArray &body : bad) {
        keys.body = body;
        QVERIFY(waitUntil([&] { return server.metric("sluice_key_set_fetches_total{result=\"failed\"}") > failures; }));
        failures = server.metric("sluice_key_set_fetches_total{result=\"failed\"}");
        QVERIFY2(isTaken(old()), body.left(20));
    }
    keys.status = "302 Found\r\nLocation: http://127.0.0.1:1/";
    QVERIFY(waitUntil([&] { return server.log().contains("cannot be fetched"); }));

    // Both while clients still have old tokens, then the new one alone.
    keys.status = "200 OK";
    keys.body = TokenSigner::keySet({first.jwk(u"k1"_qs), second.jwk(u"k2"_qs)});
    QVERIFY(waitUntil([&] { return isTaken(fresh()); }));
    QVERIFY(isTaken(old()));
    keys.body = TokenSigner::keySet({second.jwk(u"k2"_qs)});
    QVERIFY(waitUntil([&] { return !isTaken(old()); }));
    QVERIFY(isTaken(fresh()));
    QVERIFY(!QFile::exists(server.statePath(u"jwt.key"_qs)));
}

void IdentityTest::withKeysOfItsOwnThereIsNoOwnSecret()
{
    const QTemporaryDir dir;
    const TokenSigner signer(TokenSigner::Kind::Ed25519);
    const QString file = writeFile(dir, "keys.json", TokenSigner::keySet({signer.jwk(u"k1"_qs)}));
    TestServer server(u"sluice.toml"_qs,
                      {u"auth.jwks-file="_qs + file, u"auth.issuers=https://id.example"_qs, u"auth.audiences=sluice"_qs,
                       u"auth.claims.roles=realm_access.roles"_qs, u"auth.claims.user=preferred_username"_qs});
    SLUICE_START(server);
    const auto claims = [](const QString &issuer) {
        return payload(u"8a2f"_qs, std::chrono::hours(1),
                       {{u"iss"_qs, issuer},
                        {u"aud"_qs, u"sluice"_qs},
                        {u"preferred_username"_qs, u"ada"_qs},
                        {u"realm_access"_qs, QJsonObject{{u"roles"_qs, QJsonArray{u"admin"_qs}}}}});
    };
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients, {signer.token("EdDSA", claims(u"https://id.example"_qs), "k1")}));
    const CallResult hello = client.call(u"rpc.session.hello"_qs);
    QCOMPARE(hello.result["user"_L1].toString(), u"ada"_qs);
    QCOMPARE(hello.result["roles"_L1][0].toString(), u"admin"_qs);
    QCOMPARE(handshakeWith(server, signer.token("EdDSA", claims(u"https://evil.example"_qs), "k1")), 401);
    QVERIFY(!QFile::exists(server.statePath(u"jwt.key"_qs)));
}

QTEST_GUILESS_MAIN(IdentityTest)
#include "tst_identity.moc"
