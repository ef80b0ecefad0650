#pragma once

#include <string_view>

namespace sluice {

/// Every error a client can be told, with its JSON-RPC code (protocol.md's table; -32001, -32002 and
/// -32096..-32099 belong to clients and are never used).
/// Source: JSON-RPC 2.0, section 5.1, for -32700..-32603; LSP for -32800.
enum class ErrorCode : int {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    Unauthorized = -32010,
    Forbidden = -32011,
    TokenExpired = -32012,
    NotFound = -32020,
    Conflict = -32021,
    BackendFailed = -32022,
    RateLimited = -32029,
    Overloaded = -32030,
    Timeout = -32031,
    Draining = -32032,
    Unavailable = -32033,
    Busy = -32034,
    StorageFull = -32035,
    StaleBase = -32036,
    Cancelled = -32800,
};

/// Whether a code is for what is behind an event to give a meaning of its own: all that JSON-RPC does not reserve.
/// Source: JSON-RPC 2.0, section 5.1.
[[nodiscard]] constexpr bool isApplicationCode(int code) noexcept
{
    return code < -32768 || code > -32000;
}

/// The stable English text that goes to clients with the code; operators get the detail elsewhere.
/// Thread: any.
[[nodiscard]] std::string_view errorText(ErrorCode code) noexcept;

} // namespace sluice
