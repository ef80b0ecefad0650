#include "server/transport/selfsigned.h"
#include "tests/support/expect.h"
#include "tests/support/httpget.h"
#include "tests/support/testclient.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using sluice::server::ensureSelfSigned;
using sluice::server::TlsContext;
using sluice::test::CallResult;
using sluice::test::httpGet;
using sluice::test::TestClient;
using sluice::test::TestServer;
using sluice::test::waitUntil;

/// TLS listeners of a real server, and its certificate's renewal.
class TestTlsListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSelfSignedCertificateWhereNoneIsConfigured();
    void operatorsToo();
    void aHangupReadsTheCertificateAgain();
    void operatorsReadItAgainAndHearWhatIsWrong();
    void aPatchNamesAnother();
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

void TestTlsListener::refusesToStartWithoutItsFiles_data()
{
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<QByteArray>("why");

    const QString tls = u"listen.clients-tls=127.0.0.1:0"_qs;
    QTest::newRow("no such certificate") << QStringList{tls, u"tls.certificate=/none.crt"_qs, u"tls.key=/none.key"_qs}
                                         << QByteArray("certificate file /none.crt: ");
    QTest::newRow("no key") << QStringList{tls, u"tls.certificate=/none.crt"_qs} << QByteArray("tls.key: ");
    QTest::newRow("no certificate") << QStringList{tls, u"tls.key=/none.key"_qs} << QByteArray("tls.certificate: ");
    QTest::newRow("self-signed beyond this machine")
        << QStringList{u"listen.clients-tls=0.0.0.0:0"_qs, u"auth.anonymous=false"_qs}
        << QByteArray("tls.certificate: is needed for TLS beyond this machine");
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
