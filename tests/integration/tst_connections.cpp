#include "tests/support/expect.h"
#include "tests/support/silentclient.h"

#include <QJsonArray>
#include <QSet>

#include <memory>
#include <vector>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kClients = 240;
constexpr int kUsers = 24;
constexpr int kConflict = -32021;
constexpr int kNotFound = -32020;
constexpr int kInvalidParams = -32602;
constexpr int kKicked = 4003;

QString userOf(int client)
{
    return u"u-%1"_s.arg(client % kUsers, 2, 10, QChar(u'0'));
}

} // namespace

/// What an operator sees of hundreds of real clients, and what comes of closing some of them.
class ConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void pagesShowEachOnce();
    void sortsByWhatClientsDo();
    void filtersByWhoAndHow();
    void oneTellsWhatItDidLately();
    void closesByFilterAndTellsWhy();
    void refusesToCloseMoreThanExpected();
    void whatIsRefusedClosesNobody();
    void spreadClosesComeOneAfterTheOther();
    void whoLeftIsListedWithTheReason();
    void usersAreExactAfterChurn();
    void pingsTellTheRoundTrip();

private:
    [[nodiscard]] bool connectClients(int count);
    [[nodiscard]] std::unique_ptr<SilentClient> connectAs(const QString &user, const QByteArray &headers = {});
    [[nodiscard]] CallResult ask(const QString &method, const QJsonObject &params = {})
    {
        return m_admin->call(method, params);
    }
    [[nodiscard]] QJsonArray rows(const QString &method, const QJsonObject &params = {})
    {
        return ask(method, params).result["rows"_L1].toArray();
    }
    [[nodiscard]] int matching(const QString &filter)
    {
        return ask(u"connections/list"_s, {{u"filter"_s, filter}}).result["matching"_L1].toInt(-1);
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_admin;
    std::vector<std::unique_ptr<SilentClient>> m_clients;
};

