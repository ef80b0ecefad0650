#include "tests/unit/transport/iofixture.h"

#include <QTest>

#include <set>
#include <thread>

using namespace sluice;
using namespace sluice::server;
using sluice::test::clientFrame;
using sluice::test::IoFixture;
using sluice::test::kIoPatienceMs;
using sluice::test::Peer;
using std::chrono::milliseconds;

/// Handshakes, turns, deliveries and the end of a real I/O thread.
class TestIoThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstFrameMayComeWithTheHandshake();
    void aHandshakeInSingleBytes();
    void tenAtOnce();
    void refusalsAreAnswered_data();
    void refusalsAreAnswered();
    void aFullGatekeeperAnswersBeforeTheRequest();
    void headAtTheLimitAndOneBeyond();
    void aHandshakeInProgressHasADeadline();
    void aHandshakeThatVanishesGivesItsPlaceBack();
    void stopHandshakesDropsThoseUnderWay();
    void aFullTurnPausesWithoutLoss();
    void deliversToEveryone();
    void deliversToUsers();
    void theEchoGetsNoPushes();
    void theReceiptIsFreedWhenDelivered();
    void anonymousUsersAreNamedByConnection();
    void aUserAtTheLimitAndOneBeyond();
    void closeSomeClosesThatMany();
    void visitsAllInSteps();
    void visitsWhoStaysWhileOthersGo();
    void tellsHowConnectionsEnded();
    void configReachesAll();
    void stopWithOpenConnections();
    void stopBeforeTheThreadHasBegun();
    void mailBehindTheStopIsHarmless();
};

namespace {

Delivery toUsers(std::vector<std::string> users, const std::string &text)
{
    Delivery delivery;
    delivery.users = std::move(users);
    delivery.blocks = {test::textBlock(text)};
    return delivery;
}

Delivery toEveryone(const std::string &text)
{
    Delivery delivery = toUsers({}, text);
    delivery.everyone = true;
    return delivery;
}

} // namespace

void TestIoThread::theFirstFrameMayComeWithTheHandshake()
{
    IoFixture io;
    Peer peer = io.connectPeer();
    peer.sendUpgrade("/", clientFrame(Opcode::Text, "early") + clientFrame(Opcode::Text, "and earlier"));
    QCOMPARE(peer.status(), 101);
    QCOMPARE(peer.text(), std::string("re:early"));
    QCOMPARE(peer.text(), std::string("re:and earlier"));
}

void TestIoThread::aHandshakeInSingleBytes()
{
    IoFixture io;
    Peer peer = io.connectPeer();
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    for (const char byte : head) {
        peer.send({&byte, 1});
        io.run([] {});
    }
    QCOMPARE(peer.status(), 101);
    peer.sendText("hello");
    QCOMPARE(peer.text(), std::string("re:hello"));
}

void TestIoThread::tenAtOnce()
{
    IoFixture io;
    std::vector<Peer> peers;
    for (int i = 0; i < 10; ++i)
        peers.push_back(io.connectPeer());
    for (const Peer &peer : peers)
        peer.sendUpgrade();
    for (Peer &peer : peers)
        QCOMPARE(peer.status(), 101);
    for (size_t i = 0; i < peers.size(); ++i)
        peers[i].sendText(std::to_string(i));
    for (size_t i = 0; i < peers.size(); ++i)
        QCOMPARE(peers[i].text(), "re:" + std::to_string(i));
    QTRY_COMPARE(io.thread().openConnections(), size_t{10});
    QCOMPARE(io.gatekeeper.inside.load(), 10);
}

void TestIoThread::refusalsAreAnswered_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown path") << QByteArray("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n") << 404;
    QTest::newRow("malformed") << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n") << 400;
    QTest::newRow("with a body behind it") << QByteArray("POST /nowhere HTTP/1.1\r\nHost: a\r\n\r\n0123456789") << 404;
}

void TestIoThread::refusalsAreAnswered()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    IoFixture io;
    Peer peer = io.connectPeer();
    peer.send(head.toStdString());
    QCOMPARE(peer.status(), status);
    const Counter reason = status == 400 ? Counter::ConnectionsRefusedMalformed : Counter::ConnectionsRefusedPath;
    QCOMPARE(io.total(reason), quint64{1});
    peer.vanish();
    QTRY_COMPARE(io.gatekeeper.inside.load(), 0);
}

