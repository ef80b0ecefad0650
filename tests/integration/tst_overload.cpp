#include "tests/support/expect.h"
#include "tests/support/loadclient.h"
#include "tests/support/plainsocket.h"
#include "tests/support/processprobe.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kOverloaded = -32030;
// Times are asserted at so many times the figure, as this may be a machine with much to do.
constexpr int kNoise = 10;
constexpr int kWorkers = 2;
constexpr qint64 kPooledBytes = 4 * 1024 * 1024; // 4,096 requests
constexpr double kMillisecond = 1000;            // in microseconds
// An instrumented server is busy with reading too: then workers wait for that now and then.
#ifdef __SANITIZE_ADDRESS__
constexpr double kBusyShare = 0.8;
#else
constexpr double kBusyShare = 0.95;
#endif
// At half the load everything is served, unless the machine itself is taken away for a while.
constexpr double kCalmShare = 0.95;

// bench/sleep in each lane.
constexpr const char *kLaneEvents = R"(
[[event]]
id            = "bench/sleep"
handler       = "bench.sleep"
requires-auth = false

[[event]]
id            = "bench/sleep-high"
handler       = "bench.sleep"
priority      = "high"
requires-auth = false

[[event]]
id            = "bench/sleep-low"
handler       = "bench.sleep"
priority      = "low"
requires-auth = false
)";

QByteArray overloadedBy(const char *reason)
{
    return QByteArrayLiteral("sluice_events_overloaded_total{by=\"") + reason + "\"}";
}

double latencyMs(const QJsonObject &summary, const QString &event, const QString &kind)
{
    return summary["latencyUsByEvent"_L1][event][kind]["p99"_L1].toDouble() / kMillisecond;
}

double servedShare(const QJsonObject &summary)
{
    return summary["ledger"_L1]["replied"_L1].toDouble() / summary["ledger"_L1]["sent"_L1].toDouble();
}

} // namespace

/// The server at ten times what it can serve, with a handler of 1 ms (quality.md, R2 to R5).
class OverloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server.reset(); }
    void cleanup() { m_server.reset(); }

    void tenfoldLoadIsServedAtFullRateAndForgotten();
    void highPriorityIsUnaffectedWhileLowIsShed();
    void depthNeverPassesItsBound();
    void depthIsRefusedAndAlertedExactly();
    void memoryAboveTheMarkRefusesLowEventsAndConnections();

private:
    [[nodiscard]] QString startServer(const QStringList &settings)
    {
        m_server = std::make_unique<TestServer>(
            u"bench.toml"_qs,
            QStringList{u"threads.io=1"_qs, u"channels.worker-pool-size=%1"_qs.arg(kWorkers)} + settings);
        QFile events(m_server->statePath(u"lanes.toml"_qs));
        if (!events.open(QIODevice::WriteOnly) || events.write(kLaneEvents) < 0)
            return events.errorString();
        events.close();
        m_server->addSettings({u"events-file="_qs + events.fileName()});
        return m_server->start();
    }
    /// The summary of a load of bench/sleep for 1 ms, in which everything was accounted for; else empty.
    [[nodiscard]] QJsonObject load(int seconds, const QString &mix, const QStringList &arguments)
    {
        LoadClient client(QStringList{u"--url"_qs, m_server->clientUrl(), u"--metrics-url"_qs, m_server->metricsUrl(),
                                      u"--sleep"_qs, u"1"_qs, u"--seconds"_qs, QString::number(seconds), u"--mix"_qs,
                                      mix}
                          + arguments);
        const QJsonObject summary = client.waitForSummary().value_or(QJsonObject());
        if (!summary["ok"_L1].toBool())
            qWarning("%s", client.output().constData());
        return summary["ok"_L1].toBool() ? summary : QJsonObject();
    }
    [[nodiscard]] QJsonObject loadAt(double rate, int seconds, const QString &mix)
    {
        return load(seconds, mix, {u"--connections"_qs, u"100"_qs, u"--rate"_qs, QString::number(rate, 'f', 0)});
    }
    /// What the two workers serve in a second when there is always something to do.
    [[nodiscard]] double capacity()
    {
        const QJsonObject summary =
            load(3, u"bench/sleep=1"_qs, {u"--connections"_qs, u"10"_qs, u"--window"_qs, u"1"_qs});
        return summary["ledger"_L1]["replied"_L1].toDouble() / summary["seconds"_L1].toDouble();
    }
    [[nodiscard]] double busySeconds() const { return m_server->metric("sluice_worker_busy_seconds_total"); }
    [[nodiscard]] double eventTotal(const char *event, const char *outcome) const
    {
        return m_server->metric(QByteArrayLiteral("sluice_event_requests_total{event=\"") + event + "\",outcome=\""
                                + outcome + "\"}");
    }

    std::unique_ptr<TestServer> m_server;
};

