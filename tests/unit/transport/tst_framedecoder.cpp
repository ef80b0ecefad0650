#include "server/transport/framedecoder.h"
#include "server/transport/utf8validator.h"
#include "tests/support/clientframes.h"
#include "tests/support/framerecorder.h"

#include <QTest>

#include <random>

using namespace sluice::server;
using namespace sluice::test;
using namespace std::string_literals;

/// The server's side of RFC 6455: what is told for which bytes, and that cuts do not change it.
class TestFrameDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void refuses_data();
    void refuses();
    void closes_data();
    void closes();
    void textValidity_data();
    void textValidity();
    void failsAtTheFirstImpossibleByte();
    void refusesTooBigFromTheHeader();
    void limitsMayChangeBetweenCalls();
    void wholeMessageIsAViewIntoTheBuffer();
    void pauseLeavesTheRestUntouched();
    void nothingIsToldAfterTheEnd();
    void tellsWhetherSomethingIsInProgress();
    void idleDecoderIsSmall();
    void everyCutGivesTheSameEvents();
    void randomCutsAndPausesGiveTheSameEvents();
    void randomBytesCutAnywhereGiveTheSameEvents();
};

namespace {

#ifdef NDEBUG
constexpr size_t kCutMessages = 1'000'000;
#else
constexpr size_t kCutMessages = 100'000;
#endif

constexpr FrameLimits kLimits{65536, 1024};
constexpr FrameShape kFragment{.final = false};

constexpr auto kContinuation = Opcode::Continuation;
constexpr auto kText = Opcode::Text;
constexpr auto kBinary = Opcode::Binary;
constexpr auto kClose = Opcode::Close;
constexpr auto kPing = Opcode::Ping;
constexpr auto kPong = Opcode::Pong;

std::string logOf(std::string bytes, const FrameLimits &limits = kLimits)
{
    FrameDecoder decoder;
    FrameRecorder recorder;
    const size_t taken = decoder.decode(bytes, limits, recorder);
    return taken == bytes.size() ? recorder.log() : "bytes left over";
}

std::string bytewise(const std::string &bytes, const FrameLimits &limits = kLimits)
{
    FrameDecoder decoder;
    FrameRecorder recorder;
    feedInPieces(decoder, bytes, limits, recorder, [] { return size_t{1}; });
    return recorder.log();
}

/// What a decoder tells for bytes, and how it is left.
struct Telling {
    std::string log;
    size_t events = 0;
    bool isFinished = false;
    bool isInProgress = false;