void TestIoThread::aFullGatekeeperAnswersBeforeTheRequest()
{
    IoFixture io;
    io.gatekeeper.isFull = true;
    Peer refused = io.connectPeer();
    QCOMPARE(refused.status(), 503);
    refused.vanish();
    io.gatekeeper.isFull = false;
    Peer welcome = io.openPeer();
    QVERIFY(io.isUpgraded);
    QCOMPARE(io.gatekeeper.inside.load(), 1); // the refused one never had a place
}

void TestIoThread::headAtTheLimitAndOneBeyond()
{
    Config config;
    config.limits.headerBytes = 1000;
    IoFixture io(config);
    const auto head = [](size_t bytes) {
        const std::string begin = "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                  "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nX: ";
        return begin + std::string(bytes - begin.size() - 4, 'x') + "\r\n\r\n";
    };
    Peer fits = io.connectPeer();
    fits.send(head(1000));
    QCOMPARE(fits.status(), 101);
    Peer tooLarge = io.connectPeer();
    tooLarge.send(head(1001));
    QCOMPARE(tooLarge.status(), 431);
}

void TestIoThread::aHandshakeInProgressHasADeadline()
{
    IoFixture io;
    Peer peer = io.connectPeer();
    peer.send("GET / HTTP/1.1\r\n");
    QTRY_COMPARE(io.gatekeeper.inside.load(), 1);
    io.advance(milliseconds(4900));
    peer.send("Host: a\r\n"); // a byte now and then does not help
    io.run([] {});
    QCOMPARE(io.gatekeeper.inside.load(), 1);
    io.advance(milliseconds(200));
    QTRY_COMPARE(io.gatekeeper.inside.load(), 0);
    QVERIFY(peer.ended());
}

void TestIoThread::aHandshakeThatVanishesGivesItsPlaceBack()
{
    IoFixture io;
    Peer peer = io.connectPeer();
    peer.send("GET /");
    QTRY_COMPARE(io.gatekeeper.inside.load(), 1);
    peer.vanish();
    // What was peeked at stays readable, so the end shows no earlier than the deadline.
    io.advance(milliseconds(5100));
    QTRY_COMPARE(io.gatekeeper.inside.load(), 0);
}

void TestIoThread::stopHandshakesDropsThoseUnderWay()
{
    IoFixture io;
    Peer open = io.openPeer();
    Peer half = io.connectPeer();
    half.send("GET / HTTP/1.1\r\n");
    io.run([&] { io.thread().stopHandshakes(); });
    QVERIFY(half.ended());
    Peer late = io.connectPeer();
    QVERIFY(late.ended());
    open.sendText("still");
    QCOMPARE(open.text(), std::string("re:still"));
    QCOMPARE(io.gatekeeper.inside.load(), 1);
}

void TestIoThread::aFullTurnPausesWithoutLoss()
{
    constexpr int kMessages = 300;
    IoFixture io;
    Peer one = io.openPeer();
    Peer two = io.openPeer();
    io.run([&] { io.receiver().perTurn = 7; });
    std::string burst;
    for (int i = 0; i < kMessages; ++i)
        burst += clientFrame(Opcode::Text, std::to_string(i));
    one.send(burst);
    two.send(burst);
    for (int i = 0; i < kMessages; ++i)
        QCOMPARE(one.text(), "re:" + std::to_string(i));
    for (int i = 0; i < kMessages; ++i)
        QCOMPARE(two.text(), "re:" + std::to_string(i));
    QVERIFY(io.ask([&] { return io.receiver().most; }) <= 7);
}

void TestIoThread::deliversToEveryone()
{
    IoFixture io;
    std::vector<Peer> peers;
    for (int i = 0; i < 5; ++i)
        peers.push_back(io.openPeer());
    Delivery delivery = toEveryone("news");
    delivery.messages = 3; // what the frames are said to hold
    io.thread().post(std::move(delivery));
    for (Peer &peer : peers)
        QCOMPARE(peer.text(), std::string("news"));
    QCOMPARE(io.total(Counter::BroadcastSends), quint64{15});
}

