#include "shared/base/errorcode.h"
#include "tests/support/expect.h"
#include "tests/support/seededrandom.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

// \u002a: moc takes a slash and an asterisk for a comment, also here.
constexpr auto kTopics = R"(
[[topic]]
name = "room/\u002a"
publish = "users"
history = 100
history-ms = 60000

[[topic]]
name = "lobby"
subscribe = "anyone"
publish = "users"
presence = true
announce = true

[[topic]]
name = "inbox/{user}"
subscribe = "owner"
publish = "role:postman"
event = "mail/arrived"
)";

const QString kMessage = u"topics/message"_s;

} // namespace

/// Topics over real sockets: every subscriber sees every message, in order, each once (issue 7, R9).
class TopicDeliveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup() { m_clients.clear(); }

    void everySubscriberSeesEveryMessageInOrder();
    void whoComesBackGoesOnWhereTheyWere();
    void presenceIsToldAndAsked();
    void whoMayWhatIsData();
    void rpcOnAndOff();
    void nothingIsMissedWhileSubscribersComeAndGo();

private:
    TestClient &connected(const QString &user, const QStringList &roles = {})
    {
        m_clients.push_back(std::make_unique<TestClient>());
        const QByteArray token = user.isEmpty() ? QByteArray() : m_server->token(TokenClaims{user, roles});
        if (!m_clients.back()->connectTo(m_server->ports().clients, {.bearer = token}))
            qWarning("not connected");
        return *m_clients.back();
    }
    static CallResult publish(TestClient &client, const QString &topic, const QJsonValue &data)
    {
        return client.call(u"topics/publish"_s, QJsonObject{{u"topic"_s, topic}, {u"data"_s, data}});
    }
    static CallResult subscribe(TestClient &client, const QString &topic, const QJsonObject &more = {})
    {
        QJsonObject params = more;
        params.insert(u"topic"_s, topic);
        return client.call(u"topics/subscribe"_s, params);
    }

    QTemporaryDir m_directory;
    std::unique_ptr<TestServer> m_server;
    std::vector<std::unique_ptr<TestClient>> m_clients;
};

void TopicDeliveryTest::initTestCase_data()
{
    QTest::addColumn<int>("ioThreads");
    QTest::newRow("1 I/O thread") << 1;
    QTest::newRow("3 I/O threads") << 3;
}

void TopicDeliveryTest::init()
{
    QFETCH_GLOBAL(int, ioThreads);
    const QString events = m_directory.filePath(u"events.toml"_s);
    QFile file(events);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(kTopics);
    file.close();
    m_server =
        std::make_unique<TestServer>(u"bench.toml"_s,
                                     QStringList{u"threads.io=%1"_s.arg(ioThreads), u"events-file=%1"_s.arg(events),
                                                 u"topics.presence-grace-ms=300"_s});
    SLUICE_START(*m_server);
}

void TopicDeliveryTest::everySubscriberSeesEveryMessageInOrder()
{
    constexpr int kMessages = 300;
    for (int i = 0; i < 12; ++i)
        SLUICE_VERIFY_OK(subscribe(connected(u"user-%1"_s.arg(i)), u"room/1"_s));
    TestClient &outsider = connected(u"eve"_s);
    SLUICE_VERIFY_OK(subscribe(outsider, u"room/2"_s));
    TestClient &publisher = connected(u"ann"_s);
    for (int i = 0; i < kMessages; ++i)
        publisher.notify(u"topics/publish"_s, QJsonObject{{u"topic"_s, u"room/1"_s}, {u"data"_s, i}});
    SLUICE_VERIFY_OK(publish(publisher, u"room/2"_s, u"end"_s));
    // Which worker ran first decides the order of what one client sends without waiting; the topic's order is one.
    QList<int> order;
    for (size_t i = 0; i < 12; ++i) {
        QList<int> got;
        for (int message = 1; message <= kMessages; ++message) {
            const std::optional<QJsonValue> push = m_clients[i]->waitForNotification(kMessage);
            QVERIFY(push);
            QCOMPARE((*push)["seq"_L1].toInt(), message);
            QCOMPARE((*push)["topic"_L1].toString(), u"room/1"_s);
            QCOMPARE((*push)["user"_L1].toString(), u"ann"_s);
            got.append((*push)["data"_L1].toInt());
        }
        if (i == 0)
            order = got;
        QCOMPARE(got, order);
    }
    std::sort(order.begin(), order.end());
    for (int i = 0; i < kMessages; ++i)
        QCOMPARE(order[i], i);
    const std::optional<QJsonValue> last = outsider.waitForNotification(kMessage);
    QVERIFY(last && (*last)["data"_L1].toString() == u"end"_s);
    QCOMPARE(outsider.notificationCount(kMessage), 0);
}

