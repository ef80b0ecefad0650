#include "tests/unit/transport/iofixture.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace sluice;
using namespace sluice::server;
using sluice::test::clientFrame;
using sluice::test::FrameShape;
using sluice::test::IoFixture;
using sluice::test::Peer;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// One upgraded connection on a real socket: frames, deadlines, bounds and how it ends.
class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messageInReplyOut();
    void cutMessagesArriveWhole();
    void binaryIsRefused();
    void echoGivesEverythingBack();
    void pingIsAnswered();
    void pingsAtTheLimitAndOneBeyond();
    void unaskedPongsAtTheLimitAndOneBeyond();
    void pingsAndPongsCountTogether();
    void tinyFragmentsAtTheLimitAndOneBeyond();
    void fragmentsAtTheLimitAndOneBeyond();
    void messageAtTheLimitAndOneBeyond();
    void anEventOfItsOwnSizeRaisesTheLimit();
    void beforeLoginMessagesAreSmaller();
    void closeFromTheClient_data();
    void closeFromTheClient();
    void closeFromTheServer();
    void aClientThatDoesNotCloseIsCut();
    void whatIsOwedComesBeforeTheClose();
    void aVanishingPeerIsNoticed();
    void aSilentPeerIsPingedAndDropped();
    void aPeerThatAnswersStays();
    void noLoginInTime();
    void aLoginInTimeStays();
    void aDrippingMessageIsCut();
    void aBusyStreamIsNotOneLongMessage();
    void hardBoundAtOnce();
    void softBoundForItsTime();
    void withinTheSoftBoundAgainStays();
    void dropOldestKeepsTheSlow();
    void dropOldestAlsoAfterTheSoftTime();
    void repliesAreNeverDropped_data();
    void repliesAreNeverDropped();
    void latestPerKeyReplaces();
    void latestPerKeyDropsOnlyTheUnkeyed();
    void moreKeysThanTheHardBoundHolds();
    void nothingIsReplacedWithoutPressure();
    void unreadPongsMakeASlowConsumer();
    void whoDoesNotReadIsNotRead();
    void theWorstGoFirstWhenTheBudgetIsSpent();
    void theClosingAreCutForTheBudgetToo();
    void theBudgetHoldsWhileOneDeliveryIsForMany();
    void whoIsCutTwiceIsCountedOnce();
    void aBegunFrameOverTheHardBoundIsNotKeptForTheClose();
    void replacingEndsTheSoftTime();
    void whatIsReplacedNeedNotBeRead();
    void thePingLimitIsThatOfTheOpening();
    void theEndGivesTheBudgetBack();
};

namespace {

Config slowConsumerConfig(SlowConsumerPolicy policy)
{
    Config config;
    config.limits.slowConsumer = policy;
    return config;
}

} // namespace

void TestConnection::messageInReplyOut()
{
    IoFixture io;
    Peer peer = io.openPeer();
    QVERIFY(io.isUpgraded);
    for (const char *text : {"one", "", "\xc3\xa4\xe2\x82\xac"}) {
        peer.sendText(text);
        QCOMPARE(peer.text(), std::string("re:") + text);
    }
    QVERIFY(io.total(Counter::BytesReceived) > 0);
    QVERIFY(io.total(Counter::BytesSent) > 0);
    QCOMPARE(io.total(Counter::ConnectionsAccepted), quint64{1});
}

void TestConnection::cutMessagesArriveWhole()
{
    IoFixture io;
    Peer peer = io.openPeer();
    const std::string frame = clientFrame(Opcode::Text, "hello");
    for (size_t cut = 0; cut <= frame.size(); ++cut) {
        peer.send(frame.substr(0, cut));
        io.run([] {});
        peer.send(frame.substr(cut));
        QCOMPARE(peer.text(), std::string("re:hello"));
    }
    FrameShape first;
    first.final = false;
    peer.send(clientFrame(Opcode::Text, "in ", first) + clientFrame(Opcode::Ping, "p")
              + clientFrame(Opcode::Continuation, "parts"));
    QVERIFY(peer.frame()->opcode == Opcode::Pong);
    QCOMPARE(peer.text(), std::string("re:in parts"));
}

void TestConnection::binaryIsRefused()
{
    IoFixture io;
    Peer peer = io.openPeer();
    peer.send(clientFrame(Opcode::Binary, "bytes") + clientFrame(Opcode::Text, "too late"));
    QCOMPARE(peer.closeCode(), 1003);
    QVERIFY(io.receiver().messages.empty());
}

