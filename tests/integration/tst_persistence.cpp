#include "tests/support/expect.h"

#include <QRandomGenerator>

using namespace sluice::test;
using namespace Qt::StringLiterals;

/// What outlives a server.
class PersistenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedNotesSurviveAKill();
    void keysSurviveARestart();
    void secondServerOnTheSameStateIsRefused();
};

void PersistenceTest::acknowledgedNotesSurviveAKill()
{
    constexpr int kKills = 5;
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed=%u", seed);
    QRandomGenerator random(seed);
    TestServer server(u"bench.toml"_qs);
    QMap<QString, QString> acknowledged; // content by id
    for (int kill = 0; kill < kKills; ++kill) {
        SLUICE_START(server);
        TestClient client;
        QVERIFY(client.connectTo(server.ports().clients, {server.token(u"ada"_qs), {}, {}, u"/"_qs}));
        // Several at once, so that the kill falls between a save and its acknowledgement.
        const int untilKill = random.bounded(5, 60);
        QList<PendingCall> saves;
        for (int i = 0; i < untilKill + 20; ++i) {
            saves += client.send(
                u"notes/save"_qs,
                QJsonObject{{u"title"_qs, u"t"_qs}, {u"content"_qs, u"kill %1 note %2"_qs.arg(kill).arg(i)}});
        }
        for (int i = 0; i < untilKill; ++i) {
            const CallResult saved = client.waitFor(saves[i]);
            SLUICE_VERIFY_OK(saved);
            acknowledged.insert(saved.result["note"_L1]["id"_L1].toString(), u"kill %1 note %2"_qs.arg(kill).arg(i));
        }
        server.kill();
    }
    SLUICE_START(server);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients, {server.token(u"ada"_qs), {}, {}, u"/"_qs}));
    for (auto note = acknowledged.cbegin(); note != acknowledged.cend(); ++note) {
        const CallResult fetched = client.call(u"notes/fetch"_qs, QJsonObject{{u"id"_qs, note.key()}});
        SLUICE_VERIFY_OK(fetched);
        QCOMPARE(fetched.result["note"_L1]["content"_L1].toString(), note.value());
    }
}

void PersistenceTest::keysSurviveARestart()
{
    TestServer server(u"sluice.toml"_qs);
    SLUICE_START(server);
    const QByteArray token = server.token(u"ada"_qs);
    const QByteArray adminToken = server.adminToken();
    QVERIFY(server.terminate());
    SLUICE_START(server);
    QCOMPARE(server.adminToken(), adminToken);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients, {token, {}, {}, u"/"_qs}));
    SLUICE_VERIFY_OK(client.call(u"notes/list"_qs));
    TestClient admin;
    QVERIFY(admin.connectTo(server.ports().admin, {adminToken, {}, {}, u"/"_qs}));
}

void PersistenceTest::secondServerOnTheSameStateIsRefused()
{
    TestServer first(u"sluice.toml"_qs);
    SLUICE_START(first);
    TestServer second(u"sluice.toml"_qs, {u"state-dir="_qs + first.stateDir()});
    const QString fault = second.start();
    QVERIFY(!fault.isEmpty());
    QVERIFY2(fault.contains(first.stateDir()), qPrintable(fault));
    QVERIFY(first.isRunning());
    TestClient client;
    QVERIFY(client.connectTo(first.ports().clients));
    SLUICE_VERIFY_OK(client.call(u"rpc.ping"_qs));
}

QTEST_GUILESS_MAIN(PersistenceTest)
#include "tst_persistence.moc"
