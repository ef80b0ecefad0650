#include "tests/support/crowd.h"
#include "tests/support/expect.h"
#include "tests/support/processprobe.h"
#include "tests/support/silentclient.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <atomic>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSlowConsumer = 4008;
constexpr double kKibibyte = 1024;
constexpr double kMebibyte = 1024 * kKibibyte;

/// Clients that read whatever comes; only the bytes are counted.
/// Thread: the test's.
class ReadingCrowd
{
public:
    explicit ReadingCrowd(std::vector<PlainSocket> clients)
        : m_crowd(std::move(clients), [this](size_t, std::string_view text) { m_bytes += text.size(); })
    {
    }

    [[nodiscard]] quint64 bytes() const { return m_bytes; }
    [[nodiscard]] bool hasLost() const { return m_crowd.hasLost(); }

private:
    std::atomic<quint64> m_bytes{0};
    Crowd m_crowd; // last: it ends first
};

QJsonObject kilobyte()
{
    return {{u"text"_qs, QString(1000, u'x')}};
}

} // namespace

/// Clients that do not read what they are sent, and what that costs the server and the others (quality.md, A4, A5).
class SlowConsumersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoNeverReadsIsCutAndOthersAreNot_data();
    void whoNeverReadsIsCutAndOthersAreNot();
    void dropOldestKeepsTheNewest();
    void whoIsTrimmedIsReadAgain();
    void latestPerKeyKeepsTheLatestOfEach();
    void theBudgetOfAllHolds_data();
    void theBudgetOfAllHolds();
    void memoryGoesBackAfterAMassDisconnect();

private:
    void start(const QStringList &settings)
    {
        m_server = std::make_unique<TestServer>(u"bench.toml"_qs, settings);
        SLUICE_START(*m_server);
        m_sender = std::make_unique<TestClient>();
        QVERIFY(m_sender->connectTo(m_server->ports().clients, {m_server->token(u"ada"_qs), {}, {}, u"/"_qs}));
    }
    [[nodiscard]] std::vector<SilentClient> connected(size_t count, const QString &user = {})
    {
        const QByteArray header =
            user.isEmpty() ? QByteArray() : "Authorization: Bearer " + m_server->token(user) + "\r\n";
        std::vector<SilentClient> clients(count);
        for (SilentClient &client : clients) {
            if (!client.connectTo(m_server->ports().clients, "/", header))
                return {};
        }
        return clients;
    }
    /// Pushes a kilobyte to everyone, `count` times, and waits until all have been sent.
    void broadcast(int count)
    {
        constexpr int kAtOnce = 50; // no more than the queue for broadcasts holds
        for (int left = count; left > 0; left -= kAtOnce) {
            std::vector<PendingCall> calls;
            for (int i = 0; i < std::min(left, kAtOnce); ++i)
                calls.push_back(m_sender->send(u"bench/broadcast"_qs, kilobyte()));
            for (const PendingCall call : calls)
                SLUICE_VERIFY_OK(m_sender->waitFor(call));
            for (size_t i = 0; i < calls.size(); ++i)
                QVERIFY(m_sender->waitForNotification(u"bench/note"_qs)); // the sender is one of everyone
        }
    }
    [[nodiscard]] double outboundBytes() const { return m_server->metric("sluice_outbound_bytes"); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_sender;
};

void SlowConsumersTest::whoNeverReadsIsCutAndOthersAreNot_data()
{
    QTest::addColumn<int>("ioThreads");
    QTest::newRow("1 I/O thread") << 1;
    QTest::newRow("3 I/O threads") << 3;
}