void TestConnection::echoGivesEverythingBack()
{
    IoFixture io;
    Peer peer = io.openPeer("/echo");
    QVERIFY(io.isUpgraded);
    const std::string large(100'000, 'x'); // over limits.message-bytes, which is not for the echo
    peer.send(clientFrame(Opcode::Text, "text") + clientFrame(Opcode::Binary, large));
    QCOMPARE(peer.text(), std::string("text"));
    const auto frame = peer.frame();
    QVERIFY(frame && frame->opcode == Opcode::Binary);
    QVERIFY(frame->payload == large);
}

void TestConnection::pingIsAnswered()
{
    IoFixture io;
    Peer peer = io.openPeer();
    peer.send(clientFrame(Opcode::Ping, "are you there"));
    const auto frame = peer.frame();
    QVERIFY(frame && frame->opcode == Opcode::Pong);
    QCOMPARE(frame->payload, std::string("are you there"));
}

void TestConnection::pingsAtTheLimitAndOneBeyond()
{
    Config config;
    config.limits.pingsPerSecond = 5;
    IoFixture io(config);
    Peer peer = io.openPeer();
    for (int second = 0; second < 2; ++second) {
        for (int ping = 0; ping < 5; ++ping)
            peer.send(clientFrame(Opcode::Ping, "p"));
        for (int pong = 0; pong < 5; ++pong)
            QVERIFY(peer.frame()->opcode == Opcode::Pong);
        io.advance(seconds(1));
    }
    for (int ping = 0; ping < 6; ++ping)
        peer.send(clientFrame(Opcode::Ping, "p"));
    QCOMPARE(peer.closeCode(), 1008);
    QCOMPARE(io.total(Counter::FloodsOfPings), quint64{1});
}

void TestConnection::unaskedPongsAtTheLimitAndOneBeyond()
{
    Config config;
    config.limits.pingsPerSecond = 5;
    IoFixture io(config);
    Peer peer = io.openPeer();
    const auto sendPongs = [&](int count) {
        for (int pong = 0; pong < count; ++pong)
            peer.send(clientFrame(Opcode::Pong, "p"));
    };
    sendPongs(5);
    peer.sendText("still here");
    QCOMPARE(peer.text(), std::string("re:still here"));
    io.advance(milliseconds(25'100));
    const auto ping = peer.frame();
    QVERIFY(ping && ping->opcode == Opcode::Ping);
    sendPongs(6); // the first is the answer
    peer.sendText("and here");
    QCOMPARE(peer.text(), std::string("re:and here"));
    sendPongs(1);
    QCOMPARE(peer.closeCode(), 1008);
    QCOMPARE(io.total(Counter::FloodsOfPongs), quint64{1});
}

void TestConnection::pingsAndPongsCountTogether()
{
    Config config;
    config.limits.pingsPerSecond = 5;
    IoFixture io(config);
    Peer peer = io.openPeer();
    for (int ping = 0; ping < 3; ++ping)
        peer.send(clientFrame(Opcode::Ping, "p") + clientFrame(Opcode::Pong, "p"));
    QCOMPARE(peer.closeCode(), 1008);
    QCOMPARE(io.total(Counter::FloodsOfPongs), quint64{1});
}

void TestConnection::tinyFragmentsAtTheLimitAndOneBeyond()
{
    Config config;
    config.limits.fragments = 8;
    IoFixture io(config);
    Peer peer = io.openPeer();
    FrameShape open;
    open.final = false;
    std::string sent;
    const auto sendCut = [&](size_t pieces, size_t pieceBytes) {
        const std::string piece(pieceBytes, 'x');
        std::string frames = clientFrame(Opcode::Text, piece, open);
        for (size_t i = 2; i < pieces; ++i)
            frames += clientFrame(Opcode::Continuation, piece, open);
        peer.send(frames + clientFrame(Opcode::Continuation, "."));
        sent = "re:" + std::string((pieces - 1) * pieceBytes, 'x') + '.';
    };
    for (int second = 0; second < 2; ++second) {
        sendCut(8, 15);
        QCOMPARE(peer.text(), sent);
        sendCut(8, 16);
        QCOMPARE(peer.text(), sent); // not tiny
        sendCut(2, 0);
        QCOMPARE(peer.text(), sent); // the eighth
        io.advance(seconds(1));
    }
    sendCut(8, 15);
    QCOMPARE(peer.text(), sent);
    sendCut(2, 0);
    QCOMPARE(peer.text(), sent);
    sendCut(2, 15);
    const auto frame = peer.frame();
    QVERIFY(frame && frame->opcode == Opcode::Close);
    QCOMPARE(frame->closeCode(), 1008);
    QCOMPARE(frame->payload.substr(2), std::string("too many tiny fragments"));
    QCOMPARE(io.total(Counter::FloodsOfTinyFragments), quint64{1});
}

void TestConnection::fragmentsAtTheLimitAndOneBeyond()
{
    Config config;
    config.limits.fragments = 3;
    IoFixture io(config);
    Peer peer = io.openPeer();
    FrameShape open;
    open.final = false;
    const std::string piece(20, 'x');
    const std::string two = clientFrame(Opcode::Text, piece, open) + clientFrame(Opcode::Continuation, piece, open);
    peer.send(two + clientFrame(Opcode::Continuation, piece));
    QCOMPARE(peer.text().size(), size_t{63});
    peer.send(two + clientFrame(Opcode::Continuation, piece, open) + clientFrame(Opcode::Continuation, piece));
    QCOMPARE(peer.closeCode(), 1008);
    QCOMPARE(io.total(Counter::FloodsOfFragments), quint64{1});
    QCOMPARE(io.total(Counter::ProtocolErrors), quint64{0});
}

void TestConnection::messageAtTheLimitAndOneBeyond()
{
    Config config;
    config.limits.messageBytes = 5000;
    IoFixture io(config);
    Peer peer = io.openPeer();
    peer.sendText(std::string(5000, 'x'));
    QCOMPARE(peer.text().size(), size_t{5003});
    peer.sendText(std::string(5001, 'x'));
    QCOMPARE(peer.closeCode(), 1009);
    QCOMPARE(io.total(Counter::ProtocolErrors), quint64{1});
}

void TestConnection::anEventOfItsOwnSizeRaisesTheLimit()
{
    constexpr size_t kBytes = test::RecordingReceiver::kImporterBytes;
    Config config;
    config.limits.messageBytes = 5000;
    IoFixture io(config);
    Peer importer = io.openPeer("/?importer");
    importer.sendText(std::string(kBytes, 'x'));
    QCOMPARE(importer.text().size(), kBytes + 3);
    importer.sendText(std::string(kBytes + 1, 'x'));
    QCOMPARE(importer.closeCode(), 1009);

    Peer other = io.openPeer("/?anna");
    io.run([&] {
        auto principal = std::make_shared<Principal>();
        principal->userId = "importer";
        principal->authenticated = true;
        io.receiver().connections.back()->apply(SessionChange{principal});
    });
    other.sendText(std::string(kBytes, 'x'));
    QCOMPARE(other.text().size(), kBytes + 3);
    Peer third = io.openPeer("/?anna");
    third.sendText(std::string(5001, 'x'));
    QCOMPARE(third.closeCode(), 1009);
}

void TestConnection::beforeLoginMessagesAreSmaller()
{
    IoFixture io;
    Peer peer = io.openPeer("/login");
    peer.sendText(std::string(4096, 'x'));
    QCOMPARE(peer.text().size(), size_t{4099});
    peer.sendText(std::string(4097, 'x'));
    QCOMPARE(peer.closeCode(), 1009);
}

void TestConnection::closeFromTheClient_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("answer");
    QTest::newRow("normal") << QByteArray::fromHex("03e8") << 1000;
    QTest::newRow("its own code") << QByteArray::fromHex("0fa0") << 4000;
    QTest::newRow("no code") << QByteArray() << 1005;
    QTest::newRow("a code that is not allowed") << QByteArray::fromHex("03ed") << 1002;
}

void TestConnection::closeFromTheClient()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, answer);
    IoFixture io;
    Peer peer = io.openPeer();
    peer.send(clientFrame(Opcode::Close, payload.toStdString()) + clientFrame(Opcode::Text, "too late"));
    QCOMPARE(peer.closeCode(), answer);
    QVERIFY(peer.ended());
    peer.vanish();
    QTRY_COMPARE(io.connections(), size_t{0});
    QCOMPARE(io.gatekeeper.inside.load(), 0);
    QVERIFY(io.receiver().messages.empty());
}