    bool operator==(const Telling &) const = default;
};

Telling telling(
    const std::string &bytes, const std::function<size_t()> &nextPiece,
    const std::function<bool()> &pauses = [] { return false; }, const FrameLimits &limits = kLimits)
{
    FrameDecoder decoder;
    FrameRecorder recorder;
    recorder.pauses = pauses;
    feedInPieces(decoder, bytes, limits, recorder, nextPiece);
    return {recorder.log(), recorder.events(), decoder.isFinished(), decoder.isInProgress()};
}

QByteArray q(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

std::string closePayload(int code, const std::string &reason = {})
{
    return std::string{static_cast<char>(code >> 8), static_cast<char>(code)} + reason;
}

/// A session of a client: mostly good messages of all kinds, cut into fragments here and there, at times a bad frame.
class RandomClient
{
public:
    explicit RandomClient(quint32 seed)
        : m_random(seed)
    {
    }

    size_t below(size_t end) { return std::uniform_int_distribution<size_t>(0, end - 1)(m_random); }

    std::string session(size_t messages)
    {
        std::string bytes;
        for (size_t i = 0; i < messages; ++i)
            bytes += message();
        return below(4) == 0 ? bytes + bad() : bytes;
    }

private:
    std::string text(size_t size)
    {
        static const std::vector<std::string> characters{"a", "{", "\"",   "0",      "é",
                                                         "€", "𝄞", "\x7f", "\uffff", "\ue000"};
        std::string result;
        while (result.size() < size)
            result += characters[below(characters.size())];
        return result;
    }

    FrameShape shape(bool final = true)
    {
        FrameShape result;
        result.final = final;
        for (char &byte : result.mask)
            byte = static_cast<char>(below(256));
        return result;
    }

    std::string control() { return clientFrame(below(2) == 0 ? kPing : kPong, std::string(below(126), 'p'), shape()); }

    std::string octets(size_t size)
    {
        std::string result(size, '\0');
        std::generate(result.begin(), result.end(), [this] { return static_cast<char>(below(256)); });
        return result;
    }

    // The lengths around those at which the header changes its form, the longest message among them; those seldom,
    // because they take as long as a hundred others.
    size_t size()
    {
        static const std::vector<size_t> common{1, 8, 20, 60, 125, 126, 200, 700};
        static const std::vector<size_t> longest{65535, 65536};
        return below(1000) == 0 ? longest[below(longest.size())] : below(common[below(common.size())] + 1);
    }

    std::string payloadFor(Opcode opcode)
    {
        const size_t bytes = size();
        return opcode == kBinary ? octets(bytes) : bytes > 1000 ? std::string(bytes, 'l') : text(bytes);
    }

    std::string message()
    {
        const Opcode opcode = below(3) == 0 ? kBinary : kText;
        if (below(8) == 0)
            return control();
        const std::string payload = payloadFor(opcode);
        if (below(4) != 0)
            return clientFrame(opcode, payload, shape());
        std::string bytes;
        std::string_view rest = payload;
        for (bool first = true; !rest.empty() || first; first = false) {
            const size_t size = rest.empty() ? 0 : below(rest.size() + 1);
            bytes += clientFrame(first ? opcode : kContinuation, rest.substr(0, size), shape(false));
            rest.remove_prefix(size);
            if (below(3) == 0)
                bytes += control();
        }
        return bytes + clientFrame(kContinuation, {}, shape());
    }

    // What ends a connection, each kind of it; whatever follows must not be told.
    std::string bad()
    {
        switch (below(16)) {
        case 0: return clientFrame(kText, "\xED\xA0\x80 rest", shape());
        case 1: return clientFrame(3, "x", shape());
        case 2: return clientFrame(kText, "x", {.masked = false});
        case 3: return clientFrame(kText, std::string(65537, 'x'), shape());
        case 4: return clientFrame(kClose, closePayload(1000, "bye"), shape()) + message();
        case 5: return clientFrame(kText, "x\xC3", shape());
        case 6: return clientFrame(kBinary, "x", {.reserved = static_cast<quint8>(1 + below(7))});
        case 7: return clientFrame(kPing, "x", shape(false));
        case 8: return clientFrame(kPong, std::string(126, 'x'), shape());
        case 9: return clientFrame(kBinary, "short", {.lengthBytes = below(2) == 0 ? 2 : 8});
        case 10: return clientFrame(kBinary, "x", {.declaredLength = qint64(1) << 62});
        case 11: return clientFrame(kText, "a", shape(false)) + clientFrame(kText, "b", shape());
        case 12: return clientFrame(kText, "\xE2\x82", shape(false)) + clientFrame(kContinuation, "x", shape());
        case 13: return clientFrame(kClose, closePayload(1005), shape());
        case 14: return clientFrame(kClose, below(2) == 0 ? "x" : closePayload(1000, "\xff"), shape());
        default: return clientFrame(kContinuation, "x", shape());
        }
    }

    std::mt19937 m_random;
};

} // namespace

void TestFrameDecoder::tells_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("log");
    const auto row = [](const char *name, const std::string &bytes, const std::string &log) {
        QTest::newRow(name) << q(bytes) << q(log);
    };
    for (const size_t size : {0u, 1u, 7u, 8u, 9u, 125u, 126u, 127u, 128u, 65535u, 65536u}) {
        const std::string payload(size, '*');
        const std::string name = std::to_string(size) + " bytes";
        row(("text of " + name).c_str(), clientFrame(kText, payload), "text " + payload + "\n");
        const std::string binary(size, '\xfe');
        row(("binary of " + name).c_str(), clientFrame(kBinary, binary), "binary " + binary + "\n");
    }
    row("ping", clientFrame(kPing, ""), "ping \n");
    row("ping of 125 bytes", clientFrame(kPing, std::string(125, '\xfe')), "ping " + std::string(125, '\xfe') + "\n");
    row("pong", clientFrame(kPong, "unasked"), "pong unasked\n");
    row("text in two fragments", clientFrame(kText, "one ", kFragment) + clientFrame(kContinuation, "two"),
        "text one two\n");
    row("binary in two fragments", clientFrame(kBinary, "\xff", kFragment) + clientFrame(kContinuation, "\xfe"),
        "binary \xff\xfe\n");
    row("three empty fragments",
        clientFrame(kText, "", kFragment) + clientFrame(kContinuation, "", kFragment) + clientFrame(kContinuation, ""),
        "text \n");
    row("character split between fragments",
        clientFrame(kText, "\xE2\x82", kFragment) + clientFrame(kContinuation, "\xAC"), "text \xE2\x82\xAC\n");
    row("ping between fragments",
        clientFrame(kText, "a", kFragment) + clientFrame(kPing, "p") + clientFrame(kContinuation, "b"),
        "ping p\ntext ab\n");
    row("several messages", clientFrame(kText, "a") + clientFrame(kText, "b") + clientFrame(kPong, "c"),
        "text a\ntext b\npong c\n");
    row("mask of zero", clientFrame(kText, "plain", {.mask = {}}), "text plain\n");
    std::string fragments = clientFrame(kText, "", kFragment);
    for (int i = 0; i < 1022; ++i)
        fragments += clientFrame(kContinuation, "", kFragment);
    row("1,024 fragments", fragments + clientFrame(kContinuation, "end"), "text end\n");
    const std::string half(32768, 'h');
    row("fragments up to the limit", clientFrame(kText, half, kFragment) + clientFrame(kContinuation, half),
        "text " + half + half + "\n");
}

