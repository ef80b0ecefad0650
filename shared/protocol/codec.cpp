#include "shared/protocol/codec.h"

#include "shared/protocol/jsonscanner.h"
#include "shared/protocol/version.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace sluice::protocol {

namespace {

constexpr std::string_view kNullId = "null";

enum Member : size_t { Id, JsonRpc, Method, Params, TimeoutMs, IdempotencyKey, Result, Error, MemberCount };

constexpr std::array<std::string_view, MemberCount> kMemberNames{"id",        "jsonrpc",        "method", "params",
                                                                 "timeoutMs", "idempotencyKey", "result", "error"};

/// By the length first, which tells most of them apart.
Member memberOf(std::string_view name) noexcept
{
    const auto ifNamed = [name](Member member) { return name == kMemberNames[member] ? member : MemberCount; };
    switch (name.size()) {
    case 2: return ifNamed(Id);
    case 5: return ifNamed(Error);
    case 6: return ifNamed(name[0] == 'm' ? Method : name[0] == 'p' ? Params : Result);
    case 7: return ifNamed(JsonRpc);
    case 9: return ifNamed(TimeoutMs);
    case 14: return ifNamed(IdempotencyKey);
    default: return MemberCount;
    }
}

bool isString(std::string_view value) noexcept
{
    return value.front() == '"';
}
bool isNumber(std::string_view value) noexcept
{
    return value.front() == '-' || (value.front() >= '0' && value.front() <= '9');
}
bool isContainer(std::string_view value) noexcept
{
    return value.front() == '{' || value.front() == '[';
}

/// A positive whole number, however it is written (1500, 1500.0, 1.5e3). A deadline beyond the integers is no limit.
std::optional<std::chrono::milliseconds> positiveMilliseconds(std::string_view number) noexcept
{
    constexpr double kMost = std::numeric_limits<int>::max();
    if (!isNumber(number))
        return std::nullopt;
    double value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    if (value < 1 || value != std::floor(value))
        return std::nullopt;
    return std::chrono::milliseconds(static_cast<int>(std::min(value, kMost)));
}

BadEnvelope unreadable(JsonFault fault) noexcept
{
    std::string_view reason = "not JSON";
    switch (fault) {
    case JsonFault::TooDeep: reason = "nested too deeply"; break;
    case JsonFault::LoneSurrogate: reason = "lone surrogate"; break;
    case JsonFault::Nul: reason = "NUL character"; break;
    case JsonFault::None:
    case JsonFault::Syntax:
    case JsonFault::NumberOutOfRange: break;
    }
    return BadEnvelope{ErrorCode::ParseError, kNullId, {}, reason};
}

BadEnvelope invalid(std::string_view id, std::string_view field, std::string_view reason) noexcept
{
    return BadEnvelope{ErrorCode::InvalidRequest, id, field, reason};
}

void appendNumber(std::string &out, qint64 number)
{
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    Q_UNUSED(error);
    out.append(digits.data(), end);
}

void appendEscaped(std::string &out, char c)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out.push_back(kHex[byte >> 4]);
    out.push_back(kHex[byte & 0xF]);
}

std::string_view nameOf(RateScope scope) noexcept
{
    switch (scope) {
    case RateScope::User: return "user";
    case RateScope::Event: return "event";
    case RateScope::Ip: return "ip";
    case RateScope::Global: return "global";
    }
    return "global";
}

QByteArray toBytes(const std::string &text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

void appendErrorObject(std::string &out, std::string_view id, ErrorCode code, std::string_view text,
                       std::string_view dataJson)
{
    Q_ASSERT(!id.empty());
    out += R"({"jsonrpc":"2.0","id":)";
    out += id;
    out += R"(,"error":{"code":)";
    appendNumber(out, static_cast<int>(code));
    out += R"(,"message":)";
    appendJsonString(out, text);
    if (!dataJson.empty()) {
        out += R"(,"data":)";
        out += dataJson;
    }
    out += "}}";
}

} // namespace

/// The known members of one object, raw; empty where absent.
struct Decoder::Members {
    std::string_view text;
    std::array<std::string_view, MemberCount> values;
    std::string_view duplicate;      ///< The name of a member that came twice.
    Member outOfRange = MemberCount; ///< A known member with a number that no double holds; the id before others.
    bool anyOutOfRange = false;

    /// Errors: with a null id, since this one cannot be echoed.
    [[nodiscard]] std::optional<BadEnvelope> badId() const noexcept
    {
        const std::string_view id = values[Id];
        if (duplicate == kMemberNames[Id])
            return invalid(kNullId, kMemberNames[Id], "duplicate member");
        if (!id.empty() && !isString(id) && !isNumber(id) && id != kNullId)
            return invalid(kNullId, kMemberNames[Id], "not a string, a number or null");
        if (id.size() > kMaxIdBytes)
            return invalid(kNullId, kMemberNames[Id], "too long");
        if (outOfRange == Id)
            return BadEnvelope{ErrorCode::InvalidParams, kNullId, kMemberNames[Id], "number out of range"};
        return std::nullopt;
    }
};

