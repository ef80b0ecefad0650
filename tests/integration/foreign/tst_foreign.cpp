#include "tests/support/expect.h"

#include <QProcess>
#include <QProcessEnvironment>

using namespace sluice::test;
using namespace Qt::StringLiterals;

/// Clients that others wrote, as they come from their packages, get along with the server: request, reply, push, error,
/// and back again after a restart.
class ForeignTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientGetsAlong_data();
    void clientGetsAlong();
};

void ForeignTest::clientGetsAlong_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("script");
    QTest::newRow("npm rpc-websockets") << QStringLiteral(SLUICE_NODE) << u"rpcwebsockets.mjs"_qs;
    QTest::newRow("Python websockets") << QStringLiteral(SLUICE_PYTHON) << u"websocketsclient.py"_qs;
}

void ForeignTest::clientGetsAlong()
{
    QFETCH(QString, program);
    QFETCH(QString, script);
    TestServer server(u"bench.toml"_qs, {u"drain.close-spread-ms=0"_qs});
    SLUICE_START(server);
    server.keepPorts();

    QProcess client;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NODE_PATH"_qs, QStringLiteral(SLUICE_NODE_MODULES));
    client.setProcessEnvironment(environment);
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(program,
                 {QStringLiteral(SLUICE_FOREIGN_SCRIPTS "/") + script, server.clientUrl(),
                  QString::fromLatin1(server.token(u"ada"_qs))});
    QByteArray output;
    const auto hasEnded = [&] {
        output += client.readAll();
        return client.state() == QProcess::NotRunning;
    };
    QVERIFY(client.waitForStarted());
    QVERIFY2(waitUntil([&] { return hasEnded() || output.contains("restart\n"); }) && !hasEnded(), output.constData());

    const std::optional<ServerExit> exit = server.terminate();
    QVERIFY(exit && exit->isNormal && exit->code == 0);
    SLUICE_START(server);
    QVERIFY2(waitUntil(hasEnded), output.constData());
    QVERIFY2(client.exitStatus() == QProcess::NormalExit && client.exitCode() == 0, output.constData());
}

QTEST_GUILESS_MAIN(ForeignTest)
#include "tst_foreign.moc"
