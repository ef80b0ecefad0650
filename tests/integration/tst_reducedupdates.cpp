#include "shared/admin/snapshot.h"
#include "tests/support/expect.h"
#include "tests/support/httpget.h"

#include <QJsonArray>

using namespace sluice::test;
using namespace Qt::StringLiterals;

using sluice::admin::Snapshot;

namespace {

constexpr int kReducedMs = 5000;

/// Asks for the whole schema again and again, as a console that has gone wild would.
class Wild
{
public:
    bool connectTo(const TestServer &server)
    {
        return m_client.connectTo(server.ports().admin, {.bearer = server.adminToken()});
    }

    /// Keeps `kAtOnce` questions on their way.
    void ask()
    {
        m_asked.removeIf([this](PendingCall call) { return m_client.hasAnswer(call); });
        while (m_asked.size() < kAtOnce)
            m_asked.append(m_client.send(u"config/schema"_s));
    }

    /// Until all of it is answered.
    void calmDown()
    {
        for (const PendingCall call : std::as_const(m_asked))
            m_client.waitFor(call);
        m_asked.clear();
    }

private:
    static constexpr qsizetype kAtOnce = 20;

    TestClient m_client;
    QList<PendingCall> m_asked;
};

} // namespace

/// What the admin socket does when operators ask for more than its thread may do (`admin.cpu-share`).
class ReducedUpdatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesComeMoreRarelyUntilItIsCalm()
    {
        TestServer server(u"bench.toml"_s, {u"admin.cpu-share=0.05"_s});
        SLUICE_START(server);
        TestClient console;
        Wild wild;
        QVERIFY(console.connectTo(server.ports().admin, {.bearer = server.adminToken()}));
        QVERIFY(wild.connectTo(server));
        SLUICE_VERIFY_OK(console.call(u"metrics/subscribe"_s, QJsonObject{{u"intervalMs"_s, 1000}}));

        Snapshot last = next(console);
        QCOMPARE(last.intervalMs, 1000);
        const bool isReduced = waitUntil([&] {
            wild.ask();
            if (console.notificationCount(u"metrics/sample"_s) > 0)
                last = next(console);
            return last.intervalMs == kReducedMs;
        });
        QVERIFY(isReduced);
        QVERIFY(metrics(server).contains("\nsluice_admin_updates_reduced 1\n"));
        QVERIFY(metrics(server).contains("\nsluice_admin_updates_reductions_total 1\n"));

        // A second console hears at once that samples are rare.
        TestClient late;
        QVERIFY(late.connectTo(server.ports().admin, {.bearer = server.adminToken()}));
        SLUICE_VERIFY_OK(late.call(u"metrics/subscribe"_s, QJsonObject{{u"intervalMs"_s, 1000}}));
        QCOMPARE(next(late).intervalMs, kReducedMs);

        wild.calmDown();
        const Snapshot rare = next(console);
        QCOMPARE(rare.intervalMs, kReducedMs);
        const quint64 left = rare.sequence - last.sequence;
        QVERIFY2(left > 1 && left <= 6, qPrintable(QString::number(left)));

        // The history has every second of it.
        const CallResult history = console.call(u"metrics/history"_s, QJsonObject{{u"spanMs"_s, 60'000}});
        quint64 before = 0;
        for (const QJsonValue &value : history.result["samples"_L1].toArray()) {
            const Snapshot sample = Snapshot::fromJson(value.toObject());
            QVERIFY(before == 0 || sample.sequence == before + 1);
            before = sample.sequence;
        }
        QVERIFY(before >= rare.sequence);

        QVERIFY(waitUntil(
            [&] { return console.notificationCount(u"metrics/sample"_s) > 0 && next(console).intervalMs == 1000; }));
        QVERIFY(metrics(server).contains("\nsluice_admin_updates_reduced 0\n"));
    }

private:
    static Snapshot next(TestClient &console)
    {
        const std::optional<QJsonValue> sample = console.waitForNotification(u"metrics/sample"_s);
        return sample ? Snapshot::fromJson(sample->toObject()) : Snapshot();
    }

    static QByteArray metrics(const TestServer &server) { return httpGet(server.ports().http, u"/metrics"_s).body; }
};

QTEST_GUILESS_MAIN(ReducedUpdatesTest)
#include "tst_reducedupdates.moc"
