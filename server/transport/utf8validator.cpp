#include "server/transport/utf8validator.h"

#include <cstring>

namespace sluice::server {

namespace {

/// How many bytes at the start are ASCII, to the nearest eight or to the end.
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

} // namespace

bool Utf8Validator::feed(std::string_view piece) noexcept
{
    for (size_t at = 0; at < piece.size(); ++at) {
        if (m_missing == 0) {
            at += asciiLength(piece.substr(at));
            if (at == piece.size())
                return true;
            if (!begin(static_cast<quint8>(piece[at])))
                return false;
            continue;
        }
        const auto byte = static_cast<quint8>(piece[at]);
        if (byte < m_low || byte > m_high)
            return false;
        --m_missing;
        m_low = 0x80;
        m_high = 0xBF;
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
