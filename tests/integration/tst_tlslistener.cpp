#include "server/transport/selfsigned.h"
#include "tests/support/certificates.h"
#include "tests/support/expect.h"
#include "tests/support/httpget.h"
#include "tests/support/testclient.h"
#include "tests/support/testserver.h"
#include "tests/support/tlssocket.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using sluice::server::ensureSelfSigned;
using sluice::server::TlsContext;
using sluice::test::CallResult;
using sluice::test::certify;
using sluice::test::httpGet;
using sluice::test::PlainSocket;
using sluice::test::TestClient;
using sluice::test::TestServer;
using sluice::test::TlsSocket;
using sluice::test::upgradeRequest;
using sluice::test::waitUntil;

/// TLS listeners of a real server, and its certificate's renewal.
class TestTlsListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSelfSignedCertificateWhereNoneIsConfigured();
    void operatorsToo();
    void whoMayOperateFromWhere_data();
    void whoMayOperateFromWhere();
    void operatorsShowACertificateWhereAsked_data();
    void operatorsShowACertificateWhereAsked();
    void whoOperatesIsFollowedWhileItRuns();
    void thereIsNoLocalSocketForOperators();
    void aHangupReadsTheCertificateAgain();
    void operatorsReadItAgainAndHearWhatIsWrong();
    void aPatchNamesAnother();
    void aThousandStalledHandshakesHoldUpNobody();
    void aBurstOfBadRecordsHasOneEnd();
    void refusesToStartWithoutItsFiles_data();
    void refusesToStartWithoutItsFiles();

private:
    [[nodiscard]] TlsContext::Files files() const
    {
        return {m_directory.filePath(u"site.crt"_qs), m_directory.filePath(u"site.key"_qs)};
    }
    /// Makes another certificate in the same files; returns where a client finds it later, too.
    [[nodiscard]] QString renew(const QString &name)
    {
        QFile::remove(files().certificate);
        QFile::remove(files().key);
        const QString copy = m_directory.filePath(name);
        return ensureSelfSigned(files()) && QFile::copy(files().certificate, copy) ? copy : QString();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QStringList settings() const
    {
        return {u"listen.clients-tls=127.0.0.1:0"_qs, u"tls.certificate="_qs + files().certificate,
                u"tls.key="_qs + files().key};
    }
    [[nodiscard]] static bool trusts(const TestServer &server, const QString &certificate)
    {
        TestClient client;
        return client.connectTo(server.ports().clientsTls, {.trust = certificate});
    }
    [[nodiscard]] static bool hasReloaded(const TestServer &server, const QByteArray &result, int times)
    {
        const QByteArray line = "sluice_tls_reloads_total{result=\"" + result + "\"} " + QByteArray::number(times);
        return httpGet(server.ports().http, u"/metrics"_qs).body.contains(line + '\n');
    }

    QTemporaryDir m_directory;
};

void TestTlsListener::aSelfSignedCertificateWhereNoneIsConfigured()
{
    TestServer server(u"sluice.toml"_qs, {u"listen.clients-tls=127.0.0.1:0"_qs});
    QCOMPARE(server.start(), QString());
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clientsTls,
                             {.bearer = server.token(u"alice"_qs), .trust = server.statePath(u"tls.crt"_qs)}));
    SLUICE_VERIFY_OK(client.call(u"notes/list"_qs));
    // The plain listener is still one, and the other no plain one.
    TestClient plain;
    QVERIFY(plain.connectTo(server.ports().clients));
    QVERIFY(!plain.connectTo(server.ports().clientsTls));
}

void TestTlsListener::operatorsToo()
{
    TestServer server(u"sluice.toml"_qs, {u"listen.admin-tls=127.0.0.1:0"_qs});
    QCOMPARE(server.start(), QString());
    TestClient console;
    QVERIFY(console.connectTo(server.ports().adminTls,
                              {.bearer = server.adminToken(), .trust = server.statePath(u"tls.crt"_qs)}));
    const CallResult info = console.call(u"server/info"_qs);
    SLUICE_VERIFY_OK(info);
    QCOMPARE(info.result["listen"_L1]["adminTls"_L1].toString(), u"127.0.0.1:%1"_qs.arg(server.ports().adminTls));
    QCOMPARE(info.result["listen"_L1]["clientsTls"_L1].toString(), u"off"_qs);
}

