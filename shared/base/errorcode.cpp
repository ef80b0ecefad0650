#include "shared/base/errorcode.h"

namespace sluice {

std::string_view errorText(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::ParseError: return "parse error";
    case ErrorCode::InvalidRequest: return "invalid request";
    case ErrorCode::MethodNotFound: return "method not found";
    case ErrorCode::InvalidParams: return "invalid params";
    case ErrorCode::InternalError: return "internal error";
    case ErrorCode::Unauthorized: return "unauthorized";
    case ErrorCode::Forbidden: return "forbidden";
    case ErrorCode::TokenExpired: return "token expired";
    case ErrorCode::NotFound: return "not found";
    case ErrorCode::Conflict: return "conflict";
    case ErrorCode::BackendFailed: return "backend failed";
    case ErrorCode::RateLimited: return "rate limited";
    case ErrorCode::Overloaded: return "overloaded";
    case ErrorCode::Timeout: return "timeout";
    case ErrorCode::Draining: return "draining";
    case ErrorCode::Unavailable: return "unavailable";
    case ErrorCode::Busy: return "busy";
    case ErrorCode::StorageFull: return "storage full";
    case ErrorCode::StaleBase: return "stale base";
    case ErrorCode::Cancelled: return "cancelled";
    }
    return isApplicationCode(static_cast<int>(code)) ? "error" : "internal error";
}

} // namespace sluice
