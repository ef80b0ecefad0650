#include "server/http/httpresponse.h"

namespace sluice::server {

std::string_view httpReason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return status < 500 ? "Error" : "Internal Server Error";
    }
}

std::string encodeHttpResponse(const HttpResponse &response, const HttpFraming &framing)
{
    std::string out = "HTTP/1.1 " + std::to_string(response.status) + ' ';
    out += httpReason(response.status);
    const auto add = [&out](std::string_view name, std::string_view value) {
        out.append("\r\n").append(name).append(": ").append(value);
    };
    if (!framing.date.empty())
        add("Date", framing.date);
    add("Content-Type", response.contentType);
    add("Content-Length", std::to_string(response.body.size()));
    for (const auto &[name, value] : response.headers)
        add(name, value);
    if (framing.closes)
        add("Connection", "close");
    out += "\r\n\r\n";
    if (!framing.headOnly)
        out += response.body;
    return out;
}

} // namespace sluice::server
