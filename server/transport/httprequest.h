#pragma once

#include "server/metrics/metrics.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice::server {

/// The head of an HTTP/1.1 request. The views point into the bytes that were parsed.
/// Source: RFC 9112.
struct HttpRequest {
    std::string_view method;
    std::string_view path; ///< Without the query; of an absolute target what follows its host, "/" if nothing does.
    std::string_view query;
    std::string_view version; ///< "1.1"
    std::vector<std::pair<std::string_view, std::string_view>> headers;

    /// The first header of that name (any case), trimmed; empty when absent.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] size_t count(std::string_view name) const;
    /// Whether a comma-separated header has that token (any case).
    [[nodiscard]] bool hasToken(std::string_view name, std::string_view token) const;
    /// The members of a comma-separated header, trimmed, over all its lines.
    [[nodiscard]] std::vector<std::string_view> list(std::string_view name) const;
};

inline constexpr size_t kHeaderLineBytes = 8192;
inline constexpr size_t kHeaderFields = 100;

/// Where the head ends (behind the empty line), or nothing when it is not complete yet.
[[nodiscard]] std::optional<size_t> endOfHttpHead(std::string_view bytes);

/// Compares ASCII text without regard to case.
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b);

/// A refusal before the upgrade: status line, headers, a line of text, connection closed.
struct HttpRefusal {
    int status = 400;
    std::string text = {};                                    ///< One plain English sentence for the body.
    int retryAfterSeconds = 0;                                ///< 0: no Retry-After.
    std::string extraHeader = {};                             ///< A whole line without CRLF, or empty.
    Counter countedAs = Counter::ConnectionsRefusedMalformed; ///< One of kConnectionRefusals.
    std::string detail = {}; ///< For the log: why, where the client is not told. Nothing that a client wrote.
    std::string client = {}; ///< For the log: who it is about when that is not whose place the connection has.
};
[[nodiscard]] std::string encodeHttpRefusal(const HttpRefusal &refusal);

/// Parses a complete head strictly: CRLF lines, no folding, token names, no control characters.
/// Errors: 431 for more than kHeaderFields fields or a line over kHeaderLineBytes, 400 for all else that is wrong.
/// Thread: any (pure).
[[nodiscard]] tl::expected<HttpRequest, HttpRefusal> parseHttpRequest(std::string_view head);

} // namespace sluice::server
