#include "shared/admin/admincommand.h"
#include "shared/admin/configschema.h"
#include "shared/admin/snapshot.h"
#include "tests/support/expect.h"
#include "tests/support/httpget.h"
#include "tests/support/rawclient.h"

#include <QDateTime>
#include <QJsonArray>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMethodNotFound = -32601;
constexpr int kInvalidParams = -32602;
constexpr int kRateLimited = -32029;
constexpr int kStaleBase = -32036;

} // namespace

/// What an operator sees and does, over the real admin socket.
class AdminTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void wrongTokenIsRefused_data();
    void wrongTokenIsRefused();
    void clientsTokenIsNoAdminToken();
    void tokenFileIsPrivate();
    void infoSaysWhatRuns();
    void unknownMethod();
    void samplesFollowTheEvents();
    void subscribingTooFastIsRefused();
    void whatHappensIsMarkedInTheHistory();
    void eventsAreListed();
    void schemaHasEveryOption();
    void whatTheFileSaysStaysKnown();
    void patchTakesEffectAtOnce();
    void patchOfAStaleBaseIsRefused();
    void faultyPatchChangesNothing_data();
    void faultyPatchChangesNothing();
    void checkOnlyChangesNothing();
    void changeGoesByItselfUnlessConfirmed();
    void keptChangeOutlivesARestart();
    void shutdownReportsItsProgress();

private:
    [[nodiscard]] QJsonValue configValue(const QString &key);
    [[nodiscard]] int revision();

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_admin;
};

void AdminTest::init()
{
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs, QStringList{u"drain.close-spread-ms=0"_qs});
    SLUICE_START(*m_server);
    m_admin = std::make_unique<TestClient>();
    QVERIFY(m_admin->connectTo(m_server->ports().admin, {m_server->adminToken(), {}, {}, u"/"_qs}));
}

void AdminTest::cleanup()
{
    m_admin.reset();
}

QJsonValue AdminTest::configValue(const QString &key)
{
    return m_admin->call(u"config/get"_qs).result["values"_L1][key]["value"_L1];
}

int AdminTest::revision()
{
    return m_admin->call(u"config/get"_qs).result["revision"_L1].toInt(-1);
}

void AdminTest::wrongTokenIsRefused_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("wrong") << QByteArray("Authorization: Bearer 0123456789abcdef0123456789abcdef\r\n");
    QTest::newRow("empty") << QByteArray("Authorization: Bearer \r\n");
}

void AdminTest::wrongTokenIsRefused()
{
    QFETCH(QByteArray, headers);
    RawClient client;
    QVERIFY(client.connectTo(m_server->ports().admin));
    client.sendUpgrade(headers);
    QCOMPARE(client.waitForStatus(), 401);
}

void AdminTest::clientsTokenIsNoAdminToken()
{
    RawClient client;
    QVERIFY(client.connectTo(m_server->ports().admin));
    client.sendUpgrade("Authorization: Bearer " + m_server->token({u"root"_qs, {u"admin"_qs}}) + "\r\n");
    QCOMPARE(client.waitForStatus(), 401);
}

void AdminTest::tokenFileIsPrivate()
{
    for (const QString &name : {u"admin.token"_qs, u"jwt.key"_qs}) {
        const QFile file(m_server->statePath(name));
        QVERIFY2(file.exists(), qPrintable(name));
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY2((file.permissions() & others) == 0, qPrintable(name));
    }
    QVERIFY(m_server->adminToken().size() >= 22); // 128 bits in base64
}

void AdminTest::infoSaysWhatRuns()
{
    const CallResult info = m_admin->call(u"server/info"_qs);
    SLUICE_VERIFY_OK(info);
    QCOMPARE(info.result["version"_L1].toString(), QString::fromLatin1(SLUICE_VERSION));
    QCOMPARE(info.result["state"_L1].toString(), sluice::admin::toString(sluice::admin::ServerState::Running));
}

void AdminTest::unknownMethod()
{
    SLUICE_VERIFY_ERROR(m_admin->call(u"server/explode"_qs), kMethodNotFound);
}

