#include "tests/support/expect.h"
#include "tests/support/loadclient.h"
#include "tests/support/plainsocket.h"
#include "tests/support/rawclient.h"

#include <QElapsedTimer>

#include <algorithm>
#include <csignal>
#include <vector>

using namespace sluice::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kBusy = 200;
constexpr int kSilent = 200;
constexpr std::chrono::milliseconds kPause = 10s;
// Row X6 has a second for all that was due meanwhile; a loaded CI machine gets ten times as long.
constexpr std::chrono::milliseconds kCatchUp = 10 * 1s;

} // namespace

/// The whole process stands still for a while, as on a virtual machine that is moved (quality.md, X6).
class PausesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsBlamedForAPause();
};

void PausesTest::nobodyIsBlamedForAPause()
{
    // Each deadline is over when it goes on, but none while the test prepares that.
    TestServer server(u"bench.toml"_s,
                      {u"threads.io=2"_s, u"ping.interval-ms=1000"_s, u"ping.timeout-ms=8000"_s,
                       u"limits.message-ms=8000"_s, u"limits.handshake-ms=8000"_s});
    SLUICE_START(server);
    TestClient admin;
    QVERIFY(admin.connectTo(server.ports().admin, {.bearer = server.adminToken()}));
    LoadClient busy({u"--url"_s, server.clientUrl(), u"--connections"_s, QString::number(kBusy), u"--seconds"_s,
                     u"600"_s, u"--rate"_s, u"500"_s});
    const auto received = [&server] { return server.metric("sluice_events_received_total"); };
    QVERIFY(waitUntil([&] { return received() > 500; }));
    std::vector<PlainSocket> silent;
    for (int i = 0; i < kSilent; ++i) {
        silent.emplace_back(server.ports().clients);
        (void)silent.back().send(upgradeRequest());
        QCOMPARE(silent.back().status(), std::optional(101));
    }
    // They are pinged because they say nothing, and answer just when nobody reads it any more.
    QByteArrayList pongs;
    for (PlainSocket &client : silent) {
        QByteArray bytes = client.receive();
        const std::optional<RawFrame> ping = takeServerFrame(bytes);
        QVERIFY(ping && ping->firstByte == 0x89);
        pongs += clientFrame({0x8a, ping->payload});
    }
    server.sendSignal(SIGSTOP);
    QElapsedTimer elapsed;
    elapsed.start();
    for (int i = 0; i < kSilent; ++i)
        QCOMPARE(silent[size_t(i)].send(pongs[i]), pongs[i].size());
    QVERIFY(waitUntil([&] { return elapsed.hasExpired(kPause.count()); }, 2 * kPause));
    server.sendSignal(SIGCONT);
    elapsed.restart();
    SLUICE_VERIFY_OK(admin.call(u"server/info"_s));
    const double before = received();
    QVERIFY(waitUntil([&] { return received() > before + 500; }));
    qInfo("normal again after %lld ms", elapsed.elapsed());
    QVERIFY2(elapsed.elapsed() <= kCatchUp.count(), QByteArray::number(elapsed.elapsed()));
    QVERIFY(waitUntil([&] { return elapsed.hasExpired(2000); })); // what was due is done

    const auto cut = std::count_if(silent.begin(), silent.end(), [](PlainSocket &client) { return client.hasEnded(); });
    qInfo("%lld of %d silent clients cut", static_cast<long long>(cut), kSilent);
    QVERIFY(cut <= kSilent / 100);
    busy.stop();
    const std::optional<QJsonObject> summary = busy.waitForSummary();
    QVERIFY2(summary && (*summary)["ok"_L1].toBool(), busy.output().constData());
    const int again = (*summary)["connections"_L1]["opened"_L1].toInt() - kBusy;
    QVERIFY2(again <= kBusy / 100, busy.output().constData());
    QCOMPARE(server.metric("sluice_loop_stalls_total"), 0.0); // no loop is to blame, and none was kept busy by it
}

QTEST_GUILESS_MAIN(PausesTest)
#include "tst_pauses.moc"
