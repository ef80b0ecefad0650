#include "server/transport/outbox.h"

#include "server/transport/frameencoder.h"
#include "server/transport/stream.h"
#include "tests/support/seededrandom.h"

#include <QTest>

#include <array>
#include <map>
#include <optional>

#include <malloc.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace sluice::server;
using sluice::protocol::CloseCode;
using sluice::test::SeededRandom;

namespace {

/// Two connected sockets whose buffers are as small as the kernel makes them, so that most writes are partial.
class SocketPair
{
public:
    SocketPair()
    {
        // NOLINTNEXTLINE(cppcoreguidelines-prefer-member-initializer): it fills a member that comes after
        m_isValid = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, m_ends.data()) == 0;
        const int small = 1;
        ::setsockopt(m_ends[0], SOL_SOCKET, SO_SNDBUF, &small, sizeof small);
        m_writer.emplace(m_ends[0]);
    }
    ~SocketPair() { closeReader(); }
    SocketPair(const SocketPair &) = delete;
    SocketPair &operator=(const SocketPair &) = delete;

    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] Stream &writer() { return *m_writer; }
    /// Reads up to `most` bytes of what has arrived.
    [[nodiscard]] size_t read(std::string &received, size_t most = 1 << 20)
    {
        const size_t before = received.size();
        received.resize(before + most);
        const ssize_t got = ::recv(m_ends[1], received.data() + before, most, MSG_DONTWAIT);
        received.resize(before + static_cast<size_t>(std::max<ssize_t>(got, 0)));
        return received.size() - before;
    }
    void closeReader()
    {
        if (m_ends[1] >= 0)
            ::close(std::exchange(m_ends[1], -1));
    }

private:
    std::array<int, 2> m_ends{-1, -1};
    std::optional<Stream> m_writer; // has the first
    bool m_isValid = false;
};

std::string textFrame(const std::string &payload)
{
    std::string frame;
    appendTextFrame(frame, payload);
    return frame;
}

SharedFrames block(const std::vector<std::string> &payloads)
{
    std::string frames;
    for (const std::string &payload : payloads)
        appendTextFrame(frames, payload);
    return std::make_shared<const FrameBlock>(FrameBlock{std::move(frames)});
}

SharedFrames keyed(const std::string &key, const std::string &payload)
{
    return std::make_shared<const FrameBlock>(FrameBlock{textFrame(payload), key});
}

/// A payload that says what it is and can be told from every other: "r17.xxxx".
std::string payload(char lane, int number, size_t bytes)
{
    std::string text = lane + std::to_string(number) + '.';
    return text.size() < bytes ? text.append(bytes - text.size(), lane) : text;
}

/// The payloads of the frames that `bytes` consist of; a frame that is cut or out of step ends the list with "?".
std::vector<std::string> payloadsOf(std::string_view bytes)
{
    std::vector<std::string> payloads;
    while (!bytes.empty()) {
        const size_t size = frameSize(bytes);
        if (size == 0 || size > bytes.size()) {
            payloads.emplace_back("?");
            break;
        }
        const size_t header = size - 2 <= 125 ? 2 : size - 4 <= 0xffff ? 4 : 10;
        payloads.emplace_back(bytes.substr(header, size - header));
        bytes.remove_prefix(size);
    }
    return payloads;
}

size_t heapBytes()
{
    const auto info = ::mallinfo2();
    return info.uordblks + info.hblkhd;
}

/// Writes and reads until at most `bytes` wait.
void sendUntil(size_t bytes, Outbox &outbox, SocketPair &sockets, std::string &received)
{
    quint64 sent = 0;
    while (outbox.pendingBytes() > bytes && outbox.flush(sockets.writer(), sent) != Outbox::Progress::Failed)
        (void)sockets.read(received, 1000);
}

} // namespace

