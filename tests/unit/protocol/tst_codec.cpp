#include "shared/protocol/codec.h"
#include "shared/protocol/jsonscanner.h"
#include "tests/support/badenvelopes.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <string>

using namespace sluice;
using namespace sluice::protocol;
using namespace std::chrono_literals;

/// The JSON-RPC codec against the specification's examples and every rule of design/protocol.md.
class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specificationExamples_data();
    void specificationExamples();
    void badEnvelopes_data();
    void badEnvelopes();
    void badEnvelopeInABatchSpoilsOnlyItself();
    void idIsEchoedByteForByte_data();
    void idIsEchoedByteForByte();
    void limitsAreTakenAtTheLimit_data();
    void limitsAreTakenAtTheLimit();
    void unknownMembersAreIgnored();
    void escapedMembersAreRead();
    void timeoutIsRead_data();
    void timeoutIsRead();
    void viewsPointIntoTheText();
    void copiedEnvelopeStandsAlone();
    void decoderForgetsTheTextBefore();
    void manyUnknownMembersCostLittle();
    void encodesResults();
    void encodesErrors();
    void encodesNotifications();
    void encodesStrings_data();
    void encodesStrings();
    void encodesErrorData();
};

namespace {

constexpr DecodeLimits kLimits;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.data(), static_cast<size_t>(bytes.size())};
}

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// What was decoded, on a line: `method(params)#id` for a request, without #id for a notification, `!code#id` for an
/// error; a batch in brackets.
QByteArray summary(const Decoded &decoded)
{
    QByteArrayList parts;
    for (const Element &element : decoded.elements) {
        if (const auto *bad = std::get_if<BadEnvelope>(&element)) {
            parts << '!' + QByteArray::number(static_cast<int>(bad->code)) + '#' + bytesOf(bad->id);
            continue;
        }
        const auto &envelope = std::get<Envelope>(element);
        QByteArray part = bytesOf(envelope.method) + '(' + bytesOf(envelope.params) + ')';
        if (!envelope.isNotification())
            part += '#' + bytesOf(envelope.id);
        parts << part;
    }
    const QByteArray joined = parts.join(' ');
    return decoded.isBatch ? '[' + joined + ']' : joined;
}

QByteArray summaryOf(const QByteArray &text)
{
    Decoder decoder;
    return summary(decoder.decode(viewOf(text), kLimits));
}

} // namespace

// https://www.jsonrpc.org/specification, section 7, in its order.
void TestCodec::specificationExamples_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("positional parameters", R"({"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1})",
        "subtract([42, 23])#1");
    row("positional parameters, swapped", R"({"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2})",
        "subtract([23, 42])#2");
    row("named parameters",
        R"({"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3})",
        R"(subtract({"subtrahend": 23, "minuend": 42})#3)");
    row("named parameters, other order",
        R"({"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4})",
        R"(subtract({"minuend": 42, "subtrahend": 23})#4)");
    row("a notification", R"({"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]})", "update([1,2,3,4,5])");
    row("a notification without params", R"({"jsonrpc": "2.0", "method": "foobar"})", "foobar()");
    row("call of a method that may not exist", R"({"jsonrpc": "2.0", "method": "foobar", "id": "1"})",
        R"(foobar()#"1")");
    row("invalid JSON", R"({"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz])", "!-32700#null");
    row("invalid request", R"({"jsonrpc": "2.0", "method": 1, "params": "bar"})", "!-32600#null");
    row("batch of invalid JSON", R"([
  {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
  {"jsonrpc": "2.0", "method"
])",
        "!-32700#null");
    row("empty array", "[]", "!-32600#null");
    row("invalid batch, not empty", "[1]", "[!-32600#null]");
    row("invalid batch", "[1,2,3]", "[!-32600#null !-32600#null !-32600#null]");
    row("batch", R"([
        {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
        {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
        {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
        {"foo": "boo"},
        {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
        {"jsonrpc": "2.0", "method": "get_data", "id": "9"}
    ])",
        R"([sum([1,2,4])#"1" notify_hello([7]) subtract([42,23])#"2" !-32600#null foo.get({"name": "myself"})#"5" get_data()#"9"])");
    row("batch of notifications", R"([
        {"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},
        {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}
    ])",
        "[notify_sum([1,2,4]) notify_hello([7])]");
}

void TestCodec::specificationExamples()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(summaryOf(text), expected);
}

