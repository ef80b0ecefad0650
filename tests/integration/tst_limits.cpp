#include "tests/support/expect.h"
#include "tests/support/rawclient.h"

#include <QElapsedTimer>
#include <QJsonArray>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMethodNotFound = -32601;
constexpr int kRateLimited = -32029;
constexpr int kSwitchingProtocols = 101;
constexpr int kPolicyViolation = 1008;
constexpr int kMessageTooBig = 1009;

} // namespace

/// Every limit exactly at its bound and one beyond.
class LimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init() { m_server.reset(); }

    void userRateIsExact();
    void usersDoNotShareARate();
    void connectionsOfAUserShareItsRate();
    void eventRateIsExact();
    void addressRateIsOfAllItsUsers();
    void globalRateIsOfTheWholeServer();
    void dryRunCountsAndCanBeEnded();
    void refusedTooOftenCloses();
    void comingAgainAfterFaultsIsNoWayOut();
    void messageSizeIsExact();
    void fragmentsCountAsOneMessage();
    void connectionsOfAllAreCapped();
    void connectRateIsCapped();
    void refusedBeforeTheUpgrade_data();
    void refusedBeforeTheUpgrade();
    void slowHandshakeIsCut();

private:
    void start(const QString &config, const QStringList &settings);
    [[nodiscard]] std::unique_ptr<TestClient> connected(const QString &user = {});
    [[nodiscard]] std::optional<int> upgradeStatus(const QByteArray &headers = {}, const QByteArray &path = "/");

    std::unique_ptr<TestServer> m_server;
};

void LimitsTest::initTestCase_data()
{
    QTest::addColumn<int>("ioThreads");
    QTest::newRow("1 I/O thread") << 1;
    QTest::newRow("3 I/O threads") << 3;
}

void LimitsTest::start(const QString &config, const QStringList &settings)
{
    QFETCH_GLOBAL(int, ioThreads);
    m_server = std::make_unique<TestServer>(config, settings + QStringList{u"threads.io=%1"_qs.arg(ioThreads)});
    SLUICE_START(*m_server);
}

std::unique_ptr<TestClient> LimitsTest::connected(const QString &user)
{
    auto client = std::make_unique<TestClient>();
    const QByteArray token = user.isEmpty() ? QByteArray() : m_server->token(user);
    if (!client->connectTo(m_server->ports().clients, {token, {}, {}, u"/"_qs}))
        qWarning("not connected");
    return client;
}

std::optional<int> LimitsTest::upgradeStatus(const QByteArray &headers, const QByteArray &path)
{
    RawClient client;
    if (!client.connectTo(m_server->ports().clients))
        return {};
    client.sendUpgrade(headers, path);
    return client.waitForStatus();
}

void LimitsTest::userRateIsExact()
{
    start(u"bench.toml"_qs, {u"rate-limits.per-user-per-minute=5"_qs});
    const auto client = connected(u"ada"_qs);
    for (int i = 0; i < 5; ++i)
        SLUICE_VERIFY_OK(client->call(u"bench/echo"_qs));
    const CallResult refused = client->call(u"bench/echo"_qs);
    SLUICE_VERIFY_ERROR(refused, kRateLimited);
    const QJsonObject data = refused.data();
    QCOMPARE(data["scope"_L1].toString(), u"user"_qs);
    QCOMPARE(data["limit"_L1].toInt(), 5);
    QCOMPARE(data["windowMs"_L1].toInt(), 60000);
    QVERIFY(data["retryAfterMs"_L1].toInt() > 0 && data["retryAfterMs"_L1].toInt() <= 60000);
    QCOMPARE(data["temporary"_L1], QJsonValue(true));
}

void LimitsTest::usersDoNotShareARate()
{
    start(u"bench.toml"_qs, {u"rate-limits.per-user-per-minute=1"_qs});
    for (const QString &user : {u"ada"_qs, u"ben"_qs, QString()}) {
        const auto client = connected(user);
        SLUICE_VERIFY_OK(client->call(u"bench/echo"_qs));
        SLUICE_VERIFY_ERROR(client->call(u"bench/echo"_qs), kRateLimited);
    }
    // A new connection is no new user: who has no name counts as the address.
    SLUICE_VERIFY_ERROR(connected()->call(u"bench/echo"_qs), kRateLimited);
}

