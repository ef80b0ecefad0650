#pragma once

#include <QtGlobal>

#include <chrono>
#include <string>

namespace sluice::server {

/// Why a backend gave no HTTP answer, or none that was taken.
enum class BackendFault : quint8 {
    None,
    Connect,   ///< Nobody takes connections there, or its name is not known.
    Tls,       ///< No TLS, or not with whom it should be.
    Lost,      ///< The connection ended before the answer did.
    Malformed, ///< What came is not HTTP.
    TooLarge,  ///< Beyond max-response-bytes.
    TimedOut,
    Cancelled, ///< Nobody waits for it any more.
    Crowded,   ///< As many as may wait for this backend do.
    Draining,  ///< The server stops.
};

/// What came of a request to a backend.
/// Thread: any (a value).
struct BackendReply {
    BackendFault fault = BackendFault::None;
    /// Whether any try was sent as a whole or may have been: then the backend may have acted.
    bool sent = false;
    int status = 0; ///< 0: no answer came.
    bool isJson = false;
    std::string body = {};                   ///< Of an answer with status 200 that is JSON; else empty.
    std::chrono::milliseconds retryAfter{0}; ///< What the answer asked for; 0: nothing.
    std::string detail = {};                 ///< For operators: what the library says of the fault.
};

} // namespace sluice::server
