#include "server/policies/keyhash.h"

#include <QtEndian>

#include <bit>

namespace sluice::server {

namespace {

struct SipState {
    quint64 v0;
    quint64 v1;
    quint64 v2;
    quint64 v3;

    void round() noexcept
    {
        v0 += v1;
        v1 = std::rotl(v1, 13) ^ v0;
        v0 = std::rotl(v0, 32);
        v2 += v3;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 += v3;
        v3 = std::rotl(v3, 21) ^ v0;
        v2 += v1;
        v1 = std::rotl(v1, 17) ^ v2;
        v2 = std::rotl(v2, 32);
    }

    void absorb(quint64 word) noexcept
    {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    quint64 squeeze() noexcept
    {
        for (int i = 0; i < 4; ++i)
            round();
        return v0 ^ v1 ^ v2 ^ v3;
    }
};

} // namespace

KeyHasher::KeyHasher(Random &random)
    : m_key0(random.next())
    , m_key1(random.next())
{
}

KeyHasher::KeyHasher(quint64 key0, quint64 key1) noexcept
    : m_key0(key0)
    , m_key1(key1)
{
}

KeyHash KeyHasher::operator()(std::string_view text) const noexcept
{
    SipState state{m_key0 ^ 0x736f6d6570736575u, m_key1 ^ 0x646f72616e646f6du ^ 0xee, m_key0 ^ 0x6c7967656e657261u,
                   m_key1 ^ 0x7465646279746573u};
    const char *data = text.data();
    size_t left = text.size();
    for (; left >= 8; left -= 8, data += 8)
        state.absorb(qFromLittleEndian<quint64>(data));

    quint64 last = quint64{text.size() & 0xff} << 56;
    for (size_t i = 0; i < left; ++i)
        last |= quint64{static_cast<unsigned char>(data[i])} << (8 * i);
    state.absorb(last);

    KeyHash hash;
    state.v2 ^= 0xee;
    hash.low = state.squeeze();
    state.v1 ^= 0xdd;
    hash.high = state.squeeze();
    return hash;
}

} // namespace sluice::server