void LimitsTest::connectionsOfAUserShareItsRate()
{
    start(u"bench.toml"_qs, {u"rate-limits.per-user-per-minute=6"_qs});
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 4; ++i)
        clients.push_back(connected(u"ada"_qs));
    int answered = 0;
    int refused = 0;
    for (int i = 0; i < 12; ++i) {
        const CallResult result = clients[static_cast<size_t>(i) % clients.size()]->call(u"bench/echo"_qs);
        answered += result.isOk() ? 1 : 0;
        refused += result.code() == kRateLimited ? 1 : 0;
    }
    QCOMPARE(answered, 6);
    QCOMPARE(refused, 6);
}

void LimitsTest::eventRateIsExact()
{
    start(u"sluice.toml"_qs, {});
    const auto client = connected(u"ada"_qs);
    const QJsonObject draft{{u"title"_qs, u"t"_qs}, {u"content"_qs, u"c"_qs}};
    for (int i = 0; i < 20; ++i)
        SLUICE_VERIFY_OK(client->call(u"notes/save"_qs, draft));
    const CallResult refused = client->call(u"notes/save"_qs, draft);
    SLUICE_VERIFY_ERROR(refused, kRateLimited);
    QCOMPARE(refused.data()["scope"_L1].toString(), u"event"_qs);
    QCOMPARE(refused.data()["limit"_L1].toInt(), 20);
    SLUICE_VERIFY_OK(client->call(u"notes/list"_qs));
}

void LimitsTest::addressRateIsOfAllItsUsers()
{
    start(u"bench.toml"_qs, {u"rate-limits.per-ip-per-minute=6"_qs});
    for (const QString &user : {u"ada"_qs, u"ben"_qs, QString()}) {
        const auto client = connected(user);
        for (int i = 0; i < 2; ++i)
            SLUICE_VERIFY_OK(client->call(u"bench/echo"_qs));
    }
    const CallResult refused = connected(u"cleo"_qs)->call(u"bench/echo"_qs);
    SLUICE_VERIFY_ERROR(refused, kRateLimited);
    QCOMPARE(refused.data()["scope"_L1].toString(), u"ip"_qs);
    QCOMPARE(refused.data()["limit"_L1].toInt(), 6);
    QCOMPARE(refused.data()["windowMs"_L1].toInt(), 60000);
    QVERIFY(refused.data()["retryAfterMs"_L1].toInt() > 0 && refused.data()["retryAfterMs"_L1].toInt() <= 60000);
    QCOMPARE(m_server->metric(R"(sluice_rate_limit_hits_total{scope="ip"})"), 1.0);
}

void LimitsTest::globalRateIsOfTheWholeServer()
{
    constexpr int kPerSecond = 8;
    start(u"bench.toml"_qs, {u"rate-limits.global-per-second=%1"_qs.arg(kPerSecond)});
    std::vector<std::unique_ptr<TestClient>> clients;
    for (const QString &user : {u"ada"_qs, u"ben"_qs, u"cleo"_qs})
        clients.push_back(connected(user)); // on different I/O threads where there are several
    QElapsedTimer timer;
    timer.start();
    std::vector<std::pair<TestClient *, PendingCall>> calls;
    for (int i = 0; i < 10 * kPerSecond; ++i) {
        TestClient *client = clients[static_cast<size_t>(i) % clients.size()].get();
        calls.emplace_back(client, client->send(u"bench/echo"_qs));
    }
    int answered = 0;
    int refused = 0;
    for (const auto &[client, call] : calls) {
        const CallResult result = client->waitFor(call);
        answered += result.isOk() ? 1 : 0;
        if (result.isOk())
            continue;
        SLUICE_VERIFY_ERROR(result, kRateLimited);
        QCOMPARE(result.data()["scope"_L1].toString(), u"global"_qs);
        QCOMPARE(result.data()["windowMs"_L1].toInt(), 1000);
        QVERIFY(result.data()["retryAfterMs"_L1].toInt() > 0 && result.data()["retryAfterMs"_L1].toInt() <= 1008);
        ++refused;
    }
    const auto seconds = static_cast<int>(timer.elapsed() / 1000);
    QVERIFY2(answered >= kPerSecond && answered <= kPerSecond * (seconds + 1), qPrintable(QString::number(answered)));
    QCOMPARE(m_server->metric(R"(sluice_rate_limit_hits_total{scope="global"})"), double(refused));
    QVERIFY(waitUntil([&] { return clients[0]->call(u"bench/echo"_qs).isOk(); }));
}