void TestFrameDecoder::tells()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, log);
    QCOMPARE(q(logOf(bytes.toStdString())), log);
    QCOMPARE(q(bytewise(bytes.toStdString())), log);
}

void TestFrameDecoder::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("log");
    const auto row = [](const std::string &name, const std::string &bytes, int code, const std::string &reason,
                        const std::string &before = {}) {
        QTest::newRow(name.c_str()) << q(bytes) << q(before + "refused " + std::to_string(code) + " " + reason + "\n");
    };
    const std::string good = clientFrame(kText, "good");
    for (const quint8 reserved : {quint8(1), quint8(2), quint8(4), quint8(7)}) {
        row("reserved bits " + std::to_string(reserved), clientFrame(kText, "x", {.reserved = reserved}), 1002,
            "reserved bits set");
        row("reserved bits of a ping " + std::to_string(reserved),
            good + clientFrame(kPing, "x", {.reserved = reserved}), 1002, "reserved bits set", "text good\n");
    }
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        row("opcode " + std::to_string(opcode), good + clientFrame(opcode, "x") + good, 1002, "reserved opcode",
            "text good\n");
    for (const Opcode opcode : {kText, kBinary, kPing, kPong, kClose})
        row("unmasked " + std::to_string(static_cast<int>(opcode)), clientFrame(opcode, "", {.masked = false}), 1002,
            "unmasked frame");
    row("unmasked continuation",
        clientFrame(kText, "a", kFragment) + clientFrame(kContinuation, "b", {.masked = false}), 1002,
        "unmasked frame");
    for (const Opcode opcode : {kPing, kPong, kClose}) {
        const std::string name = std::to_string(static_cast<int>(opcode));
        row("fragmented control " + name, clientFrame(opcode, "", kFragment), 1002, "fragmented control frame");
        row("126 bytes of control " + name, clientFrame(opcode, std::string(126, 'x')), 1002, "control frame too long");
        row("2-byte length of control " + name, clientFrame(opcode, "x", {.lengthBytes = 2}), 1002,
            "control frame too long");
    }
    row("nothing to continue", clientFrame(kContinuation, "x"), 1002, "nothing to continue");
    row("nothing to continue, not final", clientFrame(kContinuation, "x", kFragment), 1002, "nothing to continue");
    row("nothing to continue after a message",
        clientFrame(kText, "a", kFragment) + clientFrame(kContinuation, "b") + clientFrame(kContinuation, "c"), 1002,
        "nothing to continue", "text ab\n");
    row("nothing to continue after a ping", clientFrame(kPing, "p") + clientFrame(kContinuation, "c"), 1002,
        "nothing to continue", "ping p\n");
    row("text inside a text", clientFrame(kText, "a", kFragment) + clientFrame(kText, "b"), 1002,
        "new message inside a fragmented one");
    row("binary inside an empty text", clientFrame(kText, "", kFragment) + clientFrame(kBinary, "b"), 1002,
        "new message inside a fragmented one");
    row("length with the top bit", clientFrame(kBinary, "x", {.lengthBytes = 8, .declaredLength = qint64(-1) & 0x7f}),
        1002, "frame length not in its shortest form");
    std::string topBit = clientFrame(kBinary, "x", {.lengthBytes = 8, .declaredLength = 5});
    topBit[2] = '\x80';
    row("length 2^63 + 5", topBit, 1002, "frame length not in its shortest form");
    row("5 bytes with a 2-byte length", clientFrame(kBinary, "hello", {.lengthBytes = 2}), 1002,
        "frame length not in its shortest form");
    row("125 bytes with a 2-byte length", clientFrame(kBinary, std::string(125, 'x'), {.lengthBytes = 2}), 1002,
        "frame length not in its shortest form");
    row("65,535 bytes with an 8-byte length", clientFrame(kBinary, std::string(65535, 'x'), {.lengthBytes = 8}), 1002,
        "frame length not in its shortest form");
    row("2^62 bytes", clientFrame(kText, "x", {.declaredLength = qint64(1) << 62}), 1009, "message too big");
    row("2 GiB", clientFrame(kBinary, "x", {.declaredLength = qint64(1) << 31}), 1009, "message too big");
    row("a byte over the limit", clientFrame(kText, std::string(65537, 'x')), 1009, "message too big");
    row("fragments a byte over the limit",
        clientFrame(kText, std::string(65536, 'x'), kFragment) + clientFrame(kContinuation, "x"), 1009,
        "message too big");
    row("2^62 bytes after a fragment",
        clientFrame(kText, "x", kFragment) + clientFrame(kContinuation, "x", {.declaredLength = qint64(1) << 62}), 1009,
        "message too big");
    std::string fragments = clientFrame(kText, "", kFragment);
    for (int i = 0; i < 1023; ++i)
        fragments += clientFrame(kContinuation, "", kFragment);
    row("1,025 fragments", fragments + clientFrame(kContinuation, ""), 1008, "too many fragments");
}

