#include "tests/support/expect.h"
#include "tests/support/figure.h"
#include "tests/support/privatepostgres.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kUnavailable = -32033;

} // namespace

/// What outlives a server. With SLUICE_TEST_ENGINE=postgresql in the environment: where the notes are in PostgreSQL.
class PersistenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedNotesSurviveAKill();
    void databaseThatIsGoneComesBack();
    void keysSurviveARestart();
    void secondServerOnTheSameStateIsRefused();

private:
    [[nodiscard]] static bool isPostgres() { return qgetenv("SLUICE_TEST_ENGINE") == "postgresql"; }
    /// Settings for an empty database of the kind that this run is for.
    [[nodiscard]] QStringList storage();
    void readAll(TestServer &server, QMap<QString, QString> &stored);

    std::unique_ptr<PrivatePostgres> m_postgres;
};

QStringList PersistenceTest::storage()
{
    if (!isPostgres())
        return {};
    m_postgres = std::make_unique<PrivatePostgres>(PrivatePostgres::Fsync::On);
    if (const QString fault = m_postgres->start(); !fault.isEmpty())
        qFatal("%s", qPrintable(fault));
    return {u"storage.url="_qs + m_postgres->newUrl()};
}

// D1, over the whole way. SLUICE_KILLS is for how many there are, 50 before a release.
void PersistenceTest::acknowledgedNotesSurviveAKill()
{
    const int kills = figure("SLUICE_KILLS", 5);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed=%u", seed);
    QRandomGenerator random(seed);
    TestServer server(u"bench.toml"_qs, storage());
    QMap<QString, QString> acknowledged; // content by id
    QSet<QString> sent;
    for (int kill = 0; kill < kills; ++kill) {
        SLUICE_START(server);
        TestClient client;
        QVERIFY(client.connectTo(server.ports().clients, {server.token(u"ada"_qs), {}, {}, u"/"_qs}));
        // Several at once, so that the kill falls between a save and its acknowledgement.
        const int untilKill = random.bounded(5, 60);
        QList<PendingCall> saves;
        for (int i = 0; i < untilKill + 20; ++i) {
            const QString content = u"kill %1 note %2"_qs.arg(kill).arg(i);
            sent.insert(content);
            saves += client.send(u"notes/save"_qs,
                                 QJsonObject{{u"title"_qs, u"t"_qs},
                                             {u"content"_qs, content},
                                             {u"collaborators"_qs, QJsonArray{u"bob"_qs, u"eve"_qs}}});
        }
        for (int i = 0; i < untilKill; ++i) {
            const CallResult saved = client.waitFor(saves[i]);
            SLUICE_VERIFY_OK(saved);
            const QJsonValue note = saved.result["note"_L1];
            acknowledged.insert(note["id"_L1].toString(), note["content"_L1].toString());
        }
        server.kill();
    }
    SLUICE_START(server);
    QMap<QString, QString> stored;
    readAll(server, stored);
    if (QTest::currentTestFailed())
        return;
    for (auto note = acknowledged.cbegin(); note != acknowledged.cend(); ++note)
        QCOMPARE(stored.value(note.key()), note.value());
    QSet<QString> contents;
    for (const QString &content : std::as_const(stored)) {
        QVERIFY2(sent.contains(content), qPrintable(content));
        QVERIFY2(!contents.contains(content), qPrintable(content + u" is there twice"_qs));
        contents.insert(content);
    }
    qInfo("%d kills, %lld acknowledged notes, %lld stored", kills, qlonglong(acknowledged.size()),
          qlonglong(stored.size()));
}

// Each note there is, whole.
void PersistenceTest::readAll(TestServer &server, QMap<QString, QString> &stored)
{
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients, {server.token(u"ada"_qs), {}, {}, u"/"_qs}));
    for (int offset = 0;; offset += 100) {
        const CallResult page = client.call(u"notes/list"_qs, QJsonObject{{u"offset"_qs, offset}, {u"limit"_qs, 100}});
        SLUICE_VERIFY_OK(page);
        const QJsonArray notes = page.result["notes"_L1].toArray();
        for (const QJsonValue &note : notes) {
            const QString id = note["id"_L1].toString();
            const CallResult fetched = client.call(u"notes/fetch"_qs, QJsonObject{{u"id"_qs, id}});
            SLUICE_VERIFY_OK(fetched);
            const QJsonValue whole = fetched.result["note"_L1];
            QCOMPARE(whole["collaborators"_L1], QJsonValue(QJsonArray{u"bob"_qs, u"eve"_qs}));
            stored.insert(id, whole["content"_L1].toString());
        }
        if (notes.size() < 100)
            return;
    }
}

// The database goes and comes back under a server that stays: errors meanwhile, no restart after.
void PersistenceTest::databaseThatIsGoneComesBack()
{
    if (!isPostgres())
        QSKIP("of servers");
    TestServer server(u"bench.toml"_qs,
                      storage() + QStringList{u"breaker.open-ms=100"_qs, u"timeouts.db-operation-ms=500"_qs});
    SLUICE_START(server);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients, {server.token(u"ada"_qs), {}, {}, u"/"_qs}));
    const auto save = [&client] {
        return client.call(u"notes/save"_qs, QJsonObject{{u"title"_qs, u"t"_qs}, {u"content"_qs, u"c"_qs}});
    };
    const auto list = [&client] { return client.call(u"notes/list"_qs); };
    SLUICE_VERIFY_OK(save());

    m_postgres->stopImmediately();
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        SLUICE_VERIFY_ERROR(save(), kUnavailable);
        SLUICE_VERIFY_ERROR(list(), kUnavailable);
        QVERIFY(timer.elapsed() < 2000);
    }
    SLUICE_VERIFY_OK(client.call(u"bench/echo"_qs)); // what needs no database goes on
    QCOMPARE(m_postgres->start(), QString());
    QVERIFY(waitUntil([&] { return save().isOk() && list().isOk(); }));
    QCOMPARE(server.metric("sluice_breaker_state{handler=\"notes.save\"}"), 0.0);

    m_postgres->pause();
    QElapsedTimer timer;
    timer.start();
    SLUICE_VERIFY_ERROR(list(), kUnavailable);
    QVERIFY2(timer.elapsed() < 500 + 1000, qPrintable(QString::number(timer.elapsed()))); // idle it is 50 ms late
    SLUICE_VERIFY_OK(client.call(u"bench/echo"_qs));
    m_postgres->resume();
    QVERIFY(waitUntil([&] { return save().isOk() && list().isOk(); }));
    const QByteArray log = server.log();
    QVERIFY(log.contains("saves fail") && log.contains("saves work again"));
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
