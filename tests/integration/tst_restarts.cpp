#include "tests/support/expect.h"
#include "tests/support/httpget.h"
#include "tests/support/loadclient.h"
#include "tests/support/program.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSet>

#include <csignal>
#include <memory>
#include <vector>

using namespace sluice::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What the design promises; a loaded CI machine gets ten times as long.
constexpr std::chrono::milliseconds kServingAgain = 2s;
constexpr int kSlowMachine = 10;

QStringList linesOf(const TestServer &server, const QString &sql)
{
    const ProgramExit done = runProgram(u"sqlite3"_s, {server.statePath(u"sluice.db"_s), sql});
    return done.code == 0 ? done.out.split(u'\n', Qt::SkipEmptyParts) : QStringList{u"sqlite3: "_s + done.err};
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Clients that keep saving notes, several at a time, and remember which of them the server has acknowledged.
/// Thread: the test's.
class SavingCrowd
{
public:
    [[nodiscard]] bool connectTo(const TestServer &server)
    {
        for (int i = 0; i < kClients; ++i) {
            m_clients.push_back(std::make_unique<TestClient>());
            const QByteArray token = server.token(u"user-%1"_s.arg(i));
            if (!m_clients.back()->connectTo(server.ports().clients, {.bearer = token}))
                return false;
        }
        return true;
    }
    /// Has each of them save so many more notes; no answer is waited for.
    void save(int each)
    {
        for (int i = 0; i < each; ++i) {
            for (const auto &client : m_clients) {
                const QJsonObject note{{u"title"_s, u"t"_s}, {u"content"_s, QString::number(m_saves.size())}};
                m_saves.push_back({client.get(), client->send(u"notes/save"_s, note)});
            }
        }
    }
    [[nodiscard]] qsizetype answered() const
    {
        return std::count_if(m_saves.begin(), m_saves.end(),
                             [](const Save &save) { return save.client->hasAnswer(save.call); });
    }
    [[nodiscard]] qsizetype sent() const { return static_cast<qsizetype>(m_saves.size()); }
    /// The ids of the notes that were acknowledged. Takes the answers.
    [[nodiscard]] QSet<QString> acknowledged()
    {
        QSet<QString> ids;
        for (const Save &save : m_saves) {
            if (!save.client->hasAnswer(save.call))
                continue;
            const CallResult result = save.client->waitFor(save.call);
            if (result.isOk())
                ids.insert(result.result["note"_L1]["id"_L1].toString());
        }
        return ids;
    }

private:
    static constexpr int kClients = 10;
    struct Save {
        TestClient *client;
        PendingCall call;
    };

    std::vector<std::unique_ptr<TestClient>> m_clients;
    std::vector<Save> m_saves;
};

/// The ids of all notes in the database.
QSet<QString> savedNotes(const TestServer &server)
{
    const QStringList ids = linesOf(server, u"SELECT id FROM notes"_s);
    return {ids.begin(), ids.end()};
}

} // namespace

/// Servers that end in the middle of work, in order or not, and start again (quality.md, G3, G5).
class RestartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedInMidDrainLosesNothingAcknowledged();
    void crashIsReportedAndServiceIsBack();
    void restartUnderLoadLosesNothing();
};

