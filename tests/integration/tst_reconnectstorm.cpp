#include "tests/support/expect.h"
#include "tests/support/loadclient.h"
#include "tests/support/plainsocket.h"

#include <QDir>
#include <QElapsedTimer>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kClients = 2000;
constexpr int kWorkers = 10;
// Row A8 says 4 s on a quiet machine; here, ten times that.
constexpr std::chrono::milliseconds kBackWithin{40'000};

/// How often a process has that file open.
int timesOpen(qint64 pid, const QString &path)
{
    const QDir descriptors(u"/proc/%1/fd"_qs.arg(pid));
    const QFileInfoList entries = descriptors.entryInfoList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
    return static_cast<int>(std::count_if(entries.begin(), entries.end(),
                                          [&path](const QFileInfo &entry) { return entry.symLinkTarget() == path; }));
}

} // namespace

/// Everybody comes back at once after the server was killed (quality.md, A8).
class ReconnectStormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(raiseDescriptorLimit() >= 2 * kClients); }
    void everybodyIsBackAfterAKill();

private:
    [[nodiscard]] bool allAreLoggedIn(const TestServer &server, std::chrono::milliseconds limit = kPatience) const
    {
        return waitUntil([&server] { return server.metric("sluice_users_connected") == kClients; }, limit);
    }
};

void ReconnectStormTest::everybodyIsBackAfterAKill()
{
    TestServer server(u"bench.toml"_qs, {u"channels.worker-pool-size=%1"_qs.arg(kWorkers)});
    SLUICE_START(server);
    server.keepPorts();
    LoadClient load({u"--url"_qs, server.clientUrl(), u"--token-secret-file"_qs, server.statePath(u"jwt.key"_qs),
                     u"--connections"_qs, QString::number(kClients), u"--mix"_qs, u"bench/echo=8,notes/list=2"_qs,
                     u"--rate"_qs, u"1000"_qs, u"--seconds"_qs, u"120"_qs});
    QVERIFY2(allAreLoggedIn(server), load.output().constData());

    server.kill();
    QElapsedTimer elapsed;
    elapsed.start();
    SLUICE_START(server);
    const qint64 startedMs = elapsed.elapsed();
    QVERIFY2(allAreLoggedIn(server, kBackWithin), load.output().constData());
    const qint64 backMs = elapsed.elapsed();
    QVERIFY(backMs <= kBackWithin.count());
    qInfo("ready after %lld ms, all %d logged in again after %lld ms", startedMs, kClients, backMs);

    // One reader for each worker and the writer, whatever the storm.
    const int databases = timesOpen(server.processId(), server.statePath(u"sluice.db"_qs));
    QVERIFY2(databases >= 1 && databases <= kWorkers + 1, QByteArray::number(databases));

    load.stop();
    const std::optional<QJsonObject> summary = load.waitForSummary();
    QVERIFY2(summary && (*summary)["ok"_L1].toBool(), load.output().constData());
    const QJsonObject connections = (*summary)["connections"_L1].toObject();
    QCOMPARE(connections["opened"_L1].toInt(), 2 * kClients);
    QCOMPARE(connections["dropped"_L1].toInt(), kClients);
    QCOMPARE(connections["closed"_L1].toObject(), QJsonObject());
    // Refused by nobody but the system, while there was no server.
    const QStringList refusals = connections["refused"_L1].toObject().keys();
    QVERIFY2(refusals.isEmpty() || refusals == QStringList{u"0"_qs}, load.output().constData());
}

QTEST_GUILESS_MAIN(ReconnectStormTest)
#include "tst_reconnectstorm.moc"
