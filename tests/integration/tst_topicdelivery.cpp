#include "shared/base/errorcode.h"
#include "tests/support/clientframes.h"
#include "tests/support/crowd.h"
#include "tests/support/expect.h"
#include "tests/support/figure.h"
#include "tests/support/seededrandom.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <array>
#include <atomic>
#include <charconv>

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

constexpr int kTopicCount = 4;
const QString kMessage = u"topics/message"_s;

/// Subscribers that look whether each topic's messages come in its order, and each publisher's in the order in which
/// they were published (row R9). Messages carry {p: publisher, n: number}.
/// Thread: the test's.
class OrderCrowd
{
public:
    OrderCrowd(std::vector<PlainSocket> clients, size_t publishers)
        : m_seqs(clients.size())
        , m_numbers(clients.size(), std::vector<qint64>(publishers, 0))
        , m_crowd(std::move(clients), [this](size_t client, std::string_view text) { note(client, text); })
    {
    }

    [[nodiscard]] qint64 deliveries() const { return m_deliveries; }
    /// Numbers that were not the one after the one before.
    [[nodiscard]] int inversions() const { return m_inversions; }
    [[nodiscard]] int subscribed() const { return m_subscribed; }
    [[nodiscard]] bool hasLost() const { return m_crowd.hasLost(); }

private:
    static qint64 numberBehind(std::string_view text, std::string_view name)
    {
        qint64 number = -1;
        if (const size_t at = text.find(name); at != std::string_view::npos)
            std::from_chars(text.data() + at + name.size(), text.data() + text.size(), number);
        return number;
    }
    void note(size_t client, std::string_view text)
    {
        if (text.find("\"result\"") != std::string_view::npos) {
            ++m_subscribed;
            return;
        }
        const qint64 topic = numberBehind(text, "room/");
        const qint64 publisher = numberBehind(text, "\"p\":");
        if (topic < 0 || publisher < 0)
            return;
        qint64 &seq = m_seqs[client][size_t(topic)];
        // One publisher's numbers go up over all topics: each topic has some of them.
        qint64 &number = m_numbers[client][size_t(publisher)];
        const qint64 nextNumber = numberBehind(text, "\"n\":");
        if (numberBehind(text, "\"seq\":") != ++seq || nextNumber <= number)
            ++m_inversions;
        number = nextNumber;
        ++m_deliveries;
    }

    std::vector<std::array<qint64, kTopicCount>> m_seqs; // by client; the crowd's thread's
    std::vector<std::vector<qint64>> m_numbers;          // by client and publisher
    std::atomic<qint64> m_deliveries{0};
    std::atomic<int> m_inversions{0};
    std::atomic<int> m_subscribed{0};
    Crowd m_crowd; // last: it ends first
};

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
    void ordersHoldByTheMillion();

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
    for (size_t i = 0; i < 12; ++i) {
        for (int message = 1; message <= kMessages; ++message) {
            const std::optional<QJsonValue> push = m_clients[i]->waitForNotification(kMessage);
            QVERIFY(push);
            QCOMPARE((*push)["seq"_L1].toInt(), message);
            QCOMPARE((*push)["topic"_L1].toString(), u"room/1"_s);
            QCOMPARE((*push)["user"_L1].toString(), u"ann"_s);
            QCOMPARE((*push)["data"_L1].toInt(), message - 1); // as its publisher sent them
        }
    }
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

// A number of deliveries of another size: SLUICE_DELIVERIES=10000000.
void TopicDeliveryTest::ordersHoldByTheMillion()
{
    constexpr int kSubscribers = 100;
    constexpr int kPublishers = 3;
    constexpr int kAhead = 100; // the half of what each has published and not seen
    const int messages = figure("SLUICE_DELIVERIES", 300'000) / kSubscribers / kPublishers;
    std::vector<PlainSocket> sockets = upgradedSockets(m_server->ports().clients, kSubscribers,
                                                       "Authorization: Bearer " + m_server->token(u"sue"_s) + "\r\n");
    QCOMPARE(sockets.size(), size_t(kSubscribers));
    for (const PlainSocket &socket : sockets) {
        for (int topic = 0; topic < kTopicCount; ++topic) {
            const QByteArray subscribe =
                R"({"jsonrpc":"2.0","id":1,"method":"topics/subscribe","params":{"topic":"room/)"
                + QByteArray::number(topic) + "\"}}";
            (void)socket.send(QByteArray::fromStdString(clientFrame(0x1, subscribe.toStdString())));
        }
    }
    OrderCrowd crowd(std::move(sockets), kPublishers);
    QTRY_COMPARE(crowd.subscribed(), kSubscribers * kTopicCount);
    std::vector<PlainSocket> publishers = upgradedSockets(
        m_server->ports().clients, kPublishers, "Authorization: Bearer " + m_server->token(u"ann"_s) + "\r\n");
    QCOMPARE(publishers.size(), size_t(kPublishers));
    for (int n = 1; n <= messages; ++n) {
        for (int p = 0; p < kPublishers; ++p) {
            const QByteArray publish =
                QByteArray(R"({"jsonrpc":"2.0","method":"topics/publish","params":{"topic":"room/)")
                + QByteArray::number(n % kTopicCount) + R"(","data":{"p":)" + QByteArray::number(p) + R"(,"n":)"
                + QByteArray::number(n) + "}}}";
            (void)publishers[size_t(p)].send(QByteArray::fromStdString(clientFrame(0x1, publish.toStdString())));
        }
        if (n % kAhead == 0) {
            const qint64 due = qint64(n - kAhead) * kPublishers * kSubscribers;
            QVERIFY(waitUntil([&] { return crowd.deliveries() >= due; }));
        }
    }
    const qint64 all = qint64(messages) * kPublishers * kSubscribers;
    QVERIFY2(waitUntil([&] { return crowd.deliveries() >= all || crowd.hasLost(); }),
             QByteArray::number(crowd.deliveries()));
    QCOMPARE(crowd.deliveries(), all);
    QCOMPARE(crowd.inversions(), 0);
}

QTEST_GUILESS_MAIN(TopicDeliveryTest)
#include "tst_topicdelivery.moc"
