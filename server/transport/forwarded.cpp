#include "server/transport/forwarded.h"

namespace sluice::server {

namespace {

// "10.0.0.1", "10.0.0.1:80", "::1", "[::1]" or "[::1]:80".
std::optional<IpAddress> addressOf(std::string_view hop)
{
    if (hop.starts_with('[')) {
        const size_t end = hop.find(']');
        const bool isEnd = end != std::string_view::npos && (end + 1 == hop.size() || hop[end + 1] == ':');
        return isEnd ? IpAddress::parse(hop.substr(1, end - 1)) : std::nullopt;
    }
    const size_t colon = hop.find(':');
    const bool hasPort = colon != std::string_view::npos && colon == hop.rfind(':');
    return IpAddress::parse(hasPort ? hop.substr(0, colon) : hop);
}

} // namespace

std::optional<IpAddress> forwardedFor(const HttpRequest &request, const std::vector<Network> &proxies)
{
    const auto hops = request.list("X-Forwarded-For");
    std::optional<IpAddress> address;
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        address = addressOf(*hop);
        if (!address || !contains(proxies, *address))
            return address;
    }
    return address;
}

} // namespace sluice::server
