#pragma once

#include "server/http/httpresponse.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <string>
#include <string_view>

namespace sluice::server {

/// What the API says instead of a result: an application/problem+json object.
/// Source: RFC 9457.
struct ApiProblem {
    int status = 400;
    std::string_view type; ///< The last part of its URN, stable: "invalid-field".
    std::string_view title;
    std::string detail = {}; ///< What is wrong this time.
    std::string field = {};  ///< The member or parameter that is wrong; empty: none in particular.
    Duration retryAfter{0};  ///< 0: there is no use in trying again, or no telling when.
    std::string extraHeader = {};
    std::string extraValue = {};

    [[nodiscard]] HttpResponse toResponse() const;
    /// Of a command or a push that was refused.
    [[nodiscard]] static ApiProblem of(const Error &error);
};

} // namespace sluice::server
