#include "tests/support/expect.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <csignal>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMethodNotFound = -32601;
constexpr int kInvalidParams = -32602;
constexpr int kRateLimited = -32029;
constexpr QLatin1String kEcho("bench/echo");

QByteArray echoEvent(const char *id, const char *more = "")
{
    return QByteArray("[[event]]\nid = '") + id + "'\nhandler = 'bench.echo'\nrequires-auth = false\n" + more;
}

} // namespace

/// The events file read again while clients are served: as a whole or not at all, with nobody's history lost.
class EventsReloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSignalReadsThemAgainAndLimitsGoOn();
    void anOperatorReadsThemAgainAndHearsWhatIsWrong();
    void aPatchNamesAnotherFile();
    void goodAndBadOnesUnderLoad();

private:
    QString write(const QString &name, const QByteArray &toml);
    [[nodiscard]] bool hasReloaded(const char *result, int times) const;

    QTemporaryDir m_directory;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_client;
    std::unique_ptr<TestClient> m_console;
};

void EventsReloadTest::init()
{
    m_client.reset();
    m_console.reset();
    const QString file = write(u"events.toml"_qs, echoEvent("bench/echo", "rate-limit = { per-minute = 2 }\n"));
    m_server = std::make_unique<TestServer>(
        u"bench.toml"_qs,
        QStringList{u"events-file="_qs + file, u"threads.io=2"_qs, u"rate-limits.enforce-per-event=true"_qs});
    SLUICE_START(*m_server);
    m_client = std::make_unique<TestClient>();
    QVERIFY(m_client->connectTo(m_server->ports().clients, {.bearer = m_server->token(u"ada"_qs)}));
    m_console = std::make_unique<TestClient>();
    QVERIFY(m_console->connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
}

QString EventsReloadTest::write(const QString &name, const QByteArray &toml)
{
    QFile file(m_directory.filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(toml) != toml.size())
        qWarning("cannot write the events");
    return file.fileName();
}

bool EventsReloadTest::hasReloaded(const char *result, int times) const
{
    return m_server->metric(QByteArray("sluice_events_reloads_total{result=\"") + result + "\"}") == times;
}

void EventsReloadTest::aSignalReadsThemAgainAndLimitsGoOn()
{
    for (int i = 0; i < 2; ++i)
        SLUICE_VERIFY_OK(m_client->call(kEcho));
    SLUICE_VERIFY_ERROR(m_client->call(kEcho), kRateLimited);
    SLUICE_VERIFY_ERROR(m_client->call(u"bench/new"_qs), kMethodNotFound);

    write(u"events.toml"_qs, echoEvent("bench/new") + echoEvent("bench/echo", "rate-limit = { per-minute = 3 }\n"));
    m_server->sendSignal(SIGHUP);
    QVERIFY(waitUntil([this] { return hasReloaded("done", 1); }));
    // On the same connection; two of the three permits were spent before.
    QVERIFY(waitUntil([this] { return m_client->call(u"bench/new"_qs).isOk(); }));
    SLUICE_VERIFY_OK(m_client->call(kEcho));
    SLUICE_VERIFY_ERROR(m_client->call(kEcho), kRateLimited);
    QCOMPARE(m_server->metric(R"(sluice_event_requests_total{event="bench/echo",outcome="received"})"), 5.0);
    QVERIFY(m_server->isRunning());
}

void EventsReloadTest::anOperatorReadsThemAgainAndHearsWhatIsWrong()
{
    const QString file = write(u"events.toml"_qs, echoEvent("bench/new") + echoEvent("bench/bad", "priority = 'x'\n"));
    const CallResult refused = m_console->call(u"events/reload"_qs);
    SLUICE_VERIFY_ERROR(refused, kInvalidParams);
    const QString reason = refused.data()["reason"_L1].toString();
    QVERIFY2(reason.startsWith(file + u":9: bench/bad priority: is no priority; found \"x\", expected high"_qs),
             qPrintable(reason));
    QVERIFY(hasReloaded("failed", 1));
    SLUICE_VERIFY_OK(m_client->call(kEcho));
    SLUICE_VERIFY_ERROR(m_client->call(u"bench/new"_qs), kMethodNotFound);

    write(u"events.toml"_qs, echoEvent("bench/new"));
    const CallResult done = m_console->call(u"events/reload"_qs);
    SLUICE_VERIFY_OK(done);
    QVERIFY(waitUntil([this] { return m_client->call(u"bench/new"_qs).isOk(); }));
    SLUICE_VERIFY_ERROR(m_client->call(kEcho), kMethodNotFound);
    const QJsonArray events = m_console->call(u"events/list"_qs).result["events"_L1].toArray();
    QCOMPARE(done.result["events"_L1].toInt(), static_cast<int>(events.size()));
    QCOMPARE(events.last().toObject()["id"_L1].toString(), u"bench/new"_qs);
}

void EventsReloadTest::aPatchNamesAnotherFile()
{
    const auto patch = [this](const QString &file) {
        return m_console->call(u"config/patch"_qs,
                               QJsonObject{{u"base"_qs, 1}, {u"changes"_qs, QJsonObject{{u"events-file"_qs, file}}}});
    };
    const QString bad = write(u"bad.toml"_qs, echoEvent("bench/new", "timeout-ms = 0\n"));
    const CallResult refused = patch(bad);
    SLUICE_VERIFY_ERROR(refused, kInvalidParams);
    const QJsonObject error = refused.data()["errors"_L1].toArray().first().toObject();
    QCOMPARE(error["key"_L1].toString(), u"events-file"_qs);
    QVERIFY2(error["reason"_L1].toString().startsWith(bad + u":5: bench/new timeout-ms: is out of range"_qs),
             refused.text());
    QCOMPARE(m_console->call(u"config/get"_qs).result["revision"_L1].toInt(), 1);

    SLUICE_VERIFY_OK(patch(write(u"other.toml"_qs, echoEvent("bench/new"))));
    QVERIFY(waitUntil([this] { return m_client->call(u"bench/new"_qs).isOk(); }));
    SLUICE_VERIFY_ERROR(m_client->call(kEcho), kMethodNotFound);
}

void EventsReloadTest::goodAndBadOnesUnderLoad()
{
    constexpr int kRounds = 50;
    write(u"events.toml"_qs, echoEvent("bench/echo"));
    SLUICE_VERIFY_OK(m_console->call(u"events/reload"_qs));
    // The limit of before admits two, so a third says that it is gone.
    QVERIFY(waitUntil([this] {
        return m_client->call(kEcho).isOk() && m_client->call(kEcho).isOk() && m_client->call(kEcho).isOk();
    }));
    for (int round = 0; round < kRounds; ++round) {
        const bool isGood = round % 2 == 0;
        write(u"events.toml"_qs,
              isGood ? echoEvent("bench/echo") + echoEvent(("bench/" + QByteArray::number(round)).constData())
                     : QByteArray("["));
        std::vector<PendingCall> calls;
        for (int i = 0; i < 20; ++i)
            calls.push_back(m_client->send(kEcho));
        const CallResult reloaded = m_console->call(u"events/reload"_qs);
        QCOMPARE(reloaded.isOk(), isGood);
        for (int i = 0; i < 20; ++i)
            calls.push_back(m_client->send(kEcho));
        for (const PendingCall call : calls)
            SLUICE_VERIFY_OK(m_client->waitFor(call));
    }
    QVERIFY(hasReloaded("failed", kRounds / 2));
    QCOMPARE(m_server->metric("sluice_connections_closed_total"), 0.0);
}

QTEST_GUILESS_MAIN(EventsReloadTest)
#include "tst_eventsreload.moc"
