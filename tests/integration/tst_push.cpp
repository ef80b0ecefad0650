#include "tests/support/expect.h"

#include <QJsonArray>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

const QString kUpdated = u"notes/updated"_qs;
const QString kNote = u"bench/note"_qs;

} // namespace

/// What the server sends without being asked.
class PushTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void savingTellsEveryConnectionOfTheCollaborators();
    void savingTellsNobodyElse();
    void broadcastReachesAll();
    void pushesKeepTheirOrder();
    void goneConnectionsDoNotStopABroadcast();

private:
    TestClient &connected(const QString &user = {});
    /// Everything pushed to `client` before this call has arrived when it returns: pushes and replies share a
    /// connection, but not a queue, so it waits for a push of its own.
    void verifyNothingMoreComes(TestClient &client, const QString &method);

    std::unique_ptr<TestServer> m_server;
    std::vector<std::unique_ptr<TestClient>> m_clients;
};

void PushTest::initTestCase_data()
{
    QTest::addColumn<int>("ioThreads");
    QTest::newRow("1 I/O thread") << 1;
    QTest::newRow("3 I/O threads") << 3;
}

void PushTest::init()
{
    QFETCH_GLOBAL(int, ioThreads);
    if (m_server && m_server->setting("threads.io"_L1) == QString::number(ioThreads))
        return;
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs, QStringList{u"threads.io=%1"_qs.arg(ioThreads)});
    SLUICE_START(*m_server);
}

void PushTest::cleanup()
{
    m_clients.clear();
}

TestClient &PushTest::connected(const QString &user)
{
    m_clients.push_back(std::make_unique<TestClient>());
    const QByteArray token = user.isEmpty() ? QByteArray() : m_server->token(user);
    if (!m_clients.back()->connectTo(m_server->ports().clients, {token, {}, {}, u"/"_qs}))
        qWarning("not connected");
    return *m_clients.back();
}

void PushTest::verifyNothingMoreComes(TestClient &client, const QString &method)
{
    SLUICE_VERIFY_OK(client.call(u"bench/broadcast"_qs, QJsonObject{{u"last"_qs, true}}));
    QVERIFY(client.waitForNotification(kNote));
    QCOMPARE(client.notificationCount(method), 0);
}

void PushTest::savingTellsEveryConnectionOfTheCollaborators()
{
    TestClient &ada = connected(u"ada"_qs);
    const QList<TestClient *> listeners{&connected(u"ben"_qs), &connected(u"ben"_qs), &connected(u"ben"_qs),
                                        &connected(u"cleo"_qs)};
    const CallResult saved = ada.call(u"notes/save"_qs,
                                      QJsonObject{{u"title"_qs, u"t"_qs},
                                                  {u"content"_qs, u"c"_qs},
                                                  {u"collaborators"_qs, QJsonArray{u"ben"_qs, u"cleo"_qs, u"ben"_qs}}});
    SLUICE_VERIFY_OK(saved);
    for (TestClient *listener : listeners) {
        const std::optional<QJsonValue> push = listener->waitForNotification(kUpdated);
        QVERIFY(push);
        QCOMPARE((*push)["noteId"_L1], saved.result["note"_L1]["id"_L1]);
        QCOMPARE((*push)["author"_L1].toString(), u"ada"_qs);
        QCOMPARE((*push)["timestampMs"_L1], saved.result["note"_L1]["updatedMs"_L1]);
        verifyNothingMoreComes(*listener, kUpdated); // once, though ben is named twice
    }
}

void PushTest::savingTellsNobodyElse()
{
    TestClient &ada = connected(u"ada"_qs);
    TestClient &eve = connected(u"eve"_qs);
    SLUICE_VERIFY_OK(ada.call(
        u"notes/save"_qs,
        QJsonObject{{u"title"_qs, u"t"_qs}, {u"content"_qs, u"c"_qs}, {u"collaborators"_qs, QJsonArray{u"ben"_qs}}}));
    verifyNothingMoreComes(eve, kUpdated);
}

void PushTest::broadcastReachesAll()
{
    constexpr int kClients = 20;
    for (int i = 0; i < kClients; ++i)
        connected(i % 2 == 0 ? QString() : u"user-%1"_qs.arg(i));
    const QJsonObject news{{u"text"_qs, u"Die Schleuse öffnet 水門"_qs}};
    SLUICE_VERIFY_OK(m_clients.front()->call(u"bench/broadcast"_qs, news));
    for (const auto &client : m_clients) {
        const std::optional<QJsonValue> push = client->waitForNotification(kNote);
        QVERIFY(push);
        QCOMPARE((*push)["text"_L1], news["text"_L1]);
    }
}

void PushTest::pushesKeepTheirOrder()
{
    constexpr int kPushes = 200;
    TestClient &sender = connected();
    TestClient &listener = connected();
    for (int i = 0; i < kPushes; ++i)
        SLUICE_VERIFY_OK(sender.call(u"bench/broadcast"_qs, QJsonObject{{u"n"_qs, i}}));
    for (int i = 0; i < kPushes; ++i) {
        const std::optional<QJsonValue> push = listener.waitForNotification(kNote);
        QVERIFY(push);
        QCOMPARE((*push)["n"_L1].toInt(), i);
    }
}

void PushTest::goneConnectionsDoNotStopABroadcast()
{
    TestClient &sender = connected();
    TestClient &listener = connected();
    for (int i = 0; i < 10; ++i)
        connected().abort();
    SLUICE_VERIFY_OK(sender.call(u"bench/broadcast"_qs));
    QVERIFY(listener.waitForNotification(kNote));
}

QTEST_GUILESS_MAIN(PushTest)
#include "tst_push.moc"