void TestCodec::badEnvelopes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto rows = test::badEnvelopes();
    QVERIFY(rows.size() >= 150);
    for (const test::BadEnvelopeRow &row : rows) {
        QTest::newRow(row.name.c_str()) << QByteArray::fromStdString(
            row.text) << '!' + QByteArray::number(static_cast<int>(row.code)) + '#' + QByteArray::fromStdString(row.id);
    }
}

void TestCodec::badEnvelopes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const std::vector<char> exact(text.begin(), text.end());
    Decoder decoder;
    const Decoded &decoded = decoder.decode({exact.data(), exact.size()}, kLimits);
    QCOMPARE(summary(decoded), expected);
    QVERIFY(!std::get<BadEnvelope>(decoded.elements.front()).reason.empty());
}

void TestCodec::badEnvelopeInABatchSpoilsOnlyItself()
{
    int checked = 0;
    for (const test::BadEnvelopeRow &row : test::badEnvelopes()) {
        const bool element = row.code != ErrorCode::ParseError && row.text.find_first_not_of(" [") == 0;
        if (!element)
            continue;
        const std::string text =
            R"([{"jsonrpc":"2.0","id":1,"method":"a"},)" + row.text + R"(,{"jsonrpc":"2.0","method":"b"}])";
        const std::string error = "!" + std::to_string(static_cast<int>(row.code)) + "#" + row.id;
        QCOMPARE(summaryOf(QByteArray::fromStdString(text)), QByteArray::fromStdString("[a()#1 " + error + " b()]"));
        ++checked;
    }
    QVERIFY(checked > 80);
}

void TestCodec::idIsEchoedByteForByte_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char *id : {"0", "-0", "1", "-1", "1.0", "1.50", "0.1", "1e2", "1E+2", "9007199254740993",
                           "123456789012345678901234567890", "null", R"("")", R"("a")", R"("\u0041\n\"")", R"("€")",
                           R"("null")", R"(" 1 ")"})
        QTest::newRow(id) << QByteArray(id);
    QTest::newRow("string of 128 bytes") << '"' + QByteArray(126, 'i') + '"';
    QTest::newRow("number of 128 digits") << QByteArray(128, '1');
}

void TestCodec::idIsEchoedByteForByte()
{
    QFETCH(QByteArray, id);
    QCOMPARE(summaryOf(R"({"jsonrpc":"2.0","method":"m","id": )" + id + " }"), "m()#" + id);
    QCOMPARE(summaryOf(R"({"jsonrpc":"2.0","method":"","id": )" + id + " }"), "!-32600#" + id);
    std::string out;
    appendResult(out, viewOf(id), "{}");
    QCOMPARE(QByteArray::fromStdString(out), R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":{}})");
}

void TestCodec::limitsAreTakenAtTheLimit_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto envelope = [](const QByteArray &member) {
        return R"({"jsonrpc":"2.0","id":7,"method":"m",)" + member + '}';
    };
    QTest::newRow("method of 256 bytes") << R"({"jsonrpc":"2.0","id":7,"method":")" + QByteArray(256, 'm') + "\"}";
    QTest::newRow("idempotencyKey of 1 byte") << envelope(R"("idempotencyKey":"k")");
    QTest::newRow("idempotencyKey of 128 bytes") << envelope(R"("idempotencyKey":")" + QByteArray(128, 'k') + '"');
    QTest::newRow("64 deep with the envelope") << envelope(R"("params":)" + QByteArray(63, '[') + QByteArray(63, ']'));
    QTest::newRow("largest double") << envelope(R"("params":[1.7976931348623157e308])");
    QTest::newRow("2^53+1") << envelope(R"("params":[9007199254740993])");
    QTest::newRow("batch of 100") << '[' + QByteArray(R"({"jsonrpc":"2.0","method":"m"},)").repeated(99)
            + R"({"jsonrpc":"2.0","method":"m"}])";
}

void TestCodec::limitsAreTakenAtTheLimit()
{
    QFETCH(QByteArray, text);
    Decoder decoder;
    const Decoded &decoded = decoder.decode(viewOf(text), kLimits);
    for (const Element &element : decoded.elements)
        QVERIFY(std::holds_alternative<Envelope>(element));
}

void TestCodec::unknownMembersAreIgnored()
{
    QCOMPARE(summaryOf(R"({"jsonrpc":"2.0","id":1,"method":"m","meta":{"a":[1]},"Id":2,"result":1,"ID":3})"), "m()#1");
}