// Row M4: every address x TLS x token.
void TestTlsListener::whoMayOperateFromWhere_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<bool>("hasToken");
    QTest::addColumn<bool>("starts");
    QTest::addColumn<bool>("isServed");
    const QString loopback = u"127.0.0.1:0"_qs;
    const QString everywhere = u"0.0.0.0:0"_qs;
    QTest::newRow("loopback, plain, token") << loopback << false << true << true << true;
    QTest::newRow("loopback, plain, no token") << loopback << false << false << true << false;
    QTest::newRow("loopback, TLS, token") << loopback << true << true << true << true;
    QTest::newRow("loopback, TLS, no token") << loopback << true << false << true << false;
    QTest::newRow("elsewhere, plain, token") << everywhere << false << true << false << false;
    QTest::newRow("elsewhere, plain, no token") << everywhere << false << false << false << false;
    QTest::newRow("elsewhere, TLS, token") << everywhere << true << true << true << true;
    QTest::newRow("elsewhere, TLS, no token") << everywhere << true << false << true << false;
}

void TestTlsListener::whoMayOperateFromWhere()
{
    QFETCH(QString, address);
    QFETCH(bool, isTls);
    QFETCH(bool, hasToken);
    QFETCH(bool, starts);
    QFETCH(bool, isServed);
    QVERIFY(ensureSelfSigned(files()));
    TestServer server(u"sluice.toml"_qs, {u"tls.certificate="_qs + files().certificate, u"tls.key="_qs + files().key});
    server.addSettings({(isTls ? u"listen.admin-tls="_qs : u"listen.admin="_qs) + address}); // behind its own
    const QString failure = server.start();
    QVERIFY2(failure.isEmpty() == starts, qPrintable(failure));
    if (!starts) {
        QVERIFY2(server.log().contains("listen.admin: "), server.log());
        return;
    }
    const QByteArray headers = hasToken ? "Authorization: Bearer " + server.adminToken() + "\r\n" : QByteArray();
    int status = 0;
    if (isTls) {
        TlsSocket console(server.ports().adminTls);
        QVERIFY(console.send(upgradeRequest(headers)));
        status = console.receive().mid(9, 3).toInt(); // HTTP/1.1 101
    } else {
        PlainSocket console(server.ports().admin);
        (void)console.send(upgradeRequest(headers));
        status = console.status().value_or(0);
    }
    QCOMPARE(status, isServed ? 101 : 401);
}

void TestTlsListener::operatorsShowACertificateWhereAsked_data()
{
    QTest::addColumn<QString>("identity");
    QTest::addColumn<bool>("hasToken");
    QTest::addColumn<bool>("isServed");
    QTest::newRow("none") << QString() << true << false;
    QTest::newRow("of another authority") << u"stranger"_qs << true << false;
    QTest::newRow("of the authority") << u"operator"_qs << true << true;
    QTest::newRow("of the authority, no token") << u"operator"_qs << false << false;
}

void TestTlsListener::operatorsShowACertificateWhereAsked()
{
    QFETCH(QString, identity);
    QFETCH(bool, hasToken);
    QFETCH(bool, isServed);
    if (!QFile::exists(path(u"operator.crt"_qs))) {
        QVERIFY(certify(path(u"authority"_qs)) && certify(path(u"operator"_qs), path(u"authority"_qs)));
        QVERIFY(certify(path(u"others"_qs)) && certify(path(u"stranger"_qs), path(u"others"_qs)));
    }
    TestServer server(u"sluice.toml"_qs,
                      {u"listen.admin-tls=127.0.0.1:0"_qs, u"listen.clients-tls=127.0.0.1:0"_qs,
                       u"tls.admin-client-ca="_qs + path(u"authority.crt"_qs)});
    QCOMPARE(server.start(), QString());
    const QString trust = server.statePath(u"tls.crt"_qs);
    TestClient console;
    QCOMPARE(console.connectTo(server.ports().adminTls,
                               {.bearer = hasToken ? server.adminToken() : QByteArray(),
                                .trust = trust,
                                .identity = identity.isEmpty() ? QString() : path(identity)}),
             isServed);
    if (isServed)
        SLUICE_VERIFY_OK(console.call(u"server/info"_qs));
    // Clients need none.
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clientsTls, {.bearer = server.token(u"alice"_qs), .trust = trust}));
    SLUICE_VERIFY_OK(client.call(u"notes/list"_qs));
}