void OverloadTest::tenfoldLoadIsServedAtFullRateAndForgotten()
{
    constexpr int kSeconds = 6;
    const QString fault = startServer({});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    const double peak = capacity();
    QVERIFY(peak > 0);
    const QJsonObject calm = loadAt(peak / 2, 2, u"bench/sleep=1"_qs);
    QVERIFY(!calm.isEmpty());
    QVERIFY2(servedShare(calm) >= kCalmShare, QByteArray::number(servedShare(calm)));
    const qint64 residentBefore = processUse(m_server->processId()).residentBytes;

    const double busyBefore = busySeconds();
    const QJsonObject tenfold = loadAt(10 * peak, kSeconds, u"bench/sleep=1"_qs);
    QVERIFY(!tenfold.isEmpty());
    const double busyShare = (busySeconds() - busyBefore) / (kWorkers * tenfold["seconds"_L1].toDouble());
    const double goodput = tenfold["ledger"_L1]["replied"_L1].toDouble() / tenfold["seconds"_L1].toDouble();
    const double admittedMs = latencyMs(tenfold, u"bench/sleep"_qs, u"replies"_qs);
    const double refusedMs = latencyMs(tenfold, u"bench/sleep"_qs, u"errors"_qs);
    qInfo("peak %.0f/s, goodput at tenfold load %.0f/s, workers busy %.1f %%, p99 of the admitted %.1f ms, of the "
          "refused %.1f ms",
          peak, goodput, busyShare * 100, admittedMs, refusedMs);
    // Where others take the machine's time, a sleep of 1 ms takes longer than before; but no worker waits for work, and
    // none works in vain.
    QVERIFY2(busyShare >= kBusyShare, QByteArray::number(busyShare));
    QCOMPARE(tenfold["ledger"_L1]["timedOut"_L1].toInteger(), 0);
    QVERIFY2(goodput >= 0.5 * peak, QByteArray::number(goodput / peak));
    QVERIFY2(admittedMs <= kNoise * (100 + 1 + 50), QByteArray::number(admittedMs));
    QVERIFY2(refusedMs <= kNoise * 50, QByteArray::number(refusedMs));
    QVERIFY(m_server->metric("sluice_overload_episodes_total") >= 1);
    QVERIFY(m_server->metric(overloadedBy("sojourn")) > 0);
    QCOMPARE(m_server->metric(overloadedBy("sojourn")) + m_server->metric(overloadedBy("depth"))
                 + m_server->metric(overloadedBy("wait")) + m_server->metric(overloadedBy("memory")),
             m_server->metric("sluice_events_refused_total{reason=\"overloaded\"}"));
    QVERIFY(m_server->log().contains("overload state=shedding"));

    const QJsonObject after = loadAt(peak / 2, 3, u"bench/sleep=1"_qs);
    QVERIFY(!after.isEmpty());
    QVERIFY2(servedShare(after) >= kCalmShare, QByteArray::number(servedShare(after)));
    const double afterMs = latencyMs(after, u"bench/sleep"_qs, u"replies"_qs);
    const double calmMs = latencyMs(calm, u"bench/sleep"_qs, u"replies"_qs);
    qInfo("p99 at half load: %.1f ms before, %.1f ms after", calmMs, afterMs);
    QVERIFY2(afterMs <= kNoise * std::max(calmMs, 10.0), QByteArray::number(afterMs));
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_overload_state") == 0; }));
    // Before, the router did not have all the requests yet that it keeps for use.
    const qint64 allowed = residentBefore * 11 / 10 + kPooledBytes;
    const auto resident = [this] { return processUse(m_server->processId()).residentBytes; };
    QVERIFY2(waitUntil([&] { return resident() <= allowed; }),
             qPrintable(u"%1 before, %2 after"_qs.arg(residentBefore).arg(resident())));
}

void OverloadTest::highPriorityIsUnaffectedWhileLowIsShed()
{
    const QString fault = startServer({});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    const double peak = capacity();
    const QJsonObject tenfold = loadAt(10 * peak, 6, u"bench/sleep-high=5,bench/sleep-low=95"_qs);
    QVERIFY(!tenfold.isEmpty());
    const double high = eventTotal("bench/sleep-high", "succeeded") / eventTotal("bench/sleep-high", "received");
    const double low = eventTotal("bench/sleep-low", "succeeded") / eventTotal("bench/sleep-low", "received");
    const double highMs = latencyMs(tenfold, u"bench/sleep-high"_qs, u"replies"_qs);
    qInfo("served %.2f %% of high with p99 %.1f ms, %.2f %% of low", high * 100, highMs, low * 100);
    // One in a hundred may be refused, where the I/O thread stands still for a while and then has too many at once.
    QVERIFY2(1 - high <= kNoise * 0.01, QByteArray::number(high));
    QVERIFY2(highMs <= kNoise * 100, QByteArray::number(highMs));
    QVERIFY2(low >= 0.01, QByteArray::number(low));
    QVERIFY(eventTotal("bench/sleep-low", "refused") > 0);
}