/// What reaches the peer, whatever part of it the socket takes at a time.
class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyOutboxHasNothingToDo();
    void lanesGoInTheirOrder();
    void controlOvertakesButNotInsideAFrame();
    void blocksOfSeveralFramesAreCutAtFrames();
    void moreBlocksThanOneCallTakes();
    void dropOldestKeepsTheBegunFrame();
    void dropOldestStopsAtItsBound();
    void dropOldestIsExactToTheFrame();
    void dropOldestUnkeyedKeepsTheKeyed();
    void aLaterPushReplacesThoseOfItsKey();
    void aBegunPushIsNotReplaced();
    void dropUnsentFinishesTheBegunFrame();
    void lastComesLast();
    void aGonePeerIsAFailure();
    void spentBlocksLeaveNoMemoryBehind();
    void littleOfASharedBlockDoesNotKeepIt();
    void aSmallSharedBlockStaysShared();
    void aLaneThatWasLongIsGivenBack();
    void theSentPartOfALargeFrameIsGivenBack();
    void randomOperations_data();
    void randomOperations();

private:
    // Flushes and reads until all has arrived.
    static std::string drain(Outbox &outbox, SocketPair &sockets, std::string received = {})
    {
        for (;;) {
            quint64 sent = 0;
            const auto progress = outbox.flush(sockets.writer(), sent);
            while (sockets.read(received) > 0) { }
            if (progress != Outbox::Progress::Blocked)
                return received;
        }
    }
    // Flushes until the socket is full. Gives how many bytes it took; 0: it took all.
    static quint64 fill(Outbox &outbox, SocketPair &sockets)
    {
        quint64 sent = 0;
        return outbox.flush(sockets.writer(), sent) == Outbox::Progress::Blocked ? sent : 0;
    }

    SpareBuffers m_spares;
};

void TestOutbox::anEmptyOutboxHasNothingToDo()
{
    SocketPair sockets;
    QVERIFY(sockets.isValid());
    Outbox outbox{m_spares};
    quint64 sent = 0;
    QVERIFY(outbox.isEmpty());
    QCOMPARE(outbox.flush(sockets.writer(), sent), Outbox::Progress::Done);
    QCOMPARE(sent, quint64{0});
    QCOMPARE(outbox.dropOldestEvents(0), size_t{0});
    outbox.dropUnsent();
    QVERIFY(outbox.isEmpty());
}

void TestOutbox::lanesGoInTheirOrder()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    outbox.addEvents(block({"e1", "e2"}));
    outbox.replies() += textFrame("r1");
    outbox.control() += textFrame("c1");
    outbox.replies() += textFrame("r2");
    const size_t expected = textFrame("xx").size() * 5;
    QCOMPARE(outbox.pendingBytes(), expected);
    quint64 sent = 0;
    QCOMPARE(outbox.flush(sockets.writer(), sent), Outbox::Progress::Done);
    QCOMPARE(sent, quint64{expected});
    QVERIFY(outbox.isEmpty());
    const std::vector<std::string> order{"c1", "r1", "r2", "e1", "e2"};
    QVERIFY(payloadsOf(drain(outbox, sockets)) == order);
}

void TestOutbox::controlOvertakesButNotInsideAFrame()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    const std::string large(300'000, 'r');
    outbox.replies() += textFrame(large);
    outbox.replies() += textFrame("r2");
    outbox.addEvents(block({"e1"}));
    QVERIFY(fill(outbox, sockets) > 0);
    outbox.control() += textFrame("c1");
    outbox.addEvents(block({"e2"}));
    const std::vector<std::string> order{large, "c1", "r2", "e1", "e2"};
    QVERIFY(payloadsOf(drain(outbox, sockets)) == order);
}

void TestOutbox::blocksOfSeveralFramesAreCutAtFrames()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    const std::string large(200'000, 'e');
    const SharedFrames shared = block({"e1", large, "e3", "e4"});
    const std::string before = shared->bytes;
    outbox.addEvents(shared);
    QVERIFY(fill(outbox, sockets) > 0); // within e2
    outbox.replies() += textFrame("r1");
    const std::vector<std::string> order{"e1", large, "r1", "e3", "e4"};
    QVERIFY(payloadsOf(drain(outbox, sockets)) == order);
    QVERIFY(shared->bytes == before); // others send the same bytes
}

