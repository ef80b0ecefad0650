#include "shared/protocol/jsonscanner.h"

#include <QTest>

#include <string>

using namespace sluice::protocol;

Q_DECLARE_METATYPE(sluice::protocol::JsonFault)

/// The JSON scanner: what it takes, what it refuses and as what.
class TestJsonScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checks_data();
    void checks();
    void depthLimit_data();
    void depthLimit();
    void plainLengthFindsTheFirstSpecialByte();
    void unescapes_data();
    void unescapes();
    void rawMember_data();
    void rawMember();
    void walksAnObject();
    void walksAnArrayUntilTheVisitorStops();
    void everyFaultStopsTheScanner();
    void noPrefixOfAValueIsTakenForTheWhole();
};

namespace {

std::string nested(int depth)
{
    const auto count = static_cast<size_t>(depth);
    return std::string(count, '[') + std::string(count, ']');
}

} // namespace

void TestJsonScanner::checks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<JsonFault>("fault");
    const auto row = [](const char *text, JsonFault fault = JsonFault::None) {
        QTest::newRow(text) << QByteArray(text) << fault;
    };
    for (const char *text : {"0",
                             "-0",
                             "12",
                             "-1.5",
                             "1e5",
                             "1E+5",
                             "1e-5",
                             "0.0e0",
                             "\"\"",
                             "\"a\"",
                             "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                             "\"\\u00e9\"",
                             "\"\\uD83D\\uDE00\"",
                             "\"\x7f\"",
                             "\"\xC3\xA9\"",
                             "true",
                             "false",
                             "null",
                             "{}",
                             "[]",
                             "[[],{}]",
                             " \t\r\n[ 1 , 2 ] ",
                             "{\"a\":1,\"b\":[{\"c\":null}]}",
                             "{\"a\":1,\"a\":2}",
                             "{\"\":{}}",
                             "[\"exactly eight bytes and more, with a quote \\\" inside\"]"})
        row(text);
    for (const char *text : {"",
                             " ",
                             "{",
                             "[",
                             "]",
                             "[1,]",
                             "{\"a\":1,}",
                             "{\"a\"}",
                             "{a:1}",
                             "01",
                             "1.",
                             ".5",
                             "+1",
                             "-",
                             "1e",
                             "tru",
                             "nulls",
                             "\"",
                             "\"\\x\"",
                             "\"\\u12g4\"",
                             "\"\n\"",
                             "[1}",
                             "{\"a\":1]",
                             "1 2",
                             "[1 2]",
                             "{\"a\" \"b\"}",
                             "\xEF\xBB\xBF{}",
                             "\xC3\xA9",
                             "[\"a\":1]",
                             "{[]:1}"})
        row(text, JsonFault::Syntax);
    for (const char *text :
         {"\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\ud800\"", "\"\\ud800x\"", "\"\\ud83d\\ude\"", "\"\\udc00\\ud800\""})
        row(text, JsonFault::LoneSurrogate);
    row("\"\\u0000\"", JsonFault::Nul);
    QTest::newRow("raw NUL in a string") << QByteArray("\"a\0b\"", 5) << JsonFault::Nul;
    QTest::newRow("raw NUL between values") << QByteArray("[1,\0 2]", 7) << JsonFault::Nul;
    QTest::newRow("raw NUL after the value") << QByteArray("1\0", 2) << JsonFault::Nul;
    // The largest double is 1.7976931348623157e308; half a step more still rounds to it.
    for (const char *text : {"1.7976931348623157e308", "-1.7976931348623157e308", "1.7976931348623158e308",
                             "17976931348623157e292", "0.00017976931348623157e312", "1e-999", "0e999",
                             "0.0e99999999999", "9007199254740993", "-1e-99999999999", "0.000e400"})
        row(text);
    for (const char *text : {"1e999", "-1e999", "1.7976931348623159e308", "1.8e308", "1e309", "17976931348623159e292",
                             "0.1e310", "1e99999999999999999999", "[1e999]", "{\"a\":[1e400,2]}"})
        row(text, JsonFault::NumberOutOfRange);
    QTest::newRow("309 digits in range") << QByteArray(QByteArray("1") + QByteArray(308, '0')) << JsonFault::None;
    QTest::newRow("309 digits out of range") << QByteArray(309, '9') << JsonFault::NumberOutOfRange;
    QTest::newRow("310 digits") << QByteArray(QByteArray("1") + QByteArray(309, '0')) << JsonFault::NumberOutOfRange;
    QTest::newRow("310 digits, divided") << QByteArray(QByteArray("1") + QByteArray(309, '0') + "e-5")
                                         << JsonFault::None;
    QTest::newRow("400 zeros behind the point") << QByteArray("0." + QByteArray(400, '0') + "1e405") << JsonFault::None;
}