void TestIoThread::deliversToUsers()
{
    IoFixture io;
    Peer anna = io.openPeer("/?anna");
    Peer annaToo = io.openPeer("/?anna");
    Peer bob = io.openPeer("/?bob");
    Peer anonymous = io.openPeer();
    io.thread().post(toUsers({"anna", "nobody"}, "for anna"));
    io.thread().post(toUsers({"bob", "anna"}, "for both"));
    for (Peer *peer : {&anna, &annaToo}) {
        QCOMPARE(peer->text(), std::string("for anna"));
        QCOMPARE(peer->text(), std::string("for both"));
    }
    QCOMPARE(bob.text(), std::string("for both"));
    annaToo.vanish();
    QTRY_COMPARE(io.connections(), size_t{3});
    io.thread().post(toUsers({"anna"}, "again"));
    QCOMPARE(anna.text(), std::string("again"));
    anonymous.sendText("nothing for me");
    QCOMPARE(anonymous.text(), std::string("re:nothing for me"));
}

void TestIoThread::theEchoGetsNoPushes()
{
    IoFixture io;
    Peer echo = io.openPeer("/echo");
    Peer peer = io.openPeer();
    io.thread().post(toEveryone("news"));
    QCOMPARE(peer.text(), std::string("news"));
    echo.sendText("mine");
    QCOMPARE(echo.text(), std::string("mine"));
    QCOMPARE(io.total(Counter::BroadcastSends), quint64{1});
}

void TestIoThread::theReceiptIsFreedWhenDelivered()
{
    IoFixture io;
    Peer peer = io.openPeer();
    QSemaphore freed;
    Delivery delivery = toEveryone("news");
    delivery.receipt = std::shared_ptr<void>(nullptr, [&freed](void *) { freed.release(); });
    io.thread().post(std::move(delivery));
    QVERIFY(freed.tryAcquire(1, kIoPatienceMs)); // although nothing else happens in that thread
    QCOMPARE(peer.text(), std::string("news"));
}

void TestIoThread::anonymousUsersAreNamedByConnection()
{
    IoFixture io;
    Peer one = io.openPeer();
    Peer two = io.openPeer("/?anna");
    const auto users = io.ask([&] {
        std::vector<std::string> names;
        for (const Connection *connection : io.receiver().connections)
            names.push_back(connection->principal()->userId);
        return names;
    });
    const std::vector<std::string> expected{"anon-1", "anna"};
    QVERIFY(users == expected);
}

void TestIoThread::aUserAtTheLimitAndOneBeyond()
{
    IoFixture io;
    io.perUser = 1;
    Peer first = io.openPeer("/?anna");
    Peer second = io.openPeer("/?anna");
    QVERIFY(io.isUpgraded); // told by a close code, which a browser can see
    QCOMPARE(second.closeCode(), 1008);
    io.thread().post(toUsers({"anna"}, "news"));
    QCOMPARE(first.text(), std::string("news"));
    QVERIFY(second.ended());
}

void TestIoThread::closeSomeClosesThatMany()
{
    IoFixture io;
    std::vector<Peer> peers;
    for (int i = 0; i < 5; ++i)
        peers.push_back(io.openPeer());
    int reasons = 0;
    const auto close = [&](size_t count) {
        io.run([&] {
            io.thread().closeSome(count, protocol::CloseCode::ServiceRestart,
                                  [&] { return std::to_string(++reasons); });
        });
    };
    close(2);
    QCOMPARE(reasons, 2);
    close(100); // those that close already are not told twice
    QCOMPARE(reasons, 5);
    for (Peer &peer : peers)
        QCOMPARE(peer.closeCode(), 1012);
}

// More than one turn shows.
constexpr size_t kCrowd = 300;

void TestIoThread::visitsAllInSteps()
{
    IoFixture io;
    std::vector<Peer> peers;
    for (size_t i = 0; i < kCrowd; ++i)
        peers.push_back(io.openPeer());
    std::set<quint64> turns; // how many were over
    std::set<quint64> ids;
    QSemaphore done;
    io.run([&] {
        io.thread().visit(
            [&](Connection &one) {
                ids.insert(io.thread().describe(one).id);
                turns.insert(io.thread().turnDurations().count);
            },
            [&] { done.release(); });
    });
    QVERIFY(done.tryAcquire(1, kIoPatienceMs));
    QCOMPARE(ids.size(), kCrowd);
    QCOMPARE(turns.size(), size_t{2});
}