void TestOutbox::moreBlocksThanOneCallTakes()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    std::vector<std::string> order;
    for (int i = 0; i < 1000; ++i) {
        order.push_back(payload('e', i, 100));
        outbox.addEvents(block({order.back()}));
    }
    QVERIFY(payloadsOf(drain(outbox, sockets)) == order);
}

void TestOutbox::dropOldestKeepsTheBegunFrame()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    const std::string large(200'000, 'a');
    outbox.addEvents(block({large, "a2"}));
    outbox.addEvents(block({"b1"}));
    const quint64 sent = fill(outbox, sockets);
    QVERIFY(sent > 0);
    QCOMPARE(outbox.dropOldestEvents(0), size_t{2});
    QCOMPARE(outbox.pendingBytes(), textFrame(large).size() - sent); // the rest of the begun frame
    outbox.addEvents(block({"c1"}));
    const std::vector<std::string> order{large, "c1"};
    QVERIFY(payloadsOf(drain(outbox, sockets)) == order);
}

void TestOutbox::dropOldestStopsAtItsBound()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    outbox.replies() += textFrame("r1");
    for (int i = 0; i < 10; ++i)
        outbox.addEvents(block({payload('e', i, 100)}));
    const size_t one = textFrame(payload('e', 0, 100)).size();
    const size_t reply = textFrame("r1").size();
    QCOMPARE(outbox.dropOldestEvents(reply + 4 * one), size_t{6}); // exactly the bound is within it
    QCOMPARE(outbox.pendingBytes(), reply + 4 * one);
    QCOMPARE(outbox.dropOldestEvents(reply + 4 * one - 1), size_t{1});
    const std::vector<std::string> order{"r1", payload('e', 7, 100), payload('e', 8, 100), payload('e', 9, 100)};
    QVERIFY(payloadsOf(drain(outbox, sockets)) == order);
}

void TestOutbox::dropOldestIsExactToTheFrame()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    outbox.addEvents(block({"a1", "a2", "a3"}));
    outbox.addEvents(block({"b1", "b2"}));
    const size_t one = textFrame("a1").size();
    QCOMPARE(outbox.dropOldestEvents(4 * one), size_t{1});
    QCOMPARE(outbox.pendingBytes(), 4 * one);
    QCOMPARE(outbox.dropOldestEvents(2 * one - 1), size_t{3});
    QVERIFY(payloadsOf(drain(outbox, sockets)) == std::vector<std::string>{"b2"});
}

void TestOutbox::dropOldestUnkeyedKeepsTheKeyed()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    const std::string large(200'000, 'a');
    outbox.addEvents(block({large, "a2"}));
    outbox.addEvents(keyed("k", "k1"));
    outbox.addEvents(block({"b1", "b2"}));
    outbox.addEvents(block({"c1"}));
    QVERIFY(fill(outbox, sockets) > 0);
    const size_t begun = outbox.pendingBytes() - 5 * textFrame("a2").size();
    QCOMPARE(outbox.dropOldestUnkeyed(begun + 2 * textFrame("k1").size()), size_t{3}); // a2, b1 and b2
    outbox.replies() += textFrame("r1");
    const std::vector<std::string> order{large, "r1", "k1", "c1"};
    QVERIFY(payloadsOf(drain(outbox, sockets)) == order);
    outbox.addEvents(keyed("k", "k2"));
    QCOMPARE(outbox.dropOldestUnkeyed(0), size_t{0});
    QVERIFY(payloadsOf(drain(outbox, sockets)) == std::vector<std::string>{"k2"});
}

void TestOutbox::aLaterPushReplacesThoseOfItsKey()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    outbox.addEvents(keyed("a", "a1"));
    outbox.addEvents(block({"e1", "e2"}));
    outbox.addEvents(keyed("b", "b1"));
    outbox.addEvents(keyed("a", "a2"));
    outbox.replies() += textFrame("r1");
    outbox.addEvents(keyed("a", "a3"));
    outbox.addEvents(keyed("c", "c1"));
    QCOMPARE(outbox.dropReplaced(), size_t{2});
    QCOMPARE(outbox.pendingBytes(), 6 * textFrame("a1").size());
    QCOMPARE(outbox.dropReplaced(), size_t{0});
    const std::vector<std::string> order{"r1", "e1", "e2", "b1", "a3", "c1"};
    QVERIFY(payloadsOf(drain(outbox, sockets)) == order);
}

