#include "tests/support/expect.h"

#include <QJsonArray>

#include <algorithm>
#include <map>
#include <memory>
#include <random>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRunningLimit = 60;
const QString kPerUser = u"rate-limits.per-user-per-minute"_s;
const QString kPerAddress = u"rate-limits.per-ip-per-minute"_s;

} // namespace

/// What a changed limit would have done (issue 6), told by a real server about loads of real clients.
class WhatIfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clients.clear();
        m_sent.clear();
        m_server = std::make_unique<TestServer>(
            u"bench.toml"_s,
            QStringList{u"threads.io=2"_s, u"%1=%2"_s.arg(kPerUser).arg(kRunningLimit), kPerAddress + u"=100000"_s});
        SLUICE_START(*m_server);
        QVERIFY(m_admin.connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
        // The server remembers from its first second on.
        QVERIFY(waitUntil([this] { return whatIf(kPerUser, 1)["kind"_L1] == u"limit"_s; }));
    }
    void cleanup()
    {
        m_admin.close();
        m_server.reset();
    }

    void toldNumbersHoldTheTruth_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 6; ++seed)
            QTest::addRow("load %u", seed) << seed;
    }
    void toldNumbersHoldTheTruth()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 3; ++round)
            sendLoad(random);
        if (QTest::currentTestFailed())
            return;
        int total = 0;
        int refusedByServer = 0;
        for (const auto &[user, sent] : m_sent) {
            total += sent;
            refusedByServer += std::max(0, sent - kRunningLimit);
        }
        for (const int limit : {1, 7, 20, 59, 61, 90, 1000}) {
            const QJsonObject told = whatIf(kPerUser, limit);
            int refused = 0;
            int keys = 0;
            for (const auto &[user, sent] : m_sent) {
                refused += std::max(0, sent - limit); // all within one minute
                keys += sent > limit ? 1 : 0;
            }
            const QByteArray text = QJsonDocument(told).toJson(QJsonDocument::Compact);
            const auto within = [&told](const char *value, const char *error, int truth) {
                return std::abs(told[QLatin1String(value)].toInt(-1) - truth) <= told[QLatin1String(error)].toInt(-1);
            };
            QVERIFY2(within("wouldRefuse", "plusMinus", refused), text + " truth " + QByteArray::number(refused));
            QVERIFY2(within("keys", "keysPlusMinus", keys), text + " truth " + QByteArray::number(keys));
            QVERIFY2(told["plusMinus"_L1].toInt() <= 1, text); // of one minute all is known
            QCOMPARE(told["asked"_L1].toInt(), total);
            QCOMPARE(told["actuallyRefused"_L1].toInt(), refusedByServer);
            QCOMPARE(told["heldBack"_L1].toBool(), refused < refusedByServer);
        }
        // All come from one address, but who is refused for the user's own limit has spent its permit there as well.
        const QJsonObject address = whatIf(kPerAddress, 100);
        QCOMPARE(address["wouldRefuse"_L1].toInt(), std::max(0, total - 100));
        QCOMPARE(address["actuallyRefused"_L1].toInt(), 0);
    }

    void sizesGoByTheSamples()
    {
        QVERIFY(waitUntil([this] { return whatIf(u"limits.connections"_s, 1)["kind"_L1] == u"size"_s; }));
        const QJsonObject told = whatIf(u"limits.connections"_s, 1);
        QCOMPARE(told["most"_L1].toInt(), 0); // nobody came yet
        QCOMPARE(told["fullSamples"_L1].toInt(), 0);
        TestClient &client = clientOf(u"ada"_s);
        QVERIFY(client.isConnected());
        QVERIFY(waitUntil([this] { return whatIf(u"limits.connections"_s, 1)["fullSamples"_L1].toInt() >= 1; }));
        QCOMPARE(whatIf(u"limits.connections"_s, 2)["fullSamples"_L1].toInt(), 0);
        QCOMPARE(whatIf(u"limits.connections"_s, 2)["most"_L1].toInt(), 1);
    }

    void aLimitThatIsOffIsNotKnown()
    {
        const QJsonObject told = whatIf(u"rate-limits.global-per-second"_s, 5);
        QCOMPARE(told["kind"_L1].toString(), u"unknown"_s);
        QVERIFY(!told.contains("wouldRefuse"_L1));
    }

private:
    QJsonObject whatIf(const QString &key, int value)
    {
        const CallResult checked = m_admin.call(
            u"config/patch"_s,
            QJsonObject{{u"base"_s, 1}, {u"changes"_s, QJsonObject{{key, value}}}, {u"checkOnly"_s, true}});
        return checked.result["whatIf"_L1].toArray().first().toObject();
    }
    TestClient &clientOf(const QString &user)
    {
        std::unique_ptr<TestClient> &client = m_clients[user];
        if (!client) {
            client = std::make_unique<TestClient>();
            if (!client->connectTo(m_server->ports().clients, {.bearer = m_server->token(user)}))
                qFatal("no connection");
        }
        return *client;
    }
    /// Some users send some events; all are answered.
    void sendLoad(std::mt19937 &random)
    {
        std::vector<std::pair<TestClient *, PendingCall>> calls;
        for (int i = 0; i < 6; ++i) {
            const QString user = u"u-%1"_s.arg(random() % 8);
            const int count = static_cast<int>(random() % 70);
            TestClient &client = clientOf(user);
            for (int event = 0; event < count; ++event)
                calls.emplace_back(&client, client.send(u"bench/echo"_s));
            m_sent[user] += count;
        }
        for (const auto &[client, call] : calls)
            QVERIFY(client->waitFor(call).isAnswered);
    }

    std::unique_ptr<TestServer> m_server;
    TestClient m_admin;
    std::map<QString, std::unique_ptr<TestClient>> m_clients;
    std::map<QString, int> m_sent;
};

QTEST_GUILESS_MAIN(WhatIfTest)
#include "tst_whatif.moc"