void ConnectionsTest::init()
{
    m_server = std::make_unique<TestServer>(
        u"bench.toml"_s, QStringList{u"threads.io=2"_s, u"ping.interval-ms=1000"_s, u"ping.timeout-ms=60000"_s});
    SLUICE_START(*m_server);
    m_admin = std::make_unique<TestClient>();
    QVERIFY(m_admin->connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
}

void ConnectionsTest::cleanup()
{
    m_clients.clear();
    m_admin.reset();
    m_server.reset();
}

std::unique_ptr<SilentClient> ConnectionsTest::connectAs(const QString &user, const QByteArray &headers)
{
    const QByteArray bearer = user.isEmpty() ? QByteArray() : "Authorization: Bearer " + m_server->token(user) + "\r\n";
    auto client = std::make_unique<SilentClient>();
    return client->connectTo(m_server->ports().clients, "/", bearer + headers) ? std::move(client) : nullptr;
}

bool ConnectionsTest::connectClients(int count)
{
    for (int i = 0; i < count; ++i) {
        auto client = connectAs(userOf(i));
        if (!client)
            return false;
        m_clients.push_back(std::move(client));
    }
    return true;
}

void ConnectionsTest::pagesShowEachOnce()
{
    QVERIFY(connectClients(kClients));
    QSet<qint64> ids;
    QSet<QString> threads;
    for (int offset = 0; offset < kClients; offset += 100) {
        const CallResult page = ask(u"connections/list"_s, {{u"offset"_s, offset}, {u"sort"_s, u"user"_s}});
        SLUICE_VERIFY_OK(page);
        QCOMPARE(page.result["total"_L1].toInt(), kClients);
        QCOMPARE(page.result["matching"_L1].toInt(), kClients);
        const QJsonArray list = page.result["rows"_L1].toArray();
        QCOMPARE(list.size(), std::min(100, kClients - offset));
        for (const QJsonValue row : list) {
            QCOMPARE(row["user"_L1].toString(), userOf(static_cast<int>(ids.size()) / (kClients / kUsers)));
            QCOMPARE(row["state"_L1].toString(), u"ok"_s);
            QCOMPARE(row["address"_L1].toString(), u"127.0.0.1"_s);
            QVERIFY(!row["tls"_L1].toBool(true));
            ids.insert(row["id"_L1].toInteger());
            threads.insert(row["thread"_L1].toString());
        }
    }
    QCOMPARE(ids.size(), kClients);
    QCOMPARE(threads, (QSet<QString>{u"io-0"_s, u"io-1"_s}));
}

void ConnectionsTest::sortsByWhatClientsDo()
{
    QVERIFY(connectClients(20));
    TestClient busy;
    QVERIFY(busy.connectTo(m_server->ports().clients, {.bearer = m_server->token(u"busy"_s)}));
    for (int i = 0; i < 5; ++i)
        SLUICE_VERIFY_OK(busy.call(u"bench/echo"_s));
    SLUICE_VERIFY_ERROR(busy.call(u"no/such"_s), -32601);
    const QJsonObject first = rows(u"connections/list"_s, {{u"sort"_s, u"-received"_s}})[0].toObject();
    QCOMPARE(first["user"_L1].toString(), u"busy"_s);
    QCOMPARE(first["received"_L1].toInt(), 6);
    QCOMPARE(first["refused"_L1].toInt(), 1);
    QCOMPARE(first["limited"_L1].toInt(), 0);
    const QJsonArray oldest = rows(u"connections/list"_s, {{u"sort"_s, u"-age"_s}});
    QVERIFY(oldest.first()["ageMs"_L1].toInteger() >= oldest.last()["ageMs"_L1].toInteger());
    // Within the second in which it asks, some of its events are of the last sample.
    const auto isHeard = [&] {
        for (int i = 0; i < 20; ++i)
            (void)busy.call(u"bench/echo"_s);
        return matching(u"in>0"_s) == 1;
    };
    QTRY_VERIFY(isHeard());
}

void ConnectionsTest::filtersByWhoAndHow()
{
    QVERIFY(connectClients(kClients));
    QCOMPARE(matching(u"user:u-07"_s), kClients / kUsers);
    QCOMPARE(matching(u"user:u-0*"_s), 10 * kClients / kUsers);
    QCOMPARE(matching(u"-user:u-0*"_s), kClients - 10 * kClients / kUsers);
    QCOMPARE(matching(u"user:u-07 age>1h"_s), 0);
    QCOMPARE(matching(u"u-07"_s), kClients / kUsers);
    const auto anonymous = connectAs({});
    QVERIFY(anonymous);
    QCOMPARE(matching(u"user:"_s), 1);
    QCOMPARE(matching(u"state:anonymous"_s), 1);
    const CallResult bad = ask(u"connections/list"_s, {{u"filter"_s, u"user:a age>x"_s}});
    SLUICE_VERIFY_ERROR(bad, kInvalidParams);
    QCOMPARE(bad.data()["field"_L1].toString(), u"filter"_s);
    QVERIFY(bad.data()["reason"_L1].toString().contains(u"\"age>x\" at 8"_s));
}

void ConnectionsTest::oneTellsWhatItDidLately()
{
    TestClient ada;
    QVERIFY(ada.connectTo(m_server->ports().clients, {.bearer = m_server->token(u"ada"_s)}));
    for (int i = 0; i < 3; ++i)
        SLUICE_VERIFY_OK(ada.call(u"bench/echo"_s));
    const auto said = connectAs(u"bob"_s, "User-Agent: tester/1\r\n");
    QVERIFY(said);
    const auto idOf = [this](const QString &filter) {
        return rows(u"connections/list"_s, {{u"filter"_s, filter}})[0]["id"_L1].toInteger();
    };
    const qint64 adasId = idOf(u"user:ada"_s);
    const CallResult one = ask(u"connections/get"_s, {{u"id"_s, adasId}});
    SLUICE_VERIFY_OK(one);
    QCOMPARE(one.result["user"_L1].toString(), u"ada"_s);
    QCOMPARE(one.result["recent"_L1].toArray().size(), 3);
    QCOMPARE(one.result["recent"_L1][0]["event"_L1].toString(), u"bench/echo"_s);
    const CallResult other = ask(u"connections/get"_s, {{u"id"_s, idOf(u"user:bob"_s)}});
    QCOMPARE(other.result["userAgent"_L1].toString(), u"tester/1"_s);
    QCOMPARE(other.result["recent"_L1].toArray().size(), 0);
    ada.close();
    QTRY_COMPARE(ask(u"connections/get"_s, {{u"id"_s, adasId}}).code(), kNotFound);
}

void ConnectionsTest::closesByFilterAndTellsWhy()
{
    QVERIFY(connectClients(kClients));
    const int those = kClients / kUsers;
    const CallResult closed =
        ask(u"connections/close"_s,
            {{u"filter"_s, u"user:u-07"_s}, {u"expectedCount"_s, those}, {u"reason"_s, u"too loud"_s}});
    SLUICE_VERIFY_OK(closed);
    QCOMPARE(closed.result["closing"_L1].toInt(), those);
    for (int i = 0; i < kClients; ++i) {
        if (userOf(i) == u"u-07"_s)
            QCOMPARE(m_clients[static_cast<size_t>(i)]->closeCode(), std::optional(kKicked));
    }
    for (auto &client : m_clients) // and go, as clients do
        client = userOf(static_cast<int>(&client - m_clients.data())) == u"u-07"_s ? nullptr : std::move(client);
    QTRY_COMPARE(ask(u"connections/list"_s).result["total"_L1].toInt(), kClients - those);
    const CallResult ended = ask(u"connections/closed"_s, {{u"filter"_s, u"by:server"_s}});
    SLUICE_VERIFY_OK(ended);
    QCOMPARE(ended.result["matching"_L1].toInt(), those);
    const QJsonObject row = ended.result["rows"_L1][0].toObject();
    QCOMPARE(row["user"_L1].toString(), u"u-07"_s);
    QCOMPARE(row["code"_L1].toInt(), kKicked);
    QCOMPARE(row["reason"_L1].toString(), u"too loud"_s);
    QVERIFY(row["closedAtMs"_L1].toInteger() > 0);
}

void ConnectionsTest::refusesToCloseMoreThanExpected()
{
    QVERIFY(connectClients(22));
    const CallResult refused = ask(u"connections/close"_s, {{u"filter"_s, u"user:u-*"_s}, {u"expectedCount"_s, 19}});
    SLUICE_VERIFY_ERROR(refused, kConflict);
    QCOMPARE(refused.data()["matching"_L1].toInt(), 22);
    QCOMPARE(ask(u"connections/list"_s).result["total"_L1].toInt(), 22);
    SLUICE_VERIFY_OK(ask(u"connections/close"_s, {{u"filter"_s, u"user:u-*"_s}, {u"expectedCount"_s, 20}}));
    for (const auto &client : m_clients)
        QCOMPARE(client->closeCode(), std::optional(kKicked));
}

void ConnectionsTest::whatIsRefusedClosesNobody()
{
    QVERIFY(connectClients(1));
    const qint64 id = rows(u"connections/list"_s)[0]["id"_L1].toInteger();
    SLUICE_VERIFY_ERROR(ask(u"connections/close"_s, {{u"ids"_s, QJsonArray{id}}, {u"code"_s, 1000}}), kInvalidParams);
    const CallResult closed = ask(u"connections/close"_s, {{u"ids"_s, QJsonArray{id + 1000}}});
    SLUICE_VERIFY_OK(closed);
    QCOMPARE(closed.result["closing"_L1].toInt(-1), 0);
    QCOMPARE(closed.result["unknown"_L1].toArray(), QJsonArray{id + 1000});
    QCOMPARE(ask(u"connections/list"_s).result["total"_L1].toInt(), 1);
}

void ConnectionsTest::spreadClosesComeOneAfterTheOther()
{
    QVERIFY(connectClients(30));
    SLUICE_VERIFY_OK(
        ask(u"connections/close"_s, {{u"filter"_s, QString()}, {u"expectedCount"_s, 30}, {u"spreadMs"_s, 2000}}));
    const int left = matching(u"-state:closing"_s);
    QVERIFY2(left > 0 && left < 30, qPrintable(QString::number(left)));
    for (const auto &client : m_clients)
        QCOMPARE(client->closeCode(), std::optional(kKicked));
}

void ConnectionsTest::whoLeftIsListedWithTheReason()
{
    TestClient polite;
    QVERIFY(polite.connectTo(m_server->ports().clients, {.bearer = m_server->token(u"polite"_s)}));
    SLUICE_VERIFY_OK(polite.call(u"bench/echo"_s));
    polite.close();
    auto rude = connectAs(u"rude"_s);
    QVERIFY(rude);
    rude.reset();
    QTRY_COMPARE(ask(u"connections/closed"_s).result["total"_L1].toInt(), 2);
    const auto rowOf = [this](const QString &user) {
        return rows(u"connections/closed"_s, {{u"filter"_s, u"user:"_s + user}})[0].toObject();
    };
    QCOMPARE(rowOf(u"polite"_s)["code"_L1].toInt(), 1000);
    QCOMPARE(rowOf(u"polite"_s)["by"_L1].toString(), u"client"_s);
    QCOMPARE(rowOf(u"polite"_s)["received"_L1].toInt(), 1);
    QCOMPARE(rowOf(u"rude"_s)["code"_L1].toInt(), 1006);
    QCOMPARE(rowOf(u"rude"_s)["by"_L1].toString(), u"client"_s);
}

void ConnectionsTest::usersAreExactAfterChurn()
{
    QVERIFY(connectClients(kClients));
    for (int round = 0; round < 3; ++round) {
        // A third goes without a word, and others come in their place.
        for (int i = round; i < kClients; i += 3) {
            auto client = connectAs(userOf(i + round));
            QVERIFY(client);
            m_clients[static_cast<size_t>(i)] = std::move(client);
        }
    }
    QMap<QString, int> expected;
    for (int i = 0; i < kClients; ++i)
        ++expected[userOf(i + i % 3)];
    const auto listed = [this] {
        QMap<QString, int> users;
        const QJsonArray list = rows(u"users/list"_s, {{u"limit"_s, 200}});
        for (const QJsonValue row : list)
            users[row["user"_L1].toString()] = row["connections"_L1].toInt();
        return users;
    };
    QTRY_COMPARE(listed(), expected);
    QCOMPARE(ask(u"users/list"_s, {{u"filter"_s, u"u-0*"_s}}).result["matching"_L1].toInt(), 10);
}

void ConnectionsTest::pingsTellTheRoundTrip()
{
    TestClient quiet;
    QVERIFY(quiet.connectTo(m_server->ports().clients, {.bearer = m_server->token(u"quiet"_s)}));
    QVERIFY(rows(u"connections/list"_s)[0]["rttMs"_L1].isNull());
    QTRY_COMPARE(matching(u"rtt<1m"_s), 1);
    QVERIFY(rows(u"connections/list"_s)[0]["rttMs"_L1].toDouble() > 0);
}

QTEST_GUILESS_MAIN(ConnectionsTest)
#include "tst_connections.moc"