void TestOutbox::aBegunPushIsNotReplaced()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    const std::string large(200'000, 'a');
    outbox.addEvents(keyed("a", large));
    outbox.addEvents(keyed("a", "a2"));
    QVERIFY(fill(outbox, sockets) > 0);
    outbox.addEvents(keyed("a", "a3"));
    QCOMPARE(outbox.dropReplaced(), size_t{1});
    const std::vector<std::string> order{large, "a3"};
    QVERIFY(payloadsOf(drain(outbox, sockets)) == order);
}

void TestOutbox::dropUnsentFinishesTheBegunFrame()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    const std::string large(200'000, 'r');
    outbox.replies() += textFrame(large) + textFrame("r2");
    outbox.addEvents(block({"e1"}));
    QVERIFY(fill(outbox, sockets) > 0);
    outbox.control() += textFrame("c1");
    outbox.dropUnsent();
    std::string close;
    appendClose(close, CloseCode::SlowConsumer, "reads too slowly");
    outbox.addLast(close);
    const auto received = payloadsOf(drain(outbox, sockets));
    QCOMPARE(received.size(), size_t{2});
    QVERIFY(received.front() == large);
    QVERIFY(received.back().ends_with("reads too slowly"));
}

void TestOutbox::lastComesLast()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    outbox.addEvents(block({"e1"}));
    outbox.replies() += textFrame("r1");
    outbox.addEvents(block({"e2"}));
    outbox.control() += textFrame("c1");
    outbox.addLast(textFrame("last"));
    const std::vector<std::string> order{"c1", "r1", "e1", "e2", "last"};
    QVERIFY(payloadsOf(drain(outbox, sockets)) == order);
}

void TestOutbox::aGonePeerIsAFailure()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    outbox.replies() += textFrame("r1");
    sockets.closeReader();
    quint64 sent = 0;
    QCOMPARE(outbox.flush(sockets.writer(), sent), Outbox::Progress::Failed);
    QCOMPARE(sent, quint64{0});
}