void AdminTest::samplesFollowTheEvents()
{
    using sluice::admin::Snapshot;
    SLUICE_VERIFY_OK(m_admin->call(u"metrics/subscribe"_qs, QJsonObject{{u"intervalMs"_qs, 100}}));
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    for (int i = 0; i < 3; ++i)
        SLUICE_VERIFY_OK(client.call(u"bench/echo"_qs));

    Snapshot last;
    const auto next = [&] {
        const std::optional<QJsonValue> sample = m_admin->waitForNotification(u"metrics/sample"_qs);
        const Snapshot snapshot = sample ? Snapshot::fromJson(sample->toObject()) : Snapshot();
        const bool isInOrder = sample && (last.sequence == 0 || snapshot.sequence == last.sequence + 1);
        last = snapshot;
        return isInOrder;
    };
    do {
        QVERIFY(next());
    } while (last.eventsSucceeded < 3);
    QCOMPARE(last.eventsSucceeded, 3U);
    QCOMPARE(last.eventsReceived, 3U);
    QCOMPARE(last.connectionsOpen, 1U);
    QVERIFY(last.queueCapacity > 0 && last.workers > 0 && last.residentBytes > 0);

    client.close();
    QVERIFY(client.waitForClose());
    do {
        QVERIFY(next());
    } while (last.connectionsOpen > 0);
}

void AdminTest::subscribingTooFastIsRefused()
{
    SLUICE_VERIFY_ERROR(m_admin->call(u"metrics/subscribe"_qs, QJsonObject{{u"intervalMs"_qs, 99}}), kInvalidParams);
    SLUICE_VERIFY_OK(m_admin->call(u"metrics/subscribe"_qs, QJsonObject{{u"intervalMs"_qs, 100}}));
}