void LimitsTest::dryRunCountsAndCanBeEnded()
{
    start(u"bench.toml"_qs, {u"rate-limits.per-user-per-minute=2"_qs, u"rate-limits.dry-run=user,global"_qs});
    const auto client = connected(u"ada"_qs);
    for (int i = 0; i < 5; ++i)
        SLUICE_VERIFY_OK(client->call(u"bench/echo"_qs));
    QCOMPARE(m_server->metric(R"(sluice_dry_run_refusals_total{scope="user"})"), 3.0);
    QCOMPARE(m_server->metric(R"(sluice_events_refused_total{reason="rate-limited"})"), 0.0);

    TestClient console;
    QVERIFY(console.connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
    SLUICE_VERIFY_OK(console.call(
        u"config/patch"_qs,
        QJsonObject{{u"base"_qs, 1}, {u"changes"_qs, QJsonObject{{u"rate-limits.dry-run"_qs, QJsonArray()}}}}));
    // The windows were kept: the limit holds at once, as if it had never been a dry run.
    QVERIFY(waitUntil([&] { return client->call(u"bench/echo"_qs).code() == kRateLimited; }));
    QVERIFY(m_server->metric(R"(sluice_rate_limit_hits_total{scope="user"})") >= 1);
}

void LimitsTest::refusedTooOftenCloses()
{
    start(u"bench.toml"_qs, {u"rate-limits.refused-per-minute=3"_qs});
    const auto client = connected();
    for (int i = 0; i < 3; ++i)
        SLUICE_VERIFY_ERROR(client->call(u"no/such"_qs), kMethodNotFound);
    SLUICE_VERIFY_OK(client->call(u"bench/echo"_qs));
    (void)client->send(u"no/such"_qs);
    QCOMPARE(client->waitForClose(), kPolicyViolation);
}

void LimitsTest::comingAgainAfterFaultsIsNoWayOut()
{
    start(u"bench.toml"_qs, {u"rate-limits.refused-per-minute=3"_qs, u"rate-limits.per-ip-per-minute=6"_qs});
    const auto first = connected();
    for (int i = 0; i < 4; ++i)
        (void)first->send(u"no/such"_qs);
    QCOMPARE(first->waitForClose(), kPolicyViolation);

    const auto second = connected();
    for (int i = 0; i < 2; ++i)
        SLUICE_VERIFY_ERROR(second->call(u"no/such"_qs), kMethodNotFound);
    const CallResult refused = second->call(u"no/such"_qs);
    SLUICE_VERIFY_ERROR(refused, kRateLimited);
    QCOMPARE(refused.data()["scope"_L1].toString(), u"ip"_qs);
    SLUICE_VERIFY_ERROR(connected()->call(u"bench/echo"_qs), kRateLimited);
}

void LimitsTest::messageSizeIsExact()
{
    constexpr int kLimitBytes = 1024;
    start(u"bench.toml"_qs, {u"limits.message-bytes=%1"_qs.arg(kLimitBytes)});
    const QString frame = u"{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"bench/echo\",\"params\":[\"%1\"]}"_qs;
    const auto messageOf = [&](qsizetype bytes) { return frame.arg(QString(bytes - frame.size() + 2, u'x')); };
    const auto client = connected();
    client->takeRaw();
    client->sendRaw(messageOf(kLimitBytes));
    const std::optional<QString> answer = client->waitForRaw();
    QVERIFY(answer);
    QVERIFY2(answer->contains("\"result\""_L1), qPrintable(*answer));
    client->sendRaw(messageOf(kLimitBytes + 1));
    QCOMPARE(client->waitForClose(), kMessageTooBig);
}

void LimitsTest::fragmentsCountAsOneMessage()
{
    start(u"bench.toml"_qs, {u"limits.message-bytes=1024"_qs});
    RawClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    client.sendUpgrade();
    QCOMPARE(client.waitForStatus(), kSwitchingProtocols);
    client.sendFrame({0x01, QByteArray(1000, ' ')});
    client.sendFrame({0x80, QByteArray(25, ' ')});
    QCOMPARE(client.waitForClose(), kMessageTooBig);
}

void LimitsTest::connectionsOfAllAreCapped()
{
    start(u"bench.toml"_qs, {u"limits.connections=2"_qs});
    const auto first = connected();
    auto second = connected();
    SLUICE_VERIFY_OK(second->call(u"rpc.ping"_qs));
    RawClient third;
    QVERIFY(third.connectTo(m_server->ports().clients));
    third.sendUpgrade();
    QCOMPARE(third.waitForStatus(), 503);
    QVERIFY2(third.responseHeader().toLower().contains("retry-after:"), third.responseHeader().constData());

    second.reset();
    QVERIFY(waitUntil([this] { return upgradeStatus() == kSwitchingProtocols; }));
    SLUICE_VERIFY_OK(first->call(u"rpc.ping"_qs));
}

void LimitsTest::connectRateIsCapped()
{
    constexpr int kPerSecond = 3;
    start(u"bench.toml"_qs, {u"rate-limits.per-ip-connects-per-second=%1"_qs.arg(kPerSecond)});
    // All at once, so that a slow machine cannot spread them over more than a second or two.
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 8 * kPerSecond; ++i) {
        clients.push_back(std::make_unique<RawClient>());
        QVERIFY(clients.back()->connectTo(m_server->ports().clients));
        clients.back()->sendUpgrade();
    }
    int upgraded = 0;
    int refused = 0;
    for (const auto &client : clients) {
        const std::optional<int> status = client->waitForStatus();
        upgraded += status == kSwitchingProtocols ? 1 : 0;
        refused += status == 429 ? 1 : 0;
    }
    QVERIFY2(upgraded >= kPerSecond && upgraded < 8 * kPerSecond, qPrintable(QString::number(upgraded)));
    QCOMPARE(upgraded + refused, 8 * kPerSecond);
    QVERIFY(waitUntil([this] { return upgradeStatus() == kSwitchingProtocols; }));
}