void TestConnection::closeFromTheServer()
{
    IoFixture io;
    Peer peer = io.openPeer();
    io.run([&] {
        io.receiver().connections.front()->close(protocol::CloseCode::ServiceRestart, "come back");
        io.receiver().connections.front()->deliver("after the close");
        io.receiver().connections.front()->close(protocol::CloseCode::Kicked, "twice");
    });
    const auto frame = peer.frame();
    QVERIFY(frame && frame->opcode == Opcode::Close);
    QCOMPARE(frame->closeCode(), 1012);
    QCOMPARE(frame->payload.substr(2), std::string("come back"));
    peer.send(clientFrame(Opcode::Text, "still talking") + clientFrame(Opcode::Close, frame->payload));
    QVERIFY(peer.ended());
    peer.vanish();
    QTRY_COMPARE(io.connections(), size_t{0});
    QVERIFY(io.receiver().messages.empty());
}

void TestConnection::aClientThatDoesNotCloseIsCut()
{
    IoFixture io;
    Peer peer = io.openPeer();
    io.run([&] { io.receiver().connections.front()->close(protocol::CloseCode::ServiceRestart, {}); });
    QCOMPARE(peer.closeCode(), 1012);
    io.advance(milliseconds(1900));
    QCOMPARE(io.connections(), size_t{1});
    io.advance(milliseconds(200));
    QTRY_COMPARE(io.connections(), size_t{0});
}

