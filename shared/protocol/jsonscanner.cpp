#include "shared/protocol/jsonscanner.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace sluice::protocol {

namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

constexpr bool isPlain(char c) noexcept
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr int hexValue(char c) noexcept
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The high bit of the lowest byte that is zero (higher bytes may be flagged wrongly).
constexpr std::uint64_t zeroBytes(std::uint64_t word) noexcept
{
    return (word - kOnes) & ~word & kHighBits;
}

/// The same for the lowest byte that is not plain.
constexpr std::uint64_t specialBytes(std::uint64_t word) noexcept
{
    const std::uint64_t controls = (word - kOnes * 0x20) & ~word & kHighBits;
    return controls | zeroBytes(word ^ (kOnes * '"')) | zeroBytes(word ^ (kOnes * '\\'));
}

#ifdef __SSE2__
/// A bit for each of sixteen bytes that is not plain.
unsigned specialBits(const char *at) noexcept
{
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
    const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    const __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    const __m128i escapes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(controls, _mm_or_si128(quotes, escapes))));
}
#endif

/// Four hexadecimal digits, or -1.
int codeUnit(const char *at, const char *end) noexcept
{
    if (end - at < 4)
        return -1;
    int unit = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexValue(at[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

constexpr bool isHighSurrogate(int unit) noexcept
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}
constexpr bool isLowSurrogate(int unit) noexcept
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// Where the decimal point of the number stands, counted from its first digit that is not 0: 10^(n-1) <= |x| < 10^n.
/// 0 for zero. Requires: a well-formed number.
int decimalMagnitude(std::string_view number) noexcept
{
    constexpr int kFar = 1'000'000'000;
    int magnitude = 0;
    bool significant = false;
    bool fraction = false;
    size_t at = number.front() == '-' ? 1 : 0;
    for (; at < number.size() && (isDigit(number[at]) || number[at] == '.'); ++at) {
        fraction = fraction || number[at] == '.';
        significant = significant || (number[at] >= '1' && number[at] <= '9');
        if (number[at] != '.' && significant && !fraction)
            ++magnitude;
        else if (number[at] == '0' && !significant && fraction)
            --magnitude;
    }
    if (!significant || at == number.size())
        return significant ? magnitude : 0;
    const bool negative = number[++at] == '-';
    int exponent = 0;
    for (at += isDigit(number[at]) ? 0 : 1; at < number.size(); ++at)
        exponent = std::min(kFar, exponent < kFar / 10 ? exponent * 10 + (number[at] - '0') : kFar);
    return magnitude + (negative ? -exponent : exponent);
}

/// Too small for a double is in range: it rounds to zero, as everywhere.
bool exceedsDouble(std::string_view number) noexcept
{
    constexpr int kLargestMagnitude = 309; // of 1.797e308
    const int magnitude = decimalMagnitude(number);
    if (magnitude != kLargestMagnitude)
        return magnitude > kLargestMagnitude;
    double value = 0;
    const auto result = std::from_chars(number.data(), number.data() + number.size(), value);
    return result.ec != std::errc() || std::isinf(value);
}

void appendUtf8(std::string &out, char32_t point)
{
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

/// Appends what the \u escape at `at` (after the u) stands for; gives how many bytes it took.
size_t appendUnicodeEscape(std::string &out, std::string_view digits)
{
    const auto unitAt = [digits](size_t at) {
        return static_cast<char32_t>(codeUnit(digits.data() + at, digits.data() + digits.size()));
    };
    const char32_t first = unitAt(0);
    if (!isHighSurrogate(static_cast<int>(first))) {
        appendUtf8(out, first);
        return 4;
    }
    appendUtf8(out, 0x10000 + ((first - 0xD800) << 10) + (unitAt(6) - 0xDC00));
    return 10;
}

constexpr char simpleEscape(char c) noexcept
{
    switch (c) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return c;
    }
}

bool equals(const JsonString &string, std::string_view plain)
{
    if (!string.escaped)
        return string.raw == plain;
    std::string unescaped;
    appendUnescaped(unescaped, string.raw);
    return unescaped == plain;
}

} // namespace

size_t plainLength(std::string_view text) noexcept
{
    size_t at = 0;
#ifdef __SSE2__
    for (; text.size() - at >= sizeof(__m128i); at += sizeof(__m128i)) {
        if (const unsigned special = specialBits(text.data() + at))
            return at + static_cast<size_t>(std::countr_zero(special));
    }
#endif
    if constexpr (std::endian::native == std::endian::little) {
        for (; text.size() - at >= sizeof(std::uint64_t); at += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + at, sizeof word);
            if (const std::uint64_t special = specialBytes(word))
                return at + static_cast<size_t>(std::countr_zero(special)) / 8;
        }
    }
    while (at < text.size() && isPlain(text[at]))
        ++at;
    return at;
}