void TestJsonScanner::checks()
{
    QFETCH(QByteArray, text);
    QFETCH(JsonFault, fault);
    // A copy of the exact size, so that AddressSanitizer sees a read past the end.
    const std::vector<char> exact(text.begin(), text.end());
    QCOMPARE(checkJson({exact.data(), exact.size()}), fault);
}

void TestJsonScanner::depthLimit_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("fits");
    QTest::newRow("1 of 1") << 1 << 1 << true;
    QTest::newRow("2 of 1") << 1 << 2 << false;
    QTest::newRow("64 of 64") << 64 << 64 << true;
    QTest::newRow("65 of 64") << 64 << 65 << false;
    QTest::newRow("1,024 of 1,024") << kMaxJsonDepth << kMaxJsonDepth << true;
    QTest::newRow("1,025 of 1,024") << kMaxJsonDepth << kMaxJsonDepth + 1 << false;
    QTest::newRow("a limit above the hardest one") << 5000 << kMaxJsonDepth + 1 << false;
}

void TestJsonScanner::depthLimit()
{
    QFETCH(int, limit);
    QFETCH(int, depth);
    QFETCH(bool, fits);
    QCOMPARE(checkJson(nested(depth), limit), fits ? JsonFault::None : JsonFault::TooDeep);
    // What is closed again does not count.
    if (depth > 1)
        QCOMPARE(checkJson("[" + nested(depth - 1) + "," + nested(depth - 1) + "]", limit),
                 fits ? JsonFault::None : JsonFault::TooDeep);
}

void TestJsonScanner::plainLengthFindsTheFirstSpecialByte()
{
    for (size_t size = 0; size < 40; ++size) {
        for (int byte = 0; byte < 256; ++byte) {
            const bool special = byte < 0x20 || byte == '"' || byte == '\\';
            for (const char around : {'a', '\xff', '\x80', ' '}) {
                for (size_t at = 0; at < size; ++at) {
                    std::string text(size, around);
                    text[at] = static_cast<char>(byte);
                    if (at + 1 < size)
                        text[at + 1] = '"';
                    const size_t expected = special ? at : std::min(at + 1, size);
                    if (plainLength(text) != expected)
                        QCOMPARE(plainLength(text), expected);
                }
            }
        }
    }
}

void TestJsonScanner::unescapes_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("no escapes") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("simple ones") << QByteArray(R"(\"\\\/\b\f\n\r\t)") << QByteArray("\"\\/\b\f\n\r\t");
    QTest::newRow("one byte") << QByteArray(R"(x\u0041y)") << QByteArray("xAy");
    QTest::newRow("two bytes") << QByteArray(R"(\u00e9\u00E9)") << QByteArray("\xC3\xA9\xC3\xA9");
    QTest::newRow("three bytes") << QByteArray(R"(\u20ac)") << QByteArray("\xE2\x82\xAC");
    QTest::newRow("four bytes") << QByteArray(R"(\ud83d\ude00!)") << QByteArray("\xF0\x9F\x98\x80!");
    QTest::newRow("the last code point") << QByteArray(R"(\uDBFF\uDFFF)") << QByteArray("\xF4\x8F\xBF\xBF");
}

void TestJsonScanner::unescapes()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, plain);
    std::string out;
    appendUnescaped(out, std::string_view(raw.data(), static_cast<size_t>(raw.size())));
    QCOMPARE(QByteArray::fromStdString(out), plain);
    QVERIFY(out.size() <= static_cast<size_t>(raw.size()));
}