void TestFrameDecoder::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, log);
    QCOMPARE(q(logOf(bytes.toStdString())), log);
    QCOMPARE(q(bytewise(bytes.toStdString())), log);
}

void TestFrameDecoder::closes_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("log");
    QTest::newRow("empty") << QByteArray() << QByteArray("close 1005 \n");
    QTest::newRow("reason") << q(closePayload(1000, "going")) << QByteArray("close 1000 going\n");
    QTest::newRow("longest reason") << q(closePayload(1001, std::string(123, 'r')))
                                    << q("close 1001 " + std::string(123, 'r') + "\n");
    QTest::newRow("one byte") << QByteArray("a") << QByteArray("refused 1002 close code cut\n");
    QTest::newRow("bad UTF-8") << q(closePayload(1000, "\xff"))
                               << QByteArray("refused 1007 close reason is not UTF-8\n");
    QTest::newRow("cut UTF-8") << q(closePayload(1000, "\xE2\x82"))
                               << QByteArray("refused 1007 close reason is not UTF-8\n");
    for (const int code :
         {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999})
        QTest::addRow("%d", code) << q(closePayload(code)) << q("close " + std::to_string(code) + " \n");
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
        QTest::addRow("%d", code) << q(closePayload(code)) << QByteArray("refused 1002 close code not allowed\n");
}

