#include "tests/support/expect.h"
#include "tests/support/plainsocket.h"
#include "tests/support/processprobe.h"
#include "tests/support/rawclient.h"
#include "tests/support/testclient.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <vector>

using namespace sluice::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype kMessageBytes = 65'536;
constexpr int kParseError = -32700;
constexpr int kInvalidRequest = -32600;
constexpr int kInvalidParams = -32602;
constexpr int kNone = 0;

#ifdef __SANITIZE_ADDRESS__
constexpr bool kMeasuresTime = false; // an instrumented server needs several times as long
#else
constexpr bool kMeasuresTime = true;
#endif

QByteArray request(const QByteArray &params)
{
    return R"({"jsonrpc":"2.0","id":1,"method":"bench/echo","params":)" + params + '}';
}

/// As many `parts`, with commas between, as the largest message has room for.
QByteArray filled(const QByteArray &begin, const QByteArray &part, const QByteArray &end)
{
    const qsizetype room = kMessageBytes - request(begin + end).size();
    QByteArray parts = (part + ',').repeated(room / (part.size() + 1));
    parts.chop(1);
    return begin + parts + end;
}

QByteArray nested(qsizetype depth, char open, char close)
{
    return QByteArray(depth, open) + QByteArray(depth, close);
}

/// The next frame from the server; nothing when the connection ended before it.
std::optional<RawFrame> nextFrame(PlainSocket &socket)
{
    QByteArray received;
    for (;;) {
        if (auto frame = takeServerFrame(received))
            return frame;
        const QByteArray more = socket.receive();
        if (more.isEmpty())
            return {};
        received += more;
    }
}

} // namespace

/// Row A14: JSON that is made to be dear to read, as long as a message may be.
class JsonBombsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyCostNoMoreThanOthers_data();
    void theyCostNoMoreThanOthers();
};

void JsonBombsTest::theyCostNoMoreThanOthers_data()
{
    QTest::addColumn<QByteArray>("bomb");
    QTest::addColumn<int>("code"); // of the error that answers it; kNone: a result
    QTest::newRow("arrays as deep as it gets") << request(nested(32'700, '[', ']')) << kParseError;
    QTest::newRow("arrays without an end") << QByteArray(kMessageBytes, '[') << kParseError;
    QTest::newRow("objects without an end") << QByteArray(R"({"a":)").repeated(kMessageBytes / 5) << kParseError;
    QTest::newRow("deep ones, many") << request(filled("[", nested(61, '[', ']'), "]")) << kNone;
    QTest::newRow("numbers") << request(filled("[", "0", "]")) << kNone;
    QTest::newRow("numbers with exponents") << request(filled("[", "1.2345678901234567e-300", "]")) << kNone;
    QTest::newRow("a number too large") << request(filled("[", "1e999", "]")) << kInvalidParams;
    QTest::newRow("empty objects") << request(filled("[", "{}", "]")) << kNone;
    QTest::newRow("keys") << request(filled("{", R"("":0)", "}")) << kNone;
    QTest::newRow("escapes") << request(filled("[\"", R"(\u0041\n\\)", "\"]")) << kNone;
    QTest::newRow("a string without an end") << QByteArray('"' + QByteArray(kMessageBytes - 1, 'x')) << kParseError;
    QTest::newRow("a batch of nothing") << '[' + QByteArray("0,").repeated(kMessageBytes / 2 - 2) + "0]"
                                        << kInvalidRequest;
}

void JsonBombsTest::theyCostNoMoreThanOthers()
{
    constexpr size_t kClients = 100;
    constexpr qint64 kCopies = 12;
    constexpr qint64 kAllocator = 16 * 1024 * 1024;
    constexpr milliseconds kStall{200}; // ten times the row's
    QFETCH(QByteArray, bomb);
    QFETCH(int, code);
    QVERIFY2(bomb.size() <= kMessageBytes && bomb.size() > kMessageBytes - 200, QByteArray::number(bomb.size()));

    TestServer server(u"bench.toml"_qs, {u"threads.io=1"_qs}); // the good client shares the bombs' loop
    SLUICE_START(server);
    std::vector<PlainSocket> clients;
    for (size_t i = 0; i < kClients; ++i) {
        clients.emplace_back(server.ports().clients);
        (void)clients.back().send(upgradeRequest());
        QCOMPARE(clients.back().status(), 101);
    }
    TestClient good;
    QVERIFY(good.connectTo(server.ports().clients));
    SLUICE_VERIFY_OK(good.call(u"bench/echo"_qs));
    const qint64 before = processUse(server.processId()).residentBytes;

    // All of them become complete at once.
    const QByteArray frame = clientFrame({0x81, bomb});
    for (PlainSocket &client : clients)
        QCOMPARE(client.send(frame.chopped(1)), frame.size() - 1);
    SLUICE_VERIFY_OK(good.call(u"bench/echo"_qs));
    for (PlainSocket &client : clients)
        QCOMPARE(client.send(frame.right(1)), 1);
    QElapsedTimer elapsed;
    elapsed.start();
    SLUICE_VERIFY_OK(good.call(u"bench/echo"_qs));
    const milliseconds waited(elapsed.elapsed());
    for (PlainSocket &client : clients) {
        const std::optional<RawFrame> received = nextFrame(client);
        QVERIFY(received);
        QVERIFY2(received->firstByte == 0x81, received->payload.left(200));
        const QJsonDocument answer = QJsonDocument::fromJson(received->payload);
        QVERIFY2(answer.isObject(), received->payload.left(200));
        QCOMPARE(answer["error"_L1]["code"_L1].toInt(), code);
        QCOMPARE(answer["result"_L1].isUndefined(), code != kNone);
    }
    const qint64 grown = processUse(server.processId()).residentBytes - before;
    QVERIFY2(grown <= qint64(kClients) * kCopies * kMessageBytes + kAllocator, QByteArray::number(grown));
    if (kMeasuresTime) {
        QVERIFY2(waited <= kStall, QByteArray::number(waited.count()));
        QCOMPARE(server.metric("sluice_loop_stalls_total"), 0.0);
    }
    SLUICE_VERIFY_OK(good.call(u"bench/echo"_qs));
    qInfo("%lld ms, %lld KiB", static_cast<long long>(waited.count()), grown / 1024);
}

QTEST_GUILESS_MAIN(JsonBombsTest)
#include "tst_jsonbombs.moc"
