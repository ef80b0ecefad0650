#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice::server {

/// The answer to a request over HTTP.
struct HttpResponse {
    int status = 200;
    std::string body = {};
    std::string contentType = "application/json";
    /// Others than Date, Content-Type, Content-Length and Connection.
    std::vector<std::pair<std::string, std::string>> headers = {};
};

/// How a response goes out beside what it says.
struct HttpFraming {
    bool closes = false;   ///< The connection ends with it.
    bool headOnly = false; ///< It answers HEAD.
    std::string_view date = {};
};

/// What a status means, as the status line says it.
[[nodiscard]] std::string_view httpReason(int status);

/// Source: RFC 9112.
[[nodiscard]] std::string encodeHttpResponse(const HttpResponse &response, const HttpFraming &framing);

} // namespace sluice::server
