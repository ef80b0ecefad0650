#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sluice::protocol {

/// Why a text is not JSON that Sluice takes.
enum class JsonFault : quint8 {
    None,
    Syntax,           ///< Not JSON by RFC 8259.
    TooDeep,          ///< More containers inside each other than allowed.
    LoneSurrogate,    ///< A \u escape for half of a code point, which no UTF-8 can hold.
    Nul,              ///< A NUL, raw or as an escape.
    NumberOutOfRange, ///< Well-formed, but a number has no finite double. Told apart because the rest can be read.
};

/// The hardest limit on nesting; what JsonScanner reserves room for.
inline constexpr int kMaxJsonDepth = 1024;

/// A JSON string as it stands in the text, without its quotes.
struct JsonString {
    std::string_view raw;
    bool escaped = false; ///< Whether `raw` has escapes; if not, it is the string itself.
};

/// How many bytes at the start of `text` a JSON string may hold as they are: none is a quote, a backslash or a control.
/// Thread: any.
[[nodiscard]] size_t plainLength(std::string_view text) noexcept;

/// Appends the characters that `raw` stands for, as UTF-8; never more bytes than `raw` has.
/// Requires: `raw` is the inside of a string that JsonScanner accepted. Thread: any.
void appendUnescaped(std::string &out, std::string_view raw);

/// A cursor that checks JSON strictly in one pass, without recursion and without allocating: it finds where values
/// begin and end and leaves their meaning to the caller. Bytes from 0x80 pass through inside strings: the frame decoder
/// has validated UTF-8.
/// After a fault every function fails, and fault() says what was wrong first.
/// Source: RFC 8259. Thread: one at a time (a value).
class JsonScanner
{
public:
    /// `depthLimit` counts containers inside each other, the outermost included; capped at kMaxJsonDepth.
    JsonScanner(std::string_view text, int depthLimit) noexcept;

    /// The next byte that is not white space, or 0 at the end.
    [[nodiscard]] char peek() noexcept
    {
        skipSpace();
        return current();
    }
    /// True when only white space is left and nothing was wrong.
    [[nodiscard]] bool atEnd() noexcept { return m_fault == JsonFault::None && peek() == '\0' && m_at == m_end; }
    /// Takes one value of any kind and gives its extent; empty on a fault.
    [[nodiscard]] std::string_view value() noexcept;
    /// Takes an object, calling `visit(const JsonString &key, std::string_view value)` for each member.
    /// Requires: peek() is '{'.
    template <typename Visit>
    bool object(Visit &&visit);
    /// Takes an array, calling `visit()` at each element, which takes it and says whether to go on.
    /// Requires: peek() is '['.
    template <typename Visit>
    bool array(Visit &&visit);

    /// Where the cursor stands, for extents that the caller measures itself.
    [[nodiscard]] const char *position() const noexcept { return m_at; }
    [[nodiscard]] JsonFault fault() const noexcept { return m_fault; }
    /// Whether a number since the last call has no finite double.
    bool takeNumberOutOfRange() noexcept { return std::exchange(m_numberOutOfRange, false); }

private:
    [[nodiscard]] char current() const noexcept { return m_at < m_end ? *m_at : '\0'; }
    void skipSpace() noexcept
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }
    bool consume(char expected) noexcept
    {
        if (m_fault != JsonFault::None || peek() != expected)
            return false;
        ++m_at;
        return true;
    }
    bool open(bool object) noexcept;
    bool close() noexcept;
    bool key(JsonString &key) noexcept;
    bool skipValue() noexcept;
    bool skipScalar() noexcept;
    bool skipString(bool &escaped) noexcept;
    bool skipEscape() noexcept;
    bool skipUnicodeEscape() noexcept;
    bool skipNumber() noexcept;
    bool skipDigits() noexcept;
    bool skipLiteral(std::string_view literal) noexcept;
    bool insideObject() const noexcept;
    bool fail(JsonFault fault) noexcept;
    bool failHere() noexcept;

    const char *m_at;
    const char *m_end;
    int m_depth = 0;
    int m_depthLimit;
    JsonFault m_fault = JsonFault::None;
    bool m_numberOutOfRange = false;
    /// A bit for each open container: set for an object. A word is written when its first container opens; to clear all
    /// of them for each text would cost more than scanning a small one's braces.
    std::array<quint64, kMaxJsonDepth / 64> m_objects;
};

/// Checks a whole text. NumberOutOfRange only when nothing else is wrong. Thread: any.
[[nodiscard]] JsonFault checkJson(std::string_view text, int depthLimit = kMaxJsonDepth) noexcept;

/// The extent of a member's value in the text of an object; of equal keys the last, as QJsonDocument reads it.
/// Nothing when there is no such member or the text is not an object. Thread: any.
[[nodiscard]] std::optional<std::string_view> rawMember(std::string_view objectJson, std::string_view key);

template <typename Visit>
bool JsonScanner::object(Visit &&visit)
{
    if (!open(true))
        return false;
    if (peek() == '}')
        return close();
    do {
        JsonString name;
        if (!key(name))
            return false;
        const std::string_view member = value();
        if (member.empty())
            return false;
        visit(name, member);
    } while (consume(','));
    return close();
}

template <typename Visit>
bool JsonScanner::array(Visit &&visit)
{
    if (!open(false))
        return false;
    if (peek() == ']')
        return close();
    do {
        if (!visit())
            return false;
    } while (consume(','));
    return close();
}

} // namespace sluice::protocol