void TestIoThread::visitsWhoStaysWhileOthersGo()
{
    IoFixture io;
    std::vector<Peer> peers;
    for (size_t i = 0; i < kCrowd; ++i)
        peers.push_back(io.openPeer());
    std::set<quint64> ids;
    std::set<quint64> gone;
    QSemaphore done;
    io.run([&] {
        io.thread().visit(
            [&](Connection &one) {
                ids.insert(one.id().value);
                if (ids.size() != 10)
                    return;
                for (size_t i = 0; i < kCrowd; i += 2) { // some that were shown and many that were not
                    Connection *leaving = io.receiver().connections[kCrowd - 1 - i];
                    gone.insert(leaving->id().value);
                }
                const std::vector<Connection *> all = io.receiver().connections;
                for (Connection *each : all) {
                    if (gone.contains(each->id().value))
                        each->abort();
                }
            },
            [&] { done.release(); });
    });
    QVERIFY(done.tryAcquire(1, kIoPatienceMs));
    for (quint64 id = 1; id <= kCrowd; ++id)
        QVERIFY2(ids.contains(id) || gone.contains(id), qPrintable(QString::number(id)));
}

void TestIoThread::tellsHowConnectionsEnded()
{
    IoFixture io;
    Peer kicked = io.openPeer("/?ada");
    io.run([&] { io.receiver().connections.front()->close(protocol::CloseCode::Kicked, "too loud"); });
    QCOMPARE(kicked.closeCode(), 4003);
    kicked.vanish();
    QTRY_COMPARE(io.closed.list(0).size(), size_t{1});
    Peer polite = io.openPeer();
    polite.send(clientFrame(Opcode::Close, std::string("\x03\xe8", 2) + "bye"));
    QCOMPARE(polite.closeCode(), 1000);
    polite.vanish();
    QTRY_COMPARE(io.closed.list(0).size(), size_t{2});
    Peer rude = io.openPeer();
    rude.vanish();
    QTRY_COMPARE(io.closed.list(0).size(), size_t{3});

    const auto rows = io.closed.list(0);
    QCOMPARE(rows[0]->user, std::string("ada"));
    QCOMPARE(rows[0]->code, 4003);
    QVERIFY(!rows[0]->byClient);
    QCOMPARE(rows[0]->reason, std::string("too loud"));
    QCOMPARE(rows[1]->code, 1000);
    QVERIFY(rows[1]->byClient);
    QCOMPARE(rows[1]->reason, std::string("bye"));
    QVERIFY(rows[1]->user.empty());
    QCOMPARE(rows[2]->code, 1006);
    QVERIFY(rows[2]->byClient);
}

void TestIoThread::configReachesAll()
{
    IoFixture io;
    Peer before = io.openPeer();
    auto config = std::make_shared<Config>();
    config->limits.messageBytes = 10;
    io.run([&] { io.thread().setConfig(config); });
    QVERIFY(io.ask([&] { return io.receiver().seenConfig; }) == config);
    Peer after = io.openPeer();
    after.sendText("0123456789");
    QCOMPARE(after.text(), std::string("re:0123456789"));
    after.sendText("0123456789a");
    QCOMPARE(after.closeCode(), 1009);
    before.sendText("0123456789a"); // what it was told when it came still holds
    QCOMPARE(before.text(), std::string("re:0123456789a"));
}

void TestIoThread::stopWithOpenConnections()
{
    IoFixture io;
    std::vector<Peer> peers;
    for (int i = 0; i < 20; ++i)
        peers.push_back(io.openPeer(i % 2 ? "/?anna" : "/"));
    Peer half = io.connectPeer();
    half.send("GET / HTTP/1.1\r\n");
    peers.front().sendText("quiet, with an answer on its way");
    io.thread().stop();
    for (Peer &peer : peers)
        QVERIFY(peer.ended());
    QVERIFY(half.ended());
    QCOMPARE(io.gatekeeper.inside.load(), 0);
    QCOMPARE(io.total(Counter::ConnectionsClosed), quint64{20});
    io.thread().stop(); // again does nothing
}

void TestIoThread::stopBeforeTheThreadHasBegun()
{
    for (int round = 0; round < 20; ++round) {
        IoFixture io;
        io.thread().stop();
        QCOMPARE(io.gatekeeper.inside.load(), 0);
    }
}

// A worker that was slow, or the acceptor's last descriptor.
void TestIoThread::mailBehindTheStopIsHarmless()
{
    for (int round = 0; round < 20; ++round) {
        IoFixture io;
        QSemaphore held;
        io.thread().call([&held] { held.acquire(); });
        std::thread late([&] {
            for (int i = 0; i < 200; ++i) {
                io.thread().post(CompletionBatch{});
                io.thread().post(toEveryone("news"));
                std::this_thread::yield();
            }
            held.release();
        });
        io.thread().stop();
        late.join();
    }
}

QTEST_GUILESS_MAIN(TestIoThread)
#include "tst_iothread.moc"