void LimitsTest::refusedBeforeTheUpgrade_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    const QByteArray none;
    QTest::newRow("accepted") << QByteArray("/") << none << kSwitchingProtocols;
    QTest::newRow("wrong path") << QByteArray("/nowhere") << none << 404;
    QTest::newRow("browser of another site")
        << QByteArray("/") << QByteArray("Origin: https://evil.example\r\n") << 403;
    QTest::newRow("browser without a site") << QByteArray("/") << QByteArray("Origin: null\r\n") << 403;
    QTest::newRow("header too large") << QByteArray("/") << QByteArray("X-Filler: " + QByteArray(20000, 'x') + "\r\n")
                                      << 431;
    QTest::newRow("header of many lines")
        << QByteArray("/") << QByteArray("X-Filler: abcdefgh\r\n").repeated(2000) << 431;
}

void LimitsTest::refusedBeforeTheUpgrade()
{
    start(u"bench.toml"_qs, {});
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, headers);
    QTEST(upgradeStatus(headers, path).value_or(0), "status");
}

void LimitsTest::slowHandshakeIsCut()
{
    start(u"bench.toml"_qs, {u"limits.handshake-ms=200"_qs});
    RawClient silent;
    QVERIFY(silent.connectTo(m_server->ports().clients));
    RawClient halfway;
    QVERIFY(halfway.connectTo(m_server->ports().clients));
    halfway.send("GET / HTTP/1.1\r\nHost:");
    QVERIFY(silent.waitForEnd());
    QVERIFY(halfway.waitForEnd());
    SLUICE_VERIFY_OK(connected()->call(u"rpc.ping"_qs));
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