void RestartsTest::killedInMidDrainLosesNothingAcknowledged()
{
    constexpr int kRounds = 3;
    TestServer server(u"bench.toml"_s, {u"timeouts.shutdown-grace-ms=60000"_s, u"drain.close-spread-ms=20000"_s});
    QSet<QString> acknowledged;
    for (int round = 0; round < kRounds; ++round) {
        SLUICE_START(server);
        SavingCrowd crowd;
        QVERIFY(crowd.connectTo(server));
        crowd.save(40);
        QVERIFY(waitUntil([&] { return crowd.answered() > crowd.sent() / (8 >> round); }));
        server.sendSignal(SIGTERM);
        // It drains for as long as its clients are sent away, which is far longer than this takes.
        QVERIFY(waitUntil([&] { return httpGet(server.ports().http, u"/readyz"_s).status == 503; }));
        QVERIFY(server.isRunning());
        server.kill();
        acknowledged += crowd.acknowledged();
    }
    QVERIFY(!acknowledged.isEmpty());
    SLUICE_START(server);
    QCOMPARE(linesOf(server, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
    const QSet<QString> lost = acknowledged - savedNotes(server);
    QVERIFY2(lost.isEmpty(), qUtf8Printable(QStringList(lost.values()).join(u' ')));
}

// The test is the supervisor.
void RestartsTest::crashIsReportedAndServiceIsBack()
{
    TestServer server(u"bench.toml"_s);
    SLUICE_START(server);
    server.keepPorts();
    const QByteArray adminToken = server.adminToken();
    SavingCrowd crowd;
    QVERIFY(crowd.connectTo(server));
    TestClient admin;
    QVERIFY(admin.connectTo(server.ports().admin, {.bearer = adminToken}));
    crowd.save(40);
    for (int size = 1; size <= 20; ++size) { // one of them is being written when it ends
        const QJsonObject changes{{u"channels.worker-pool-size"_s, size}};
        (void)admin.send(u"config/patch"_s,
                         QJsonObject{{u"base"_s, size}, {u"changes"_s, changes}, {u"persist"_s, true}});
    }
    QVERIFY(waitUntil([&] { return crowd.answered() > crowd.sent() / 8; }));

    QElapsedTimer elapsed;
    elapsed.start();
    server.sendSignal(SIGABRT);
    const std::optional<ServerExit> exit = server.waitForExit();
    QVERIFY(exit && !exit->isNormal);
    QCOMPARE(exit->code, SIGABRT);
    const QByteArray log = server.log();
    SLUICE_START(server);
    const qint64 backMs = elapsed.elapsed();
    qInfo("serving again after %lld ms", backMs);
    QVERIFY2(backMs <= kSlowMachine * kServingAgain.count(), QByteArray::number(backMs));

    const qsizetype report = log.indexOf("crashed signal=6 (Aborted)");
    QVERIFY2(report >= 0, log.right(4096).constData());
    QVERIFY2(log.indexOf("sluiced(", report) > report, log.mid(report).constData()); // a frame of ours
    QVERIFY2(log.indexOf("thread ", report) > report, log.mid(report).constData());  // and the others' stacks

    // Nothing that was half written counts: the database, the secrets, the overlay, the audit log.
    QCOMPARE(linesOf(server, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
    const QSet<QString> lost = crowd.acknowledged() - savedNotes(server);
    QVERIFY2(lost.isEmpty(), qUtf8Printable(QStringList(lost.values()).join(u' ')));
    QCOMPARE(server.adminToken(), adminToken);
    TestClient again;
    QVERIFY(again.connectTo(server.ports().admin, {.bearer = adminToken}));
    const CallResult config = again.call(u"config/get"_s);
    SLUICE_VERIFY_OK(config);
    const int size = config.result["values"_L1]["channels.worker-pool-size"_L1]["value"_L1].toInt();
    QVERIFY2(size >= 1 && size <= 20, config.text().constData());
    const QList<QByteArray> audited = contentsOf(server.statePath(u"audit.log"_s)).split('\n');
    for (qsizetype i = 0; i + 1 < audited.size(); ++i)
        QVERIFY2(QJsonDocument::fromJson(audited[i]).isObject(), audited[i].constData());
}

// Clients come back by themselves: everything they asked is answered or fails visibly, and what was acknowledged stays.
void RestartsTest::restartUnderLoadLosesNothing()
{
    constexpr int kClients = 200;
    TestServer server(u"bench.toml"_s, {u"threads.io=2"_s, u"drain.close-spread-ms=300"_s, u"limits.close-ms=20000"_s});
    SLUICE_START(server);
    server.keepPorts();
    LoadClient load({u"--url"_s, server.clientUrl(), u"--token-secret-file"_s, server.statePath(u"jwt.key"_s),
                     u"--connections"_s, QString::number(kClients), u"--mix"_s, u"notes/save=1"_s, u"--rate"_s,
                     u"400"_s, u"--seconds"_s, u"60"_s});
    const auto succeeded = [&server] { return server.metric("sluice_events_ended_total{ending=\"succeeded\"}"); };
    for (int restart = 0; restart < 2; ++restart) {
        QVERIFY2(waitUntil([&] { return succeeded() > 300; }), load.output().constData());
        const std::optional<ServerExit> exit = server.terminate();
        QVERIFY(exit && exit->isNormal);
        QCOMPARE(exit->code, 0);
        SLUICE_START(server);
    }
    QVERIFY2(waitUntil([&] { return succeeded() > 300 && server.metric("sluice_connections_open") == kClients; }),
             load.output().constData());
    load.stop();
    const std::optional<QJsonObject> summary = load.waitForSummary();
    QVERIFY2(summary && (*summary)["ok"_L1].toBool(), load.output().constData());
    const QJsonObject connections = (*summary)["connections"_L1].toObject();
    QCOMPARE(connections["dropped"_L1].toInt(), 0);
    const QStringList farewells = connections["closed"_L1].toObject().keys();
    QCOMPARE(farewells, QStringList{u"1012"_s});
    QVERIFY2(connections["opened"_L1].toInt() >= 2 * kClients, load.output().constData());
    const QJsonObject ledger = (*summary)["ledger"_L1].toObject();
    QCOMPARE(ledger["connectionDropped"_L1].toInt(), 0);
    // What ended without a reply may have been saved all the same; what was answered has been.
    const qsizetype saved = savedNotes(server).size();
    const qint64 replied = ledger["replied"_L1].toInteger();
    const qint64 unknown = ledger["sent"_L1].toInteger() - replied;
    qInfo("%lld acknowledged, %lld saved, %lld without a reply", static_cast<long long>(replied),
          static_cast<long long>(saved), static_cast<long long>(unknown));
    QVERIFY(saved >= replied && saved <= replied + unknown);
}

QTEST_GUILESS_MAIN(RestartsTest)
#include "tst_restarts.moc"