void TestTlsListener::whoOperatesIsFollowedWhileItRuns()
{
    QVERIFY(certify(path(u"authority"_qs)) && certify(path(u"operator"_qs), path(u"authority"_qs)));
    TestServer server(u"sluice.toml"_qs, {u"listen.admin-tls=127.0.0.1:0"_qs});
    QCOMPARE(server.start(), QString());
    const QString trust = server.statePath(u"tls.crt"_qs);
    TestClient before;
    QVERIFY(before.connectTo(server.ports().adminTls, {.bearer = server.adminToken(), .trust = trust}));
    const auto patch = [&before](const QString &file) {
        const int base = before.call(u"config/get"_qs).result["revision"_L1].toInt();
        return before.call(
            u"config/patch"_qs,
            QJsonObject{{u"base"_qs, base}, {u"changes"_qs, QJsonObject{{u"tls.admin-client-ca"_qs, file}}}});
    };
    const CallResult refused = patch(path(u"operator.key"_qs)); // no certificate in it
    QVERIFY(refused.isAnswered && !refused.isOk());
    QVERIFY2(refused.text().contains("file of authorities"), refused.text()); // -32602, errors: [{key: tls, ...}]
    SLUICE_VERIFY_OK(patch(path(u"authority.crt"_qs)));
    const auto isServed = [&](const QString &identity) {
        TestClient console;
        return console.connectTo(server.ports().adminTls,
                                 {.bearer = server.adminToken(), .trust = trust, .identity = identity});
    };
    QVERIFY(waitUntil([&] { return !isServed({}); }));
    QVERIFY(isServed(path(u"operator"_qs)));
    SLUICE_VERIFY_OK(before.call(u"server/info"_qs)); // nobody was disconnected
}

void TestTlsListener::thereIsNoLocalSocketForOperators()
{
    TestServer server(u"sluice.toml"_qs);
    server.addSettings({u"listen.admin="_qs + m_directory.filePath(u"admin.socket"_qs)});
    QVERIFY(!server.start().isEmpty());
    QVERIFY2(server.log().contains("listen.admin"), server.log());
    QVERIFY(!QFile::exists(m_directory.filePath(u"admin.socket"_qs)));
}

void TestTlsListener::aHangupReadsTheCertificateAgain()
{
    const QString first = renew(u"first.crt"_qs);
    TestServer server(u"sluice.toml"_qs, settings());
    QCOMPARE(server.start(), QString());
    TestClient before;
    QVERIFY(before.connectTo(server.ports().clientsTls, {.bearer = server.token(u"alice"_qs), .trust = first}));

    const QString second = renew(u"second.crt"_qs);
    server.sendSignal(SIGHUP);
    QVERIFY(waitUntil([&] { return hasReloaded(server, "done", 2); }));
    QVERIFY(trusts(server, second));
    QVERIFY(!trusts(server, first));
    SLUICE_VERIFY_OK(before.call(u"notes/list"_qs)); // nobody was disconnected
    const auto exit = server.terminate();
    QVERIFY(exit && exit->isNormal && exit->code == 0);
}

void TestTlsListener::operatorsReadItAgainAndHearWhatIsWrong()
{
    const QString first = renew(u"third.crt"_qs);
    TestServer server(u"sluice.toml"_qs, settings());
    QCOMPARE(server.start(), QString());
    TestClient console;
    QVERIFY(console.connectTo(server.ports().admin, {.bearer = server.adminToken()}));
    SLUICE_VERIFY_OK(console.call(u"tls/reload"_qs));

    QFile key(files().key);
    QVERIFY(key.open(QIODevice::WriteOnly | QIODevice::Truncate));
    key.write("garbage");
    key.close();
    const CallResult refused = console.call(u"tls/reload"_qs);
    QVERIFY(refused.isAnswered && !refused.isOk());
    QVERIFY2(refused.data()["reason"_L1].toString().startsWith(u"key file "_qs + files().key), refused.text());
    QVERIFY(hasReloaded(server, "failed", 1));
    QVERIFY(trusts(server, first)); // what could be read stays in use
}

void TestTlsListener::aPatchNamesAnother()
{
    const QString first = renew(u"fourth.crt"_qs);
    TestServer server(u"sluice.toml"_qs, settings());
    QCOMPARE(server.start(), QString());
    const TlsContext::Files other{m_directory.filePath(u"other.crt"_qs), m_directory.filePath(u"other.key"_qs)};
    QVERIFY(ensureSelfSigned(other));
    TestClient console;
    QVERIFY(console.connectTo(server.ports().admin, {.bearer = server.adminToken()}));
    SLUICE_VERIFY_OK(console.call(
        u"config/patch"_qs,
        QJsonObject{
            {u"base"_qs, 1},
            {u"changes"_qs, QJsonObject{{u"tls.certificate"_qs, other.certificate}, {u"tls.key"_qs, other.key}}}}));
    QVERIFY(waitUntil([&] { return trusts(server, other.certificate); }));
    QVERIFY(!trusts(server, first));
}