void TopicDeliveryTest::whoComesBackGoesOnWhereTheyWere()
{
    TestClient &publisher = connected(u"ann"_s);
    TestClient &before = connected(u"bob"_s);
    const CallResult first = subscribe(before, u"room/9"_s);
    SLUICE_VERIFY_OK(first);
    QCOMPARE(first.result["recovered"_L1].toBool(true), false);
    SLUICE_VERIFY_OK(publish(publisher, u"room/9"_s, 1));
    const std::optional<QJsonValue> pushed = before.waitForNotification(kMessage);
    QVERIFY(pushed);
    before.abort();
    for (int i = 2; i <= 5; ++i)
        SLUICE_VERIFY_OK(publish(publisher, u"room/9"_s, i));

    TestClient &after = connected(u"bob"_s);
    const CallResult back =
        subscribe(after, u"room/9"_s,
                  {{u"since"_s, QJsonObject{{u"epoch"_s, (*pushed)["epoch"_L1]}, {u"seq"_s, (*pushed)["seq"_L1]}}}});
    SLUICE_VERIFY_OK(back);
    QCOMPARE(back.result["recovered"_L1].toBool(), true);
    const QJsonArray missed = back.result["publications"_L1].toArray();
    QCOMPARE(missed.size(), 4);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(missed[i]["method"_L1].toString(), kMessage);
        QCOMPARE(missed[i]["params"_L1]["data"_L1].toInt(), i + 2);
        QCOMPARE(missed[i]["params"_L1]["seq"_L1].toInt(), i + 2);
    }
    SLUICE_VERIFY_OK(publish(publisher, u"room/9"_s, 6));
    const std::optional<QJsonValue> next = after.waitForNotification(kMessage);
    QVERIFY(next);
    QCOMPARE((*next)["seq"_L1].toInt(), 6);
    const CallResult lost =
        subscribe(after, u"room/9"_s, {{u"since"_s, QJsonObject{{u"epoch"_s, u"another"_s}, {u"seq"_s, 1}}}});
    QCOMPARE(lost.result["recovered"_L1].toBool(true), false);
    QCOMPARE(lost.result["seq"_L1].toInt(), 6);
}

void TopicDeliveryTest::presenceIsToldAndAsked()
{
    TestClient &watcher = connected(u"ann"_s);
    SLUICE_VERIFY_OK(subscribe(watcher, u"lobby"_s));
    const QString joined = u"topics/joined"_s;
    QVERIFY(watcher.waitForNotification(joined)); // herself
    SLUICE_VERIFY_OK(subscribe(connected(u"bob"_s), u"lobby"_s));
    TestClient &second = connected(u"bob"_s);
    SLUICE_VERIFY_OK(subscribe(second, u"lobby"_s));
    const std::optional<QJsonValue> bob = watcher.waitForNotification(joined);
    QVERIFY(bob);
    QCOMPARE((*bob)["user"_L1].toString(), u"bob"_s);
    const CallResult there = watcher.call(u"presence/get"_s, QJsonObject{{u"topic"_s, u"lobby"_s}});
    SLUICE_VERIFY_OK(there);
    QCOMPARE(there.result["total"_L1].toInt(), 2);
    QCOMPARE(there.result["users"_L1][1]["connections"_L1].toInt(), 2);
    const CallResult users =
        watcher.call(u"presence/get"_s, QJsonObject{{u"users"_s, QJsonArray{u"bob"_s, u"nobody"_s}}});
    QCOMPARE(users.result["users"_L1][0]["connected"_L1].toBool(), true);
    QCOMPARE(users.result["users"_L1][1]["connected"_L1].toBool(true), false);

    m_clients[1]->abort(); // bob is there still, by his second connection
    SLUICE_VERIFY_OK(second.call(u"topics/unsubscribe"_s, QJsonObject{{u"topic"_s, u"lobby"_s}}));
    const std::optional<QJsonValue> left = watcher.waitForNotification(u"topics/left"_s);
    QVERIFY(left);
    QCOMPARE((*left)["user"_L1].toString(), u"bob"_s);
    QCOMPARE(watcher.notificationCount(joined), 0);
}

void TopicDeliveryTest::whoMayWhatIsData()
{
    TestClient &ann = connected(u"ann"_s);
    TestClient &postman = connected(u"pat"_s, {u"postman"_s});
    TestClient &stranger = connected({});
    SLUICE_VERIFY_OK(subscribe(ann, u"inbox/ann"_s));
    SLUICE_VERIFY_OK(subscribe(stranger, u"lobby"_s));
    SLUICE_VERIFY_ERROR(subscribe(ann, u"inbox/bob"_s), int(ErrorCode::Forbidden));
    SLUICE_VERIFY_ERROR(subscribe(stranger, u"room/1"_s), int(ErrorCode::Unauthorized));
    SLUICE_VERIFY_ERROR(subscribe(ann, u"nowhere"_s), int(ErrorCode::NotFound));
    SLUICE_VERIFY_ERROR(subscribe(ann, u"a b"_s), int(ErrorCode::InvalidParams));
    SLUICE_VERIFY_ERROR(subscribe(ann, u"room/1"_s, {{u"since"_s, QJsonObject{{u"epoch"_s, u"e"_s}}}}),
                        int(ErrorCode::InvalidParams));
    SLUICE_VERIFY_ERROR(publish(ann, u"inbox/ann"_s, 1), int(ErrorCode::Forbidden));
    SLUICE_VERIFY_ERROR(publish(stranger, u"lobby"_s, 1), int(ErrorCode::Unauthorized));
    const CallResult sent = publish(postman, u"inbox/ann"_s, u"letter"_s);
    SLUICE_VERIFY_OK(sent);
    QCOMPARE(sent.result["subscribers"_L1].toInt(), 1);
    const std::optional<QJsonValue> mail = ann.waitForNotification(u"mail/arrived"_s);
    QVERIFY(mail);
    QCOMPARE((*mail)["data"_L1].toString(), u"letter"_s);
}