// A consumer that always lags a little never has an empty outbox.
void TestOutbox::spentBlocksLeaveNoMemoryBehind()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    const SharedFrames shared = block({std::string(1000, 'e')});
    std::string received;
    const auto lagOn = [&](int blocks) {
        for (int i = 0; i < blocks; ++i) {
            outbox.addEvents(shared);
            outbox.addEvents(shared);
            quint64 sent = 0;
            (void)outbox.flush(sockets.writer(), sent);
            received.clear();
            (void)sockets.read(received, 2 * shared->bytes.size());
            if (outbox.isEmpty())
                outbox.addEvents(shared);
        }
    };
    outbox.addEvents(block({std::string(300'000, 'e')}));
    lagOn(1000);
    const size_t before = heapBytes();
    lagOn(200'000);
    QVERIFY(!outbox.isEmpty());
    const size_t after = heapBytes();
    QVERIFY2(after < before + 1'000'000, qPrintable(QString::number(after - before)));
}

void TestOutbox::littleOfASharedBlockDoesNotKeepIt()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    std::vector<std::string> payloads;
    for (int i = 0; i < 40; ++i)
        payloads.push_back(payload('e', i, 10'000));
    SharedFrames shared = block(payloads);
    const std::weak_ptr<const FrameBlock> watched = shared;
    outbox.addEvents(std::exchange(shared, {}));
    std::string received;
    sendUntil(250'000, outbox, sockets, received);
    QVERIFY(!watched.expired()); // shared as long as most of it waits
    sendUntil(150'000, outbox, sockets, received);
    QVERIFY(watched.expired());
    received += drain(outbox, sockets);
    QVERIFY(payloadsOf(received) == payloads);
}

void TestOutbox::aSmallSharedBlockStaysShared()
{
    Outbox outbox{m_spares};
    SharedFrames shared = block({payload('e', 1, 15'000), "e2"});
    const std::weak_ptr<const FrameBlock> watched = shared;
    outbox.addEvents(std::exchange(shared, {}));
    QCOMPARE(outbox.dropOldestEvents(100), size_t{1});
    QVERIFY(!watched.expired());
    outbox.addEvents(block({payload('f', 1, 20'000), "f2"}));
    QCOMPARE(outbox.dropOldestEvents(10), size_t{2}); // what is dropped counts as what is sent
    QVERIFY(watched.expired());
    SocketPair sockets;
    QVERIFY(payloadsOf(drain(outbox, sockets)) == std::vector<std::string>{"f2"});
}

void TestOutbox::aLaneThatWasLongIsGivenBack()
{
    SocketPair sockets;
    Outbox outbox{m_spares};
    for (int i = 0; i < 1000; ++i)
        outbox.replies() += textFrame(payload('r', i, 1000));
    QVERIFY(outbox.replies().capacity() >= 1'000'000);
    std::string received;
    for (const size_t left : {size_t{500'000}, size_t{100'000}, size_t{20'000}, size_t{2'000}}) {
        sendUntil(left, outbox, sockets, received);
        QVERIFY(outbox.replies().capacity() <= 4 * left + 16 * 1024);
    }
    received += drain(outbox, sockets);
    QCOMPARE(payloadsOf(received).size(), size_t{1000});
}

void TestOutbox::theSentPartOfALargeFrameIsGivenBack()
{
    constexpr size_t kBytes = 8 << 20;
    SocketPair sockets;
    Outbox outbox{m_spares};
    std::string received;
    received.reserve(kBytes + 100'000);
    const auto inUse = [] {
        const struct mallinfo2 use = mallinfo2();
        return use.uordblks + use.hblkhd;
    };
    const size_t before = inUse();
    appendTextFrame(outbox.replies(), std::string(kBytes, 'r'));
    sendUntil(kBytes / 8, outbox, sockets, received);
    QVERIFY2(inUse() - before <= kBytes / 2, qPrintable(QString::number(inUse() - before)));
    received += drain(outbox, sockets);
    QCOMPARE(payloadsOf(received), std::vector<std::string>{std::string(kBytes, 'r')});
}

void TestOutbox::randomOperations_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

// Each lane arrives whole, in order and in whole frames, and pendingBytes() is exact after every step.
void TestOutbox::randomOperations()
{
    QFETCH(quint64, seed);
    SeededRandom random(seed);
    SocketPair sockets;
    Outbox outbox{m_spares};
    std::string received;
    size_t added = 0;
    quint64 sent = 0;
    std::map<char, std::vector<std::string>> expected;
    int number = 0;
    const auto next = [&](char lane) {
        const size_t bytes = random.below(8) == 0 ? random.below(70'000) : random.below(200);
        expected[lane].push_back(payload(lane, number++, bytes));
        added += textFrame(expected[lane].back()).size();
        return expected[lane].back();
    };
    for (int step = 0; step < 400; ++step) {
        switch (random.below(6)) {
        case 0: outbox.control() += textFrame(next('c')); break;
        case 1: outbox.replies() += textFrame(next('r')); break;
        case 2: {
            std::vector<std::string> payloads;
            for (quint64 count = random.below(5) + 1; count > 0; --count)
                payloads.push_back(next('e'));
            outbox.addEvents(block(payloads));
            break;
        }
        case 3: (void)sockets.read(received, random.below(20'000) + 1); break;
        default: QVERIFY(outbox.flush(sockets.writer(), sent) != Outbox::Progress::Failed); break;
        }
        QCOMPARE(outbox.pendingBytes(), added - sent);
        QCOMPARE(outbox.isEmpty(), added == sent);
    }
    received = drain(outbox, sockets, std::move(received));
    QVERIFY(outbox.isEmpty());
    QCOMPARE(received.size(), added);
    std::map<char, std::vector<std::string>> arrived;
    for (const std::string &text : payloadsOf(received))
        arrived[text.front()].push_back(text);
    QVERIFY(arrived == expected);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