void TestConnection::whatIsOwedComesBeforeTheClose()
{
    IoFixture io;
    Peer peer = io.openPeer();
    const std::string large(200'000, 'r'); // more than the socket takes at once
    io.run([&] {
        Connection &connection = *io.receiver().connections.front();
        connection.deliver(large);
        connection.close(protocol::CloseCode::ServiceRestart, {});
    });
    QVERIFY(peer.text() == large);
    QCOMPARE(peer.closeCode(), 1012);
}

void TestConnection::aVanishingPeerIsNoticed()
{
    IoFixture io;
    Peer peer = io.openPeer("/?anna");
    Peer other = io.openPeer();
    QCOMPARE(io.connections(), size_t{2});
    peer.vanish();
    QTRY_COMPARE(io.connections(), size_t{1});
    QTRY_COMPARE(io.gatekeeper.inside.load(), 1);
    QCOMPARE(io.total(Counter::ConnectionsClosed), quint64{1});
    other.sendText("here");
    QCOMPARE(other.text(), std::string("re:here"));
}

void TestConnection::aSilentPeerIsPingedAndDropped()
{
    IoFixture io;
    Peer peer = io.openPeer();
    io.advance(seconds(25));
    const auto ping = peer.frame();
    QVERIFY(ping && ping->opcode == Opcode::Ping);
    io.advance(seconds(9));
    QCOMPARE(io.connections(), size_t{1});
    io.advance(milliseconds(1100));
    QTRY_COMPARE(io.connections(), size_t{0});
    QVERIFY(peer.ended()); // nobody would read a close frame
}

void TestConnection::aPeerThatAnswersStays()
{
    IoFixture io;
    Peer peer = io.openPeer();
    for (int round = 0; round < 5; ++round) {
        io.advance(milliseconds(25'100));
        const auto ping = peer.frame();
        QVERIFY(ping && ping->opcode == Opcode::Ping);
        io.advance(seconds(5));
        peer.send(clientFrame(Opcode::Pong, ping->payload));
        peer.sendText("round");
        QCOMPARE(peer.text(), std::string("re:round"));
    }
    QCOMPARE(io.connections(), size_t{1});
}

void TestConnection::noLoginInTime()
{
    IoFixture io;
    Peer late = io.openPeer("/login");
    Peer anonymous = io.openPeer("/");
    io.advance(milliseconds(4800));
    late.sendText("still here"); // talking is not logging in
    QCOMPARE(late.text(), std::string("re:still here"));
    io.advance(milliseconds(300));
    QCOMPARE(late.closeCode(), 4001);
    anonymous.sendText("me too");
    QCOMPARE(anonymous.text(), std::string("re:me too"));
}

void TestConnection::aLoginInTimeStays()
{
    IoFixture io;
    Peer peer = io.openPeer("/login");
    io.run([&] {
        auto principal = std::make_shared<Principal>();
        principal->userId = "anna";
        principal->authenticated = true;
        io.receiver().connections.front()->apply(SessionChange{principal});
    });
    io.advance(seconds(10));
    peer.sendText(std::string(5000, 'x')); // and the small limit is gone
    QCOMPARE(peer.text().size(), size_t{5003});
}

void TestConnection::aDrippingMessageIsCut()
{
    IoFixture io;
    Peer peer = io.openPeer();
    const std::string frame = clientFrame(Opcode::Text, std::string(100, 'x'));
    for (size_t i = 0; i < 9; ++i) {
        const quint64 before = io.total(Counter::BytesReceived);
        peer.send(frame.substr(i, 1));
        QTRY_COMPARE(io.total(Counter::BytesReceived), before + 1);
        io.advance(seconds(1));
    }
    QCOMPARE(io.connections(), size_t{1});
    io.advance(milliseconds(1200));
    QCOMPARE(peer.closeCode(), 1008);
}

// Each piece ends one message and begins the next, so that there is always one in progress.
void TestConnection::aBusyStreamIsNotOneLongMessage()
{
    IoFixture io;
    Peer peer = io.openPeer();
    const std::string frame = clientFrame(Opcode::Text, "hello");
    peer.send(frame.substr(0, 3));
    QTRY_COMPARE(io.total(Counter::BytesReceived), quint64{3});
    for (int i = 0; i < 12; ++i) {
        io.advance(seconds(1));
        peer.send(frame.substr(3) + frame.substr(0, 3));
        QCOMPARE(peer.text(), std::string("re:hello"));
    }
}

void TestConnection::hardBoundAtOnce()
{
    IoFixture io;
    Peer slow = io.openPeer();
    io.pushToAll(3000);
    QTRY_COMPARE(io.total(Counter::SlowConsumersClosed), quint64{1});
    QVERIFY(io.connections() == 0 || io.pendingBytes() < 2000); // what nobody reads is given up at once
    QCOMPARE(slow.closeCode(), 4008);
    QVERIFY(slow.ended());
}

void TestConnection::softBoundForItsTime()
{
    IoFixture io;
    Peer slow = io.openPeer();
    io.pushToAll(800);
    io.run([] {});
    QVERIFY(io.pendingBytes() > 256 * 1024);
    io.advance(milliseconds(9900));
    QCOMPARE(io.total(Counter::SlowConsumersClosed), quint64{0});
    io.advance(milliseconds(300));
    QTRY_COMPARE(io.total(Counter::SlowConsumersClosed), quint64{1});
    QCOMPARE(slow.closeCode(), 4008);
}

void TestConnection::withinTheSoftBoundAgainStays()
{
    IoFixture io;
    Peer peer = io.openPeer();
    io.pushToAll(800);
    io.advance(seconds(9));
    for (int i = 0; i < 800; ++i)
        QCOMPARE(peer.text().size(), size_t{1000});
    io.advance(seconds(5));
    io.pushToAll(800); // over it again, with a time of its own
    io.advance(seconds(9));
    for (int i = 0; i < 800; ++i)
        QCOMPARE(peer.text().size(), size_t{1000});
    QCOMPARE(io.total(Counter::SlowConsumersClosed), quint64{0});
    QCOMPARE(io.connections(), size_t{1});
}

void TestConnection::dropOldestKeepsTheSlow()
{
    Config config;
    config.limits.slowConsumer = SlowConsumerPolicy::DropOldest;
    IoFixture io(config);
    Peer slow = io.openPeer();
    io.pushToAll(3000);
    io.run([] {});
    QVERIFY(io.pendingBytes() <= 1024 * 1024);
    const quint64 dropped = io.total(Counter::SlowConsumerPushesDropped);
    QVERIFY(dropped > 1000);
    for (quint64 i = 0; i < 3000 - dropped; ++i)
        QCOMPARE(slow.text().size(), size_t{1000});
    slow.sendText("done");
    QCOMPARE(slow.text(), std::string("re:done"));
    QCOMPARE(io.total(Counter::SlowConsumersClosed), quint64{0});
}

void TestConnection::dropOldestAlsoAfterTheSoftTime()
{
    IoFixture io(slowConsumerConfig(SlowConsumerPolicy::DropOldest));
    Peer slow = io.openPeer();
    io.pushToAll(1000);
    io.advance(milliseconds(9900));
    QCOMPARE(io.total(Counter::SlowConsumerPushesDropped), quint64{0});
    const size_t before = io.pendingBytes();
    QVERIFY(before > 300 * 1024); // the kernel has the rest
    io.advance(milliseconds(300));
    QVERIFY(io.total(Counter::SlowConsumerPushesDropped) >= (before - 256 * 1024) / 1004);
    QVERIFY(io.pendingBytes() <= 256 * 1024);
    QVERIFY(io.pendingBytes() > 254 * 1024); // and no more than had to
    QCOMPARE(io.connections(), size_t{1});
    QCOMPARE(io.total(Counter::SlowConsumersClosed), quint64{0});
}

void TestConnection::repliesAreNeverDropped_data()
{
    QTest::addColumn<int>("policy");
    QTest::newRow("disconnect") << static_cast<int>(SlowConsumerPolicy::Disconnect);
    QTest::newRow("drop-oldest") << static_cast<int>(SlowConsumerPolicy::DropOldest);
    QTest::newRow("latest-per-key") << static_cast<int>(SlowConsumerPolicy::LatestPerKey);
}

void TestConnection::repliesAreNeverDropped()
{
    QFETCH(int, policy);
    IoFixture io(slowConsumerConfig(static_cast<SlowConsumerPolicy>(policy)));
    Peer slow = io.openPeer();
    io.run([&] {
        Connection &connection = *io.receiver().connections.front();
        for (int reply = 0; reply < 2000 && connection.isOpen(); ++reply)
            connection.deliver(std::string(1000, 'r'));
    });
    QCOMPARE(io.total(Counter::SlowConsumersClosed), quint64{1});
    QCOMPARE(io.total(Counter::SlowConsumerPushesDropped), quint64{0});
    QCOMPARE(slow.closeCode(), 4008);
}

void TestConnection::latestPerKeyReplaces()
{
    constexpr int kKeys = 10;
    constexpr int kRounds = 400;
    IoFixture io(slowConsumerConfig(SlowConsumerPolicy::LatestPerKey));
    Peer slow = io.openPeer();
    for (int round = 0; round < kRounds; ++round) {
        for (int key = 0; key < kKeys; ++key) {
            const std::string name = std::to_string(key);
            io.push(test::textBlock(name + ':' + std::to_string(round) + std::string(1000, ' '), name));
        }
    }
    io.run([] {});
    // It was over its soft bound for all that time, and never by more than the step of looking.
    QVERIFY(io.pendingBytes() <= 256 * 1024 + 32 * 1024 + 2000);
    const quint64 replaced = io.total(Counter::SlowConsumerPushesReplaced);
    QVERIFY(replaced > kKeys * kRounds - 450);
    std::map<std::string, std::string> latest;
    for (quint64 i = 0; i < kKeys * kRounds - replaced; ++i) {
        const std::string text = slow.text();
        latest[text.substr(0, 1)] = text.substr(2, text.find(' ') - 2);
    }
    QVERIFY(slow.isQuiet());
    QCOMPARE(latest.size(), size_t{kKeys});
    for (const auto &[key, round] : latest)
        QCOMPARE(round, std::to_string(kRounds - 1));
    QCOMPARE(io.total(Counter::SlowConsumerPushesDropped), quint64{0});
}

void TestConnection::latestPerKeyDropsOnlyTheUnkeyed()
{
    IoFixture io(slowConsumerConfig(SlowConsumerPolicy::LatestPerKey));
    Peer slow = io.openPeer();
    io.pushToAll(200);
    io.push(test::textBlock("keyed", "k"));
    io.pushToAll(2000);
    io.run([] {});
    QVERIFY(io.pendingBytes() <= 1024 * 1024);
    const quint64 dropped = io.total(Counter::SlowConsumerPushesDropped);
    QVERIFY(dropped > 1000);
    bool isKeyedThere = false;
    for (quint64 i = 0; i < 2201 - dropped; ++i)
        isKeyedThere = slow.text() == "keyed" || isKeyedThere;
    QVERIFY(isKeyedThere);
    QVERIFY(slow.isQuiet());
    QCOMPARE(io.total(Counter::SlowConsumerPushesReplaced), quint64{0});
    QCOMPARE(io.total(Counter::SlowConsumersClosed), quint64{0});
}

// The latest of a key is kept for as long as the connection is: rather none than some of them silently.
void TestConnection::moreKeysThanTheHardBoundHolds()
{
    IoFixture io(slowConsumerConfig(SlowConsumerPolicy::LatestPerKey));
    Peer slow = io.openPeer();
    for (int key = 0; key < 1500; ++key)
        io.push(test::textBlock(std::string(1000, 'k'), std::to_string(key)));
    QTRY_COMPARE(io.total(Counter::SlowConsumersClosed), quint64{1});
    QCOMPARE(slow.closeCode(), 4008);
}

void TestConnection::nothingIsReplacedWithoutPressure()
{
    IoFixture io(slowConsumerConfig(SlowConsumerPolicy::LatestPerKey));
    Peer peer = io.openPeer();
    for (int i = 0; i < 200; ++i)
        io.push(test::textBlock(std::string(1000, 'k'), "same"));
    for (int i = 0; i < 200; ++i)
        QCOMPARE(peer.text().size(), size_t{1000});
    QCOMPARE(io.total(Counter::SlowConsumerPushesReplaced), quint64{0});
}

void TestConnection::unreadPongsMakeASlowConsumer()
{
    Config config;
    config.limits.pingsPerSecond = 10'000;
    config.limits.outboundSoftBytes = 4096;
    IoFixture io(config);
    Peer peer = io.openPeer();
    std::string pings;
    for (int i = 0; i < 2000; ++i)
        pings += clientFrame(Opcode::Ping, std::string(125, 'p'));
    peer.send(pings);
    QTRY_VERIFY(io.total(Counter::ReadingPausedForOutput) > 0);
    QVERIFY(io.pendingBytes() < 4096 + 200);
    io.advance(milliseconds(10'200));
    QTRY_COMPARE(io.total(Counter::SlowConsumersClosed), quint64{1});
    QCOMPARE(peer.closeCode(), 4008);
}

void TestConnection::whoDoesNotReadIsNotRead()
{
    constexpr int kMessages = 200; // what is not read fits the buffers of both sockets
    Config config;
    config.limits.outboundSoftBytes = 16 * 1024;
    IoFixture io(config);
    Peer peer = io.openPeer();
    for (int i = 0; i < kMessages; ++i)
        peer.sendText(std::to_string(i) + std::string(1000, ' '));
    QTRY_VERIFY(io.total(Counter::ReadingPausedForOutput) > 0);
    const auto read = [&] { return io.ask([&] { return io.receiver().messages.size(); }); };
    const size_t before = read();
    QVERIFY(before < kMessages);
    QVERIFY(io.pendingBytes() < 16 * 1024 + 1100);
    io.advance(seconds(9)); // neither pinged nor cut meanwhile
    QCOMPARE(read(), before);
    for (int i = 0; i < kMessages; ++i) {
        const std::string text = peer.text();
        QCOMPARE(text.substr(0, text.find(' ')), "re:" + std::to_string(i));
    }
    QCOMPARE(io.connections(), size_t{1});
}

void TestConnection::theWorstGoFirstWhenTheBudgetIsSpent()
{
    Config config;
    config.limits.outboundTotalBytes = 1'400'000;
    IoFixture io(config);
    Peer little = io.openPeer("/?little");
    Peer worst = io.openPeer("/?worst");
    Peer much = io.openPeer("/?much");
    const auto push = [&](const std::string &user, int kilobytes) {
        for (; kilobytes > 0; --kilobytes)
            io.push(test::textBlock(std::string(1000, 'p'), {}), user);
        io.run([] {});
    };
    // Whatever the kernel takes, up to 200 KB of each: the first fit, all of it does not, and who has most has most.
    push("worst", 1000);
    push("much", 300);
    push("little", 50);
    QCOMPARE(io.total(Counter::SlowConsumersCutForBudget), quint64{0});
    push("little", 700);
    QTRY_COMPARE(io.total(Counter::SlowConsumersCutForBudget), quint64{1});
    QTRY_VERIFY(io.outbound.totalBytes() < 1'400'000);
    QCOMPARE(worst.closeCode(), 4008);
    for (int i = 0; i < 300; ++i)
        QCOMPARE(much.text().size(), size_t{1000});
    for (int i = 0; i < 750; ++i)
        QCOMPARE(little.text().size(), size_t{1000});
}

// Who closes is owed all that waits, and need not take it before limits.close-ms.
void TestConnection::theClosingAreCutForTheBudgetToo()
{
    Config config;
    config.limits.outboundTotalBytes = 1'400'000;
    config.limits.close = milliseconds(60'000);
    IoFixture io(config);
    Peer closing = io.openPeer("/?closing");
    Peer open = io.openPeer("/?open");
    const auto push = [&](const std::string &user, int kilobytes) {
        for (; kilobytes > 0; --kilobytes)
            io.push(test::textBlock(std::string(1000, 'p')), user);
        io.run([] {});
    };
    push("closing", 1000);
    io.run([&] { io.receiver().connections.front()->close(protocol::CloseCode::ServiceRestart, {}); });
    QCOMPARE(io.connections(), size_t{2});
    push("open", 900);
    QTRY_COMPARE(io.connections(), size_t{1});
    QCOMPARE(io.total(Counter::SlowConsumersCutForBudget), quint64{1});
    QVERIFY(io.outbound.totalBytes() < 1'400'000);
    for (int i = 0; i < 900; ++i)
        QCOMPARE(open.text().size(), size_t{1000});
}

// Fifty times as much as all may have, in one turn: not even while it is put into the outboxes are they over it.
void TestConnection::theBudgetHoldsWhileOneDeliveryIsForMany()
{
    constexpr quint64 kBudget = 1'400'000;
    constexpr quint64 kBlockBytes = 50'000;
    constexpr int kPeers = 60;
    Config config;
    config.limits.outboundTotalBytes = kBudget;
    config.limits.outboundHardBytes = 8 << 20;
    IoFixture io(config);
    std::vector<Peer> peers;
    for (int i = 0; i < kPeers; ++i)
        peers.push_back(io.openPeer());
    std::atomic<bool> done{false};
    std::atomic<quint64> most{0};
    std::thread watcher([&] {
        while (!done)
            most = std::max<quint64>(most, io.outbound.totalBytes());
    });
    io.run([&] { // so that all of it is in the mailbox before the first of it is taken out
        for (int i = 0; i < 30; ++i)
            io.push(test::textBlock(std::string(kBlockBytes, 'p')));
    });
    QTRY_VERIFY(io.total(Counter::SlowConsumersCutForBudget) > 0);
    io.run([] {});
    done = true;
    watcher.join();
    QVERIFY2(most <= kBudget + kBlockBytes, QByteArray::number(most));
    QVERIFY2(most > kBudget / 2, QByteArray::number(most));
}

// What is kept of it for the close frame's sake may still be too much.
void TestConnection::whoIsCutTwiceIsCountedOnce()
{
    Config config;
    config.limits.outboundTotalBytes = 1000;
    config.limits.outboundHardBytes = 8 << 20;
    IoFixture io(config);
    Peer slow = io.openPeer();
    for (int i = 0; i < 40; ++i)
        io.push(test::textBlock(std::string(60'000, 'p')));
    QTRY_VERIFY(io.total(Counter::SlowConsumersCutForBudget) > 0);
    QTRY_VERIFY(io.outbound.totalBytes() <= 1000);
    QCOMPARE(io.total(Counter::SlowConsumersCutForBudget), quint64{1});
}

void TestConnection::aBegunFrameOverTheHardBoundIsNotKeptForTheClose()
{
    Config config;
    config.limits.close = milliseconds(60'000);
    IoFixture io(config);
    Peer peer = io.openPeer("/echo");
    peer.send(clientFrame(Opcode::Binary, std::string(4 << 20, 'x')));
    QTRY_VERIFY(io.outbound.totalBytes() > 2 << 20);
    io.advance(milliseconds(10'200));
    QTRY_COMPARE(io.connections(), size_t{0});
    QCOMPARE(io.total(Counter::SlowConsumersClosed), quint64{1});
    QCOMPARE(io.outbound.totalBytes(), quint64{0});
}

void TestConnection::replacingEndsTheSoftTime()
{
    IoFixture io(slowConsumerConfig(SlowConsumerPolicy::LatestPerKey));
    Peer slow = io.openPeer();
    const auto push = [&](int count, const std::string &key) {
        for (; count > 0; --count)
            io.push(test::textBlock(std::string(1000, 'k'), key));
        io.run([] {});
    };
    // The kernel takes some of them; replaceable ones bring it over its soft bound, where they go.
    while (io.pendingBytes() < 200'000)
        push(1, {});
    push(100, "same");
    QVERIFY(io.total(Counter::SlowConsumerPushesReplaced) > 0);
    QVERIFY(io.pendingBytes() < 256 * 1024);
    io.advance(seconds(9));
    // Over it again, by what nothing replaces: that has ten seconds of its own.
    while (io.pendingBytes() < 300 * 1024)
        push(1, {});
    io.advance(seconds(2));
    QCOMPARE(io.total(Counter::SlowConsumerPushesDropped), quint64{0});
    io.advance(seconds(9));
    QVERIFY(io.total(Counter::SlowConsumerPushesDropped) > 0);
    QCOMPARE(io.connections(), size_t{1});
}

// Over its soft bound, but by less than it takes to look for replaced pushes at each push.
void TestConnection::whatIsReplacedNeedNotBeRead()
{
    IoFixture io(slowConsumerConfig(SlowConsumerPolicy::LatestPerKey));
    Peer slow = io.openPeer();
    int keys = 0;
    while (io.pendingBytes() <= 257 * 1024) // nothing to replace: the next look is when there is an eighth more
        io.push(test::textBlock(std::string(1000, 'k'), std::to_string(keys++)));
    for (int key = keys - 20; key < keys; ++key)
        io.push(test::textBlock(std::string(1000, 'k'), std::to_string(key)));
    io.run([] {});
    QVERIFY(io.pendingBytes() > 270 * 1024);
    io.advance(milliseconds(10'200));
    QCOMPARE(io.total(Counter::SlowConsumerPushesReplaced), quint64{20});
    QCOMPARE(io.total(Counter::SlowConsumersClosed), quint64{1}); // what is left is still too much
}

void TestConnection::thePingLimitIsThatOfTheOpening()
{
    Config before;
    before.limits.pingsPerSecond = 5;
    IoFixture io(before);
    Peer old = io.openPeer();
    auto after = std::make_shared<Config>();
    after->limits.pingsPerSecond = 2;
    io.run([&] { io.thread().setConfig(after); });
    Peer late = io.openPeer();
    for (Peer *peer : {&old, &late}) {
        for (int ping = 0; ping < 3; ++ping)
            peer->send(clientFrame(Opcode::Ping, "p"));
    }
    old.sendText("still here");
    for (int pong = 0; pong < 3; ++pong)
        QVERIFY(old.frame()->opcode == Opcode::Pong);
    QCOMPARE(old.text(), std::string("re:still here"));
    QCOMPARE(late.closeCode(), 1008);
}

void TestConnection::theEndGivesTheBudgetBack()
{
    IoFixture io;
    {
        Peer first = io.openPeer();
        Peer second = io.openPeer();
        io.pushToAll(200);
        io.run([] {});
        QTRY_VERIFY(io.outbound.totalBytes() > 2 * 100'000);
        QCOMPARE(io.outbound.totalBytes(), quint64{io.ask([&] {
                     return io.receiver().connections[0]->pendingBytes() + io.receiver().connections[1]->pendingBytes();
                 })});
    }
    QTRY_COMPARE(io.connections(), size_t{0});
    QTRY_COMPARE(io.outbound.totalBytes(), quint64{0});
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