void TestFrameDecoder::closes()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, log);
    const std::string frame = clientFrame(kClose, payload.toStdString());
    QCOMPARE(q(logOf(frame)), log);
    QCOMPARE(q(bytewise(frame)), log);
    QCOMPARE(q(logOf(clientFrame(kText, "a", kFragment) + frame + clientFrame(kContinuation, "b"))), log);
}

void TestFrameDecoder::textValidity_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    for (const char *text :
         {"", "ASCII", "\x7f", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF",
          "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "eight by\xE2\x82\xACtes and more", "\xEF\xBB\xBF"})
        QTest::newRow(QByteArray(text).toPercentEncoding().constData()) << QByteArray(text) << true;
    QTest::newRow("NUL") << QByteArray(1, '\0') << true;
    for (const char *text : {"\x80",
                             "\xBF",
                             "\xC0\x80",
                             "\xC1\xBF",
                             "\xC2",
                             "\xC2\x41",
                             "\xE0\x80\x80",
                             "\xE0\x9F\xBF",
                             "\xE2\x82",
                             "\xE2\x82\x41",
                             "\xED\xA0\x80",
                             "\xED\xBF\xBF",
                             "\xF0\x80\x80\x80",
                             "\xF0\x8F\xBF\xBF",
                             "\xF0\x90\x80",
                             "\xF4\x90\x80\x80",
                             "\xF5\x80\x80\x80",
                             "\xF8\x88\x80\x80\x80",
                             "\xFE",
                             "\xFF",
                             "eight by\xE2\x82tes and more",
                             "\xC2\x80\x80"})
        QTest::newRow(QByteArray(text).toPercentEncoding().constData()) << QByteArray(text) << false;
}

void TestFrameDecoder::textValidity()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const std::string expected = valid ? "text " + text.toStdString() + "\n" : "refused 1007 text is not UTF-8\n"s;
    for (size_t padding = 0; padding < 17; ++padding) {
        const std::string padded = std::string(padding, '.') + text.toStdString() + std::string(padding, '.');
        QCOMPARE(isUtf8(padded), valid);
    }
    QCOMPARE(q(logOf(clientFrame(kText, text.toStdString()))), q(expected));
    QCOMPARE(q(bytewise(clientFrame(kText, text.toStdString()))), q(expected));
    QCOMPARE(q(logOf(clientFrame(kText, text.toStdString(), kFragment) + clientFrame(kContinuation, ""))), q(expected));
    QCOMPARE(q(logOf(clientFrame(kBinary, text.toStdString()))), q("binary " + text.toStdString() + "\n"));
}

/// wsconform 6.4.1 to 6.4.4: F4 90 is impossible at its second byte, in whatever frame and piece that comes.
void TestFrameDecoder::failsAtTheFirstImpossibleByte()
{
    const std::string text = "\xCE\xBA\xE1\xBD\xB9\xCF\x83\xF4\x90\x80\x80 tail";
    const size_t impossible = text.find('\x90') + 1;
    const std::string frame = clientFrame(kText, text);
    std::string fragments;
    for (const char byte : text)
        fragments += clientFrame(fragments.empty() ? kText : kContinuation, std::string(1, byte), kFragment);
    const size_t headerBytes = frame.size() - text.size();
    const size_t fragmentBytes = fragments.size() / text.size();
    const std::pair<std::string, size_t> cases[] = {{frame, headerBytes + impossible},
                                                    {fragments, fragmentBytes * impossible}};
    for (const auto &[bytes, failing] : cases) {
        FrameDecoder decoder;
        FrameRecorder recorder;
        for (size_t at = 0; at < bytes.size(); ++at) {
            std::string byte(1, bytes[at]);
            QCOMPARE(decoder.decode(byte, kLimits, recorder), size_t(1));
            QCOMPARE(decoder.isFinished(), at + 1 >= failing);
        }
        QCOMPARE(q(recorder.log()), QByteArray("refused 1007 text is not UTF-8\n"));
    }
}

