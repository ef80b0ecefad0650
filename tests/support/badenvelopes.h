#pragma once

#include "shared/base/errorcode.h"

#include <string>
#include <string_view>
#include <vector>

namespace sluice::test {

/// A text that must be refused, and how.
struct BadEnvelopeRow {
    std::string name;
    std::string text;
    ErrorCode code;
    std::string id; ///< What the error carries; empty when a notification gets no answer.
};

/// Row P7 of design/quality.md: every way of getting an envelope wrong that we could think of. The same table serves
/// the codec's test and tests over a socket. Assumes the default limits: depth 64, batch 100.
[[nodiscard]] inline std::vector<BadEnvelopeRow> badEnvelopes()
{
    using namespace std::string_literals;
    std::vector<BadEnvelopeRow> rows;
    const auto add = [&rows](const std::string &name, const std::string &text, ErrorCode code, const std::string &id) {
        rows.push_back({name, text, code, id});
    };
    const auto unreadable = [&add](const std::string &name, const std::string &text) {
        add(name, text, ErrorCode::ParseError, "null");
    };
    const auto invalid = [&add](const std::string &name, const std::string &text, const std::string &id = "null") {
        add(name, text, ErrorCode::InvalidRequest, id);
    };
    const auto withMember = [](const std::string &member) {
        return R"({"jsonrpc":"2.0","id":7,"method":"notes/get",)" + member + "}";
    };
    const auto withParams = [&withMember](const std::string &params) { return withMember(R"("params":)" + params); };
    const auto nested = [](const std::string &open, const std::string &inner, const std::string &close, int times) {
        std::string text;
        for (int i = 0; i < times; ++i)
            text += open;
        text += inner;
        for (int i = 0; i < times; ++i)
            text += close;
        return text;
    };

    for (const std::string value : {"1", "-0.5", "\"text\"", "true", "false", "null", "\"\""})
        invalid("a lone " + value, value);
    for (const std::string value : {"null", "2", "2.0", "\"1.0\"", "\"2\"", "\"2.0 \"", "\"\"", "true", "[]", "{}",
                                    "[\"2.0\"]", "\"2.0\\u0020\""})
        invalid("jsonrpc is " + value, R"({"jsonrpc":)" + value + R"(,"id":7,"method":"m"})", "7");
    invalid("jsonrpc is missing", R"({"id":7,"method":"m"})", "7");
    invalid("jsonrpc in capitals", R"({"JSONRPC":"2.0","id":7,"method":"m"})", "7");
    invalid("version 1 request", R"({"id":"a","method":"m","params":[]})", R"("a")");
    invalid("empty object", "{}");
    invalid("unknown members only", R"({"foo":"boo"})");
    for (const std::string value : {"null", "1", "true", "false", "[]", "{}", "[\"m\"]", "\"\"", "-1e3"})
        invalid("method is " + value, R"({"jsonrpc":"2.0","id":7,"method":)" + value + "}", "7");
    invalid("method is missing", R"({"jsonrpc":"2.0","id":7})", "7");
    invalid("method is missing, with params", R"({"jsonrpc":"2.0","id":7,"params":{}})", "7");
    invalid("method in capitals", R"({"jsonrpc":"2.0","id":7,"Method":"m"})", "7");
    invalid("method of 257 bytes", R"({"jsonrpc":"2.0","id":7,"method":")" + std::string(257, 'm') + "\"}", "7");
    invalid("method of 129 two-byte escapes",
            R"({"jsonrpc":"2.0","id":7,"method":")" + nested("\\u00e9", "", "", 129) + "\"}", "7");
    invalid("a result", R"({"jsonrpc":"2.0","id":7,"result":1})", "7");
    invalid("a null result", R"({"jsonrpc":"2.0","id":7,"result":null})", "7");
    invalid("an error", R"({"jsonrpc":"2.0","id":7,"error":{"code":1,"message":"x"}})", "7");
    invalid("an error without an id", R"({"jsonrpc":"2.0","error":{"code":1,"message":"x"}})");
    for (const std::string value : {"null", "1", "0", "\"x\"", "\"\"", "true", "false", "1.5e3"}) {
        invalid("params is " + value, withParams(value), "7");
        invalid("params of a notification is " + value, R"({"jsonrpc":"2.0","method":"m","params":)" + value + "}");
    }
    for (const std::string value : {"true", "false", "{}", "[]", "[1]", "{\"id\":1}"})
        invalid("id is " + value, R"({"jsonrpc":"2.0","method":"m","id":)" + value + "}");
    invalid("id string of 129 bytes", R"({"jsonrpc":"2.0","method":"m","id":")" + std::string(127, 'i') + "\"}");
    invalid("id number of 129 digits", R"({"jsonrpc":"2.0","method":"m","id":)" + std::string(129, '1') + "}");
    for (const std::string value :
         {"0", "-1", "-0", "0.5", "1.5", "1e-3", "\"1\"", "null", "true", "[]", "{}", "\"\"", "1e-999"})
        invalid("timeoutMs is " + value, withMember(R"("timeoutMs":)" + value), "7");
    for (const std::string value : {"0", "1", "null", "true", "[]", "{}", "\"\"", "[\"k\"]"})
        invalid("idempotencyKey is " + value, withMember(R"("idempotencyKey":)" + value), "7");
    invalid("idempotencyKey of 129 bytes", withMember(R"("idempotencyKey":")" + std::string(129, 'k') + "\""), "7");
    invalid("idempotencyKey of a notification is empty", R"({"jsonrpc":"2.0","method":"m","idempotencyKey":""})");

    invalid("jsonrpc twice", withMember(R"("jsonrpc":"2.0")"), "7");
    invalid("method twice", withMember(R"("method":"notes/get")"), "7");
    invalid("method twice, once escaped", withMember(R"("m\u0065thod":"admin/kill")"), "7");
    invalid("id twice", withMember(R"("id":7)"));
    invalid("id twice, another", withMember(R"("id":8)"));
    invalid("id twice, once escaped", withMember(R"("\u0069d":7)"));
    invalid("params twice", withMember(R"("params":[],"params":[])"), "7");
    invalid("timeoutMs twice", withMember(R"("timeoutMs":1,"timeoutMs":1)"), "7");
    invalid("idempotencyKey twice", withMember(R"("idempotencyKey":"a","idempotencyKey":"a")"), "7");
    invalid("unknown member twice", withMember(R"("x":1,"y":2,"x":1)"), "7");
    invalid("unknown member twice, once escaped", withMember(R"("x":1,"y":2,"\u0078":1)"), "7");
    invalid("method and params twice", withMember(R"("params":[],"method":"x","params":[])"), "7");

    invalid("empty array", "[]");
    invalid("empty array with space", " [ ] ");
    std::string crowd = "[1";
    for (int i = 0; i < 100; ++i)
        crowd += ",1";
    invalid("array of 101", crowd + "]");

    for (const std::string number : {"1e999", "-1e999", "1E+309", "1.8e308", "123456789e302", "0.1e310"}) {
        add("params has " + number, withParams("[" + number + "]"), ErrorCode::InvalidParams, "7");
        add("a notification's params has " + number, R"({"jsonrpc":"2.0","method":"m","params":{"a":)" + number + "}}",
            ErrorCode::InvalidParams, "");
        add("id is " + number, R"({"jsonrpc":"2.0","method":"m","id":)" + number + "}", ErrorCode::InvalidParams,
            "null");
    }
    add("params has 310 digits", withParams("{\"a\":" + std::string(310, '9') + "}"), ErrorCode::InvalidParams, "7");
    add("timeoutMs is 1e999", withMember(R"("timeoutMs":1e999)"), ErrorCode::InvalidParams, "7");
    add("unknown member is 1e999", withMember(R"("x":1e999)"), ErrorCode::InvalidParams, "7");

    unreadable("empty text", "");
    unreadable("white space", " \t\r\n ");
    unreadable("byte order mark", "\xEF\xBB\xBF{}");
    unreadable("two objects", R"({"jsonrpc":"2.0","id":7,"method":"m"}{"jsonrpc":"2.0","id":8,"method":"m"})");
    unreadable("something after the object", R"({"jsonrpc":"2.0","id":7,"method":"m"} x)");
    unreadable("a comma after the object", R"({"jsonrpc":"2.0","id":7,"method":"m"},)");
    unreadable("cut in a batch",
               R"([{"jsonrpc":"2.0","id":1,"method":"sum","params":[1,2,4]},{"jsonrpc":"2.0","method")");
    for (const std::string text : {"{",
                                   "}",
                                   "[",
                                   "]",
                                   "\"",
                                   ",",
                                   ":",
                                   "{\"a\"",
                                   "{\"a\":",
                                   "{\"a\":1",
                                   "{\"a\":1,",
                                   "{\"a\":1,}",
                                   "{a:1}",
                                   "{'a':1}",
                                   "{\"a\" 1}",
                                   "{\"a\"=1}",
                                   "{1:1}",
                                   "{null:1}",
                                   "{\"a\":1 \"b\":2}",
                                   "{\"a\":1;\"b\":2}",
                                   "{,}",
                                   "{\"a\"::1}",
                                   "{\"a\":}",
                                   "{\"a\",1}",
                                   "[1",
                                   "[1,",
                                   "[1,]",
                                   "[,1]",
                                   "[1 2]",
                                   "[1}",
                                   "{\"a\":1]",
                                   "[[]",
                                   "[]]",
                                   "// {}",
                                   "/* */ {}",
                                   "{} // x",
                                   "<a/>",
                                   "undefined",
                                   "NaN",
                                   "Infinity",
                                   "-Infinity",
                                   "nul",
                                   "nulll",
                                   "True",
                                   "TRUE",
                                   "tru",
                                   "fals",
                                   "falsee"})
        unreadable("the text " + text, text);
    for (const std::string number : {"01", "-01", "00", "1.", ".1", "-", "+1", "1e", "1e+", "1.e1", "0x10", "1_000",
                                     "1,5", "--1", "1e1.5", "1f", "-.5", "١"})
        unreadable("the number " + number, withParams("{\"a\":" + number + "}"));
    for (const std::string string : {R"(\x)", R"(\')", R"(\u12)", R"(\u123g)", R"(\U0041)", R"(\u)", "\\", "\n", "\t",
                                     "\x1f", "\x01", R"(\0)", R"(\a)"})
        unreadable("the string " + string, withParams("[\"" + string + "\"]"));
    unreadable("string without an end", R"({"jsonrpc":"2.0","id":7,"method":"m)");
    for (const std::string string :
         {R"(\ud800)", R"(\udbff)", R"(\udc00)", R"(\udfff)", R"(\ud800\ud800)", R"(\ud800x)", R"(\ud800\n)",
          R"(\udc00\ud800)", R"(\uD83D\u0041)", R"(\ud83d\ude)"}) {
        unreadable("lone surrogate " + string + " in params", withParams("[\"" + string + "\"]"));
        unreadable("lone surrogate " + string + " in the id",
                   R"({"jsonrpc":"2.0","method":"m","id":")" + string + "\"}");
    }
    unreadable("NUL escaped in params", withParams(R"(["a\u0000b"])"));
    unreadable("NUL escaped in the method", R"({"jsonrpc":"2.0","id":7,"method":"m\u0000"})");
    unreadable("NUL escaped in a name", withMember(R"("a\u0000":1)"));
    unreadable("NUL in params", withParams("[\"a\0b\"]"s));
    unreadable("NUL between members", "{\"jsonrpc\":\"2.0\",\0\"id\":7,\"method\":\"m\"}"s);
    unreadable("NUL after the object", "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"m\"}\0"s);
    unreadable("NUL alone", "\0"s);
    unreadable("params 64 arrays deep, 65 with the envelope", withParams(nested("[", "", "]", 64)));
    unreadable("params 1,025 arrays deep", withParams(nested("[", "", "]", 1025)));
    unreadable("params 1,025 objects deep", withParams(nested("{\"a\":", "1", "}", 1025)));
    unreadable("unknown member 65 deep", withMember("\"x\":" + nested("[", "", "]", 64)));
    unreadable("65 arrays", nested("[", "", "]", 65));
    unreadable("60,000 open brackets", std::string(60000, '['));
    unreadable("30,000 open objects", nested("{\"\":", "", "", 30000));
    return rows;
}

