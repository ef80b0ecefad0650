#include "tests/support/expect.h"

#include <QJsonArray>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kInternalError = -32603;
constexpr int kNotFound = -32020;
constexpr int kBackendFailed = -32022;
constexpr int kTimeout = -32031;
constexpr int kUnavailable = -32033;

QJsonObject how(const QString &way)
{
    return {{u"how"_qs, way}};
}

} // namespace

/// A handler whose backend is down, on a real server: it is left alone and tried again, and nobody else notices.
class BreakersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_client.reset(); }

    void failuresOpenItAndOthersAreServed_data();
    void failuresOpenItAndOthersAreServed();
    void hangingHandlerOpensIt();
    void clientErrorsDoNotOpenIt();
    void itHealsByItself();
    void failedProbeOpensItAgain();
    void operatorsForceIt();
    void itIsSwitchedOffLive();

private:
    [[nodiscard]] CallResult fail(const QString &way) { return m_client->call(u"bench/fail"_qs, how(way)); }
    [[nodiscard]] CallResult succeed() { return m_client->call(u"bench/fail"_qs); }
    [[nodiscard]] bool isOpen() { return succeed().code() == kUnavailable; }
    [[nodiscard]] double metric(const char *name) const
    {
        return m_server->metric(QByteArray(name) + "{handler=\"bench.fail\"}");
    }
    [[nodiscard]] CallResult admin(const QString &method, const QJsonObject &params);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_client;
};

void BreakersTest::init()
{
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs,
                                            QStringList{u"threads.io=3"_qs, u"breaker.failures=5"_qs,
                                                        u"breaker.window-ms=60000"_qs, u"breaker.open-ms=3600000"_qs,
                                                        u"breaker.probes=2"_qs, u"timeouts.db-operation-ms=1000"_qs,
                                                        u"timeouts.server-processing-ms=1000"_qs});
    SLUICE_START(*m_server);
    m_client = std::make_unique<TestClient>();
    QVERIFY(m_client->connectTo(m_server->ports().clients));
}

CallResult BreakersTest::admin(const QString &method, const QJsonObject &params)
{
    TestClient admin;
    if (!admin.connectTo(m_server->ports().admin, {m_server->adminToken(), {}, {}, u"/"_qs}))
        return {};
    return admin.call(method, params);
}

void BreakersTest::failuresOpenItAndOthersAreServed_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("code");
    QTest::newRow("its backend fails") << u"error"_qs << kBackendFailed;
    QTest::newRow("it throws") << u"throw"_qs << kInternalError;
    QTest::newRow("it gives its promise up") << u"give-up"_qs << kInternalError;
}

void BreakersTest::failuresOpenItAndOthersAreServed()
{
    QFETCH(QString, way);
    QFETCH(int, code);
    for (int i = 0; i < 5; ++i)
        SLUICE_VERIFY_ERROR(fail(way), code);
    TestClient other; // one for all: on another I/O thread, where there are several
    QVERIFY(other.connectTo(m_server->ports().clients));
    for (TestClient *client : {m_client.get(), &other}) {
        const CallResult refused = client->call(u"bench/fail"_qs);
        SLUICE_VERIFY_ERROR(refused, kUnavailable);
        QVERIFY(refused.data()["retryAfterMs"_L1].toInt() > 3'000'000);
        QCOMPARE(refused.data()["temporary"_L1], QJsonValue(true));
        for (int i = 0; i < 20; ++i)
            SLUICE_VERIFY_OK(client->call(u"bench/echo"_qs));
    }
    QCOMPARE(metric("sluice_breaker_state"), 2.0);
    QCOMPARE(metric("sluice_breaker_opened_total"), 1.0);
    QCOMPARE(metric("sluice_breaker_refused_total"), 2.0);
    QCOMPARE(m_server->metric("sluice_breaker_state{handler=\"bench.echo\"}"), 0.0);
    QCOMPARE(m_server->metric("sluice_breakers_open"), 1.0);
    QCOMPARE(m_server->metric("sluice_events_refused_total{reason=\"unavailable\"}"), 2.0);
    QTRY_COMPARE(m_server->log().count("breaker opened handler="), 1);
}