void TestFrameDecoder::refusesTooBigFromTheHeader()
{
    std::string header = clientFrame(kText, "", {.declaredLength = 65537});
    header.resize(header.size() - 4); // not even the mask has come
    QCOMPARE(q(logOf(header)), QByteArray("refused 1009 message too big\n"));
}

void TestFrameDecoder::limitsMayChangeBetweenCalls()
{
    FrameDecoder decoder;
    FrameRecorder recorder;
    std::string small = clientFrame(kText, std::string(4096, 'x'));
    std::string large = clientFrame(kText, std::string(4097, 'x'));
    decoder.decode(small, {4096, 1}, recorder);
    decoder.decode(large, {8192, 1}, recorder);
    QCOMPARE(recorder.events(), size_t(2));
    QVERIFY(!decoder.isFinished());
    // Lowered in the middle of a message: what has come already counts.
    std::string first = clientFrame(kText, std::string(4097, 'x'), kFragment);
    std::string last = clientFrame(kContinuation, "");
    decoder.decode(first, {8192, 2}, recorder);
    recorder.clear();
    decoder.decode(last, {4096, 2}, recorder);
    QCOMPARE(q(recorder.log()), QByteArray("refused 1009 message too big\n"));
}

void TestFrameDecoder::wholeMessageIsAViewIntoTheBuffer()
{
    class Visitor final : public FrameVisitor
    {
    public:
        const char *seen = nullptr;
        FrameFlow textReceived(std::string_view text) override
        {
            seen = text.data();
            return FrameFlow::Continue;
        }
        FrameFlow binaryReceived(std::string_view) override { return FrameFlow::Continue; }
        FrameFlow pingReceived(std::string_view) override { return FrameFlow::Continue; }
        FrameFlow pongReceived(std::string_view) override { return FrameFlow::Continue; }
        void closeReceived(sluice::protocol::CloseCode, std::string_view) override { }
        void frameRefused(sluice::protocol::CloseCode, std::string_view) override { }
    } visitor;
    FrameDecoder decoder;
    std::string bytes = clientFrame(kText, "in place");
    decoder.decode(bytes, kLimits, visitor);
    QCOMPARE(static_cast<const void *>(visitor.seen), static_cast<const void *>(bytes.data() + 6));
}

void TestFrameDecoder::pauseLeavesTheRestUntouched()
{
    const std::string first = clientFrame(kText, "a");
    const std::string second = clientFrame(kPing, "b");
    const std::string third = clientFrame(kText, "cut").substr(0, 7);
    std::string bytes = first + second + third;
    FrameDecoder decoder;
    FrameRecorder recorder;
    recorder.pauses = [] { return true; };
    QCOMPARE(decoder.decode(bytes, kLimits, recorder), first.size());
    QCOMPARE(q(recorder.log()), QByteArray("text a\n"));
    QVERIFY(!decoder.isInProgress());
    QCOMPARE(q(bytes.substr(first.size())), q(second + third));
    std::string elsewhere = bytes.substr(first.size());
    QCOMPARE(decoder.decode(elsewhere, kLimits, recorder), second.size());
    std::string last = elsewhere.substr(second.size());
    QCOMPARE(decoder.decode(last, kLimits, recorder), third.size());
    std::string end = clientFrame(kText, "cut").substr(7);
    QCOMPARE(decoder.decode(end, kLimits, recorder), end.size());
    QCOMPARE(q(recorder.log()), QByteArray("text a\nping b\ntext cut\n"));
}

void TestFrameDecoder::nothingIsToldAfterTheEnd()
{
    for (const std::string &end : {clientFrame(kClose, closePayload(1000)), clientFrame(kText, "\xff")}) {
        FrameDecoder decoder;
        FrameRecorder recorder;
        std::string bytes = end + clientFrame(kText, "late") + clientFrame(kPing, "late");
        QCOMPARE(decoder.decode(bytes, kLimits, recorder), bytes.size());
        std::string more = clientFrame(kText, "later");
        QCOMPARE(decoder.decode(more, kLimits, recorder), more.size());
        QCOMPARE(recorder.events(), size_t(1));
        QVERIFY(decoder.isFinished());
        QVERIFY(!decoder.isInProgress());
    }
}