void AdminTest::whatHappensIsMarkedInTheHistory()
{
    const auto history = [this](qint64 spanMs, qint64 stepMs) {
        return m_admin->call(u"metrics/history"_qs, QJsonObject{{u"spanMs"_qs, spanMs}, {u"stepMs"_qs, stepMs}}).result;
    };
    SLUICE_VERIFY_OK(m_admin->call(
        u"config/patch"_qs,
        QJsonObject{{u"base"_qs, revision()}, {u"changes"_qs, QJsonObject{{u"channels.worker-pool-size"_qs, 4}}}}));
    SLUICE_VERIFY_OK(m_admin->call(u"server/drain"_qs, QJsonObject{{u"reason"_qs, u"test"_qs}}));
    QStringList pushed;
    while (!pushed.contains(u"drain-ended"_qs)) {
        const std::optional<QJsonValue> marker = m_admin->waitForNotification(u"markers/added"_qs);
        QVERIFY(marker);
        pushed += (*marker)["kind"_L1].toString();
    }
    SLUICE_VERIFY_OK(m_admin->call(u"server/resume"_qs));
    QVERIFY(m_admin->waitForNotification(u"markers/added"_qs));
    QVERIFY(waitUntil([&] { return history(60'000, 1000)["samples"_L1].toArray().size() >= 2; }));

    QStringList kinds;
    const QJsonArray markers = history(60'000, 1000)["markers"_L1].toArray();
    for (const QJsonValue marker : markers) {
        kinds += marker["kind"_L1].toString();
        QVERIFY(!marker["text"_L1].toString().isEmpty());
        QVERIFY(qAbs(marker["timeMs"_L1].toInteger() - QDateTime::currentMSecsSinceEpoch()) < 600'000);
    }
    QCOMPARE(kinds,
             (QStringList{u"server-started"_qs, u"config-changed"_qs, u"drain-began"_qs, u"drain-ended"_qs,
                          u"drain-resumed"_qs}));
    QCOMPARE(pushed, kinds.mid(1, 3));
    QCOMPARE(markers[1]["revision"_L1].toInt(), 2);
    QCOMPARE(markers[1]["by"_L1].toString(), u"owner"_qs);
    QCOMPARE(history(60'000, 60'000)["samples"_L1].toArray().size(), 1);
}

void AdminTest::eventsAreListed()
{
    const CallResult list = m_admin->call(u"events/list"_qs);
    SLUICE_VERIFY_OK(list);
    QVERIFY2(list.text().contains("notes/save") && list.text().contains("bench/echo"), list.text().constData());
}

void AdminTest::schemaHasEveryOption()
{
    const CallResult schema = m_admin->call(u"config/schema"_qs);
    SLUICE_VERIFY_OK(schema);
    const QJsonArray options = schema.result["options"_L1].toArray();
    QCOMPARE(options.size(), static_cast<qsizetype>(sluice::admin::configOptions().size()));
    const CallResult config = m_admin->call(u"config/get"_qs);
    SLUICE_VERIFY_OK(config);
    for (const QJsonValue &option : options) {
        const QString key = option["key"_L1].toString();
        QVERIFY2(config.result["values"_L1].toObject().contains(key), qPrintable(key));
    }
}

// A live change hides nothing of what the file says: that comes back with the next start.
void AdminTest::whatTheFileSaysStaysKnown()
{
    const auto told = [this](const QString &key) {
        return m_admin->call(u"config/get"_qs).result["values"_L1][key].toObject();
    };
    const QString key = u"broadcast.batch-window-ms"_qs; // bench.toml has it
    QCOMPARE(told(key)["file"_L1].toInt(), 5);
    const QJsonObject changes{{key, 7}};
    const CallResult patched =
        m_admin->call(u"config/patch"_qs, QJsonObject{{u"base"_qs, revision()}, {u"changes"_qs, changes}});
    SLUICE_VERIFY_OK(patched);
    QCOMPARE(told(key)["value"_L1].toInt(), 7);
    QCOMPARE(told(key)["file"_L1].toInt(), 5);
    QVERIFY(told(u"channels.worker-pool-size"_qs)["file"_L1].isNull());
}

void AdminTest::patchTakesEffectAtOnce()
{
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients, {m_server->token(u"ada"_qs), {}, {}, u"/"_qs}));
    SLUICE_VERIFY_OK(client.call(u"bench/echo"_qs));

    const QString key = u"rate-limits.per-user-per-minute"_qs;
    const int base = revision();
    const CallResult patched =
        m_admin->call(u"config/patch"_qs, QJsonObject{{u"base"_qs, base}, {u"changes"_qs, QJsonObject{{key, 2}}}});
    SLUICE_VERIFY_OK(patched);
    QVERIFY(patched.result["revision"_L1].toInt() > base);
    const QJsonValue change = patched.result["changes"_L1][0];
    QCOMPARE(change["key"_L1].toString(), key);
    QCOMPARE(change["before"_L1].toInt(-1), 0);
    QCOMPARE(change["after"_L1].toInt(), 2);
    QCOMPARE(configValue(key).toInt(), 2);

    // A limit that was off has counted nothing: the user has two from now on, on the connection it already holds.
    int answered = 0;
    CallResult result;
    QVERIFY(waitUntil([&] {
        result = client.call(u"bench/echo"_qs);
        answered += result.isOk() ? 1 : 0;
        return !result.isOk();
    }));
    SLUICE_VERIFY_ERROR(result, kRateLimited);
    QVERIFY2(answered >= 1 && answered <= 2, qPrintable(QString::number(answered)));

    SLUICE_VERIFY_OK(m_admin->call(u"config/patch"_qs,
                                   QJsonObject{{u"base"_qs, revision()}, {u"changes"_qs, QJsonObject{{key, 0}}}}));
    QVERIFY(waitUntil([&] { return client.call(u"bench/echo"_qs).isOk(); }));
}

void AdminTest::patchOfAStaleBaseIsRefused()
{
    const int base = revision();
    const auto patch = [&](int size) {
        return m_admin->call(
            u"config/patch"_qs,
            QJsonObject{{u"base"_qs, base}, {u"changes"_qs, QJsonObject{{u"channels.worker-pool-size"_qs, size}}}});
    };
    SLUICE_VERIFY_OK(patch(4));
    SLUICE_VERIFY_ERROR(patch(5), kStaleBase);
    QCOMPARE(configValue(u"channels.worker-pool-size"_qs).toInt(), 4);
}

void AdminTest::faultyPatchChangesNothing_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("below the range") << u"backpressure.drop-threshold"_qs << QJsonValue(-1);
    QTest::newRow("above the range") << u"backpressure.drop-threshold"_qs << QJsonValue(1.5);
    QTest::newRow("wrong type") << u"channels.message-queue-size"_qs << QJsonValue(u"many"_qs);
    QTest::newRow("not a choice") << u"channels.overflow"_qs << QJsonValue(u"drop-newest"_qs);
    QTest::newRow("unknown key") << u"channels.message-queue-sise"_qs << QJsonValue(10);
    QTest::newRow("only at a restart") << u"threads.io"_qs << QJsonValue(2);
}

void AdminTest::faultyPatchChangesNothing()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    const int base = revision();
    const QJsonObject changes{{u"channels.worker-pool-size"_qs, 7}, {key, value}};
    const CallResult refused =
        m_admin->call(u"config/patch"_qs, QJsonObject{{u"base"_qs, base}, {u"changes"_qs, changes}});
    SLUICE_VERIFY_ERROR(refused, kInvalidParams);
    const QJsonArray errors = refused.data()["errors"_L1].toArray();
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0]["key"_L1].toString(), key);
    QVERIFY(!errors[0]["reason"_L1].toString().isEmpty());
    QVERIFY(configValue(u"channels.worker-pool-size"_qs).toInt() != 7);
    QCOMPARE(revision(), base);
}