void TestCodec::escapedMembersAreRead()
{
    Decoder decoder;
    const Decoded &decoded = decoder.decode(
        R"({"json\u0072pc":"\u0032.0","\u0069d":1,"metho\u0064":"notes\/s\u00e4ve","idempotencyKey":"\u006b\"1"})",
        kLimits);
    QCOMPARE(summary(decoded), "notes/s\xC3\xA4ve()#1");
    QCOMPARE(bytesOf(std::get<Envelope>(decoded.elements.front()).idempotencyKey), QByteArray("k\"1"));
}

void TestCodec::timeoutIsRead_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<int>("expected");
    QTest::newRow("one") << QByteArray("1") << 1;
    QTest::newRow("whole") << QByteArray("1500") << 1500;
    QTest::newRow("whole with a fraction of zero") << QByteArray("1500.0") << 1500;
    QTest::newRow("whole with an exponent") << QByteArray("1.5e3") << 1500;
    QTest::newRow("beyond the integers") << QByteArray("1e300") << std::numeric_limits<int>::max();
}

void TestCodec::timeoutIsRead()
{
    QFETCH(QByteArray, number);
    QFETCH(int, expected);
    const QByteArray text = R"({"jsonrpc":"2.0","id":1,"method":"m","timeoutMs":)" + number + '}';
    Decoder decoder;
    const auto &envelope = std::get<Envelope>(decoder.decode(viewOf(text), kLimits).elements.front());
    QCOMPARE(envelope.timeout.value_or(0ms).count(), expected);
    QCOMPARE(std::get<Envelope>(decoder.decode(R"({"jsonrpc":"2.0","method":"m"})", kLimits).elements.front()).timeout,
             std::nullopt);
}

void TestCodec::viewsPointIntoTheText()
{
    const std::string text = R"( [ {"jsonrpc":"2.0","id":"x","method":"m","params":{"a":1},"idempotencyKey":"k"} ] )";
    Decoder decoder;
    const auto &envelope = std::get<Envelope>(decoder.decode(text, kLimits).elements.front());
    QCOMPARE(bytesOf(envelope.text), bytesOf(std::string_view(text).substr(3, text.size() - 6)));
    for (const std::string_view view : {envelope.id, envelope.method, envelope.params, envelope.idempotencyKey})
        QVERIFY(view.data() >= text.data() && view.data() + view.size() <= text.data() + text.size());
}

void TestCodec::copiedEnvelopeStandsAlone()
{
    std::string storage;
    Envelope copy;
    {
        Decoder decoder;
        const std::string text =
            R"([1,{"jsonrpc":"2.0","id":"x","method":"\u006dm","params":{"a":1},"idempotencyKey":"\u006b","timeoutMs":5}])";
        copy = std::get<Envelope>(decoder.decode(text, kLimits).elements[1]);
        EnvelopeCopy own(copy, storage);
        for (std::string_view *part : {&copy.text, &copy.id, &copy.method, &copy.params, &copy.idempotencyKey})
            *part = own.of(*part);
    }
    QCOMPARE(bytesOf(copy.method), QByteArray("mm"));
    QCOMPARE(bytesOf(copy.idempotencyKey), QByteArray("k"));
    QCOMPARE(bytesOf(copy.id), QByteArray(R"("x")"));
    QCOMPARE(bytesOf(copy.params), QByteArray(R"({"a":1})"));
    QCOMPARE(copy.text.front(), '{');
    QCOMPARE(copy.text.back(), '}');
    for (const std::string_view view : {copy.text, copy.id, copy.method, copy.params, copy.idempotencyKey})
        QVERIFY(view.data() >= storage.data() && view.data() + view.size() <= storage.data() + storage.size());
}

void TestCodec::decoderForgetsTheTextBefore()
{
    Decoder decoder;
    QCOMPARE(summary(decoder.decode(R"([{"jsonrpc":"2.0","method":"\u0061","x":1},2])", kLimits)),
             "[a() !-32600#null]");
    QCOMPARE(summary(decoder.decode(R"({"jsonrpc":"2.0","method":"b","x":1})", kLimits)), "b()");
    QCOMPARE(summary(decoder.decode("[1e999,", kLimits)), "!-32700#null");
    QCOMPARE(summary(decoder.decode(R"([1e999,{"jsonrpc":"2.0","id":1,"method":"c"}])", kLimits)),
             "[!-32600#null c()#1]");
}