void appendUnescaped(std::string &out, std::string_view raw)
{
    while (!raw.empty()) {
        const size_t plain = std::min(raw.find('\\'), raw.size());
        out.append(raw.substr(0, plain));
        raw.remove_prefix(plain);
        if (raw.size() < 2)
            return;
        const char kind = raw[1];
        raw.remove_prefix(2);
        if (kind == 'u')
            raw.remove_prefix(appendUnicodeEscape(out, raw));
        else
            out.push_back(simpleEscape(kind));
    }
}

JsonScanner::JsonScanner(std::string_view text, int depthLimit) noexcept
    : m_at(text.data())
    , m_end(text.data() + text.size())
    , m_depthLimit(std::min(depthLimit, kMaxJsonDepth))
{
}

std::string_view JsonScanner::value() noexcept
{
    skipSpace();
    const char *begin = m_at;
    return skipValue() ? std::string_view(begin, static_cast<size_t>(m_at - begin)) : std::string_view();
}

bool JsonScanner::insideObject() const noexcept
{
    const auto level = static_cast<size_t>(m_depth - 1);
    return (m_objects[level / 64] >> (level % 64) & 1U) != 0;
}

/// Takes the opening bracket, which the caller has seen.
bool JsonScanner::open(bool object) noexcept
{
    if (m_fault != JsonFault::None)
        return false;
    if (m_depth >= m_depthLimit)
        return fail(JsonFault::TooDeep);
    const auto level = static_cast<size_t>(m_depth++);
    const quint64 bit = quint64{1} << (level % 64);
    quint64 &word = m_objects[level / 64];
    if (level % 64 == 0)
        word = 0;
    word = object ? word | bit : word & ~bit;
    ++m_at;
    return true;
}

bool JsonScanner::close() noexcept
{
    if (m_fault != JsonFault::None)
        return false;
    if (peek() != (insideObject() ? '}' : ']'))
        return failHere();
    --m_depth;
    ++m_at;
    return true;
}

/// A member's name and its colon.
bool JsonScanner::key(JsonString &key) noexcept
{
    if (peek() != '"')
        return failHere();
    const char *begin = m_at + 1;
    if (!skipString(key.escaped))
        return false;
    key.raw = std::string_view(begin, static_cast<size_t>(m_at - begin - 1));
    return consume(':') || failHere();
}

/// One value with all that is in it. Containers are counted, not recursed into.
bool JsonScanner::skipValue() noexcept
{
    if (m_fault != JsonFault::None)
        return false;
    const int outside = m_depth;
    JsonString name;
    while (true) { // a value begins here
        const char first = peek();
        if (first == '{' || first == '[') {
            const bool object = first == '{';
            if (!open(object))
                return false;
            if (peek() != (object ? '}' : ']')) {
                if (object && !key(name))
                    return false;
                continue;
            }
            close();
        } else if (!skipScalar()) {
            return false;
        }
        while (m_depth > outside && !consume(',')) { // a value ended here
            if (!close())
                return false;
        }
        if (m_depth == outside)
            return true;
        if (insideObject() && !key(name))
            return false;
    }
}

bool JsonScanner::skipScalar() noexcept
{
    bool escaped = false;
    switch (current()) {
    case '"': return skipString(escaped);
    case 't': return skipLiteral("true");
    case 'f': return skipLiteral("false");
    case 'n': return skipLiteral("null");
    default: return skipNumber();
    }
}