// Row A9: who has not finished TLS holds up nobody, neither in connecting nor in being served.
void TestTlsListener::aThousandStalledHandshakesHoldUpNobody()
{
    constexpr size_t kClients = 1000;
    constexpr qint64 kPatientMs = 10 * 1000; // ten times the figure, for a machine with much to do
    QVERIFY(sluice::test::raiseDescriptorLimit() > qint64(kClients) + 100);
    TestServer server(u"bench.toml"_qs, {u"limits.handshake-ms=60000"_qs});
    QCOMPARE(server.start(), QString());
    std::vector<PlainSocket> stalled;
    for (size_t i = 0; i < kClients; ++i) {
        stalled.emplace_back(server.ports().clientsTls);
        QVERIFY(stalled.back().isOpen());
        if (i % 2 == 0)
            QCOMPARE(stalled.back().send(QByteArray("\x16\x03\x01\x02\x00\x01", 6)), 6); // a greeting's beginning
    }
    QElapsedTimer elapsed;
    elapsed.start();
    TestClient good;
    QVERIFY(good.connectTo(server.ports().clientsTls, {.trust = server.statePath(u"tls.crt"_qs)}));
    const CallResult answer = good.call(u"bench/echo"_qs, QJsonObject{{u"still"_qs, u"here"_qs}});
    SLUICE_VERIFY_OK(answer);
    QCOMPARE(answer.result["still"_L1].toString(), u"here"_qs);
    QVERIFY2(elapsed.elapsed() <= kPatientMs, QByteArray::number(elapsed.elapsed()));
    for (PlainSocket &client : stalled)
        QVERIFY(!client.hasEnded()); // they were there all the time
}

// Row A9: one Close, and the server lives. Qt's own sockets overflow their stack here.
void TestTlsListener::aBurstOfBadRecordsHasOneEnd()
{
    constexpr int kFrames = 100'000;
    TestServer server(u"bench.toml"_qs, {u"limits.close-ms=60000"_qs}); // the whole burst is taken
    QCOMPARE(server.start(), QString());
    auto client = std::make_unique<TlsSocket>(server.ports().clientsTls);
    QVERIFY(client->upgrade());
    const QByteArray bad("\x83\x80\0\0\0\0", 6); // a reserved opcode
    int sent = 0;
    client->gather(true);
    while (sent < kFrames && client->send(bad))
        ++sent;
    client->gather(false);
    QCOMPARE(sent, kFrames);
    QByteArray received;
    for (QByteArray more = client->receive(); !more.isEmpty(); more = client->receive())
        received += more;
    // One frame, and nothing behind it.
    QVERIFY2(received.startsWith(QByteArray("\x88", 1)), received.toHex());
    QVERIFY2(received.size() >= 4 && received.size() == 2 + received[1], received.toHex());
    QCOMPARE(received.mid(2, 2), QByteArray::fromHex("03ea")); // 1002
    client.reset();
    QCOMPARE(server.metric("sluice_protocol_errors_total"), 1.0);
    TestClient other;
    QVERIFY(other.connectTo(server.ports().clientsTls, {.trust = server.statePath(u"tls.crt"_qs)}));
    SLUICE_VERIFY_OK(other.call(u"rpc.ping"_qs));
    const auto exit = server.terminate();
    QVERIFY(exit && exit->isNormal && exit->code == 0);
}

void TestTlsListener::refusesToStartWithoutItsFiles_data()
{
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<QByteArray>("why");

    const QString tls = u"listen.clients-tls=127.0.0.1:0"_qs;
    QTest::newRow("no such certificate") << QStringList{tls, u"tls.certificate=/none.crt"_qs, u"tls.key=/none.key"_qs}
                                         << QByteArray("certificate file /none.crt: No such file or directory");
    QTest::newRow("no key") << QStringList{tls, u"tls.certificate=/none.crt"_qs} << QByteArray("tls.key: ");
    QTest::newRow("no certificate") << QStringList{tls, u"tls.key=/none.key"_qs} << QByteArray("tls.certificate: ");
    QTest::newRow("self-signed beyond this machine")
        << QStringList{u"listen.clients-tls=0.0.0.0:0"_qs, u"auth.anonymous=false"_qs}
        << QByteArray("tls.certificate: is needed for TLS beyond this machine");
    QTest::newRow("no such authorities") << QStringList{u"listen.admin-tls=127.0.0.1:0"_qs,
                                                        u"tls.admin-client-ca=/none.crt"_qs}
                                         << QByteArray("file of authorities /none.crt: No such file or directory");
    QTest::newRow("operators in plain text beyond this machine")
        << QStringList{u"listen.admin=0.0.0.0:0"_qs} << QByteArray("listen.admin: ");
}

void TestTlsListener::refusesToStartWithoutItsFiles()
{
    QFETCH(QStringList, settings);
    QFETCH(QByteArray, why);

    TestServer server(u"sluice.toml"_qs);
    server.addSettings(settings); // behind its own
    const QString failure = server.start();
    QVERIFY(!failure.isEmpty());
    QVERIFY2(server.log().contains(why), server.log());
}

QTEST_GUILESS_MAIN(TestTlsListener)
#include "tst_tlslistener.moc"
