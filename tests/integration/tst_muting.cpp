#include "tests/support/expect.h"
#include "tests/support/httpget.h"

#include <QJsonArray>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRateLimited = -32029;

} // namespace

/// Muting on a real server (issue 6): who is muted is told for how long, on all connections, and is heard again after.
class MutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aUserIsMutedAndHeardAgain()
    {
        TestServer server(u"bench.toml"_s, {u"threads.io=2"_s});
        SLUICE_START(server);
        TestClient admin;
        TestClient ada;
        TestClient adaToo;
        TestClient bob;
        QVERIFY(admin.connectTo(server.ports().admin, {.bearer = server.adminToken()}));
        QVERIFY(ada.connectTo(server.ports().clients, {.bearer = server.token(u"ada"_s)}));
        QVERIFY(adaToo.connectTo(server.ports().clients, {.bearer = server.token(u"ada"_s)}));
        QVERIFY(bob.connectTo(server.ports().clients, {.bearer = server.token(u"bob"_s)}));
        SLUICE_VERIFY_OK(ada.call(u"bench/echo"_s));

        const CallResult made = admin.call(
            u"mutes/add"_s, QJsonObject{{u"user"_s, u"ada"_s}, {u"forMs"_s, 600'000}, {u"reason"_s, u"test"_s}});
        SLUICE_VERIFY_OK(made);
        for (TestClient *client : {&ada, &adaToo}) {
            const CallResult refused = client->call(u"bench/echo"_s);
            SLUICE_VERIFY_ERROR(refused, kRateLimited);
            QCOMPARE(refused.data()["scope"_L1].toString(), u"user"_s);
            QVERIFY(refused.data()["retryAfterMs"_L1].toInt() > 500'000);
        }
        SLUICE_VERIFY_OK(bob.call(u"bench/echo"_s));
        const CallResult listed = admin.call(u"mutes/list"_s);
        QCOMPARE(listed.result["rows"_L1][0]["refused"_L1].toInt(), 2);
        const QByteArray metrics = httpGet(server.ports().http, u"/metrics"_s).body;
        QVERIFY(metrics.contains("\nsluice_mutes 1\n"));
        QVERIFY(metrics.contains("\nsluice_mute_refusals_total 2\n"));

        SLUICE_VERIFY_OK(admin.call(u"mutes/lift"_s, QJsonObject{{u"id"_s, made.result["mute"_L1]["id"_L1]}}));
        SLUICE_VERIFY_OK(ada.call(u"bench/echo"_s));

        // And by itself, when its time is over.
        SLUICE_VERIFY_OK(admin.call(u"mutes/add"_s, QJsonObject{{u"address"_s, u"127.0.0.1"_s}, {u"forMs"_s, 1000}}));
        const CallResult all = bob.call(u"bench/echo"_s);
        SLUICE_VERIFY_ERROR(all, kRateLimited);
        QCOMPARE(all.data()["scope"_L1].toString(), u"ip"_s);
        QVERIFY(waitUntil([&] { return bob.call(u"bench/echo"_s).isOk(); }));
        QVERIFY(waitUntil([&] { return admin.call(u"mutes/list"_s).result["rows"_L1].toArray().isEmpty(); }));
        const CallResult audit = admin.call(u"audit/list"_s, QJsonObject{{u"limit"_s, 3}});
        SLUICE_VERIFY_OK(audit);
        QVERIFY(audit.text().contains("mutes/lift"));
    }

    // Whoever looks at the charts sees what was done to clients, also if they came later.
    void mutesAndKicksAreMarkedInTheHistory()
    {
        TestServer server(u"bench.toml"_s);
        SLUICE_START(server);
        TestClient admin;
        TestClient ada;
        QVERIFY(admin.connectTo(server.ports().admin, {.bearer = server.adminToken()}));
        QVERIFY(ada.connectTo(server.ports().clients, {.bearer = server.token(u"ada"_s)}));
        const CallResult made = admin.call(
            u"mutes/add"_s, QJsonObject{{u"user"_s, u"ada"_s}, {u"forMs"_s, 600'000}, {u"reason"_s, u"flood"_s}});
        SLUICE_VERIFY_OK(made);
        const std::optional<QJsonValue> muted = admin.waitForNotification(u"markers/added"_s);
        QVERIFY(muted);
        QCOMPARE((*muted)["kind"_L1].toString(), u"client-muted"_s);
        QCOMPARE((*muted)["user"_L1].toString(), u"ada"_s);
        QCOMPARE((*muted)["mute"_L1], made.result["mute"_L1]["id"_L1]);
        QVERIFY(!(*muted)["by"_L1].toString().isEmpty());
        SLUICE_VERIFY_OK(admin.call(u"mutes/lift"_s, QJsonObject{{u"id"_s, made.result["mute"_L1]["id"_L1]}}));
        SLUICE_VERIFY_OK(admin.call(u"connections/close"_s, QJsonObject{{u"users"_s, QJsonArray{u"ada"_s, u"bob"_s}}}));
        QVERIFY(ada.waitForClose());

        QVERIFY(waitUntil([&] {
            return !admin.call(u"metrics/history"_s, QJsonObject{{u"spanMs"_s, 60'000}})
                        .result["samples"_L1]
                        .toArray()
                        .isEmpty();
        }));
        const CallResult history = admin.call(u"metrics/history"_s, QJsonObject{{u"spanMs"_s, 60'000}});
        QStringList kinds;
        for (const QJsonValue &marker : history.result["markers"_L1].toArray())
            kinds += marker["kind"_L1].toString();
        QCOMPARE(kinds,
                 (QStringList{u"server-started"_s, u"client-muted"_s, u"mute-lifted"_s, u"connections-closed"_s}));
        QCOMPARE(history.result["markers"_L1][3]["count"_L1].toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(MutesTest)
#include "tst_muting.moc"
