#include "server/config/network.h"

#include <algorithm>
#include <charconv>

#include <arpa/inet.h>

namespace sluice::server {

namespace {

constexpr int kIpv6Bits = 128;
constexpr int kIpv4Bits = 32;
constexpr std::array<unsigned char, 12> kIpv4Prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool isIpv4(const IpAddress &address)
{
    return std::equal(kIpv4Prefix.begin(), kIpv4Prefix.end(), address.bytes.begin());
}

// The address with everything behind its first bits cleared.
IpAddress masked(IpAddress address, int bits)
{
    for (size_t i = 0; i < address.bytes.size(); ++i) {
        const int kept = std::clamp(bits - static_cast<int>(i) * 8, 0, 8);
        address.bytes[i] = static_cast<unsigned char>(address.bytes[i] & (0xff00 >> kept));
    }
    return address;
}

std::optional<int> bitsOf(std::string_view text, int most)
{
    int bits = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
    if (error != std::errc{} || end != text.data() + text.size() || bits < 0 || bits > most)
        return std::nullopt;
    return bits;
}

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    std::array<char, INET6_ADDRSTRLEN> terminated{};
    if (text.size() >= terminated.size() || text.find('\0') != std::string_view::npos)
        return std::nullopt;
    std::copy(text.begin(), text.end(), terminated.begin());
    IpAddress address;
    if (::inet_pton(AF_INET6, terminated.data(), address.bytes.data()) == 1)
        return address;
    std::copy(kIpv4Prefix.begin(), kIpv4Prefix.end(), address.bytes.begin());
    if (::inet_pton(AF_INET, terminated.data(), address.bytes.data() + kIpv4Prefix.size()) == 1)
        return address;
    return std::nullopt;
}

std::string IpAddress::toText() const
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool four = isIpv4(*this);
    ::inet_ntop(four ? AF_INET : AF_INET6, bytes.data() + (four ? kIpv4Prefix.size() : 0), text.data(), text.size());
    return text.data();
}

std::optional<Network> Network::parse(std::string_view text)
{
    const size_t slash = text.find('/');
    const auto base = IpAddress::parse(text.substr(0, slash));
    if (!base)
        return std::nullopt;
    Network network;
    network.m_base = *base;
    if (slash == std::string_view::npos)
        return network;
    const bool four = text.find(':') == std::string_view::npos;
    const auto bits = bitsOf(text.substr(slash + 1), four ? kIpv4Bits : kIpv6Bits);
    if (!bits)
        return std::nullopt;
    network.m_bits = four ? *bits + kIpv6Bits - kIpv4Bits : *bits;
    if (masked(*base, network.m_bits) != *base)
        return std::nullopt;
    return network;
}

bool Network::contains(const IpAddress &address) const
{
    return masked(address, m_bits) == m_base;
}

bool contains(const std::vector<Network> &networks, const IpAddress &address)
{
    return std::any_of(networks.begin(), networks.end(),
                       [&](const Network &network) { return network.contains(address); });
}

} // namespace sluice::server