void SlowConsumersTest::whoNeverReadsIsCutAndOthersAreNot()
{
    QFETCH(int, ioThreads);
    constexpr size_t kEach = 200;
    constexpr int kPushes = 1300;         // the hard bound, what the kernel holds, and some more
    constexpr quint64 kFrameBytes = 1000; // at least
    start({u"threads.io=%1"_qs.arg(ioThreads), u"limits.close-ms=20000"_qs});
    std::vector<SilentClient> silent = connected(kEach);
    QCOMPARE(silent.size(), kEach);
    ReadingCrowd reading(upgradedSockets(m_server->ports().clients, kEach));
    const qint64 before = processUse(m_server->processId()).residentBytes;
    qint64 mostResident = before;
    double mostOutbound = 0;
    for (int sent = 0; sent < kPushes; sent += 50) {
        broadcast(50);
        mostOutbound = std::max(mostOutbound, outboundBytes());
        mostResident = std::max(mostResident, processUse(m_server->processId()).residentBytes);
    }
    QTRY_VERIFY_WITH_TIMEOUT(reading.bytes() >= kEach * kPushes * kFrameBytes, 20'000);
    QVERIFY(!reading.hasLost());
    QCOMPARE(m_server->metric("sluice_slow_consumers_closed_total{bound=\"own\"}"), double(kEach));
    // Up to the hard bound and the push that reached it; the readers' own share is what one turn left.
    QVERIFY2(mostOutbound <= kEach * (kMebibyte + 4 * kKibibyte), qPrintable(QString::number(mostOutbound)));
    QVERIFY2(mostOutbound > kEach * 256 * kKibibyte, qPrintable(QString::number(mostOutbound)));
    QVERIFY2(mostResident - before <= 50 * qint64(kMebibyte), qPrintable(QString::number(mostResident - before)));
    for (SilentClient &client : silent)
        QCOMPARE(client.closeCode(), kSlowConsumer);
    const QByteArray log = m_server->log();
    QVERIFY2(log.contains("slow consumer closed connection="), log.right(2000).constData());
    QVERIFY(log.count("slow consumer closed") < 50); // named, but not all of them
}

void SlowConsumersTest::dropOldestKeepsTheNewest()
{
    start({u"limits.slow-consumer=drop-oldest"_qs, u"limits.outbound-soft-bytes=65536"_qs,
           u"limits.outbound-hard-bytes=131072"_qs});
    std::vector<SilentClient> silent = connected(1);
    QCOMPARE(silent.size(), size_t{1});
    broadcast(500);
    QVERIFY(outboundBytes() <= 131072);
    SLUICE_VERIFY_OK(m_sender->call(u"bench/broadcast"_qs, QJsonObject{{u"last"_qs, true}}));
    int received = 0;
    for (bool isLast = false; !isLast; ++received) {
        const std::optional<RawFrame> frame = silent.front().nextFrame();
        QVERIFY(frame);
        isLast = frame->payload.contains("\"last\"");
    }
    const double dropped = m_server->metric("sluice_slow_consumer_pushes_total{fate=\"dropped\"}");
    QVERIFY(dropped > 200);
    QCOMPARE(received + dropped, 501.0);
    QCOMPARE(m_server->metric("sluice_slow_consumers_closed_total{bound=\"own\"}"), 0.0);
}

// Much waits for it, so it is not read; then pushes are dropped, so little waits: from then on it must be heard again,
// or nobody would find out that it is dead.
void SlowConsumersTest::whoIsTrimmedIsReadAgain()
{
    constexpr double kSoft = 64 * kKibibyte;
    start({u"limits.slow-consumer=drop-oldest"_qs, u"limits.outbound-soft-bytes=65536"_qs,
           u"limits.outbound-hard-bytes=131072"_qs});
    std::vector<SilentClient> silent = connected(1);
    QCOMPARE(silent.size(), size_t{1});
    for (int tries = 0; tries < 100 && outboundBytes() <= kSoft; ++tries)
        broadcast(10);
    (void)silent.front().send(clientFrame({0x81, R"({"jsonrpc":"2.0","id":1,"method":"rpc.ping"})"}));
    QTRY_COMPARE(m_server->metric("sluice_reading_paused_total{until=\"output-taken\"}"), 1.0);
    const auto dropped = [this] { return m_server->metric("sluice_slow_consumer_pushes_total{fate=\"dropped\"}"); };
    for (int tries = 0; tries < 100 && dropped() == 0.0; ++tries)
        broadcast(10);
    QVERIFY(dropped() > 0);
    const double received = m_server->metric("sluice_events_received_total");
    (void)silent.front().send(clientFrame({0x81, R"({"jsonrpc":"2.0","id":2,"method":"rpc.ping"})"}));
    QTRY_COMPARE(m_server->metric("sluice_events_received_total"), received + 1);
}

void SlowConsumersTest::latestPerKeyKeepsTheLatestOfEach()
{
    start({u"limits.slow-consumer=latest-per-key"_qs, u"limits.outbound-soft-bytes=16384"_qs,
           u"limits.outbound-hard-bytes=131072"_qs});
    std::vector<SilentClient> silent = connected(1, u"ben"_qs);
    QCOMPARE(silent.size(), size_t{1});
    QStringList notes;
    const auto save = [&](const QString &id) {
        QJsonObject note{
            {u"title"_qs, u"t"_qs}, {u"content"_qs, u"c"_qs}, {u"collaborators"_qs, QJsonArray{u"ben"_qs}}};
        if (!id.isEmpty())
            note[u"id"_qs] = id;
        return m_sender->call(u"notes/save"_qs, note).result["note"_L1].toObject();
    };
    for (int i = 0; i < 3; ++i)
        notes += save({})["id"_L1].toString();
    broadcast(100); // fills what the kernel takes, and the outbox over its soft bound
    QVERIFY(outboundBytes() > 16384);
    QMap<QString, qint64> latest;
    for (int i = 0; i < 300; ++i) {
        const QJsonObject saved = save(notes[i % 3]);
        latest[saved["id"_L1].toString()] = saved["updatedMs"_L1].toInteger();
    }
    QCOMPARE(latest.size(), 3);
    SLUICE_VERIFY_OK(m_sender->call(u"bench/broadcast"_qs, QJsonObject{{u"last"_qs, true}}));

    QMap<QString, qint64> received;
    int pushes = 0;
    for (bool isLast = false; !isLast;) {
        const std::optional<RawFrame> frame = silent.front().nextFrame();
        QVERIFY(frame);
        isLast = frame->payload.contains("\"last\"");
        const QJsonObject push = QJsonDocument::fromJson(frame->payload).object();
        if (push["method"_L1].toString() != u"notes/updated")
            continue;
        ++pushes;
        received[push["params"_L1]["noteId"_L1].toString()] = push["params"_L1]["timestampMs"_L1].toInteger();
    }
    QCOMPARE(received, latest);
    const double replaced = m_server->metric("sluice_slow_consumer_pushes_total{fate=\"replaced\"}");
    QVERIFY2(replaced > 200, qPrintable(QString::number(replaced)));
    QCOMPARE(pushes + replaced, 303.0);
    QCOMPARE(m_server->metric("sluice_slow_consumers_closed_total{bound=\"own\"}"), 0.0);
    QVERIFY(m_server->log().contains("user=\"ben\""));
}

void SlowConsumersTest::theBudgetOfAllHolds_data()
{
    whoNeverReadsIsCutAndOthersAreNot_data();
}

// Nobody reaches a bound of their own, but together they are too many.
void SlowConsumersTest::theBudgetOfAllHolds()
{
    QFETCH(int, ioThreads);
    constexpr double kBudget = 8 * kMebibyte;
    start({u"threads.io=%1"_qs.arg(ioThreads), u"limits.outbound-soft-bytes=1048576"_qs,
           u"limits.outbound-total-bytes=%1"_qs.arg(qint64(kBudget))});
    std::vector<SilentClient> silent = connected(60);
    QCOMPARE(silent.size(), size_t{60});
    ReadingCrowd reading(upgradedSockets(m_server->ports().clients, 20));
    double most = 0;
    for (int sent = 0; sent < 400; sent += 5) {
        broadcast(5);
        most = std::max(most, outboundBytes());
    }
    QVERIFY2(most <= kBudget * 1.05, qPrintable(QString::number(most)));
    const double cut = m_server->metric("sluice_slow_consumers_closed_total{bound=\"total\"}");
    // At the end each holds some 330 KiB: 25 of them are as much as all may have.
    QVERIFY2(cut >= 30 && cut < 60, qPrintable(QString::number(cut)));
    QCOMPARE(m_server->metric("sluice_slow_consumers_closed_total{bound=\"own\"}"), 0.0);
    QVERIFY(!reading.hasLost());
}

void SlowConsumersTest::memoryGoesBackAfterAMassDisconnect()
{
    start({});
    {
        const std::vector<SilentClient> clients = connected(1000);
        QCOMPARE(clients.size(), size_t{1000});
        QCOMPARE(m_server->metric("sluice_heap_trims_total"), 0.0);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_server->metric("sluice_heap_trims_total"), 1.0, 15'000);
    SLUICE_VERIFY_OK(m_sender->call(u"rpc.ping"_qs));
}

QTEST_GUILESS_MAIN(SlowConsumersTest)
#include "tst_slowconsumers.moc"