void TestJsonScanner::rawMember_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("number") << QByteArray(R"({"id":1.50})") << QByteArray("1.50");
    QTest::newRow("string, as it stands")
        << QByteArray(R"({"a":[{"id":2}], "id" : "x\u0041" })") << QByteArray(R"("x\u0041")");
    QTest::newRow("container with its inside")
        << QByteArray(R"({"id":{"id":[1, 2]}})") << QByteArray(R"({"id":[1, 2]})");
    QTest::newRow("escaped name") << QByteArray(R"({"\u0069d":3})") << QByteArray("3");
    QTest::newRow("the last of two") << QByteArray(R"({"id":1,"id":2})") << QByteArray("2");
    QTest::newRow("missing") << QByteArray(R"({"idx":1,"i":2})") << QByteArray();
    QTest::newRow("not an object") << QByteArray(R"(["id",1])") << QByteArray();
    QTest::newRow("broken behind it") << QByteArray(R"({"id":1,)") << QByteArray();
    QTest::newRow("empty object") << QByteArray("{}") << QByteArray();
    QTest::newRow("empty text") << QByteArray("") << QByteArray();
}

void TestJsonScanner::rawMember()
{
    QFETCH(QByteArray, object);
    QFETCH(QByteArray, value);
    const auto found =
        sluice::protocol::rawMember(std::string_view(object.data(), static_cast<size_t>(object.size())), "id");
    QCOMPARE(found.has_value(), !value.isEmpty());
    if (found)
        QCOMPARE(QByteArray(found->data(), static_cast<qsizetype>(found->size())), value);
}

void TestJsonScanner::walksAnObject()
{
    JsonScanner scanner(R"( {"a" : 1, "b\n": [2, {"c": 3}] , "": "x"} tail)", 8);
    std::string seen;
    QCOMPARE(scanner.peek(), '{');
    QVERIFY(scanner.object([&seen](const JsonString &key, std::string_view value) {
        seen.append(key.raw).append(key.escaped ? "!" : "").append("=").append(value).append(";");
    }));
    QCOMPARE(QByteArray::fromStdString(seen), QByteArray(R"(a=1;b\n!=[2, {"c": 3}];="x";)"));
    QCOMPARE(scanner.peek(), 't');
    QVERIFY(!scanner.atEnd());
}

void TestJsonScanner::walksAnArrayUntilTheVisitorStops()
{
    JsonScanner scanner("[1, 2, 3, oops", 8);
    int seen = 0;
    QVERIFY(!scanner.array([&] { return !scanner.value().empty() && ++seen < 3; }));
    QCOMPARE(seen, 3);
    QCOMPARE(scanner.fault(), JsonFault::None);
}

void TestJsonScanner::everyFaultStopsTheScanner()
{
    JsonScanner scanner(R"(["\ud800", 1, 2])", 8);
    QVERIFY(!scanner.array([&] { return !scanner.value().empty(); }));
    QCOMPARE(scanner.fault(), JsonFault::LoneSurrogate);
    QVERIFY(scanner.value().empty());
    QVERIFY(!scanner.atEnd());
    QVERIFY(!scanner.array([] { return true; }));
    QVERIFY(!scanner.object([](const JsonString &, std::string_view) { QFAIL("nothing is taken any more"); }));
    QCOMPARE(scanner.fault(), JsonFault::LoneSurrogate);
}

void TestJsonScanner::noPrefixOfAValueIsTakenForTheWhole()
{
    const std::string text = R"({"a":["b\u00e9\ud83d\ude00",-1.5e3,true,false,null,{}],"c":[[],{"d":""}]})";
    QCOMPARE(checkJson(text), JsonFault::None);
    for (size_t size = 0; size < text.size(); ++size) {
        const std::vector<char> exact(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
        QVERIFY(checkJson({exact.data(), exact.size()}) != JsonFault::None);
    }
}

QTEST_APPLESS_MAIN(TestJsonScanner)
#include "tst_jsonscanner.moc"