const Decoded &Decoder::decode(std::string_view text, const DecodeLimits &limits)
{
    m_textSize = text.size();
    m_elements.clear();
    m_unescaped.clear();
    JsonScanner scanner(text, limits.depth);
    const bool isArray = scanner.peek() == '[';
    const bool whole = isArray ? scanBatch(scanner, limits) : scanElement(scanner);
    if (scanner.fault() != JsonFault::None)
        return refuse(unreadable(scanner.fault()));
    if (!whole)
        return refuse(invalid(kNullId, {}, "batch too large"));
    if (!scanner.atEnd())
        return refuse(unreadable(JsonFault::Syntax));
    if (m_elements.empty())
        return refuse(invalid(kNullId, {}, "empty batch"));
    m_decoded = Decoded{isArray, m_elements};
    return m_decoded;
}

/// False on a fault of the text, or, without one, when there are too many elements.
bool Decoder::scanBatch(JsonScanner &scanner, const DecodeLimits &limits)
{
    return scanner.array([&] { return m_elements.size() < static_cast<size_t>(limits.batch) && scanElement(scanner); });
}

bool Decoder::scanElement(JsonScanner &scanner)
{
    if (scanner.peek() == '{')
        return scanEnvelope(scanner);
    if (scanner.value().empty())
        return false;
    m_elements.emplace_back(invalid(kNullId, {}, "not an object"));
    return true;
}

bool Decoder::scanEnvelope(JsonScanner &scanner)
{
    Members members;
    m_extraNames.clear();
    scanner.takeNumberOutOfRange();
    const char *begin = scanner.position();
    const bool whole = scanner.object([&](const JsonString &rawName, std::string_view value) {
        const std::string_view name = plain(rawName);
        const Member member = memberOf(name);
        if (scanner.takeNumberOutOfRange()) {
            members.anyOutOfRange = true;
            members.outOfRange = std::min(members.outOfRange, member);
        }
        if (member == MemberCount)
            m_extraNames.push_back(name);
        else if (std::exchange(members.values[member], value).empty())
            return;
        else if (members.duplicate != kMemberNames[Id])
            members.duplicate = kMemberNames[member];
    });
    if (!whole)
        return false;
    members.text = std::string_view(begin, static_cast<size_t>(scanner.position() - begin));
    m_elements.push_back(judge(members));
    return true;
}

/// The rules in the order in which they are told: the first broken one is the answer.
Element Decoder::judge(const Members &members)
{
    if (const auto bad = members.badId())
        return *bad;
    const std::string_view id = members.values[Id];
    const std::string_view answerId = id.empty() ? kNullId : id;
    Envelope envelope;
    envelope.text = members.text;
    envelope.id = id;
    if (const auto bad = judgeRequest(members, envelope))
        return invalid(answerId, bad->field, bad->reason);
    if (members.anyOutOfRange) {
        const bool known = members.outOfRange != MemberCount;
        const std::string_view field = known ? kMemberNames[members.outOfRange] : std::string_view();
        return BadEnvelope{ErrorCode::InvalidParams, id, field, "number out of range"};
    }
    if (const auto bad = judgeOptions(members, envelope))
        return invalid(answerId, bad->field, bad->reason);
    return envelope;
}

/// What JSON-RPC itself demands beside the id.
std::optional<Decoder::Complaint> Decoder::judgeRequest(const Members &members, Envelope &envelope)
{
    const auto &values = members.values;
    if (!members.duplicate.empty() || hasDuplicateExtra())
        return Complaint{members.duplicate, "duplicate member"};
    if (values[JsonRpc].empty() || !isString(values[JsonRpc]) || plainOf(values[JsonRpc]) != kJsonRpcVersion)
        return Complaint{kMemberNames[JsonRpc], "not \"2.0\""};
    if (values[Method].empty()) {
        const bool response = !values[Result].empty() || !values[Error].empty();
        return Complaint{kMemberNames[Method], response ? "a response, not a request" : "missing"};
    }
    if (!isString(values[Method]))
        return Complaint{kMemberNames[Method], "not a string"};
    envelope.method = plainOf(values[Method]);
    if (envelope.method.empty() || envelope.method.size() > kMaxMethodBytes)
        return Complaint{kMemberNames[Method], envelope.method.empty() ? "empty" : "too long"};
    envelope.params = values[Params];
    if (!envelope.params.empty() && !isContainer(envelope.params))
        return Complaint{kMemberNames[Params], "not an object or an array"};
    return std::nullopt;
}

