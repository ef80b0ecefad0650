#include "server/transport/httprequest.h"

#include <algorithm>

namespace sluice::server {

namespace {

constexpr std::string_view kTokenPunctuation = "!#$%&'*+-.^_`|~";

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || kTokenPunctuation.find(c) != std::string_view::npos;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string_view trimmed(std::string_view text)
{
    const size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool isFieldValue(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
    });
}

tl::unexpected<HttpRefusal> malformed()
{
    return tl::unexpected(HttpRefusal{400, "The request is malformed."});
}

tl::unexpected<HttpRefusal> tooLarge(std::string text)
{
    return tl::unexpected(HttpRefusal{431, std::move(text), 0, {}, Counter::ConnectionsRefusedHeaderSize});
}

// Takes one line off the front.
tl::expected<std::string_view, HttpRefusal> takeLine(std::string_view &bytes)
{
    const size_t end = bytes.find("\r\n");
    if (end == std::string_view::npos)
        return malformed();
    if (end > kHeaderLineBytes)
        return tooLarge("A line of the request header is too long.");
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end + 2);
    if (!isFieldValue(line)) // a bare CR or LF among others
        return malformed();
    return line;
}

// A target as a proxy gets it (RFC 9112, 3.2.2), which a server must take too: what its host is says the Host header.
std::string_view withoutAuthority(std::string_view target)
{
    for (const std::string_view scheme : {"http://", "https://", "ws://", "wss://"}) {
        if (target.size() <= scheme.size() || !equalsIgnoringCase(target.substr(0, scheme.size()), scheme))
            continue;
        const size_t path = target.find_first_of("/?", scheme.size());
        if (path == scheme.size())
            return target; // no host: neither a path nor a URL
        return path == std::string_view::npos ? std::string_view{} : target.substr(path);
    }
    return target;
}

void setTarget(std::string_view target, HttpRequest &request)
{
    const std::string_view local = withoutAuthority(target);
    const size_t mark = local.find('?');
    request.path = local.substr(0, mark);
    if (request.path.empty())
        request.path = "/";
    request.query = mark == std::string_view::npos ? std::string_view{} : local.substr(mark + 1);
}

bool parseRequestLine(std::string_view line, HttpRequest &request)
{
    const size_t first = line.find(' ');
    const size_t last = line.rfind(' ');
    constexpr std::string_view kProtocol = "HTTP/";
    if (first == std::string_view::npos || first == last)
        return false;
    request.method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view protocol = line.substr(last + 1);
    if (request.method.empty() || !std::all_of(request.method.begin(), request.method.end(), isTokenCharacter))
        return false;
    if (target.empty() || target.find(' ') != std::string_view::npos)
        return false;
    if (!protocol.starts_with(kProtocol))
        return false;
    request.version = protocol.substr(kProtocol.size());
    setTarget(target, request);
    return true;
}

std::string_view reasonOf(int status)
{
    switch (status) {
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    default: return "Error";
    }
}

} // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view HttpRequest::header(std::string_view name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const auto &field) { return equalsIgnoringCase(field.first, name); });
    return found == headers.end() ? std::string_view{} : found->second;
}

size_t HttpRequest::count(std::string_view name) const
{
    return static_cast<size_t>(std::count_if(headers.begin(), headers.end(),
                                             [&](const auto &field) { return equalsIgnoringCase(field.first, name); }));
}

std::vector<std::string_view> HttpRequest::list(std::string_view name) const
{
    std::vector<std::string_view> result;
    for (const auto &[field, value] : headers) {
        if (!equalsIgnoringCase(field, name))
            continue;
        for (std::string_view rest = value; !rest.empty();) {
            const size_t comma = rest.find(',');
            if (const std::string_view member = trimmed(rest.substr(0, comma)); !member.empty())
                result.push_back(member);
            rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
        }
    }
    return result;
}

bool HttpRequest::hasToken(std::string_view name, std::string_view token) const
{
    const auto members = list(name);
    return std::any_of(members.begin(), members.end(),
                       [&](std::string_view m) { return equalsIgnoringCase(m, token); });
}

std::optional<size_t> endOfHttpHead(std::string_view bytes)
{
    const size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return std::nullopt;
    return end + 4;
}

tl::expected<HttpRequest, HttpRefusal> parseHttpRequest(std::string_view head)
{
    HttpRequest request;
    const auto first = takeLine(head);
    if (!first)
        return tl::unexpected(first.error());
    if (!parseRequestLine(*first, request))
        return malformed();
    for (;;) {
        const auto line = takeLine(head);
        if (!line)
            return tl::unexpected(line.error());
        if (line->empty())
            return request;
        const size_t colon = line->find(':');
        const std::string_view name = line->substr(0, colon);
        if (colon == std::string_view::npos || name.empty() || !std::all_of(name.begin(), name.end(), isTokenCharacter))
            return malformed();
        if (request.headers.size() >= kHeaderFields)
            return tooLarge("The request has too many header fields.");
        request.headers.emplace_back(name, trimmed(line->substr(colon + 1)));
    }
}

std::string encodeHttpRefusal(const HttpRefusal &refusal)
{
    const std::string body = refusal.text + "\n";
    std::string out = "HTTP/1.1 " + std::to_string(refusal.status) + " ";
    out += reasonOf(refusal.status);
    out += "\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n";
    if (refusal.retryAfterSeconds > 0)
        out += "Retry-After: " + std::to_string(refusal.retryAfterSeconds) + "\r\n";
    if (!refusal.extraHeader.empty())
        out += refusal.extraHeader + "\r\n";
    return out + "\r\n" + body;
}

} // namespace sluice::server