/// The rest of row P7: good envelopes whose params are not those of bench/sleep {ms} or notes/search {query}, which
/// says the event, not the codec. 2^53+1 is a number like others, but no integer that arrives as it was sent.
[[nodiscard]] inline std::vector<BadEnvelopeRow> badParams()
{
    std::vector<BadEnvelopeRow> rows;
    const auto add = [&rows](const std::string &method, const std::string &params) {
        const std::string text = R"({"jsonrpc":"2.0","id":7,"method":")" + method + R"(","params":)" + params + "}";
        rows.push_back({method + ' ' + params, text, ErrorCode::InvalidParams, "7"});
    };
    for (const std::string value : {"9007199254740993", "-9007199254740993", "9007199254740993.0", "9007199254740992",
                                    "1e16", "1.5", "-1", "\"1\"", "true", "[1]", "{}", "null"})
        add("bench/sleep", "{\"ms\":" + value + "}");
    for (const std::string value : {"1", "1.5", "true", "[]", "{}", "null", "[\"x\"]"})
        add("notes/search", "{\"query\":" + value + "}");
    for (const std::string params : {"[]", "[1]", "{}", R"({"MS":1})", R"({"ms":1,"ms":"1"})"})
        add("bench/sleep", params);
    return rows;
}

} // namespace sluice::test
