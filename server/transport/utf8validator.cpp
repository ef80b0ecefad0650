#include "server/transport/utf8validator.h"

#include <cstring>

namespace sluice::server {

namespace {

/// How many bytes at the start are ASCII.
size_t asciiLength(std::string_view text) noexcept
{
    constexpr quint64 kHighBits = 0x8080808080808080ULL;
    size_t at = 0;
    for (; text.size() - at >= sizeof(quint64); at += sizeof(quint64)) {
        quint64 word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & kHighBits) != 0)
            break;
    }
    while (at < text.size() && static_cast<quint8>(text[at]) < 0x80)
        ++at;
    return at;
}

constexpr bool isContinuation(char byte) noexcept
{
    return (static_cast<quint8>(byte) & 0xC0) == 0x80;
}

/// How many bytes at the start are whole characters of two or three bytes whose lead asks nothing special of the next
/// byte: most text that is not ASCII, without going through the state for each byte.
size_t commonLength(std::string_view text) noexcept
{
    size_t at = 0;
    while (text.size() - at >= 3) {
        const auto lead = static_cast<quint8>(text[at]);
        if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && isContinuation(text[at + 1]) && isContinuation(text[at + 2]))
            at += 3;
        else if (lead >= 0xC2 && lead < 0xE0 && isContinuation(text[at + 1]))
            at += 2;
        else
            break;
    }
    return at;
}

} // namespace

bool Utf8Validator::feed(std::string_view piece) noexcept
{
    while (!piece.empty()) {
        const auto byte = static_cast<quint8>(piece.front());
        if (m_missing == 0) {
            const size_t fast = byte < 0x80 ? asciiLength(piece) : commonLength(piece);
            if (fast == 0 && !begin(byte))
                return false;
            piece.remove_prefix(fast == 0 ? 1 : fast);
            continue;
        }
        if (byte < m_low || byte > m_high)
            return false;
        --m_missing;
        m_low = 0x80;
        m_high = 0xBF;
        piece.remove_prefix(1);
    }
    return true;
}

/// The lead byte of a character of two to four bytes.
bool Utf8Validator::begin(quint8 lead) noexcept
{
    if (lead < 0xC2 || lead > 0xF4)
        return false;
    m_missing = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    switch (lead) {
    case 0xE0: m_low = 0xA0; break;
    case 0xED: m_high = 0x9F; break;
    case 0xF0: m_low = 0x90; break;
    case 0xF4: m_high = 0x8F; break;
    default: break;
    }
    return true;
}

bool isUtf8(std::string_view text) noexcept
{
    Utf8Validator validator;
    return validator.feed(text) && validator.isComplete();
}

} // namespace sluice::server
