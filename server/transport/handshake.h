#pragma once

#include "server/events/principal.h"
#include "server/transport/httprequest.h"
#include "shared/admin/connectionrow.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sluice::server {

/// What speaks on an accepted connection.
enum class Endpoint { Messages, Echo };

/// A handshake that may be upgraded.
struct Admission {
    PrincipalPtr principal;     ///< Who it is; never null.
    bool loginRequired = false; ///< The connection has to log in within limits.unauthenticated-ms.
    Endpoint endpoint = Endpoint::Messages;
    std::shared_ptr<const admin::ClientClaims> claims = nullptr; ///< Null: it said nothing about itself.
    std::vector<std::string> subscribe = {};                     ///< Topics that it gets from the beginning.
};

/// What becomes of a handshake.
using HandshakeVerdict = std::variant<Admission, HttpRefusal>;

/// Whoever has the last word on a handshake that everything else lets in, and is told when connections end.
/// Thread: I/O threads, several at once. Blocks: never.
class ConnectionHooks
{
public:
    virtual ~ConnectionHooks() = default;

    /// Whether connections are asked for at all.
    [[nodiscard]] virtual bool asksFirst() const noexcept = 0;
    /// Asks. `decide` is called once, in any thread, perhaps before this returns; after `stop` nobody waits for it.
    virtual void ask(const HttpRequest &request, const std::string &address, const Admission &admission,
                     std::stop_token stop, std::function<void(HandshakeVerdict &&)> decide) = 0;
    /// Whether it wants to hear of ends.
    [[nodiscard]] virtual bool hearsEnds() const noexcept = 0;
    virtual void ended(const admin::ClosedRow &row) = 0;
};

/// Decides on handshakes before any upgrade: path, origin, token, room.
/// Thread: I/O threads, several at once. Blocks: never.
class Gatekeeper
{
public:
    virtual ~Gatekeeper() = default;

    /// Takes a place for a connection from that address, as soon as it is accepted.
    [[nodiscard]] virtual std::optional<HttpRefusal> enter(const std::string &address) = 0;
    virtual void leave(const std::string &address) = 0;
    /// Judges a complete request. `address` becomes the client's own where a trusted proxy speaks for it: it is what
    /// limits and logs go by from then on, and what leave() gets, whatever the verdict.
    [[nodiscard]] virtual HandshakeVerdict judge(const HttpRequest &request, std::string &address) = 0;
};

/// The checks of RFC 6455, section 4.2.1, that every WebSocket endpoint makes: nothing when the request is in order.
[[nodiscard]] std::optional<HttpRefusal> upgradeFault(const HttpRequest &request);

/// What the client says about itself, each text cut at kClaimBytes; null when that is nothing.
[[nodiscard]] std::shared_ptr<const admin::ClientClaims> claimsOf(const HttpRequest &request);
inline constexpr size_t kClaimBytes = 128;

/// The token of `Authorization: Bearer TOKEN`, or of the subprotocol pair `bearer, TOKEN`; empty when there is none.
[[nodiscard]] std::string_view presentedToken(const HttpRequest &request);

/// The value of that cookie. Errors: nothing when it is there more than once: who set which is not known.
/// Source: RFC 6265, section 5.4.
[[nodiscard]] std::optional<std::string_view> cookieValue(const HttpRequest &request, std::string_view name);

/// The value of `access_token` in the query, whose characters need no escapes in a token; empty when it is not there.
/// Source: RFC 6750, section 2.3.
[[nodiscard]] std::string_view queryToken(const HttpRequest &request);

} // namespace sluice::server
