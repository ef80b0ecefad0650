#pragma once

#include "shared/base/random.h"

#include <QtGlobal>

#include <functional>
#include <string_view>

namespace sluice::server {

/// 128 bits that stand for a text. Two texts with one hash cannot be found without the secret, and do not happen.
struct KeyHash {
    quint64 low = 0;
    quint64 high = 0;

    bool operator==(const KeyHash &) const = default;
};

/// SipHash-2-4 with 128 bits of output under a secret of this process, so that clients who choose their own names can
/// neither collide with others' keys nor unbalance a table.
/// Source: https://github.com/veorq/SipHash (reference implementation and vectors).
/// Thread: any (immutable).
class KeyHasher
{
public:
    explicit KeyHasher(Random &random);
    /// With a given secret, for tests.
    KeyHasher(quint64 key0, quint64 key1) noexcept;

    [[nodiscard]] KeyHash operator()(std::string_view text) const noexcept;

private:
    quint64 m_key0;
    quint64 m_key1;
};

} // namespace sluice::server

template <>
struct std::hash<sluice::server::KeyHash> {
    size_t operator()(const sluice::server::KeyHash &key) const noexcept { return key.low; }
};