/// Sluice's own members beside `params`.
std::optional<Decoder::Complaint> Decoder::judgeOptions(const Members &members, Envelope &envelope)
{
    const std::string_view key = members.values[IdempotencyKey];
    if (!key.empty()) {
        if (isString(key))
            envelope.idempotencyKey = plainOf(key);
        if (envelope.idempotencyKey.empty() || envelope.idempotencyKey.size() > kMaxIdempotencyKeyBytes)
            return Complaint{kMemberNames[IdempotencyKey], "not a string of 1 to 128 bytes"};
    }
    const std::string_view timeout = members.values[TimeoutMs];
    if (!timeout.empty()) {
        envelope.timeout = positiveMilliseconds(timeout);
        if (!envelope.timeout)
            return Complaint{kMemberNames[TimeoutMs], "not a positive whole number"};
    }
    return std::nullopt;
}

std::string_view Decoder::plain(const JsonString &string)
{
    if (!string.escaped)
        return string.raw;
    m_unescaped.reserve(m_textSize); // each string is unescaped once, so it never grows while views point into it
    const size_t at = m_unescaped.size();
    appendUnescaped(m_unescaped, string.raw);
    return std::string_view(m_unescaped).substr(at);
}

std::string_view Decoder::plainOf(std::string_view rawString)
{
    const std::string_view inside = rawString.substr(1, rawString.size() - 2);
    return plain(JsonString{inside, inside.find('\\') != std::string_view::npos});
}

bool Decoder::hasDuplicateExtra()
{
    std::sort(m_extraNames.begin(), m_extraNames.end());
    return std::adjacent_find(m_extraNames.begin(), m_extraNames.end()) != m_extraNames.end();
}

/// The text gets one answer, whatever else it held.
const Decoded &Decoder::refuse(const BadEnvelope &bad)
{
    m_elements.assign(1, bad);
    m_decoded = Decoded{false, m_elements};
    return m_decoded;
}

void appendResult(std::string &out, std::string_view id, std::string_view resultJson)
{
    Q_ASSERT(!id.empty());
    out += R"({"jsonrpc":"2.0","id":)";
    out += id;
    out += R"(,"result":)";
    out += resultJson.empty() ? std::string_view("null") : resultJson;
    out += '}';
}

void appendError(std::string &out, std::string_view id, ErrorCode code, std::string_view dataJson)
{
    appendErrorObject(out, id, code, errorText(code), dataJson);
}

void appendError(std::string &out, std::string_view id, const sluice::Error &error)
{
    const auto view = [](const QByteArray &bytes) {
        return std::string_view(bytes.constData(), static_cast<size_t>(bytes.size()));
    };
    const std::string_view text = error.text.isEmpty() ? errorText(error.code) : view(error.text);
    appendErrorObject(out, id, error.code, text, view(error.data));
}

void appendNotification(std::string &out, std::string_view method, std::string_view paramsJson)
{
    out += R"({"jsonrpc":"2.0","method":)";
    appendJsonString(out, method);
    if (!paramsJson.empty()) {
        out += R"(,"params":)";
        out += paramsJson;
    }
    out += '}';
}

void appendJsonString(std::string &out, std::string_view utf8)
{
    out += '"';
    while (!utf8.empty()) {
        const size_t plain = plainLength(utf8);
        out += utf8.substr(0, plain);
        utf8.remove_prefix(plain);
        if (!utf8.empty()) {
            appendEscaped(out, utf8.front());
            utf8.remove_prefix(1);
        }
    }
    out += '"';
}

QByteArray rateLimitedData(const RateLimitFacts &facts)
{
    std::string data = R"({"scope":)";
    appendJsonString(data, nameOf(facts.scope));
    data += R"(,"limit":)";
    appendNumber(data, facts.limit);
    data += R"(,"windowMs":)";
    appendNumber(data, facts.window.count());
    data += R"(,"retryAfterMs":)";
    appendNumber(data, facts.retryAfter.count());
    data += R"(,"temporary":true})";
    return toBytes(data);
}

QByteArray retryData(std::chrono::milliseconds retryAfter)
{
    std::string data = R"({"retryAfterMs":)";
    appendNumber(data, retryAfter.count());
    data += R"(,"temporary":true})";
    return toBytes(data);
}

QByteArray invalidParamsData(std::string_view field, std::string_view reason)
{
    std::string data = "{";
    if (!field.empty()) {
        data += R"("field":)";
        appendJsonString(data, field);
        data += ',';
    }
    data += R"("reason":)";
    appendJsonString(data, reason);
    data += '}';
    return toBytes(data);
}

QByteArray timeoutData(std::chrono::milliseconds timeout, bool ran)
{
    std::string data = R"({"timeoutMs":)";
    appendNumber(data, timeout.count());
    data += ran ? R"(,"outcome":"unknown"})" : R"(,"outcome":"not-run"})";
    return toBytes(data);
}

QByteArray conflictData(qint64 version)
{
    std::string data = R"({"version":)";
    appendNumber(data, version);
    data += '}';
    return toBytes(data);
}

} // namespace sluice::protocol
