#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::server {

/// An IPv4 or IPv6 address. An IPv4 address written as IPv6 (::ffff:10.0.0.1) is the IPv4 address.
/// Thread: any (a value).
struct IpAddress {
    std::array<unsigned char, 16> bytes{}; ///< As IPv6, in network order.

    /// Errors: nothing for what is not an address in its usual form; a zone (fe80::1%eth0) is none.
    [[nodiscard]] static std::optional<IpAddress> parse(std::string_view text);
    [[nodiscard]] std::string toText() const;
    bool operator==(const IpAddress &) const = default;
};

/// Addresses that begin with the same bits: "10.0.0.0/8", "fd00::/8", or a single one.
/// Thread: any (a value).
class Network
{
public:
    /// Errors: nothing for what is not a network, and for one with bits set behind its prefix: it is a mistake.
    [[nodiscard]] static std::optional<Network> parse(std::string_view text);
    [[nodiscard]] bool contains(const IpAddress &address) const;

private:
    IpAddress m_base;
    int m_bits = 128;
};

/// Whether one of the networks has the address.
[[nodiscard]] bool contains(const std::vector<Network> &networks, const IpAddress &address);

} // namespace sluice::server
