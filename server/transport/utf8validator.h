#pragma once

#include <QtGlobal>

#include <string_view>

namespace sluice::server {

/// Checks UTF-8 that arrives in pieces and fails at the first byte that no continuation can mend.
/// Source: RFC 3629; Unicode, table 3-7. Thread: one at a time (a value).
class Utf8Validator
{
public:
    /// False as soon as the text is wrong; then it must not be fed again.
    [[nodiscard]] bool feed(std::string_view piece) noexcept;
    /// Whether the text may end here: no character is cut.
    [[nodiscard]] bool isComplete() const noexcept { return m_missing == 0; }

private:
    bool begin(quint8 lead) noexcept;

    quint8 m_missing = 0; ///< Continuation bytes that the character still needs.
    quint8 m_low = 0x80;  ///< The range of the next one: narrower after some leads, against overlong forms,
    quint8 m_high = 0xBF; ///< surrogates and what lies beyond U+10FFFF.
};

/// Whether the whole text is UTF-8. Thread: any.
[[nodiscard]] bool isUtf8(std::string_view text) noexcept;

} // namespace sluice::server
