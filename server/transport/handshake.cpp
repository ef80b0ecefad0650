#include "server/transport/handshake.h"

#include "shared/protocol/version.h"

#include <QByteArray>

#include <algorithm>
#include <utility>

namespace sluice::server {

namespace {

constexpr qsizetype kKeyBytes = 16;

bool isKey(std::string_view text)
{
    const auto decoded = QByteArray::fromBase64Encoding({text.data(), static_cast<qsizetype>(text.size())},
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded && (*decoded).size() == kKeyBytes;
}

// Without userinfo, path or query: a host, perhaps with a port.
bool isHost(std::string_view text)
{
    return !text.empty() && text.find_first_of("@/?#\\\"<> \t,") == std::string_view::npos;
}

// What stands before the separator; the rest is what stands behind it.
std::string_view cut(std::string_view &rest, char separator)
{
    const size_t at = std::min(rest.find(separator), rest.size());
    const std::string_view first = rest.substr(0, at);
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return first;
}

std::string_view trimmed(std::string_view text)
{
    const size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

std::optional<HttpRefusal> upgradeFault(const HttpRequest &request)
{
    if (request.method != "GET")
        return HttpRefusal{405, "Only GET is served here: this is a WebSocket endpoint.", 0, "Allow: GET"};
    if (request.version != "1.1")
        return HttpRefusal{400, "A WebSocket handshake needs HTTP/1.1."};
    if (request.count("Host") != 1)
        return HttpRefusal{400, "The request needs exactly one Host header."};
    if (!isHost(request.header("Host")))
        return HttpRefusal{400, "The Host header must be a host, with or without a port."};
    if (!request.hasToken("Upgrade", "websocket") || !request.hasToken("Connection", "Upgrade"))
        return HttpRefusal{426, "This is a WebSocket endpoint: Upgrade: websocket and Connection: Upgrade are needed.",
                           0, "Upgrade: websocket"};
    if (request.header("Sec-WebSocket-Version") != "13" || request.count("Sec-WebSocket-Version") != 1)
        return HttpRefusal{426, "Only WebSocket version 13 is spoken here.", 0, "Sec-WebSocket-Version: 13"};
    if (request.count("Sec-WebSocket-Key") != 1 || !isKey(request.header("Sec-WebSocket-Key")))
        return HttpRefusal{400, "Sec-WebSocket-Key must be 16 bytes in base64."};
    if (request.count("Content-Length") != 0 || request.count("Transfer-Encoding") != 0)
        return HttpRefusal{400, "A WebSocket handshake has no body."};
    return std::nullopt;
}

std::shared_ptr<const admin::ClientClaims> claimsOf(const HttpRequest &request)
{
    const auto claim = [&request](std::string_view header) {
        return std::string(request.header(header).substr(0, kClaimBytes));
    };
    admin::ClientClaims claims{claim("User-Agent"), claim("Origin")};
    if (claims.userAgent.empty() && claims.origin.empty())
        return nullptr;
    return std::make_shared<const admin::ClientClaims>(std::move(claims));
}

std::string_view presentedToken(const HttpRequest &request)
{
    constexpr std::string_view kScheme = "Bearer ";
    const std::string_view authorization = request.header("Authorization");
    if (authorization.size() > kScheme.size() && equalsIgnoringCase(authorization.substr(0, kScheme.size()), kScheme))
        return authorization.substr(kScheme.size());
    const auto protocols = request.list("Sec-WebSocket-Protocol");
    if (protocols.size() >= 2 && protocols[0] == protocol::kBearerSubprotocol)
        return protocols[1];
    return {};
}

std::optional<std::string_view> cookieValue(const HttpRequest &request, std::string_view name)
{
    std::optional<std::string_view> value;
    for (const auto &[header, pairs] : request.headers) {
        if (!equalsIgnoringCase(header, "Cookie"))
            continue;
        for (std::string_view rest = pairs; !rest.empty();) {
            const std::string_view pair = trimmed(cut(rest, ';'));
            const size_t equals = pair.find('=');
            if (equals == std::string_view::npos || pair.substr(0, equals) != name)
                continue;
            if (value)
                return std::nullopt;
            value = pair.substr(equals + 1);
        }
    }
    return value.value_or(std::string_view());
}

std::string_view queryToken(const HttpRequest &request)
{
    constexpr std::string_view kParameter = "access_token=";
    for (std::string_view rest = request.query; !rest.empty();) {
        const std::string_view parameter = cut(rest, '&');
        if (parameter.starts_with(kParameter))
            return parameter.substr(kParameter.size());
    }
    return {};
}

} // namespace sluice::server