/// 64 KiB of members must not cost their square: 8,000 of them compared in pairs would take seconds here.
void TestCodec::manyUnknownMembersCostLittle()
{
    QByteArray text = R"({"jsonrpc":"2.0","id":1,"method":"m")";
    for (int i = 0; i < 50000; ++i)
        text += ",\"" + QByteArray::number(i) + "\":0";
    Decoder decoder;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(summary(decoder.decode(viewOf(text + '}'), kLimits)), "m()#1");
    QCOMPARE(summary(decoder.decode(viewOf(text + ",\"7\":0}"), kLimits)), "!-32600#1");
    QVERIFY(timer.elapsed() < 2000);
}

void TestCodec::encodesResults()
{
    std::string out = "before";
    appendResult(out, R"("a")", "[1]");
    appendResult(out, "0", {});
    QCOMPARE(QByteArray::fromStdString(out),
             QByteArray(R"(before{"jsonrpc":"2.0","id":"a","result":[1]}{"jsonrpc":"2.0","id":0,"result":null})"));
}

void TestCodec::encodesErrors()
{
    std::string out;
    appendError(out, "null", ErrorCode::ParseError);
    QCOMPARE(QByteArray::fromStdString(out),
             QByteArray(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"parse error"}})"));
    out.clear();
    appendError(out, "7", ErrorCode::Conflict, R"({"version":3})");
    QCOMPARE(
        QByteArray::fromStdString(out),
        QByteArray(R"({"jsonrpc":"2.0","id":7,"error":{"code":-32021,"message":"conflict","data":{"version":3}}})"));
}

void TestCodec::encodesNotifications()
{
    std::string out;
    appendNotification(out, "notes/updated", R"({"noteId":"1"})");
    QCOMPARE(QByteArray::fromStdString(out),
             QByteArray(R"({"jsonrpc":"2.0","method":"notes/updated","params":{"noteId":"1"}})"));
    out.clear();
    appendNotification(out, "a\"b");
    QCOMPARE(QByteArray::fromStdString(out), QByteArray(R"({"jsonrpc":"2.0","method":"a\"b"})"));
}

void TestCodec::encodesStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain") << QByteArray("plain text");
    QTest::newRow("quotes and backslashes") << QByteArray(R"(a "quoted" \path\)");
    QTest::newRow("non-ASCII") << QByteArray("Gr\xC3\xBC\xC3\x9F\x65 \xE2\x82\xAC \xF0\x9F\x98\x80");
    QByteArray controls;
    for (char c = 1; c < 0x20; ++c)
        controls += c;
    QTest::newRow("controls") << controls;
}

void TestCodec::encodesStrings()
{
    QFETCH(QByteArray, text);
    std::string out;
    appendJsonString(out, viewOf(text));
    QCOMPARE(checkJson(out), JsonFault::None);
    std::string back;
    appendUnescaped(back, std::string_view(out).substr(1, out.size() - 2));
    QCOMPARE(QByteArray::fromStdString(back), text);
    const auto document = QJsonDocument::fromJson("{\"v\":" + QByteArray::fromStdString(out) + '}');
    QCOMPARE(document.object().value(QLatin1String("v")).toString().toUtf8(), text);
}

void TestCodec::encodesErrorData()
{
    QCOMPARE(rateLimitedData({RateScope::User, 100, 60s, 1500ms}),
             QByteArray(R"({"scope":"user","limit":100,"windowMs":60000,"retryAfterMs":1500,"temporary":true})"));
    QCOMPARE(rateLimitedData({RateScope::Event, 1, 1s, 0ms}),
             QByteArray(R"({"scope":"event","limit":1,"windowMs":1000,"retryAfterMs":0,"temporary":true})"));
    QVERIFY(rateLimitedData({RateScope::Ip, 1, 1s, 0ms}).startsWith(R"({"scope":"ip",)"));
    QVERIFY(rateLimitedData({RateScope::Global, 1, 1s, 0ms}).startsWith(R"({"scope":"global",)"));
    QCOMPARE(retryData(250ms), QByteArray(R"({"retryAfterMs":250,"temporary":true})"));
    QCOMPARE(invalidParamsData("title", "not a \"string\""),
             QByteArray(R"({"field":"title","reason":"not a \"string\""})"));
    QCOMPARE(invalidParamsData({}, "missing"), QByteArray(R"({"reason":"missing"})"));
    QCOMPARE(timeoutData(3s, true), QByteArray(R"({"timeoutMs":3000,"outcome":"unknown"})"));
    QCOMPARE(timeoutData(3s, false), QByteArray(R"({"timeoutMs":3000,"outcome":"not-run"})"));
    QCOMPARE(conflictData(-1), QByteArray(R"({"version":-1})"));
}

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