/// From the opening quote past the closing one.
bool JsonScanner::skipString(bool &escaped) noexcept
{
    ++m_at;
    while (true) {
        m_at += plainLength(std::string_view(m_at, static_cast<size_t>(m_end - m_at)));
        switch (current()) {
        case '"': ++m_at; return true;
        case '\\':
            escaped = true;
            if (!skipEscape())
                return false;
            break;
        default: return failHere();
        }
    }
}

bool JsonScanner::skipEscape() noexcept
{
    ++m_at;
    switch (current()) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't': ++m_at; return true;
    case 'u': ++m_at; return skipUnicodeEscape();
    default: return failHere();
    }
}

bool JsonScanner::skipUnicodeEscape() noexcept
{
    const int unit = codeUnit(m_at, m_end);
    if (unit < 0)
        return fail(JsonFault::Syntax);
    if (unit == 0)
        return fail(JsonFault::Nul);
    if (isLowSurrogate(unit))
        return fail(JsonFault::LoneSurrogate);
    m_at += 4;
    if (!isHighSurrogate(unit))
        return true;
    if (m_end - m_at < 2 || m_at[0] != '\\' || m_at[1] != 'u' || !isLowSurrogate(codeUnit(m_at + 2, m_end)))
        return fail(JsonFault::LoneSurrogate);
    m_at += 6;
    return true;
}

bool JsonScanner::skipNumber() noexcept
{
    constexpr std::ptrdiff_t kAlwaysInRange = 308;
    const char *begin = m_at;
    if (current() == '-')
        ++m_at;
    if (current() == '0')
        ++m_at;
    else if (!skipDigits())
        return failHere();
    bool suspect = m_at - begin > kAlwaysInRange;
    if (current() == '.') {
        ++m_at;
        if (!skipDigits())
            return failHere();
    }
    if (current() == 'e' || current() == 'E') {
        ++m_at;
        if (current() == '+' || current() == '-')
            ++m_at;
        if (!skipDigits())
            return failHere();
        suspect = true;
    }
    if (suspect && exceedsDouble(std::string_view(begin, static_cast<size_t>(m_at - begin))))
        m_numberOutOfRange = true;
    return true;
}

/// At least one digit.
bool JsonScanner::skipDigits() noexcept
{
    if (!isDigit(current()))
        return false;
    do
        ++m_at;
    while (isDigit(current()));
    return true;
}

bool JsonScanner::skipLiteral(std::string_view literal) noexcept
{
    if (!std::string_view(m_at, static_cast<size_t>(m_end - m_at)).starts_with(literal))
        return fail(JsonFault::Syntax);
    m_at += literal.size();
    return true;
}

bool JsonScanner::fail(JsonFault fault) noexcept
{
    if (m_fault == JsonFault::None)
        m_fault = fault;
    return false;
}

/// The byte at the cursor does not belong here.
bool JsonScanner::failHere() noexcept
{
    return fail(m_at < m_end && *m_at == '\0' ? JsonFault::Nul : JsonFault::Syntax);
}

JsonFault checkJson(std::string_view text, int depthLimit) noexcept
{
    JsonScanner scanner(text, depthLimit);
    if (scanner.value().empty())
        return scanner.fault();
    if (!scanner.atEnd())
        return *scanner.position() == '\0' ? JsonFault::Nul : JsonFault::Syntax;
    return scanner.takeNumberOutOfRange() ? JsonFault::NumberOutOfRange : JsonFault::None;
}

std::optional<std::string_view> rawMember(std::string_view objectJson, std::string_view key)
{
    std::optional<std::string_view> found;
    JsonScanner scanner(objectJson, kMaxJsonDepth);
    if (scanner.peek() != '{')
        return found;
    const bool whole = scanner.object([&](const JsonString &name, std::string_view value) {
        if (equals(name, key))
            found = value;
    });
    return whole ? found : std::nullopt;
}

} // namespace sluice::protocol