void BreakersTest::hangingHandlerOpensIt()
{
    const QJsonObject longer{{u"ms"_qs, 600'000}};
    QList<PendingCall> calls;
    for (int i = 0; i < 5; ++i)
        calls << m_client->send(u"bench/sleep"_qs, longer);
    for (const PendingCall &call : calls)
        SLUICE_VERIFY_ERROR(m_client->waitFor(call), kTimeout);
    SLUICE_VERIFY_ERROR(m_client->call(u"bench/sleep"_qs, longer), kUnavailable);
    SLUICE_VERIFY_OK(m_client->call(u"bench/echo"_qs));
}

void BreakersTest::clientErrorsDoNotOpenIt()
{
    const QJsonObject longer{{u"ms"_qs, 600'000}};
    for (int i = 0; i < 10; ++i) {
        SLUICE_VERIFY_ERROR(fail(u"not-found"_qs), kNotFound);
        QVERIFY(!fail(u"no such way"_qs).isOk());
        SLUICE_VERIFY_ERROR(m_client->call(u"bench/sleep"_qs, longer, {{u"timeoutMs"_qs, 1}}), kTimeout);
    }
    SLUICE_VERIFY_OK(succeed());
    SLUICE_VERIFY_OK(m_client->call(u"bench/sleep"_qs, QJsonObject{{u"ms"_qs, 0}}));
}

void BreakersTest::itHealsByItself()
{
    for (int i = 0; i < 5; ++i)
        (void)fail(u"error"_qs);
    QVERIFY(isOpen());
    SLUICE_VERIFY_OK(
        admin(u"config/patch"_qs, {{u"base"_qs, 1}, {u"changes"_qs, QJsonObject{{u"breaker.open-ms"_qs, 10}}}}));
    QVERIFY(waitUntil([this] { return !isOpen(); }));
    SLUICE_VERIFY_OK(succeed());
    QCOMPARE(metric("sluice_breaker_state"), 0.0);
    for (int i = 0; i < 4; ++i)
        SLUICE_VERIFY_ERROR(fail(u"error"_qs), kBackendFailed);
    SLUICE_VERIFY_OK(succeed()); // it begins anew
}

void BreakersTest::failedProbeOpensItAgain()
{
    for (int i = 0; i < 5; ++i)
        (void)fail(u"error"_qs);
    SLUICE_VERIFY_OK(
        admin(u"config/patch"_qs, {{u"base"_qs, 1}, {u"changes"_qs, QJsonObject{{u"breaker.open-ms"_qs, 10}}}}));
    QVERIFY(waitUntil([this] { return fail(u"error"_qs).code() == kBackendFailed; }));
    QCOMPARE(metric("sluice_breaker_opened_total"), 2.0);
    QCOMPARE(metric("sluice_breaker_state"), 2.0);
}

void BreakersTest::operatorsForceIt()
{
    const auto force = [this](const QString &mode) {
        return admin(u"breakers/force"_qs, {{u"handler"_qs, u"bench.fail"_qs}, {u"mode"_qs, mode}});
    };
    SLUICE_VERIFY_OK(force(u"open"_qs));
    QVERIFY(isOpen());
    SLUICE_VERIFY_OK(force(u"closed"_qs));
    for (int i = 0; i < 10; ++i)
        SLUICE_VERIFY_ERROR(fail(u"error"_qs), kBackendFailed);
    const CallResult list = admin(u"breakers/list"_qs, {});
    SLUICE_VERIFY_OK(list);
    const QJsonArray rows = list.result["breakers"_L1].toArray();
    const auto own = std::find_if(rows.begin(), rows.end(),
                                  [](const QJsonValue &row) { return row["handler"_L1] == u"bench.fail"_qs; });
    QVERIFY(own != rows.end());
    QCOMPARE((*own)["mode"_L1].toString(), u"closed"_qs);
    QCOMPARE((*own)["opened"_L1].toInt(), 1);
    SLUICE_VERIFY_OK(force(u"automatic"_qs));
    for (int i = 0; i < 5; ++i)
        SLUICE_VERIFY_ERROR(fail(u"error"_qs), kBackendFailed);
    QVERIFY(isOpen());
}

void BreakersTest::itIsSwitchedOffLive()
{
    for (int i = 0; i < 5; ++i)
        (void)fail(u"error"_qs);
    QVERIFY(isOpen());
    SLUICE_VERIFY_OK(
        admin(u"config/patch"_qs, {{u"base"_qs, 1}, {u"changes"_qs, QJsonObject{{u"breaker.failures"_qs, 0}}}}));
    QVERIFY(waitUntil([this] { return !isOpen(); }));
    for (int i = 0; i < 20; ++i)
        SLUICE_VERIFY_ERROR(fail(u"error"_qs), kBackendFailed);
}

QTEST_GUILESS_MAIN(BreakersTest)
#include "tst_breakers.moc"