void TopicDeliveryTest::rpcOnAndOff()
{
    TestClient &ann = connected(u"ann"_s);
    const CallResult on = ann.call(u"rpc.on"_s, QJsonArray{u"room/1"_s, u"inbox/bob"_s, u"notes/updated"_s});
    SLUICE_VERIFY_OK(on);
    QCOMPARE(on.result["room/1"_L1].toString(), u"ok"_s);
    QCOMPARE(on.result["inbox/bob"_L1].toString(), u"provided event is forbidden"_s);
    QCOMPARE(on.result["notes/updated"_L1].toString(), u"ok"_s);
    SLUICE_VERIFY_OK(publish(ann, u"room/1"_s, 1));
    QVERIFY(ann.waitForNotification(kMessage));
    SLUICE_VERIFY_OK(ann.call(u"rpc.off"_s, QJsonArray{u"room/1"_s}));
    const CallResult alone = publish(ann, u"room/1"_s, 2);
    QCOMPARE(alone.result["subscribers"_L1].toInt(-1), 0);
}

// Random topologies: each time a client subscribes it is told a number, and gets every one above it until it
// unsubscribes.
void TopicDeliveryTest::nothingIsMissedWhileSubscribersComeAndGo()
{
    constexpr int kClients = 10;
    constexpr int kTopicCount = 4;
    constexpr int kSteps = 600;
    SeededRandom random(20261129);
    for (int i = 0; i < kClients; ++i)
        connected(u"user-%1"_s.arg(i));
    TestClient &publisher = connected(u"ann"_s);
    std::vector<QMap<QString, int>> next(kClients); // by client and topic; the number that must come
    std::vector<QMap<QString, int>> toldAt(kClients);
    QMap<QString, int> sent;
    // Replies overtake pushes: some of an earlier subscription may come after it has ended, or begun anew.
    const auto takeOne = [&](size_t client) {
        const std::optional<QJsonValue> push = m_clients[client]->waitForNotification(kMessage);
        const QString topic = push ? (*push)["topic"_L1].toString() : QString();
        const int seq = push ? (*push)["seq"_L1].toInt() : 0;
        if (!next[client].contains(topic) || seq <= toldAt[client][topic])
            return push.has_value();
        return seq == next[client][topic]++;
    };
    for (int step = 0; step < kSteps; ++step) {
        const int client = int(random.below(kClients));
        const QString topic = u"room/%1"_s.arg(random.below(kTopicCount));
        TestClient &chosen = *m_clients[size_t(client)];
        if (random.below(4) > 0) {
            for (quint64 burst = 1 + random.below(5); burst > 0; --burst, ++sent[topic])
                publisher.notify(u"topics/publish"_s, QJsonObject{{u"topic"_s, topic}, {u"data"_s, step}});
        } else if (next[size_t(client)].contains(topic) && random.below(2) == 0) {
            SLUICE_VERIFY_OK(subscribe(chosen, topic)); // once subscribed, it only tells
        } else if (next[size_t(client)].contains(topic)) {
            SLUICE_VERIFY_OK(chosen.call(u"topics/unsubscribe"_s, QJsonObject{{u"topic"_s, topic}}));
            while (chosen.notificationCount(kMessage) > 0)
                QVERIFY(takeOne(size_t(client)));
            next[size_t(client)].remove(topic);
        } else {
            const CallResult told = subscribe(chosen, topic);
            SLUICE_VERIFY_OK(told);
            toldAt[size_t(client)][topic] = told.result["seq"_L1].toInt();
            next[size_t(client)][topic] = toldAt[size_t(client)][topic] + 1;
        }
    }
    // All that was published is out when its last message is.
    for (int number = 0; number < kTopicCount; ++number)
        SLUICE_VERIFY_OK(publish(publisher, u"room/%1"_s.arg(number), u"end"_s));
    for (int client = 0; client < kClients; ++client) {
        for (auto topic = next[size_t(client)].keyBegin(); topic != next[size_t(client)].keyEnd(); ++topic) {
            const int last = sent[*topic] + 1;
            while (next[size_t(client)][*topic] <= last)
                QVERIFY(takeOne(size_t(client)));
        }
    }
}

QTEST_GUILESS_MAIN(TopicDeliveryTest)
#include "tst_topicdelivery.moc"
