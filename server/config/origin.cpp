#include "server/config/origin.h"

#include "server/config/network.h"

#include <algorithm>
#include <charconv>

namespace sluice::server {

namespace {

constexpr size_t kMaxOriginBytes = 300; // a scheme, a DNS name of at most 253, a port

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isScheme(std::string_view text)
{
    return !text.empty() && isLower(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return isLower(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
    });
}

bool isName(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isLower(c) || isDigit(c) || c == '-' || c == '.' || c == '_';
    });
}

bool isIpv6(std::string_view bracketed)
{
    if (!bracketed.ends_with(']') || bracketed.find(':') == std::string_view::npos)
        return false;
    bracketed.remove_prefix(1);
    bracketed.remove_suffix(1);
    return IpAddress::parse(bracketed).has_value();
}

std::optional<int> portOf(std::string_view text)
{
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (text.empty() || !isDigit(text.front()) || error != std::errc{} || end != text.data() + text.size()
        || port > 65535)
        return std::nullopt;
    return port;
}

int defaultPort(std::string_view scheme)
{
    if (scheme == "https" || scheme == "wss")
        return 443;
    return scheme == "http" || scheme == "ws" ? 80 : -1;
}

} // namespace

std::optional<std::string> normalizedOrigin(std::string_view text)
{
    if (text.size() > kMaxOriginBytes)
        return std::nullopt;
    std::string origin(text);
    std::transform(origin.begin(), origin.end(), origin.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    const std::string_view all = origin;
    constexpr std::string_view kSeparator = "://";
    const size_t separator = all.find(kSeparator);
    if (separator == std::string_view::npos || !isScheme(all.substr(0, separator)))
        return std::nullopt;
    const std::string_view authority = all.substr(separator + kSeparator.size());
    const bool isBracketed = authority.starts_with('[');
    const size_t hostEnd = authority.find(':', isBracketed ? authority.find(']') : 0);
    const std::string_view host = authority.substr(0, hostEnd);
    if (!(isBracketed ? isIpv6(host) : isName(host)))
        return std::nullopt;
    if (hostEnd == std::string_view::npos)
        return origin;
    const auto port = portOf(authority.substr(hostEnd + 1));
    if (!port)
        return std::nullopt;
    std::string result(all.substr(0, all.size() - authority.size()));
    result += host;
    if (*port != defaultPort(all.substr(0, separator)))
        result.append(1, ':').append(std::to_string(*port));
    return result;
}

} // namespace sluice::server