void OverloadTest::depthNeverPassesItsBound()
{
    const QString fault = startServer({u"channels.message-queue-size=1000"_qs, u"backpressure.interval-ms=0"_qs});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    LoadClient client({u"--url"_qs, m_server->clientUrl(), u"--sleep"_qs, u"1"_qs, u"--seconds"_qs, u"5"_qs,
                       u"--mix"_qs, u"bench/sleep-low=1"_qs, u"--connections"_qs, u"100"_qs, u"--rate"_qs,
                       u"15000"_qs});
    double deepest = 0;
    int looks = 0;
    while (client.isRunning()) {
        deepest = std::max(deepest, m_server->metric("sluice_queue_depth{lane=\"low\"}"));
        ++looks;
        QCoreApplication::processEvents();
    }
    qInfo("deepest %.0f in %d looks", deepest, looks);
    QVERIFY(looks > 10); // as often as this machine can
    QVERIFY(deepest >= 890 && deepest <= 900);
    QVERIFY(m_server->metric(overloadedBy("depth")) > 0);
    QCOMPARE(m_server->metric(overloadedBy("sojourn")) + m_server->metric(overloadedBy("wait")), 0.0);
    const std::optional<QJsonObject> summary = client.waitForSummary();
    QVERIFY2(summary && (*summary)["ok"_L1].toBool(), client.output().constData());
}

void OverloadTest::depthIsRefusedAndAlertedExactly()
{
    constexpr int kSent = 1000;
    const QString fault = startServer({u"channels.message-queue-size=1000"_qs, u"backpressure.interval-ms=0"_qs,
                                       u"limits.requests-in-flight=100000"_qs, u"timeouts.client-request-ms=100000"_qs,
                                       u"timeouts.server-processing-ms=100000"_qs});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    const QJsonObject forLong{{u"ms"_qs, 90'000}};
    const std::array<PendingCall, 2> holders{client.send(u"bench/sleep-high"_qs, forLong),
                                             client.send(u"bench/sleep-high"_qs, forLong)};
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_events_in_flight") == 2; }));
    std::vector<PendingCall> calls;
    for (int i = 0; i < kSent; ++i)
        calls.push_back(client.send(u"bench/sleep-low"_qs, QJsonObject{{u"ms"_qs, 0}}));
    // Those that are refused are the last hundred, and are told so at once.
    for (size_t i = 900; i < calls.size(); ++i) {
        const CallResult result = client.waitFor(calls[i]);
        SLUICE_VERIFY_ERROR(result, kOverloaded);
        QVERIFY(result.data()["retryAfterMs"_L1].toInt() >= 50);
    }
    QCOMPARE(m_server->metric("sluice_queue_depth{lane=\"low\"}"), 900.0);
    QCOMPARE(m_server->metric(overloadedBy("depth")), 100.0);
    QCOMPARE(m_server->metric("sluice_accepted_under_pressure_total"), 200.0); // from the 701st on
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_overload_episodes_total") == 1; }));
    for (const PendingCall holder : holders)
        client.cancel(holder);
    for (size_t i = 0; i < 900; ++i)
        SLUICE_VERIFY_OK(client.waitFor(calls[i]));
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_overload_state") == 0; }));
}

void OverloadTest::memoryAboveTheMarkRefusesLowEventsAndConnections()
{
    const QString fault = startServer({});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    TestClient admin;
    QVERIFY(admin.connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
    const auto setMark = [&](double mark) {
        const CallResult now = admin.call(u"config/get"_qs);
        return admin.call(u"config/patch"_qs,
                          QJsonObject{{u"base"_qs, now.result["revision"_L1]},
                                      {u"changes"_qs, QJsonObject{{u"backpressure.memory-high"_qs, mark}}}});
    };
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    const QJsonObject nothing{{u"ms"_qs, 0}};
    SLUICE_VERIFY_OK(client.call(u"bench/sleep-low"_qs, nothing));

    SLUICE_VERIFY_OK(setMark(0.00001)); // any process is larger
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_overload_state") == 2; }));
    const CallResult refused = client.call(u"bench/sleep-low"_qs, nothing);
    SLUICE_VERIFY_ERROR(refused, kOverloaded);
    QVERIFY(refused.data()["retryAfterMs"_L1].toInt() > 0);
    SLUICE_VERIFY_OK(client.call(u"bench/sleep"_qs, nothing));
    QCOMPARE(m_server->metric(overloadedBy("memory")), 1.0);
    PlainSocket late(m_server->ports().clients);
    QVERIFY(late.send(upgradeRequest()) > 0);
    QCOMPARE(late.status(), std::optional<int>(503));
    QCOMPARE(m_server->metric("sluice_connections_refused_total{reason=\"memory\"}"), 1.0);

    SLUICE_VERIFY_OK(setMark(0));
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_overload_state") == 0; }));
    SLUICE_VERIFY_OK(client.call(u"bench/sleep-low"_qs, nothing));
    TestClient welcome;
    QVERIFY(welcome.connectTo(m_server->ports().clients));
}

QTEST_GUILESS_MAIN(OverloadTest)
#include "tst_overload.moc"
