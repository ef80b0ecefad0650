#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include <QStringList>
#include <QtGlobal>

namespace sluice::server {

/// The signatures that a token may have. Source: RFC 7518, section 3.1; RFC 8037, section 3.1.
enum class TokenAlgorithm : quint8 { Hs256, Hs384, Hs512, Rs256, Ps256, Es256, EdDsa };

inline constexpr std::array kTokenAlgorithms{TokenAlgorithm::Hs256, TokenAlgorithm::Hs384, TokenAlgorithm::Hs512,
                                             TokenAlgorithm::Rs256, TokenAlgorithm::Ps256, TokenAlgorithm::Es256,
                                             TokenAlgorithm::EdDsa};

/// As in `alg`: "HS256", exactly so.
[[nodiscard]] std::string_view nameOf(TokenAlgorithm algorithm) noexcept;
/// Errors: nothing for any other text, "none" and "hs256" among them.
[[nodiscard]] std::optional<TokenAlgorithm> tokenAlgorithm(std::string_view name) noexcept;

/// Bytes of the hash of an HMAC, which is also the least length of its secret; 0 for the others.
/// Source: RFC 7518, section 3.2.
[[nodiscard]] size_t hmacBytes(TokenAlgorithm algorithm) noexcept;

/// A set of them. Thread: any (a value).
class TokenAlgorithms
{
public:
    constexpr TokenAlgorithms() = default;
    constexpr TokenAlgorithms(std::initializer_list<TokenAlgorithm> algorithms)
    {
        for (const TokenAlgorithm algorithm : algorithms)
            add(algorithm);
    }
    /// Names that are none are left out.
    [[nodiscard]] static TokenAlgorithms fromNames(const QStringList &names);

    constexpr void add(TokenAlgorithm algorithm) { m_bits |= bit(algorithm); }
    [[nodiscard]] constexpr bool contains(TokenAlgorithm algorithm) const { return (m_bits & bit(algorithm)) != 0; }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    /// Those that are in both.
    [[nodiscard]] constexpr TokenAlgorithms common(TokenAlgorithms other) const
    {
        TokenAlgorithms both;
        both.m_bits = m_bits & other.m_bits;
        return both;
    }

private:
    [[nodiscard]] static constexpr unsigned bit(TokenAlgorithm algorithm)
    {
        return 1U << static_cast<unsigned>(algorithm);
    }

    unsigned m_bits = 0;
};

} // namespace sluice::server
