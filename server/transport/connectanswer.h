#pragma once

#include "server/transport/handshake.h"
#include "shared/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::server {

/// What a connect hook says.
struct ConnectAnswer {
    bool accept = false;
    std::optional<std::string> user;               ///< Who the client is, whatever its token says.
    std::optional<std::vector<std::string>> roles; ///< In the place of the token's.
    std::optional<std::vector<std::string>> topics;
    std::vector<std::string> subscribe; ///< Topics that it gets from the beginning, without asking.
    int status = 403;                   ///< Of a refusal: 401, 403, 429 or 503.
    std::string reason;                 ///< Of a refusal, for the client.
};

/// `{"accept": true, "user"?, "roles"?, "topics"?, "subscribe"?}` or `{"accept": false, "status"?, "reason"?}`.
/// Errors: BackendFailed; `detail` says what is wrong with it. Thread: any.
[[nodiscard]] Result<ConnectAnswer> parseConnectAnswer(std::string_view text);

/// What becomes of a handshake by it. `before`: what it would be without a hook. Thread: any.
[[nodiscard]] HandshakeVerdict verdictOf(ConnectAnswer &&answer, const Admission &before);

} // namespace sluice::server