void AdminTest::checkOnlyChangesNothing()
{
    const int base = revision();
    const CallResult checked =
        m_admin->call(u"config/patch"_qs,
                      QJsonObject{{u"base"_qs, base},
                                  {u"checkOnly"_qs, true},
                                  {u"changes"_qs, QJsonObject{{u"channels.worker-pool-size"_qs, 7}}}});
    SLUICE_VERIFY_OK(checked);
    QCOMPARE(checked.result["changes"_L1][0]["after"_L1].toInt(), 7);
    QCOMPARE(revision(), base);
}

void AdminTest::changeGoesByItselfUnlessConfirmed()
{
    const auto tryPoolSize = [this](int size) {
        return m_admin->call(u"config/patch"_qs,
                             QJsonObject{{u"base"_qs, revision()},
                                         {u"changes"_qs, QJsonObject{{u"channels.worker-pool-size"_qs, size}}},
                                         {u"revertAfterMs"_qs, 1000}});
    };
    const auto poolSize = [this] { return configValue(u"channels.worker-pool-size"_qs).toInt(); };
    const int before = poolSize();
    SLUICE_VERIFY_OK(tryPoolSize(7));
    QCOMPARE(poolSize(), 7);
    QVERIFY(waitUntil([&] { return poolSize() == before; }));

    const CallResult tried = tryPoolSize(7);
    SLUICE_VERIFY_OK(tried);
    SLUICE_VERIFY_OK(m_admin->call(u"config/confirm"_qs, QJsonObject{{u"revision"_qs, tried.result["revision"_L1]}}));
    const CallResult history = m_admin->call(u"config/history"_qs);
    SLUICE_VERIFY_OK(history);
    QVERIFY(history.result["unconfirmed"_L1].isNull());
    const QJsonArray revisions = history.result["revisions"_L1].toArray();
    QCOMPARE(revisions.size(), 3);
    QCOMPARE(revisions[1]["by"_L1].toString(), u"automatic"_qs);
    SLUICE_VERIFY_OK(m_admin->call(u"config/revert"_qs, QJsonObject{{u"revision"_qs, tried.result["revision"_L1]}}));
    QCOMPARE(poolSize(), before);
}

void AdminTest::keptChangeOutlivesARestart()
{
    const auto set = [this](int size, bool persist) {
        return m_admin->call(u"config/patch"_qs,
                             QJsonObject{{u"base"_qs, revision()},
                                         {u"changes"_qs, QJsonObject{{u"channels.worker-pool-size"_qs, size}}},
                                         {u"persist"_qs, persist}});
    };
    SLUICE_VERIFY_OK(set(7, true));
    SLUICE_VERIFY_OK(set(8, false));
    m_admin.reset();
    QVERIFY(m_server->terminate());
    SLUICE_START(*m_server);
    m_admin = std::make_unique<TestClient>();
    QVERIFY(m_admin->connectTo(m_server->ports().admin, {m_server->adminToken(), {}, {}, u"/"_qs}));
    QCOMPARE(configValue(u"channels.worker-pool-size"_qs).toInt(), 7);
}

void AdminTest::shutdownReportsItsProgress()
{
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    const PendingCall running = client.send(u"bench/sleep"_qs, QJsonObject{{u"ms"_qs, 500}});
    QVERIFY(waitUntil([this] {
        return httpGet(m_server->ports().http, u"/metrics"_qs).body.contains("sluice_events_received_total 1");
    }));

    const CallResult plan = m_admin->call(u"server/shutdown"_qs, QJsonObject{{u"reason"_qs, u"upgrade"_qs}});
    SLUICE_VERIFY_OK(plan);
    QCOMPARE(plan.result["reason"_L1].toString(), u"upgrade"_qs);
    QStringList phases;
    while (const std::optional<QJsonValue> progress = m_admin->waitForNotification(u"server/drainProgress"_qs)) {
        const QString phase = (*progress)["phase"_L1].toString();
        if (phases.isEmpty() || phases.last() != phase)
            phases += phase;
    }
    QVERIFY2(phases.contains(u"finish-work"_qs) && phases.last() == "stopping"_L1, qPrintable(phases.join(u' ')));
    SLUICE_VERIFY_OK(client.waitFor(running));
    QCOMPARE(client.waitForClose(), 1012);
    const std::optional<ServerExit> exit = m_server->waitForExit();
    QVERIFY(exit && exit->isNormal);
    QCOMPARE(exit->code, 0);
}

QTEST_GUILESS_MAIN(AdminTest)
#include "tst_admin.moc"