void TestFrameDecoder::tellsWhetherSomethingIsInProgress()
{
    const std::string bytes = clientFrame(kText, "ab", kFragment) + clientFrame(kPing, "pp")
        + clientFrame(kContinuation, "") + clientFrame(kPong, "") + clientFrame(kText, "whole");
    FrameDecoder decoder;
    FrameRecorder recorder;
    QVERIFY(!decoder.isInProgress());
    for (size_t at = 0; at < bytes.size(); ++at) {
        std::string byte(1, bytes[at]);
        decoder.decode(byte, kLimits, recorder);
        // Between messages stand only the ends of the fragmented one, the pong and the last.
        const bool between = at + 1 == 8 + 8 + 6 || at + 1 == 8 + 8 + 6 + 6 || at + 1 == bytes.size();
        QCOMPARE(decoder.isInProgress(), !between);
    }
}

void TestFrameDecoder::idleDecoderIsSmall()
{
    QVERIFY(sizeof(FrameDecoder) <= 96);
}

void TestFrameDecoder::everyCutGivesTheSameEvents()
{
    for (quint32 seed = 1; seed <= 200; ++seed) {
        std::string bytes = RandomClient(seed).session(1 + seed % 5);
        bytes.resize(std::min<size_t>(bytes.size(), 1000));
        const Telling uncut = telling(bytes, [&] { return bytes.size(); });
        QCOMPARE(q(telling(bytes, [] { return size_t{1}; }).log), q(uncut.log));
        for (size_t cut = 1; cut < bytes.size(); ++cut) {
            bool first = true;
            const Telling told = telling(bytes, [&] { return std::exchange(first, false) ? cut : bytes.size(); });
            if (told != uncut)
                QCOMPARE(q(told.log), q(uncut.log));
            QVERIFY2(told == uncut, "the end differs");
        }
    }
}

/// Row F2 of design/quality.md, with pauses of the visitor on top.
void TestFrameDecoder::randomCutsAndPausesGiveTheSameEvents()
{
    size_t events = 0;
    size_t ended = 0;
    for (quint32 seed = 1; events < kCutMessages; ++seed) {
        RandomClient client(seed);
        const std::string bytes = client.session(1 + client.below(400));
        const Telling uncut = telling(bytes, [&] { return bytes.size(); });
        const size_t largest = size_t{1} << client.below(14);
        const Telling told = telling(
            bytes, [&] { return 1 + client.below(largest); }, [&client] { return client.below(3) == 0; });
        if (told != uncut)
            QCOMPARE(q(told.log), q(uncut.log));
        QVERIFY2(told == uncut, "the end differs");
        events += told.events;
        ended += told.isFinished ? 1 : 0;
    }
    qInfo("%zu events, %zu sessions ended by the decoder", events, ended);
    QVERIFY(ended > kCutMessages / 10'000);
}

void TestFrameDecoder::randomBytesCutAnywhereGiveTheSameEvents()
{
    for (quint32 seed = 1; seed <= 5000; ++seed) {
        RandomClient client(seed);
        std::string bytes = client.session(4);
        for (size_t i = 0; i < 1 + client.below(4); ++i)
            bytes[client.below(bytes.size())] = static_cast<char>(client.below(256));
        const std::string uncut = logOf(bytes, {300, 4});
        FrameDecoder decoder;
        FrameRecorder recorder;
        feedInPieces(decoder, bytes, {300, 4}, recorder, [&] { return 1 + client.below(9); });
        if (recorder.log() != uncut)
            QCOMPARE(q(recorder.log()), q(uncut));
    }
}

QTEST_APPLESS_MAIN(TestFrameDecoder)
#include "tst_framedecoder.moc"
